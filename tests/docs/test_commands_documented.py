"""Nothing is left undescribed: commands, options, exit statuses, tables, columns, fields; and no link leads nowhere."""

import csv
import re
from fnmatch import fnmatch

import pytest
from generated import commands
from pages import ROOT, name_of
from pydantic import BaseModel

from detente.claims import claim as claims
from detente.knowledge.tables import DATA

DOCS = ROOT / "docs"
WRITTEN = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
COMMANDS = commands()
TABLES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.csv"))
VALUES = [
    kind
    for kind in vars(claims).values()
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in {BaseModel, claims.Value}
]
OWN_FILES = re.compile(r"my-archive/|wire/|knowledge/data/lexicon/TYPE")
"""What stands for a user's own files."""
STATUSES = ("0", "1", "2", "3", "4", "130")


def sections(page):
    """Each heading of a page with the text below it, up to the next heading."""
    parts = re.split(r"^#+ (.+)$", (DOCS / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def anchors(text):
    """The anchors that a page's headings have on the web."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section_with_each_of_its_options(name):
    section = sections("commands.md").get(f"`{name}`")
    assert section is not None, f"docs/commands.md has no section `{name}`"
    forms = [form for option in COMMANDS[name].params if option.param_type_name == "option" for form in option.opts]
    assert [form for form in forms if f"`{form}`" not in section] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_a_help(name):
    assert [parameter.name for parameter in COMMANDS[name].params if not parameter.help] == []


@pytest.mark.parametrize("page", ["commands.md", "getting-started.md"])
def test_every_exit_status_is_explained(page):
    told = sections(page)["Exit statuses"]
    assert [status for status in STATUSES if f"| {status} |" not in told] == []


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_every_command_that_a_page_mentions_exists(page):
    written = re.findall(r"detente((?: [a-z]+)+)((?:[^\n`|>;]|\\\n)*)", page.read_text(encoding="utf-8"))
    unknown = set()
    for verbs, rest in written:
        name = next((n for n in sorted(COMMANDS, key=len, reverse=True) if f"detente{verbs} ".startswith(f"{n} ")), "")
        known = {form for option in COMMANDS[name].params for form in option.opts} | {"--help"}
        if name != "detente":
            unknown |= {f"{name} {option}" for option in re.findall(r"(?<!\S)--[a-z-]+", rest) if option not in known}
    assert unknown == set()


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_a_section_with_each_of_its_columns(table):
    described = sections("knowledge.md")
    fitting = [title for title in described if fnmatch(table, title.strip("`"))]
    assert fitting, f"docs/knowledge.md has no section `{table}`"
    section = described[f"`{table}`"] if f"`{table}`" in fitting else described[fitting[0]]
    with (DATA / table).open(encoding="utf-8", newline="") as lines:
        columns = next(csv.reader(lines))
    assert [column for column in columns if f"`{column}`" not in section] == []
    assert "*" not in fitting[0] or table.startswith("lexicon/") or f"`{table}`" in section


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_every_field_of_a_claim_is_described(kind):
    section = sections("claim.md")["Fields" if kind is claims.Claim else kind.__name__]
    assert [field for field in kind.model_fields if f"`{field}`" not in section] == []


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_every_relative_link_leads_somewhere(page):
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_every_file_that_a_page_names_is_there(page):
    named = set(re.findall(r"`((?:[\w-]+/)+(?:[\w*-]+\.(?:py|csv|json|svg|md))?)`", page.read_text(encoding="utf-8")))
    places = (ROOT, ROOT / "src" / "detente", DATA)
    assert {file for file in named if not OWN_FILES.match(file) and not any(any(p.glob(file)) for p in places)} == set()

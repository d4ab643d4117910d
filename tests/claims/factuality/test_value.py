"""How surely a sentence says that something happened: each line is a sentence, its act in capitals, and the value."""

import pytest
from telling import reality_of

from detente import Reader
from detente.errors import DetenteError


def check(reader: Reader, sentence: str, expected: str) -> None:
    """An act written in capitals must have this value, and these auxiliary modes, if any are written after it."""
    act = next(word for word in sentence.replace(".", " ").split() if word.isupper() and len(word) > 2)
    value, *auxiliary = expected.split()
    found = reality_of(reader, sentence.replace(act, act.lower()), act.lower())
    assert found.factuality == value, (sentence, found)
    assert set(auxiliary) <= set(found.auxiliary), (sentence, found)


PLAIN = """
Bulgaria ATTACKED the convoy on Monday. | CT+
The two armies were ATTACKED near the river in 1965. | CT+
Chile and Bolivia held TALKS in La Paz. | CT+
Why did Armenia ATTACK the village? | CT+
It was Denmark that PROTESTED against the ruling. | CT+
Peru, which had ATTACKED the post in January, apologised. | CT+
Ghana did not WITHDRAW its troops until Tuesday. | CT+
Ghana did not WITHDRAW its troops until the council voted. | CT+
Ghana did not only WITHDRAW its troops but apologised. | CT+
The garrison repelled an ATTACK by Morocco. | CT+
Only Fiji has WITHDRAWN its soldiers. | CT+
Portugal was the first state to RECOGNISE the republic. | CT+
The only country to VOTE against the resolution was Palau. | CT+
"""

NEGATED = """
Tunisia did not ATTACK the ship. | CT- negation
Tunisia has never ATTACKED its neighbour. | CT- negation
Nobody ATTACKED the embassy. | CT- negation
No state RECOGNISED the junta. | CT- negation
Neither Oslo nor Stockholm SIGNED the charter. | CT- negation
The minister neither MET the envoy nor called him. | CT- negation
The army no longer ATTACKS the port. | CT- negation
There were no TALKS between the two sides. | CT- negation
Mali left the valley without ATTACKING the rebels. | CT- negation
Austria did not MEET or call the Hungarian delegation. | CT- negation
Kenya has yet to WITHDRAW its troops. | CT- negation
Zambia cannot SEND soldiers to the border. | CT-
By no means did they ATTACK the depot. | CT-
The army nearly ATTACKED the capital. | CT- negation
"""

IMPLICATIVE = """
Cuba failed to WITHDRAW its advisers. | CT- negation
Cuba did not fail to WITHDRAW its advisers. | CT+
The general managed to MEET the rebels. | CT+
The general did not manage to MEET the rebels. | CT- negation
The envoy forgot to SIGN the paper. | CT- negation
The envoy did not forget to SIGN the paper. | CT+
The pilots refrained from BOMBING the dam. | CT- negation
Turkey stopped short of ATTACKING the town. | CT- negation
Belarus is far from WITHDRAWING its tanks. | CT- negation
The blockade prevented Yemen from IMPORTING grain. | CT- negation
The storm forced Iceland to WITHDRAW its trawlers. | CT+
The generals pretended to WITHDRAW. | CT- negation
The navy succeeded in INTERCEPTING the vessel. | CT+
Police foiled an ATTACK on the consulate. | CT- negation
Spain avoided CRITICISING its ally. | CT- negation
Ghana and Togo began to NEGOTIATE. | CT+
The convoy was unable to REACH the enclave. | CT-
Nepal was reluctant to SIGN. | CT-
The two ministers went on to SIGN the protocol. | CT+
"""

FACTIVE = """
Seoul knows that Tokyo SENT the letter. | CT+
Seoul did not know that Tokyo had SENT the letter. | CT+
The president regretted that his army had SHELLED the town. | CT+
The president did not regret that his army had SHELLED the town. | CT+
Nobody noticed that the garrison had LEFT. | CT+
The king was angry that Libya had EXPELLED his envoy. | CT+
"""

UNCERTAIN = """
The rebels may have ATTACKED the pipeline. | PS+
The rebels might not ATTACK the pipeline. | PS-
The rebels possibly ATTACKED the pipeline. | PS+
The rebels probably ATTACKED the pipeline. | PR+
The frigate apparently FIRED on the trawlers. | PR+
Morocco is likely to WITHDRAW from the talks. | PR+ future
Morocco is unlikely to WITHDRAW from the talks. | PR- negation
Morocco is not likely to WITHDRAW from the talks. | PR-
An ATTACK on the island is likely. | PR+
An ATTACK on the island is possible. | PS+
It is unclear whether Sudan ATTACKED the camp. | Uu
It is possible that Sudan ATTACKED the camp. | PS+
It is unlikely that Sudan ATTACKED the camp. | PR-
It is impossible that Sudan ATTACKED the camp. | CT-
There is no evidence that Syria USED the gas. | PR- negation
There are signs that Burma has MOVED its guns. | PR+
Pyongyang shows signs of EASING the curbs. | PR+
The regime appeared to EXECUTE the envoy. | PR+
The regime did not appear to SHOW its missiles. | PR- negation
Diplomats fear that Eritrea has MASSED troops. | PS+
Analysts believe that Israel BOMBED the reactor. | PR+
Analysts do not believe that Israel BOMBED the reactor. | PR-
Analysts doubt that Israel BOMBED the reactor. | PR-
Jordan reportedly EXPELLED the attaché. | PR+
Jordan allegedly EXPELLED the attaché. | PS+
Israel is believed to have BOMBED the depot. | PR+
Serbia denied ATTACKING the patrol. | CT- negation
Serbia denied that it had ATTACKED the patrol. | CT- negation
Serbia did not deny ATTACKING the patrol. | CT+
Serbia did not say that it had ATTACKED the patrol. | Uu
The alleged ATTACK on the patrol caused an uproar. | PR+
Officials spoke of a failed ATTACK on the palace. | CT- negation
"""

OPEN = """
Did Thailand ATTACK the temple? | Uu
Poland hopes to SIGN the accord. | Uu
Poland tried to BLOCK the accord. | Uu
Brussels called on Ankara to RELEASE the priest. | Uu
Brussels called for the RELEASE of the priest. | Uu
Gabon wants Togo to WITHDRAW its claim. | Uu
India must WITHDRAW from the glacier. | Uu
Angola is ready to SIGN the protocol. | Uu
The council rejected a proposal to SANCTION Haiti. | Uu
Attempts to MEDIATE between the clans continued. | Uu
Any ATTACK on the base will be answered. | Uu
Stop ATTACKING our ships. | Uu
"""

AHEAD = """
Laos will WITHDRAW its troops in May. | PR+ future
Laos will not WITHDRAW its troops. | PR- future negation
Laos is going to WITHDRAW its troops. | PR+ future
Laos is to WITHDRAW its troops. | PR+ future
Laos plans to WITHDRAW its troops. | PR+ future
Laos is expected to WITHDRAW its troops. | PR+ future
Laos is set to WITHDRAW its troops. | PR+ future
Laos is about to WITHDRAW its troops. | PR+ future
Laos abandoned plans to WITHDRAW its troops. | PR- negation
Laos threatened to ATTACK the dam. | PS+ future
Laos is considering WITHDRAWING its troops. | PS+ hypothetical
The army will VISIT the post and inspect it. | PR+ future
The army will visit the post and INSPECT it. | PR+ future
The planned VISIT to Hanoi drew protests. | PR+ future
"""

CONDITIONAL = """
If Somalia ATTACKS the port, the ferry will stop. | Uu hypothetical
Unless Somalia WITHDRAWS, the ferry will stop. | Uu hypothetical
If the ferry stops, Djibouti will ATTACK the port. | PS+ hypothetical
Djibouti would have ATTACKED the port. | CT- hypothetical
Djibouti should have PROTESTED. | CT- hypothetical
Djibouti could ATTACK the port. | PS+ hypothetical
"""


def cases(table: str) -> list[object]:
    rows = [line.split(" | ") for line in table.strip().splitlines()]
    return [pytest.param(sentence, value, id=sentence) for sentence, value in rows]


@pytest.mark.parametrize(("sentence", "expected"), cases(PLAIN))
def test_what_is_told_plainly_is_certain(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(NEGATED))
def test_negation_makes_it_certainly_not_so(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(IMPLICATIVE))
def test_implicative_verbs_settle_what_is_under_them(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(FACTIVE))
def test_what_is_known_is_so_even_under_negation(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(UNCERTAIN))
def test_doubt_belief_and_hearsay_lower_the_certainty(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(OPEN))
def test_wishes_requests_and_questions_leave_it_open(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(AHEAD))
def test_what_lies_ahead_is_probable_and_future(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(CONDITIONAL))
def test_conditions_are_hypothetical(reader, sentence, expected):
    check(reader, sentence, expected)


def test_a_refusal_is_a_rejection_and_not_a_denied_act(reader):
    text = "Colombia refused to withdraw its troops from Venezuela on Monday."
    claims = reader.read(text, date="1987-08-18").claims
    assert [(claim.type, claim.factuality, claim.auxiliary) for claim in claims] == [("REJECT", "CT+", ())]


def test_a_request_claims_nothing_of_what_is_asked(reader):
    claims = reader.read("Canada urged Eritrea to release the journalists.", date="2005-02-01").claims
    assert [claim.type for claim in claims] == ["REQUEST"]


@pytest.mark.parametrize("denial", ["denied that it had attacked", "denied attacking"])
def test_a_denied_act_is_certainly_not_so_as_its_denier_tells_it(reader, denial):
    claims = reader.read(f"Serbia {denial} Bosnia on Monday.", date="1993-06-01").claims
    found = [(claim.type, claim.factuality, [teller.name for teller in claim.told_by]) for claim in claims]
    assert ("ASSAULT", "CT-", ["Serbia"]) in found


def test_what_happened_years_ago_is_historical(reader):
    (claim,) = reader.read("Argentina invaded the Falkland Islands in 1982.", date="2012-04-02").claims[:1]
    assert "historical" in claim.auxiliary


def test_every_value_says_which_word_gave_it(reader):
    found = reality_of(reader, "Greece may not have met the Turkish envoy.", "met")
    assert found.why == ("“may have”, negated, makes it possible that it is not so",)


@pytest.mark.parametrize(
    ("sentence", "word", "degree"),
    [
        ("Samoa sold the tuna.", "sold", 3),
        ("Samoa probably sold the tuna.", "sold", 2),
        ("Samoa will sell the tuna.", "sell", 2),
        ("Samoa plans to sell the tuna.", "sell", 1.5),
        ("Samoa may sell the tuna.", "sell", 1),
        ("Samoa wants to sell the tuna.", "sell", 1),
        ("Did Samoa sell the tuna?", "sell", 0),
        ("Sell the tuna.", "Sell", -1),
        ("Samoa may not sell the tuna.", "sell", -1),
        ("Samoa did not sell the tuna.", "sell", -2.5),
    ],
)
def test_an_event_lies_on_one_scale_from_certainly_not_to_certainly_so(reader, sentence, word, degree):
    assert reality_of(reader, sentence, word).degree == degree


def test_an_event_must_stand_on_a_word(reader):
    with pytest.raises(DetenteError, match="hold no word"):
        reader.judge_event("Samoa sold the tuna.", (20, 20))

"""Who says so: each case is a report, a word of it, and the chain of tellers that the word stands in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import attributions_of, chain_of, telling

DIRECT = [
    ("“Our gunners ATTACKED nobody,” the Iraqi defence ministry said.", "the Iraqi defence ministry state"),
    ("“Our gunners ATTACKED nobody,” said the Iraqi defence ministry.", "the Iraqi defence ministry state"),
    ("The Iraqi defence ministry said: “Our gunners ATTACKED nobody.”", "The Iraqi defence ministry state"),
    ('"Our gunners," a Sudanese spokesman said, "ATTACKED nobody."', "a Sudanese spokesman state"),
    ("''Our gunners ATTACKED nobody,'' Jordan's army told reporters.", "Jordan's army state"),
]

INDIRECT = [
    ("Albania said that Greek gunners ATTACKED a village.", "Albania state"),
    ("Greek gunners ATTACKED a village, Albania said.", "Albania state"),
    ("Greek gunners, Albania said, ATTACKED a village.", "Albania state"),
    ("Greek gunners ATTACKED a village, according to Albania.", "Albania state"),
    ("According to Albania, Greek gunners ATTACKED a village.", "Albania state"),
    ("In a statement on Friday, Albania said Greek gunners ATTACKED a village.", "Albania state"),
    ("Albania said in a statement that Greek gunners ATTACKED a village.", "Albania state"),
    ("A statement by the Albanian foreign ministry said Greek gunners ATTACKED a village.",
     "A statement by the Albanian foreign ministry state"),
    ("Albania's announcement that Greek gunners ATTACKED a village caused alarm.", "Albania state"),
    ("Albania insisted on Tuesday that Greek gunners ATTACKED a village.", "Albania state"),
    ("As the Albanian army put it, Greek gunners ATTACKED a village.", "the Albanian army state"),
    ("Albania accused Greece of ATTACKING a village.", "Albania state"),
    ("Albania denied ATTACKING a village.", "Albania state"),
    ("The United Nations said Greek gunners ATTACKED a village in Albania.", "United Nations organisation"),
    ("Albania: Greek gunners ATTACKED a village", "Albania state"),
    ("Albania, in its own words, was ATTACKED.", "Albania state"),
    ("In the view of Albania's army, Greek gunners ATTACKED a village.", "Albania's army state"),
    ("Greek gunners ATTACKED a village, in the words of the Albanian army.", "the Albanian army state"),
    ("The Albanian army made the claim that Greek gunners ATTACKED a village.", "The Albanian army state"),
    ("Greek gunners, the Albanian army told a radio station, ATTACKED a village.", "the Albanian army state"),
    ("The Albanian army announced on Monday: Greek gunners ATTACKED a village.", "The Albanian army state"),
    ("An Albanian court ruled that Greek gunners ATTACKED a village.", "An Albanian court state"),
    ("Greek gunners ATTACKED Albanian village - state radio", "state radio media"),
    ("Greek gunners ATTACKED a village, according to Albania; Greece said that it had burnt down.", "Albania state"),
]  # fmt: skip

UNNAMED = [
    ("Two officials said that Yemen ATTACKED the tanker.", "Two officials anonymous"),
    ("A senior Saudi official said that Yemen ATTACKED the tanker.", "A senior Saudi official anonymous"),
    ("A source close to the Kremlin said that Yemen ATTACKED the tanker.", "A source close to the Kremlin anonymous"),
    ("Yemen ATTACKED the tanker, witnesses said.", "witnesses anonymous"),
    ("Yemen reportedly ATTACKED the tanker.", "unnamed anonymous"),
    ("Yemen allegedly ATTACKED the tanker.", "unnamed anonymous"),
    ("Yemen is said to have ATTACKED the tanker.", "unnamed anonymous"),
    ("Yemen ATTACKED the tanker, an official, who declined to be named, told Reuters.", "an official anonymous"),
    ("A spokesman said that Yemen ATTACKED the tanker.", "A spokesman anonymous"),
    ("It was announced in Aden that Yemen had ATTACKED the tanker.", "unnamed anonymous"),
    ("There were reports that Yemen had ATTACKED the tanker.", "unnamed anonymous"),
    ("Critics said that Yemen ATTACKED the tanker.", "Critics collective"),
    ("Two people familiar with the raid said that Yemen ATTACKED the tanker.", "Two people anonymous"),
    ("A person briefed on the raid said that Yemen ATTACKED the tanker.", "A person anonymous"),
    ("By some accounts, Yemen ATTACKED the tanker.", "some accounts collective"),
    ("Western diplomats in Aden said that Yemen ATTACKED the tanker.", "Western diplomats anonymous"),
]

MEDIA = [
    ("North Korea FIRED two rockets, state media reported.", "state media media"),
    ("Chad ATTACKED a Libyan post, local media said.", "local media media"),
    ("Xinhua said that India SENT troops to Ladakh.", "Xinhua News Agency media"),
    ("The BBC reported that India SENT troops to Ladakh.", "BBC media"),
    ("The newspaper Haaretz reported that Israel BOMBED Syria.", "Haaretz media"),
    ("Israel BOMBED Syria, Haaretz reported on Sunday.", "Haaretz media"),
    ("A Turkish newspaper said Israel BOMBED Syria.", "A Turkish newspaper media"),
]

CHAINS = [
    ("Lebanese soldiers were ATTACKED, the Syrian president said, as quoted by SANA.",
     "Syrian Arab News Agency media > Hafez al-Assad person"),
    ("SANA quoted the Syrian president as saying that Lebanese soldiers were ATTACKED.",
     "Syrian Arab News Agency media > Hafez al-Assad person"),
    ("The Syrian president was quoted by SANA as saying that Lebanese soldiers were ATTACKED.",
     "Syrian Arab News Agency media > Hafez al-Assad person"),
    ("TASS reported that the Soviet foreign ministry said China had ATTACKED Vietnam.",
     "TASS media > the Soviet foreign ministry state"),
    ("China ATTACKED Laos, Reuters reported, citing Soviet officials.", "Reuters media > Soviet officials anonymous"),
    ("Syrian state television, quoting a military source, said Israel BOMBED Damascus.",
     "Syrian state television media > a military source anonymous"),
    ("China ATTACKED Laos, TASS quoted the Soviet foreign ministry as saying.",
     "TASS media > the Soviet foreign ministry state"),
    ("China ATTACKED Laos, according to Soviet officials quoted by TASS.", "TASS media > Soviet officials anonymous"),
    ("China ATTACKED Laos, according to a statement carried by TASS.", "TASS media > a statement collective"),
    ("According to TASS, Vietnam said that China had ATTACKED Lang Son.", "TASS media > Vietnam state"),
    ("KCNA said the ministry had announced that South Korea SHELLED the islet.",
     "Korean Central News Agency media > the ministry collective"),
]  # fmt: skip

BY_NOBODY_ELSE = [
    "Iran ACCUSED Israel of piracy.",
    "Norway SAID that the talks were useful.",
    "Romania did not say whether Hungary ATTACKED the post.",
    "Romania declined to say whether Hungary ATTACKED the post.",
    "Romania could say that Hungary ATTACKED the post.",
    "Hungary ATTACKED the post in 1919.",
    "Peru ATTACKED a post, and Ecuador said it would respond.",
    "“It was late,” said the Danish minister, who MET his Swedish counterpart on Monday.",
    "Pyongyang shows signs of EASING the curbs.",
    "Hungary is expected to ATTACK the post.",
    "The Slovak premier criticised Hungary, whose gunners ATTACKED the post.",
    "The Slovak premier opposed the raid in which Hungary ATTACKED the post.",
    "The Hungarian “peacekeepers” ATTACKED the post.",
    "“We shall see,” the premier said, and later Hungary ATTACKED the post.",
    "Serbia announced a patrol, which Kosovo ATTACKED a week later.",
]


def cases(rows):
    return [pytest.param(text, told_by, id=text) for text, told_by in rows]


def lowered(text: str) -> tuple[str, str]:
    """A text whose one word in capitals is the act, as written in a report, and that word."""
    acts = ("BOMBED", "SENT", "FIRED", "SHELLED", "ACCUSED", "SAID", "MET", "EASING", "ATTACK", "ATTACKED", "ATTACKING")
    act = next(word.strip('"”.,') for word in text.split() if word.strip('"”.,') in acts)
    return text.replace(act, act.lower()), act.lower()


def check(reader, date, text, told_by):
    written, act = lowered(text)
    assert chain_of(reader, date, written, act) == told_by


@pytest.mark.parametrize(("text", "told_by"), cases(DIRECT))
def test_direct_quotations_have_their_speaker(reader, text, told_by):
    check(reader, "1990-09-03", text, told_by)


@pytest.mark.parametrize(("text", "told_by"), cases(INDIRECT))
def test_reported_speech_has_its_speaker(reader, text, told_by):
    check(reader, "1994-04-12", text, told_by)


@pytest.mark.parametrize(("text", "told_by"), cases(UNNAMED))
def test_unnamed_tellers_are_kept_and_typed(reader, text, told_by):
    check(reader, "2019-06-14", text, told_by)


@pytest.mark.parametrize(("text", "told_by"), cases(MEDIA))
def test_media_are_known_by_name_or_kind(reader, text, told_by):
    check(reader, "2020-06-20", text, told_by)


@pytest.mark.parametrize(("text", "told_by"), cases(CHAINS))
def test_a_chain_runs_from_the_outlet_inwards(reader, text, told_by):
    check(reader, "1984-05-02", text, told_by)


@pytest.mark.parametrize("text", BY_NOBODY_ELSE)
def test_what_the_report_tells_itself_has_no_teller(reader, text):
    check(reader, "1996-10-10", text, "")


def test_the_kinds_of_quotation(reader):
    said = "Malta said that its navy had seized the ship."
    mixed = "Malta said that its “brave navy” had seized the ship in open water near the port."
    direct = "“Our navy has seized the ship,” Malta said."
    kinds = [attributions_of(reader, "2009-01-20", t, "seized")[0].tellers[0].quotation for t in (said, mixed, direct)]
    assert kinds == ["indirect", "mixed", "direct"]


def test_a_cue_is_kept_as_written(reader):
    texts = ["Oman, Iran said, attacked nobody.", "According to Iran, Oman attacked nobody."]
    assert [attributions_of(reader, "2009-01-20", t, "attacked")[0].tellers[0].cue for t in texts] == [
        "said",
        "according to",
    ]


def test_he_said_is_the_person_before(reader):
    text = "French President Jacques Chirac met reporters in Paris. He said that Serbia attacked the enclave."
    assert chain_of(reader, "1995-07-20", text, "attacked") == "Jacques Chirac person"


def test_it_added_is_the_teller_before_and_not_the_state_before(reader):
    text = "Vietnam shelled an islet, a report by the Chinese navy said. It added that Vietnam attacked first."
    assert chain_of(reader, "1988-03-15", text, "attacked") == "a report by the Chinese navy state"


def test_a_quotation_goes_on_over_sentences(reader):
    text = (
        "“We have waited long enough. Ethiopia attacked our villages. That must end,” the Somali army said. "
        "Kenya called for calm."
    )
    assert chain_of(reader, "1977-08-01", text, "attacked") == "the Somali army state"


def test_a_quotation_without_a_cue_goes_on_with_its_speaker(reader):
    text = "“We have waited long enough,” Kenya's army said. “Somalia attacked our villages.”"
    assert chain_of(reader, "1977-08-01", text, "attacked") == "Kenya's army state"


def test_a_quotation_goes_on_over_paragraphs(reader):
    text = (
        "“We have waited long enough,” Kenya's army said. “This cannot last.\n\n"
        "“Somalia attacked our villages.”\n\nUganda attacked nobody."
    )
    assert chain_of(reader, "1977-08-01", text, "Somalia") == "Kenya's army state"
    assert chain_of(reader, "1977-08-01", text, "Uganda") == ""


def test_a_new_cue_ends_the_turn_of_the_last_speaker(reader):
    text = (
        "“We have waited long enough,” Kenya's army said. “Somalia shelled our villages,” said the "
        "Ugandan army. Tanzania attacked nobody."
    )
    assert chain_of(reader, "1977-08-01", text, "shelled") == "the Ugandan army state"
    assert chain_of(reader, "1977-08-01", text, "Tanzania") == ""


def test_two_tellers_in_one_report(reader):
    text = (
        "Azerbaijan said that Armenian troops shelled a village on Sunday. "
        "Armenia said that Azerbaijani troops attacked first."
    )
    assert chain_of(reader, "2016-04-03", text, "shelled") == "Azerbaijan state"
    assert chain_of(reader, "2016-04-03", text, "attacked") == "Armenia state"


def test_who_passed_on_a_speech_passes_on_what_follows(reader):
    text = (
        "“Greece has signed the treaty,” Turkish Prime Minister Bulent Ecevit said, as quoted by Anadolu. "
        "“We have attacked nobody,” he said."
    )
    assert chain_of(reader, "1999-12-01", text, "attacked") == "Anadolu Agency media > Bulent Ecevit person"


def test_a_colon_opens_the_speech_of_the_next_sentence(reader):
    text = "Speaking in Cairo, the Egyptian army said:\n\n“Israel attacked a refugee camp.”"
    assert chain_of(reader, "1996-04-18", text, "attacked") == "the Egyptian army state"


def test_a_question_may_have_its_speaker_in_a_sentence_of_its_own(reader):
    text = "“What have we done to them?” the Omani army asked. “Iran attacked our ship.”"
    assert chain_of(reader, "2019-06-14", text, "attacked") == "the Omani army state"


def test_a_quotation_goes_on_though_its_speaker_only_adds_something_in_between(reader):
    text = (
        "“We have waited long enough,” Kenya's army said, adding that the drought was over. "
        "“Somalia attacked our villages.”"
    )
    assert chain_of(reader, "1977-08-01", text, "attacked") == "Kenya's army state"


def test_a_quotation_goes_on_though_another_is_quoted_within_it(reader):
    text = "“We have waited,” Kenya's army said. “Uganda says it is sorry. Somalia attacked our villages.”"
    assert chain_of(reader, "1977-08-01", text, "attacked") == "Kenya's army state"


def test_a_colon_without_marks_opens_the_next_paragraph(reader):
    text = "The Egyptian army said:\n\nIsrael attacked a refugee camp.\n\nJordan attacked nobody."
    assert chain_of(reader, "1996-04-18", text, "Israel") == "The Egyptian army state"
    assert chain_of(reader, "1996-04-18", text, "Jordan") == ""


def test_the_turns_of_an_interview_are_each_one_speaker_s(reader):
    text = (
        "HOST: Good morning. Did Chad attack Libya?\n\n"
        "ENVOY: It did not. Sudan attacked Libya.\n\n"
        "HOST: So you say.\n\nENVOY: I do."
    )
    assert chain_of(reader, "1987-02-02", text, "Sudan") == "ENVOY anonymous"


def test_the_title_of_a_broadcast_is_no_part_of_what_is_told(reader):
    text = "“Chad attacked Libya,” the Sudanese envoy said on “Voice of the Desert”."
    (attribution,) = attributions_of(reader, "1987-02-02", text, "attacked")
    assert [text[slice(*span)] for span in attribution.content] == ["“Chad attacked Libya,”"]


WHY = [
    ("Officials said that Chad attacked Libya.", "“Officials” is the source of “said”, which brings in the clause"),
    ("Chad reportedly attacked Libya.", "“reportedly” brings in the clause and names nobody"),
    ("Chad attacked Libya, according to Xinhua.",
     "“Xinhua” (Xinhua News Agency) is the source of “according to”, which brings in the rest of the sentence"),
    ("“We have waited,” Niger's army said.\n\n“Chad attacked Libya.”",
     "“Niger's army” is the source of “said”, which brings in the clause; "
     "the quotation goes on after the paragraph break"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), cases(WHY))
def test_the_choice_of_a_teller_is_explained(reader, text, why):
    (attribution,) = attributions_of(reader, "1987-02-02", text, "attacked")
    assert attribution.why == why


def test_we_means_the_speaker(reader):
    document = telling(reader, "2001-10-08", "“We have attacked the camps,” the British army said.")
    (we,) = [m for s in document.sentences for m in s.in_order() if m.text == "We"]
    assert (we.country, we.refers_to) == ("GBR", "the British army")


def test_the_speaker_is_no_part_of_what_is_told(reader):
    text = "“Nobody was hurt,” said the Danish minister, who met his Swedish counterpart on Monday."
    document = telling(reader, "2001-10-08", text)
    assert [text[slice(*span)] for span in document.attributions[0].content] == ["“Nobody was hurt,”"]


def test_an_outlet_brings_its_country(reader):
    (attribution,) = attributions_of(reader, "2009-01-20", "Yonhap said that Japan seized the ship.", "seized")
    assert attribution.tellers[0].country == "KOR"


PIECES = [
    "Oman",
    " said",
    " that",
    " Iran",
    " attacked",
    " it",
    ",",
    ".",
    " “",
    "”",
    '"',
    ": ",
    "\n\n",
    " he",
    " quoted",
    " as",
]


@settings(max_examples=40, deadline=None)
@given(text=st.lists(st.sampled_from(PIECES), min_size=2, max_size=25).map("".join))
def test_what_is_told_lies_in_the_text_in_order(reader, text):
    for attribution in telling(reader, "2001-10-08", text).attributions:
        ends = [position for span in attribution.content for position in span]
        assert ends == sorted(ends)
        assert ends[0] >= 0
        assert ends[-1] <= len(text)
        assert len(attribution.tellers) == len(attribution.parties)

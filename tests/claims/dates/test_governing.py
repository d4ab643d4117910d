"""Which of a sentence's expressions of time dates an act, and what is taken where none does."""

import datetime as dt
import re

import pytest

# the report's date, a word of the act's trigger, the days that must be read ("…" where a side is open); the sentence
SEVERAL = """
# the telling has its own day
2023-09-12 attacked: 2023-09-09
    Ukraine said on Monday that Russian troops attacked Ukraine on Saturday.
1986-08-18 bombed: 1986-08-15
    Iraq said Sunday its jets bombed Iran on Friday.
2016-07-20 talks: 2016-07-18
    Japan and China held talks on Monday, Reuters reported on Tuesday.
2023-11-21 accused: 2023-11-20
    Iran accused Israel on Monday of bombing its embassy on Saturday.
2023-09-12 attacked: 2023-09-09 2023-09-11
    Ukraine said on Monday that Russian troops attacked Ukraine.
# clauses beside and within
2023-09-12 attacked: 2023-09-09
    Russian troops who attacked Ukraine on Saturday left Ukraine on Monday.
1955-03-03 met: 1955-03-01
    The Iraqi minister, who visited Iran last week, met the Turkish king on Tuesday.
1955-03-03 visited: 1955-02-21 1955-02-27
    The Iraqi minister, who visited Iran last week, met the Turkish king on Tuesday.
2016-07-20 bombed: 2016-07-17
    Turkey, which joined NATO in 1952, bombed Syria on Sunday.
1987-10-26 sanctioned: 1987-10-24 1987-10-26
    The United States, angered by the 1979 seizure of its embassy, sanctioned Iran.
1982-06-09 bombed: 1982-06-07
    Israel bombed Lebanon on Monday, and on Tuesday Syria attacked Israel.
1982-06-09 attacked: 1982-06-08
    Israel bombed Lebanon on Monday, and on Tuesday Syria attacked Israel.
1990-08-10 invaded: 1990-07-30 1990-08-05
    Iraq invaded Kuwait last week, and on Monday the United States sent troops to Saudi Arabia.
1992-10-23 signed: 1978-01-01 1978-12-31
    China and Japan signed a treaty in 1978 and Japan recognised China in 1972.
2016-07-20 visited: 2016-07-19
    On Monday, the Turkish president met the Iranian president, and the next day he visited Iraq.
# what belongs to another happening
2023-11-20 condemned: 2023-11-18 2023-11-20
    Israel condemned Friday's attack by Iran.
2021-12-20 rejected: 2021-12-18 2021-12-20
    Russia rejected the 2015 agreement with Ukraine.
2016-07-20 killed: 2016-07-15
    Friday's attack by Iran killed 20 Israeli soldiers.
1999-03-01 launched: 1999-02-26
    Ethiopia launched a Friday attack on Eritrea.
1977-12-05 agreed: 1977-12-03 1977-12-05
    Egypt and Israel agreed to resume talks next month.
1995-11-25 Talks: 1995-11-20
    Talks between Serbia and Bosnia held on Monday failed.
1995-11-25 agreement: 1979-01-01 1979-12-31
    The agreement between Egypt and Israel signed in 1979 ended the war.
# how long nothing like it had been
2019-04-26 met: 2019-04-24 2019-04-26
    Kim Jong Un met Vladimir Putin for the first time since 2011.
2010-11-25 shelled: 2010-11-23
    North Korea shelled South Korea on Tuesday, the first such attack since the 1953 armistice.
1999-06-01 fire: 1999-05-30 1999-06-01
    India and Pakistan exchanged fire in the worst clashes since 1971.
# a dateline
1956-11-06 attacked: 1956-11-04
    WARSAW, Nov. 5 (Example Wire) - Soviet troops attacked Hungary on Sunday.
1956-11-06 attacked: 1956-11-04 1956-11-06
    WARSAW, Nov. 5 (Example Wire) - Soviet troops attacked Hungary.
"""
LINKS = """
2006-07-20 attacked: 2006-07-19 2006-07-20
    Israeli jets have attacked Lebanon since Wednesday.
2014-07-20 occupied: 2014-03-01 2014-07-20
    Russia has occupied Ukraine's Crimea since March 2014.
1982-05-03 blockade: 1982-05-03 1982-05-12
    Britain will blockade Argentina until 12 May.
2016-07-20 bomb: 2016-07-20 2016-07-31
    Turkey will bomb Syria until the end of the month.
1994-10-20 occupied: … 1991-12-31
    Until 1991, Iraq occupied Kuwait.
1990-08-08 attacked: … 1990-08-03
    By Friday, Iraq had attacked Kuwait twice.
1956-10-31 attacked: … 1947-12-31
    Before 1948, Egypt attacked Israel.
1954-05-09 attacked: 1946-01-01 1954-05-09
    After 1945, France attacked Vietnam.
2016-07-20 talks: 2016-07-25 …
    Egypt and Turkey will hold talks from Monday.
1939-12-05 attacked: 1939-11-30
    Soviet troops attacked Finland on the eve of 1 December.
2003-03-21 attacked: 2003-03-17 2003-03-21
    The United States attacked Iraq after Monday's ultimatum.
2023-11-20 bombed: 2023-11-19
    Israel bombed Lebanon two days after Friday's attack.
2023-11-20 bombed: 2023-11-15
    Israel bombed Lebanon two days before Friday's vote.
2023-11-20 bombed: 2023-11-03 2023-11-17
    Ahead of Friday's summit, Israel bombed Lebanon.
2022-10-17 bombed: 2022-10-15 2022-10-17
    Russia bombed Ukraine a week after Ukraine attacked Russia.
2022-10-17 attacked: 2022-10-05 2022-10-13
    Russia bombed Ukraine a week after Ukraine attacked Russia.
2023-03-10 cut: 2015-09-10 2016-09-08
    Saudi Arabia and Iran agreed on Friday to restore ties, seven years after Riyadh cut ties with Iran.
1999-02-21 attacked: 1998-05-06 1998-06-05
    India and Pakistan, nine months after they attacked China, agreed on Sunday to hold talks.
2003-03-25 attacked: 2003-03-21
    Jordan expelled Iraqi diplomats on Sunday, two days after Iraq attacked Jordan.
1987-06-10 bombed: 1987-05-03 1987-05-05
    Iraq bombed Iran from 3 to 5 May.
2015-01-10 shelled: 2014-03-01 2014-06-30
    Russia shelled Ukraine between March and June 2014.
1958-09-01 shelled: 1958-08-23 1958-08-24
    China shelled Taiwan on August 23 and 24.
1995-08-20 sanctioned: 1991-01-01 1994-12-31
    France and Britain sanctioned Iraq from 1991 to 1994.
1985-11-22 met: 1985-11-19 1985-11-20
    Reagan and Gorbachev met in Geneva on Tuesday and Wednesday.
1954-01-10 attacked: 1950-06-25 1953-07-27
    North Korea attacked South Korea between 25 June 1950 and 27 July 1953.
1991-01-10 attacked: 1980-01-01 1980-12-31
    Iraq attacked Iran in 1980 and 1988.
"""
ALONE = """
2012-05-12 bombed: 2012-05-10
    Sudan bombed South Sudan late on Thursday.
2011-03-20 bombed: 2011-03-03
    NATO jets bombed Libya on the night of 3 March.
2012-05-22 bombed: 2012-05-01 2012-05-22
    Sudan bombed South Sudan earlier this month.
2017-05-22 bombed: 2015-05-01 2015-08-31
    Russia bombed Syria in mid-2015.
1998-08-17 bombed: 1998-08-15 1998-08-16
    Ethiopia bombed Eritrea at the weekend.
1991-01-18 attacked: 1991-01-17 1991-01-18
    Iraq attacked Israel in the past 24 hours.
1979-12-27 invaded: 1979-12-24
    Soviet troops invaded Afghanistan on Christmas Eve.
1999-02-01 sanctioned: 1998-01-01 1998-12-31
    The United States sanctioned Cuba in fiscal 1998.
1940-06-01 attacked: 1939-12-01 1940-02-29
    Soviet troops attacked Finland last winter.
2001-05-01 attacked: 1980-01-01 1989-12-31
    Iraq attacked Iran in the 1980s.
1967-06-12 attacked: 1967-06-05
    Israel attacked Egypt on June 5.
2016-02-01 attacked: 2006-01-01 2006-12-31
    In 2006, Israel attacked Lebanon.
1983-04-02 invaded: 1982-04-02
    Argentina invaded the Falkland Islands on 2 April 1982, and Britain attacked Argentina.
2012-05-11 met: 2012-05-11
    The Egyptian president met the Iranian president on Friday.
2012-05-10 meet: 2012-05-11
    The Egyptian president will meet the Iranian president on Friday.
2012-05-12 meet: 2012-05-18
    The Egyptian president will meet the Iranian president on Friday.
2006-10-11 expel: 2006-10-16 2006-10-22
    Japan will expel North Korean diplomats next week.
2020-06-10 talks: 2020-06-22 2020-06-28
    India and China will resume talks in two weeks.
2001-12-20 fire: 2001-12-19
    Pakistan and India exchanged fire overnight.
1979-01-02 invaded: 1978-12-31 1979-01-02
    Vietnam invaded Cambodia.
2013-02-20 abducted: … 2013-02-20
    France is looking for the French engineers abducted by Libyan troops.
2013-02-20 abducted: … 2013-02-20
    Chad said on Tuesday that it was looking for the French diplomats whom Libyan troops abducted.
2018-05-09 sanction: 2018-05-09 …
    The United States will sanction Iran.
"""


def cases(table: str):
    """The cases of a table: (sentence, the report's date, word, days)."""
    lines = [line for line in table.strip().splitlines() if not line.startswith("#")]
    heads = [re.fullmatch(r"(?P<date>\S+) (?P<word>\w+): (?P<days>.+)", line) for line in lines[::2]]
    return [
        (text.strip(), head["date"], head["word"], head["days"]) for head, text in zip(heads, lines[1::2], strict=True)
    ]


OCCASIONS = """
2010-05-03 held: 2010-04-30
    France and Germany held a summit in Paris on Friday. Britain criticised France before the summit.
2010-05-03 criticised: 2010-04-16 2010-04-30
    France and Germany held a summit in Paris on Friday. Britain criticised France before the summit.
1939-08-20 attacked: 1939-08-17
    France and Germany held a summit in Paris on Friday. On the eve of the summit, France attacked Germany.
2010-05-03 criticised: 2010-05-02
    North Korea held a parade in Pyongyang on Friday. Two days after the parade, China criticised North Korea.
2010-05-03 met: 2010-04-30 2010-05-03
    North Korea held a parade in Pyongyang on Friday. After the parade, Kim Jong Il met the Chinese president.
"""


@pytest.fixture
def when(reader):
    """The days of the first claim of a text whose trigger has a word."""

    def read(text: str, date: str, word: str) -> str:
        claims = reader.read(text, date=date).claims
        found = [c.happened for c in claims if word in c.trigger.text and c.implied_by is None]
        assert found, f"no claim with {word!r}; only {[c.trigger.text for c in claims]}"
        start, end = (day.isoformat() if day else "…" for day in (found[0].start, found[0].end))
        return start if start == end else f"{start} {end}"

    return read


@pytest.mark.parametrize(("text", "date", "word", "days"), cases(SEVERAL))
def test_of_several_expressions_the_one_in_the_act_s_own_clause_governs(when, text, date, word, days):
    assert when(text, date, word) == days


@pytest.mark.parametrize(("text", "date", "word", "days"), cases(LINKS))
def test_the_words_before_a_date_move_it(when, text, date, word, days):
    assert when(text, date, word) == days


@pytest.mark.parametrize(("text", "date", "word", "days"), cases(ALONE))
def test_an_act_has_the_days_of_its_clause(when, text, date, word, days):
    assert when(text, date, word) == days


@pytest.mark.parametrize(("text", "date", "word", "days"), cases(OCCASIONS))
def test_an_act_beside_an_occasion_is_dated_by_it(when, text, date, word, days):
    assert when(text, date, word) == days


def test_a_claim_says_from_which_words_its_days_come_and_why(reader):
    claim = reader.read("Egypt and Sudan signed a pact in Cairo on Thursday.", date="1976-07-18").claims[0]
    assert claim.happened.text == "Thursday"
    assert claim.happened.span == (42, 50)
    assert "when: “Thursday”: the last Thursday before the report's date, a Sunday (1976-07-15)" in claim.because


def test_days_that_no_word_gives_have_no_words(reader):
    claim = reader.read("Vietnam invaded Cambodia.", date="1979-01-02").claims[0]
    assert (claim.happened.text, claim.happened.span, claim.happened.precision) == (None, None, "vague")
    assert claim.happened.end == dt.date(1979, 1, 2)

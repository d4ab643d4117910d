"""TimeML's values of what the sentences of the news say, kind by kind: a sentence, its date, every expression in it."""

import pytest

CALENDAR = """
1998-03-02 She was born on Feb. 11, 1952, in Oslo. | Feb. 11, 1952=1952-02-11
1998-03-02 The seventh of March is the deadline. | The seventh of March=1998-03-07
1998-03-02 It was the coldest winter since 1947. | 1947=1947
1998-03-02 He worked there from 1981 to '86. | 1981=1981; '86=1986
1998-03-02 The 1998-99 budget was passed in February. | 1998=1998; 99=1999; February=1998-02
1998-03-02 Chosen in November 1996 he led the following January. | November 1996=1996-11; the following January=1997-01
2013-03-22 On 11/28/2001 and on 25.12.1991 history changed. | 11/28/2001=2001-11-28; 25.12.1991=1991-12-25
2013-03-22 From 10 to 12 March they met; on the 14th, not. | 10=2013-03-10; 12 March=2013-03-12; the 14th=2013-03-14
2013-03-22 Oil rose on Tues., Jan. 8, and fell again. | Tues., Jan. 8=2013-01-08
2013-03-22 The pope will speak on Palm Sunday, March 24. | Palm Sunday=2013-03-24; March 24=2013-03-24
2000-04-17 Prayers were said as Easter week began. | Easter week=2000-W16
"""
YEARS = """
1989-11-02 Net income in the third quarter rose from a year earlier. | the third quarter=1989-Q3; a year earlier=1988
1989-11-02 The firm earned more in the year-ago quarter. | year-ago=1988
1987-03-30 Profit fell in the fiscal 1987 third quarter. | the fiscal 1987 third quarter=1987-Q3
1989-11-02 The merger will be completed by year end. | year end=1989
1998-03-02 The school year begins in September. | The school year=1998; September=1998-09
1998-03-02 During the 1970s and early '80s, inflation soared. | the 1970s=197; early '80s=198
2013-03-22 The late 19th and early 20th centuries saw reform. | The late 19th=18; early 20th centuries=19
2010-05-01 Carthage lost in 202 BC, and Rome was sacked in AD 410. | 202 BC=BC0202; AD 410=0410
1998-02-06 The two first met in the fall of 1994. | the fall of 1994=1994-FA
1998-02-06 The truce held in the winter of 1941-42. | the winter of 1941-42=1941-WI
"""
CLOCK = """
1998-03-02 The envoy has until midnight Thursday to reply. | midnight Thursday=1998-03-05T24:00
1998-02-06 The senate meets at 10 a.m. EST Monday. | 10 a.m. EST Monday=1998-02-09T10:00
1998-02-06 At 4:30 Friday afternoon, he resigned. | 4:30 Friday afternoon=1998-02-06T16:30
1998-03-02 The court sat from 9 a.m. to 5 p.m. Friday. | 9 a.m.=1998-02-27T09:00; 5 p.m. Friday=1998-02-27T17:00
1914-08-05 War was declared last night at eleven o'clock. | last night=1914-08-04TNI; eleven o'clock=1914-08-04T11:00
1998-02-06 The ship sank on the evening of Feb. 3. | the evening of Feb. 3=1998-02-03TEV
2013-03-22 By tomorrow night the storm will hit. | tomorrow night=2013-03-23TNI
2020-08-13 On Monday, a main broke; taps ran again by the evening. | Monday=2020-08-10; the evening=2020-08-10TEV
"""
SEEN_FROM = """
1998-02-06 Next week's summit follows last week's talks. | Next week=1998-W07; last week=1998-W05
1998-03-02 The talks will resume a week from Tuesday. | a week from Tuesday=1998-03-10
1998-02-10 The bomb went off a week ago Friday. | a week ago Friday=1998-01-30
1998-03-02 They left the day after Christmas. | the day after Christmas=1997-12-26
2013-03-22 The fund was founded five years earlier. | five years earlier=2008
2013-03-22 Late in 2012 and in mid-2011 there were coups. | Late in 2012=2012; mid-2011=2011
2011-07-20 Snow fell in the last week of May. | the last week of May=2011-W21
2016-09-08 He had left office years ago. | years ago=PAST_REF
2013-03-22 Up to now, the truce has held. | now=PRESENT_REF
2013-03-22 Future talks lie in the near future. | Future=FUTURE_REF; the near future=FUTURE_REF
"""
LENGTHS = """
1998-03-02 They fought for three and a half hours. | three and a half hours=PT3H30M
1998-03-02 He waited an hour and a half. | an hour and a half=PT1H30M
1998-02-06 The two-and-a-half-year war is over. | two-and-a-half-year=P2Y6M
1998-03-02 It was ruled for two years and three months. | two years and three months=P2Y3M
1998-03-02 It rained all night and all week. | all night=P1D; all week=P1W
2013-03-22 Days after the coup, he fled. | Days=PXD
2013-03-22 They held talks over the next several days. | the next several days=PXD
2013-03-22 It will close in 2014, within the next year. | 2014=2014; the next year=P1Y
2013-03-22 In the last two decades, trade has tripled. | the last two decades=P20Y
1998-03-02 In the coming months the army will shrink. | the coming months=PXM
1998-03-02 It ended a day-long debate. | day-long=P1D
"""
RHYTHMS = """
1998-03-02 Every Sunday morning, thousands march. | Every Sunday morning=XXXX-WXX-7TMO
1998-03-02 The crossing opens Tuesdays and Fridays. | Tuesdays=XXXX-WXX-2; Fridays=XXXX-WXX-5
1989-11-02 Some 40,000 people a day cross the bridge. | a day=P1D
1998-02-06 The port lost $1.2 million a month. | a month=P1M
2013-03-22 They meet twice a year and hold monthly calls. | a year=P1Y; monthly=P1M
2013-03-22 Wages are paid every second Friday. | every second Friday=XXXX-WXX-5
"""


def rows(*tables):
    """The rows of some tables: the date, the sentence, each expression with its value."""
    for line in filter(None, "".join(tables).splitlines()):
        head, _, found = line.partition(" | ")
        date, text = head.split(" ", 1)
        yield date, text, [tuple(pair.split("=")) for pair in found.split("; ")]


ROWS = list(rows(CALENDAR, YEARS, CLOCK, SEEN_FROM, LENGTHS, RHYTHMS))


@pytest.mark.parametrize(("date", "text", "found"), ROWS, ids=[text for _, text, _ in ROWS])
def test_every_expression_of_a_sentence_has_its_value(times, date, text, found):
    assert [(t.text, t.timex) for t in times(text, date)] == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met on Friday.", "DATE"),
        ("They met on Friday night.", "TIME"),
        ("They met at 9 a.m. Friday.", "TIME"),
        ("They met for two days.", "DURATION"),
        ("They have met in the past two days.", "DURATION"),
        ("They meet every Friday.", "SET"),
        ("They met recently.", "DATE"),
    ],
)
def test_an_expression_is_of_one_of_timeml_s_kinds(times, text, kind):
    assert [t.kind for t in times(text, "2013-03-22")] == [kind]

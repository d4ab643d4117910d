"""Whom the words of a report mean that only refer back, or that a date must complete."""

import pytest
from spoken import NOBODY, check, met, spoken

LAST_NAMES = [
    (
        "2012-06-19",
        "Mexican President Felipe Calderon received Barack Obama. Calderon thanked Obama.",
        {"Calderon": "MEX GOV, president, Felipe Calderón", "Obama": "USA GOV, president, Barack Obama"},
    ),
    (
        "1978-09-18",
        "Egyptian President Anwar Sadat embraced Israeli Prime Minister Menachem Begin. In Cairo, Begin thanked Sadat.",
        {"Begin": "ISR GOV, prime minister", "Sadat": "EGY GOV, president"},
    ),
    (
        "1994-10-05",
        "Tran Van Minh, Vietnam's deputy trade minister, met Thai officials. Minh offered Thailand a treaty.",
        {"Minh": "VNM GOV, deputy trade minister, Tran Van Minh"},
    ),
    (
        "2006-03-02",
        "The Indian foreign secretary, Shyam Saran, flew to Dhaka. Mr Saran met the Bangladeshi foreign minister.",
        {"Mr Saran": "IND GOV"},
    ),
    (
        "2022-02-24",
        "Ukrainian President Volodymyr Zelenskyy spoke to Poland. Zelenskyy asked NATO for weapons.",
        {"Zelenskyy": "UKR GOV, president, Volodymyr Zelensky"},
    ),
    ("2017-08-08", "Trump threatened North Korea.", {"Trump": "USA GOV, president, Donald Trump"}),
    # nobody has been named in full: the family name of who leads a state at that date
    ("1993-02-10", "Clinton warned Iraq.", {"Clinton": "USA GOV, president, Bill Clinton"}),
    ("2009-02-10", "Clinton warned Iraq.", {"Clinton": "USA GOV, secretary of state, Hillary Clinton"}),
    ("1984-02-10", "Reagan warned Libya.", {"Reagan": "USA GOV, president, Ronald Reagan"}),
    ("1990-08-10", "U.S. President Bush warned Iraq.", {"U.S. President Bush": "USA GOV, president, George H.W. Bush"}),
    # a title that its leader does not bear
    ("2019-08-11", "Governor Vázquez addressed the Senate of Puerto Rico.", {"Governor Vázquez": NOBODY}),
    ("1986-04-11", "Colonel Gaddafi threatened Italy.", {"Colonel Gaddafi": "LBY ?, ?, Muammar Gaddafi"}),
    # two people of one family name
    (
        "2018-04-28",
        "North Korean leader Kim Jong-un sent his sister Kim Yo-jong to Seoul. Kim praised South Korea.",
        {"Kim": "PRK GOV, ?, Kim Jong-un"},
    ),
    # somebody named in full with an office, by the last name alone
    (
        "2021-05-12",
        "Peru's trade minister Carla Ocampo met Chilean diplomats. Ocampo praised Chile.",
        {"Ocampo": "PER GOV, trade minister, Carla Ocampo"},
    ),
    (
        "2021-05-12",
        "The Kenyan minister for trade, Grace Otieno, praised Uganda. Otieno said Kenya would help.",
        {"Otieno": "KEN GOV, minister for trade, Grace Otieno"},
    ),
    (
        "2008-06-12",
        "Hugo Brown, an analyst in London, criticised Iran. Brown said Iran would attack Israel.",
        {"Brown": NOBODY},
    ),
    (
        "2010-11-02",
        "Chilean lawyer Ana Diaz and Peruvian lawyer Luis Diaz met. Diaz accused Bolivia of fraud.",
        {"Diaz": NOBODY},
    ),
]

HE_AND_SHE = [
    (
        "1986-04-16",
        "Libyan leader Muammar Gaddafi denounced the raid. He threatened Italy.",
        {"He": "LBY GOV, ?, Muammar Gaddafi"},
    ),
    (
        "1982-06-04",
        "Prime Minister Indira Gandhi flew to Moscow. She met the Soviet foreign minister.",
        {"She": "IND GOV, prime minister, Indira Gandhi"},
    ),
    (
        "2015-03-09",
        "The Ghanaian foreign minister visited Togo. She offered Togo help.",
        {"She": "GHA GOV, foreign minister"},
    ),
    (
        "2003-01-30",
        "President Vicente Fox of Mexico said he had telephoned the Chilean president.",
        {"he": "MEX GOV, president, Vicente Fox"},
    ),
    ("1996-07-30", "A tourist from Leeds was robbed in Kenya. He sued Kenya.", {"He": NOBODY}),
    (
        "1996-07-30",
        "President Daniel arap Moi opened the bridge in Kenya. Peter Stone, a driver, said he had come from Uganda.",
        {"he": NOBODY},
    ),
    (
        "2021-05-12",
        "President Joe Biden flew to Tokyo. Ocampo said he had seen the Japanese emperor.",
        {"he": NOBODY},
    ),
]

IT_AND_ITS = [
    ("2019-03-02", "Syria was at war. It was late.", {"It": NOBODY}),
    (
        "2009-05-12",
        "The United States sailed past the strait. Japan's constitution keeps its armed forces at home.",
        {"its armed forces": NOBODY},
    ),
    ("2019-03-02", "She came from Syria. They talked about it.", {"it": NOBODY}),
    ("2012-08-16", "Britain said it would not let him leave its territory.", {"it": "GBR", "its": "GBR"}),
    ("1980-04-25", "The rescue in Tehran failed. Iraq called it a disaster.", {"it": NOBODY}),
    ("2003-04-02", "The Security Council condemned Sudan and imposed sanctions on it.", {"it": "SDN"}),
    (
        "1983-10-24",
        "Lebanon was shocked. The United States closed its Beirut embassy.",
        {"its Beirut embassy": "USA GOV"},
    ),
    ("2005-02-20", "Chad recalled its ambassador from Sudan.", {"its ambassador": "TCD GOV, ambassador"}),
    ("1999-05-02", "Ethiopia said it had bombed Eritrea.", {"it": "ETH -"}),
    ("1981-06-10", "Israel bombed a reactor in Iraq. It said the reactor had threatened Israel.", {"It": "ISR -"}),
    ("2011-03-21", "NATO said its warplanes had bombed Libya.", {"its warplanes": "NATO MIL"}),
    ("2014-05-21", "The company sued Venezuela. It said the contract was broken.", {"It": NOBODY}),
    ("2014-05-21", "Bolivia accused Chile of theft and recalled its consul.", {"its consul": "BOL GOV, consul"}),
]

THEY_AND_PAIRS = [
    # a number that stands for the parties themselves
    ("2019-06-03", "Togo bombed Benin. Niger appealed to both for calm.", {"both": "TGO; BEN"}),
    ("2019-06-03", "Togo met Benin. The two agreed to share the dam.", {"The two": "TGO; BEN"}),
    ("2019-06-03", "Two Togolese officers robbed a Beninese trader. Both fled.", {"Both": NOBODY}),
    ("1992-02-03", "Latvia and Estonia signed a treaty. They agreed to open the border.", {"They": "LVA; EST"}),
    ("2001-05-03", "Ecuador and Peru agreed to withdraw their troops.", {"their troops": "ECU MIL; PER MIL"}),
    (
        "1977-11-21",
        "Egyptian President Anwar Sadat met Israeli Prime Minister Menachem Begin. They agreed to meet again.",
        {"They": "EGY GOV, president; ISR GOV, prime minister"},
    ),
    ("2004-05-21", "Thousands of villagers fled Sudan. They accused Sudan of murder.", {"They": NOBODY}),
    (
        "2000-06-15",
        "North Korea and South Korea opened talks. The two sides signed an accord.",
        {"The two sides": "PRK; KOR"},
    ),
    (
        "1998-10-24",
        "Ecuador signed a treaty with Peru in Brasilia. Both countries promised to remove mines.",
        {"Both countries": "ECU; PER"},
    ),
    (
        "2018-06-12",
        "Donald Trump met Kim Jong-un in Singapore. The two leaders signed a statement.",
        {"The two leaders": "USA GOV, president, Donald Trump; PRK GOV, ?, Kim Jong-un"},
    ),
    (
        "2010-09-20",
        "The Japanese foreign minister met his Chinese counterpart. The two ministers shook hands.",
        {"The two ministers": "JPN GOV, foreign minister; CHN GOV, foreign minister"},
    ),
    (
        "2010-09-20",
        "Brazil, Chile and Peru held talks. The two countries signed a pact.",
        {"The two countries": NOBODY},
    ),
    (
        "1995-01-26",
        "Ecuador accused Peru of an attack. The neighbouring countries mobilised troops.",
        {"The neighbouring countries": "ECU; PER"},
    ),
]

STATES_AND_BODIES = [
    ("2019-03-02", "She fled Syria. The Western country was safe.", {"The Western country": NOBODY}),
    (
        "2017-11-04",
        "The Lebanese prime minister resigned in Riyadh. Hezbollah accused the kingdom of holding him.",
        {"the kingdom": "SAU"},
    ),
    (
        "2013-04-09",
        "Pyongyang threatened Seoul. The South's defence ministry warned the North.",
        {"The South": "KOR", "The South's defence ministry": "KOR MIL", "the North": "PRK"},
    ),
    ("1966-04-09", "North Vietnam rejected the offer. The South was ready.", {"The South": "RVN"}),
    ("2012-04-20", "Sudan bombed an oil field. The South shot down a plane.", {"The South": "SSD"}),
    ("2012-04-20", "Kenya was calm. The North was dry.", {"The North": NOBODY}),
    (
        "1988-04-20",
        "Chad was calm. The country's foreign minister flew to Paris.",
        {"The country's foreign minister": "TCD GOV, foreign minister"},
    ),
    (
        "2017-06-05",
        "Saudi Arabia, Egypt, Bahrain and Yemen cut ties with Qatar. The four countries accused it of treachery.",
        {"The four countries": "SAU; EGY; BHR; YEM", "it": NOBODY},
    ),
    (
        "1977-11-19",
        "Anwar Sadat visited Israel. The Egyptian leader was met by Menachem Begin.",
        {"The Egyptian leader": "EGY GOV, ?, Anwar Sadat"},
    ),
    (
        "2009-04-05",
        "The Obama administration condemned North Korea.",
        {"The Obama administration": "USA GOV"},
    ),
    (
        "1998-12-16",
        "American and British warplanes attacked Iraq. The allies were satisfied; the bombs had hit palaces.",
        {"The allies": NOBODY, "the bombs": NOBODY},
    ),
    ("2000-10-12", "A boat was blown up in Aden.", {"Aden": NOBODY}),
    (
        "2023-09-09",
        "Russian President Vladimir Putin praised North Korea. Envoys celebrated the Asian country's founding.",
        {"the Asian country": "PRK -"},
    ),
    (
        "2008-08-15",
        "Zimbabwe devalued its currency. The African nation asked Zambia for food.",
        {"The African nation": "ZWE"},
    ),
    ("2016-02-02", "Nepal was short of fuel. The country accused India of a blockade.", {"The country": "NPL -"}),
    ("1998-02-02", "Chad accused Libya of an attack. The country recalled its envoy.", {"The country": NOBODY}),
    ("2017-06-05", "Four states cut ties with Qatar. The emirate protested.", {"The emirate": "QAT"}),
    (
        "1994-02-10",
        "NATO warned the Serbs. The alliance said it would bomb Bosnian Serb guns.",
        {"The alliance": "NATO IGO"},
    ),
    ("2006-03-10", "The IAEA inspected a plant in Iran. The agency accused Iran of lying.", {"The agency": "IAEA IGO"}),
    ("2019-04-10", "The European Union granted Britain a delay. The bloc warned Britain.", {"The bloc": "EU IGO"}),
    ("2006-07-13", "Hezbollah captured two Israeli soldiers. The group threatened Israel.", {"The group": "LBN REB"}),
    ("1999-04-10", "NATO bombed Belgrade. The court accused Serbia.", {"The court": NOBODY}),
    ("1999-09-15", "Indonesia was condemned by Portugal. Jakarta rejected the charge.", {"Jakarta": "IDN GOV"}),
    ("2012-05-14", "Sudan accused Chad of an attack. Khartoum expelled a Chadian diplomat.", {"Khartoum": "SDN GOV"}),
]

BARE_ROLES = [
    ("2003-07-16", "Syria was calm. The district was poor.", {"The district": NOBODY}),
    ("2001-06-10", "Kenya accused Uganda of an attack. The president was abroad.", {"The president": NOBODY}),
    ("1990-08-02", "Iraq invaded Kuwait. The emir fled.", {"The emir": "KWT GOV, emir"}),
    (
        "1998-06-10",
        "Ethiopian Prime Minister Meles Zenawi visited Kenya. The prime minister accused Eritrea of an attack.",
        {"The prime minister": "ETH GOV, prime minister, Meles Zenawi"},
    ),
    (
        "1998-06-10",
        "Ethiopia held an election. The prime minister accused Eritrea of an attack.",
        {"The prime minister": "ETH GOV, prime minister, Meles Zenawi"},
    ),
    (
        "2001-06-10",
        "Ethiopia accused Eritrea of an attack. The prime minister was abroad.",
        {"The prime minister": "ETH GOV, prime minister, Meles Zenawi"},
    ),
    (
        "1974-07-16",
        "Cyprus was in turmoil. The army overthrew the president.",
        {"The army": "CYP MIL", "the president": "CYP GOV, president"},
    ),
    (
        "1996-07-16",
        "The Danish embassy in Beirut was attacked. The embassy asked Lebanon for guards.",
        {"The embassy": "DNK GOV"},
    ),
    (
        "2003-07-16",
        "The Kenyan ambassador to Somalia was recalled. The ambassador thanked Somalia.",
        {"The ambassador": "KEN GOV, ambassador"},
    ),
    (
        "2003-07-16",
        "The Kenyan president met the Ugandan president. The president praised Rwanda.",
        {"The president": NOBODY},
    ),
    ("2003-07-16", "Kenya was calm. The president of the club praised Rwanda.", {"The president": NOBODY}),
    ("2003-07-16", "Kenya was calm. A president praised Rwanda.", {"A president": NOBODY}),
]

COUNTERPARTS = [
    (
        "2012-05-14",
        "Ethiopia's foreign minister met his Egyptian counterpart in Khartoum on Saturday, state media said.",
        {
            "Ethiopia's foreign minister": "ETH GOV, foreign minister",
            "his Egyptian counterpart": "EGY GOV, foreign minister",
        },
    ),
    (
        "1999-05-14",
        "The Greek defence minister telephoned his counterpart from Turkey.",
        {"his counterpart from Turkey": "TUR GOV, defence minister"},
    ),
    ("1999-05-14", "The Greek defence minister telephoned his counterpart.", {"his counterpart": NOBODY}),
    (
        "2007-05-14",
        "The Norwegian premier met her Finnish and Danish counterparts.",
        {"her Finnish and Danish counterparts": "FIN GOV, premier; DNK GOV, premier"},
    ),
]

BY_DATE = [
    (
        "1992-06-17",
        "The Russian president addressed Congress.",
        {"The Russian president": "RUS GOV, president, Boris Yeltsin"},
    ),
    (
        "1985-06-17",
        "The British prime minister met the French president.",
        {
            "The British prime minister": "GBR GOV, prime minister, Margaret Thatcher",
            "the French president": "FRA GOV, president, Francois Mitterrand",
        },
    ),
    (
        "1975-08-01",
        "The West German chancellor flew to Helsinki.",
        {"The West German chancellor": "DEU GOV, chancellor, Helmut Schmidt"},
    ),
    (
        "2007-11-14",
        "The Spanish king rebuked the Venezuelan president.",
        {
            "The Spanish king": "ESP GOV, king, Juan Carlos I",
            "the Venezuelan president": "VEN GOV, president, Hugo Chávez",
        },
    ),
    (
        "2013-09-14",
        "The U.S. secretary of state met Russia's foreign minister in Geneva.",
        {
            "The U.S. secretary of state": "USA GOV, secretary of state, John Kerry",
            "Russia's foreign minister": "RUS GOV, foreign minister, Sergei Lavrov",
        },
    ),
    (
        "1998-02-23",
        "The U.N. secretary-general met Saddam Hussein.",
        {"The U.N. secretary-general": "UN ?, ?, Kofi Annan", "Saddam Hussein": "IRQ GOV, president"},
    ),
]

ALL = [
    *LAST_NAMES,
    *HE_AND_SHE,
    *IT_AND_ITS,
    *THEY_AND_PAIRS,
    *STATES_AND_BODIES,
    *BARE_ROLES,
    *COUNTERPARTS,
    *BY_DATE,
]


@pytest.mark.parametrize(("date", "text", "expected"), ALL, ids=[f"{date} {text}" for date, text, _ in ALL])
def test_the_words_mean(reader, date, text, expected):
    check(reader, date, text, expected)


def test_a_reference_says_what_it_refers_to(reader):
    document = spoken(reader, "1986-04-16", "Libyan leader Muammar Gaddafi denounced the raid. He threatened Italy.")
    he = next(m for s in document.sentences for m in s.in_order() if m.text == "He")
    assert he.refers_to == "Libyan leader Muammar Gaddafi"


def test_nothing_is_guessed_across_more_than_three_sentences(reader):
    filler = "The two sides spoke. " * 4
    document = spoken(reader, "2016-02-02", f"Nepal was short of fuel. {filler}The country accused India.")
    assert met(document, "The country") == []


def test_nothing_is_guessed_across_a_long_stretch_that_was_not_read(reader):
    unread = "Sales rose by three percent and the reservoir filled up again. " * 9
    document = spoken(reader, "2016-02-02", f"Nepal was short of fuel. {unread}Then NATO said the country was ill.")
    assert met(document, "the country") == []

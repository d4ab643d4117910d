"""Whom the words of one sentence stand for: names, nationalities, offices, armed forces, seats, bodies, namesakes."""

import pytest
from spoken import NOBODY, check

STATES = [
    # names and nationalities
    ("1991-01-17", "Iraq fired missiles at Israel.", {"Iraq": "IRQ -", "Israel": "ISR -"}),
    ("2010-01-10", "Tens of thousands of Afghans fled to Pakistan.", {"Afghans": "AFG CVL", "Pakistan": "PAK"}),
    ("2003-02-10", "The French accused the Americans of haste.", {"The French": "FRA", "the Americans": "USA"}),
    (
        "1904-02-10",
        "The Japanese attacked the Russians at Port Arthur.",
        {"The Japanese": "JPN", "the Russians": "RUS"},
    ),
    ("2017-09-05", "South Korea warned North Korea.", {"South Korea": "KOR", "North Korea": "PRK"}),
    ("2011-07-10", "South Sudan accused Sudan of an air raid.", {"South Sudan": "SSD", "Sudan": "SDN"}),
    ("2021-03-03", "Guinea-Bissau thanked Equatorial Guinea.", {"Guinea-Bissau": "GNB", "Equatorial Guinea": "GNQ"}),
    ("1998-05-05", "Papua New Guinea thanked Guinea.", {"Papua New Guinea": "PNG", "Guinea": "GIN"}),
    ("2001-02-10", "The Democratic Republic of Congo accused Rwanda.", {"The Democratic Republic of Congo": "COD"}),
    ("2004-02-10", "The Dutch criticised the Swiss.", {"The Dutch": "NLD", "the Swiss": "CHE"}),
    ("2014-08-10", "Britons were flown home from Libya.", {"Britons": "GBR CVL"}),
    ("1985-06-12", "The Filipinos thanked the New Zealanders.", {"the New Zealanders": "NZL CVL"}),
    # states that are no more
    ("1987-03-02", "Russia rejected the offer by Yugoslavia.", {"Russia": "SUN", "Yugoslavia": "YUG"}),
    ("1968-08-21", "The Soviet Union invaded Czechoslovakia.", {"The Soviet Union": "SUN", "Czechoslovakia": "CSK"}),
    ("1987-09-08", "East German leader Erich Honecker visited West Germany.", {"West Germany": "DEU"}),
    ("1984-05-04", "Zaire closed its border with Angola.", {"Zaire": "ZAR", "Angola": "AGO"}),
    ("1979-01-08", "Vietnam invaded Kampuchea.", {"Vietnam": "VNM", "Kampuchea": "KHM"}),
    ("1988-06-01", "Burma expelled two Thai journalists.", {"Burma": "MMR", "two Thai journalists": "THA MED"}),
    ("2023-09-09", "The Soviet Union was the first to recognise it.", {"The Soviet Union": "SUN"}),
    ("1994-06-03", "North Yemen and South Yemen fought for Aden.", {"North Yemen": "YAR", "South Yemen": "YMD"}),
    # halves that share a noun, and the plural that names both
    ("2018-04-27", "North and South Korea held talks.", {"North and South Korea": "KOR -; PRK -"}),
    ("2000-06-13", "The two Koreas held talks.", {"The two Koreas": "KOR -; PRK -"}),
    (
        "2007-10-02",
        "North and South Korean officials met.",
        {"North and South Korean officials": "KOR GOV; PRK GOV"},
    ),
    ("1972-05-26", "East and West Germany signed a treaty.", {"West Germany": "DEU -; DDR -"}),
    # capitals and seats that stand for governments
    ("2012-04-20", "Khartoum threatened Juba.", {"Khartoum": "SDN GOV", "Juba": "SSD GOV"}),
    ("1999-03-26", "Belgrade broke off relations with Tirana.", {"Belgrade": "YUG GOV", "Tirana": "ALB GOV"}),
    ("2001-10-20", "Foggy Bottom criticised the Kremlin.", {"Foggy Bottom": "USA GOV", "the Kremlin": "RUS GOV"}),
    ("1985-10-20", "The Kremlin rejected the proposal by Bonn.", {"The Kremlin": "SUN GOV", "Bonn": "DEU GOV"}),
    ("1996-01-10", "The Elysee thanked Downing Street.", {"The Elysee": "FRA GOV", "Downing Street": "GBR GOV"}),
    ("2022-08-02", "The Pentagon warned Beijing.", {"The Pentagon": "USA MIL", "Beijing": "CHN GOV"}),
    ("2019-08-20", "The Blue House criticised Tokyo.", {"The Blue House": "KOR GOV", "Tokyo": "JPN GOV"}),
    ("2013-11-20", "The Knesset condemned Tehran.", {"The Knesset": "ISR LEG", "Tehran": "IRN GOV"}),
    ("2006-05-09", "The State Department expelled a Cuban diplomat.", {"The State Department": "USA GOV"}),
    ("2016-01-04", "Riyadh cut ties with Tehran.", {"Riyadh": "SAU GOV", "Tehran": "IRN GOV"}),
]

OFFICES = [
    (
        "1995-03-10",
        "The Chinese president met his Indian counterpart.",
        {"his Indian counterpart": "IND GOV, president"},
    ),
    ("1990-08-10", "President Bush met King Hussein.", {"President Bush": "USA GOV, president, George H.W. Bush"}),
    ("2005-06-10", "President Bush met King Abdullah.", {"President Bush": "USA GOV, president, George W. Bush"}),
    ("2009-06-10", "President Bush visited Kuwait in 2008.", {"President Bush": "USA ?, ?, George W. Bush"}),
    (
        "1998-10-10",
        "U.S. President Bill Clinton telephoned him.",
        {"U.S. President Bill Clinton": "USA GOV, president"},
    ),
    (
        "1994-06-16",
        "Former U.S. president Jimmy Carter met Kim Il-sung.",
        {"Former U.S. president Jimmy Carter": "USA ELI, former president, Jimmy Carter"},
    ),
    (
        "2023-09-09",
        "Kim met Liu Guozhong, vice premier of the State Council, in Pyongyang.",
        {"Liu Guozhong": "CHN GOV, vice premier, Liu Guozhong"},
    ),
    (
        "1997-04-02",
        "Taro Sato, Japan's deputy trade minister, flew to Hanoi.",
        {"Taro Sato": "JPN GOV, deputy trade minister, Taro Sato"},
    ),
    (
        "2011-03-02",
        "Maria Lopez, a spokeswoman for the Mexican foreign ministry, rejected the report.",
        {"Maria Lopez": "MEX GOV, ?, Maria Lopez"},
    ),
    (
        "1996-11-19",
        "Cuban president Fidel Castro met the pope.",
        {"Cuban president Fidel Castro": "CUB GOV, president"},
    ),
    (
        "1971-07-15",
        "Secretary of State William Rogers met Premier Chou En-lai.",
        {"Secretary of State William Rogers": "USA GOV, secretary of state", "Premier Chou En-lai": "CHN GOV, premier"},
    ),
    (
        "2018-10-20",
        "Crown Prince Mohammed bin Salman telephoned the emir of Kuwait.",
        {"Crown Prince Mohammed bin Salman": "SAU GOV, crown prince", "the emir of Kuwait": "KWT GOV, emir"},
    ),
    (
        "2016-05-05",
        "The defence ministers of India and Vietnam met.",
        {"The defence ministers of India and Vietnam": "IND GOV, defence minister; VNM GOV, defence minister"},
    ),
    (
        "2003-03-10",
        "The foreign ministers of France, Germany and Russia met in Paris.",
        {"The foreign ministers of France, Germany and Russia": "FRA GOV; DEU GOV; RUS GOV"},
    ),
    (
        "2010-09-02",
        "The Israeli and Palestinian leaders met in Washington.",
        {"The Israeli and Palestinian leaders": "ISR GOV; PSE GOV"},
    ),
    (
        "1972-07-03",
        "The prime minister of India met the president of Pakistan.",
        {"The prime minister of India": "IND GOV, prime minister", "the president of Pakistan": "PAK GOV, president"},
    ),
    (
        "1999-06-10",
        "Gen. Pervez Musharraf met the Indian high commissioner.",
        {"the Indian high commissioner": "IND GOV, high commissioner"},
    ),
    (
        "2012-03-05",
        "Syrian President Bashar al-Assad received the Iranian foreign minister.",
        {
            "Syrian President Bashar al-Assad": "SYR GOV, president, Bashar al-Assad",
            "the Iranian foreign minister": "IRN GOV, foreign minister",
        },
    ),
    (
        "2014-02-01",
        "Philippine President Benigno Aquino likened China to Nazi Germany.",
        {"Philippine President Benigno Aquino": "PHL GOV, president, Benigno Aquino III"},
    ),
    (
        "1986-02-24",
        "President Marcos telephoned Senator Paul Laxalt.",
        {"President Marcos": "PHL GOV, president, Ferdinand Marcos"},
    ),
    (
        "2024-02-24",
        "President Marcos met the Australian prime minister.",
        {"President Marcos": "PHL GOV, president, Ferdinand Marcos Jr.", "the Australian prime minister": "AUS GOV"},
    ),
    ("1992-02-24", "Zambia's ambassador to Angola was recalled.", {"Zambia's ambassador": "ZMB GOV, ambassador"}),
    ("2007-10-08", "Zimbabwe's ruling party accused Britain.", {"Zimbabwe's ruling party": "ZWE PTY"}),
    (
        "2019-03-08",
        "Algerian army chief Ahmed Gaid Salah warned France.",
        {"Algerian army chief Ahmed Gaid Salah": "DZA MIL"},
    ),
]

OFFICES_BY_DATE = [
    # a name behind the office's owner or host
    (
        "2019-01-23",
        "The Chilean ambassador to Peru Carlos Soto praised Bolivia.",
        {"The Chilean ambassador to Peru Carlos Soto": "CHL GOV, ambassador, Carlos Soto", "Peru": NOBODY},
    ),
    (
        "2019-10-03",
        "The foreign minister of Greece Nikos Dendias met Turkish officials.",
        {"The foreign minister of Greece Nikos Dendias": "GRC GOV, foreign minister, Nikos Dendias"},
    ),
    (
        "1995-03-10",
        "The South African president met Moroccan officials.",
        {"The South African president": "ZAF GOV, president, Nelson Mandela"},
    ),
    (
        "2021-11-10",
        "The U.S. president telephoned the Japanese prime minister.",
        {
            "The U.S. president": "USA GOV, president, Joe Biden",
            "the Japanese prime minister": "JPN GOV, prime minister, Fumio Kishida",
        },
    ),
    (
        "1984-11-10",
        "Egypt's president met the Israeli prime minister.",
        {
            "Egypt's president": "EGY GOV, president, Hosni Mubarak",
            "the Israeli prime minister": "ISR GOV, prime minister, Shimon Peres",
        },
    ),
    (
        "1977-11-21",
        "The Egyptian president visited Jerusalem.",
        {"The Egyptian president": "EGY GOV, president, Anwar Sadat"},
    ),
    ("1962-10-24", "The U.S. president warned Cuba.", {"The U.S. president": "USA GOV, president, John F. Kennedy"}),
    (
        "2008-07-01",
        "China's foreign minister visited Pyongyang.",
        {"China's foreign minister": "CHN GOV, foreign minister, Yang Jiechi"},
    ),
    # a past time in the sentence: the holder may be another
    (
        "2005-07-01",
        "In 1983 the Egyptian president visited Zaire.",
        {"the Egyptian president": "EGY GOV, president, -"},
    ),
    # an office of which there are many at a time
    (
        "2005-07-01",
        "A Japanese deputy minister visited Hanoi.",
        {"A Japanese deputy minister": "JPN GOV, deputy minister, -"},
    ),
    (
        "2005-07-01",
        "The next Egyptian president must visit Israel.",
        {"The next Egyptian president": "EGY GOV, president, -"},
    ),
]

FORCES_AND_OTHERS = [
    ("1987-06-01", "The Panamanian gas carrier was attacked by Iran.", {"The Panamanian gas carrier": "PAN BUS"}),
    (
        "2013-01-20",
        "French troops attacked Islamist rebels in Mali.",
        {"French troops": "FRA MIL", "Islamist rebels in Mali": "MLI REB"},
    ),
    (
        "1982-05-03",
        "Argentina's navy said a British submarine had sunk a cruiser.",
        {"Argentina's navy": "ARG MIL", "a British submarine": "GBR MIL"},
    ),
    (
        "1999-04-10",
        "NATO warplanes bombed Serbian police.",
        {"NATO warplanes": "NATO MIL", "Serbian police": "SRB COP"},
    ),
    (
        "2020-06-17",
        "Chinese soldiers clashed with Indian troops.",
        {"Chinese soldiers": "CHN MIL", "Indian troops": "IND MIL"},
    ),
    (
        "1999-09-20",
        "Indonesian police arrested Australian journalists.",
        {"Indonesian police": "IDN COP", "Australian journalists": "AUS MED"},
    ),
    ("2018-10-21", "Honduran migrants crossed into Mexico.", {"Honduran migrants": "HND REF"}),
    ("2017-09-04", "Rohingya refugees fled Myanmar.", {"Myanmar": "MMR"}),
    ("2019-02-01", "Venezuela's opposition asked Colombia for help.", {"Venezuela's opposition": "VEN OPP"}),
    (
        "1986-11-20",
        "Nicaraguan rebels attacked a Cuban ship.",
        {"Nicaraguan rebels": "NIC REB", "a Cuban ship": "CUB BUS"},
    ),
    (
        "2018-12-20",
        "Canadian police arrested a Chinese businesswoman.",
        {"Canadian police": "CAN COP", "a Chinese businesswoman": "CHN BUS"},
    ),
    ("2012-12-20", "A Russian oil company signed a deal with Iraqi Kurdistan.", {"A Russian oil company": "RUS BUS"}),
    (
        "1990-07-04",
        "Albanian refugees stormed the Italian embassy.",
        {"Albanian refugees": "ALB REF", "the Italian embassy": "ITA GOV"},
    ),
    ("2016-11-20", "Indian lawmakers criticised Pakistani cricketers.", {"Indian lawmakers": "IND LEG"}),
    (
        "2007-03-24",
        "Iranian Revolutionary Guards seized British sailors.",
        {"Iranian Revolutionary Guards": "IRN MIL", "British sailors": "GBR MIL"},
    ),
    ("2009-05-18", "Somali pirates freed a Greek tanker.", {"Somali pirates": "SOM CRM", "a Greek tanker": "GRC BUS"}),
    (
        "2010-03-26",
        "A Spanish judge charged Chilean officers.",
        {"A Spanish judge": "ESP JUD", "Chilean officers": "CHL MIL"},
    ),
    ("2014-09-12", "Kenyan farmers sued Britain.", {"Kenyan farmers": "KEN CVL"}),
    ("2023-07-14", "Chinese hackers broke into the network of the State Department.", {"Chinese hackers": "CHN CRM"}),
    (
        "1997-08-15",
        "Egyptian intelligence chief Omar Suleiman met Hamas.",
        {"Egyptian intelligence chief Omar Suleiman": "EGY SPY", "Hamas": "PSE REB"},
    ),
    (
        "2022-09-15",
        "Anti-government protesters in Iran attacked the Turkish consulate.",
        {"Anti-government protesters in Iran": "IRN CVL", "the Turkish consulate": "TUR GOV"},
    ),
]

BODIES = [
    ("2015-07-14", "Iran and six world powers signed an accord.", {"six world powers": "P5PLUS1 IGO", "Iran": "IRN"}),
    ("1999-03-25", "The U.N. Security Council condemned the raid.", {"The U.N. Security Council": "UNSC IGO"}),
    ("2011-11-12", "The Arab League suspended Syria.", {"The Arab League": "AL IGO", "Syria": "SYR"}),
    ("2020-01-30", "The World Health Organization thanked China.", {"The World Health Organization": "WHO IGO"}),
    ("2023-07-30", "ECOWAS threatened Niger's junta with force.", {"ECOWAS": "ECOWAS IGO", "Niger's junta": "NER GOV"}),
    ("2006-07-12", "Hezbollah captured two Israeli soldiers.", {"Hezbollah": "LBN", "two Israeli soldiers": "ISR MIL"}),
    ("2021-08-15", "The Taliban entered Kabul.", {"The Taliban": "AFG"}),
    ("2014-06-10", "Islamic State fighters overran Mosul.", {"Islamic State fighters": "IS"}),
    ("1994-03-10", "Bosnian Serbs shelled Sarajevo.", {"Bosnian Serbs": "BIH"}),
    (
        "2019-03-20",
        "The European Commission fined the American company.",
        {"The European Commission": "ECOMM IGO", "the American company": "USA BUS"},
    ),
    ("1988-05-20", "UNITA rebels shot down a Cuban plane.", {"UNITA rebels": "AGO REB"}),
    ("2009-11-20", "IAEA inspectors visited Iran.", {"IAEA inspectors": "IAEA"}),
    ("2017-01-05", "Amnesty International criticised Turkey.", {"Amnesty International": "AMNESTY NGO"}),
    ("1993-10-04", "U.N. peacekeepers in Somalia came under fire.", {"U.N. peacekeepers": "UN MIL"}),
    (
        "2022-03-16",
        "The International Court of Justice ordered Russia to stop.",
        {"The International Court of Justice": "ICJ IGO"},
    ),
]

ABROAD = [
    ("2006-02-05", "Protesters burned the Danish embassy in Beirut.", {"the Danish embassy": "DNK GOV"}),
    ("1979-11-05", "Students seized the U.S. embassy in Tehran.", {"the U.S. embassy": "USA GOV"}),
    ("2016-01-03", "A crowd stormed the Saudi embassy.", {"the Saudi embassy": "SAU GOV"}),
    ("1998-08-08", "Washington closed its embassy in Khartoum.", {"its embassy": "USA GOV"}),
    (
        "1996-12-18",
        "Rebels seized the residence of Japan's ambassador in Lima.",
        {"Japan's ambassador": "JPN GOV, ambassador"},
    ),
]

NAMESAKES = [
    ("2013-07-27", "Canada honoured its veterans of the Korean War.", {"Korean": NOBODY, "Korean War": NOBODY}),
    ("2008-09-22", "A film about the Iran–Iraq War opened in Canada.", {"Iran": NOBODY, "Iraq": NOBODY}),
    ("2019-01-06", "Senator Francis Rooney visited Chile.", {"Senator Francis Rooney": NOBODY, "Francis": NOBODY}),
    ("2021-01-06", "Georgia voters elected two senators.", {"Georgia": NOBODY}),
    ("1996-01-06", "Michael Jordan visited China.", {"Michael Jordan": NOBODY, "China": "CHN"}),
    ("2001-07-06", "She served tea in bone china after the turkey dinner.", {"china": NOBODY, "turkey": NOBODY}),
    ("2002-07-06", "Chad Smith joined the Thai team.", {"Chad": NOBODY, "Chad Smith": NOBODY}),
    ("2002-07-06", "Pilgrims from Brazil bathed in the Jordan River.", {"Jordan": NOBODY, "the Jordan River": NOBODY}),
    ("1997-03-25", "Cuba Gooding won an award.", {"Cuba": NOBODY, "Cuba Gooding": NOBODY}),
    ("2007-06-25", "Paris Hilton left jail.", {"Paris": NOBODY, "Paris Hilton": NOBODY}),
    (
        "2007-06-25",
        "The tale by Washington Irving was filmed in Spain.",
        {"Washington Irving": NOBODY, "Washington": NOBODY},
    ),
    ("2015-02-15", "A storm hit New England.", {"England": NOBODY, "New England": NOBODY}),
    ("2015-02-15", "Police in Paris, Texas, arrested two men.", {"Paris": NOBODY, "Paris, Texas": NOBODY}),
    (
        "2015-02-15",
        "Indiana Jones and Denzel Washington met in Vienna, Virginia.",
        {"Vienna": NOBODY, "Washington": NOBODY},
    ),
    ("1988-02-15", "He ate French fries and Turkish delight.", {"French": NOBODY, "Turkish": NOBODY}),
    ("2019-02-15", "She studied Russian and German at school.", {"German": NOBODY}),
    ("2003-02-15", "The New Mexico governor met the mayor of Lima, Ohio.", {"Mexico": NOBODY, "Lima": NOBODY}),
    ("2020-02-15", "Shares of Air France fell.", {"France": NOBODY, "Air France": NOBODY}),
    ("1998-02-15", "The Panama Canal was closed.", {"Panama": NOBODY}),
    ("2014-02-15", "Jordan Spieth beat Ireland's best golfer.", {"Jordan": NOBODY}),
    ("2018-02-15", "The Guinea pig escaped.", {"Guinea": NOBODY}),
    ("2018-02-15", "Washington state sued the company.", {"Washington": NOBODY, "Washington state": NOBODY}),
    ("2018-02-15", "The Gulf of Mexico is warm.", {"Mexico": NOBODY}),
    ("2018-02-15", "The Indian Ocean is warm.", {"Indian": NOBODY}),
    ("2018-02-15", "Kiev's Dynamo was beaten by Turkey's captain.", {"turkey": NOBODY}),
]

QUALIFIED_ONLY = [
    ("1987-06-01", "Workers of Indian origin left Fiji.", {"Indian": NOBODY, "Workers of Indian origin": NOBODY}),
    ("2019-09-15", "Iran-backed rebels attacked Saudi Arabia.", {"Iran": NOBODY, "Saudi Arabia": "SAU"}),
    ("2022-09-15", "A U.S.-led coalition bombed Raqqa.", {"U.S.": NOBODY}),
    ("2018-05-15", "Greece bought French-built frigates.", {"French": NOBODY, "Greece": "GRC"}),
    ("2020-05-15", "The British-born banker fled to Dubai.", {"British": NOBODY}),
]

RELATED = [
    ("2012-05-14", "Sudan accused its southern neighbour of an attack.", {"its southern neighbour": NOBODY}),
    ("2012-05-14", "Washington warned Moscow's allies.", {"Moscow's allies": NOBODY}),
    ("2012-05-14", "Russia's ally Syria thanked China.", {"Russia's ally": NOBODY, "Syria": "SYR"}),
    ("1983-10-26", "The U.S. invasion of Grenada angered its NATO allies.", {"its NATO allies": NOBODY}),
    ("1996-10-26", "Iraq's enemies were pleased.", {"Iraq's enemies": NOBODY}),
]

FAMILY = [
    (
        "1998-12-01",
        "The son of Libyan leader Muammar Gaddafi visited Malta.",
        {"The son of Libyan leader Muammar Gaddafi": "LBY ELI"},
    ),
    ("2018-01-20", "Kim Jong-un's sister arrived in Seoul.", {"Kim Jong-un's sister": "PRK ELI"}),
    ("2015-10-20", "The wife of the Cuban president arrived in Hanoi.", {"The wife of the Cuban president": "CUB ELI"}),
]

ALL = [
    *STATES,
    *OFFICES,
    *OFFICES_BY_DATE,
    *FORCES_AND_OTHERS,
    *BODIES,
    *ABROAD,
    *NAMESAKES,
    *QUALIFIED_ONLY,
    *RELATED,
    *FAMILY,
]


@pytest.mark.parametrize(("date", "text", "expected"), ALL, ids=[text for _, text, _ in ALL])
def test_the_words_stand_for(reader, date, text, expected):
    check(reader, date, text, expected)


KNOWN_FAILURES = [
    pytest.param(
        "2018-03-14",
        "Prime Minister Theresa May spoke. May blamed Moscow.",
        {"May": "GBR GOV"},
        marks=pytest.mark.xfail(strict=True, reason="the parser takes a name that is a word for an auxiliary verb"),
    ),
    pytest.param(
        "2000-06-14",
        "The leaders of the two Koreas signed an accord.",
        {"The leaders of the two Koreas": "PRK GOV; KOR GOV"},
        marks=pytest.mark.xfail(strict=True, reason="one name for two states is no entry of the knowledge"),
    ),
    pytest.param(
        "2018-03-14",
        "Brussels warned Poland.",
        {"Brussels": "EU"},
        marks=pytest.mark.xfail(strict=True, reason="Brussels is read as Belgium's government, not as the Union's"),
    ),
    pytest.param(
        "2011-08-22",
        "NATO aircraft bombed Libya.",
        {"NATO aircraft": "NATO MIL"},
        marks=pytest.mark.xfail(strict=True, reason="an aircraft is civil unless a word says otherwise"),
    ),
]


@pytest.mark.parametrize(("date", "text", "expected"), KNOWN_FAILURES)
def test_what_is_not_yet_read(reader, date, text, expected):
    check(reader, date, text, expected)

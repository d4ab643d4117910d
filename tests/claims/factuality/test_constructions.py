"""The constructions that decide how surely something is told: each line is a sentence, its act in capitals, the value.

The auxiliary modes that the act must have are written after the value.
"""

import re

import pytest
from telling import reality_of

SCOPE = """
The senate did not RATIFY the treaty because of the strike. | CT-
Malta not only SIGNED the pact but paid for it. | CT+
Not until March did Chile OPEN the pass. | CT+
Brunei has never SENT an observer. | CT-
At no time did the garrison LEAVE the fort. | CT-
Under no circumstances did the pilots CROSS the line. | CT-
Neither Cyprus nor Malta JOINED the bloc. | CT-
None of the envoys SIGNED the text. | CT-
No one SAW the convoy. | CT-
Nothing was DECIDED in Lima. | CT-
Few believed it, and no ship SAILED. | CT-
Qatar did not attend the summit, nor did it SEND a message. | CT-
Fiji neither ATTENDED nor sent a message. | CT-
Bolivia no longer IMPORTS gas from its neighbour. | CT-
Peru can no longer EXPORT copper to the island. | CT-
The talks ended without an AGREEMENT. | CT-
Egypt did not hold TALKS with the rebels. | CT- negation
Serfs had no right to MARRY. | CT-
The delegation flew home without SIGNING the accord. | CT-
Laos chose to wait rather than ATTACK. | CT-
There was no BREAKTHROUGH in Geneva. | CT-
No state that BORDERS the lake objected. | CT-
There is nobody who SUPPORTS the plan. | CT-
The absence of a CEASEFIRE worried Oslo. | CT-
The clinic is far from FINISHED. | CT-
Samoa stopped short of EXPELLING the envoy. | CT-
The measure fell short of BANNING the trade. | CT-
Nauru has yet to RATIFY the treaty. | CT-
The treaty is yet to be RATIFIED. | CT-
The treaty remains to be SIGNED. | Uu
The army did not just SHELL the port. | CT+
The envoy did not MEET the rebels in person but by telephone. | CT-
Oman hardly PROTESTED. | PR-
Oman made little PROGRESS. | PR-
Oman made a little PROGRESS. | CT+
The border was little CHANGED. | PR-
Oman neither paid nor apologised, but the union did not PROTEST. | CT-
The buyers are not locked into PAYING twice. | CT-
The frigate almost SANK. | CT-
The king rarely RECEIVES envoys. | CT+
Never before had Norway SENT so many soldiers. | CT+
Never again will Norway SEND its soldiers there. | PR- future
Oslo vowed that its fleet never again would SHELL the port. | PR-
The envoys spoke not only about the BLOCKADE but about fish. | CT+
The forecast was anything but ENCOURAGING. | CT-
"""

IMPLICATIVE = """
The rebels managed to SEIZE the airfield. | CT+
The rebels were able to SEIZE the airfield. | CT+
The rebels were unable to SEIZE the airfield. | CT-
The rebels could not SEIZE the airfield. | CT-
Iceland had to CLOSE its border. | CT+
Iceland did not have to CLOSE its border. | CT-
Iceland was forced to CLOSE its border. | CT+
The court refused to HEAR the case. | CT-
The court declined to HEAR the case. | CT-
The minister took the time to VISIT the camp. | CT+
The minister had the courage to APOLOGISE. | CT+
The minister missed a chance to APOLOGISE. | CT-
The bank broke its promise to LEND the money. | CT-
The bank kept its promise to LEND the money. | CT+
The bank fulfilled its pledge to LEND the money. | CT+
The general hesitated to ATTACK. | CT-
The general did not hesitate to ATTACK. | CT+
The crew neglected to INFORM the port. | CT-
The guards prevented the crowd from ENTERING. | CT-
The guards did not prevent the crowd from ENTERING. | CT+
The guards kept the crowd from ENTERING. | CT-
The storm discouraged the fleet from SAILING. | CT-
The envoys were barred from ENTERING the hall. | CT-
Brazil talked its neighbour into SIGNING. | CT+
Brazil talked its neighbour out of SIGNING. | CT-
Sanctions led Iran to CUT output. | CT+
The blast caused the dam to COLLAPSE. | CT+
The premier happened to MEET the king. | CT+
The premier went on to MEET the king. | CT+
The premier went as far as to INSULT the king. | CT+
Niger became the first state to RATIFY the pact. | CT+
The museum borrowed nine masks to FILL its new hall. | PR+
The crew has gone ashore to BURY its captain. | PR+
The crew will go ashore to BURY its captain. | PS+
The premier ended up LEAVING. | CT+
The police were quick to ARREST the leaders. | CT+
The police were slow to ARREST the leaders. | CT-
The fleet is too weak to BLOCKADE the port. | CT-
The toll is too high for farmers to PAY. | CT-
The fleet is strong enough to BLOCKADE the port. | PS+
The council decided against SENDING troops. | CT-
The council voted against SENDING troops. | CT-
The talks succeeded in ENDING the war. | CT+
The talks did not succeed in ENDING the siege. | CT-
The mission failed in RESCUING the hostages. | CT-
The rebels called off the ATTACK. | CT-
The rebels postponed the ATTACK. | CT-
Troops thwarted the COUP. | CT-
The plotters attempted a COUP. | Uu
The troops began SHELLING the town. | CT+
The troops kept SHELLING the town. | CT+
The troops stopped SHELLING the town. | CT-
The premier stopped to TALK to the miners. | CT+
The costs rose to REACH a million. | CT+
The tour is to INCLUDE Malta. | PR+
"""

FACTIVE = """
It is odd that Gabon LEFT the bloc. | CT+
It is regrettable that Gabon LEFT the bloc. | CT+
Togo is unaware that Gabon has LEFT the bloc. | CT+
Togo was pleased that Gabon had LEFT the bloc. | CT+
The fact that Gabon LEFT the bloc surprised Togo. | CT+
The irony is that Gabon LEFT first. | CT+
Togo forgot that Gabon had LEFT the bloc. | CT+
Togo overlooked that Gabon had LEFT the bloc. | CT+
Togo apologised for EXPELLING the nuns. | CT+
Togo refused to apologise for EXPELLING the nuns. | CT+
Togo was condemned for EXPELLING the nuns. | CT+
The court jailed him for SPYING. | CT+
The king thanked Oman for SENDING aid. | CT+
The punishment for SELLING the secrets was harsh. | CT+
Ghana is known for MINING gold. | CT+
Critics deplored the RAID. | CT+
The envoy hopes to settle the DISPUTE. | CT+
The guards foiled an ATTEMPT on the bishop. | CT+
Complaints about the STRIKE filled the papers. | CT+
Critics do not know why Spain RECALLED its consul. | CT+
Reporters asked what Spain had DECIDED. | CT+
The general was accused of the MASSACRE. | CT+
"""

BELIEF = """
Experts think that Burma BOUGHT the missiles. | PR+
Experts do not think that Burma BOUGHT the missiles. | PR-
Experts suspect that Burma BOUGHT the missiles. | PR+
Burma may have BOUGHT the missiles. | PS+
Burma must have BOUGHT the missiles. | PR+
Burma cannot have BOUGHT the missiles. | CT-
Burma seems to have BOUGHT the missiles. | PR+
Burma is said to have BOUGHT the missiles. | PR+
Burma is likely to have BOUGHT the missiles. | PR+
Burma is rumoured to have BOUGHT the missiles. | PR+
Perhaps Burma BOUGHT the missiles. | PS+
Burma probably did not BUY the missiles. | PR-
There are rumours that Burma BOUGHT the missiles. | PS+
There is no doubt that Burma BOUGHT the missiles. | CT+
There is little evidence that Burma BOUGHT the missiles. | PR-
It is doubtful that Burma BOUGHT the missiles. | PR-
It is not clear whether Burma BOUGHT the missiles. | Uu
Nobody knows whether Burma BOUGHT the missiles. | Uu
Burma denies BUYING the missiles. | CT-
Burma denied having BOUGHT the missiles. | CT-
Burma rejected claims that it had BOUGHT the missiles. | PR-
Burma dismissed reports that it had BOUGHT the missiles. | PR-
Admirals discounted the likelihood of an INVASION. | PR-
The alleged BRIBE was paid in cash. | PR+
Allegations of BRIBERY were made. | PS+
The colonel is accused of planning the MASSACRE. | CT+
The colonel is accused of planning a MASSACRE. | PS+
The mill is a target for THEFTS. | PS+
"""

AIM = """
Yemen wants to JOIN the club. | Uu
Yemen does not want to JOIN the club. | Uu
The council is moving to DISSOLVE the guard. | Uu
Yemen hopes that Oman will HELP. | Uu
Yemen is an advocate of EXPANSION. | Uu
Yemen asked Oman to HELP. | Uu
Yemen demanded that Oman be EXPELLED. | Uu
Yemen insisted that the prisoners be FREED. | Uu
The charter requires that each member PAY its share. | Uu
The plea for a TRUCE went unheard. | Uu
The aim is to WIN the vote. | Uu
The hope was to REOPEN the bridge. | Uu
Efforts to REOPEN the bridge continued. | Uu
The ministers discussed ways to REOPEN the bridge. | Uu
Rebels are trying to REOPEN the bridge. | Uu
The offer to MEDIATE was welcome. | Uu
Denmark must LEAVE the fund. | Uu
Denmark should LEAVE the fund. | Uu
Denmark ought to LEAVE the fund. | Uu
Denmark needs to LEAVE the fund. | Uu
Denmark must not LEAVE the fund. | Uu negation
Denmark is opposed to LEAVING the fund. | Uu
Denmark is looking forward to LEAVING the fund. | Uu
Denmark warned against LEAVING the fund. | Uu
Denmark is interested in LEAVING the fund. | Uu
The two sides conferred on SHARING the river. | Uu
Please RELEASE the crew. | Uu
Do not RELEASE the crew. | Uu negation
"""

AHEAD = """
Jamaica will HOST the games. | PR+ future
Jamaica said it would HOST the games. | PR+ future
Jamaica, officials said, would HOST the games. | PR+ future
Jamaica is going to HOST the games. | PR+ future
Jamaica is HOSTING the games next year. | PR+ future
The envoy is LEAVING soon. | PR+ future
Jamaica agreed to HOST the games. | PR+ future
Jamaica has decided to HOST the games. | PR+ future
Jamaica voted to HOST the games. | PR+ future
Jamaica vowed to HOST the games. | PR+ future
Jamaica is due to HOST the games. | PR+ future
Jamaica announced plans to HOST the games. | PR+ future
The eve of a COUP is quiet. | PR+ future
The army is on the verge of RETREATING. | PR+ future
Jamaica will hold a SUMMIT in June. | PR+ future
Jamaica will not HOST the games. | PR- future negation
Jamaica offered to HOST the games. | PS+ future
Jamaica may HOST the games. | PS+
Jamaica can HOST the games. | PS+
Jamaica has the right to HOST the games. | PS+
Jamaica is free to HOST the games. | PS+
Jamaica was allowed to HOST the games. | PS+
Jamaica would WELCOME the games. | PS+ hypothetical
The fleet will sail once the storm ENDS. | PS+
Oil will flow until the siege ENDS. | PS+
The ministers met to DISCUSS the dam. | PR+
The ministers flew to Rome to DISCUSS the dam. | PR+
A fund to REBUILD the port was set up. | Uu
The rebels, to GAIN time, asked for talks. | PS+
"""

CONDITION = """
If Chad WITHDRAWS, the force will collapse. | Uu hypothetical
The force will COLLAPSE if Chad withdraws. | PS+ hypothetical
Should Chad WITHDRAW, the force will collapse. | Uu hypothetical
Had Chad WITHDRAWN, the force would have collapsed. | Uu hypothetical
If Chad had withdrawn, the force would have COLLAPSED. | CT-
Unless Chad PAYS, the lights go out. | Uu hypothetical
Chad will stay provided that the donors PAY. | Uu hypothetical
Chad asked whether the donors would PAY. | Uu
Chad could have ATTACKED. | PS+
Chad should have PAID. | CT-
If he was angry, he did not SHOW it. | CT-
Did Chad PAY? | Uu
Has Chad PAID the fee? | Uu
Why did Chad PAY the fee? | CT+
Who PAID the fee? | CT+
Which towns did Chad SHELL? | CT+
Chad PAID the fee? | CT+
Any ATTACK will be punished. | Uu
"""

PHRASES = """
The miners struck in the hope of RAISING wages. | Uu
The envoy came with a view to MEDIATING. | Uu
The fleet sailed in an attempt to BREAK the blockade. | Uu
The bank cut rates in a bid to REVIVE growth. | Uu
He fled for fear of being ARRESTED. | PS+
Two men were held on suspicion of SMUGGLING. | PS+
The mayor was tried on charges of STEALING funds. | PS+
The pact depends on Oman PAYING its debt. | Uu
In the event of an INVASION, the bridges will be blown. | Uu
In case of an ATTACK, sirens will sound. | Uu
The threat of a STRIKE hung over the port. | PS+
The prospect of a MERGER lifted the shares. | PS+
The ban on FISHING was welcomed. | CT-
The cost of REBUILDING the dam was high. | Uu
The right to VOTE was granted. | PS+
The law is designed to PROTECT the forests. | Uu
The campaign is aimed at REDUCING smoking. | Uu
The plan calls for CUTTING jobs. | Uu
The plan provides for a PULLOUT. | Uu
The group claimed responsibility for BOMBING the bank. | CT+
The firm is close to SIGNING the deal. | PR+
The firm came close to SIGNING the deal. | CT-
The firm is capable of BUILDING the dam. | PS+
The firm is accused of DUMPING waste. | PS+
The firm is guilty of DUMPING waste. | CT+
The firm was fined for DUMPING waste. | CT+
The firm was cleared of DUMPING waste. | CT-
The firm got away with DUMPING waste. | CT+
The firm insisted on PAYING. | PR+
The firm thought about PAYING. | PS+
The firm apologised after DUMPING waste. | CT+
The firm won by CUTTING prices. | CT+
The firm left before PAYING. | CT+
The firm will leave before PAYING. | PR+
Far from HELPING, the aid did harm. | CT-
Despite LOSING the vote, he stayed. | CT+
"""

MODALS = """
Lisbon never once VISITED the fort. | CT-
Lisbon supposedly SOLD the fort. | PS+
Lisbon ostensibly SOLD the fort. | PR+
Lisbon nearly SOLD the fort. | CT-
Lisbon only just SAVED the fort. | CT+
Lisbon certainly SOLD the fort. | CT+
Lisbon might well SELL the fort. | PS+
Lisbon will probably SELL the fort. | PR+
Lisbon will hardly SELL the fort. | PR-
Lisbon used to SELL slaves. | CT+
Lisbon has to SELL the fort. | Uu
Lisbon is supposed to SELL the fort. | PS+
Lisbon was supposed to SELL the fort. | PS+
Lisbon will have to SELL the fort. | Uu
Lisbon would have had to SELL the fort. | CT-
Lisbon may be forced to SELL the fort. | PS+
Lisbon can be expected to SELL the fort. | PS+
Lisbon is thought to be planning to SELL the fort. | PR+
Lisbon has not yet SOLD the fort. | CT-
Lisbon has still not SOLD the fort. | CT-
Lisbon has already SOLD the fort. | CT+
Lisbon is SELLING the fort. | CT+
Lisbon has been unable to SELL the fort. | CT-
Lisbon may not be able to SELL the fort. | PS-
Lisbon will not be allowed to SELL the fort. | PR-
Lisbon cannot be forced to SELL the fort. | CT-
Lisbon did not manage to avoid SELLING the fort. | CT+
Lisbon failed to prevent the SALE. | CT+
Lisbon refused to rule out SELLING the fort. | CT+
"""

TELLING = """
"Cuba has FALLEN," he said. | CT+
He said that Cuba had FALLEN. | CT+
He did not say that Cuba had FALLEN. | Uu
He did not say whether Cuba had FALLEN. | Uu
He promised that Cuba would FALL. | PR+
He warned that Cuba would FALL. | PS+
He predicted that Cuba would FALL. | PR+
He hoped that Cuba would FALL. | Uu
He feared that Cuba would FALL. | PS+
He doubted that Cuba would FALL. | PR-
He wished that Cuba had FALLEN. | Uu
He imagined that Cuba had FALLEN. | PR+
He pretended that Cuba had FALLEN. | CT-
He lied that Cuba had FALLEN. | CT-
He proved that Cuba had FALLEN. | CT+
He confirmed that Cuba had FALLEN. | CT+
He suggested that Cuba had FALLEN. | PS+
He proposed that Cuba be FREED. | Uu
He ordered that Cuba be FREED. | Uu
He asked if Cuba had FALLEN. | Uu
It turned out that Cuba had FALLEN. | CT+
It is believed that Cuba has FALLEN. | PR+
It is not true that Cuba has FALLEN. | CT-
It is false that Cuba has FALLEN. | CT-
It is likely that Cuba has FALLEN. | PR+
It is important that Cuba not FALL. | Uu
It is possible for Cuba to FALL. | PS+
It was clear that Cuba had FALLEN. | CT+
It remains to be seen whether Cuba will FALL. | Uu
According to the radio, Cuba has FALLEN. | CT+
Reports that Cuba had FALLEN were wrong. | PR-
The claim that Cuba had FALLEN was false. | PR-
The belief that Cuba had FALLEN spread. | PR+
The order to FREE Cuba came late. | Uu
The decision to FREE Cuba came late. | PR+
The failure to FREE Cuba hurt him. | CT-
The ability to FREE Cuba is rare. | PS+
"""

KINDS = """
The RATIFICATION process took nine years. | CT+
The SIEGE victims were buried in Split. | CT+
Divers reached the CRASH site. | CT+
"""

HEADLINES = """
Turkey to WITHDRAW its tanks from the border | PR+ future
To WITHDRAW now would be folly. | Uu
The rebels, who promised to come and SIGN, stayed away. | PR+ future
Members have to pay their dues and VOTE. | Uu
The crew tried to save the ship and LEFT at dawn. | CT+
Guests may use the harbour, so please PAY the fee. | Uu
"""


def cases(table: str) -> list[object]:
    rows = [line.split(" | ") for line in table.strip().splitlines()]
    return [pytest.param(sentence, value, id=sentence) for sentence, value in rows]


def lowered(sentence):
    act = re.findall(r"\b[A-Z]{3,}\b", sentence)[-1]
    return sentence.replace(act, act.lower()), act.lower()


def check(reader, sentence, expected):
    value, *auxiliary = expected.split()
    found = reality_of(reader, *lowered(sentence))
    assert found.factuality == value, found
    assert set(auxiliary) <= set(found.auxiliary), found


@pytest.mark.parametrize(("sentence", "expected"), cases(SCOPE))
def test_negation_reaches_what_it_denies(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(IMPLICATIVE))
def test_verbs_nouns_and_phrases_settle_what_is_under_them(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(FACTIVE))
def test_what_is_felt_judged_or_answered_for_is_so(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(BELIEF))
def test_hearsay_and_evidence_leave_a_likelihood(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(AIM))
def test_what_is_wanted_asked_or_owed_stays_open(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(AHEAD))
def test_what_is_to_come_is_not_yet_so(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(CONDITION))
def test_conditions_and_questions_tell_nothing(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(PHRASES))
def test_prepositions_say_what_their_nouns_and_gerunds_are_worth(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(MODALS))
def test_modals_adverbs_and_negations_combine(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(TELLING))
def test_what_is_told_is_as_sure_as_its_cue_and_what_is_said_of_it(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(HEADLINES))
def test_headlines_and_joined_verbs_go_with_the_right_clause(reader, sentence, expected):
    check(reader, sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), cases(KINDS))
def test_nouns_of_a_course_a_measure_or_its_victims_tell_what_they_are_of(reader, sentence, expected):
    found = reality_of(reader, *lowered(sentence))
    assert found.factuality == expected
    assert found.openness != "kind"


def test_a_forecast_that_is_only_believed_is_less_than_a_forecast(reader):
    told, believed = "The mill will close.", "They believe that the mill will close."
    assert reality_of(reader, believed, "close").degree < reality_of(reader, told, "close").degree


def test_a_noun_that_only_names_a_kind_is_less_than_an_act(reader):
    assert reality_of(reader, "Rescue teams arrived.", "Rescue").degree < 2


@pytest.mark.parametrize(
    ("sentence", "act", "why"),
    [
        ("Kenya refused to sign.", "sign", "“refused” makes what follows not happen"),
        ("Kenya did not refuse to sign.", "sign", "“refuse”, negated, makes what follows happen"),
        ("Kenya did not sign.", "sign", "“not” denies it"),
        ("No state signed.", "signed", "“No state” denies it"),
        ("Kenya will sign.", "sign", "“will” puts it in the future, where it is probable"),
        ("Kenya may sign.", "sign", "“may” makes it only possible"),
        ("Kenya wants to sign.", "sign", "“wants” leaves open whether it is so"),
        ("If Kenya signs, the siege will end.", "signs", "“If” makes it a condition"),
        ("Has Kenya signed?", "signed", "it is asked and not told"),
        ("Sign the paper.", "Sign", "it is commanded and not told"),
        ("Kenya regrets that it signed.", "signed", "“regrets” takes it for a fact"),
    ],
)
def test_the_reason_reads_on_from_because(reader, sentence, act, why):
    assert reality_of(reader, sentence, act).why == (why,)

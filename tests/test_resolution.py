"""Which time is meant: names that come round again, times in hand, quarters; by default as of Wednesday 2025-04-09."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

ANCHOR = "2025-04-09"


def values(extractor, text, published=ANCHOR, **given):
    """The TIMEX3 values of a text, in its order."""
    facts = extractor.extract(text, published=published, format="text", **given).facts
    return [fact.timex for fact in facts if fact.kind in ("date", "time", "duration", "set")]


def rows(*cases):
    """Each text with its values, the text as id."""
    return [pytest.param(text, timex.split(), id=text) for text, timex in cases]


WEEKDAYS = rows(
    ("The mayor resigned on Monday.", "2025-04-07"),
    ("The mayor resigned Wednesday.", "2025-04-09"),
    ("Officials have met union leaders since Thursday.", "2025-04-03"),
    ("The ferry sank off the coast on Saturday, killing two.", "2025-04-05"),
    ("Turnout may have fallen on Sunday.", "2025-04-06"),
    ("The ship could have sunk on Monday.", "2025-04-07"),
    ("The council will vote on Monday.", "2025-04-14"),
    ("The council votes on Friday.", "2025-04-11"),
    ("The minister meets union leaders on Friday.", "2025-04-11"),
    ("The team is flying to Lima on Thursday.", "2025-04-10"),
    ("She is going to appeal on Friday.", "2025-04-11"),
    ("The verdict is due Thursday.", "2025-04-10"),
    ("The final is on Sunday.", "2025-04-13"),
    ("Trading is to resume on Friday.", "2025-04-11"),
    ("The house, sold on Monday, is empty.", "2025-04-07"),
    ("The strike was due to begin on Friday.", "2025-04-11"),
    ("The union shelved plans for a march on Friday.", "2025-04-11"),
    ("The permit had been due to lapse on Friday.", "2025-04-04"),
    ("The game had been scheduled for Saturday.", "2025-04-05"),
    ("Its purchase of the mine is scheduled to close Monday.", "2025-04-14"),
    ("The prosecutor scheduled a hearing for Tuesday.", "2025-04-15"),
    ("Marchers planned a rally at the port on Saturday.", "2025-04-12"),
    ("Lawmakers expect a deal by Friday.", "2025-04-11"),
    ("He vowed on Monday to step down.", "2025-04-07"),
    ("He vowed to step down on Monday.", "2025-04-14"),
    ("She was asked on Friday to leave.", "2025-04-04"),
    ("Output was estimated on Tuesday at 300 tons.", "2025-04-08"),
    ("Creditors gave the airline until Friday to pay.", "2025-04-11"),
    ("The deadline was extended to Sunday.", "2025-04-13"),
    ("Until Monday, nobody had called it a crime.", "2025-04-07"),
    ("The hearing was adjourned until Monday.", "2025-04-14"),
    ("The hearing was adjourned on Monday.", "2025-04-07"),
    ("Shares hit a record on Monday.", "2025-04-07"),
    ("Shares fall on Monday", "2025-04-07"),
    ("Tuesday's storm will cost millions.", "2025-04-08"),
    ("The fair ran from Thursday to Sunday.", "2025-04-03 2025-04-06"),
    ("The fair will run from Friday to Tuesday.", "2025-04-11 2025-04-15"),
    ("He will speak on Friday about the attack on Monday.", "2025-04-11 2025-04-07"),
    ("She will skip Sunday's race after the defeat on Saturday.", "2025-04-13 2025-04-05"),
    ("The win on Saturday will lift the team.", "2025-04-05"),
    ("He will speak about the attack on Monday.", "2025-04-14"),
    ("They plan to carry out the attack on Friday.", "2025-04-11"),
    ("They will meet on Friday before the summit on Sunday.", "2025-04-11 2025-04-13"),
    ("She worked there between Monday and Thursday.", "2025-03-31 2025-04-03"),
    ("It bought the shares between March 20 and Monday.", "2025-03-20 2025-04-07"),
    ("It rained last Sunday.", "2025-04-06"),
    ("Snow could fall on Thursday.", "2025-04-10"),
    ("The move follows a vote on Monday.", "2025-04-07"),
    ("Friday marks ten years since the crash.", "2025-04-11 P10Y"),
    ("Stocks fell ahead of Friday's jobs report.", "2025-04-11"),
    ("Stocks rose after Monday's meeting.", "2025-04-07"),
    ("He hopes to play on Saturday.", "2025-04-12"),
    ("Two flights scheduled for Monday were cancelled.", "2025-04-07"),
    ("Levels could rise through Sunday.", "2025-04-13"),
    ("The ruling comes after an appeal on Monday.", "2025-04-07"),
    ("The bank holds a stake bought on Monday.", "2025-04-07"),
    ("Ferries have been cancelled until Friday.", "2025-04-11"),
    ("The museum is closed until Monday.", "2025-04-14"),
    ("Miners will return after voting on Saturday to end the strike.", "2025-04-05"),
    ("Storm to bring snow to the north on Friday", "2025-04-11"),
    ("Union to vote Monday on new offer", "2025-04-14"),
    ("The strike was due to begin on Monday.", "2025-04-07"),
    ("He fell on March 7 and died the following Monday.", "2025-03-07 2025-03-10"),
    ("The index fell on Friday, after a rise on the previous Monday.", "2025-04-04 2025-03-31"),
    ("He could not be reached on Monday.", "2025-04-07"),
    ("She spoke on Monday and sang that night.", "2025-04-07 2025-04-07TNI"),
    ("A decision could come as early as Friday.", "2025-04-11"),
    ("It will rain next Sunday.", "2025-04-20"),
    ("They met on Monday and on Friday will vote.", "2025-04-07 2025-04-11"),
    ("The vessel sank on Monday. A day earlier the owner, founded in 1991, had sold it.", "2025-04-07 2025-04-06 1991"),
    ("A decision on Monday's classes will be made soon.", "2025-04-14 FUTURE_REF"),
    ("Sunday's vote will decide who leads the town.", "2025-04-13"),
    ("Thousands are expected at Sunday's parade.", "2025-04-13"),
    ("He will miss Saturday's match.", "2025-04-12"),
    ("Thursday's debate could be decisive.", "2025-04-10"),
    ("Tickets for Saturday's concert sold out.", "2025-04-12"),
    ("The winner of Sunday's vote will face a strike.", "2025-04-06"),
    ("After Sunday's vote, the party will choose a leader.", "2025-04-06"),
    ("The suspect in Sunday's robbery will appear in court.", "2025-04-06"),
    ("Sunday's rally drew thousands.", "2025-04-06"),
    ("Police will investigate Sunday's rally.", "2025-04-06"),
    ("Let's meet Tuesday, the mayor said.", "2025-04-15"),
    ("Acme said on Monday it would close.", "2025-04-07"),
    ("Acme told staff on Monday it would close.", "2025-04-07"),
    ("Acme said Thursday's vote would fail.", "2025-04-10"),
    ("The rivals accused each other Saturday of lying.", "2025-04-05"),
    ("Hopes rest on talks set to start in York on Monday.", "2025-04-14"),
    ("Acme announces Monday that it is to close.", "2025-04-07"),
    ("Acme announces its results on Monday.", "2025-04-14"),
    ("Join us on Friday for a walk and bring a friend on Saturday.", "2025-04-11 2025-04-12"),
    ("Trading will be closed Monday for a holiday.", "2025-04-14"),
    ("Friday's deadline passed without a deal.", "2025-04-04"),
    ("They missed Friday's deadline.", "2025-04-04"),
    ("Holders had sold their shares by the Tuesday deadline.", "2025-04-08"),
    ("The judge set a Friday deadline.", "2025-04-11"),
    ("Rain is likely through Friday.", "2025-04-11"),
    ("Traders await Friday's figures.", "2025-04-11"),
    ("Traders expect Friday's figures to be weak.", "2025-04-11"),
    ("Traders awaited Tuesday's figures.", "2025-04-08"),
    ("He let the talks begin on Monday.", "2025-04-07"),
    ("The firm unveiled plans at the end of its Monday meeting.", "2025-04-07"),
    ("Police will hold a briefing on Friday on Monday's fire.", "2025-04-11 2025-04-07"),
    ("Kickoff on Saturday is at noon.", "2025-04-12 2025-04-12T12:00"),
    ("Snow could last into the weekend.", "2025-W15-WE"),
    ("The prosecutor scheduled a hearing for March 11.", "2025-03-11"),
    ("The course began on Feb. 3 and extended through March 7.", "2025-02-03 2025-03-07"),
    ("The hearing was brought forward a week to June 3.", "P1W 2025-06-03"),
    ("The book fair was held from Monday to Thursday.", "2025-03-31 2025-04-03"),
    ("The vote was moved from Tuesday to Friday.", "2025-04-08 2025-04-11"),
    ("Her next hearing is slated for Tuesday in York.", "2025-04-15"),
    ("The partners decided to meet again on Thursday.", "2025-04-10"),
    ("It would end the strike following talks in York on Monday.", "2025-04-07"),
    ("Friday is set to be wet.", "2025-04-11"),
    ("The two sides have until noon Friday to agree.", "2025-04-11T12:00"),
    ("The mayor unveiled a budget to be voted on Friday.", "2025-04-11"),
    ("She was the first to be freed on Friday.", "2025-04-04"),
    ("He ordered the closure of all schools beginning Thursday.", "2025-04-10"),
    ("The board meets on Friday. Shares fell after a rise the day before.", "2025-04-11 2025-04-08"),
    ("Sales rose from 90 a day on Monday. They fell in the afternoon.", "2025-04-07 2025-04-09TAF"),
    ("The talks broke down, raising the threat of a strike on Monday.", "2025-04-14"),
    ("The payment was due on Monday.", "2025-04-07"),
    ("Police are looking for a man after a raid in Hull on Sunday.", "2025-04-06"),
    ("Shares fell before votes on Thursday and Monday.", "2025-04-03 2025-04-07"),
    ("She won on Friday and Monday.", "2025-04-04 2025-04-07"),
    ("Following Sunday's fire, the mill will close.", "2025-04-06"),
    ("Traders will be focusing on Friday's figures.", "2025-04-11"),
    ("They have been digging since Sunday.", "2025-04-06"),
    ("Police are looking into a fatal crash Saturday night.", "2025-04-05TNI"),
    ("Police are studying the cause of a crash on Saturday.", "2025-04-05"),
    ("A warning for rain on Friday was issued. It comes into force at noon on Saturday.", "2025-04-11 2025-04-12T12:00"),
    ("Warnings have been issued for Kent on Sunday.", "2025-04-13"),
    ("Frost is likely overnight into Friday.", "2025-04-10TNI 2025-04-11"),
    ("Drivers should expect queues starting Monday.", "2025-04-14"),
    ("They could not search until Monday.", "2025-04-07"),
    ("The lane is shut nightly from 10 p.m. to 5 a.m.", "P1D XXXX-XX-XXT22:00 XXXX-XX-XXT05:00"),
    ("She is due in court on Friday to answer for the attack in Hull on Sunday.", "2025-04-11 2025-04-06"),
)


MONTHS_AND_DATES = rows(
    ("The vote was delayed in October 2024 to February.", "2024-10 2025-02"),
    ("The race was moved to July.", "2025-07"),
    ("The firm was sold in 2023. The vote is postponed until July.", "2023 2025-07"),
    ("The first approach in October would be the last.", "2024-10"),
    ("Police will investigate the crash in September.", "2024-09"),
    ("The launch in September will be the first.", "2025-09"),
    ("He was held in March 2016 after a raid. He was freed in July.", "2016-03 2016-07"),
    ("She won the cup in June 2021 and lost it in October.", "2021-06 2021-10"),
    ("The suit was filed in May 2021. A judge threw it out in February.", "2021-05 2025-02"),
    ("Sales were the best since March 2016. They fell in July.", "2016-03 2024-07"),
    ("The mill was shut in May.", "2024-05"),
    ("Profits this year may drop due to weak sales in January.", "2025 2025-01"),
    ("The vote, which had been due in May, was called off.", "2025-05"),
    ("The firm said in June it would close the mill.", "2024-06"),
    ("She was found two days after Easter in 2016.", "2016-03-29"),
    ("In 2016 voters said no; two years later they said yes.", "2016 2018"),
    ("Traders await the figures for March on Friday.", "2025-03 2025-04-11"),
    ("It had three shops by the end of the year.", "2024"),
    ("It aimed to have three shops by the end of the year.", "2025"),
    ("Sales rose 2% in February, from a revised 1% in January. They rose 5% from a year earlier.", "2025-02 2025-01 2024-02"),
    ("Sales rose in February from the month before. They were worse than in the same month of 2022.", "2025-02 2025-01 2022-02"),
    ("Claims rose in the week ended Saturday, from 9,000 the previous week.", "2025-W14 2025-W13"),
    ("A rally set for York in May was called off.", "2025-05"),
    ("He said he was leaving in May.", "2025-05"),
    ("Prices rose between October and May.", "2023-10 2024-05"),
    ("Prices rose between October and March.", "2024-10 2025-03"),
    ("The lease ran from June to May.", "2023-06 2024-05"),
    ("The yard will build ten ships between October and March.", "2025-10 2026-03"),
    ("The pool was closed between summer and winter.", "2024-SU 2024-WI"),
    ("Offices closed from April 7 to April 11.", "2025-04-07 2025-04-11"),
    ("Trains were cut between 20 December and 6 January.", "2024-12-20 2025-01-06"),
    ("The bakery dropped its plans for a sale of shares on February 12.", "2025-02-12"),
    ("The bakery has plans for a sale of shares on February 12.", "2026-02-12"),
    ("The bank failed in March.", "2025-03"),
    ("The bank failed in September.", "2024-09"),
    ("The bank opened in April.", "2025-04"),
    ("The rules take effect in July.", "2025-07"),
    ("The rules will take effect in January.", "2026-01"),
    ("The festival is planned for August.", "2025-08"),
    ("A vote is expected in December.", "2025-12"),
    ("The mill, which was due to open in March, is not yet built.", "2025-03"),
    ("The lease was extended to Jan. 30.", "2025-01-30"),
    ("It expects to earn less than in its February forecast.", "2025-02"),
    ("It now sees profit of $3 million, against guidance in December of $2 million.", "PRESENT_REF 2024-12"),
    ("The lender has prolonged the loan through January.", "2026-01"),
    ("Traders looked ahead to Friday's figures.", "2025-04-11"),
    ("Stocks fell as traders awaited Friday's figures.", "2025-04-11"),
    ("The grid updated its schedule for Sunday.", "2025-04-13"),
    (
        "Cuts run from 16:00 to 05:00. They resume from 4pm until 5am on Tuesday.",
        "2025-04-09T16:00 2025-04-10T05:00 2025-04-14T16:00 2025-04-15T05:00",
    ),
    ("It announced a ban on cars from Monday.", "2025-04-14"),
    ("Friday's figures will show a fall in sales.", "2025-04-11"),
    ("Classes are suspended on Monday because of the storm.", "2025-04-14"),
    ("It was a repeat of last Thursday in the league.", "2025-04-03"),
    ("They need to win on Saturday.", "2025-04-12"),
    ("They called for talks to resume on Friday.", "2025-04-11"),
    ("The judge set a trial date of January 11.", "2026-01-11"),
    ("Many spent hours waiting to be seen in January.", "PTXH 2025-01"),
    ("She was bailed until May 3.", "2025-05-03"),
    ("The pair were bailed to appear before magistrates on March 4.", "2026-03-04"),
    ("The lane is shut from 10 p.m. on July 20 to 5 a.m. on July 23.", "2025-07-20T22:00 2025-07-23T05:00"),
    ("Inflation is expected to ease to 3% in March from 4%.", "2025-03"),
    ("He died on Feb. 2.", "2025-02-02"),
    ("He died on Dec. 30.", "2024-12-30"),
    ("The store closes on May 2.", "2025-05-02"),
    ("The trial will begin on Jan. 12.", "2026-01-12"),
    ("The court told it to send the papers back by April 8.", "2025-04-08"),
    ("The stake, worth $9 million in October, is worth half that now.", "2024-10 PRESENT_REF"),
    ("It snowed last December.", "2024-12"),
    ("Mills stood still on Easter.", "2024-03-31"),
    ("Bakers stocked up for Easter.", "2025-04-20"),
    ("He was last seen on 3 March, the day before police called at his house.", "2025-03-03 2025-03-03"),
    ("The firm opened 40 years ago. Ten years later it was sold.", "1985 1995"),
    ("She wrote ten songs that summer.", "XXXX-SU"),
    ("He is due before magistrates on Thursday.", "2025-04-10"),
    ("He trained alone on Friday and could feature in Sunday's derby.", "2025-04-04 2025-04-13"),
    ("He could not play in Sunday's match because of a knock.", "2025-04-06"),
    ("Rents rose 2.4% in March, from 2.8% in February. They rose 0.3% from a month earlier.", "2025-03 2025-02 2025-02"),
    ("The tour opens in Leeds on Sept 3 and wraps up on the 27th.", "2025-09-03 2025-09-27"),
    ("Talks were held in February. The next round starts on the 20th.", "2025-02 2025-04-20"),
    ("The crash happened at 5.15pm near the mill last Wednesday.", "2025-04-02T17:15 2025-04-02"),
    ("The mayor spoke at 9 a.m. after a meeting on Monday.", "2025-04-09T09:00 2025-04-07"),
    ("Since that day he has carried water.", "XXXX-XX-XX"),
    ("He was arrested. Later that night, he was charged.", "XXXX-XX-XXTNI"),
    ("He was in a café 18 years ago, the same day that she was robbed.", "2007 2007-XX-XX"),
    ("It has until Friday to reply.", "2025-04-11"),
    ("They have a meeting on Friday.", "2025-04-11"),
    ("Shares fell on Monday ahead of a Fed decision on Tuesday.", "2025-04-07 2025-04-08"),
    ("Shares fell on Wednesday ahead of Friday's jobs report.", "2025-04-09 2025-04-11"),
    ("The launch, initially planned for March, is due in May.", "2025-03 2025-05"),
    ("He will miss Saturday's trip to Hull.", "2025-04-12"),
    ("Results for Q1FY26 are due in May.", "2026-Q1 2025-05"),
    ("A man pleaded guilty to threatening to kill the mayor in December.", "2024-12"),
    ("He will be charged with stealing a car in August.", "2024-08"),
    ("Two people died shortly after midnight.", "2025-04-09T00:00"),
    ("The airline will fly to Lima over the Christmas peak.", "2025-12-25"),
    ("The third match is in Pune on the 16th and the fourth in Delhi.", "2025-04-16"),
    ("They were told not to return before Saturday.", "2025-04-12"),
    ("They told us that he left on Saturday.", "2025-04-05"),
    ("The judge gave both sides until the end of business on Friday.", "2025-04-11"),
    ("She opened a shop in 2008. Ten years on she had two.", "2008 2018"),
    ("He will be tried for an attack last October. It happened at 8.50am.", "2024-10 XXXX-XX-XXT08:50"),
    ("Futures price in two cuts by December.", "2025-12"),
    ("It opens from 10am to noon on the first Monday of each month.", "XXXX-XX-XXT10:00 XXXX-XX-XXT12:00 P1M"),
    ("She set out on a cold winter morning.", "XXXX-WI"),
    ("It will end on the 4th when the price falls.", "2025-05-04"),
    ("Tours run daily from 10am.", "P1D XXXX-XX-XXT10:00"),
    ("They sold ten boats that summer and sent two back.", "XXXX-SU"),
    ("Open Tue-Sun, 10am to 5pm.", "XXXX-WXX-2 XXXX-WXX-7 XXXX-XX-XXT10 XXXX-XX-XXT17"),
    ("Members will debate the bombing in Lima in September.", "2024-09"),
    ("Without the strike, the mine would have opened by October.", "2025-10"),
    ("She was hired in May 2019, resigned that August and left.", "2019-05 2019-08"),
    ("In the spring of 1890 the river rose, and by June the mill was lost.", "1890-SP 1890-06"),
    (
        "He was born on 9 May 1815. His parents separated a month later and remarried two months after that.",
        "1815-05-09 1815-06 1815-08",
    ),
    ("The cuts, made in 2017, will lapse at the end of the year.", "2017 2025"),
    ("Gigs: Saturday, January 17 in Leeds.", "2026-01-17"),
    ("Following a win over Leeds on Sunday, the side await a final.", "2025-04-06"),
    ("After a loss in Leeds on Sunday, the side will play Hull.", "2025-04-06"),
    ("The trade body, which agreed to sell its hall in February, will meet.", "2025-02"),
    ("Nov. 12: Leeds, Town Hall\n\nJan. 19: Hull, City Hall", "2024-11-12 2025-01-19"),
    ("A slight fall in exports is expected for March.", "2025-03"),
    ("There will be news as the February trade figures are released.", "2025-02"),
    ("It fell in 2019, the year before the crash.", "2019 2019"),
    ("It is held each year on the first Monday in May.", "P1Y XXXX-05"),
    ("One day after the vote, he quit.", "P1D"),
    ("Ten years to the day after the crash, families met.", "P10Y"),
    ("In 2021 he was elected, and in March he resigned.", "2021 2025-03"),
    ("Traders see two rate cuts by December.", "2025-12"),
    ("It will open next June.", "2025-06"),
    ("It closed last summer.", "2024-SU"),
    ("It will open this fall.", "2025-FA"),
    ("The pact, signed in February, is void.", "2025-02"),
    ("Cuts could come in August.", "2025-08"),
    ("In 1931, crowds filled the square on 8 May.", "1931 1931-05-08"),
    ("Last year the fair opened on May 8.", "2024 2024-05-08"),
    ("Next year the fair opens in March.", "2026 2026-03"),
    ("Two years ago it sold a mill in July and a farm in August.", "2023 2023-07 2023-08"),
    ("It earned $3 million last year and $2 million in March.", "2024 2025-03"),
    ("Sales rose 3% in March from last year.", "2025-03 2024"),
    ("The army surrendered on 30 May 1945. On 8 June the war was over.", "1945-05-30 1945-06-08"),
    ("The tower fell on Nov. 30, 1991, and on Feb. 4 police came.", "1991-11-30 2025-02-04"),
    ("Born on May 3, 1945, in Oslo, she was named chief on Aug. 4.", "1945-05-03 2024-08-04"),
    ("The tower, which fell on May 3, 1991, was sold on Aug. 4.", "1991-05-03 2024-08-04"),
    ("Oil for February delivery was sold out.", "2026-02"),
    ("Since coming into force on May 3, the law has cut waste.", "2024-05-03"),
    ("It has sold 30 cars since it opened in May.", "2024-05"),
    ("It was sold last March.", "2024-03"),
    ("It was sold last February.", "2025-02"),
    ("The vicar was jailed in June.", "2024-06"),
    ("The vicar was jailed on May 14.", "2024-05-14"),
    ("The vicar was jailed on April 14.", "2025-04-14"),
    ("The river fell from a July high of 3 metres.", "2024-07"),
    ("On this day in 1984 the dam broke.", "1984-04-09"),
    ("They buried the dead of the May attack in 1983.", "1983-05 1983"),
    ("In May sales in 1983 were recalled.", "2025-05 1983"),
    ("Figures will show a drop of 300 in March.", "2025-03"),
    ("It was more than the same figure in May 2023. It fell from the previous month.", "2023-05 2025-03"),
    (
        "Claims fell to 400,200 in March from 409,600 the previous month. It was 402,000 the month before.",
        "2025-03 2025-02 2025-02",
    ),
    ("It missed a forecast calling for a rise of 1% in March.", "2025-03"),
    ("It opened on June 3, 2011. On the same day in 2012 it burned.", "2011-06-03 2012-06-03"),
    ("Twenty years ago Friday the dam broke.", "2005-04-04"),
    ("It was founded in 1998 and filed for bankruptcy on March 3.", "1998 2025-03-03"),
)


@pytest.mark.parametrize(("text", "timex"), [*WEEKDAYS, *MONTHS_AND_DATES])
def test_the_verb_says_which_one_is_meant(extractor, text, timex):
    """A weekday is the nearest past one unless the verb looks ahead; a month or a date goes by tense and nearness."""
    assert values(extractor, text) == timex


GRAIN = rows(
    ("It closed five years ago.", "2020"),
    ("It closed a decade ago.", "201"),
    ("It closed three months ago.", "2025-01"),
    ("It closed six weeks ago.", "2025-W09"),
    ("It closed four days ago.", "2025-04-05"),
    ("It will close two years from now.", "2027"),
    ("It was founded a century ago.", "19"),
    ("It closed on Feb. 3 and reopened three days later.", "2025-02-03 2025-02-06"),
    ("It closed on Feb. 3 and reopened the next day.", "2025-02-03 2025-02-04"),
    ("It met on Feb. 3 after the January vote. The next day it rose.", "2025-02-03 2025-01 2025-02-04"),
    ("It met on Feb. 3. In March it closed. The next day it burned.", "2025-02-03 2025-03 2025-XX-XX"),
    ("He resigned on Tuesday.\nThe index had risen earlier in the day.", "2025-04-08 2025-04-08"),
    ("He resigned on Tuesday.\nThe index will rise later in the day.", "2025-04-08 2025-04-09"),
    ("It closed in May 2019 and reopened two years later.", "2019-05 2021-05"),
    ("It opened three years ago. It sold 40 boats that year.", "2022 2022"),
    ("Five years ago it had 300 staff. The following year it cut 40 jobs.", "2020 2021"),
    ("Inflation will slow to 3% in August from 4.1% in May, the bank said.", "2025-08 2024-05"),
    ("It closed in 2015 and reopened the following year.", "2015 2016"),
    ("It opened on May 3, 2021, and closed the same month.", "2021-05-03 2021-05"),
    ("It opened on May 3, 2021, and closed two years later.", "2021-05-03 2023"),
    ("It opened a year after May 3, 2021.", "2022-05-03"),
    ("He was held on Friday and released two days later.", "2025-04-04 2025-04-06"),
    ("He was held on Friday, and police came back the next day.", "2025-04-04 2025-04-05"),
    ("The works opened in 2019. Some 3 years on, they shut.", "2019 2022"),
    ("Some 30 years on, the case is open.", "XXXX"),
    ("A week later, he resigned.", "XXXX-WXX"),
    ("They married in June 1975, and that autumn moved to Bonn.", "1975-06 1975-FA"),
    ("He was shot on July 4, 1998. On that Saturday, it rained.", "1998-07-04 1998-07-04"),
    ("On Sunday voters said no. The premier had taken office in 2022. A week earlier he had quit.", "2025-04-06 2022 2025-W13"),
    ("She had fled in May 2019 and come home later that year.", "2019-05 2019"),
    ("She was hurt in March. A day earlier she had been warned.", "2025-03 2025-XX-XX"),
    ("The works opened in 2019. Six weeks later they shut.", "2019 2019-WXX"),
    ("The works opened in 2019. A few weeks later they shut.", "2019 PAST_REF"),
    ("The works will open in May. A few weeks later they will shut.", "2025-05 FUTURE_REF"),
)


@pytest.mark.parametrize(("text", "timex"), GRAIN)
def test_the_grain_of_the_words_is_kept(extractor, text, timex):
    """Five years ago is a year; counted from a finer time it is as fine."""
    assert values(extractor, text) == timex


EARNINGS = rows(
    (
        "For the nine months profit fell. It is less than it earned in the final quarter of last year. The latest quarter was bad.",
        "P9M 2024-Q4 2025-Q1",
    ),
    (
        "The sale will close by the end of the third quarter. Sales in May 2024 rose from a year earlier.",
        "2025-Q3 2024-05 2023-05",
    ),
    ("It reports quarterly. In the first four months sales rose. In the same period costs fell.", "P3M P4M 2025"),
    ("Profit for the first quarter rose. Orders in March were up from a year earlier.", "2025-Q1 2025-03 2024-03"),
    ("Net rose in the fourth quarter. Supply was low at quarter end. By Q4 it will grow.", "2024-Q4 2024-Q4 2025-Q4"),
    ("It is shut since the accord of January 2017. It will open before the end of the month.", "2017-01 2025-04"),
    ("The first-quarter output data is due on Friday.", "2025-Q1 2025-04-11"),
    ("In the same week two years ago, four were hurt.", "2023-W15"),
    ("It rose in May 2024. Sales fell for the week.", "2024-05 2025-W15"),
    ("It was on this day in 1963 that he left. Thirty-six years later, they still meet.", "1963-04-09 1999"),
    ("Third-quarter profit was $5 million, up from $4 million a year ago.", "2024-Q3 2023-Q3"),
    ("Profit rose in the fourth quarter from the year-ago quarter.", "2024-Q4 2023-Q4"),
    ("Profit rose in the fourth quarter from the year-earlier period.", "2024-Q4 2023-Q4"),
    ("Profit rose in the fourth quarter from the same quarter a year earlier.", "2024-Q4 2023-Q4"),
    ("Profit rose in the fourth quarter from the previous quarter.", "2024-Q4 2024-Q3"),
    ("Second-half sales fell from a year earlier.", "2024-H2 2023-H2"),
    ("Profit rose 5% in the quarter, from a year earlier.", "2025-Q1 2024-Q1"),
    ("The deal is expected to close in the first quarter.", "2026-Q1"),
    ("It will report its first-quarter results on Friday.", "2025-Q1 2025-04-11"),
    ("Net fell in the year ended Dec. 31, 2024. Sales in the year rose.", "P1Y 2024-12-31 2024"),
    ("Net fell in the quarter ended Dec. 31.", "2024-Q4 2024-12-31"),
    ("Net fell in the quarter ended Jan. 31.", "2024-Q4 2025-01-31"),
    ("Net fell in the quarter ended July 31, 2024.", "2024-Q2 2024-07-31"),
    ("Net fell in the nine months ended Sept. 30, from a year ago.", "P9M 2024-09-30 2023"),
    ("Net rose in the fiscal second quarter, from $3 million a year earlier.", "2025-Q2 2024-Q2"),
    ("For the nine months, net was $9 million, against $8 million a year ago.", "P9M 2024"),
    ("Sales rose in 2024 from a year earlier.", "2024 2023"),
    ("Sales rose in March from the same month last year.", "2025-03 2024-03"),
    ("Net rose in the fourth quarter from the same quarter of 2022.", "2024-Q4 2022-Q4"),
    ("Second-half profit rose 8% from the same period last year.", "2024-H2 2023-H2"),
    (
        "In the fourth quarter sales rose 5.1%, compared with 4.6% in the third quarter and 3.4% a year earlier.",
        "2024-Q4 2024-Q3 2023-Q4",
    ),
    ("The city has 21 clinics, up from nine a year ago.", "2024"),
    ("Net rose in the fourth quarter after a flat third quarter, and from a year ago.", "2024-Q4 2024-Q3 2023-Q4"),
    ("Net fell in the fourth quarter. In the 2023 period it rose. Sales rose in the quarter.", "2024-Q4 2023-Q4 2024-Q4"),
    (
        "Net fell in the fourth quarter. It rose in the fourth quarter of 2023. Debt rose that quarter. Sales fell in the quarter.",
        "2024-Q4 2023-Q4 2023-Q4 2024-Q4",
    ),
    ("Acme's net fell in the fourth quarter. Fiscal second-quarter sales at Beta rose from a year ago.", "2024-Q4 2025-Q2 2024-Q2"),
    ("Sales are seen rising 3% in the third quarter.", "2025-Q3"),
    ("Growth is seen at 2% in the third quarter, analysts said.", "2025-Q3"),
    ("Costs were cut in the third quarter.", "2024-Q3"),
    (
        "Net fell in the fourth quarter, the worst since the April-June quarter of 2021. Sales rose in the quarter.",
        "2024-Q4 2021-Q2 2024-Q4",
    ),
    ("Sales rose in March compared to March 2023. They were weak in the year-ago period.", "2025-03 2023-03 2024-03"),
    ("Sales fell in March, the second drop this year. For the month, profit rose.", "2025-03 2025 2025-03"),
    ("Net fell in the fourth quarter. In the first quarter it will rise from the year-earlier quarter.", "2024-Q4 2025-Q1 2024-Q1"),
    ("Shares are up 9% since November. In the first quarter of the year they fell.", "2024-11 2025-Q1"),
    ("It was the best since prices peaked on March 3. For the week, shares fell.", "2025-03-03 2025-W15"),
)


AGAIN = rows(
    ("Auctions are usually held in the second and fourth quarters.", "XXXX-Q2 XXXX-Q4"),
    ("Hurricanes typically hit in August.", "XXXX-08"),
    ("The board usually meets on Tuesday night.", "XXXX-WXX-2TNI"),
    ("The fair is traditionally held on June 3.", "XXXX-06-03"),
    ("The raid on June 3 is often recalled.", "2025-06-03"),
    ("He usually sings, she said Monday.", "2025-04-07"),
)


@pytest.mark.parametrize(("text", "timex"), AGAIN)
def test_what_happens_again_and_again_has_no_year(extractor, text, timex):
    """A verb of habit makes a month or a day of the week a set."""
    assert values(extractor, text) == timex


WINTERS = rows(
    ("This winter has been mild.", "2024-WI"), ("This winter will be mild.", "2025-WI"), ("This spring is mild.", "2025-SP")
)


@pytest.mark.parametrize(("text", "timex"), WINTERS)
def test_a_winter_is_of_the_year_it_begins_in(extractor, text, timex):
    """In February this winter is the one that goes on, unless the verb looks ahead."""
    assert values(extractor, text, "2025-02-20") == timex


MONDAYS = rows(
    ("The two sides met this weekend.", "2025-W14-WE"),
    ("The two sides will meet this weekend.", "2025-W15-WE"),
    ("The two sides met this coming weekend.", "2025-W15-WE"),
)


@pytest.mark.parametrize(("text", "timex"), MONDAYS)
def test_this_weekend_told_on_a_monday_is_over(extractor, text, timex):
    """Later in the week it is the one to come."""
    assert values(extractor, text, "2025-04-07") == timex


SEASONS = [
    ("au", "The fair was held last winter.", "2024-WI", "2024-06-01"),
    ("au", "Prices rose this summer.", "2024-SU", "2024-12-01"),
    ("au", "Prices rose this autumn.", "2025-FA", "2025-03-01"),
    ("nz", "The park will open in spring.", "2025-SP", "2025-09-01"),
    ("co.za", "Sales rose in the winter of 2023.", "2023-WI", "2023-06-01"),
    ("au", "It sold well in the northern summer.", "2024-SU", "2024-06-01"),
    ("au", "Shops were busy in the European winter.", "2024-WI", "2024-12-01"),
    ("uk", "Shops were busy in the Australian winter.", "2024-WI", "2024-06-01"),
    ("uk", "The fair was held last winter.", "2024-WI", "2024-12-01"),
]


@pytest.mark.parametrize(("domain", "text", "timex", "begin"), SEASONS)
def test_seasons_are_those_of_the_publisher(extractor, domain, text, timex, begin):
    """In the south summer begins in December; a word before a season says whose it is."""
    (fact,) = extractor.extract(text, published=ANCHOR, format="text", url=f"https://news.example.{domain}/a").facts
    assert (fact.timex, str(fact.begin)) == (timex, begin)


FULL_YEARS = rows(
    ("For the full year, the grocer earned $1 billion.", "2024"),
    ("Full-year profit rose 3%.", "2024"),
    ("For the full year, the grocer expects to earn $1 billion.", "2025"),
    ("It raised its full-year outlook.", "2025"),
    ("The grocer kept its guidance for the full year.", "2025"),
    ("The grocer expects sales of $5 billion for full-year 2026.", "2026"),
)


@pytest.mark.parametrize(("text", "timex"), FULL_YEARS)
def test_the_full_year_is_the_one_over_or_forecast(extractor, text, timex):
    """Early in a year companies report on the one before and forecast the one that goes on."""
    assert values(extractor, text, "2025-02-13") == timex


@pytest.mark.parametrize(("text", "timex"), EARNINGS)
def test_companies_compare_with_the_same_part_of_the_year_before(extractor, text, timex):
    """A year ago is a quarter after a quarter, a year elsewhere."""
    assert values(extractor, text) == timex


QUARTERS = rows(
    (
        "Its fiscal third quarter was good. The quarter ended July 31. Sales in the quarter rose.",
        "2025-Q3 2025-Q3 2025-07-31 2025-Q3",
    ),
    (
        "Net rose in the fiscal first quarter. Sales in the quarter ended July 31 fell.",
        "2025-Q1 2025-Q1 2025-07-31",
    ),
    ("Sales in the quarter ended May 31 fell.", "2025-Q2 2025-05-31"),
    ("Stocks were bought before the end of the quarter.", "2025-Q3"),
    ("Sales rose in the last quarter of the year.", "2024-Q4"),
    ("Sales will rise in the last quarter of the year.", "2025-Q4"),
    ("Sales rose in the first half of the year.", "2025-H1"),
    ("It was confident about the last quarter of the year.", "2025-Q4"),
    ("The rebels had hoped for a deal, and had asked him to sign by Friday.", "2025-08-22"),
    ("The rebels have asked him to sign by Friday.", "2025-08-29"),
    ("Its second quarter was bad. It sold shops bought last year. Sales were up from the year before.", "2025-Q2 2024 2024"),
    ("Its second quarter was bad. It will close by the end of the quarter.", "2025-Q2 2025-Q3"),
    ("Its second quarter was bad. It had $3 million at the end of the quarter.", "2025-Q2 2025-Q2"),
    (
        "Its second quarter was good. Sales were $9 million versus $7 million last year, up on the previous year.",
        "2025-Q2 2024 2024",
    ),
)


@pytest.mark.parametrize(("text", "timex"), QUARTERS)
def test_a_company_reports_on_its_last_quarter(extractor, text, timex):
    """What it calls the third one may end in July; what is to come by its end is of the quarter that goes on."""
    assert values(extractor, text, "2025-08-23") == timex


def test_an_obituary_opens_with_news(extractor):
    """The life that it tells is a history."""
    life = "Berg joined the paper in 1955 and won a prize in 1972. She led it from 1981 to 1990. He died on Feb. 27."
    text = f"Anna Berg, an editor from 1961 until 1998, died at her home on Feb. 27.\n{life}"
    dates = values(extractor, text, "2019-03-05")
    assert (dates[2], dates[-1]) == ("2019-02-27", "1990-02-27")


def test_a_forecast_is_not_the_quarter_in_hand(extractor):
    """What a company says of a quarter still to end does not change which one it reports on."""
    text = "Net rose in the third quarter. A storm will hurt the fourth quarter. In the latest quarter, sales rose from a year ago."
    assert values(extractor, text, "2024-11-01") == ["2024-Q3", "2024-Q4", "2024-Q3", "2023-Q3"]


def test_the_year_of_news_is_its_own_unless_another_was_just_told(extractor):
    """What was said long before no longer counts."""
    told, since = "The party lost the city in 2016. ", "Its members walk from house to house and talk to all who listen. "
    last = "It wants a new leader before the end of the year."
    assert values(extractor, told + last) == ["2016", "2016"]
    assert values(extractor, told + 7 * since + last) == ["2016", "2025"]


HISTORY = (
    "The abbey was founded in 1132. In 1207 it burned. Monks rebuilt it in 1211 and it was sold in 1539. In May 1644 troops "
    "camped there. In July they left. The roof fell in 1780. Two years later a farmer took the stone. "
)


def test_news_that_compares_with_old_years_is_no_history(extractor):
    """Levels of long ago that figures are set beside do not make a history of news."""
    text = "Starts rose 3% from 2006, the lowest since 1991 and the weakest since 1980, from 5% in 2005. They fell in May."
    assert values(extractor, text)[-1] == "2024-05"


def test_a_history_counts_from_the_last_date_of_the_text(extractor):
    """News counts from its own day, and each says what it has counted from."""
    extraction = extractor.extract(HISTORY, published=ANCHOR, format="text")
    found = {fact.text: (fact.timex, [each.note for each in extraction.evidence[k]]) for k, fact in enumerate(extraction.facts)}
    assert found["July"][0] == "1644-07"
    assert "counted from 1644-05, in the text" in found["July"][1]
    assert found["Two years later"][0] == "1782"
    assert "counted from 1780, in the text" in found["Two years later"][1]
    extraction = extractor.extract("It burned in July.", published=ANCHOR, format="text")
    assert "counted from 2025-04-09, the publication date" in [each.note for each in extraction.evidence[0]]


OF_THEN = rows(
    ("“We sing today as we sang two years ago,” wrote the abbot.", "1782-XX-XX 1780"),
    ("A mass is sung there today.", "2025-04-09"),
    ("On 3 June 1791 a wall fell, and this day is still marked.", "1791-06-03 1791-06-03"),
    ("The fire of 1791 was seen on the first day of the fair.", "1791"),
)


@pytest.mark.parametrize(("text", "timex"), OF_THEN)
def test_what_a_history_quotes_was_said_then(extractor, text, timex):
    """Today and ago in a quotation count from the time in hand; nothing unknown is of the day of writing."""
    assert values(extractor, HISTORY + text)[-len(timex) :] == timex


OBITUARY = (
    "She was born in Riga on 4 May 1933. In 1955 she took a degree. The hall, built in 1860, burned. In July she left. "
    "In 1974 and 1976 she won prizes. She wrote a column until last October. She died on Friday. "
    "A service will be held on March 1 at 2 p.m. A prize in her name is due to be given on June 3."
)


def test_a_date_beside_a_day_says_it_once_more(extractor):
    """A date in brackets after today is today, in a history too."""
    assert values(extractor, f"{HISTORY} The study appeared online today (April 9).")[-2:] == [ANCHOR, ANCHOR]


def test_a_history_has_its_writers_own_last_year_and_future(extractor):
    """What is told in passing does not take over; last October and what will be are seen from publication."""
    found = [fact.timex for fact in extractor.extract(OBITUARY, published=ANCHOR, format="text") if fact.kind in ("date", "time")]
    assert found == [
        "1933-05-04",
        "1955",
        "1860",
        "1955-07",
        "1974",
        "1976",
        "2024-10",
        "2025-04-04",
        "2026-03-01T14:00",
        "2025-06-03",
    ]


# A day that is all of a line heads what follows, however long that is.
TIMELINE = (
    "The inquiry opened on Wednesday. It had met on Tuesday.\n\nSunday, March 30\n\n9.40am: An engineer finds "
    f"a crack in it. {'She walks along it and back. ' * 8}\n\n9.15pm: The wall gives way.\n\nMonday, March 31:\n\n6.30am: It ends."
)
OF_LONG_AGO = (
    "Saturday, June 1, 2019\n\n8 p.m.: The tanker leaves the port. It is to reach Lund at 7 a.m. on Monday.\n\nSunday, June 2, 2019"
    "\n\n6:15 a.m.: The tanker runs aground."
)
CLOCK = rows(
    ("The council met on Tuesday. The session began at 7 p.m.", "2025-04-08 2025-04-08T19:00"),
    ("The hall opened on May 3, 1921. The play begins at 8 p.m.", "1921-05-03 2025-04-09T20:00"),
    ("They met on Monday after the Friday quake. It was over by midday.", "2025-04-07 2025-04-04 2025-04-07T12:00"),
    ("On Monday he met the widow of a man killed on Friday. They spoke at 8 a.m.", "2025-04-07 2025-04-04 2025-04-07T08:00"),
    ("He said on Monday that the boat sank on Friday. It went down at noon.", "2025-04-07 2025-04-04 2025-04-04T12:00"),
    ("Monday's storm killed two. It struck at 9 a.m.", "2025-04-07 2025-04-07T09:00"),
    ("Winds will reach the coast overnight.", "2025-04-09TNI"),
    ("Winds reached the coast overnight.", "2025-04-08TNI"),
    ("He was shot on the night of Friday, April 4.", "2025-04-04TNI"),
    ("It opens at 10 a.m. Tuesday, June 3.", "2025-06-03T10:00"),
    ("He was held in the early hours of April 2.", "2025-04-02TMO"),
    ("He was held in the small hours of Monday morning.", "2025-04-07TMO"),
    ("The match will start at 8 p.m. (1900 GMT) on Saturday.", "2025-04-12T20:00 2025-04-12T19:00 2025-04-12"),
    ("It landed at 11 p.m. (0300 GMT) on 3 March.", "2025-03-03T23:00 2025-03-04T03:00 2025-03-03"),
    ("9:15am\nIt will clear by Friday night.\n11:40am\nA bridge is shut.", "2025-04-09T09:15 2025-04-11TNI 2025-04-09T11:40"),
    ("The choir meets every Friday in April, at 8 p.m.", "XXXX-WXX-5 2025-04 XXXX-XX-XXT20:00"),
    ("The annual fair opened at 8 p.m.", "P1Y 2025-04-09T20:00"),
    (
        "Shares fell on Wednesday after losses overnight. The index was down 4% by 0830 GMT.",
        "2025-04-09 2025-04-08TNI 2025-04-09T08:30",
    ),
    ("Since Monday, two have died. At dawn, a third was hurt.", "2025-04-07 2025-04-09TMO"),
    ("In Ramadan they ate before dawn.", "2025-03-01 2025-04-09TMO"),
    ("He was shot at 2 a.m. last night.", "2025-04-09T02:00"),
    ("Tonight: Fog.\n\nThursday: Rain.\n\nSaturday: Snow.\n\nMonday: Hail.", "2025-04-09TNI 2025-04-10 2025-04-12 2025-04-14"),
    (
        "The jet left on Monday and was to have landed on Tuesday. At 10 p.m. its pilot saw smoke.",
        "2025-04-07 2025-04-08 2025-04-07T22:00",
    ),
    ("The vote is tomorrow. The bridge has been shut since four-thirty.", "2025-04-10 2025-04-09T04:30"),
    ("It votes today because nobody won on March 3. Turnout was low at midday.", "2025-04-09 2025-03-03 2025-04-09T12:00"),
    (
        "It hit at 1 a.m. on Tuesday (6 p.m. Monday GMT). By nightfall 12 were dead.",
        "2025-04-08T01:00 2025-04-07T18:00 2025-04-08TNI",
    ),
    ("It was called on Monday for 4 July, the first in that month.", "2025-04-07 2025-07-04 2025-07"),
    ("It ran late Monday and Tuesday morning.", "2025-04-07 2025-04-08TMO"),
    ("The fog will last between 8 p.m. and 2 a.m. on Friday night.", "2025-04-11T20:00 2025-04-12T02:00"),
    (TIMELINE, "2025-04-09 2025-04-08 2025-03-30 2025-03-30T09:40 2025-03-30T21:15 2025-03-31 2025-03-31T06:30"),
    (OF_LONG_AGO, "2019-06-01 2019-06-01T20:00 2019-06-03T07:00 2019-06-02 2019-06-02T06:15"),
)


def test_years_of_three_digits_are_read_in_a_history_of_early_times(extractor):
    """Elsewhere "in 755" may be anything."""
    told = "It began in 661, ended on 25 January 750, and burned in 1099, in 1205 and in 1306. He ruled from 756 to 788."
    assert values(extractor, told) == ["0661", "0750-01-25", "1099", "1205", "1306", "0756", "0788"]
    assert values(extractor, "He took 12 wickets, and in 755, he said, none.") == []


@pytest.mark.parametrize(("text", "timex"), CLOCK)
def test_a_time_of_the_day_is_of_the_day_in_hand(extractor, text, timex):
    """Of the last day named that is near and fits the verb, else of the day of publication."""
    assert values(extractor, text) == timex


UNANCHORED = rows(
    ("They met on Tuesday.", "XXXX-WXX-2"),
    ("They met yesterday.", "XXXX-XX-XX"),
    ("They met last night.", "XXXX-XX-XXTNI"),
    ("They met on June 3.", "XXXX-06-03"),
    ("They met in June.", "XXXX-06"),
    ("They met last week.", "XXXX-WXX"),
    ("They met last weekend.", "XXXX-WXX-WE"),
    ("They met last summer.", "XXXX-SU"),
    ("Net rose in the third quarter.", "XXXX-Q3"),
    ("They met three years ago.", "PAST_REF"),
    ("They meet in two weeks' time.", "FUTURE_REF"),
    ("They met at Christmas.", "XXXX-12-25"),
)


@pytest.mark.parametrize(("text", "timex"), UNANCHORED)
def test_without_an_anchor_nothing_is_invented(extractor, text, timex):
    """A relative time keeps its unresolved form and has no interval."""
    facts = extractor.extract(text, format="text").facts
    assert [(fact.timex, fact.begin, fact.finish) for fact in facts] == [(timex[0], None, None)]


ZONES = [
    (datetime(2025, 4, 9, 8, tzinfo=timezone(timedelta(hours=9))), "2025-04-09"),
    (datetime(2025, 4, 9, 23, 30, tzinfo=timezone(timedelta(hours=-7))), "2025-04-09"),
    (datetime(2025, 4, 9, 23, 30, tzinfo=UTC), "2025-04-09"),
    ("2025-04-09T00:15:00+02:00", "2025-04-09"),
    (date(2025, 4, 9), "2025-04-09"),
]


@pytest.mark.parametrize(("published", "timex"), ZONES)
def test_the_day_is_the_publishers_own(extractor, published, timex):
    """The civil day where the article came out, whatever day it is in London."""
    assert values(extractor, "They spoke today.", published) == [timex]


AMBIGUOUS = [
    ("It was sold on 03/06/2024.", "could also be day 3 of month 6"),
    ("It will be sold in April.", None),
    ("The October meeting: a summary", "could also be 2025-10"),
    ("It was sold in April.", "could also be 2024-04"),
]


@pytest.mark.parametrize(("text", "note"), AMBIGUOUS)
def test_the_other_reading_is_recorded(extractor, text, note):
    """Where the words leave two readings, the evidence names the one not taken."""
    extraction = extractor.extract(text, published=ANCHOR, format="text")
    found = [each.note for each in extraction.evidence[0] if "could also be" in (each.note or "")]
    assert found == [] if note is None else any(note in each for each in found)

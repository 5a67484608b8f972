"""Names over an article: pronouns and roles stand for those told about, and for nobody where that is open."""

import pytest

from factex.frames.persons import whole_words

SUBJECTS = [
    pytest.param(
        "Ford Motor Co said it would act. The carmaker paid [$90 million].", "Ford Motor Co", id="a role stands for the one company"
    ),
    pytest.param(
        "Northquay AB cut [400 jobs] on Monday. Northquay runs 12 ports.", "Northquay", id="a legal form is no part of it"
    ),
    pytest.param("After cutting its staff, the company earned [$5 million].", "company", id="two that take up each other"),
    pytest.param(
        "The actress Ann Lund has died at 80. Lund made 40 films. Her son, Tom Lund, told us on Monday. Lund won [two prizes].",
        "Ann Lund",
        id="a surname is that of the first relative",
    ),
    pytest.param(
        "Bill Amery met Hilda Amery on Monday. Mrs Amery won [two prizes].", "Amery", id="titles tell which relative is meant"
    ),
    pytest.param("Ann Lund won an Oscar, and she gave it [two days] later to a shop.", "Ann Lund", id="no prize is a person"),
    pytest.param(
        "Ann Lund has died at 80. The novelist was made a dame in [1999].", "Ann Lund", id="whom the story is about by her calling"
    ),
    pytest.param(
        "Ann Lund beat Tom Berg on Monday. Berg led. Berg lost. Lund cheered. The golfer won [two prizes].",
        "golfer",
        id="a calling of two",
    ),
    pytest.param(
        "Ann Lund wrote 30 novels. Her last book, Strangers, came out in 2009. She won [two prizes].",
        "Ann Lund",
        id="she is no book of hers",
    ),
    pytest.param("The only child of a tailor, Ann Lund was born in [1928].", "Ann Lund", id="who is told of before her name"),
    pytest.param(
        "Paul Marconi led Acme. He spoke of the collapse of the Facia group. Marconi served a sentence. The group has [850 shops].",
        "group",
        id="no person is a group",
    ),
    pytest.param("John Lewis, the retailer, is up for sale. The retailer owes [$5 million].", "John Lewis", id="a firm named so"),
    pytest.param("Maria Lopez earns $9. She pays [$5] in rent.", "Maria Lopez", id="she"),
    pytest.param("Rio Tinto and BHP paid [$5 million].", "Rio Tinto and BHP", id="two names that act together"),
    pytest.param(
        "Mayor Eric Adams met President Lula da Silva on Friday. The president paid [$5].",
        "Lula da Silva",
        id="the title tells who",
    ),
    pytest.param("Regulator Ofgem fined Brightwell Energy. It said it would take [$5 million].", "Ofgem", id="it is no person's"),
    pytest.param("Ofgem said the fine was cut. It would have been [$5 million].", None, id="no company is a sum"),
    pytest.param(
        "Energy regulator Ofgem fined Brightwell Energy £4 million. The supplier owed [£5 million].",
        "supplier",
        id="no regulator is a company",
    ),
    pytest.param(
        "Acme hired two people. She married Anders Lund in 1958; they had [two sons].", None, id="they are both of a couple"
    ),
    pytest.param("Researchers bought 5,000 records and found that [83%] of them worked.", "5,000 records", id="a share of them"),
    pytest.param("The senator paid [$5].", "senator", id="a title that nobody has been given stays as it is"),
    pytest.param("Prime Minister Keir Starmer paid [$5 million].", "Keir Starmer", id="titles are no part of a name"),
    pytest.param("They paid [$5 million].", None, id="nobody to take up"),
    pytest.param("I paid [$5 million].", None, id="who speaks is not known"),
    pytest.param('"I paid [$5 million]," said Maria Lopez.', "Maria Lopez", id="who speaks is quoted"),
    pytest.param(
        "Maria Lopez met Anna Berg in 2019. Next to Anna Berg, she paid [$5 million].",
        "Maria Lopez",
        id="she is not whom she is beside",
    ),
    pytest.param(
        "Apple and Apple shops sell phones. Samsung makes screens for $9. Its chief, Jay Lee, said the company paid [$5 million].",
        "Samsung",
        id="the company takes up its",
    ),
    pytest.param("Adani lost [60%] of its value.", "Adani", id="its is the subject's"),
    pytest.param(
        "Acme's revenue fell in 2024. It expects revenue of [$3 million] in 2025.", "Acme", id="whose figure it was expects"
    ),
    pytest.param("Acme's revenue fell 2%. Its shares rose [3%].", "Acme", id="whose figure it was owns"),
    pytest.param(
        "The Norvane Sand Company Limited (NSCL) cut jobs. NSCL has [300 staff].",
        "Norvane Sand Company Limited",
        id="all its initials",
    ),
    pytest.param(
        "The International Monetary Fund (IMF) met on Monday. The IMF lent [$5 billion] to Ghana.",
        "International Monetary Fund",
        id="an acronym is spelled out",
    ),
    pytest.param("Anna Lund joined Acme in May. Lund earned [$5 million].", "Anna Lund", id="a surname after the full name"),
    pytest.param(
        "Chief executive Piet Bos resigned on Monday. He will get [$2 million].",
        "Piet Bos",
        id="he takes up the subject of the sentence before",
    ),
    pytest.param(
        "Handelsbanken reported on Tuesday. The bank earned [$63 million].", "Handelsbanken", id="the bank is the one company"
    ),
    pytest.param(
        "The Bank of Norway met Acme on Tuesday. The central bank spent [$63 million].",
        "Bank of Norway",
        id="the bank is the one called bank",
    ),
    pytest.param(
        "Norway's finance ministry published its budget. The ministry will borrow [$63 million].",
        "Norway's finance ministry",
        id="the same noun",
    ),
    pytest.param(
        "Sterling Airlines ordered jets from Aerion on Monday. The airline paid [$63 million].",
        "Sterling Airlines",
        id="the airline is called so",
    ),
    pytest.param(
        "Carmaker Volta opened a plant on Monday. Rival Orion closed one. The carmaker spent [$63 million].",
        "Volta",
        id="a trade introduces",
    ),
    pytest.param("Lyra, a startup in Oslo, builds drones. The startup raised [$3 million].", "Lyra", id="an apposition introduces"),
    pytest.param(
        "Insurer Nordia said profit rose. The insurer paid [$63 million] in dividends.", "Nordia", id="a trade is no part of a name"
    ),
    pytest.param("Kenya faces drought. The East African country imports [$63 million] of maize.", "Kenya", id="the country"),
    pytest.param("The committee met. It approved [$63 million] for roads.", "committee", id="it takes up a noun"),
    pytest.param("Anna Lund founded Acme Corp in 1999. Its sales rose [3%].", "Acme Corp", id="its is no person's"),
    pytest.param("Anna Lund founded Acme. Her stake is worth [$63 million].", "Anna Lund", id="her is a person's"),
    pytest.param("Acme and Bolt agreed to merge. They will have [5,000 employees].", "Acme and Bolt", id="they take up two names"),
    pytest.param(
        "President Juan Rivera will visit Peru. The president promised [$3 million].",
        "Juan Rivera",
        id="the president by his title",
    ),
    pytest.param(
        "Bolt, a maker of pumps that employs [300 people], closed.",
        "Bolt",
        id="a singular verb does not tell of the plural before it",
    ),
    pytest.param("Acme, whose profit fell [3%], closed.", "Acme", id="whose"),
    pytest.param("The revenue of the Oslo-based company Acme rose [3%].", "Acme", id="a name beside the owner"),
    pytest.param(
        "The Oslo-based retailer said it has [30 stores].", "Oslo-based retailer", id="a place in its own phrase is no company"
    ),
    pytest.param(
        "SoftWave Group Corp met banks on Monday. SoftWave owes them [$3 million].",
        "SoftWave",
        id="a company without its legal form",
    ),
    pytest.param("China's trade ministry spent [$3 million].", "China's trade ministry", id="a common noun keeps its possessor"),
    pytest.param("The 30-year bond rose [3%].", "30-year bond", id="a number that classifies is part of the name"),
    pytest.param("The Dow Jones index .DJI fell [3%].", "Dow Jones index", id="codes of agencies are no part of a name"),
    pytest.param("Men aged 18 to 34 spend [$63] a week.", "Men aged 18 to 34", id="a group by its age"),
    pytest.param("The firm was hit by protests over [two years].", "firm", id="how long the event went on"),
    pytest.param("Acme and Bolt are rivals. The company earned [$63 million].", "company", id="one of two is open"),
    pytest.param("The WHO needs [$5 million].", "WHO", id="an acronym is no pronoun"),
    pytest.param(
        "The plan divided the town, its mayor Ingrid Falk wrote. Many were angry. Falk will spend [$63 million] on roads.",
        "Ingrid Falk",
        id="a full name in a sentence that is not parsed",
    ),
    pytest.param(
        "The plan divided the town, people say of mayor Falk. Many were angry. Falk will spend [$63 million] on roads.",
        "Falk",
        id="a title is no given name",
    ),
    pytest.param(
        "Few had heard of Ingrid Falk or of Oskar Falk. Many were angry. Falk will spend [$63 million] on roads.",
        "Falk",
        id="one of two persons is open",
    ),
    pytest.param(
        "The town met its mayor. When Falk came, many were angry. Falk will spend [$63 million] on roads.",
        "Falk",
        id="what opens a sentence is no given name",
    ),
    pytest.param("Anna Lund met Tom Hill in Oslo. He paid [$5 million].", "Tom Hill", id="he is no woman"),
    pytest.param("Anna Lund met Ruth Hill in Oslo. He paid [$5 million].", None, id="he is neither of two women"),
    pytest.param("Mr Falk sued Ms Varga over a loan. She paid [$5 million].", "Varga", id="a title tells who is a woman"),
    pytest.param("A jury found that he had stolen [$5 million].", None, id="a jury is no person"),
    pytest.param("The spokeswoman was brief. It paid [$5 million].", None, id="it is no person"),
    pytest.param(
        "Acme Bank lost in Oslo District Court. The regulator paid [$5 million].", "regulator", id="a court is no regulator"
    ),
    pytest.param("The team published it in Ocean Letters. The team caught [300 fish].", "team", id="a journal is no team"),
    pytest.param("Ohio voted in May. In Boston few did. The state paid [$5 million].", "Ohio", id="the state is no city"),
    pytest.param("Boston voted in May. The state paid [$5 million].", "state", id="a state that is not named"),
    pytest.param("Norway voted in May. The town paid [$5 million].", "town", id="a country is no town"),
    pytest.param("The companies met on Monday. The company paid [$5 million].", "company", id="one of several is open"),
    pytest.param("Anna Lund and Tom Berg founded it in 2010. He owns [40%] of it.", "Tom Berg", id="one of two who acted together"),
    pytest.param("Anna Lund's husband, Tom, died in 2019. She gave [$5 million].", "Anna Lund", id="a husband is no woman"),
    pytest.param('"We lost [$5 million]," Acme Corp said.', "Acme Corp", id="we are the firm that is quoted"),
    pytest.param('"We lost [$5 million]," Anna Lund said.', None, id="we are open where a person speaks"),
    pytest.param("The Falcons met on Sunday. He paid [$5 million].", None, id="a team is no person"),
    pytest.param("Tom Hill Jr. met Anna Lund in May. Hill paid [$5 million].", "Tom Hill Jr.", id="a suffix is no surname"),
    pytest.param('Acme opened. "We like Bolt in [May]," they said.', None, id="they are anybody"),
    pytest.param("Tom Hill wrote it in May. Few met the man. Yet in June he paid [$5 million].", None, id="a man without a name"),
    pytest.param("Tom Hill, a driver, wrote it in May. He paid [$5 million].", "Tom Hill", id="a man who is named"),
    pytest.param("A lawyer spoke on Monday. It paid [$5 million].", None, id="it is no lawyer"),
    pytest.param("Tom Hill was convicted of [11 counts] of fraud.", "Tom Hill", id="what somebody is tried for"),
    pytest.param("Acme opened in May. It takes [$5 million] to build it.", None, id="it only points ahead"),
    pytest.param("Acme opened in May. It is hard to find [300 people].", None, id="it only points ahead of an adjective"),
    pytest.param("Acme opened in May. It was ready to hire [300 people].", "Acme", id="it is ready"),
    pytest.param("Acme met Bolt in May. It was [2 a.m.] when they left.", None, id="it tells the time"),
    pytest.param("Tom Hill met Jan Berg in May. He visited Berg in [2010].", "Tom Hill", id="he is not whom he visits"),
    pytest.param("Acme opened in May. Get it for [$30].", None, id="what readers may buy"),
    pytest.param("Rovers DL Sam Mott won [two games].", "Sam Mott", id="a post in capitals is no name"),
    pytest.param("Rovers DL Sam Mott won. Rovers paid [$30 million].", "Rovers", id="a club is no given name"),
    pytest.param("Virginia Liberals won in May. Virginia paid [$30 million].", "Virginia", id="a party is no person"),
    pytest.param('"Came down to [$30 million]," Berg said.', None, id="a subject left out is not who speaks"),
    pytest.param("Volta released an album by Ann Lund, which sold [300 copies].", "album", id="no person is a which"),
    pytest.param("Lyra had quakes in five months that killed [30 people].", "quakes", id="no time kills"),
    pytest.param("Acme makes an engine, which Volta says cost [$30 million].", "engine", id="which, in the words of another"),
    pytest.param("Tom Hill ran for Oslo and Jan Berg caught [two balls].", "Jan Berg", id="an and joins nouns or verbs"),
    pytest.param(
        "Lyra and Volta grew. Lyra chief executive Jan Berg said the airline has [30 jets].", "Lyra", id="who leads it says so"
    ),
    pytest.param("A spokeswoman for Bolt Corp said the company has [30 jets].", "Bolt Corp", id="who speaks for it says so"),
    pytest.param("U.S. President Jan Berg said the company has [30 jets].", "company", id="a state is no company"),
    pytest.param(
        "Tom Berg was freed, Lisa Hill said. Police like Hill. Tom Berg was freed, police said. He paid [$5].",
        "Tom Berg",
        id="whom a report is about",
    ),
    pytest.param("The plant will close, Tom Hill said. He paid [$5 million].", "Tom Hill", id="who made a report"),
    pytest.param("The man met Tom Hill. Few liked the man. In [May] he died.", None, id="a man who is told of more"),
    pytest.param("A magnitude 5.8 quake killed [30 people].", "quake", id="a scale is no part of a name"),
    pytest.param("Police hunt two men. They robbed [three shops].", None, id="police look into what others did"),
    pytest.param("The Reserve Bank of India met. The bank lent [$5].", "Reserve Bank of India", id="a bank of some place"),
    pytest.param("Rain fell in Oslo in May. Its cost is [$5].", None, id="a place that does nothing"),
    pytest.param("When he was [19], Tom Hill left.", "Tom Hill", id="he points ahead from a clause"),
    pytest.param("The pill is new. Made by Acme Corp, it costs [$5].", None, id="it is not who makes it"),
    pytest.param("The rebels fled. Their chief told Radio Oslo they lost [30 men].", "rebels", id="they are not who is told"),
    pytest.param("Acme's boss, Tom Hill, said it had lost [$5 million].", "Acme", id="it is the firm of who leads it"),
    pytest.param("Fears knocked [2%] off the FTSE 100.", "FTSE 100", id="what a share is knocked off"),
    pytest.param("Kestrel lost 6% and its rival Volta dropped [5%].", "Volta", id="a rival is no figure of its"),
    pytest.param("The world's largest ship is [300 m] long.", "world's largest ship", id="the world has no ships"),
    pytest.param("Acme Corp met on Monday. Its profit fell. It has [300 staff].", "Acme Corp", id="it has the profit"),
    pytest.param("Acme Corp met on Monday. Its plant opened. It has [300 staff].", "plant", id="it is the plant"),
    pytest.param("Ann Lund won. Her coach, Tom Hill, said she earned [$5].", "Ann Lund", id="she is no coach who is a man"),
    pytest.param("A bus sank in May. It is the third such accident since [June].", None, id="it is what happened"),
    pytest.param("She spent $5 million on hostels, which opened [500 beds].", "hostels", id="no sum opens beds"),
    pytest.param("Nurses went on strike on Monday. They earn $9. They want [$12].", "Nurses", id="they are still the nurses"),
    pytest.param("Tom Hill fled in May. His lawyer said it was unfair. He paid [$5].", "Tom Hill", id="he is whose lawyer it is"),
    pytest.param("Valmont posted a [9%] fall in first-quarter sales.", "Valmont", id="who posts figures has them"),
    pytest.param("Analysts reported a [9%] fall in sales.", None, id="who watches has none"),
    pytest.param("Chicago – Teachers closed [300 schools].", "Teachers", id="where it was written is no teacher"),
    pytest.param("Crane Homes met on Monday. Crane has [40 staff].", "Crane Homes", id="a company without its trade"),
    pytest.param("Lyra Gas Systems Inc. met. Lyra has [40 staff].", "Lyra Gas Systems", id="a company without its trade and form"),
    pytest.param("Crane said so. Crane Foods has 3 shops. Crane has [40 staff].", "Crane", id="its maker is not the product"),
    pytest.param(
        "Deutsche Bank lost $4. Deutsche Telekom has 9 shops. Deutsche has [40 staff].", "Deutsche", id="two companies of one name"
    ),
    pytest.param("The bank met on Monday. It expects it to earn [$5].", None, id="whom it expects to do so is another"),
    pytest.param("The agency approved the pill. It costs [$5].", None, id="no agency is sold"),
    pytest.param("Volta said Lyra, one of its [three units], won.", "Volta", id="its is none in whose phrase it stands"),
    pytest.param(
        "Aro Ship & Dock Engineering Co. (ASDE) met. ASDE has [40 staff].", "Aro Ship & Dock Engineering", id="a form ends it"
    ),
    pytest.param("Marta Silva won on Sunday. The Brazilian has [14 titles].", "Marta Silva", id="who is called by her country"),
    pytest.param("Tom Hill left in May. The 39-year-old earned [$3 million].", "Tom Hill", id="who is called by his age"),
    pytest.param("Police freed the victim. The Brazilian has [14 scars].", "Brazilian", id="police have no country"),
    pytest.param("Hackers want a ransom. Ransom payments rose [30%].", "Ransom payments", id="a word that opens a sentence"),
    pytest.param("Orbit Co. Ltd. met. Orbit has [40 staff].", "Orbit", id="two forms are no part of it"),
    pytest.param("Orbit Co. Ltd. has [40 staff]. Orbit grew.", "Orbit", id="a form that the article leaves out later"),
    pytest.param(
        "Lyra Bank met in May. The Brampton, Ontario-based bank has [40 staff].", "Lyra Bank", id="a place with its state"
    ),
    pytest.param("Lyra Bank said the deal would lift its profit by [3%].", "Lyra Bank", id="a deal has no profit"),
    pytest.param(
        "The firm bought a stake in Lyra Foods. The company has [40 staff].", "company", id="who is named once, as a thing"
    ),
    pytest.param("Studio 54 earned [$5 million].", "Studio 54", id="a number ends a name that begins the sentence"),
    pytest.param(
        "The largest cut was made by Lyra Corp., which has 40 staff. It said it would trim spending by [20%].",
        "Lyra Corp.",
        id="a cut says nothing",
    ),
    pytest.param(
        "Acme Devices Inc. said it fired 40 people, Reuters reported. The company took a [$70 million] charge.",
        "Acme Devices Inc.",
        id="whom a report is about",
    ),
    pytest.param(
        "SAS said fuel cost more. The Lufthansa group made a profit. It cut its forecast by [3%].",
        "Lufthansa group",
        id="a group with its name",
    ),
    pytest.param(
        "UK home sales rose in May. Lyra Bank said so. It was the highest since 2014, when sales reached [109,030].",
        None,
        id="a lender has no home sales",
    ),
    pytest.param("Lyra Bank said house prices rose. Analysts had expected a fall of [0.5%].", None, id="who reports on others"),
    pytest.param(
        "Acme shares rose on Monday. In late trading, shares fell [$1.58]. Shares have traded at $25.",
        "Acme",
        id="owner of the figure before",
    ),
    pytest.param("Acme's shares rose on Monday. They are up [86%] this year.", "Acme", id="owner of what a pronoun stands for"),
    pytest.param("Acme stock rose on Monday. It will hire [40 people].", "Acme", id="no stock acts"),
    pytest.param(
        "Lyra Bank's profit rose. Lyra Bank's costs fell. Acme Inc.'s net income rose to $3 million. Sales rose [25%].",
        "Acme Inc.",
        id="figures of one firm",
    ),
    pytest.param(
        "Lyra's profit rose 3%.\nVolta Group posted a profit of $9 million. Quarterly revenue rose [21%].",
        "Volta Group",
        id="figures of whom the last sentence was about",
    ),
    pytest.param(
        "Norvia Bank posted a 12% increase in net profit.\nRevenue rose to [$6 million].",
        "Norvia Bank",
        id="who posts a rise in profit has it",
    ),
    pytest.param(
        "Tom Hill left in May, a spokeswoman said. She was sad, she said. He won [two prizes].", "Tom Hill", id="he is no she"
    ),
    pytest.param("Court papers say they stole [$3 million].", None, id="no papers steal"),
    pytest.param("Charges against Ann Lund of Oslo and Tom Berg say they stole [$3 million].", None, id="two persons and a place"),
    pytest.param(
        "Judge Tom Hill met us. The 19-year-old was locked into a shop, where he paid [$300].", "19-year-old", id="he of some age"
    ),
    pytest.param(
        "Judge Tom Hill met us. The 19-year-old was locked into a shop. He paid [$300].", "19-year-old", id="he after an age"
    ),
    pytest.param("Hundreds at a plant near Oslo have been told it will shut on [Monday].", None, id="no place shuts"),
    pytest.param("The quake struck on Friday, the centre said. A lab measured it at [5.7].", "quake", id="what a report is about"),
]


SPEAKERS = [
    pytest.param(
        "Deputy Mayor Anna Berg met Mayor Tom Lund in May. The mayor said it cost [$5].", "Tom Lund", id="a deputy is not the mayor"
    ),
    pytest.param("Tom Hill spoke on Monday. Ann Lund's aide did too. He said it cost [$5].", "Tom Hill", id="he is no woman"),
    pytest.param('Anna Lund lives in Mill Lane. "It costs [$5]," she said.', "Anna Lund", id="a street is no woman"),
    pytest.param('Anna Lund closed it.\n"It was old," Lund said.\nShe added that it cost [$5].', "Anna Lund", id="whose words end"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_speaker(text, speaker, extractor):
    """The fact in brackets has this speaker."""
    start = text.index("[")
    facts = extractor.extract(text.replace("[", "").replace("]", ""), format="text").facts
    assert [fact.speaker for fact in facts if fact.start == start] == [speaker]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_subject(text, subject, extractor):
    """The fact in brackets has this subject."""
    start = text.index("[")
    facts = extractor.extract(text.replace("[", "").replace("]", ""), format="text").facts
    assert [fact.subject for fact in facts if fact.start == start] == [subject]


def test_no_name_stands_nowhere():
    """A name of which nothing is left once its punctuation is off is not looked for without end."""
    assert list(whole_words("Ann Lund and Lundy", "Lund")) == [4]
    assert list(whole_words("Ann Lund", "")) == []

"""Which way a time lies: what the verb over it says about past and future."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from factex.data import table
from factex.values.ahead import Direction, Tense, by_word, fixture, is_deed, is_dropped, is_told, words
from factex.values.behind import level_before, report
from factex.values.verbforms import is_request, is_whole, of_form, of_verb

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

DEEPEST = 12
"""How many heads are followed upwards: longer chains say nothing about the time below them."""


def tense(span: Span) -> Tense | None:
    """The direction of the time in *span* by the words that govern it, or None where they leave it open.

    The nearest verb decides; an infinitive or participle without a tense of its own passes the question to the word
    over it; a word that looks ahead ("plans", "due", "scheduled") decides at once, as does a new date that an event is
    moved to ("postponed until Tuesday").
    """
    over = report(span) or level_before(span)
    return _of_words(root_of(span)) if over is None else Tense("past", over)


def root_of(span: Span) -> Token:
    """The word of a time that the others hang on; the one behind its preposition where the parse parts it: "until noon Friday"."""
    if len(span) == 1:
        return span[0]
    first = span.start - 1
    return next((word for word in span if word.head.i == first and word.head.pos_ == "ADP"), span.root)


def _of_words(token: Token) -> Tense | None:
    """The direction by the words above the root of a time."""
    owner = token.head
    while owner.dep_ == "compound" and owner.pos_ == "PROPN":
        owner = owner.head  # "the February CPI report"
    modifies = token.dep_ in ("poss", "compound", "nmod") and owner.pos_ == "NOUN"
    if modifies and owner.lemma_.lower() in words("spells"):
        return _of_words(owner)  # "over the Christmas break"
    above = takewhile(lambda word: word.pos_ not in ("AUX", "VERB"), token.ancestors)
    if (ahead := next((word for word in above if word.lower_ == "ahead"), None)) is not None:
        # "Ahead of Friday's report", "ahead of a vote on Sunday": of what was told, it may be over by now.
        told = _governed(ahead)
        return Tense("either" if told is not None and told.direction == "past" else "future", ahead)
    if token.head.lower_ in ("beginning", "starting") and token.head.tag_ == "VBG":
        # "Expect closures starting Tuesday", but "he ordered the evacuation of the coast beginning Tuesday".
        over = _governed(token.head)
        return over if over is not None and over.direction == "future" and over.weight != "weak" else Tense("either", token.head)
    if (prospect := _prospect(token)) is not None:
        return prospect
    if modifies:
        return _of_owner(owner)
    found = _governed(token) or _held_until(token.head) or _weather(token) or fixture(token)
    if found is not None and found.weight == "weak" and any(c.lemma_.lower() in words("weather") for c in found.token.children):
        found = found._replace(weight="likely")  # "most of Saturday looks dry"
    return _beside_happening(token, found)


def _weather(token: Token) -> Tense | None:
    """The weather that a forecast without a verb tells of: "rain on Sunday", "snow is possible, with a low of 3 C on Sunday"."""
    above = [word for word in token.ancestors if word.tag_ != "VBG"]
    verb = next((word for word in above if word.pos_ in ("AUX", "VERB")), None)
    noun = next((word for word in takewhile(lambda word: word is not verb, above) if word.lemma_.lower() in words("weather")), None)
    told = verb is not None and verb.tag_ not in ("VBP", "VBZ")
    return None if noun is None or told else Tense("future", noun, "likely")


def _held_until(link: Token) -> Tense | None:
    """What holds up to a time where no verb tells when: "no trains until Monday", but "Ann Lee, chief until May"."""
    noun = link.head
    lasts = link.lower_ in ("till", "until") or (link.lower_ == "before" and any(child.lower_ == "no" for child in noun.children))
    of_person = any(above.dep_ in ("appos", "nsubj", "nsubjpass") for above in (noun, *noun.ancestors))
    return Tense("future", link, "likely") if lasts and noun.i < link.i and not of_person else None


def _prospect(token: Token) -> Tense | None:
    """What may come on a day: "the threat of a strike on Monday", "warnings have been issued for Wales on Monday"."""
    before = [word.lower_ for word in token.doc[max(0, token.i - 9) : token.i]]
    if ("of", "record") in pairwise(before):
        return Tense("either", token)  # "it declared a dividend to holders of record as of May 2"
    link = token.head
    event = link.nbor(-1) if link.pos_ == "ADP" and link.i > 0 else link
    if (prepared := _prepared_for(token)) is not None:
        return Tense("future", prepared, "sure" if prepared.lemma_.lower() in words("goods") else "likely")
    leads = event.head
    if leads.lower_ == "of" and event.pos_ == "NOUN" and leads.head.lemma_.lower() in words("prospects"):
        return Tense("future", leads.head, "likely")
    noun = leads.nbor(-1) if leads.lower_ == "for" and leads.i > 0 else token
    weather = noun.lemma_.lower() in words("warnings") and event.lemma_.lower() in words("weather")
    verb = noun.head if weather else noun
    issued = verb.lemma_ == "issue" and is_told(verb, "has", "have")  # "was issued for Wales on Monday" may tell when
    if not (weather or issued):
        return None
    return Tense("either" if is_told(verb) else "future", noun, "likely")


def _of_owner(noun: Token) -> Tense | None:
    """The direction of a time that modifies a noun.

    "Wednesday's ruling": what is done to the ruling now says little of its day, and a July forecast was made in July.
    """
    if not (words("contracts") | {*table("figures")["dated"]["words"]}).isdisjoint((noun.lower_, noun.lemma_.lower())):
        return _of_deadline(noun)
    if (prepared := _prepared_for(noun)) is not None:
        return Tense("future", prepared, "likely")
    found = _governed(noun)
    dropped = found is not None and found.direction == "either" and is_dropped(found.token)
    forecast = found is not None and found.direction == "future" and noun.lower_ == "forecast"  # "Saturday's forecast is for rain"
    if found is not None and (dropped or forecast):
        return found._replace(weight="likely")
    if found is not None and _is_awaited(noun, found):
        # "He could play in Sunday's match", but "was due to play", which may be over.
        may = found.token.lower_ == "could" and not any(child.dep_ == "neg" for child in found.token.head.children)
        direction: Direction = "future" if may else "either" if found.direction == "past" else found.direction
        return found._replace(direction=direction, weight="likely")
    told = found is not None and found.direction == "future" and found.weight == "weak" and found.token.lemma_ != "see"
    if found is None or found.direction == "either" or told:
        return None  # nor does the present of a headline: "Q4 profit jumps", but "Acme sees Q4 profit rising"
    return found._replace(weight="weak")


def _beside_happening(token: Token, found: Tense | None) -> Tense | None:
    """The direction *found* by the verbs over a time, unless the time is rather that of something over."""
    event = None if found is None or found.direction == "past" else _happening(token)
    if found is None or event is None:
        return found
    return Tense("past", event) if _is_settled(event, found.token) else found._replace(weight="likely")


def _happening(token: Token) -> Token | None:
    """The event that nobody sets a day for before a time: "the attack on Tuesday", "the blast in Lima in May", "a crash Friday".

    What a verb that looks ahead brings about itself is none: "they will carry out the attack on Tuesday".
    """
    led = token.head.lower_ in ("at", "during", "in", "on")
    first = token.head if led else token.left_edge
    if first.i == 0:
        return None
    named = _named(token.head.head if led else first.nbor(-1))
    event = named if named.lemma_.lower() in words("happenings") else _named(first.nbor(-1))
    if event.lemma_.lower() not in words("happenings") or event.pos_ != "NOUN":
        return None
    looked_at = any(above.lemma_.lower() in words("aftermath") | words("reviews") for above in (event.head, event.head.head))
    brought = event.dep_ == "dobj" and not looked_at
    definite = looked_at or event.head.lower_ in _BEHIND or any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in event.children)
    coming = any(child.lemma_.lower() in _COMING for child in event.children)
    return event if definite and not brought and not coming else None


def _named(word: Token) -> Token:
    """The noun whose place a name is, the blast of "the blast in Lima"; any other word itself."""
    link = next((above for above in word.ancestors if above.pos_ != "PROPN"), word)
    return link.head if word.pos_ == "PROPN" and link.pos_ == "ADP" else word


def _is_settled(event: Token, ahead: Token) -> bool:
    """Whether the time beside an event can only be its own: the verb has one already, or stands behind it or looks back."""
    verb = clause = next((above for above in event.ancestors if above.pos_ in ("AUX", "VERB")), ahead)
    while clause.dep_ in ("advcl", "xcomp"):
        clause = clause.head  # "he is due in court on Monday to answer for the attack on Friday"
    dated = any(word.ent_type_ in ("DATE", "TIME") and word.i < event.i for word in clause.subtree)
    return verb.i > event.i or dated or event.head.lower_ in _BEHIND or verb.lemma_.lower() in words("reviews")


_COMING = frozenset({"expect", "next", "plan", "possible", "predict"})
_DEFINITE = frozenset({"that", "the", "these", "this", "those"})


def _of_deadline(deadline: Token) -> Tense:
    """The direction of a deadline: ahead, unless it was met or missed, or something was done by it."""
    by = deadline.head.lower_ in ("before", "by") and deadline.head.pos_ == "ADP"
    passed = next((child for child in deadline.children if child.dep_ == "acl"), deadline.head)
    verb = deadline.head.head if by else passed
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    said = of_verb(verb, auxiliaries)
    told = said is not None and said.direction == "past"
    over = (told or (verb.tag_ == "VBG" and not auxiliaries)) and (by or verb.lemma_.lower() in words("overdue"))
    # Who set a deadline in the past may have set one that is over: "the deadline of Jan. 15", said in February.
    return Tense("past" if over else "future", deadline, "likely" if told and not over else "sure")


def _is_awaited(event: Token, verb: Tense) -> bool:
    """Whether an event has its day set beforehand and a verb looks ahead to it: "Sunday's vote will decide".

    Not so "the winner of Sunday's vote will take office".
    """
    # "Await Friday's data", "wait for Friday's data", "will focus on Friday's data", "expect Friday's data to be weak".
    link = event.head.lower_ if event.head.lower_ in ("for", "on", "to", "toward", "towards") else ""
    above = event.head.head if link or event.head.dep_ in ("ccomp", "xcomp") else event.head
    looks = above.lemma_ == "look"
    if above.i in (verb.token.i, verb.token.head.i) and above.lemma_.lower() in words("awaited") and looks == link.startswith("to"):
        return verb.direction != "past" or looks or above.lemma_ in words("ahead")  # who watched Friday's match saw it
    if verb.direction == "past":
        return False
    if event.dep_ == "nsubj" and event.head.lemma_ in words("shown"):
        return True  # "Friday's figures will show a rise"
    if event.lemma_.lower() not in words("events") or event.head.lemma_.lower() in words("reviews"):
        return False
    between = takewhile(lambda above: above.i != verb.token.i and above.pos_ not in ("VERB", "AUX"), event.ancestors)
    return all(above.lemma_.lower() not in words("aftermath") and above.lower_ not in _AFTER for above in between)


def _prepared_for(event: Token) -> Token | None:
    """The noun of what is prepared for an event or a day: "tickets for Saturday's match", "wheat for July"."""
    if event.head.lower_ != "for" or event.head.i == 0:
        return None
    noun = event.head.nbor(-1)
    return noun if noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in words("preparations") | words("goods") else None


_AFTER = frozenset({"after", "since", "following", "despite"})
_BEHIND = _AFTER | {"into"}  # "they will look into a crash on Friday"


def _governed(token: Token) -> Tense | None:
    """What the verbs over *token* say, from the nearest upwards."""
    link = token.head if token.head.pos_ in ("ADP", "SCONJ") else token
    infinitive = None
    for _ in range(DEEPEST):
        below, token = token, token.head
        if below.i == token.i:
            break
        found = by_word(token, below, link) or _was_to(token, below) or _said(token, below, link)
        if found is not None and found.direction == "future":
            # "Hopes are rising after talks on Monday", "two are dead after a crash on Monday", "it will end following talks on
            # Monday", whatever the parser says.
            after = {word.lower_ for word in (*token.doc[token.i : link.i], below)} & _AFTER
            open_ = "following" in after or (after and (token.tag_ == "VBG" or token.lemma_ == "be"))
            found = found._replace(direction="either") if open_ else found
        if found is not None:
            # "It could come as early as Tuesday."
            return Tense("future", found.token) if link.lower_ == "as" and found.direction != "past" else found
        if token.lemma_ == "be" and token.tag_ in ("VBZ", "VBP"):
            if below.dep_ == "nsubj" and link.head.i == below.i and below.lemma_.lower() in words("fixtures"):
                return Tense("future", token, "likely")  # "kickoff on Saturday is at noon"
            return None  # what is so now says nothing of the dates of its nouns
        if any(child.tag_ == "TO" for child in token.children):
            if token.lemma_ == "come" and token.dep_ in ("acl", "pcomp", "relcl") and link.head.i == token.i:
                return Tense("future", token, "likely")  # "with a trip to Hull to come on Tuesday"
            infinitive = token
            # "A bill to be debated on Friday", but "winds caused flights to be diverted on Friday".
            of_noun = (
                token.tag_ == "VBN" and token.dep_ in ("acl", "advcl", "relcl") and token.head.head.lemma_ not in words("causes")
            )
            if of_noun and _RANKS.isdisjoint(word.lower_ for word in (token.head, *token.head.lefts)):
                break  # not so "the first to be jailed on Friday"
    # Headlines announce in the infinitive: "Storm to bring snow on Friday".
    return None if infinitive is None or token.pos_ == "AUX" else Tense("future", infinitive)


def _was_to(verb: Token, below: Token) -> Tense | None:
    """What was planned: "schools were to stay shut on Monday"."""
    # "It was in their interest to start on Monday" has more between.
    planned = verb.lower_ in ("was", "were") and below.dep_ == "xcomp" and below.tag_ == "VB" and below.left_edge.i - verb.i <= 2
    return Tense("either", verb) if planned else None


_RANKS = frozenset({"first", "last", "latest", "only", "second", "third"})


def _said(token: Token, below: Token, link: Token) -> Tense | None:
    """What one word over a time says by its own tense; None for words that are no verbs."""
    if token.pos_ not in ("VERB", "AUX"):
        return None
    if is_request(token):
        return Tense("future", token, "likely")
    if token.lower_ == "followed" and token.dep_ in ("acl", "advcl") and any(child.lower_ == "by" for child in token.children):
        return None  # "it will open on Friday, followed by a vote on Monday"
    if token.lemma_ in words("announced") and link.lower_ == "from":
        return Tense("future", token, "likely")
    auxiliaries = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
    if token.tag_ == "VBN" and not auxiliaries and token.dep_ in ("acl", "advcl") and below.i == link.i < token.i:
        return None  # "he will appear in court on Friday accused of theft", of which the parser makes "on Friday accused"
    return _of_auxiliaries(token, below, link, auxiliaries)


def _of_auxiliaries(token: Token, below: Token, link: Token, auxiliaries: set[str]) -> Tense | None:
    """What a verb says by its auxiliaries and the word that leads to the time."""
    if link.lower_ in ("until", "till") and token.tag_ == "VBN" and auxiliaries & {"is", "are", "has", "have", "'s", "'ve"}:
        return Tense("future", token)  # what is or has been closed until Friday still is
    if token.lower_ in words("stated") and token.tag_ == "VBN" and auxiliaries & {"is", "are"}:
        return Tense("future", token)  # "classes are suspended on Monday"
    if below.dep_ == "nsubjpass" and auxiliaries & {"has", "have"} and is_dropped(token):
        return Tense("either", token)  # "two sailings on Friday have been cancelled"
    if token.tag_ == "VBG" and (token.head.lower_ in ("after", "since", "following") or is_deed(token)):
        return Tense("past", token)  # "will return after voting on Saturday", "will be charged with robbing a bank on Saturday"
    if token.lemma_ == "be" and token.tag_ in ("VBZ", "VBP"):
        # "The vote is on Friday", "trading is to resume on Friday", "the film is out on Friday".
        ahead = link.head.i == token.i or below.dep_ == "xcomp" or link.head.lower_ in words("stated")
        return Tense("future", token, "sure" if is_whole(token.doc) else "weak") if ahead else None
    return of_form(token, auxiliaries, link)

"""Which way a time lies: what the verb over it says about past and future."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from factex.values.ahead import Tense, by_word, is_deed, words
from factex.values.behind import level_before, report

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "could", "would", "should", "must", "ca"})
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PAST_AUX = frozenset({"was", "were", "had", "did", "have", "has", "been", "'ve", "’ve", "'d", "’d"})
_PRESENT_AUX = frozenset({"am", "are", "is", "'m", "'re", "'s", "’m", "’re", "’s"})
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
        return Tense("either", token.head)  # "he ordered the evacuation of the coast beginning Tuesday"
    if (prospect := _prospect(token)) is not None:
        return Tense("future", prospect, "likely")
    return _of_owner(owner) if modifies else _beside_happening(token, _governed(token) or _held_until(token.head))


def _held_until(link: Token) -> Tense | None:
    """What holds up to a time where no verb tells when: "no trains until Monday", but "Ann Lee, chief until May"."""
    noun = link.head
    lasts = link.lower_ in ("till", "until") or (link.lower_ == "before" and any(child.lower_ == "no" for child in noun.children))
    of_person = any(above.dep_ in ("appos", "nsubj", "nsubjpass") for above in (noun, *noun.ancestors))
    return Tense("future", link, "likely") if lasts and noun.i < link.i and not of_person else None


def _prospect(token: Token) -> Token | None:
    """The noun of what may come on a day: the threat of "the threat of a strike on Monday"."""
    link = token.head
    event = link.nbor(-1) if link.pos_ == "ADP" and link.i > 0 else link
    noun = event.head.head
    return noun if event.pos_ == "NOUN" and event.head.lower_ == "of" and noun.lemma_.lower() in words("prospects") else None


def _of_owner(noun: Token) -> Tense | None:
    """The direction of a time that modifies a noun.

    "Wednesday's ruling": what is done to the ruling now says little of its day, and a July forecast was made in July.
    """
    if not words("contracts").isdisjoint((noun.lower_, noun.lemma_.lower())):
        return _of_deadline(noun)
    if (prepared := _prepared_for(noun)) is not None:
        return Tense("future", prepared, "likely")
    found = _governed(noun)
    if found is not None and _is_awaited(noun, found):
        # "He could play in Sunday's match", but "was due to play", which may be over.
        may = found.token.lower_ == "could" and not any(child.dep_ == "neg" for child in found.token.head.children)
        return found._replace(direction="future" if may else found.direction, weight="likely")
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
    """The event behind a time that nobody sets a day for: the attack of "the attack on Tuesday", "the blast in Lima in May".

    What a verb that looks ahead brings about itself is none: "they will carry out the attack on Tuesday".
    """
    link = token.head
    if link.lower_ not in ("at", "during", "in", "on") or link.i == 0:
        return None
    named = _named(link.head)
    event = named if named.lemma_.lower() in words("happenings") else _named(link.nbor(-1))
    if event.lemma_.lower() not in words("happenings") or event.pos_ != "NOUN":
        return None
    brought = event.dep_ == "dobj" and event.head.lemma_.lower() not in words("reviews")
    definite = event.head.lower_ in _AFTER or any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in event.children)
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
    return verb.i > event.i or dated or event.head.lower_ in _AFTER or verb.lemma_.lower() in words("reviews")


_COMING = frozenset({"expect", "next", "plan", "possible", "predict"})
_DEFINITE = frozenset({"that", "the", "these", "this", "those"})


def _of_deadline(deadline: Token) -> Tense:
    """The direction of a deadline: ahead, unless it was met or missed, or something was done by it."""
    by = deadline.head.lower_ in ("before", "by") and deadline.head.pos_ == "ADP"
    passed = next((child for child in deadline.children if child.dep_ == "acl"), deadline.head)
    verb = deadline.head.head if by else passed
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    said = _of_verb(verb, auxiliaries)
    told = said is not None and said.direction == "past"
    over = (told or (verb.tag_ == "VBG" and not auxiliaries)) and (by or verb.lemma_.lower() in words("overdue"))
    return Tense("past" if over else "future", deadline)


def _is_awaited(event: Token, verb: Tense) -> bool:
    """Whether an event has its day set beforehand and a verb looks ahead to it: "Sunday's vote will decide".

    Not so "the winner of Sunday's vote will take office".
    """
    if verb.direction == "past":
        return False
    # "Await Friday's data", "wait for Friday's data", "will focus on Friday's data", "expect Friday's data to be weak".
    above = event.head.head if event.head.lower_ in ("for", "on") or event.head.dep_ in ("ccomp", "xcomp") else event.head
    if above.i in (verb.token.i, verb.token.head.i) and above.lemma_.lower() in words("awaited"):
        return True
    if event.lemma_.lower() not in words("events") or event.head.lemma_.lower() in words("reviews"):
        return False
    between = takewhile(lambda above: above.i != verb.token.i and above.pos_ not in ("VERB", "AUX"), event.ancestors)
    return all(above.lemma_.lower() not in words("aftermath") and above.lower_ not in _AFTER for above in between)


def _prepared_for(event: Token) -> Token | None:
    """The noun of what is prepared for an event: "tickets for Saturday's match"."""
    if event.head.lower_ != "for" or event.head.i == 0:
        return None
    noun = event.head.nbor(-1)
    return noun if noun.lemma_.lower() in words("preparations") else None


_AFTER = frozenset({"after", "since", "following", "despite"})


def _governed(token: Token) -> Tense | None:
    """What the verbs over *token* say, from the nearest upwards."""
    link = token.head if token.head.pos_ in ("ADP", "SCONJ") else token
    infinitive = None
    for _ in range(DEEPEST):
        below, token = token, token.head
        if below.i == token.i:
            break
        found = by_word(token, below, link) or _said(token, below, link)
        if found is not None and found.direction == "future":
            # "Hopes are rising after talks on Monday", "it will end following talks on Monday", whatever the parser says.
            after = {word.lower_ for word in (*token.doc[token.i : link.i], below)} & _AFTER
            found = found._replace(direction="either") if "following" in after or (after and token.tag_ == "VBG") else found
        if found is not None:
            if infinitive is not None and found.weight == "weak" and token.lemma_ in words("journeys"):
                found = found._replace(weight="likely")  # "they fly to Rome to meet him on Friday"
            # "It could come as early as Tuesday."
            return Tense("future", found.token) if link.lower_ == "as" and found.direction != "past" else found
        if token.lemma_ == "be" and token.tag_ in ("VBZ", "VBP"):
            if below.dep_ == "nsubj" and link.head.i == below.i and below.lemma_.lower() in words("fixtures"):
                return Tense("future", token, "likely")  # "kickoff on Saturday is at noon"
            return None  # what is so now says nothing of the dates of its nouns
        if any(child.tag_ == "TO" for child in token.children):
            infinitive = token
            of_noun = token.tag_ == "VBN" and token.dep_ in ("acl", "advcl", "relcl")
            if of_noun and _RANKS.isdisjoint(word.lower_ for word in (token.head, *token.head.lefts)):
                break  # "a bill to be debated on Friday", but "the first to be jailed on Friday"
    # Headlines announce in the infinitive: "Storm to bring snow on Friday".
    return None if infinitive is None or token.pos_ == "AUX" else Tense("future", infinitive)


_RANKS = frozenset({"first", "last", "latest", "only", "second", "third"})


def _said(token: Token, below: Token, link: Token) -> Tense | None:
    """What one word over a time says by its own tense; None for words that are no verbs."""
    if token.pos_ not in ("VERB", "AUX"):
        return None
    if _is_request(token):
        return Tense("future", token, "likely")
    auxiliaries = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
    if link.lower_ in ("until", "till") and token.tag_ == "VBN" and auxiliaries & {"is", "are", "has", "have", "'s", "'ve"}:
        return Tense("future", token)  # what is or has been closed until Friday still is
    if token.tag_ == "VBG" and (token.head.lower_ in ("after", "since", "following") or is_deed(token)):
        return Tense("past", token)  # "will return after voting on Saturday", "will be charged with robbing a bank on Saturday"
    if token.lemma_ == "be" and token.tag_ in ("VBZ", "VBP"):
        # "The vote is on Friday", "trading is to resume on Friday", "the film is out on Friday".
        ahead = link.head.i == token.i or below.dep_ == "xcomp" or link.head.lower_ in words("stated")
        return Tense("future", token, "sure" if token.doc[-1].is_punct else "weak") if ahead else None
    return _of_form(token, auxiliaries, link)


def _of_form(token: Token, auxiliaries: set[str], link: Token) -> Tense | None:
    """What the form of a verb and its auxiliaries say of a time that *link* leads to."""
    own = link.head.i == token.i
    found = _of_verb(token, auxiliaries) or _of_present(token, auxiliaries, own=own)
    if found is None or found.direction == "past":
        return found
    could = own and found.direction == "either" and found.token.lower_ == "could" and not _is_ability(token)
    return Tense("future", token) if could or link.lower_ in ("through", "until", "till", "by") else found


def _is_ability(verb: Token) -> bool:
    """Whether "could" tells what somebody was able to do, or was not: "smoke could be seen on Friday", but "rain could fall"."""
    beside = (word for child in verb.children for word in (child, *child.children))
    return verb.lemma_.lower() in words("sensed") or any(word.dep_ == "neg" or word.lower_ in _NONE for word in beside)


_NONE = frozenset({"neither", "no", "nobody", "none", "nor", "nothing"})


def _is_request(verb: Token) -> bool:
    """Whether a verb asks for something: "join us on Friday", "let's meet on Friday"."""
    if verb.tag_ != "VB" or any(child.tag_ in ("MD", "TO") for child in verb.children):
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is not None:
        return subject.lower_ in ("us", "'s", "’s") and verb.head.lower_ == "let" and _is_request(verb.head)
    if verb.dep_ == "conj" and verb.head.i < verb.i:
        return _is_request(verb.head)
    # Before the verb of saying: "come on Friday, she said", but not "he let it begin on Friday".
    return verb.dep_ == "ROOT" or (verb.dep_ in ("ccomp", "advcl") and verb.i < verb.head.i)


def _of_verb(verb: Token, said: set[str]) -> Tense | None:
    """What a verb with its auxiliaries says by itself."""
    # The parse may hang "will" of "will be closed" on "be".
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    modal = next((word for child in helpers for word in (child, *child.children) if word.lower_ in _FUTURE_AUX), None)
    if modal is not None:
        # "May have fallen" looks back, "will have fallen" ahead; what could be, or would have been, may be over.
        perfect = "have" in said and modal.lower_ not in WILL
        either = modal.lower_ == "could" if not perfect else modal.lower_ == "would"
        return Tense("either" if either else "past" if perfect else "future", modal)
    going = verb.lemma_ == "go" and any(child.dep_ == "xcomp" for child in verb.children)
    if verb.tag_ == "VBG" and (going or said & _PRESENT_AUX):
        return Tense("future", verb)
    if verb.tag_ == "VBD" or said & _PAST_AUX:
        return Tense("past", verb)
    if verb.tag_ == "VBN" and not said and verb.dep_ in ("acl", "advcl", "amod", "relcl"):
        return Tense("past", verb)
    return None


def _of_present(verb: Token, said: set[str], *, own: bool) -> Tense | None:
    """What a present tense says: with a date of its *own* it is a timetable ("the court sits on Friday").

    Not so in headlines, which tell the past in it, nor of verbs that tell no event ("the move follows a vote on Friday").
    """
    if verb.pos_ != "VERB" or verb.tag_ not in ("VBZ", "VBP") or "to" in said:
        return None
    if verb.tag_ == "VBP" and verb.lower_ in words("unmarked"):
        return Tense("past", verb, "weak")
    # Without a subject the day is one itself: "Friday marks ten years since the crash"; who has a match on Friday plays it then.
    has = verb.lemma_ == "have" and any(child.dep_ == "dobj" and child.lemma_.lower() in words("events") for child in verb.children)
    event = has or verb.lemma_ not in words("states") or not any(child.dep_ == "nsubj" for child in verb.children)
    timetable = (own or has) and event and verb.doc[-1].is_punct
    return Tense("future", verb, "sure" if timetable else "weak")

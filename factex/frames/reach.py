"""Reach: which of the times of a sentence a number's statement can hold for, by where both stand in the parse."""

from __future__ import annotations

from itertools import takewhile

from factex.frames.comparisons import before_unit, first_form
from factex.frames.earlier import BESIDE, MULTIPLES, is_compared, is_comparing, led_by
from factex.frames.lexicon import codes, is_among, is_event, is_figure, is_level_verb, is_move_noun, is_move_verb, words
from factex.frames.moves import move_of
from factex.frames.scene import Site
from factex.frames.stretches import ENDED, length_ended
from factex.frames.syntax import NOUNS, SUBJECTS, VERBS, Word, is_passive
from factex.frames.verbs import is_apart, is_when, tense

_NEAR = 5  # words between a superlative and its "since"
LONG = frozenset({"week", "month", "quarter", "half", "season", "year", "decade", "century"})
_PREPS = frozenset({"at", "during", "early", "for", "in", "late", "of", "on"})
_PARTS = MULTIPLES | {"quarter", "tenth", "third", "times"}
_IN_PHRASE = frozenset({"ADJ", "DET", "NOUN", "PRON", "PROPN", "PUNCT"})
_SAME_TIME = frozenset({"months", "period", "point", "same", "stage", "that", "the", "this", "time", "weeks"})


def is_taken(time: Site, site: Site) -> bool:
    """Whether the time belongs to what the number is compared with: "4% up on 2023", "higher than in 2022", "1.8% on Monday"."""
    prep = time.before
    if time.value.grain in LONG and _is_base(time) and (move_of(site) or _is_move(prep.previous) or _is_moved(time)):
        return True
    outside = _bracket(time) not in (None, _bracket(site))  # "sales were $3 million ($2 million in 2023)"
    apart = _is_of_other(time, site) or _is_along(time, site) or _is_of_origin(time, site)
    if not site.numeric or outside or apart or _is_of_saying(time):
        return site.numeric
    if prep.lower == "since":
        rank = time.slot.anchor  # "the driest since 1976"
        best = any(w.tag == "JJS" for w in site.scene.parse.words[max(prep.i - _NEAR, 0) : prep.i])
        return best or tense(time.verb) == "past" or (rank is not None and rank.pos in ("ADJ", "NOUN", "PROPN"))
    if time.following is not None and time.following.owner is time:  # "from last year's $4"
        return time.following is not site
    before = _before(time)
    if before.mention is None:
        wide = prep.lower in ("at", "in") or _is_same(before)  # "up from the last vote in 2021", "from the same weekend last year"
        origin = _noun_before(before) if wide else before
        origin = origin if origin.lower == "from" else before
        moved = site.scene.site_of(origin.previous)  # "down 2% from a year ago, leaving the price at $5"
        moving = any(each is not None and each.numeric and move_of(each) for each in (site, moved))
        past = before.pos == "NOUN" and _noun_before(before).lower == "since"  # "its best close since the crash ten years ago"
        return past or (moving and origin.lower == "from") or before.lower in BESIDE or is_compared(before)
    other = time.scene.sites[before.mention]
    first = first_form(other)
    link = led_by(first)  # "the lowest since 5% in 1995", "up 3% after 5% in May"
    compared = is_comparing(link) or link.lower in {"after", "since", "than", *MULTIPLES}
    return other.numeric and compared and first_form(site) is not first


def _is_of_origin(time: Site, site: Site) -> bool:
    """Whether a time dates the level that another number started from: "fell to 5%, from 6% last year and a high of 7% in 2020"."""
    last = time.scene.sites[time.index - 1] if time.index else site
    beside = last.numeric and last is not site and _before(time) in (last.words[-1], last.root.head)
    found = move_of(last) if beside and first_form(site) is not first_form(last) else None
    return found is not None and found[1].role == "from"


def _is_base(time: Site) -> bool:
    """Whether a move is told on or over the time: "down 3% on last year", "up 3% over 2023"; but "fell 3% over the month"."""
    own = len(time.words) == 2 and time.words[0].lower == "the"
    link = time.words[0].previous.lower  # "over" may also lead to a number
    return link == "on" or (link == "over" and not own)


def _is_moved(time: Site) -> bool:
    """Whether the number before a time and its preposition tells of a move: "$2 on sales of $50, up 3 percent over last year"."""
    near = time.scene.site_of(time.words[0].previous.previous)
    return near is not None and near.numeric and move_of(near) is not None


def _is_move(word: Word) -> bool:
    """Whether a word tells that something moved, as what stands before "on last year" may: "up", "an increase"."""
    return word.lower in ("down", "up") or is_move_noun(word)


def _noun_before(word: Word) -> Word:
    """What stands before the noun phrase that ends with *word*: "up from the last election in 2021", "double its value in 2023"."""
    while word.mention is None and word.pos in _IN_PHRASE and word.text != "," and word.lower not in MULTIPLES:
        word = word.previous
    return word


def _is_same(noun: Word) -> bool:
    """Whether a time tells which of the same things is meant: "the same weekend last year"."""
    return noun.pos == "NOUN" and any(c.lower == "same" for c in noun.left)


def _before(time: Site) -> Word:
    """The word before a time and its preposition, or before what the number there is per: "from 300 trips a day in 2020"."""
    begin = time.scene.site_of(time.before.previous) if time.before.lower in ("-", "–", "to", *ENDED) else None
    if begin is not None and (begin.value.kind == "duration" if time.before.lower[0] in "et" else begin.located):
        return _before(begin)  # "13% in 2019-2020", "from 37 in the year to September"
    start = time.before
    if start.dep == "acl" and start.head is start.previous:  # "up from the $410 recorded a year ago"
        start = start.previous
    while start.lower in _PREPS | _SAME_TIME:  # "compared with 71% at the same time last year"
        start = start.previous
    if start.text == ")" and start.previous.previous.text == "(":  # "from $51.9 billion (revised) in March"
        start = start.previous.previous.previous
    length = time.scene.site_of(start) if time.before.lower == "of" else None
    if length is not None and length.value.kind == "duration":
        return _before(length)  # "compared with the first six months of 2023"
    if start.tag == "VBN" and start.previous.mention is not None:
        start = start.previous  # "from the $4 million recorded in 2023"
    return before_unit(start)


def _is_of_saying(time: Site) -> bool:
    """Whether a month or day is that of a forecast, not of what it foresees: "its April forecast of 3%"."""
    noun = time.slot.anchor
    named = noun is not None and noun.lemma in codes("sayings") and time.root.i < noun.i
    return named and time.value.grain not in LONG - {"month", "week"}


def _is_along(time: Site, site: Site) -> bool:
    """Whether the time is that of another number, which goes along: "inflation rose 3%, with prices up 8% since July"."""
    other = site.scene.site_of(time.before.previous)
    between = () if other is None or not other.numeric else site.scene.parse.words[site.words[-1].i + 1 : other.words[0].i]
    return any(w.lower == "with" and w.previous.text == "," for w in between)


def _bracket(site: Site) -> int | None:
    """Where the bracket that a mention stands in opens."""
    text, begin = site.scene.article.text, site.scene.sentence.start
    start = text.rfind("(", begin, site.mention.start)
    return start if start > text.rfind(")", begin, site.mention.start) else None


def _is_of_other(time: Site, site: Site) -> bool:
    """Whether the time tells which other thing is meant: "12% more than last year", "faster than the car from 2019"."""
    prep = time.before
    told = (w for w in time.root.climb() if w.lower in BESIDE or (w.pos in VERBS and w.dep not in ("acl", "relcl")))
    clause = next(told, None)  # "than the bank predicted in May"
    than = time.words[0].previous.lower == "than" and prep.mention is not None
    than = than or (prep.lower == "of" and prep.previous.lower in ("ahead", "short", "shy"))  # "9% short of 2019"
    between = time.scene.parse.words[site.words[-1].i : time.words[0].i]  # "served two terms before her election in 2019"
    than = than or any(w.lower == "before" and is_event((w.child("pobj") or w).lemma) for w in between)
    if than or _is_as_much(time) or _is_over(time):
        return True
    whole = _noun_before(prep.previous)
    if whole.next.mention is None and whole.lower in MULTIPLES and whole.i > site.words[-1].i and prep.lower in ("at", "in"):
        return True  # "raised it at $620 million, more than double its value in 2023"
    beside = clause is not None and clause.lower in BESIDE
    return beside and clause is not None and (clause.i > site.words[-1].i or clause not in site.root.climb())


def _is_as_much(time: Site) -> bool:
    """Whether something is a multiple of what it was at the time: "half as much as in 1999", "twice as many as a year before"."""
    if time.before.lower == "in" and time.before.previous.lower == "as":
        return True
    before = time.scene.parse.words[: time.words[0].i] if time.words[0].previous.lower == "as" else ()
    return any(word.lower == "as" and word.previous.lower in _PARTS for word in before)


def _is_over(time: Site) -> bool:
    """Whether the time is of what something is more or less than: "a 9% premium to its price on Friday"."""
    word = time.before
    while word.text and word.pos not in VERBS and word.mention is None:
        if word.previous.lemma in words("moves", "premiums"):
            return True
        word = word.previous
    return False


def steps(site: Site, time: Site) -> int | None:
    """How many steps above the number the time hangs; None where it locates something else."""
    place = time.slot.anchor
    if place is not None and is_when(place):
        place = place.head  # "when it opened in 1990, the mine employed 300 people"
    if place is not None and place.pos == "PROPN" and time.slot.relation == "modifier" and not is_figure(place.lower):
        return None  # "hired for the 2020 Census"
    if place is None or place.mention == site.index or _modifies(place, site):
        return None if place is None else 0
    counted = site.scene.site_of(time.before.head) if time.before.lower == "of" else None
    if counted is not None and counted.numeric and counted is not site:
        return None  # "one of the singers of the 1990s, winning 12 awards"
    while place.dep == "xcomp" and site.slot.relation == "subject" and str(time.value.timex) < site.scene.today:
        place = place.head  # "300 were forced to wait last year"
    for count, head in enumerate(site.root.climb(), 1):
        if head is place:
            return None if _tells(head, site) or _reports(head, site, time) else count
        apart = head.dep == "conj" and (has_own(head, site) or goes_on(head, time) or _are_told_apart(head, head.head))
        if apart or _is_clause(head):
            return None
    return None


def has_own(verb: Word, site: Site) -> bool:
    """Whether a verb has a time of its own that is on no calendar: "a flat now costs $5", "rises on Fridays"."""
    return any(t.temporal and t.value.kind != "duration" and not t.located and t.verb is verb for t in site.scene.sites)


def _is_clause(word: Word) -> bool:
    """Whether a verb's clause has a time of its own: of "said on Tuesday that sales rose 3%" Tuesday is that of the saying."""
    if word.pos not in VERBS or (word.dep == "acl" and word.lower in ENDED):  # "a loss for the months ended June 30 of $5 million"
        return False
    return word.lemma in codes("sources") or word.dep in ("relcl", "ccomp", "acl") or is_apart(word)


def _are_told_apart(verb: Word, first: Word) -> bool:
    """Whether two coordinated verbs tell of two times: "peaked in 2022 and are now $60", "fell in May and will fall 5%".

    So do a report and what another does: "it sold 300 cars, it said on Friday, and profit rose".
    """
    told = first.lemma in codes("sources") and first.child("ccomp") is not None and verb.child(*SUBJECTS) is not None
    return verb.pos in VERBS and (told or None is not tense(verb) != tense(first) is not None)


def _tells(verb: Word, site: Site) -> bool:
    """Whether those that are counted say something: "two people said on Monday"; but "900 people reported pains in May"."""
    subject = site.slot.relation == "subject" and not is_passive(verb)
    return subject and verb.lemma in codes("sources") and (verb.child("ccomp") is not None or verb.child("dobj") is None)


def _is_long(time: Site) -> bool:
    """Whether it is longer than a day, as what a figure is of: also the months that a day ends."""
    return time.value.grain in LONG or length_ended(time) is not None


def _reports(verb: Word, site: Site, time: Site) -> bool:
    """Whether a figure was made known on a day, which is none that it holds for: "it reported a 3% fall in sales on Monday"."""
    foreseen = codes("sources").get(verb.lemma) == "PR+" and not is_among("present", verb)
    if foreseen and time.root.i < verb.i and tense(verb) in ("past", None):
        return not _is_long(time) or time.value.grain in ("month", "week")  # "in May it had forecast 3%"
    measure = site.part.measure
    figure = move_of(site) is not None or (measure is not None and is_figure(measure.lemma))
    return figure and not _is_long(time) and verb.lemma in words("moves", "seen") and verb.child("dobj") is not None


def goes_on(verb: Word, time: Site) -> bool:
    """Whether a story goes on after a year that stands between two verbs: "founded it in 1978 and sold it for $5 million".

    "Last year" is that of a report: "it handled 300 ships last year and welcomed 400 guests".
    """
    between = verb.head.i < time.words[0].i < verb.i and time.words[-1].lower.isdigit() and time.value.grain == "year"
    return between and verb.child(*SUBJECTS) is None and not any(is_move_verb(v) or is_level_verb(v) for v in (verb, verb.head))


def _modifies(place: Word, site: Site) -> bool:
    """Whether *place* is a participle in the number's noun phrase: "15% tariffs on goods imposed on May 1"."""
    if place.pos not in VERBS or place.dep not in ("acl", "relcl") or any(c.dep == "mark" for c in place.left):
        return False
    if site.slot.relation == "subject" and site.value.kind == "count" and place.dep == "acl":
        return False  # "a third of the trees planted last spring have died"
    others = place.head.mention != site.index and any(c.lower == "who" for c in place.left)  # "$5 from a man who came in 1940"
    if others or any(other.numeric and other is not site and other.verb is place for other in site.scene.sites):
        return False  # "5% of its revenue, which came to $3 million in 2024"
    if place.head.mention is not None and site.scene.sites[place.head.mention].temporal:
        return False  # "for the quarter ended December 31"
    if place.lemma in codes("sources") and (place.child("ccomp") is not None or (place.dep == "acl" and place.tag == "VBD")):
        return False  # a report, "that he said in May he was owed", or one hung on a noun: "30 jets, the airline said Wednesday"
    anchor = site.slot.anchor
    top = anchor if anchor is not None and anchor.pos in NOUNS and site.slot.relation == "modifier" else site.root
    # Not "a $5 plan, part of a game tied to rules set in May".
    path = takewhile(lambda w: w.pos not in VERBS, (place.head, *place.head.climb()))
    return any(word is top for word in path)


def is_adverbial(time: Site) -> bool:
    """Whether the time tells when the clause happened, and not which noun is meant, nor when another level was measured."""
    anchor = time.slot.anchor
    if (
        anchor is None
        or time.slot.relation == "subject"
        or anchor.dep in ("amod", "acl")
        or (anchor.pos == "ADJ" and anchor.dep != "acomp")
        or (anchor is time.words[0].previous and any(c.tag == "JJS" for c in anchor.left))  # "its lowest level this century"
        or (time.following is not None and time.following.owner is time)
        or (anchor.lemma == "be" and anchor in (time.words[0].previous, time.before.previous))  # "the last time was in July"
    ):
        return False
    return anchor.pos not in NOUNS or (time.slot.relation != "prep" and time.words[0].i > anchor.i)

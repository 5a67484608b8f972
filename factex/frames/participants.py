"""Participants of what is counted or dated: who has it, does it or undergoes it."""

from __future__ import annotations

import re

from factex.frames.kinds import is_tallied
from factex.frames.lexicon import can_say, codes, is_event, is_figure, is_index, is_move_noun, role_of, roles, words
from factex.frames.moves import move_of
from factex.frames.owners import (
    Part,
    acting_on,
    by_agent,
    complement,
    doer,
    driven_to,
    figure_of,
    holder,
    named_before,
    possessor,
    recipient,
)
from factex.frames.persons import is_person, must_be_person
from factex.frames.phrases import is_prepositional
from factex.frames.rows import told_with
from factex.frames.scene import Site
from factex.frames.syntax import ACTORS, NO_WORD, NOUNS, VERBS, Word, compounded, subject_of

# What a duration takes that tells how long the event of the clause went on.
_THROUGH = frozenset({"during", "for", "over", "throughout"})


def counted(site: Site) -> Part:
    """Who has, does or undergoes what is counted: "Acme has 12,500 employees"."""
    root, verb, slot = site.root, site.verb, site.slot
    if site.definite or (slot.relation == "verb" and _is_shown(root, verb)) or any(w.lower == "according" for w in root.climb()):
        return Part(None, _whole(root), verb)
    other, along = _earlier(site), told_with.find(site)
    taker = _taker(site) if along is None else along.measure  # "with first grade down 135 pupils"
    taker = taker or (_there(site) if other is not None else None)  # "there were 40 fires in Leeds and 12 in York"
    if taker is not None or other is not None:
        return Part(None, taker, verb) if taker is not None or other is None else counted(other)
    tried = slot.relation == "prep" and verb is not None and verb.lemma in words("figures", "tried")  # convicted of 11 counts
    # "Capped three times by Benin", "convicted by a jury on 11 counts" are told of who was.
    told = subject_of if site.value.unit == "time" or tried else _doer
    acting = None
    if verb is not None and (slot.relation in ("verb", "adverb") or tried):
        given = recipient(verb) if root.dep == "dobj" and verb.lemma == "give" else None  # "which gave them 34 seats"
        acting = given or told(verb)
    owner = possessor(root) or acting or next((w for w in site.words if w.dep == "poss"), None) or _whole(root) or _there(site)
    if owner is not None:
        return Part(None, owner, verb)
    if slot.relation == "subject" and slot.anchor is not None:
        attr = slot.anchor.child("dobj", "attr") if slot.anchor.lemma in ("be", "join", "leave", "quit") else None
        body = attr is not None and attr.lemma != "business" and role_of(attr.lemma) == "ORG"  # "14 players left the club"
        rated = attr is not None and figure_of(attr) is not None  # "106,000 posts are vacant, a rate of 7%"
        attr = attr if body or (attr is not None and not rated and attr.pos in NOUNS and slot.anchor.lemma == "be") else None
        return Part(None, by_agent(slot.anchor) or attr, verb)
    other = site.scene.site_of(slot.anchor) if slot.anchor is not None else None
    return _held(site) if other is None or other.index >= site.index else counted(other)


def _doer(verb: Word | None) -> Word | None:
    """Who does what a verb says; nobody where it only says what there is: "there were two crashes and 40 collisions"."""
    found = doer(verb)
    watched = verb is not None and verb.lemma in codes("sources")  # "analysts expected 300 more riders": others' riders
    idle = found is not None and (
        (found.dep == "attr" and found.mention is not None) or (watched and found.lemma in roles("observer") - roles("written"))
    )
    return None if idle else found


def _there(site: Site) -> Word | None:
    """The place or body that has what there is: "there are 300 pupils at Acme School", "there were 12 fires in Leeds"."""
    first = site.root.head if site.root.dep == "conj" else site.root
    if first.dep not in ("attr", "dobj", "nsubj") or first.head.child("expl") is None:
        return None
    place = complement(site.root, "at", "in") or complement(first.head, "at", "in")
    definite = place is not None and any(c.lower == "the" or c.dep == "poss" or c.pos == "PROPN" for c in place.left)
    named = place is not None and (definite or place.pos == "PROPN") and place.lemma != "case"  # "in the case of an accident"
    return place if named else None


def _taker(site: Site) -> Word | None:
    """Whom a count falls to: "six seats went to Labour and one to the Greens"; not where people go."""
    root, verb = site.root, site.verb
    falls = verb is not None and verb.lemma in words("verbs", "falling") and not is_person(root.lemma)
    driven = driven_to(verb) if site.slot.prep.lower == "to" and site.slot.anchor is verb else None
    if driven is not None and (driven.lower in ("her", "him", "them") or driven.ent in ACTORS):
        return driven  # "his brace took him to 11 goals"
    taker = complement(root, "to") or complement(verb, "to") if verb is not None and falls else None
    return taker if taker is not None and taker.ent in ("NORP", "ORG", "PERSON") else None


def _is_shown(root: Word, verb: Word | None) -> bool:
    """Whether data or a report tell of those who are counted, and do not have them: "figures showed 40 people on trolleys".

    So do others of deaths: "the agency reported 30 deaths", but "India reported 30 deaths".
    """
    told = subject_of(verb) if verb is not None and verb.lemma in codes("sources") else None
    return told is not None and (told.lemma in roles("written") or (told.ent != "GPE" and is_tallied(root, verb)))


def _earlier(site: Site) -> Site | None:
    """The count before that this one is compared with or listed after, or a part of.

    "460 cars, compared with 63", "two jets, five cars", "eight people, including two boys", "three people, two of them boys",
    "22 deaths were recorded in Oslo, 17 in Bergen", "four million children live in want, 9,000 more than in 2020".
    """
    slot, prep = site.slot, site.slot.prep
    earlier = [s for s in reversed(site.scene.sites[: site.index]) if s.value.kind == "count"]
    lent = site.mention.rule in ("counted.gapped", "counted.left_out")
    listed = lent and site.before.text in (",", ";", "and") and site.after.pos == "ADP"
    of_them = site.after.lower == "of" and site.after.next.lower == "them" and site.after.next.next.pos in ("ADJ", "NOUN")
    again = site.mention.rule == "counted.of_the_same" and site.before.text == "," and site.after.lower in ("more", "fewer")
    # "420 people, or 80 families,"
    restated = bool(earlier) and site.before.lower == "or" and site.before.previous is earlier[0].after
    if earlier and (listed or of_them or again or restated or earlier[0] is site.beside):
        return earlier[0]  # "100 doses of one vaccine, compared to 40 of the other"
    if prep.lower == "including":
        whole = next((s for s in earlier if prep.previous.text == "," or s.root in prep.climb()), None)
        if whole is not None:
            return whole
    count = doer(slot.anchor) if prep.lower == "compared" else slot.anchor if slot.relation == "appos" else None
    if count is None or not count.nominal or count.mention is None or count.mention >= site.index:
        return None
    return site.scene.sites[count.mention]


def _whole(noun: Word) -> Word | None:
    """What the counted are part of: "300 employees of Acme", "12 members of the club"; but not "two charges of fraud"."""
    of = complement(noun, "of")
    known = of is not None and (of.pos == "PROPN" or possessor(of) is not None or any(c.dep == "det" for c in of.left))
    return of if known else None


def _held(site: Site) -> Part:
    """What is counted in another noun's phrase: "had a fleet of 270 jets" tells who, "in a survey of 6,000 firms" does not."""
    noun, verb, deed = site.slot.anchor, site.verb, site.after
    if site.slot.prep.lower == "with" and deed.tag in ("VBG", "VBN") and deed.dep != "prep":
        return Part(None, by_agent(deed), deed)  # "ferries stopped, with 300 crew marching" has other doers
    beside = noun is not None and site.slot.prep.lower == "with"
    noun = holder(noun) if noun is not None and beside else noun
    if noun is None or noun.pos not in NOUNS or noun.lemma in words("figures", "manners") or is_prepositional(noun):
        who = _doer(verb)  # none of the 300 arrive "with 200 more on their way"
        more = who is not None and who.mention is not None and site.mention.rule == "counted.of_the_same"
        return Part(None, None if more else who, verb)
    undergone = site.slot.prep.lower == "of" and noun.lemma in words("figures", "undergone")
    if undergone or site.slot.prep.lower == "between":  # "the deaths of nine people", "a fight on a train between two men"
        return Part(None, possessor(noun) if undergone else None, verb)
    if site.slot.relation == "appos" and site.slot.top.dep == "conj":
        return Part(None, doer(verb) if noun.dep == "dobj" else None, verb)  # "87 voted for the bill and 45 against"
    sized = noun.lemma in words("figures", "tallies") and noun.dep in ("appos", "dobj", "pobj")
    moved = is_move_noun(noun) and (noun.dep == "appos" or noun.head.lower == "with")  # "has 400 homes, a fall of 30 homes"
    if (sized or moved) and possessor(noun) is None:
        return Part(None, acting_on(noun, verb), verb)  # "won by a margin of 20 points", "a hall with a capacity of 300 people"
    scale = noun.lemma == site.value.unit and noun.i < site.words[0].i  # "a quake with a magnitude of 6.2"
    handled = site.slot.relation == "modifier" and verb is not None and verb.lemma in words("verbs", "handling")
    along = noun.dep == "pobj" and noun.head.lower == "with" and is_figure(noun.lemma)  # "Volta led with sales of 300 units"
    acting = acting_on(noun, verb) if scale or along or (noun.dep in ("dobj", "attr") and not handled) else None
    owner = None if beside else possessor(noun)  # "Lund, the state's capital with 200,000 residents"
    bearer = None if scale else _bearer(noun) if site.slot.prep.lower in ("of", "to") else noun
    return Part(None, owner or acting or bearer, verb, instead=bearer)


def _bearer(noun: Word) -> Word:
    """Whom a noun without an article tells of: "the island is home to 300 families", "the firm, owner of 40 hotels"."""
    if any(c.dep in ("det", "poss") for c in noun.left):
        return noun
    told = subject_of(noun.head) if noun.lemma == "home" and noun.head.lemma == "be" else None
    beside = (noun.dep == "appos" or noun.lemma == "home") and noun.head.pos in NOUNS and noun.head.i < noun.i
    return told or (noun.head if beside else noun)


def is_frequency(site: Site) -> bool:
    """Whether times are how often something happens, and no multiple: "scored three times", not "three times its earnings"."""
    return site.slot.prep is NO_WORD and (site.after.mention is not None or site.after.pos not in _MULTIPLIED)


def is_score(site: Site) -> bool:
    """Whether points are somebody's, of a game or a poll, and no level or move of an index: "the party is 12 points ahead"."""
    level = site.slot.prep.lower in ("above", "at", "below", "from", "to")
    scorer = None if site.verb is None or level or move_of(site) is not None else subject_of(site.verb)
    return scorer is not None and scorer.lemma not in words("figures", "indices", "levels") and not is_index(scorer)


# What stands after a multiple: "three times its earnings", "six times as many", "twice the size", "four times higher".
_MULTIPLIED = frozenset({"ADJ", "ADV", "DET", "NOUN", "NUM", "PRON", "PROPN"})


def located(site: Site) -> Part:
    """The main participant of the event that a time locates, and what a duration is the length of."""
    verb, noun = site.verb, _dated(site)
    aged = _aged(site)
    if aged is not None:
        return Part(None, aged, verb)
    before = noun is not None and noun.i > site.words[-1].i
    measure = noun if before and site.value.kind == "duration" else _lasting(site)
    # "its October announcement": the announcement is what October locates, not the verb
    event = noun if noun is not None and before and site.value.kind != "duration" and is_event(noun.lemma) else verb
    if noun is not None and noun.ent == "GPE" and verb is None:
        return Part()  # the day of a dateline
    if noun is not None and site.aged:
        return Part(None, noun, event)
    if noun is not None:
        for each in (noun, *noun.climb()):
            # "annual Chinese purchases"; but "the Leeds school board in May"
            owner = possessor(each) or (named_before(each) if each is noun and not can_say(each.lemma) else None)
            person = must_be_person(each.lemma) or each.ent == "PERSON"  # "Lund's editor for ten years" is another
            owner = each if owner is not None and person else owner
            if owner is not None:
                return Part(measure, owner, event)
            if each.pos in VERBS:
                break
        return Part(measure, complement(noun, "between") or acting_on(noun, verb) or noun, event)
    reduced = verb is not None and verb.dep == "acl" and verb.tag == "VBN"
    subject = (doer(verb) if reduced else subject_of(verb)) if verb is not None else None  # "goods bought by Acme in May"
    met = site.aged and site.root.dep in ("dobj", "pobj") and any(c.dep == "det" for c in site.root.left)
    # "hit the 54-year-old": who hits is not of that age
    return Part(measure, None if subject is None or subject.bare or met else subject, event)


def _aged(site: Site) -> Word | None:
    """Who is of an age: "children under five", "children under the age of 12", wherever the parser hangs the age."""
    anchor = site.slot.anchor or NO_WORD
    if anchor.lower == "aged" and anchor.dep == "amod" and anchor.head.pos in NOUNS:
        return anchor.head  # "the winner was Ann Lund, aged six"
    age = anchor if anchor.lemma == "age" else NO_WORD
    if age.previous.tag == "NNS":
        return age.previous  # "people age 12 and older"
    alone = site.value.kind == "duration" and (len(site.words) == 1 or site.words[-1].lower == "age")
    side = age.head if age.dep == "pobj" else site.slot.prep if alone else NO_WORD
    who = side.previous
    return who if side.lower in ("above", "below", "over", "under") and who.pos == "NOUN" else None


def _dated(site: Site) -> Word | None:
    """The noun that a time is part of: "a 28-minute phone call", "the talks in May", "ten years' worth of data"."""
    noun = site.slot.anchor
    if noun is not None and noun.lower == "worth":
        noun = complement(noun, "of")
    if noun is None or noun.pos not in NOUNS or noun.mention is not None or noun.lemma == "age":
        return None
    if noun.lemma in words("figures", "periods"):
        return None  # "in the 1990-91 school year, 300 pupils left"
    if site.value.kind == "duration" and noun.dep == "pobj" and site.slot.prep.lower in _THROUGH:
        return None  # "hit by protests over two years": it was hit so long
    return compounded(noun) if site.slot.relation == "modifier" and noun.i > site.words[-1].i else noun


def _lasting(site: Site) -> Word | None:
    """What a duration is the length of, after it: "months of protests", "ten years worth of protests"."""
    if site.value.kind != "duration" or site.is_distance:
        return None  # "within weeks of the talks"
    whole = {"of": site.after.child("pobj"), "worth": complement(site.after, "of")}.get(site.after.lower)
    return whole if whole is not None and whole.mention is None and whole.lemma not in words("figures", "periods") else None


def last_of_list(site: Site) -> Site | None:
    """The last number of a list, whose noun is that of all: "16GB, 32GB and 64GB of storage"."""
    other = site.following
    if other is None or other.value.unit != site.value.unit or site.after.i + 1 < other.before.i:
        return None
    if other.before.lower in ("and", "or"):
        return other
    return last_of_list(other) if other.before is site.after and other.before.text == "," else None


def without_class(name: str, site: Site) -> str:
    """A name without the number that tells of which class its thing is: of "a three-judge panel" the panel is the subject."""
    number = re.escape(site.scene.article.text[site.mention.start : site.mention.end])
    return re.sub(rf"{number} (?!or )", "", name)

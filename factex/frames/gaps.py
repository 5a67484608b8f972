"""Gaps: verbs that a sentence leaves out, for they would only say again what the one before said."""

from __future__ import annotations

from factex.frames.scene import Site
from factex.frames.syntax import NO_WORD, Word


def gap(site: Site) -> Word | None:
    """The subject of a number whose verb is left out: in "sales rose 3% and profit 5%" profit.

    The verb is that of the number before, and nothing but the new subject stands between the two, and after a comma what the
    first number is a share of: "wind supplied 24% of the power, gas 35%".
    """
    words, before = site.scene.parse.words, site.before
    if site.index == 0 or before is NO_WORD:
        return None
    earlier = site.scene.sites[site.index - 1]
    verb = earlier.verb
    if not earlier.numeric or earlier.value.kind != site.value.kind or verb is None:
        return None
    if earlier.slot.relation not in ("verb", "prep", "adverb") and gap(earlier) is None:
        return None
    place = before.i - 1 if before.lower in _GAP_PREPS else before.i
    noun = words[place]
    # Coordinated verbs share their tense: "rose 3% and exports 5%" has no verb "exports".
    mistaken = verb.tag == "VBD" and noun.tag in ("VB", "VBP", "VBZ")
    place -= mistaken
    while place > 0 and words[place].mention is None and words[place].pos in ("NOUN", "PROPN", "ADJ", "DET"):
        place -= 1
    if words[place].lower in ("and", "or") and words[place - 1].pos == "NOUN" and words[place - 1].mention is None:
        noun = noun.head if noun.dep == "conj" and noun.head.pos == "NOUN" else noun  # "and milk and butter 5%"
        place -= 1
        while place > 0 and words[place].mention is None and words[place].pos in ("NOUN", "ADJ", "DET"):
            place -= 1
    linked, joint = words[place].lower in _LINKS, place
    while words[place].lower in _LINKS:
        place -= 1
    if not mistaken:
        place = _before_whole(site, earlier, joint, place)
    nominal = (mistaken or noun.pos in ("NOUN", "PROPN")) and noun.mention is None
    if not (linked and nominal and words[place].mention == earlier.index):
        return None
    noun.pos = "NOUN" if mistaken else noun.pos
    return noun


_GAP_PREPS = frozenset({"to", "by", "from", "at", "between"})
_LINKS = frozenset({"and", "while", ",", ";"})


def _before_whole(site: Site, earlier: Site, joint: int, place: int) -> int:
    """The last word of the number before, where only what it is a share of stands up to a comma at *joint*; else *place*.

    The clause must end with the number, and its subject is known: "24% of the vote, a record 35%" has none.
    """
    words, of = site.scene.parse.words, earlier.after
    ends = site.after.pos in ("", "CCONJ", "PUNCT")
    if not ends or of.lower != "of" or words[joint].lower == "and" or words[joint + 1].lower in ("a", "an"):
        return place
    return of.i - 1 if all(w.mention is None and w.pos in _IN_PHRASE for w in words[of.i : place + 1]) else place


_IN_PHRASE = frozenset({"ADJ", "ADP", "DET", "NOUN", "PART", "PRON", "PROPN"})

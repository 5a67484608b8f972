"""Gaps: verbs that a sentence leaves out, for they would only say again what the one before said."""

from __future__ import annotations

from factex.frames.comparisons import before_unit
from factex.frames.lexicon import words
from factex.frames.machine import frame_rule
from factex.frames.owners import Part, of_measure
from factex.frames.persons import is_person
from factex.frames.scene import Site
from factex.frames.shares import share_of_whole
from factex.frames.syntax import Word


def gap(site: Site) -> tuple[Word, Site] | None:
    """The subject of a number whose verb is left out, and the number that has it: in "sales rose 3% and profit 5%" profit.

    The verb is that of the number before, and nothing but the new subject stands between the two, and after a comma what the
    first number is a share of: "wind supplied 24% of the power, gas 35%".
    """
    if site.beside is not None:
        return gap(site.beside)  # "and profit 5% to $1 million"
    # A time may stand between: "fell 7% last month and exports 19%".
    last = next((other for other in reversed(site.scene.sites[max(site.index - 2, 0) : site.index]) if other.numeric), None)
    if last is None:
        return None
    before, earlier = site.before, last.beside if last.beside is not None and last.value.kind != site.value.kind else last
    verb = earlier.verb
    if earlier.value.kind != site.value.kind or verb is None:
        return None
    if earlier.slot.relation not in ("verb", "prep", "adverb") and gap(earlier) is None:
        return None
    noun = before.previous if before.lower in _GAP_PREPS else before
    # Coordinated verbs share their tense: "rose 3% and exports 5%" has no verb "exports".
    mistaken = verb.tag == "VBD" and noun.tag in ("VB", "VBP", "VBZ")
    mistaken = mistaken and noun.lemma not in words("verbs", "object_only")  # but "it bought 3 shops and has 5"
    joint = _before_nouns(noun.previous if mistaken else noun)
    other = joint.previous
    if joint.lower in ("and", "or") and other.pos == "NOUN" and other.mention is None and before_unit(other) is other:
        noun = noun.head if noun.dep == "conj" and noun.head.pos == "NOUN" else noun  # "and milk and butter 5%"
        joint = _before_nouns(joint.previous)
    end = _before_links(joint)
    linked = end is not joint
    if not mistaken:
        end = _before_whole(site, last, joint, end)
    nominal = (mistaken or noun.pos in ("NOUN", "PROPN")) and noun.mention is None
    if not (linked and nominal and before_unit(_before_time(site, end)).mention == last.index):
        return None
    noun.pos = "NOUN" if mistaken else noun.pos
    for word in noun.left:
        word.dep = "gapped" if word.i < joint.i else word.dep  # "a tonne and corn 2 cents"
    for word in noun.right:
        word.dep = "gapped" if word.dep == "conj" and word.i > site.words[0].i else word.dep  # "profit 5% and debt 2%"
    return noun, earlier


def _before_time(site: Site, word: Word) -> Word:
    """*word*, or where it is a time what stands before that: "fell 7% last month and exports 19%"."""
    time = site.scene.site_of(word)
    return time.before if time is not None and time.temporal else word


def _before_links(word: Word) -> Word:
    while word.lower in _LINKS:
        word = word.previous
    return word


_GAP_PREPS = frozenset({"to", "by", "from", "at", "between"})
_LINKS = frozenset({"and", "while", ",", ";"})


def _before_nouns(word: Word) -> Word:
    """The word before a phrase that ends with *word*."""
    while word.mention is None and word.pos in ("NOUN", "PROPN", "ADJ", "DET"):
        word = word.previous
    return word


def _before_whole(site: Site, earlier: Site, joint: Word, end: Word) -> Word:
    """The last word of the number before, where only what it is a share of stands up to the comma *joint*; else *end*.

    The clause must end with the number, and its subject is known: "24% of the vote, a record 35%" has none.
    """
    words, of = site.scene.parse.words, earlier.after
    ends = site.after.pos in ("", "CCONJ", "PUNCT")
    if not ends or of.lower != "of" or joint.lower == "and" or joint.next.lower in ("a", "an"):
        return end
    return of.previous if all(w.mention is None and w.pos in _IN_PHRASE for w in words[of.i : end.i + 1]) else end


_IN_PHRASE = frozenset({"ADJ", "ADP", "DET", "NOUN", "PART", "PRON", "PROPN"})


@frame_rule(
    reads={
        "Imports rose $3 million and exports [$5 million].": {"measure": "exports", "predicate": "rise", "role": "by"},
        "Imports fell to $9 billion and exports to [$5 billion].": {"measure": "exports", "change": "decrease", "role": "to"},
        "Sales rose 3% to $5 million and profit 5% to [$1 million].": {"measure": "profit", "predicate": "rise"},
        "Egypt took 74 tonnes and Britain [51 tonnes].": {"measure": None, "subject": "Britain", "predicate": "take"},
    },
    refuses=["Sales rose $3 million and profit rose [$5 million]."],
)
def gapped(site: Site) -> Part | None:
    """A second subject and number without a verb of their own: "sales rose 3% and profit 5%"."""
    found = gap(site)
    if found is None:
        return None
    noun, earlier = found
    while (found := gap(earlier)) is not None:
        earlier = found[1]
    share = share_of_whole.find(earlier)  # "wind supplied 24% of the power and gas 35%"
    if share is not None:
        return Part(share.measure, noun, share.predicate)
    if earlier.part.measure is None and noun.pos == "PROPN":  # "Egypt took 74 tonnes and Britain 51"
        return Part(None, noun, earlier.verb, earlier.part.nominal)  # "Volta earned $5 million and Orion $6 million"
    if earlier.part.measure is not None and earlier.part.measure.dep == "dobj" and is_person(noun.lemma):
        return Part(earlier.part.measure, noun, earlier.verb)  # "women cut their risk by 5% and men by 6%"
    return of_measure(noun, None, earlier.verb)

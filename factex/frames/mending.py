"""Mending the parse where it contradicts itself.

A small model takes nouns for verbs where English has one form for both ("market", "headset", "valve"). What gives such a slip
away is a role that no such word can have: a noun with an object, a finite verb that is a subject, a verb with two subjects
side by side. Each mend below looks for one of these and hangs the words as a noun phrase would have them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from factex.frames import lexicon
from factex.frames.syntax import ACTORS, AUXILIARIES, FINITE, NOUNS, SUBJECTS, TENSED, VERBS, Word, is_passive

# What has names of several words whose first ones a model may miss.
_EXTENDED = frozenset({"ORG", "PRODUCT", "FAC", "EVENT", "WORK_OF_ART"})
_BEFORE = frozenset({"amod", "compound", "nmod", "nummod"})
_NOMINAL = SUBJECTS | {"dobj", "pobj"}
_FORMS = TENSED | {"VB"}


def mend(words: list[Word]) -> None:
    """Mend the parse of a sentence in place."""
    for word in words:
        if word.mention is not None:
            _number_in_name(word)
            continue
        for repair in _MENDS.get(word.pos, ()):
            before = word.pos
            repair(word, words)
            if word.pos != before:
                break
    for word in words:
        if word.ent_iob == "B" and word.ent in _EXTENDED:
            _extend_entity(word, words)


def hang(word: Word, head: Word, dep: str) -> None:
    """Make *word* depend on *head*, unless *head* itself depends on it."""
    if head is not word and any(each is word for each in head.climb()):
        return
    old = word.head
    if old is not word:
        old.left = tuple(w for w in old.left if w is not word)
        old.right = tuple(w for w in old.right if w is not word)
    word.head, word.dep = head, dep
    if head is not word:
        children = sorted((*head.left, *head.right, word), key=lambda w: w.i)
        head.left = tuple(w for w in children if w.i < head.i)
        head.right = tuple(w for w in children if w.i > head.i)


def _subject_of_auxiliary(word: Word, _: list[Word]) -> None:
    """An auxiliary has no subject of its own: in "analysts had on average expected" the analysts expected."""
    if word.dep not in AUXILIARIES:
        return
    for child in list(word.left):
        if child.dep in SUBJECTS:
            hang(child, word.head, child.dep)


def _noun_with_clause(word: Word, _: list[Word]) -> None:
    """A noun with a subject and a clause is a verb: "analysts at Acme estimate that prices rose"."""
    if word.tag == "NN" and any(c.dep == "nsubj" for c in word.left) and any(c.dep == "ccomp" for c in word.right):
        word.pos, word.tag = "VERB", "VBP"


def _hyphenated_name(word: Word, words: list[Word]) -> None:
    """A word in small letters is the end of a person's name, "Han Duck-soo", or a common noun, "China's trade ministry"."""
    if word.ent or not (word.text.islower() and word.text.isalpha()):
        return
    first = words[word.i - 2] if word.i > 1 else word
    if first.ent == "PERSON" and words[word.i - 1].text == "-" and first.end + 1 == word.start:
        _name([*first.entity, words[word.i - 1], word], first.ent)
    elif not any(c.pos == "PROPN" and c.dep in _BEFORE and not c.text.islower() for c in word.left):
        word.pos, word.tag = "NOUN", word.tag.replace("P", "")


def _extend_entity(first: Word, words: list[Word]) -> None:
    """A name begins where its first capitalised word stands: in "Orion Note 7 Ultra" not at Ultra."""
    place, begin, inside = first.i, first.i, {w.i for w in first.entity}
    while place:
        before = words[place - 1]
        if before.mention is not None or not inside.intersection((before.head.i, before.head.head.i)) or before.dep == "poss":
            break
        place -= 1
        inside.add(place)
        if before.pos == "PROPN" and not before.ent and before.dep in ("compound", "nmod"):
            begin = place
        elif before.ent != "CARDINAL":
            break
    if begin < first.i and first.lemma not in _roles() and words[begin].lemma not in _roles():
        _name([*words[begin : first.i], *first.entity], first.ent)


def _name(words: list[Word], label: str) -> None:
    """Make one entity of these words."""
    for place, word in enumerate(words):
        word.ent, word.ent_iob, word.entity = label, "I" if place else "B", words


@cache
def _roles() -> frozenset[str]:
    """Words for what bears a name, which are no part of it: "Retailer Acme"."""
    return frozenset().union(*(lexicon.roles(part) for part in (*ACTORS, "titles", "observer")))


def _coordinated_verb(word: Word, _: list[Word]) -> None:
    """A plural noun that a finite verb is coordinated with is a verb: "spans from 2026 to 2030 and increased"."""
    plural = word.tag == "NNS" and word.dep in ("appos", "ROOT", "dep")
    if plural and word.right and any(c.dep == "conj" and c.tag in ("VBD", "VBZ") and c.pos == "VERB" for c in word.right):
        word.pos = "VERB"


def _noun_with_object(word: Word, _: list[Word]) -> None:
    """A noun with an object stands before the noun that it belongs to: in "VR headset sales rose" the sales rose."""
    if not word.right or word.dep not in _NOMINAL:
        return
    obj = next((c for c in word.right if c.dep == "dobj" and c.pos in ("NOUN", "PROPN") and c.mention is None), None)
    if obj is None or any(w.i > word.i and w.pos == "DET" for w in obj.left):
        return
    if _begin(obj) != word.i + 1:
        return
    _stand_before(word, obj)


def _verb_as_noun(word: Word, words: list[Word]) -> None:
    """A finite verb in the place of a noun is one: a subject, what has a worth, a word in capitals, the first of a line.

    "The cards market worth $2 billion is growing": market has no subject of its own. "MSRP is $5": no verb is spelled so.
    """
    if word.tag not in _FORMS or any(c.dep in AUXILIARIES for c in word.left):
        return
    spelled = word.text.isupper() and len(word.text) > 2 and not all(w.text.isupper() for w in words if w.pos in VERBS)
    opens = word.i == 0 and word.tag == "VBZ" and word.dep == "ROOT" and word.child("nsubj", "ccomp", "dobj") is None
    worth = word.lemma not in lexicon.words("verbs", "copular") and any(c.lower == "worth" and c.dep == "acomp" for c in word.right)
    figure = word.dep == "ROOT" and _headline(word, words)
    if word.dep in ("nsubj", "nsubjpass", "dobj", "pobj") or spelled or opens or worth or figure:
        word.pos, word.tag = "NOUN", "NN"
        _compound(word.left)
        _give_verb(word, words)


def _headline(word: Word, words: list[Word]) -> bool:
    """Whether a figure with its move is all that a headline tells: "Acme profit up 3%"."""
    following = words[word.i + 1].lower if word.i + 1 < len(words) else ""
    named = word.i > 0 and words[word.i - 1].pos in ("NOUN", "PROPN")
    return following in ("up", "down") and named and word.lemma in lexicon.words("figures", "owned")


def _give_verb(noun: Word, words: list[Word]) -> None:
    """Make a noun that was taken for a verb the subject of the verb after it, which was taken for its clause."""
    following = next((w for w in words[noun.i + 1 :] if w.pos in VERBS and w.tag in FINITE), None)
    if following is None:
        return
    verb = following.head if following.dep in AUXILIARIES else following
    bare = all(c.mention is not None for c in verb.left if c.dep in SUBJECTS)
    if verb.dep == "ccomp" and verb.head in (noun, noun.head) and bare and noun.dep not in SUBJECTS:
        for child in [c for c in verb.left if c.dep in SUBJECTS and c.i > noun.i]:
            hang(child, noun, "nummod")  # the number after "worth"
        if verb.head is noun:
            role, above = noun.dep, noun.head
            hang(verb, verb if above is noun else above, "ROOT" if above is noun else role)
        hang(noun, verb, "nsubj")


def _object_as_subject(word: Word, words: list[Word]) -> None:
    """A bare verb whose object is followed by a finite verb without a subject: in "and valve duration was cut" valve is a noun."""
    if word.tag != "VB" or word.dep not in ("conj", "ROOT", "ccomp", "dep") or any(c.dep != "punct" for c in word.left):
        return
    obj = next((c for c in word.right if c.dep == "dobj" and c.pos == "NOUN" and c.mention is None), None)
    if obj is None or _begin(obj) != word.i + 1 or obj.i + 1 >= len(words):
        return
    following = words[obj.i + 1]
    verb = following.head if following.dep in AUXILIARIES else following
    if verb.pos not in VERBS or following.tag not in FINITE or any(c.dep in SUBJECTS for c in verb.left):
        return
    if verb.head is word:
        hang(verb, word.head if word.head is not word else verb, word.dep)
    hang(obj, verb, "nsubjpass" if is_passive(verb) else "nsubj")
    word.pos = "NOUN"
    hang(word, obj, "compound")


def _two_subjects(verb: Word, _: list[Word]) -> None:
    """Two subjects side by side are one name: "the Orion Note 7 Ultra has"."""
    subjects = [c for c in verb.left if c.dep in ("nsubj", "nsubjpass")]
    for first, second in pairwise(subjects):
        if first.pos in ("NOUN", "PROPN") and second.pos in ("NOUN", "PROPN") and _begin(second) == first.i + 1:
            hang(first, second, "compound")


def _compound_of_verb(verb: Word, _: list[Word]) -> None:
    """A noun before a finite verb is no part of it but its subject: "The stock trades on"."""
    if verb.tag not in FINITE or any(c.dep in SUBJECTS or c.dep == "expl" for c in verb.left):
        return
    noun = next((c for c in verb.left if c.dep == "compound" and c.pos in ("NOUN", "PROPN") and c.i == verb.i - 1), None)
    if noun is None:
        return
    noun.dep = "nsubj"
    for child in [c for c in verb.left if c.dep in ("det", "amod", "poss", "nmod", "compound")]:
        hang(child, noun, child.dep)


def _number_in_name(number: Word) -> None:
    """What stands before a number belongs to the noun after it, "dual 12-inch screen", or has the number, "Lyra 12-inch"."""
    if not number.left:
        return
    head = number.head
    before = [c for c in number.left if c.mention is None and c.pos in ("PROPN", "ADJ", "NOUN") and c.dep in _BEFORE]
    if not before or head.mention == number.mention:
        return
    if head.i > number.i and head.pos in ("NOUN", "PROPN") and number.dep in _BEFORE:
        for word in before:
            if word.lower not in _leads():
                hang(word, head, word.dep)
    elif number.dep in SUBJECTS and before[-1].pos == "PROPN":
        name = before[-1]
        hang(name, head, number.dep)
        for child in [c for c in number.left if c.mention is None]:
            hang(child, name, child.dep)
        hang(number, name, "appos")


@cache
def _leads() -> frozenset[str]:
    """Words that modify the number they stand before: "a record $5 million fine"."""
    return frozenset(lead.split()[-1] for lead in lexicon.words("figures", "leads"))


def _relative_swallows_verb(verb: Word, _: list[Word]) -> None:
    """A relative clause ends before the verb of the noun it tells about: "the number of people who had the flu rose".

    What gives the slip away is a verb that takes no clause as its object.
    """
    if verb.dep != "relcl" or verb.lemma not in lexicon.words("verbs", "object_only"):
        return
    clause = next((c for c in verb.right if c.dep == "ccomp" and c.tag in FINITE and c.child("mark") is None), None)
    obj = clause.child("nsubj") if clause is not None else None
    if clause is None or obj is None or _begin(obj) != verb.i + 1:
        return
    top = verb.head
    while top.dep in ("pobj", "prep") and top.head.pos not in VERBS:
        top = top.head
    role, above = top.dep, top.head
    hang(obj, verb, "dobj")
    hang(clause, clause if above is top else above, "ROOT" if above is top else role)
    hang(top, clause, "nsubj")


def _clause_as_subject(verb: Word, _: list[Word]) -> None:
    """A relative clause is no subject, its noun is: in "the number who had flu rose" the number rose."""
    if verb.dep != "csubj":
        return
    noun = next((c for c in verb.left if c.dep == "nsubj" and c.pos in ("NOUN", "PROPN")), None)
    if noun is not None and any(c.tag in ("WP", "WDT") and c.dep == "nsubj" and c.i > noun.i for c in verb.left):
        hang(noun, verb.head, "nsubj")
        hang(verb, noun, "relcl")


def _level_verb(word: Word, words: list[Word]) -> None:
    """A noun of level after a plural, in a sentence without a verb, is one: "The panels measure between 15 and 20 cm"."""
    if (
        word.tag != "NN"
        or word.dep != "ROOT"
        or word.lemma not in lexicon.words("verbs", "level")
        or any(w.pos in VERBS for w in words)
    ):
        return
    things = [c for c in word.left if c.dep == "compound" and c.tag == "NNS"]
    if things and things[-1].i == word.i - 1:
        word.pos, word.tag = "VERB", "VBP"
        for child in list(word.left):
            if child is not things[-1]:
                hang(child, things[-1], child.dep)
        things[-1].dep = "nsubj"


def _begin(noun: Word) -> int:
    """The place of the first word of a noun phrase, as far as it is before its head."""
    return min((w.i for w in noun.within()), default=noun.i)


def _stand_before(word: Word, head: Word) -> None:
    """Let *head* take the place of *word*, which becomes part of its phrase."""
    role, above = word.dep, word.head
    head.pos = "NOUN" if head.pos not in NOUNS else head.pos
    hang(head, above if above is not word else head, role)
    if above is word:
        head.head = head
    for child in [c for c in word.right if c.i > head.i]:
        hang(child, head, child.dep)
    hang(word, head, "compound")
    _compound(word.left)


def _compound(words: Iterable[Word]) -> None:
    """What stood as subject before a word that is a noun stands before that noun."""
    for each in words:
        if each.dep in SUBJECTS:
            each.dep = "compound"


_MENDS = {
    "AUX": (_subject_of_auxiliary,),
    "NOUN": (_clause_as_subject, _coordinated_verb, _noun_with_clause, _noun_with_object, _level_verb),
    "PROPN": (_coordinated_verb, _noun_with_object, _level_verb, _hyphenated_name),
    "VERB": (
        _subject_of_auxiliary,
        _verb_as_noun,
        _object_as_subject,
        _two_subjects,
        _compound_of_verb,
        _relative_swallows_verb,
        _clause_as_subject,
    ),
}

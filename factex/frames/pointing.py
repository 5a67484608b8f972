"""Pointing: which noun phrases point to what is known, and which words of one are a name."""

from __future__ import annotations

from itertools import takewhile

from factex.frames.entities import entity_head
from factex.frames.lexicon import codes, is_direction, is_event, is_move_noun, roles, words
from factex.frames.phrases import phrase
from factex.frames.syntax import ACTORS, IN_ORDER, NAMED, SUBJECTS, VERBS, Word

_DEFINITE = frozenset({"the", "this", "that"})


def is_definite(word: Word) -> bool:
    """Whether a noun points to what is known: "the company"; "the company that makes it" says itself who is meant."""
    if any(c.dep == "prep" or (c.dep in ("relcl", "acl") and not _comma_between(word, c)) for c in word.right):
        return False
    first = min(word.within(), key=IN_ORDER)  # "the Brampton, Canada-based company"
    owned = any(c.dep == "poss" for c in word.left)
    return first.dep == "det" and first.lower in _DEFINITE and not (owned and first.head is not word)


def is_empty(word: Word) -> bool:
    """Whether "it" is nothing: "it takes years to build one", "it is possible that", "it was 2 a.m.", "it rained"."""
    if word.lower == "they":  # "They will be the first strikes"
        what = word.head.child("attr")
        return word.head.lemma == "be" and what is not None and is_event(what.lemma)
    if word.lower != "it" or word.dep not in SUBJECTS or word.head.lemma not in ("be", "cost", "take"):
        return word.lower == "it" and word.head.lemma in words("verbs", "weather")
    verb = word.head
    told = verb.child("acomp", "attr")
    judged = told is not None and (told.lemma in words("verbs", "judging") or told.lemma.endswith("ing"))
    hosts = (verb, told) if judged and told is not None else (verb,)
    clauses = [c for host in hosts for c in host.right if c.dep in ("acl", "advcl", "ccomp", "csubj", "xcomp") and c.pos in VERBS]
    ahead = any(c.lower in ("to", "that") for clause in clauses for c in clause.left)
    happens = told is not None and (is_event(told.lemma) or is_move_noun(told))
    again = told is not None and any(c.lower == "such" or ((c.ent == "ORDINAL" or c.tag == "JJS") and happens) for c in told.left)
    if told is not None and (again or told.lemma == "time"):
        return True  # "it is the third such crash", "it is the 31st bid": what happened is
    time = next(iter(verb.right), word)
    timed = verb.lemma == "be" and time.mention is not None and time.ent in ("DATE", "TIME")
    return timed or (ahead and (verb.lemma != "be" or told is not None))


def firm_of_speaker(word: Word) -> Word | None:
    """The firm that one who leads or speaks for it reports on, in the clause of *word*: "Acme president Ann Lee said the company".

    One who only watches it is of another: "Acme analyst Ann Lee said the company".
    """
    below = word
    for head in word.climb():
        if below.dep == "ccomp" and head.lemma in codes("sources"):
            subject = head.child("nsubj")
            found = [] if subject is None else list(subject.within())
            leads = [w for w in found if w.lower in roles("leaders")]
            firms = [w for w in found if w.ent == "ORG" and w.ent_iob == "B"] or [
                w.previous for w in leads if w.previous.pos == "PROPN" and w.previous.ent not in ("GPE", "LOC", "NORP")
            ]
            return firms[0] if leads and len(firms) == 1 else None
        below = head
    return None


def is_bystander(name: Word, word: Word) -> bool:
    """Whether *name* is only told what the clause of *word* says, or only tells where something is.

    In "he told Reuters they had won" they are not Reuters; in "staff at a plant near Oslo say it shuts" no Oslo shuts.
    """
    head = entity_head(name)
    link = head.head
    beside = link.lower in ("near", "outside") and link.head.pos == "NOUN"
    if name.ent == "GPE" and (beside or (link.lower == "of" and is_direction(link.head.lower))):
        return True  # "a fire east of Leeds was put out, and it"
    if head.dep == "compound" and head.head.pos == "NOUN":
        kind = any(c.lower in ("a", "an") and c.dep == "det" for c in head.head.left)
        return kind or name.ent == "GPE"  # "Pennant, a Berlin bank, says it", "a Turner watercolour that it owns"
    return head.dep in ("dative", "dobj") and head.head.lemma in codes("sources") and head.head in word.climb()


def commanded(pronoun: Word) -> list[Word]:
    """The names that a subject cannot stand for, as they follow it in its clause: "he met Lund", "it fell after Acme left"."""
    if pronoun.dep not in SUBJECTS:
        return []
    below = (w for c in pronoun.head.right if c.dep != "conj" for w in c.within())
    return [w for w in below if w.ent_iob == "B" and w.mention is None]


def beside(name: Word, pronoun: Word) -> bool:
    """Whether a name stands in a phrase before the pronoun's own verb, so that another is meant: "next to Lund, she"."""
    if pronoun.dep not in SUBJECTS:
        return False
    below = entity_head(name)
    path = [below, *takewhile(lambda w: w is not pronoun.head, below.climb())]
    return path[-1].head is pronoun.head and all(w.dep in ("advmod", "agent", "conj", "dobj", "pobj", "prep") for w in path)


def is_acronym(word: Word) -> bool:
    """Whether a word in capitals is a name that looks like a pronoun: the US, the WHO."""
    return len(word.text) > 1 and word.text.isupper()


def _comma_between(word: Word, clause: Word) -> bool:
    return any(c.text in (",", "–", "—", "--") and c.i < clause.i for c in word.right)


def capitalised(word: Word) -> list[Word]:
    """The words of a name that spaCy sees no entity in: up to its head, and what goes on from there in capitals or figures."""
    found: list[Word] = []
    for each in phrase(word):
        if each.i > word.i and not (each.pos in ("PROPN", "NUM") or each.text in "/&-"):
            break
        found.append(each)
    return found


def is_called(word: Word) -> bool:
    """Whether a noun is or has a name and stands between commas: "its biggest work, the Severn bridge, opened"."""
    ends = word.next.text in (",", '"', "”") and word.mention is None
    if word.pos != "NOUN":
        return ends and word.pos == "PROPN" and word.ent in NAMED
    return ends and any(c.pos == "PROPN" or c.text[0].isupper() for c in word.left) and any(c.lower == "the" for c in word.left)


def is_named(word: Word) -> bool:
    """Whether a word is the name of one who may act."""
    return word.mention is None and (word.ent in ACTORS or (word.pos == "PROPN" and not word.ent))

"""Lines: what they open with, a place or a name, and what headlines leave out."""

from __future__ import annotations

from factex.frames import lexicon
from factex.frames.syntax import DASHES, FINITE, NO_WORD, NOUNS, SUBJECTS, Word, hang, is_passive


def opening_name(words: list[Word]) -> None:
    """A name with a dash that opens a line says who is told about: "Volta — The chipmaker climbed 3%"; no dateline does.

    So does one with a colon: "Volta: The shares fell 3%".
    """
    dash = next((w for w in words if w.mention is not None or not (w.pos in NOUNS or w.text.istitle() or w.text == "&")), words[0])
    if dash.text not in DASHES | {":"} or not dash.next.text.istitle():
        return
    name = dash.previous
    while name.head.i < dash.i and name.head is not name:
        name = name.head
    subject = next((w for w in words[dash.i + 1 : dash.i + 10] if w.dep in SUBJECTS and w is not name), NO_WORD)
    holders = [w for w in subject.within() if w.mention is None and any(c.lower == "the" for c in w.left)]
    role = next((w for w in holders if w.lemma in ("share", "stock")), None)
    if role is None and not name.text.isupper():
        role = next((w for w in holders if w.tag == "NN" and lexicon.role_of(w.lemma) == "ORG"), None)
    if role is not None and name.ent not in ("GPE", "LOC"):
        for word in words[: dash.i]:
            word.pos = "PROPN"
        if name.head is name and subject.head.head is name:
            hang(subject.head, subject.head, "ROOT")
        hang(name, role, "appos")


def dateline(words: list[Word]) -> None:
    """The place that a line opens with takes no part in its sentence: "Oslo – Teachers marched", "Mumbai: Shares fell"."""
    marks = DASHES | {":"} if words[-1].text == "." else DASHES  # "Iran: sanctions must end" is a headline
    place = next((w.i for w in words if not (w.ent in ("GPE", "DATE") or w.text in (",", "."))), 0)
    colon = next((w.i for w in words[:_PLACE] if w.text == ":"), 0)
    named = all(w.text[0].isupper() and w.ent != "PERSON" and not lexicon.can_say(w.lemma) for w in words[:colon])
    if ":" in marks and place < colon and named and words[colon - 1].dep != "appos":
        place = colon  # a town that no model knows
        for word in words[0].entity if words[colon] in words[0].entity else ():
            word.ent, word.ent_iob, word.entity = "", "O", ()
    if place == 0 or words[place].text not in marks or not words[place].next.text.istitle():
        return
    first = words[0]
    top = next((w for w in words[:place] if w.head.i > place or w.head is w), first)
    subject = next((c for c in (*top.right, *first.right) if c.i > place and c.dep in ("appos", "conj") and c.pos in NOUNS), None)
    if top.dep in SUBJECTS and subject is not None:
        hang(subject, top.head, top.dep)
    if top.head is not top:
        hang(top, top.head, "dep")


# As many words as a dateline has, with its colon: "New South Wales:".
_PLACE = 4


def headline(words: list[Word]) -> None:
    """What is to be done is the statement of a headline, and who says so stands beside a colon: "Mayor: 400 homes to be built"."""
    if words[-1].text in '.!?”"':
        return
    colon = next((w.i for w in words if w.text == ":" and w.mention is None), len(words))
    dash = next((w.i for w in reversed(words) if w.text in DASHES and w.previous.end < w.start and w.mention is None), len(words))
    parts = ((words[:colon], words[colon + 1 :]), (words[colon + 1 :], words[:colon]), (words[dash + 1 :], words[:dash]))
    for naming, rest in parts:
        top = next((w for w in rest if w.head is w or w.head in naming), None)
        told = any(w.tag in FINITE for w in rest) and any(w.dep in SUBJECTS and w.pos in ("NOUN", "PROPN") for w in rest)
        named = told and naming is parts[1][0] and all(w.pos == "PROPN" for w in naming)  # "Cases could double: WHO"
        if naming and top is not None and (named or _is_voice(naming)):
            for word in (top, *(w for w in words if w is not naming[-1] and w.head in naming)):
                hang(word, top if word in rest else naming[-1], word.dep)
            hang(top, top, "ROOT")
            hang(naming[-1], top, "headed")
    root = next((w for w in words if w.dep == "ROOT"), words[0])
    verb = root.child("acl", "relcl")
    if root.pos == "NOUN" and verb is not None and any(c.lower == "who" for c in verb.left):
        done = next((w for w in words[verb.i + 1 :] if w.dep == "acl" and w.lemma in lexicon.words("verbs", "sentencing")), None)
        if done is not None and done.tag == "VBN":  # "Man who stole tractors jailed"
            hang(done, done, "ROOT")
            hang(root, done, "nsubjpass")
            return
    if root.pos == "NOUN" and verb is not None and is_passive(verb) and any(c.lower == "to" for c in verb.left):
        hang(verb, verb, "ROOT")
        for word in (root, *(c for c in root.children if c.dep == "headed")):
            hang(word, verb, "nsubjpass" if word is root else word.dep)


def _is_voice(naming: list[Word]) -> bool:
    """Whether words at one side of a colon name who says what stands at the other: "Finance minister", "police"."""
    noun = naming[-1].lemma.lower()
    plain = all(w.pos in NOUNS | {"ADJ"} and w.mention is None for w in naming)
    people = lexicon.words("cues", "cited") | lexicon.roles("authorities") | lexicon.roles("observer")
    label = lexicon.codes("sayings").get(noun) == "PR+"  # "Guidance: sales of $5 million"
    voice = noun in people or (lexicon.can_say(noun) and lexicon.role_of(noun) != "GPE" and not label)
    return plain and len(naming) <= _NAMING and voice


_NAMING = 4

"""Noun phrases behind numbers: where they begin, which word is their head, and its singular."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factex.data import table
from factex.grammars.bare import Bare
from factex.readings import Numeral

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

WORDS = {name: frozenset(row) for name, row in table("counted").items() if isinstance(row, list)}
"""The words of data/counted.toml."""
HARMED = re.compile(
    rf"\b(?:{'|'.join(WORDS['harm'])})"
    r"(?: (?:about|almost|an estimated|another|around|as many as|at least|more than|nearly|over|some|up to))? $",
    re.IGNORECASE,
)
"""What stands before a number of dead or hurt: "killing at least "."""
_LEMMAS: Mapping[str, str] = table("counted")["lemmas"]
_PER_GAME: Mapping[str, str] = table("counted")["per_game"]

PREMODIFIERS = frozenset({"ADJ", "ADV", "NOUN", "NUM", "PROPN", "SYM", "VERB", "X"})
GIVEN_NAMES: frozenset[str] = frozenset().union(*table("persons")["given"].values())
_MODIFIES = frozenset({"advmod", "amod", "compound", "conj", "nmod", "npadvmod", "nummod", "poss", "punct", "quantmod"})
_LONGEST_ABBREVIATION = 6
_RATIO = re.compile(r"[ -](?:in|(?:out )?of) ", re.IGNORECASE)


def takes_noun(bare: Bare, after: Token) -> bool:
    """Whether the word after the number may open its noun phrase: a part is a part of something."""
    if after.lower_ == "of":
        part = after.i + 1 < len(bare.doc) and after.nbor().lower_ in ("a", "an") and (bare.reading.amount or 1) < 1
        return part or not broken(bare.reading)  # "0.4 of a point"
    if after.lower_ in WORDS["prepositions"] or (after.pos_ == "PRON" and after.tag_ == "DT"):  # 84 off 112 balls, half those
        return False
    if after.lower_ in WORDS["meaning"] and bare.before is not None and bare.before.lower_ in ("above", "below", "over", "under"):
        return False
    if after.lower_ in WORDS["doing"] and bare.before is not None and bare.before.lower_ == "with":
        return False
    # "To expand by five the pool", "at 60.20 a barrel".
    if bare.reading.form == "exact" and after.lower_ in WORDS["whole"] | WORDS["other"]:
        return False
    return bare.reading.form != "part" or after.lower_ in WORDS["whole"] | {"point", "points"} or in_ratio(bare)


def skip(doc: Doc, place: int) -> int:
    """The index of the first token from *place* on that is no determiner or the like; "whole-grain loaves" are no whole loaves."""
    while place < len(doc) and (
        (doc[place].lower_ in WORDS["skip"] and not _is_joined(doc[place]))
        or (doc[place].lower_ in WORDS["suffixes"] and doc[place - 1].text == "-")
        or doc[place].dep_ in ("det", "predet")
        or doc[place].tag_ == "PRP$"
    ):
        place += 1
    return place


def _is_joined(token: Token) -> bool:
    """Whether a hyphen joins a word to the next one."""
    return token.is_alpha and not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor().text == "-"


def ends_phrase(after: Token | None) -> bool:
    """Whether no noun can follow: what comes after the number is a mark, a preposition, a conjunction or an auxiliary."""
    if after is None or after.pos_ in ("ADP", "AUX", "CCONJ", "PUNCT", "SCONJ"):
        return True
    return (after.tag_ == "VBG" and after.dep_ != "amod") or after.lower_ in WORDS["ends"]


def broken(reading: Numeral) -> bool:
    """Whether a number is no whole number of things: "7.3 of another race" is a percentage."""
    return reading.form == "exact" and reading.amount is not None and reading.amount != reading.amount.to_integral_value()


def countable(head: Token, bare: Bare) -> bool:
    """Whether the number can count *head*: a plural unless it is one; "777 program" and "12 Pro camera" are names.

    A number in words counts a singular too: "three course meal".
    """
    reading, text = bare.reading, bare.words.text
    if head.tag_ in ("NNS", "NNPS") or head.lower_ in WORDS["singulars"] or head.text in _PER_GAME or is_model(head):
        return True
    if bare.after is not None and bare.after.lower_ in WORDS["singulars"]:
        return True
    done = head.text.endswith("ing") and reading.amount != 1  # "with four recording losses", whose verb passes for a noun
    return not in_ratio(bare) and not done and (reading.amount == 1 or not text[0].isdigit() or "," in text or broken(reading))


_MODELS = re.compile(r"[A-Z]+-?\d[A-Za-z\d]*s|\d{2,3}s|\d{3}(?:-\d{1,4})?[A-Z]*s|[A-Z]{2,5}s")  # 20 A350s, 30 777-8s, 12 GPs


def is_model(token: Token) -> bool:
    """Whether a word, with what is joined to it by hyphens, is the plural of a model's name or an abbreviation."""
    place = token.i
    while place and not token.doc[place - 1].whitespace_:
        place -= 1
    return _MODELS.fullmatch(token.doc[place : token.i + 1].text) is not None


def in_ratio(bare: Bare) -> bool:
    """Whether a part is a ratio of two numbers, whose noun is a plural: one in 20 adults, but "one in 20 need help"."""
    return bare.reading.form == "part" and _RATIO.search(bare.words.text) is not None


def expects(head: Token, bare: Bare) -> bool:
    """Whether *head* does not belong to the number but expects it: "more than the 330,000 analysts had forecast".

    Then the noun has a verb of expecting without an object, and the number is the object of the clause above or of its preposition.
    """
    doc, before = head.doc, bare.before
    if before is None or before.lower_ != "the" or head.lemma_ not in _WATCHERS or before.i == bare.sentence.tokens.start:
        return False
    place = next((c.right_edge.i + 1 for c in head.rights if c.dep_ == "acl" and c.lemma_ in ("poll", "survey")), head.i + 1)
    helped = place < len(doc) and doc[place].lower_ in ("had", "have", "were")
    place += helped
    while place < len(doc) and doc[place].pos_ == "ADV":
        place += 1
    if place >= len(doc) or doc[place].lemma_ not in _EXPECTING:
        return False
    verb, after = doc[place], doc[min(place + 1, len(doc) - 1)]
    ends = after.is_punct or after.pos_ in ("ADP", "CCONJ", "SCONJ")
    return ends and (helped or verb.tag_ in ("VBD", "VBN")) and doc[before.i - 1].pos_ in ("ADP", "SCONJ", "VERB")


_WATCHERS = frozenset(table("roles")["observer"])
_EXPECTING = frozenset(table("cues")["objects"]["words"])


def head_of(first: Token, limit: int) -> Token | None:
    """The head of the noun phrase that starts with *first*: as long as a word modifies one to its right, go there."""
    token, noun = first, None
    if token.pos_ == "NUM" and token.shape_[0] == "X" and token.i + 1 < len(token.doc):
        token = token.nbor()  # the parser takes F-16 for a number
    for _ in range(12):
        if token.pos_ in ("NOUN", "PROPN") or is_model(token):
            noun = token
        ahead = token.head
        if token.dep_ == "conj" and first.i <= ahead.i < token.i:
            ahead = ahead.head
        acts = token.tag_ == "NNS" and token.dep_ == "npadvmod" and ahead.tag_ == "VBN" and ahead.dep_ == "amod"
        if acts:
            break  # "six brokers trimmed price targets"
        if token.dep_ not in _MODIFIES or ahead.i <= token.i or ahead.idx >= limit or _breaks(token, ahead):
            break
        token = ahead
    opens = first if noun is None else noun if noun.lower_ in WORDS["prefixes"] else None
    joined = opens or (noun.nbor() if noun is not None and noun.i + 1 < len(noun.doc) else None)
    if joined is not None and _is_compound(joined) and joined.nbor(2).idx < limit:
        return joined.nbor(2)
    return noun if noun is None else _model_of(noun, limit) or noun


def opens_noun(token: Token) -> bool:
    """Whether a noun phrase may go on with a word: no preposition, unless a hyphen makes it part of a noun."""
    return token.pos_ in PREMODIFIERS or _is_compound(token)


def _is_compound(token: Token) -> bool:
    """Whether a hyphen joins a preposition or a prefix to a noun: two by-elections, 40 in-patients, 12 non-voters."""
    opens = token.pos_ in ("ADP", "SCONJ") or token.lower_ in WORDS["prefixes"]
    joined = opens and _is_joined(token) and token.i + 2 < len(token.doc)
    return joined and not token.nbor().whitespace_ and token.nbor(2).pos_ == "NOUN"


def _model_of(name: Token, limit: int) -> Token | None:
    """The model that stands behind a maker's name, which the parser may hang on it: the 9s of "18 Boeing 777-9s"."""
    for token in name.doc[name.i + 1 :] if name.pos_ == "PROPN" else ():
        if token.idx >= limit:
            break
        if is_model(token):
            return token
        if token.whitespace_:
            break
    return None


def whole_of(first: Token, head: Token | None, limit: int) -> Token | None:
    """The noun for things of which a number takes a part, where the parser stops short of it.

    It takes "evolving" of "thousands of evolving galaxies" for a gerund, and cuts "one of the PS4 | pads has sold".
    """
    last = first if head is None and first.tag_ == "VBG" else head
    if last is None or last.tag_ in ("NNS", "NNPS"):
        return head
    for token in last.doc[last.i + 1 :]:
        if token.pos_ not in ("NOUN", "PROPN") or token.idx >= limit:
            break
        if token.tag_ in ("NNS", "NNPS"):
            return token
    return head


def _breaks(token: Token, ahead: Token) -> bool:
    """Whether *ahead* is no longer in the noun phrase of *token*."""
    if ahead.pos_ in ("AUX", "ADP", "SCONJ", "CCONJ", "PRON") or (ahead.pos_ == "VERB" and ahead.dep_ not in _MODIFIES):
        return True
    return any(between.text in (";", ":", "(", ")", "—", "–", '"', "”", "“") for between in token.doc[token.i + 1 : ahead.i])


def lemma(first: Token, head: Token) -> str:
    """The counted noun phrase in its dictionary form: its nouns and adjectives, each as its lemma.

    Left out is what gives no kind of thing: degrees ("the most gifted"), links ("trams and buses"), and participles, which say what
    was done with the things ("12 injured passengers").
    """
    kinds = kinds_of(head.doc, first.i, head.i)
    glued = head.i > first.i and not head.nbor(-1).whitespace_
    return (" ".join(kinds) + ("" if glued else " ") + singular(head)).strip()


def kinds_of(doc: Doc, place: int, end: int) -> list[str]:
    """The words from the index *place* to *end* in the form in which they stand before the head of a lemma."""
    words: list[str] = []
    while place < end:
        stop = place + 1  # "coal-fired" is one word for readers, three for the parser
        while stop < end and not doc[stop - 1].whitespace_:
            stop += 1
        words += _premodifier(doc[place:stop])
        place = stop
    return words


def _premodifier(word: Span) -> list[str]:
    """The form in which a word before the head stands in the lemma of the phrase, none where it is left out."""
    first = word[0]
    if len(word) > 1 and word[-1].text == ",":
        return _premodifier(word[:-1])
    if len(word) > 1:
        return [] if word.text.endswith("-strong") else [word.text]
    if first.pos_ in ("ADV", "CCONJ", "DET", "PUNCT") or (first.pos_ == "VERB" and first.dep_ != "compound"):
        return []
    if first.pos_ == "ADJ" and first.text.endswith("ed") and any(child.tag_ == "RB" for child in first.lefts):
        return []  # decently sized: a participle for all the parser says
    degree = first.tag_ in ("JJR", "JJS") and not first.lemma_.endswith("i")  # a glacier is nothing more than "glaci"
    return [first.lemma_ if degree else first.text]


def singular(head: Token) -> str:
    """The singular of a noun; names keep their letters."""
    if head.text in _PER_GAME:
        return _PER_GAME[head.text]
    if head.lower_ in _LEMMAS:
        return _LEMMAS[head.lower_]
    if head.text.endswith("s") and not head.text[1:].islower():
        return head.text[:-1]  # CEOs, iPhones
    if head.text.isupper() and len(head) < _LONGEST_ABBREVIATION and not head.nbor(-1).text.isupper():
        return head.text  # 24,000 TEU, but not 12 DEAD IN FIRE
    if is_model(head):
        return head.text.removesuffix("s")
    name = head.lemma_ if head.pos_ == "NOUN" else head.text
    if head.text[0].isupper() and head.ent_type_ in ("NORP", "ORG"):
        name = name[0].upper() + name[1:]  # Britons
    return name.removesuffix("s") if head.tag_ == "NNPS" else name

"""Noun phrases as an article writes them, without what is told apart: determiner, possessor, numbers, asides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factex.frames import lexicon
from factex.frames.syntax import DASHES, IN_ORDER, NAMED, Word
from factex.records import Article

_LEFT = lexicon.words("phrases", "left")
_HYPHENS = frozenset("-–/&")
_BREAKS = frozenset({"(", "[", "--", "—", "–", ",", ";", ":"})
_EMPTY = frozenset({"both", "such", "said", "same", "own", "and", "or"})
_PERIODS = frozenset({"months", "quarters", "weeks", "years"})

# The codes that agencies set behind what they name: ".DJI", "GBP=", "US10YT=RR", "CLc1", "ACME.N".
_CODES = re.compile(r"\s(?:\.[A-Z][A-Z0-9]+|[A-Z][A-Z0-9]+=[A-Z]*|[A-Z]{1,5}c[1-9]|[A-Z]{2,5}\.[A-Z]{1,2})(?!\S)\s*")


def join(words: Iterable[Word], article: Article) -> str:
    """The words as the article writes them, without codes of agencies; where some are left out, one space stands for them."""
    text, pieces = article.text, []
    begin = end = -1
    for word in sorted(words, key=IN_ORDER):
        gap = text[end : word.start]
        if end >= 0 and gap.strip() == "" and "\n" not in gap:
            end = word.end
            continue
        if end >= 0:
            pieces.append(text[begin:end])
        begin, end = word.start, word.end
    if end >= 0:
        pieces.append(text[begin:end])
    return _CODES.sub(" ", " ".join(pieces)).strip()


def phrase(head: Word, *, whole: bool = False) -> list[Word]:
    """The words of the noun phrase of *head*: its modifiers, its complements, and nouns coordinated with it.

    Without determiner, appositions, relative clauses and brackets, and without possessor unless it is *whole*. Numbers and
    times in the phrase are left out with the prepositions they hang on, but for those that tell what the noun names
    ("annual budget", "women aged 25 to 54"; if *whole*, "10-year notes"). It ends where a comma parts it from what follows.
    """
    gathered: list[Word] = []
    _gather(head, gathered, inner=False, whole=whole)
    found = _unbracketed(_entire({w.i: w for w in gathered if w.pos != "SPACE"}), head)
    begin = next((k for k in range(len(found) - 1, -1, -1) if _is_dash(found, k) and found[k].i < head.i), -1)
    found = found[begin + 1 :]
    while found[0] is not head and (
        (found[0].pos in ("PUNCT", "ADP") and not _is_hyphened(found))  # but "after-tax profit"
        or (found[0].dep in ("advmod", "punct", "det") and not (_is_hyphened(found) or found[0].head.tag == "VBN"))
        or _is_empty(found)
        or found[0].text == "-"  # of "800-strong", which the parser takes for an adjective
    ):
        found.pop(0)
    while found[-1] is not head and found[-1].pos in ("PUNCT", "CCONJ", "ADP"):
        found.pop()
    return found


def _unbracketed(found: list[Word], head: Word) -> list[Word]:
    """A phrase without what stands in brackets in it: "the Marginal Standing Facility (MSF) rate"."""
    inside: set[int] = set()
    word, opened = found[0], -1
    if word.previous.text in ("(", "["):  # the parser may hang it elsewhere
        opened = word.previous.i
    end = found[-1].next
    end = end.next if end.text in (")", "]") else end  # the parser may hang that elsewhere too
    while word is not end:
        if word.text in ("(", "["):
            opened = word.i
        elif word.text in (")", "]") and opened >= 0:
            inside.update(() if opened < head.i < word.i else range(opened, word.i + 1))
            opened = -1
        word = word.next
    return [word for word in found if word.i not in inside] if inside else found


def _is_empty(words: list[Word]) -> bool:
    """Whether a phrase opens with a word that tells nothing: "such", "its", the rest of "60-strong"; but "same-store sales"."""
    first = words[0]
    told = first.tag == "PRP$" or (first.lower == "strong" and first.previous.text == "-")
    return told or (first.lower in _EMPTY and not _is_hyphened(words))


def _is_hyphened(words: list[Word]) -> bool:
    """Whether a phrase opens with the first part of a word with a hyphen: "all-electric range"."""
    return len(words) > 1 and words[1].text == "-" and words[1].start == words[0].end


def _entire(found: dict[int, Word]) -> list[Word]:
    """The words with the rest of the names among them, in text order: no phrase ends inside "the Bank of England"."""
    for word in list(found.values()):
        if word.ent in NAMED and word.ent_iob == "I":
            for each in word.entity:
                if each.mention is None and each.pos != "DET" and each.tag != "POS":
                    found.setdefault(each.i, each)
    return [found[place] for place in sorted(found)]


def _is_dash(words: list[Word], place: int) -> bool:
    """Whether a dash with space around it stands here, which parts a dateline or an aside from the phrase."""
    if words[place].text not in DASHES or place in (0, len(words) - 1):
        return False
    return words[place - 1].end < words[place].start and words[place].end < words[place + 1].start


def _gather(head: Word, found: list[Word], *, inner: bool, whole: bool) -> None:
    """*inner*: inside another phrase, determiners and possessors are kept: "stake in its rival"."""
    found.append(head)
    for child in head.left:
        if _modifies(child, inner=inner, whole=whole):
            _take(child, found, inner=inner, whole=whole)
    broken = False
    for child in head.right:
        if child.lower == "aged" and child.i == head.i + 1:
            found.extend(_age(child))
            continue
        numbered = child.dep == "nummod" and (head.pos == "PROPN" or child.i == head.i + 1)  # the S&P 500, the ftse 100
        goes_on = numbered or (head.pos == "PROPN" and _continues(head, child))
        broken = broken or child.text in _BREAKS or (child.dep in ("relcl", "acl", "appos") and not goes_on)
        if child.mention is not None:
            broken = broken or child.dep == "npadvmod"  # "Oil up 3% on fears": what follows is no part of it
            continue
        if goes_on:
            found.extend(child.within())  # the S&P 500
        elif child.dep == "prep" and not broken and (obj := _object(child, whole=whole)) is not None:
            found.append(child)
            _gather(obj, found, inner=True, whole=whole)
            found.extend(_other_end(child, obj))
        elif child.dep == "conj" and not parted(head, child) and (_joins(head, child) or _lists(head, child)):
            found.extend(c for c in head.right if c.i < child.i and (c.dep == "cc" or c.next is child))
            _gather(child, found, inner=True, whole=whole)


def _object(prep: Word, *, whole: bool) -> Word | None:
    """What stands behind a preposition and belongs to the phrase before it: no number or time, nor what either belongs to."""
    deed = prep.next if prep.next.dep == "pcomp" and prep.next.tag == "VBG" and not prep.next.right else None
    obj = prep.child("pobj") or deed  # "the cost of borrowing"
    longer = lexicon.words("figures", "prepositions")  # "fines in excess of $5"
    part = obj is not None and f"{prep.lower} {obj.lower} {obj.next.lower}" in longer
    if obj is None or obj.mention is not None or obj.tag in ("WDT", "WP") or part or _is_aside(prep):
        return None
    dated = not whole and any(c.attribute == "class" for c in obj.left)  # "gold for May delivery"
    return None if dated or _counted(obj) or lexicon.is_period(obj) else obj


def _is_aside(prep: Word) -> bool:
    """Whether a phrase adds to the sentence, or to a number, not to the noun before it: "after May", but "profit before tax"."""
    obj = prep.child("pobj")
    if prep.lower == "per" and prep.previous.mention is not None:
        return True  # "a dividend of $2 per share"
    if prep.lower == "for" and obj is not None and obj.lemma == "time":
        return True  # "below the limit for the first time"
    deducted = obj is not None and obj.lemma in lexicon.words("figures", "deducted")
    return prep.lower in lexicon.words("phrases", "asides") and not deducted


def _age(aged: Word) -> Iterator[Word]:
    """The age of a group, without what else is said of it: "men aged 18 to 34"."""
    place = aged.i
    for word in sorted(aged.within(), key=IN_ORDER):
        if word.i != place or (word is not aged and word.mention is None and word.lower not in lexicon.words("phrases", "ages")):
            return
        place += 1
        yield word


def _other_end(prep: Word, obj: Word) -> Iterator[Word]:
    """What stands at the other end of a span: "the gap between the rich and the poor"."""
    other = next((c for c in obj.right if c.dep == "conj"), None)
    joined = next((c for c in obj.right if c.dep == "cc"), None)
    if prep.lower == "between" and other is not None and joined is not None and other.mention is None and not _joins(obj, other):
        yield joined
        words: list[Word] = []
        _gather(other, words, inner=True, whole=False)
        yield from words


def _continues(head: Word, child: Word) -> bool:
    """Whether a name goes on in the word beside it: "the Orion X5", "S&P/ASX 200"."""
    if child.pos != "PROPN" or child.mention is not None or child.dep not in ("appos", "nmod", "npadvmod", "compound"):
        return False
    first = child.left[0] if child.left else child
    return first.i == head.i + 1 and (first is child or first.text in "/&-") and child.text not in _BREAKS


def _joins(head: Word, other: Word) -> bool:
    """Whether *other* is coordinated with *head* into one phrase: "debt and equity", not "a premium and the rest"."""
    return _may_join(head, other) and (any(c.dep == "cc" and c.i < other.i for c in head.right) or head.dep == "conj")


def _may_join(head: Word, other: Word) -> bool:
    """Whether neither of two coordinated nouns has a determiner or a number that the other has not."""
    if other.previous.lower == "or" and other.text.isupper() and not head.text.isupper():
        return False  # "the price index, or CPI," is one thing
    if other.pos not in ("NOUN", "PROPN") or any(w.mention is not None or w.dep in ("det", "poss") for w in other.left):
        return False
    one = any(c.lower in ("a", "an") for c in head.left)  # "a $9m grant and loans": the number is that of the first
    return not (one and any(c.mention is not None and not c.attribute for c in head.left))


def _lists(head: Word, other: Word) -> bool:
    """Whether a row begins with *head* that goes on with *other* after a comma and ends with "and": "cars, trucks and buses"."""
    last = next((c for c in other.right if c.dep == "conj"), None)
    if last is None or other.previous.text != "," or other.previous.head is not head or not _may_join(head, other):
        return False
    return _joins(other, last) or _lists(other, last)


def _counted(noun: Word) -> bool:
    """Whether a number belongs to *noun*: "tariffs on $125 billion worth of goods", "a firm with sales of $3 billion"."""
    if any(c.mention is not None and not c.attribute for c in noun.left):
        return True
    apart = noun.head.lower not in ("in", "of")
    figure = next((c.child("pobj") for c in noun.right if c.lower == "of"), None) if apart else None
    return figure is not None and figure.bare


def _apart(word: Word, *, whole: bool) -> bool:
    """Whether a word belongs to a number or time that is told apart from the phrase."""
    return word.mention is not None and word.attribute != "adjective" and not (whole and word.attribute)


def _modifies(child: Word, *, inner: bool, whole: bool) -> bool:
    """Whether a word to the left of a noun belongs to its phrase."""
    more = child.lower in ("fewer", "less", "more") and child.next.lower == "than"  # "more than three times the rate"
    if _apart(child, whole=whole) or more or child.lower == "them" or (child.dep in ("advmod", "amod") and child.tag == "RB"):
        return False  # "among them a girl"
    if child.dep == "amod" and child.pos in ("ADJ", "ADV") and any(c.mention is not None and not c.attribute for c in child.left):
        return False  # a 300-meter-tall tower
    if _is_scale(child) or (child.lower in _PERIODS and any(c.lower in ("last", "next", "this") for c in child.left)):
        return False  # "this years price": this year's
    if child.dep == "poss":
        return inner or (whole and child.pos not in ("PRON", "DET"))
    if child.dep == "det" or child.pos == "DET":
        return inner or any(c.text == "-" and c.start == child.end for c in child.head.left)  # an all-time high
    return child.dep in _LEFT and (child.dep != "punct" or child.text in _HYPHENS)


def _is_scale(child: Word) -> bool:
    """Whether a word only says what the number after it tells: in "a magnitude 5.8 quake" how strong the quake was."""
    if child.lower in ("estimated", "expected"):
        return child.next.mention is not None  # "an estimated $4 million deficit"
    numbered = any(c.i == child.i + 1 and c.mention is not None for c in child.head.left)
    return numbered and child.lemma in lexicon.words("figures", "scales")


def _take(child: Word, found: list[Word], *, inner: bool, whole: bool) -> None:
    """A left modifier with all that hangs on it, short of mentions."""
    if _apart(child, whole=whole) or (child.dep == "det" and not inner and not _modifies(child, inner=inner, whole=whole)):
        return
    found.append(child)
    for each in child.left + child.right:
        hyphened = each.previous.text == "-" and each.previous.end == each.start  # "like-for-like sales"
        if each.dep != "prep" or hyphened or each.child("pobj") is not None:
            _take(each, found, inner=inner, whole=whole)


def parted(first: Word, other: Word) -> bool:
    """Whether two coordinated nouns each have a number or a bracket of their own: "Lyra, up 3%, and Volta, up 5%"."""
    between = (c for c in first.right if c.i < other.i)
    told = ("acl", "advmod", "appos", "prep", "relcl")
    return any(c.text in "([" or (c.dep in told and any(w.mention is not None for w in c.within())) for c in between)


def essence(noun: Word) -> Word:
    """What a quantifier is a part of: in "each of the buildings" the buildings, in "an average of 20 storms" the storms."""
    part = noun.lower in lexicon.words("phrases", "quantifiers")
    if noun.nominal or not (part or noun.lower in ("average", "total")):
        return noun
    wholes = (child.child("pobj") for child in noun.right if child.lower == "of")
    return next((whole for whole in wholes if whole is not None and (whole.nominal or (part and not whole.bare))), noun)


def is_prepositional(noun: Word) -> bool:
    """Whether a noun is part of a preposition: "in front of"."""
    return all(c.lower == "the" for c in noun.left) and f"{noun.head.lower} {noun.lower} of" in lexicon.words(
        "figures", "prepositions"
    )

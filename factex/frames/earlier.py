"""Earlier levels: numbers that another is compared with, and the words that lead to them."""

from __future__ import annotations

from factex.frames.comparisons import first_form
from factex.frames.lexicon import codes, is_move_noun
from factex.frames.moves import move_of
from factex.frames.scene import Site
from factex.frames.syntax import Word

COMPARING = frozenset({"against", "from", "than", "versus", "with"})
BESIDE = frozenset({"above", "against", "ahead", "behind", "below", "than", "versus"})
MULTIPLES = frozenset({"double", "half", "triple", "twice"})


def is_comparing(link: Word) -> bool:
    """Whether a word leads to a level before: "from $4", "an increase over sales of $4"."""
    return link.lower in COMPARING | BESIDE or is_compared(link) or (link.lower in ("on", "over") and is_move_noun(link.previous))


def is_compared(link: Word) -> bool:
    """Whether a preposition leads to what something is compared with: "compared with last year"."""
    return link.lower in ("to", "with") and link.previous.lower == "compared"


def is_level_before(site: Site) -> bool:
    """Whether the number is what another is compared with: "5%, from 6%", "$5, up from $4", "compared with a loss of $5"."""
    first = first_form(site)
    link = led_by(first)
    if not is_comparing(link):
        return False
    if link is not first.before and link.lower != "from":
        return link.lower in ("against", "on", "over", "versus") or is_compared(link) or of_time(first)
    if first.beside is not None:
        return True
    move = move_of(first) if link.lower == "from" else None
    return move is not None and move[1].role == "from"


def of_time(site: Site) -> bool:
    """Whether a number tells how much what a time has was: "last year's crop of 5 million tonnes"."""
    noun = site.slot.anchor
    return noun is not None and any(c.dep == "poss" and c.mention is not None for c in noun.left)


def led_by(site: Site) -> Word:
    """The word before a number, or before the noun that has it: "from $9 million", "from a profit of $9 million"."""
    word = site.before
    if word.tag == "VBN":  # "from a downwardly revised $4", "from an initially reported $4"
        while word.tag == "VBN" or word.pos in ("ADV", "DET"):
            word = word.previous
    if word.lower == "the" and word.previous.lower in MULTIPLES:
        return word.previous  # "$5 million, twice the $2 million of 2023"
    if word.lower == "of":
        word = noun = word.previous
        owned = noun.lemma not in codes("sayings")  # "February's forecast of 2%" is of no February
        while word.pos in ("ADJ", "DET", "NOUN") or word.mention is not None or (word.tag == "POS" and owned):
            word = word.previous
    return word

"""From spaCy's tokens to words: one copy of the parse for each sentence, mended, with the mentions marked in it."""

from __future__ import annotations

from factex.data import table
from factex.frames import lexicon
from factex.frames.mending import mend
from factex.frames.syntax import Parse, Word
from factex.records import Sentence

# A participle after one of these belongs to the noun before it.
_COMMAS = frozenset({",", "–", "—", "--", "-"})


def parse(sentence: Sentence) -> Parse:
    """Copy the parse of a sentence and mark its mentions."""
    span, shift, lemmas = sentence.tokens, sentence.shift, table("lemmas")["verbs"]
    words: list[Word] = []
    entity: list[Word] = []
    for token in span:
        begin, text = token.idx + shift, token.text
        lower = text.lower()
        words.append(
            Word(
                i=len(words),
                text=text,
                lower=lower,
                lemma=lemmas[lower] if lower in lemmas and token.pos_ == "VERB" else token.lemma_.lower(),
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                ent=token.ent_type_,
                ent_iob=token.ent_iob_,
                start=begin,
                end=begin + len(text),
            )
        )
        if words[-1].ent:
            if words[-1].ent_iob == "B" or not entity:
                entity = []
            entity.append(words[-1])
            words[-1].entity = entity
        elif entity:
            entity = []
    _link(words, [token.head.i - span.start for token in span])
    of = _mark(words, sentence)
    mend(words)
    for word in words:
        participle = word.tag == "VBN" or (word.tag == "VBG" and word.lemma in lexicon.words("verbs", "level_beside"))
        if participle and word.i > 1 and words[word.i - 1].text in _COMMAS and words[word.i - 2].pos in ("NOUN", "PROPN"):
            word.beside = words[word.i - 2]
    return Parse(words, of)


def _link(words: list[Word], heads: list[int]) -> None:
    """Give each word its head and its children; one whose head lies outside is its own head."""
    for word, place in zip(words, heads, strict=True):
        head = words[place] if 0 <= place < len(words) else word
        word.head = head
        if head.i > word.i:
            head.left += (word,)
        elif head.i < word.i:
            head.right += (word,)


def _mark(words: list[Word], sentence: Sentence) -> list[list[Word]]:
    """The words of each mention, which are told of it."""
    of: list[list[Word]] = []
    place = 0
    for index, mention in enumerate(sentence.mentions):
        while place and words[place - 1].end > mention.start:
            place -= 1
        while words[place].end <= mention.start:
            place += 1
        held = []
        while place < len(words) and words[place].start < mention.end:
            words[place].mention = index
            held.append(words[place])
            place += 1
        of.append(held)
    return of

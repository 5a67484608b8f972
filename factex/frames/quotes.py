"""Quotations: where they stand, and whose they are, over sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factex.data import table
from factex.frames.kinds import without_country
from factex.frames.lexicon import can_say, roles, words
from factex.frames.persons import is_person
from factex.frames.turns import turns

_MARK = re.compile(r'[“”„"]')
_NAME = r"[A-Z][\w.'’-]*(?: (?:(?:de|del|der|van|von|bin|al|el|la|of) )?[A-Z][\w.'’-]*)*"
_LONGEST = 160
# Under a quotation that stands alone: "- Ann Lund, county engineer".
_CREDIT = re.compile(rf"(?<=\n)[—–-] ?(?P<who>{_NAME})(?:, [^\n]{{1,100}})?(?=\n|$)")
_SENTENCE = re.compile(r"[.!?…][”\"’']?$")
# When somebody said so stands between who and the verb: "the minister on Monday announced".
_DAY = re.compile(r"(?: (?:on|late|early|earlier))* (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today)$")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_END = re.compile(r"[.!?](?=\s)|\n|$")
_CLOSES = re.compile(r"[”\"]? *(?:\n|$)")
_NEXT = re.compile(r'[^.!?“”"\n]{0,60}: ?[“"]')
# Speech in single marks, as British papers write it: only a closing mark has a stop before it, an apostrophe has a letter.
_SINGLE = re.compile(r"(?<![^\s(])['‘](?=\S)((?:[^\n“”\"'‘]|(?<=\S)'){2,600}?[,.!?…])['’](?![^\s)])")


@dataclass(slots=True)
class Quote:
    """A stretch of quoted text, without its marks. `who` and `cue`: whose it is and by which verb, None if not said."""

    start: int
    end: int
    who: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """The patterns of the words beside a quotation that tell whose it is; `lead`: of the sentence before it."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    lead: re.Pattern[str]


@cache
def _titles() -> list[str]:
    """Titles that are written with a full stop: Dr, Gov, Mr."""
    return [title.capitalize() for title in sorted(roles("titles") & words("abbreviations", "words"))]


@cache
def _beside() -> Beside:
    verbs = "|".join(table("cues")["quoting"])
    titles = _titles()
    stop = "".join(rf"(?<!\b{title})" for title in (*titles, "[A-Z]")) + r"\."
    who = rf"(?:(?:{'|'.join(titles)})\.|\b[A-Z]\.|[^.,;:!?\"“”\n]){{2,80}}?"
    ends = rf"(?=[,;:!?\"“”\n]|{stop}|$| (?:in|on|at|when|who|during|after|as|while|to|by|via) )"
    named = rf"(?:, (?P<named>(?:(?:{'|'.join(titles)})\.? )?{_NAME})(?=[,.;:\n]))?"
    adverb = r"(?:(?:\w+ly|also|has|had|later|then) )?"
    return Beside(
        re.compile(
            rf"[,.?!]?\s?[”\"]\s?,? (?:(?P<verb>{verbs}) (?P<who>{who}){ends}{named}|according to (?P<according>{who}){ends}|"
            rf"(?:[a-z][a-z ]{{1,30}}, ){{0,2}}(?P<first>{who})"
            rf"(?:, (?P<apposed>[^.;\"“”\n]{{2,100}}?),)? {adverb}(?P<then>{verbs})\b)"
        ),
        re.compile(
            rf"^(?:(?:[A-Z][^,\"“”\n]{{0,40}}, )?(?P<who>{_NAME}), [^\"“”\n]{{1,100}}, (?P<verb>{verbs})|"
            rf"(?:[^\"“”\n]*, )?(?:As )?(?P<first>[^,\"“”\n]{{2,80}}?),? {adverb}(?P<then>{verbs}))"
            rf"\b[^.\"“”\n]{{0,60}}[:,]?\s?$|^(?:Said (?:[a-z ]{{0,40}}[a-z],? )?)?(?P<alone>{_NAME}):\s?$"
        ),
        re.compile(rf"(?P<first>{who})(?:, (?P<apposed>[^.;\"“”\n]{{2,100}}?),)? {adverb}(?P<then>{verbs})\b[^\"“”\n]{{2,200}}\.$"),
    )


def credited(text: str) -> Iterator[re.Match[str]]:
    """The lines that say who is quoted in the line above them, with the name as `who`."""
    for match in _CREDIT.finditer(text):
        above = text[text.rfind("\n", 0, match.start() - 1) + 1 : match.start() - 1]
        said = _SENTENCE.search(above) and (_MARK.search(above) or _OWN.search(above))
        if said and " " in match["who"] and above[0] not in "—–-":
            yield match


def quotes(text: str) -> list[Quote]:
    """The quotations of *text*, in order, each with its source where the words beside it or before it name one.

    A paragraph that opens a quotation and does not close it goes on in the next paragraph, if that opens one too.
    """
    found: list[Quote] = []
    begin = 0
    text = _SINGLE.sub(r"“\1”", text)
    for paragraph in text.split("\n"):
        found += _in_paragraph(text, begin, begin + len(paragraph))
        begin += len(paragraph) + 1
    for place, quote in enumerate(found):
        _attribute(text, quote, found[place - 1] if place else None)
    found = _with_credits(text, found)
    for quote, following in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        # an open paragraph, or a sentence cut off by its neighbour, has the source that comes after it
        ended = text[quote.end - 1] in ".!?" and "\n" not in text[quote.end : following.start]  # who is quoted next is another
        if quote.who is None and not ended and _is_speech(text, quote) and _continues(text, quote, following):
            quote.who, quote.cue = following.who, following.cue
    return found


def _with_credits(text: str, found: list[Quote]) -> list[Quote]:
    """The quotations with whom the credits below them name; a line above one is a quotation also where it has no marks."""
    starts, lines = [quote.start for quote in found], list[Quote]()
    for match in credited(text):
        end = match.start() - 1
        begin = text.rfind("\n", 0, end) + 1
        quoted = found[bisect_left(starts, begin) : bisect_left(starts, end)]
        if not quoted:
            lines.append(Quote(begin, end, match["who"]))
        for quote in quoted:
            quote.who = quote.who or match["who"]
    return sorted([*found, *lines], key=lambda quote: quote.start) if lines else found


def _in_paragraph(text: str, begin: int, end: int) -> list[Quote]:
    marks = [match.start() for match in _MARK.finditer(text, begin, end)]
    pairs = zip(marks[::2], [*marks[1::2], end] if len(marks) % 2 else marks[1::2], strict=True)
    return [Quote(start + 1, stop) for start, stop in pairs]


def _attribute(text: str, quote: Quote, previous: Quote | None) -> None:
    """Say whose the quotation is, by the words after it, before it, or where the one before it in its paragraph tells."""
    after = _beside().after.match(text, max(quote.start, quote.end - 1)) or _beside().after.match(text, quote.end)
    if after is not None and _begins(text, quote, after):
        after = None
    lead = text[max(0, quote.start - 1 - _LONGEST) : quote.start - 1].rpartition("\n")[2]
    last = lead[max(lead.rfind(". "), lead.rfind("”"), lead.rfind('"')) + 1 :]
    match = after or _beside().before.match(last.strip() + " ")
    if match is not None:
        _put(quote, match)
    elif previous is not None and _is_speech(text, quote) and previous.who is not None and _continues(text, previous, quote):
        quote.who, quote.cue = previous.who, previous.cue
    elif _is_speech(text, quote) and (match := _beside().lead.match(lead.strip())) is not None:
        _put(quote, match)  # Brandt said talks had failed. "We are done."
    elif _is_speech(text, quote) and _is_alone(text, quote):
        if (match := _led(text, quote)) is not None:
            _put(quote, match)
        elif previous is not None and previous.cue != "ask" and _follows(text, previous, quote):
            quote.who, quote.cue = previous.who, previous.cue


def _begins(text: str, quote: Quote, after: re.Match[str]) -> bool:
    """Whether the words after a quotation are a sentence of their own: "It fell." She added: "It will rise."."""
    last, first = text[quote.start : quote.end].rstrip("'’")[-1:], after.groupdict().get("first") or ""
    return (last == "." and first[:1].isupper()) or (last in ".!?" and _NEXT.match(text, after.end()) is not None)


def _led(text: str, quote: Quote) -> re.Match[str] | None:
    """Who is quoted in a paragraph of its own after one that reports somebody's words, by name or "he"."""
    before = text[max(0, quote.start - 1 - 2 * _LONGEST) : quote.start - 1]
    last = before.rstrip().rpartition("\n")[2]
    match = _beside().lead.match(last.rpartition(". ")[2] if _MARK.search(last) is None else "")
    name = _short(match["first"]) if match is not None else ""
    common = name.endswith("s") or can_say(name.lower())  # what opens a sentence has a capital, be it a name or not
    office = match is not None and match["first"].startswith("The ") and is_person(name.rpartition(" ")[2])
    known = name in ("He", "She") or office or (re.fullmatch(_NAME, name.partition(" ")[2] or name) is not None and not common)
    return match if known else None


def _is_alone(text: str, quote: Quote) -> bool:
    """Whether a quotation is a paragraph of its own."""
    opening = text[max(0, quote.start - 9) : quote.start - 1].rstrip(" ")
    return opening.endswith("\n") and _CLOSES.match(text, quote.end) is not None


def _follows(text: str, one: Quote, other: Quote) -> bool:
    """Whether the paragraph before ends with *one* and who says so, who then goes on in *other*."""
    rest, _, gap = text[one.end : other.start - 1].partition("\n")
    return not gap.strip() and _is_attribution(rest + " ")


def _put(quote: Quote, match: re.Match[str]) -> None:
    groups = match.groupdict()
    apposed = groups.get("apposed")
    who = groups.get("who") or groups.get("according") or groups.get("alone") or groups["first"]
    if groups.get("named") is not None and re.search("[A-Z]", re.sub(r"^.*['’]s (?=[a-z])", "", who)) is None:
        who = groups["named"]  # said the chief executive, Ann Lee; said Acme's head of sales, Ann Lee
    quote.who = _untitled(apposed) if apposed is not None and re.fullmatch(_NAME, apposed) else _short(who)
    verb = groups.get("verb") or groups["then"]
    quote.cue = table("cues")["quoting"][verb] if verb is not None else "according to" if groups.get("according") else None


def _is_speech(text: str, quote: Quote) -> bool:
    """Whether whole sentences are quoted, and not a word or two of them: a "so-called" plan."""
    return text[quote.end - 1] in ".,!?…" or quote.end == len(text) or text[quote.end] == "\n"


def _continues(text: str, one: Quote, other: Quote) -> bool:
    """Whether *other* goes on where *one* left off: in the same paragraph, or in the next one if *one* is still open.

    Between the two there is room for one sentence at most, that which says whose they are.
    """
    between = text[one.end : other.start - 1]
    return _is_attribution(between) if "\n" not in between else between.strip("\n\t ") == ""


def _is_attribution(between: str) -> bool:
    """Whether there is at most one sentence, which says whose the words beside it are."""
    return len(between) < _LONGEST and re.search(r"(?<!\b[A-Z])\. [A-Z].*\.\s", between) is None


def _short(who: str) -> str:
    """The name in the words for a source: "Acme's new chair Ann Lee" is Ann Lee, and so is "Ann Lee of the bank Acme"."""
    who = _DAY.sub("", re.sub(r"^(?:the|a|an) ", "", who.strip(), flags=re.IGNORECASE))
    names = re.findall(_NAME, who)
    before, _, last = who.rpartition(" ")
    if names and last in ("and", "but"):
        return _short(names[0])  # Lund touched on pay and noted
    if before and last in ("he", "she", "they"):
        return last  # Worried by prices he said
    first = re.match(rf"{_NAME}(?= (?:of|from|at|with) )", who)
    last = names[-1] if names and who.endswith(names[-1]) else who
    if first is not None and " " in first[0] and last in (who, _untitled(last)):  # not the Bank of Aro Governor Ann Lee
        return _untitled(first[0])
    if re.search(rf"\b(?:at|for|from|in|of|with)(?: the)? {re.escape(last)}$", who):
        last = who  # the MP for Aro
    return _untitled(re.sub(r"^(?:(?:[Tt]he|[Aa]n?|[Bb]ut|[Aa]nd) )+", "", without_country(last.strip())))


def _untitled(name: str) -> str:
    """A name without the titles before it: "Detective Inspector Lee Wood" is Lee Wood."""
    title, _, rest = name.partition(" ")
    return _untitled(rest) if rest[:1].isupper() and title.lower().rstrip(".") in roles("titles") else name


class Quotations:
    """The quotations of an article, in their order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = quotes(text) if _MARK.search(text) or _SINGLE.search(text) or _CREDIT.search(text) else []
        self.starts = [quote.start for quote in self.found]
        self._turns = [Quote(*turn) for turn in turns(text)]

    def at(self, offset: int) -> Quote | None:
        """The quotation that holds the character at *offset*, or the turn of who speaks there."""
        for quotes in (self.found, self._turns):
            place = bisect_right(quotes, offset, key=lambda quote: quote.start) - 1
            if place >= 0 and offset < quotes[place].end:
                return quotes[place]
        return None

    def told(self, quote: Quote) -> int:
        """Where the sentence ends that says whose a quotation is: who else is named in it does not speak."""
        end = _END.search(self.text, quote.end + 1)
        return quote.end if end is None else end.start()

    def before(self, offset: int) -> Iterator[Quote]:
        """The quotations that begin before *offset*, the last one first."""
        return (self.found[place] for place in range(bisect_left(self.starts, offset) - 1, -1, -1))

    def directly_before(self, offset: int) -> Quote | None:
        """The quotation that ends right before the sentence which begins at *offset*."""
        place = bisect_right(self.starts, offset) - 1
        if place < 0:
            return None
        end = self.found[place].end + 1
        return self.found[place] if offset - end < _LONGEST and self.text[end:offset].strip() in ("", ".") else None

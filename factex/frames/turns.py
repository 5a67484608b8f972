"""Turns: who speaks in a transcript, by the names above or before the words: "Laura Pell -- Chair", "PELL: We grew 3%"."""

from __future__ import annotations

import re
from collections import defaultdict

from factex.frames.persons import given_gender, is_person

_LEAST = 2
"""So many speakers make a conversation, each of whom speaks as often where a colon alone stands behind the names."""

_MOST = 40  # labels are looked at; a text with more of them that come back is a list

_WORD = r"[A-Z][\w.'’-]{1,30}"
_HEADING = re.compile(rf"^(?P<who>{_WORD}(?: {_WORD}){{1,4}}) (?:--|[—–-]) (?P<post>[^\n.!?]{{3,80}})$", re.MULTILINE)
_OPERATOR = re.compile(r"^(?:operator|moderator|questions? (?:and|&) answers?:?|q ?& ?a)$", re.MULTILINE | re.IGNORECASE)
_LABEL = re.compile(rf"^(?P<who>{_WORD}(?: {_WORD}){{0,4}}|[QA])(?: \([^()\n]{{1,60}}\)|, [^:\n]{{1,60}})?: (?=\S)", re.MULTILINE)
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")


def turns(text: str) -> list[tuple[int, int, str]]:
    """Where the words of each speaker in *text* begin and end, and who it is, in order; none where it is no transcript.

    A turn goes on over paragraphs until somebody else speaks; the last behind a colon ends with its paragraph.
    """
    parts = _headed(text) or _labelled(text)
    ends = [start for start, _, _ in parts[1:]]
    return [(begin, end, who) for (_, begin, who), end in zip(parts, [*ends, len(text)], strict=bool(parts)) if who is not None]


def _headed(text: str) -> list[tuple[int, int, str | None]]:
    """The lines that name who speaks below them, with the post or the firm: where each begins and ends."""
    found = [match for match in _HEADING.finditer(text) if any(map(is_person, match["post"].lower().split()))]
    if len({match["who"] for match in found}) < _LEAST:
        return []
    return sorted(
        [(*match.span(), match["who"]) for match in found] + [(*match.span(), None) for match in _OPERATOR.finditer(text)]
    )


def _labelled(text: str) -> list[tuple[int, int, str | None]]:
    """The names that lead lines, with their colons, and where the last line of these ends."""
    found = [*_LABEL.finditer(text)]
    said: defaultdict[str, list[str]] = defaultdict(list)
    for match in found:
        said[match["who"]].append(text[match.end() : text.find("\n", match.end())])
    often = [who for who, lines in said.items() if len(lines) >= _LEAST and len(who) > 1]  # but for Q and A
    names = {who: name for who in often[:_MOST] if (name := _speaker(who, said[who], text)) is not None}
    if len(names) < _LEAST or not any(_OWN.search(line) for who in names for line in said[who]):
        return []
    parts = [(*match.span(), names.get(match["who"])) for match in found]
    end = text.find("\n", found[-1].end())
    return [*parts, (end, end, None)] if end > 0 else parts


def _speaker(who: str, lines: list[str], text: str) -> str | None:
    """The name of a speaker by a label: a person's name, somebody's post, or who says "I"; None where it is one of "Price"."""
    name = who.title() if who.isupper() else who
    last = name.rpartition(" ")[2]
    named = re.search(rf"\b(?!The )[A-Z][a-z]+ {re.escape(last)}\b", text)
    if named is not None and name == last:
        return named[0]
    known = named is not None or given_gender(name) is not None or is_person(last.lower()) or any(map(_OWN.search, lines))
    return name if known else None

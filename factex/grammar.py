"""The machine that runs rules. It knows no money and no dates: those are in `factex.grammars`.

A rule is a regular expression, a function that turns its match into a reading, examples it must read and near
misses it must refuse. The machine looks at each place of a text where a rule may start (a rule names the words or
signs it starts with), tries the rules there, and keeps the longest match; between equals, the rule that comes first.
A rule may also name words of which it needs one; it rests where none of them stands near.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce
from operator import or_

from factex.errors import RuleError
from factex.garbage import uncollected
from factex.readings import Decoy, Reading
from factex.records import Mention, explained

DIGIT = "0"
"""In a rule's `starts`: the rule may start at any run of digits."""

# Signs that mean what others mean: those as wide as Chinese characters, which keyboards of East Asia put into English text,
# and the hyphens of typesetters; and between digits the decimal points, group marks and dashes that only look like others.
_USUAL = (
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {"￠": "¢", "￡": "£", "￥": "¥", "￦": "₩", "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u02da": "°"}
    | {"·": ".", "∙": ".", "\u066b": ".", "\u066c": ",", "\u02bc": "'", "\u2212": "-"}
)
_STRANGE = re.compile(f"[{''.join(_USUAL)}]")
_BETWEEN_DIGITS = "·∙\u066b\u066c\u02bc\u2212"
_MEANT = re.compile(rf"(?![{_BETWEEN_DIGITS}]){_STRANGE.pattern}|(?<=\d)[{_BETWEEN_DIGITS}](?=[$€£¥]?\d)")

# A place where a rule may start: a word, a run of digits that is not the inside of a number or a word, or a sign.
_START = re.compile(r"(?<!\w)(?:[^\W\d_]+|(?<!\d[.,])\d+)|[^\w\s]")
# The same in a text, where most full stops end a sentence: those that a rule may start with stand before a digit.
_PLACE = re.compile(r"(?<!\w)(?:[^\W\d_]+|(?<!\d[.,])\d+)|[^\w\s.]|\.(?=\d)")
# What rules may need: words, also those glued to digits or to ½ and ², and signs (those of money before a sum left out), each
# with the last digit of the figures that it stands right behind.
_FIGURES = r"\d²³¹¼-¾⅐-⅞⁰-₉"
_WORD = rf"[^\W_{_FIGURES}]+|[^\w\s$€£₹]|[$€£₹](?!\d)"
_HELD = re.compile(rf"[{_FIGURES}](?![{_FIGURES}])(?:[ \u00a0-]?[^\W_{_FIGURES}]+|[^\w\s])?|{_WORD}")
_WORDS = re.compile(_WORD)
STRETCH = 16
"""So many characters of a text share the rules that may match there."""
_AHEAD = 4
"""So many stretches ahead a rule looks for a word that it needs."""
# A match that ends in a word character must end where the word does.
_WORD_END = r"(?:(?<!\w)|(?!\w))"


Build = Callable[[re.Match[str]], "Reading | Mapping[str, Reading] | None"]
# How a rule matches at a place of a text, and what it makes of its match.
Tried = tuple[Callable[[str, int], re.Match[str] | None], Callable[[re.Match[str]], list["Mention"]]]


@dataclass(frozen=True, eq=False)
class Rule:
    """A pattern, what it reads, and the examples that prove it.

    `name`: module and function, such as "money.sign_then_number". `starts`: the lower-case words and signs that a
    match may begin with, DIGIT for digits; a full stop begins one only before a digit. `needs`: words and signs of which
    each match has one from a stretch before its beginning to four behind it; none where that is not sure. A word that is not in
    small letters must be written so, and one with DIGIT before it must stand right behind a digit. `build`: turns a match into a
    reading, into several (group name to reading) or into None to refuse it. `reads`: example text to reading; the
    mention is the whole text, or what stands in [brackets]; of a rule with several readings, a tuple of them.
    `refuses`: texts in which this rule finds nothing. `pos`: the coarse parts of speech (Universal Dependencies) one
    of which the first word must have where a parse is at hand.
    """

    name: str
    pattern: str
    build: Build
    starts: frozenset[str]
    reads: Mapping[str, Reading | tuple[Reading, ...]]
    refuses: Sequence[str]
    pos: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; compiled on first use, so that importing factex stays light."""
        with uncollected():
            return re.compile(f"(?:{self.pattern}){_WORD_END}", re.IGNORECASE)

    @property
    def doc(self) -> str:
        """What the rule is for, in its author's words."""
        return self.build.__doc__ or ""

    def read(self, match: re.Match[str]) -> list[Mention]:
        """The mentions that this rule makes of a match of its pattern; none if it refuses it."""
        found = self.build(match)
        if found is None:
            return []
        if isinstance(found, Mapping):
            parts = sorted((match.span(group), reading) for group, reading in found.items())
            return [Mention(begin, end, self.name, reading, pos=self.pos) for (begin, end), reading in parts]
        return [Mention(*match.span(), self.name, found, pos=self.pos)]


def rule(
    pattern: str,
    *,
    starts: Iterable[str],
    needs: Iterable[str] = (),
    reads: Mapping[str, Reading | tuple[Reading, ...]],
    refuses: Sequence[str],
    pos: Iterable[str] = (),
) -> Callable[[Build], Rule]:
    r"""Make a `Rule` of the function below, which turns a match of *pattern* into a reading.

    Patterns are matched without regard to case; write `(?-i:May)` where case matters. Use a plain space or
    `[ \u00a0]`, never `\s`: a mention does not run over the end of a paragraph.

    Raises RuleError without examples or near misses, and for words in *starts* that can never start a match.
    """

    def decorate(build: Build) -> Rule:
        module = build.__module__.rpartition(".")[2]
        name = f"{module}.{build.__name__}"
        if not reads or not refuses:
            msg = f"rule {name!r} lacks examples: expected at least one text it reads and one near miss it refuses"
            raise RuleError(msg)
        words = frozenset(starts)
        for word in words:
            if word != DIGIT and (word != word.lower() or not _START.fullmatch(word)):
                msg = f"rule {name!r} cannot start with {word!r}: expected a lower-case word, one sign or DIGIT"
                raise RuleError(msg)
        explained(name, build.__doc__)
        return Rule(name, pattern, build, words, reads, refuses, frozenset(pos), frozenset(needs))

    return decorate


def words_of(text: str) -> list[str]:
    """The words, signs and runs of digits of *text* as `starts` has them."""
    return [DIGIT if found[0][0].isdecimal() else found[0].lower() for found in _START.finditer(text)]


def firsts(forms: Iterable[str]) -> frozenset[str]:
    """What texts that begin with one of *forms* start with, for a rule's `starts`."""
    return frozenset(words_of(form)[0] for form in forms)


def telling(forms: Iterable[str]) -> frozenset[str]:
    """A word of each of *forms*, for a rule's `needs`: whoever writes "Hong Kong dollars" writes "dollars"."""
    found: set[str] = set()
    for words in sorted((_WORDS.findall(form.lower()) for form in forms), key=len):
        if found.isdisjoint(words):
            found.add(max(words, key=len))
    return frozenset(found)


def check(rule: Rule, grammar: Grammar) -> None:
    """Raise RuleError unless *grammar* reads the examples of *rule* as it says, and finds nothing by it in its near misses."""
    for example, readings in rule.reads.items():
        text, spans = unbracket(example)
        mentions = grammar.mentions(text)
        if isinstance(readings, Decoy):
            right = not any(m.start < end and start < m.end for m in mentions for start, end in spans)
        else:
            expected = list(zip(spans, readings if isinstance(readings, tuple) else (readings,), strict=True))
            right = [((m.start, m.end), m.reading) for m in mentions if m.rule == rule.name] == expected
        if not right:
            found = "; ".join(f"{m.rule} reads {text[m.start : m.end]!r} as {m.reading}" for m in mentions) or "nothing is found"
            msg = f"rule {rule.name!r} does not read its example {example!r}: expected {readings}, but {found}"
            raise RuleError(msg)
    for text in rule.refuses:
        if any(m.rule == rule.name for m in grammar.mentions(text)):
            msg = f"rule {rule.name!r} reads its near miss {text!r}: expected nothing; make its pattern stricter"
            raise RuleError(msg)


class Grammar:
    """Rules in order of precedence, ready to run over texts."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Raises RuleError when two rules have one name."""
        self.rules = tuple(rules)
        # Sets of rules are numbers with a bit for each: a place costs no more than two of them and a look at one dictionary.
        self._by_start: dict[str, int] = {}
        self._by_need: dict[str, int] = {}
        self._modest = 0
        self._these = lru_cache(maxsize=10_000)(self._of_bits)
        self._needing = lru_cache(maxsize=10_000)(self._rules_needing)
        names: set[str] = set()
        for place, each in enumerate(self.rules):
            if each.name in names:
                msg = f"two rules are named {each.name!r}: expected one; rename one of the functions"
                raise RuleError(msg)
            names.add(each.name)
            for words, index in ((each.starts, self._by_start), (each.needs, self._by_need)):
                for word in words:
                    index[word] = index.get(word, 0) | 1 << place
            self._modest |= (not each.needs) << place

    def _of_bits(self, bits: int) -> list[Tried]:
        return [(each.regex.match, each.read) for place, each in enumerate(self.rules) if bits >> place & 1]

    def mentions(self, text: str) -> list[Mention]:
        """The mentions of *text*, in order and without overlap; decoys keep their text from other rules."""
        return [mention for mention in self.matches(text) if not isinstance(mention.reading, Decoy)]

    def matches(self, text: str) -> Iterator[Mention]:
        """As `mentions`, with the decoys."""
        place, text = 0, familiar(text)
        awake = self.awake(text)
        for start in _PLACE.finditer(text):
            word = start[0]
            starting = self._by_start.get(DIGIT if word[0].isdecimal() else word.lower())
            if starting is None:
                continue
            begin = start.start()
            bits = starting & awake[begin // STRETCH]
            if not bits or begin < place:
                continue
            best: list[Mention] = []
            for matched, read in self._these(bits):
                match = matched(text, begin)
                # What ends no later than the best so far need not be read.
                if match is not None and match.end() > max(place, begin) and (found := read(match)) and found[-1].end > place:
                    best, place = found, found[-1].end
            yield from best

    def awake(self, text: str) -> list[int]:
        """The rules that may match in each stretch of *text*, by the words of which they need one in it or near it."""
        stretches = len(text) // STRETCH + 1
        needing = [0] * (stretches + _AHEAD + 1)  # the first one stands for what is before the text
        for found in _HELD.finditer(text):
            if bits := self._needing(found[0]):
                needing[found.start() // STRETCH + 1] |= bits
        return [reduce(or_, needing[place : place + _AHEAD + 2], self._modest) for place in range(stretches)]

    def _rules_needing(self, held: str) -> int:
        """The rules that need a word or a sign, or that and the digit before it."""
        words = {held, held.lower()}
        if held[0].isnumeric():
            behind = held[2:] if held[1:2] in (" ", "\u00a0", "-") and len(held) > 2 else held[1:]
            words = {DIGIT, DIGIT + behind.lower(), behind, behind.lower(), held[1:2]}
        return reduce(or_, (self._by_need.get(word, 0) for word in words))


def led_by(match: re.Match[str], pattern: re.Pattern[str], reach: int) -> re.Match[str] | None:
    """What *pattern*, which ends in $, finds before a match of a rule, at most *reach* characters back."""
    return pattern.search(match.string, max(0, match.start() - reach), match.start())


def followed_by(match: re.Match[str], pattern: re.Pattern[str]) -> re.Match[str] | None:
    """What *pattern* matches right behind a match of a rule."""
    return pattern.match(match.string, match.end())


def text_before(match: re.Match[str], reach: int) -> str:
    """So many characters before a match of a rule, in lower case."""
    return match.string[max(0, match.start() - reach) : match.start()].lower()


def familiar(text: str) -> str:
    """*text* with strange signs as the usual ones, each in its place: ５％ is 5%, £5·5m is £5.5m."""
    if text.isascii() or _STRANGE.search(text) is None:
        return text
    return _MEANT.sub(lambda sign: _USUAL[sign[0]], text)


def unbracket(example: str) -> tuple[str, list[tuple[int, int]]]:
    """The text of an example and the spans marked in it: "about [$5]" is "about $5" and [(6, 8)].

    An example without brackets is marked as a whole.
    """
    text, spans = "", []
    for k, part in enumerate(re.split(r"[\[\]]", example)):
        if k % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return text, spans or [(0, len(text))]

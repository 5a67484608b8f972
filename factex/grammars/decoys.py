"""Decoys: text that looks like a number and is none. These rules come first and leave what they match to no other."""

from __future__ import annotations

import re

from factex.data import table
from factex.grammar import DIGIT, firsts, followed_by, led_by, rule, telling
from factex.grammars.numbers import WORDS as NUMBER_WORDS
from factex.grammars.numbers import either
from factex.readings import Decoy

_WORDS = table("decoys")
_NAMES = [*_WORDS["groups"], *_WORDS["names"], *_WORDS["titles"]]
_SMALL = rf"(?:\d{{1,3}}|{either(NUMBER_WORDS['units'])}|{either(NUMBER_WORDS['teens'])})"


@rule(
    r"(?:https?://|www\.)[^\s<>\"]++",
    starts=["http", "https", "www"],
    reads={"[https://example.org/a?b=20%25c]": Decoy()},
    refuses=["http errors"],
)
def address(match: re.Match[str]) -> Decoy:
    """A web address, with all its digits and percent signs."""
    return Decoy()


@rule(
    rf"{either(_WORDS['indices'])} \d{{2,4}}(?![\d%]|[.,]\d| (?:million|billion|points?)\b)",
    starts=firsts(_WORDS["indices"]),
    needs=[DIGIT],
    reads={"[S&P 500]": Decoy(), "[Fortune 100] companies": Decoy()},
    refuses=["FTSE 7,000 points", "a fortune of 500"],
)
def index(match: re.Match[str]) -> Decoy:
    """A list or a share index named by its size."""
    return Decoy()


@rule(
    rf"{either(_WORDS['labels'])}(?:s(?: \d{{1,3}},)* \d{{1,3}} (?:and|or|to) \d{{1,3}}"
    r"|s? \d{1,4}(?-i:[A-Z]|\([a-z0-9]\))*(?:[-–.]\d{1,3})?)"
    r"(?![\d%]|[.,]\d| (?:million|billion|percent|per cent)\b)",
    starts=firsts(_WORDS["labels"]) | firsts(f"{word}s" for word in _WORDS["labels"]),
    reads={
        "[Route 66]": Decoy(),
        "[Section 230(c)] of the act": Decoy(),
        "[Flight 370]": Decoy(),
        "[junctions 24 and 25]": Decoy(),
    },
    refuses=["the number 5,000", "the route is 5 miles", "page 5%"],
)
def label(match: re.Match[str]) -> Decoy:
    """A road, a flight, a section, a page: words whose number tells which, not how many."""
    return Decoy()


@rule(
    rf"(?-i:(?=[A-Z]|i[A-Z])){either(_WORDS['products'])}(?: [A-Z]{{1,2}})?[ -]?\d{{1,4}}(?:s\b|-\d{{1,4}}|(?-i:[A-Z])\b)?"
    r"(?![\d%]|[.,]\d| (?:million|billion|percent)\b|[ -](?:inch|cm|mm|mph|hp|km|gb|tb))"
    rf"|(?-i:{either(_WORDS['stars'])}[ -]\d{{1,9}}[A-Z]?[a-z]?\b)",
    starts=firsts(_WORDS["products"]) | firsts(_WORDS["stars"]),
    reads={"[Boeing 787-9] jets": Decoy(), "[iPhone 11] Pro": Decoy(), "[Kirin 710F] chip": Decoy(), "[HD 21749b]": Decoy()},
    refuses=["a galaxy 12 times as large", "Airbus sold 500 jets", "a MacBook Pro 16 inch"],
)
def product(match: re.Match[str]) -> Decoy:
    """A model whose name is a number."""
    return Decoy()


@rule(
    rf"(?:{either(_WORDS['groups'])}|{either(_WORDS['names'])}|(?-i:{either(_WORDS['titles'])})"
    rf"|4 ?[x×] ?\d{{2,4}} ?-?m(?:et(?:re|er)s?)?\b)(?!-?\d|(?<=\d(?-i:g)) of\b)",
    starts=firsts(_NAMES) | {DIGIT},
    needs=telling(_NAMES) | {"x", "×"},
    reads={
        "the [Big Four]": Decoy(),
        "[24/7] news": Decoy(),
        "a [401(k)] plan": Decoy(),
        "the [13F] filing": Decoy(),
        "the [4 x 100 m] relay": Decoy(),
    },
    refuses=["four big banks", "5 gallons", "a 10-K-2 form", "3d-5"],
)
def name(match: re.Match[str]) -> Decoy:
    """A name that is a number or a time, or holds one."""
    return Decoy()


@rule(
    r"(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\) ?|\d{2,5}[-. ])\d{3,4}[-. ]\d{4}|0\d{3,4} \d{6}|1-8\d\d-[\w-]{7,12}|\d{3}-\d{4}"
    r"|0800 \d{3} \d{4}|text \d{5}(?=[ .,;]|$)",
    starts=[DIGIT, "+", "(", "text"],
    reads={
        "[text 60777]": Decoy(),
        "call [(555) 123-4567]": Decoy(),
        "[+44 20 7946 0958]": Decoy(),
        "[1-800-555-0199]": Decoy(),
        "[01632 960123]": Decoy(),
    },
    refuses=["(5 people)", "1,520-1,600", "5 800 people"],
)
def telephone(match: re.Match[str]) -> Decoy:
    """A telephone number."""
    return Decoy()


@rule(
    rf"\d{{1,5}}[A-Z]?(?:-\d{{1,5}})?(?: (?-i:[NSEW]\.?))?(?: (?-i:[A-Z][\w.'’]*)){{1,3}}"
    rf" (?-i:(?=[A-Z])){either(_WORDS['streets'])}(?![^\W_])(?! [a-z]+s\b)|{_SMALL} (?-i:Mile Road)\b",
    starts=[DIGIT, *NUMBER_WORDS["units"], *NUMBER_WORDS["teens"]],
    needs=telling(_WORDS["streets"]),
    reads={"[1600 Pennsylvania Avenue]": Decoy(), "[221B Baker Street]": Decoy(), "[Nine Mile Road]": Decoy()},
    refuses=["5 Wall Street banks", "50 streets"],
)
def street(match: re.Match[str]) -> Decoy:
    """A number in a street."""
    return Decoy()


@rule(
    rf"(?-i:(?=[A-Z])){either(_WORDS['states'])} \d{{5}}(?:-\d{{4}})?(?![\d,]| [a-z])",
    starts=_WORDS["states"],
    needs=[DIGIT],
    reads={"Chicago, [IL 60601]": Decoy()},
    refuses=["IN 2019", "in 60601 cases", "OR 50000 people"],
)
def post_code(match: re.Match[str]) -> Decoy:
    """A post code of the United States."""
    return Decoy()


@rule(
    rf"\d{{1,3}}[-–]\d{{1,3}}(?:[-–]\d{{1,3}})?(?=,? {either(_WORDS['results'])}\b)"
    rf"|\d{{1,2}}[-–]\d{{1,2}}(?:, \d{{1,2}}[-–]\d{{1,2}})+|{_SMALL}-(?:of|for)-{_SMALL}",
    starts=[DIGIT, *NUMBER_WORDS["units"], *NUMBER_WORDS["teens"]],
    needs=["-", "–"],
    reads={
        "a [3-2] win": Decoy(),
        "won [6-4, 7-5]": Decoy(),
        "on [9-of-16] shooting": Decoy(),
        "was [six-for-11] with a walk": Decoy(),
    },
    refuses=["3-2 million", "won 5-7% of the vote", "6-8 weeks"],
)
def score(match: re.Match[str]) -> Decoy:
    """The result of a game or a vote."""
    return Decoy()


@rule(
    rf"{_SMALL} to {_SMALL}(?:(?P<named> (?:decision|majority|ruling|vote)\b)|(?! ?[\w%-])|(?= (?:against|for|in|on|that|to)\b))",
    starts=[DIGIT, *NUMBER_WORDS["units"], *NUMBER_WORDS["teens"]],
    needs=["decision", "majority", "passed", "rejected", "ruled", "ruling", "vote", "voted"],
    reads={
        "by a vote of [seven to two]": Decoy(),
        "a [6 to 3 ruling]": Decoy(),
        "ruled [six to three] that it is": Decoy(),
        "voted by [272 to 125]": Decoy(),
    },
    refuses=["a vote of 60 to 70 percent", "votes for 6 to 8 weeks", "ruled for 6 to 8", "rose 6 to 8 in the vote"],
)
def divided_vote(match: re.Match[str]) -> Decoy | None:
    """How many voted for something and against it."""
    return Decoy() if match["named"] or led_by(match, _VOTED, 16) else None


_VOTED = re.compile(r"\b(?:(?:decision|ruling|vote) of|(?:passed|rejected|ruled|voted)(?: by)?) $", re.IGNORECASE)


_GOAL = re.compile(
    r"\b(?:scor(?:es?|ed|ing)(?: (?:again|twice|first|his \w+|her \w+|a (?:[\w-]+ )?goal))?|goals?|power play|penalty (?:kick|shot)"
    r"|t(?:ied|ying) (?:it|the (?:game|score))(?: \d-\d)?)(?: on (?:a|the) [a-z -]{1,20})? (?:at|with) $",
    re.IGNORECASE,
)
_STRETCH = re.compile(r"\b(?:final|first|last|opening) $", re.IGNORECASE)
_PLAYED = re.compile(
    r" (?:left|remaining|to (?:go|play)|mark)\b|(?: mark)? (?:in(?:to)?|of) (?:the )?"
    r"(?:(?:first|second|third|fourth|1st|2nd|3rd|4th|opening|middle|final) )?"
    r"(?:game|match|period|quarter|half|frame|overtime|regulation)\b",
    re.IGNORECASE,
)


@rule(
    r"\d{1,2}:[0-5]\d(?!:?\d| ?[ap]\.?m\b)"
    r"(?: (?:left|remaining|to (?:go|play)) in the (?:first|second|third|fourth|final) (?:half|quarter)\b)?",
    starts=[DIGIT],
    needs=[f"{DIGIT}:"],
    reads={
        "with [2:05] left": Decoy(),
        "[6:21 left in the third quarter]": Decoy(),
        "scored at [7:14]": Decoy(),
        "in the final [1:55]": Decoy(),
    },
    refuses=["at 7:14", "kicks off at 19:30", "left at 7:30", "arrived 7:30 of the evening"],
)
def game_clock(match: re.Match[str]) -> Decoy | None:
    """The clock of a game, which tells how long has been played."""
    played = " " in match[0] or followed_by(match, _PLAYED) or led_by(match, _GOAL, 64) or led_by(match, _STRETCH, 12)
    return Decoy() if played else None


@rule(
    r"\d{1,3}(?:\.\d+)?°? ?(?-i:[NS]),? \d{1,3}(?:\.\d+)?°? ?(?-i:[EW])|\d{1,3}(?:\.\d+)?° ?(?-i:[NSEW])\b",
    starts=[DIGIT],
    needs=["E", "W", "°"],
    reads={"at [51.5074 N, 0.1278 W]": Decoy(), "latitude [16.5°N]": Decoy()},
    refuses=["5 N, 6 men"],
)
def coordinates(match: re.Match[str]) -> Decoy:
    """A place by its latitude and longitude."""
    return Decoy()


@rule(
    r"0-(?:60|62|100)(?: ?(?:mph|km/h|kph|kmh|m/h))?",
    starts=[DIGIT],
    needs=[f"{DIGIT}-"],
    reads={"does [0-60 mph] in 3 seconds": Decoy()},
    refuses=["0-6"],
)
def sprint(match: re.Match[str]) -> Decoy:
    """The sprint by which cars are tested."""
    return Decoy()


@rule(
    rf"{_SMALL}-(?:under(?:[- ]par)?|over[- ]par|over(?= [67]\d\b))(?: \d{{2,3}})?(?![\w-])",
    starts=[DIGIT, *NUMBER_WORDS["units"], *NUMBER_WORDS["teens"]],
    needs=["under", "over"],
    reads={"a [seven-under 65]": Decoy(), "ended at [12-under-par]": Decoy(), "a [2-over 74]": Decoy()},
    refuses=["a 20-over match", "a three-understudy cast", "five under par"],
)
def round_of_golf(match: re.Match[str]) -> Decoy:
    """The score of a golfer against the par of the course, and its strokes."""
    return Decoy()


@rule(
    r"\d{1,2}:\d\d-(?:cv|cr|mc|bk)-\d+|\d\d-(?-i:[A-Z]{2,3})-\d+",
    starts=[DIGIT],
    needs=["-"],
    reads={"docket [2:19-cv-01234]": Decoy(), "Case [19-CR-374]": Decoy()},
    refuses=["19-cr", "5-A-side", "a 10-K-1 form"],
)
def docket(match: re.Match[str]) -> Decoy:
    """The number of a case in court."""
    return Decoy()


@rule(
    rf"\.\d{{2,3}}(?=[- ]{either(_WORDS['arms'])})",
    starts=["."],
    needs=telling(_WORDS["arms"]),
    reads={"a [.22] rifle": Decoy(), "a [.38] revolver": Decoy()},
    refuses=["hit .223 in May", ".5 rifles", "0.22 rifles", "a .45-calibre pistol"],
)
def bore(match: re.Match[str]) -> Decoy:
    """The bore of a gun, in inches, by which it is called."""
    return Decoy()


@rule(
    rf"(?-i:{either(_WORDS['companies'])})(?![\w-])(?! (?:million|billion|new|more|[a-z]+s\b))",
    starts=firsts(_WORDS["companies"]),
    needs=telling(_WORDS["companies"]),
    reads={"shares of [3M] fell": Decoy(), "[Six Flags] opened": Decoy()},
    refuses=["3M users", "six flags", "3m"],
)
def company(match: re.Match[str]) -> Decoy:
    """A company named by a number."""
    return Decoy()

"""Longer periods: years, decades and centuries."""

from __future__ import annotations

import re

from factex.data import table
from factex.grammar import DIGIT, followed_by, led_by, rule, text_before
from factex.grammars.movewords import MOVES
from factex.grammars.numbers import WORDS, value
from factex.grammars.timewords import DAY_NUMBER, MONTH, OFFSETS, ORDINAL, ORDINAL_STARTS, SMALL_NUMBER, UNIT_WORDS, YEAR, ordinal
from factex.readings import Reading
from factex.readings.temporal import Century, Decade, Relative, Year

_PERSONS = "|".join(table("counted")["persons"])
_NOT_A_YEAR = (
    r"(?![,.:]?\d|%| ?(?:percent|per cent|people|miles?|feet|foot|km|points?|meters?|metres?|barrels?|tons?|tonnes?"
    rf"|shares?|dollars?|euros?|\(\d\d:?\d\d ?GMT|GMT|hours?|years?|votes?|square|{_PERSONS})\b| to \d{{4}} (?:{_PERSONS})\b)"
)
# Nobody opens a sentence with how many voters it was in: "In 1996 voters said no".
_OPENING = rf"(?:(?<=\b(?-i:I)n \d\d\d\d)(?= (?:people|{_PERSONS})\b)|{_NOT_A_YEAR})"
_CAR = re.compile(rf" (?:{'|'.join(map(re.escape, (*table('makes')['makes'], *table('makes')['models'])))})(?!\w)")
_CUE = re.compile(
    r"(?:\b(?:in|since|of|from|to|until|till|by|during|for|and|or|before|after|between|through|throughout|late|early|mid"
    r"|than|the|year|years|circa|c\.|around|about|season|fiscal|calendar|as|at|with|summer|winter|spring|fall|autumn|vs\.?"
    r"|versus|its|their|his|her|our|on"
    r"|(?-i:Christmas|Day|Easter|Eve|(?:Easter|Good|Palm|Whit) (?:Friday|Monday|Sunday)))[ -]"
    r"|[(,;–—/’'“\"] ?|(?<![A-Z\d])-|- |^|\n)$",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\b(?:quarter|half|Q[1-4]|H[12])(?: of)? $", re.IGNORECASE)
_TOTALS = frozenset({"average", "count", "maximum", "minimum", "rating", "score", "sum", "tally", "total"})


@rule(
    rf"(?P<year>{YEAR}){_OPENING}(?:(?: ?[-–—/] ?| to | and |(?P<or> or ))(?P<year2>{YEAR}){_NOT_A_YEAR}"
    rf"|[-–—/](?:(?P<short>['’]?\d\d)|(?P<one>\d))(?!\d){_NOT_A_YEAR})?(?![/-](?!end\b)\w)",
    starts=DIGIT,
    reads={
        "in [2024]": Year(2024),
        "[2014]-[2018]": (Year(2014), Year(2018)),
        "between [2008] and [2016]": (Year(2008), Year(2016)),
        "in [1643] or [1644]": (Year(1643), Year(1644)),
        "in [1914]-[18]": (Year(1914), Year(1918)),
        "in [2003]/[4]": (Year(2003), Year(2004)),
    },
    refuses=["1,990", "1990 people", "2000 miles", "2024.5"],
)
def year_in_digits(match: re.Match[str]) -> Reading | dict[str, Reading] | None:
    """A year in four digits, where the words before it let it be one; two of them, or one and a half, for a range."""
    first = int(match["year"])
    near = 1900 <= first <= 2100
    sure = near or match["year2"] is not None
    # "Rose from 1061 to 1128" is a move between levels; with years that people live in it may as well be a period.
    before = text_before(match, 20).split()[-2:]
    moved = before[-1:] in (["from"], ["to"], ["by"], ["of"]) and (before[0] in MOVES or before[0].endswith(_SHARE))
    if not near and (moved or (before[-1:] == ["and"] and led_by(match, _AND_SO_MANY, 64))):
        return None
    if led_by(match, _FIXTURE, 64) or (
        before[-1:] == ["of"] and (before[0] in _TOTALS or (not near and _PART_OF_MANY.fullmatch(before[0])))
    ):
        return None
    if followed_by(match, _CAR) or ((not sure or match["or"]) and not led_by(match, _CUE, 16)):
        return None
    if name := next((each for each in ("short", "one") if match[each]), None):
        digits = match[name].lstrip("'’")
        size = 10 ** len(digits)
        second = first // size * size + int(digits)
        if second == first + 1 and led_by(match, _PART_OF, 16):
            return Year(second, fiscal=True)  # "the third quarter of 2016-17"
        return {"year": Year(first), name: Year(second)} if first < second else None
    return {"year": Year(first), "year2": Year(int(match["year2"]))} if match["year2"] else Year(first)


_AND_SO_MANY = re.compile(r"(?<![-–/.,\d])\d{1,3}(?:,\d{3})*(?: [a-z]+)? (?:at|for|from|in|of) [^.;,\d]{1,32},? and $")
"""A number of things at one place before that at another: "400 shops in Wales and 1250 in England"."""
_FIXTURE = re.compile(r"[a-z] vs?\.? [A-Z][^(\n]{1,40} \($")  # "Leeds v Hull (1130)"
_PART_OF_MANY = re.compile(r"one|[\d,]{3,}")
"""What stands before a number of things that is no year: "one of 1003 homes"; but "June 20 of 1792"."""
_SHARE = ("%", "cent", "percent")
"""What a move to a level begins with: "cut by 40% to 1650"."""


@rule(
    rf"(?:the )?(?:(?P<named>{YEAR})(?:[-–/](?P<last>\d\d(?:\d\d)?))? (?:financial|fiscal) year(?!s)"
    r"|(?P<whole>(?:(?:financial|fiscal)[ -]years?|fiscal|FY)(?: ended| ending| of)? ?(?:['’]?(?P<short>\d\d)\b(?![,.]\d)|"
    rf"(?P<year>{YEAR})))(?:[-–/](?P<end>(?:{YEAR}|\d\d)\b))?)",
    starts=("the", "fiscal", "financial", "fy", DIGIT),
    needs=["fiscal", "financial", "fy"],
    reads={
        "FY2018": Year(2018, fiscal=True),
        "fiscal year 2019": Year(2019, fiscal=True),
        "fiscal 1989": Year(1989, fiscal=True),
        "the 2018-19 financial year": Year(2019, fiscal=True),
        "[FY2019]-[22]": (Year(2019, fiscal=True), Year(2022, fiscal=True)),
    },
    refuses=["fiscal policy", "fiscal year", "fiscal 5", "the 2018-19 school year"],
)
def fiscal_year(match: re.Match[str]) -> Year | dict[str, Reading] | None:
    """A company's or government's year by number; one that two years share is called by the second, others are a range."""
    written, end, short = match["year"] or match["named"], match["end"] or match["last"], int(match["short"] or 0)
    first = int(written) if written else short + (2000 if short < 50 else 1900)
    if not end:
        return Year(first, fiscal=True)
    last = first // 100 * 100 + int(end) if len(end) == 2 else int(end)
    if last <= first + 1:
        return Year(last, fiscal=True) if last > first else None
    return {"whole": Year(first, fiscal=True), "end": Year(last, fiscal=True)} if match["whole"] else None


@rule(
    rf"(?<=\t)(?P<year>{YEAR}) ?(?-i:[EFP])(?=[\t\n]|$)",
    starts=DIGIT,
    needs=["0e", "0f", "0p", "e", "f", "p"],
    reads={"Sales\t[2025E]": Year(2025), "Sales\t[2026 F]\nAcme\t-": Year(2026)},
    refuses=["Oven\t1900F hot", "heated to 2000F"],
)
def forecast_year(match: re.Match[str]) -> Year:
    """A year that is estimated or forecast, as analysts head a column."""
    return Year(int(match["year"]))


@rule(
    r"(?P<first>\d{1,4})(?: ?[-–] ?| to | and | until )(?P<second>(?P<number>\d{1,4}) ?(?-i:BCE?|B\.C\.?))",
    starts=DIGIT,
    needs=["bc", "bce", "c"],
    reads={"[499] to [493 BC]": (Year(-498), Year(-492)), "([240]-[238 B.C.])": (Year(-239), Year(-237))},
    refuses=["499 to 493", "493 BC to 500 AD"],
)
def years_before_christ(match: re.Match[str]) -> dict[str, Reading]:
    """Two years that share their era."""
    return {"first": Year(1 - int(match["first"])), "second": Year(1 - int(match["number"]))}


@rule(
    rf"(?:the )?(?:calendar year |year (?:of )?)(?P<year>(?:{YEAR}|\d{{3}})(?![-–/]\d))|"
    r"(?P<bc>(?:AD )?\d{1,4}) ?(?P<era>(?-i:BCE?|B\.C\.?|CE|AD|A\.D\.?)|a\.d\."
    rf"|b\.c\.(?:e\.)?)|(?-i:AD|A\.D\.) (?P<ad>\d{{1,4}})|(?<!\w)['’](?P<short>\d\d)"
    r"(?:(?![\d.,]|s\b| ?[a-z])|(?<=(?:in|of) .\d\d)(?![\d,]|\.\d|['’]?s\b))",
    starts=("the", "year", "calendar", DIGIT, "ad", "'", "’"),
    needs=["year", "bc", "bce", "ce", "ad", "c", "d", "'", "’"],
    reads={
        "the year 2000": Year(2000),
        "the year of 2008": Year(2008),
        "calendar year 2008": Year(2008),
        "241 BC": Year(-240),
        "'08": Year(8, 2),
    },
    refuses=["year 12", "BC Hydro", "'90s", "5'11"],
)
def year_with_its_era(match: re.Match[str]) -> Year:
    """A year called one, a year before or after Christ, or the last two digits of one."""
    if match["short"]:
        return Year(int(match["short"]), 2)
    if match["year"] or match["ad"]:
        return Year(int(match["year"] or match["ad"]))
    number = int(re.sub(r"\D", "", match["bc"]))
    return Year(1 - number if match["era"].upper().startswith("B") else number)


@rule(
    r"(?<![\d.,$£€-])(?P<first>[1-9]\d\d)(?:(?: to | until )(?P<second>[1-9]\d\d))?"
    r"(?=,? (?:and|but|he|his|it|its|she|the|they|when)\b|[,;.)](?! ?\d)|$)",
    starts=DIGIT,
    needs=["in", "from", "until", "since"],
    reads={"In [755], he crossed": Year(755, 3), "ruled from [138] to [192].": (Year(138, 3), Year(192, 3))},
    refuses=["in 755 ships", "rose from 138 to 192.", "in 7,550, he", "of 755,"],
)
def year_of_three_digits(match: re.Match[str]) -> Reading | dict[str, Reading] | None:
    """A year before 1000, which only a history of so early times has: elsewhere it is resolved to none."""
    if not led_by(match, _FROM if match["second"] else _IN, 14):
        return None
    first = Year(int(match["first"]), 3)
    return {"first": first, "second": Year(int(match["second"]), 3)} if match["second"] else first


_IN = re.compile(r"\b(?:in|since|until) $", re.IGNORECASE)
_FROM = re.compile(r"\b(?:emperor|king|lasted|pope|queen|reigned|ruled) from $", re.IGNORECASE)
_TEENS = "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
_REST = rf"(?:(?:oh|hundred(?: and)?)[ -]{SMALL_NUMBER}|(?!(?:{'|'.join(UNIT_WORDS)})\b){SMALL_NUMBER})"


@rule(
    rf"(?:the year )?(?:(?P<century>{_TEENS})[ -](?P<rest>{_REST})|(?P<two>two thousand)(?:(?: and)? (?P<more>{SMALL_NUMBER}))?)",
    starts=(*_TEENS.split("|"), "two", "the"),
    needs=[*_TEENS.split("|"), "two"],
    reads={
        "in [nineteen ninety-six]": Year(1996),
        "the year two thousand": Year(2000),
        "[nineteen eighty] for": Year(1980),
        "since [two thousand and eight]": Year(2008),
    },
    refuses=["nineteen people", "two thousand", "twenty-two"],
)
def year_in_words(match: re.Match[str]) -> Year | None:
    """A year spelled out; two thousand only where it is called a year or follows a preposition of time."""
    said = match[0].lower().startswith("the year")
    if match["two"]:
        if not said and not led_by(match, _BEFORE_YEAR, 16):
            return None
        return Year(2000 + int(value(match["more"] or "zero")))
    if match["century"].lower() == "twenty" and not said and "-" in match[0][:8]:
        return None
    rest = re.sub(r"oh[ -]|hundred(?: and)?[ -]", "", match["rest"].lower())
    return Year(int(value(match["century"])) * 100 + int(value(rest)))


_BEFORE_YEAR = re.compile(
    rf"(?:\b(?:in|since|until|by|of|from|to)|{MONTH}(?: {DAY_NUMBER}|[ -](?:twenty|thirty)?[ -]?[a-z]+)?,?) $", re.IGNORECASE
)
_DECADES = {"noughties": 0} | {f"{word.removesuffix('y')}ies": tens // 10 for word, tens in WORDS["tens"].items()}


@rule(
    rf"(?:the )?(?:(?P<year>(?:1\d|20)\d)0(?:['’]?s| s(?=[.,;)]|$))"
    r"|(?:['’]|(?<=the )|(?<=in )(?=\d0['’])|(?<=early )|(?<=late )|(?<=mid[ -]))"
    rf"(?P<short>[2-9])0['’]?s|(?:(?<=the early )|(?<=the late )|(?<=the mid[ -])|(?<=the )|(?P<century>{_TEENS})[ -])"
    rf"(?P<word>{'|'.join(_DECADES)}))",
    starts=("the", DIGIT, "'", "’", *_DECADES, *_TEENS.split("|")),
    needs=[DIGIT + "s", DIGIT + "'", DIGIT + "’", *_DECADES],
    reads={
        "the 1990s": Decade(199),
        "1960s": Decade(196),
        "the '90s": Decade(9, 1),
        "the sixties": Decade(6, 1),
        "the nineteen sixties": Decade(196),
    },
    refuses=["in his sixties", "in their mid-50s", "highs in the 70s", "1990"],
)
def decade(match: re.Match[str]) -> Reading | None:
    """Ten years, in digits or words. 1900s is a century's first decade as often as the century: we take the decade."""
    if match["year"]:
        return Decade(int(match["year"]))
    if led_by(match, _OWNED, 20):
        return None  # "in his late 40s" is an age
    if led_by(match, _DEGREES, 64):
        return None
    if match["century"]:
        return Decade(int(value(match["century"])) * 10 + _DECADES[match["word"].lower()])
    return Decade(int(match["short"]) if match["short"] else _DECADES[match["word"].lower()], 1)


_DEGREES = re.compile(
    r"\b(?:(?:temperatures?|mercury|thermometers?)\b[^.;\n]*|(?:highs|lows) (?:(?:will|should|could|may) \w+ )?)"
    r"(?:in|into|near|to) (?:the )?(?:(?:early|high|late|low|mid|upper)[ -])?$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:\b(?:her|his|its|my|our|their|your)|['’]s?) (?:(?:early|late|mid)[ -])?$", re.IGNORECASE)


@rule(
    rf"(?:(?P<first>(?:the |(?<=early )|(?<=late )|(?<=mid[ -]))(?P<a>{ORDINAL}))(?: and| or| to) (?:the )?"
    r"(?:(?:early|late|mid)[ -])?)?"
    rf"(?P<last>(?:the )?(?P<number>{ORDINAL})[ -]centur(?:y|(?(first)ies|y))(?: (?P<era>(?-i:BCE?|AD|CE)))?)"
    r"|(?:the )?(?P<which>turn of the century|last century|this century|next century)",
    starts=("the", *ORDINAL_STARTS, "turn", "last", "this", "next"),
    needs=["century", "centuries"],
    reads={
        "the 15th century": Century(14),
        "19th-century": Century(18),
        "the third century BC": Century(-3),
        "last century": Relative("century", -1),
        "in [the 19th] and [20th centuries]": (Century(18), Century(19)),
    },
    refuses=["a century", "the third centurion", "first century mark", "the 19th and 20th", "the 40th and 41st centuries"],
)
def century(match: re.Match[str]) -> Reading | dict[str, Reading] | None:
    """A hundred years by number; two of them that share their noun."""
    if match["which"]:
        return Relative("century", OFFSETS.get(match["which"].split()[0].lower(), 0))
    number = ordinal(match["number"])
    if match["era"] and match["era"].startswith("B"):
        return Century(-number)
    if number > 21 or match.string.startswith(" mark", match.end()):
        return None
    found: dict[str, Reading] = {"first": Century(ordinal(match["a"]) - 1)} if match["first"] else {}
    return found | {"last": Century(number - 1)}

"""Sums: money with the name of its currency, or what comes after the number in place of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from factex.data import currencies, table
from factex.grammar import DIGIT, followed_by, led_by, rule, telling, text_before
from factex.grammars import numbers
from factex.grammars.money import currency_of, money_of
from factex.grammars.numbers import FEW, LETTER_SCALE, NUMBER, VAGUE, either
from factex.grammars.spreads import spread
from factex.readings import Money

_MINOR = currencies.minor()
_NAMES = [*(form for form in currencies.forms() if form not in {*_MINOR, "c", "p", "¢"}), "mark", "marks"]
_WRITTEN = either(_NAMES)
_NAME = rf"(?:(?:of )?(?:{_WRITTEN}\b(?![a-z])|(?-i:[Mk]?{either(currencies.codes())}\b)))"
_NAMED = telling(_NAMES) | {
    *(form for code in currencies.codes() for form in (code, f"M{code}", f"k{code}".lower())),
    *("ர", "ර", "zł", "kč", "kr", "le", "rmb", "rs", *"$£€฿₡₦₩₪₫₭₮₱₲₴₵₸₹₺₼₽₾元"),
}
_MINOR_NAME = rf"{either(_MINOR)}\b"
_SIGN_AFTER = r"(?-i:[£€฿₡₦₩₪₫₭₮₱₲₴₵₸₹₺₼₽₾元]|ரூ|රු|\$(?! ?\d)|zł\b|Kč\b|kr\b|LE\b|RMB\b|Rs\b)"
_WORDS = table("currencies")["words"]


@rule(
    spread(LETTER_SCALE, lead=rf"(?<!the )(?<!a ){either(_WORDS['before'])} "),
    starts=_WORDS["before"],
    reads={
        "ringgit 42 million": Money(Decimal(42_000_000), "ringgit"),
        "Rupees 500 crore": Money(Decimal(5_000_000_000), "Rupees"),
        "sold for [pounds 100m]": Money(Decimal(100_000_000), "pounds"),
    },
    refuses=[
        "against the dollar 20 years ago", "Euro 2020", "a euro 10 times", "fell to the euro 5 million", "lost pounds 20 at a time",
        "12 pounds 1,000 yards away", "five pounds 1,000 times",
    ],
)  # fmt: skip
def name_then_number(match: re.Match[str]) -> Money | Mapping[str, Money] | None:
    """The name of a currency before its number, as some papers of Asia and Africa write it. Euro 2020 is a tournament.

    So write archives of British papers that lost their signs: thousands of pounds, without a number before the name.
    """
    if re.fullmatch(r"(?:19|20)\d\d", match["first"]):
        return None
    if match["lead"].lower() in ("dollars ", "pounds "):
        before = text_before(match, 16).split()
        if numbers.value(match["first"]) < 1000 or (before and (before[-1] in numbers.STARTS or before[-1][-1].isdigit())):
            return None
    return money_of(match)


_PAID = re.compile(
    r"\b(?:(?:bought|go(?:es|ing)|sells?|sold) for|charge[ds]?|cost(?:s|ing)?|fined|paid|pay(?:s|ing)?|priced at|worth)"
    r" (?:(?:about|almost|around|nearly|over) )?$",
    re.IGNORECASE,
)
_OF = re.compile(r" (?:of|per)\b")
_PAST = re.compile(r"\b(?:above|at|below|(?:breach|cross|hit|pass|reach|touch)(?:e[ds]|ing)?|near|past|the) $", re.IGNORECASE)
_FEW_ARE_NONE = frozenset({"crown", "crowns", "mark", "marks", "won"})
# What has hundredths or is paid for one of something is a price all the same: 4.50 crowns, 30 crowns a share.
_PRICE = re.compile(r"(?: per|(?<!won) an?) \w")


@rule(
    spread(LETTER_SCALE, end=rf"(?:[ \u00a0-]?{_SIGN_AFTER}|[ \u00a0-]?{_NAME})"),
    starts=numbers.STARTS,
    needs=_NAMED,
    reads={
        "1.52 trillion won": Money(Decimal(1_520_000_000_000), "won"),
        "176 Hong Kong dollars": Money(Decimal(176), "Hong Kong dollars"),
        "a billion euros": Money(Decimal(1_000_000_000), "euros"),
        "two million dollars": Money(Decimal(2_000_000), "dollars"),
        "20-30 euros": Money(None, "euros", Decimal(20), Decimal(30)),
        "entry costs [95 crowns]": Money(Decimal(95), "crowns"),
        "a bottle goes for [540 pounds].": Money(Decimal(540), "pounds"),
    },
    refuses=["the top 10 won prizes", "the 10 won a prize", "12 marks", "three crowns"],
)
def number_then_name(match: re.Match[str]) -> Money | Mapping[str, Money] | None:
    """A number and the name of a currency. Pounds are weights unless they are millions; few "won" are a verb, few marks points."""
    name = (match["outer"] or match["inner"]).strip(" -\u00a0").lower()
    size = numbers.value(match["last"] or match["first"])
    paid = led_by(match, _PAID, 24)
    priced = (name.startswith("crown") and paid) or re.search(r"\.\d", match[0]) or followed_by(match, _PRICE)
    weight = name in ("pound", "pounds") and size < 100_000 and (not paid or followed_by(match, _OF))
    if weight or (name in _FEW_ARE_NONE and size < 1000 and not priced):
        return None
    if name == "mark" and led_by(match, _PAST, 10):  # past the 5,000 mark
        return None
    return money_of(match)


@rule(
    "(?-i:US)?"
    + spread(
        LETTER_SCALE, end=rf"(?:[ \u00a0-]?{_MINOR_NAME}|(?-i: ?¢|(?<=[\d½¼¾]) ?p\b(?!\.[a-zA-Z])|(?<=\d\d)c\b|(?<=\.\d)c\b))"
    ),
    starts=[*numbers.STARTS, "us"],
    needs=[*_MINOR, "¢", "p", "c"],
    reads={
        "40 cents": Money(Decimal("0.40"), "cents"),
        "50p": Money(Decimal("0.50"), "p"),
        "up [14 p] at [905 p]": (Money(Decimal("0.14"), "p"), Money(Decimal("9.05"), "p")),
        "two pence": Money(Decimal("0.02"), "pence"),
        "US71.54 cents": Money(Decimal("0.7154"), "US cents"),
    },
    refuses=["50 percent", "1080p video", "5 p.m."],
)
def minor_unit(match: re.Match[str]) -> Money | Mapping[str, Money] | None:
    """Hundredths of a currency: cents, pence, fen, and cents as Australian papers mark them. 480p to 2160p are screens."""
    name = (match["outer"] or match["inner"]).strip(" -\u00a0")
    if name == "p" and match["first"] in ("480", "720", "1080", "1440", "2160"):
        return None
    if name in ("c", "p") and led_by(match, _NAMED_BY_IT, 2):
        return None
    return money_of(match, unit=Decimal("0.01"), name="US cents" if match[0].startswith("US") else None)


@rule(
    r"(?P<low>\d\d?) ?(?:cents?|p)(?: to | ?[-–—] ?)(?P<sign>[$£€])(?P<high>\d\d?(?:\.\d\d)?)(?! ?[^\W\d_]+illion|[^\W_]|[.,]\d)",
    starts=[DIGIT],
    needs=["cent", "cents", "p"],
    reads={"a profit of [95 cents to $1.05] a share": Money(None, "$", Decimal("0.95"), Decimal("1.05"))},
    refuses=["rose 95 cents to $1.05", "rose from 95 cents to $1.05", "a gain of 95 cents to $34.05"],
)
def minor_to_main_unit(match: re.Match[str]) -> Money | None:
    """A range that begins in cents or pence and ends in dollars or pounds."""
    low, high = Decimal(match["low"]) / 100, Decimal(match["high"])
    return Money(None, match["sign"], low, high) if led_by(match, _PRICED, 24) and low < high < 4 * low else None


_PRICED = re.compile(
    r"\b(?:about|are|around|at|be|charge[ds]?|cost(?:s|ing)?|earn(?:ed|s)?|for|is|of|pa(?:id|ys?)|rang(?:es?|ed|ing) from) $",
    re.IGNORECASE,
)


@rule(
    r"an? (?P<name>buck|cent|dollar|euro|penny|quid|rupee)\b(?!-)",
    starts=["a", "an"],
    needs=["buck", "cent", "dollar", "euro", "penny", "quid", "rupee"],
    reads={
        "costs [a dollar] more": Money(Decimal(1), "dollar"),
        "[a penny] above forecasts": Money(Decimal("0.01"), "penny"),
        "corn was off [a penny].": Money(Decimal("0.01"), "penny"),
        "lives on [a dollar] a day": Money(Decimal(1), "dollar"),
    },
    refuses=["five cents a dollar", "up a dollar store", "a penny saved"],
)
def one_more(match: re.Match[str]) -> Money | None:
    """One of a currency by which something is or gets more or less, or that is paid for one of something."""
    if not followed_by(match, _BY_SO_MUCH) and not (led_by(match, _GONE, 12) and followed_by(match, _CLAUSE_ENDS)):
        return None
    name = match["name"].lower()
    return Money(Decimal("0.01") if name in _MINOR else Decimal(1), name)


_BY_SO_MUCH = re.compile(
    r" (?:(?:above|ahead|below|cheaper|dearer|down|extra|higher|less|lower|more|off|short|shy|up)\b|(?:an?|per) [a-z])",
    re.IGNORECASE,
)
_GONE = re.compile(r"\b(?:added|by|down|fell|gained|lost|off|rose|shed|slipped|up) $", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(numbers.ENDS)
_NAMED_BY_IT = re.compile(r"[^\W_]-$")  # the planet K2-72c


@rule(
    rf"(?P<number>{NUMBER}|an?(?= ))(?:[ -](?P<main>{_NAME})|(?P<after> ?[$£€])(?= \d+ [a-z]))"
    rf"(?:,? and |, | )(?P<rest>{NUMBER})"
    rf"(?: {_MINOR_NAME}|(?=[.,;!?]?(?:\s|$))(?! ?[^\W_]))",
    starts=numbers.STARTS,
    needs=_NAMED,
    reads={
        "five dollars and 25 cents": Money(Decimal("5.25"), "dollars"),
        "10 euros 50 cents": Money(Decimal("10.50"), "euros"),
        "cost [15 dollars fifty].": Money(Decimal("15.50"), "dollars"),
        "10 $ 50 cents": Money(Decimal("10.50"), "$"),
        "a dollar and 42 cents": Money(Decimal("1.42"), "dollar"),
    },
    refuses=["five dollars and 25 people", "five dollars, 25 of them", "five dollars and 200."],
)
def main_and_minor_unit(match: re.Match[str]) -> Money | None:
    """An amount in two units of one currency; the smaller one may go unsaid at the end of a clause."""
    main, rest = numbers.value(match["number"]) or Decimal(1), numbers.value(match["rest"])
    return Money(main + rest * Decimal("0.01"), currency_of(match["main"] or match["after"])) if 0 < rest < 100 else None


_QUOTED = rf"(?:(?:u\.?s\.? )?{either(_WORDS['quoted'])}|(?:[a-z]+ )?{either(_WORDS['others'])})"


@rule(
    rf"(?P<rate>{NUMBER})(?= (?:(?:per|to the|a) (?:u\.?s\.? )?{either(_WORDS['quoted'])}|(?:against|versus) the {_QUOTED})\b)"
    r"|(?P<behind>\d{1,3}\.\d{1,4})(?![\d%]| ?(?:%|p\b|per ?cent|cents?\b|points?\b))",
    starts=numbers.STARTS,
    needs=[name.split()[-1] for name in (*_WORDS["quoted"], *_WORDS["others"])],
    reads={
        "the yen was at [108.55] per dollar": Money(Decimal("108.55"), ""),
        "the dollar rose to [149.3] against the yen": Money(Decimal("149.3"), ""),
        "the pound rose against the euro to [1.158]": Money(Decimal("1.158"), ""),
    },
    refuses=["five to the door", "108.55 per share", "five to the yen", "rose against the euro to 1.5%"],
)
def exchange_rate(match: re.Match[str]) -> Money | None:
    """An exchange rate, in one of the currencies that the sentence names beside it."""
    if match["behind"] and not led_by(match, _AGAINST, 48):
        return None
    return Money(numbers.value(match[0]), "")


_AGAINST = re.compile(rf"\b(?:against|versus) the {_QUOTED} (?:[a-z]+ ){{0,2}}(?:at|to) (?:about |around )?$", re.IGNORECASE)


@rule(
    r"(?P<bid>\d{1,3}\.\d{4})/(?P<ask>\d{4}|\d\d)(?![\d/]|\.\d)",
    starts=[DIGIT],
    needs=["/"],
    reads={
        "traded at [4.2970/3040] against": Money(None, "", Decimal("4.2970"), Decimal("4.3040")),
        "at [1.0895/05]": Money(None, "", Decimal("1.0895"), Decimal("1.0905")),
    },
    refuses=["4.29/30", "1.2970/3040/5", "2024/3040"],
)
def bid_and_ask(match: re.Match[str]) -> Money:
    """An exchange rate for those who sell and for those who buy, of which only the last digits differ."""
    bid, ask = match["bid"], match["ask"]
    high = Decimal(bid[: -len(ask)] + ask)
    return Money(None, "", Decimal(bid), high if high > Decimal(bid) else high + Decimal(10) ** (len(ask) - 4))


@rule(
    rf"(?P<number>{VAGUE}|{FEW})(?: of)?[ -](?P<name>{_NAME})",
    starts=[*numbers.VAGUE_STARTS],
    needs=_NAMED,
    reads={
        "millions of dollars": Money(None, "dollars", Decimal(2_000_000)),
        "tens of billions of euros": Money(None, "euros", Decimal(20_000_000_000)),
        "several million dollars": Money(None, "dollars"),
        "a few hundred Australian dollars": Money(None, "Australian dollars"),
    },
    refuses=["the dollar", "millions of people", "several hundred people"],
)
def vague_amount(match: re.Match[str]) -> Money:
    """A vague multiple or a few of a currency."""
    amount = numbers.vague(match["number"])
    return Money(None, currency_of(match["name"]), amount.low)

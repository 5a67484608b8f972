"""Money: signs, codes and names of currencies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from factex.data import currencies, table
from factex.grammar import firsts, rule, telling
from factex.grammars import numbers
from factex.grammars.numbers import ENDS, FEW, LETTER_SCALE, NUMBER, SCALE, VAGUE, Amount, either
from factex.grammars.spreads import read, spread
from factex.readings import Money
from factex.readings.numeric import plain

_MINOR = currencies.minor()
_DOUBTFUL_CODES = frozenset(table("currencies")["words"]["codes"])
_MARKS = sorted({sign.removesuffix("$") for sign in currencies.signs() if sign.endswith("$") and len(sign) > 2})

# "US$" also as "us $", "usd$" and "C $", for wires that part signs and lower-case text; "A $5 bill" has no sign but "$".
SIGN = rf"(?<!\w)(?:(?-i:{either(currencies.signs())}|[Cc] ?\$)|(?:{either(_MARKS)}|{either(currencies.codes())}) ?\$)"
CODE = rf"(?<!\w)(?-i:{either(currencies.codes())})(?![^\W\d_])"
_WRITTEN = either([*(form for form in currencies.forms() if form not in {*_MINOR, "c", "p", "¢"}), "mark", "marks"])
_NAME = rf"(?:(?:of )?(?:{_WRITTEN}\b(?![a-z])|(?-i:[Mk]?{either(currencies.codes())}\b)))"
_NAMED = telling(currencies.forms()) | {
    *(prefix + code for code in map(str.lower, currencies.codes()) for prefix in ("", "m", "k")),
    *("mark", "marks", "ர", "ර", "zł", "kč", "kr", "le", "rmb", "rs", *"$£€฿₡₦₩₪₫₭₮₱₲₴₵₸₹₺₼₽₾元"),
}
_MINOR_NAME = rf"{either(_MINOR)}\b"
_SIGN_AFTER = r"(?-i:[£€฿₡₦₩₪₫₭₮₱₲₴₵₸₹₺₼₽₾元]|ரூ|රු|\$(?! ?\d)|zł\b|Kč\b|kr\b|LE\b|RMB\b|Rs\b)"
_NATIONS = table("currencies")["nations"]
# "US$5 million (AUD)", "$20 million Canadian dollars": a name after the amount says more than the sign before it.
_AFTER = (
    rf"(?: ?(?:{CODE})| {either(f for f in currencies.forms() if ' ' in f)}\b"
    rf"|(?-i: {either(_NATIONS)})(?= (?:an?|and|at|by|for|from|in|on|or|per|to)\b|[,;:)]|\.?(?:\s|$)(?! ?[a-z])))"
)
_STARTS = firsts(currencies.signs())
_CODE_STARTS = frozenset(code.lower() for code in currencies.codes())
_SIGNED = frozenset({"-", "−", "minus", "negative"})


@rule(
    rf"{spread(LETTER_SCALE, lead=rf'{SIGN} ?')}(?P<after>{_AFTER})?",
    starts=_STARTS | _CODE_STARTS | _SIGNED,
    reads={
        "$66 billion": Money(Decimal(66_000_000_000), "$"),
        "£71.6million": Money(Decimal(71_600_000), "£"),
        "NT$1,500": Money(Decimal(1500), "NT$"),
        "cost [$5] a day": Money(Decimal(5), "$"),
        "$3T": Money(Decimal(3_000_000_000_000), "$"),
        "a [$2bn]-plus deal": Money(Decimal(2_000_000_000), "$"),
        "$1.1-1.3bn": Money(None, "$", Decimal(1_100_000_000), Decimal(1_300_000_000)),
        "between [$5 and $6 billion]": Money(None, "$", Decimal(5_000_000_000), Decimal(6_000_000_000)),
        "€20 to €30": Money(None, "€", Decimal(20), Decimal(30)),
        "-$3.2m": Money(Decimal(-3_200_000), "$"),
        "US$5m": Money(Decimal(5_000_000), "US$"),
        "Rs 2.5 lakh": Money(Decimal(250_000), "Rs"),
        "₹12,34,567": Money(Decimal(1_234_567), "₹"),
        "$20 million Canadian dollars": Money(Decimal(20_000_000), "Canadian dollars"),
        "rose [$1.20] to [$35]": (Money(Decimal("1.20"), "$"), Money(Decimal(35), "$")),
        "rose from [$4.8bn] to [$5bn]": (Money(Decimal(4_800_000_000), "$"), Money(Decimal(5_000_000_000), "$")),
        "costs from [$250,000 to $1 million]": Money(None, "$", Decimal(250_000), Decimal(1_000_000)),
        "[$75 U.S.] per barrel": Money(Decimal(75), "$", code="USD"),
        "HK $3.7 billion": Money(Decimal(3_700_000_000), "HK$"),
        "usd$ 15": Money(Decimal(15), "USD"),
    },
    refuses=["the dollar", "$", "A$AP Rocky", "US 5", "a loss of £", "a PS5", "Sales ($000)"],
)
def sign_then_number(match: re.Match[str]) -> Money | Mapping[str, Money] | None:
    """A currency sign, a number and perhaps a scale: how English-language news writes most money."""
    if match["first"] == "000":  # thousands, in the head of a table
        return None
    if match["lead"] == "PS" and numbers.scale_of(match["first"]) == 1 and len(match["first"]) < 4:
        return None
    nation = _NATIONS.get((match["after"] or "").strip())
    return _money(match, name=None if nation else match["after"], code=nation)


@rule(
    spread(LETTER_SCALE, lead=rf"{CODE} ?"),
    starts=_CODE_STARTS,
    reads={
        "USD 5 million": Money(Decimal(5_000_000), "USD"),
        "CHF200": Money(Decimal(200), "CHF"),
        "COP 26 million": Money(Decimal(26_000_000), "COP"),
    },
    refuses=["TOP 10", "COP 26", "COP26", "usd", "ALL 50 states"],
)
def code_then_number(match: re.Match[str]) -> Money | Mapping[str, Money] | None:
    """An ISO 4217 code and a number; a code that is also a word or a name needs an amount that only money has."""
    if match["lead"].strip() in _DOUBTFUL_CODES and (numbers.value(match["last"] or match["first"]) or 0) < 1000:
        return None
    return _money(match)


_LETTERS = table("currencies")["letters"]


@rule(
    rf"(?-i:(?P<sign>{either(_LETTERS)})) ?(?P<number>(?>\d{{1,3}}(?:[, ]\d{{3}})+|\d+)"
    rf"(?:\.\d+|,\d{{1,2}}(?= ?(?:[mb]illion|[bm]n?)\b)|(?<=\d),\d\d(?![\d,]))?(?P<scale>{SCALE}|(?-i:[bmk]\b))?)(?![\w-])",
    starts={letter.lower() for letter in _LETTERS},
    reads={
        "R2.5bn": Money(Decimal(2_500_000_000), "R"),
        "R450 000": Money(Decimal(450_000), "R"),
        "R2,5 million": Money(Decimal(2_500_000), "R"),
        "R23,73": Money(Decimal("23.73"), "R"),
        "K12.5m": Money(Decimal(12_500_000), "K"),
        "P500 million": Money(Decimal(500_000_000), "P"),
        "Sh1,500": Money(Decimal(1500), "Sh"),
    },
    refuses=["R8", "R2-D2", "N95 masks", "P5", "R22", "P.500 million", "K2", "K-12", "category N 500"],
)
def letter_then_number(match: re.Match[str]) -> Money | None:
    """A letter for rand, naira, pesos or shillings; models and roads are named so too, but not with a scale or a fraction."""
    if not (match["scale"] or re.search(r"[, .]", match["number"])):
        return None
    number = numbers.value(match["number"])
    return None if number is None else Money(number, match["sign"])


@rule(
    rf"(?=.{{1,30}}grand)(?P<sign>{SIGN})?(?P<number>{NUMBER}|an?(?= grand))[ -]grand{ENDS}",
    starts=_STARTS | numbers.STARTS,
    needs=["grand"],
    reads={
        "£10 grand": Money(Decimal(10_000), "£"),
        "won [five grand] in a raffle": Money(Decimal(5000), "$"),
        "paid [a grand] for it": Money(Decimal(1000), "$"),
    },
    refuses=[
        "five grand pianos",
        "the two grand slams",
        "grand in scale",
        "for a grand and airy hall",
        "on a grand to lavish scale",
    ],
)
def thousands(match: re.Match[str]) -> Money | None:
    """Thousands of dollars or pounds, as people say."""
    one = match["number"].lower() in ("a", "an")
    before = max(0, match.start() - 16)
    if one and (match.string.startswith(" and", match.end()) or not _PAID.search(match.string, before, match.start())):
        return None
    number = Decimal(1) if one else numbers.value(match["number"])
    return None if number is None else Money(1000 * number, _currency(match["sign"] or "$"))


# Before these "a grand" is a sum.
_PAID = re.compile(
    r"(?:\b(?:about|costs?|for|least|nearly|over|owed?|paid|pays?|sav(?:ed?|es)|spen[dt]|than|win|won|worth) |^)$",
    re.IGNORECASE,
)


@rule(
    rf"(?P<sign>{SIGN}) ?\((?P<number>{NUMBER})\)(?P<scale>{LETTER_SCALE})?",
    starts=_STARTS,
    needs=["("],
    reads={"a loss of [$(5.4) million]": Money(Decimal(-5_400_000), "$")},
    refuses=["$5 (5 euros)", "5 euros ($6)"],
)
def accounting_brackets(match: re.Match[str]) -> Money | None:
    """A loss in the brackets of accountants, with its sign before them."""
    number = numbers.value(match["number"] + (match["scale"] or ""))
    return None if number is None else Money(-number, _currency(match["sign"]))


@rule(
    rf"(?P<sign>{SIGN}) ?(?P<number>\d{{1,3}}\.\d\d)[ -](?P<part>[1357]/[248])(?![\d/])",
    starts=_STARTS,
    needs=["/"],
    reads={"[$6.23-3/4] a bushel": Money(Decimal("6.2375"), "$"), "at [$4.51 1/2]": Money(Decimal("4.515"), "$")},
    refuses=["$6.23", "$6-3/4", "$6.23 3/4/2019"],
)
def price_in_eighths(match: re.Match[str]) -> Money | None:
    """A price with a fraction of a cent, as grain is quoted."""
    part = numbers.value(match["part"])
    return None if part is None else Money(Decimal(match["number"]) + part / 100, _currency(match["sign"]))


_NAMES_BEFORE = ("birr", "dollar", "euro", "kwacha", "naira", "peso", "pesos", "ringgit", "rupee", "rupees", "rupiah", "taka")


@rule(
    spread(LETTER_SCALE, lead=rf"(?<!the )(?<!a ){either(_NAMES_BEFORE)} "),
    starts=_NAMES_BEFORE,
    reads={
        "ringgit 42 million": Money(Decimal(42_000_000), "ringgit"),
        "Rupees 500 crore": Money(Decimal(5_000_000_000), "Rupees"),
    },
    refuses=["against the dollar 20 years ago", "Euro 2020", "a euro 10 times", "fell to the euro 5 million"],
)
def name_then_number(match: re.Match[str]) -> Money | Mapping[str, Money] | None:
    """The name of a currency before its number, as some papers of Asia and Africa write it. Euro 2020 is a tournament."""
    return None if re.fullmatch(r"(?:19|20)\d\d", match["first"]) else _money(match)


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
        "5 million GBP": Money(Decimal(5_000_000), "GBP"),
        "20-30 euros": Money(None, "euros", Decimal(20), Decimal(30)),
        "2,5 million euros": Money(Decimal(2_500_000), "euros"),
        "half a million pounds": Money(Decimal(500_000), "pounds"),
        "50 €": Money(Decimal(50), "€"),
        "a [100-rupee] note": Money(Decimal(100), "rupee"),
        "120 MEUR": Money(Decimal(120_000_000), "EUR"),
        "549,000 marks": Money(Decimal(549_000), "Deutsche marks"),
        "[30 crowns] a share": Money(Decimal(30), "crowns"),
        "4.50 crowns": Money(Decimal("4.50"), "crowns"),
    },
    refuses=["the top 10 won prizes", "the 10 won a prize", "12 marks", "three crowns", "five dollarized economies", "200 pounds"],
)
def number_then_name(match: re.Match[str]) -> Money | Mapping[str, Money] | None:
    """A number and the name of a currency. Pounds are weights unless they are millions; few "won" are a verb, few marks points."""
    name = (match["outer"] or match["inner"]).strip(" -\u00a0").lower()
    size = numbers.value(match["last"] or match["first"]) or Decimal(0)
    priced = re.search(r"\.\d\d\b", match[0]) or _PRICE.match(match.string, match.end())
    if (name in ("pound", "pounds") and size < 100_000) or (name in _FEW_ARE_NONE and size < 1000 and not priced):
        return None
    return _money(match)


@rule(
    spread(LETTER_SCALE, end=rf"(?:[ \u00a0-]?{_MINOR_NAME}|(?-i: ?¢|(?<=\d) ?p\b(?!\.[a-zA-Z])|(?<=\d\d)c\b|(?<=\.\d)c\b))"),
    starts=numbers.STARTS,
    needs=[*_MINOR, "¢", "p", "c"],
    reads={
        "40 cents": Money(Decimal("0.40"), "cents"),
        "50p": Money(Decimal("0.50"), "p"),
        "down [68 p] at [1112 p]": (Money(Decimal("0.68"), "p"), Money(Decimal("11.12"), "p")),
        "two pence": Money(Decimal("0.02"), "pence"),
        "75 fen": Money(Decimal("0.75"), "fen"),
        "fell to [85c]": Money(Decimal("0.85"), "c"),
    },
    refuses=["50 percent", "1080p video", "5 p.m."],
)
def minor_unit(match: re.Match[str]) -> Money | Mapping[str, Money] | None:
    """Hundredths of a currency: cents, pence, fen. 480p to 2160p are screens."""
    name = (match["outer"] or match["inner"]).strip(" -\u00a0")
    if name == "p" and match["first"] in ("480", "720", "1080", "1440", "2160"):
        return None
    return _money(match, unit=Decimal("0.01"))


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
    if rest is None or not 0 < rest < 100:
        return None
    return Money(main + rest * Decimal("0.01"), _currency(match["main"] or match["after"]))


@rule(
    rf"(?P<rate>{NUMBER})(?= (?:per|to the|a|against the) (?:u\.?s\.? )?(?:dollar|euro|pound|greenback|sterling)\b)",
    starts=numbers.STARTS,
    needs=["dollar", "euro", "pound", "greenback", "sterling"],
    reads={"the yen was at [108.55] per dollar": Money(Decimal("108.55"), "")},
    refuses=["five to the door", "108.55 per share"],
)
def exchange_rate(match: re.Match[str]) -> Money | None:
    """An exchange rate, in a currency that the sentence names before."""
    rate = numbers.value(match["rate"])
    return None if rate is None else Money(rate, "")


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
    return Money(None, _currency(match["name"]), amount.low)


def _money(
    match: re.Match[str], *, unit: Decimal = Decimal(1), name: str | None = None, code: str | None = None
) -> Money | Mapping[str, Money] | None:
    """The reading of a match of `spread`, in parts of *unit*; *name* is what else the text calls the currency, or its *code*."""
    negative = bool(match.groupdict().get("lead")) and match["head"].lower().startswith(("-", "−", "minus", "negative"))
    factor = -unit if negative else unit

    def make(amount: Amount, written: str) -> Money:
        currency = _currency(name or written)
        scale = {"M": 1_000_000, "k": 1000}.get(currency[0], 1) if len(currency) == 4 and currency[1:] in currencies.codes() else 1
        exact, low, high = (
            None if each is None else plain(each * factor * scale) if scale != 1 else each * factor for each in amount
        )
        return Money(exact, currency[1:] if scale != 1 else currency, low, high, code)

    return read(match, make)


def _currency(written: str) -> str:
    """A currency as written, without what joins it to its number: "HK $" is HK$."""
    written = re.sub(r"^of |^[ -]+", "", written.strip(" -\u00a0"))
    if written.endswith("$"):
        mark = written[:-1].strip().upper()
        return mark if mark in currencies.codes() else written if written in currencies.signs() else f"{mark}$"
    return "Deutsche marks" if written.lower() in ("mark", "marks") else written

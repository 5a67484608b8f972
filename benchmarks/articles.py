"""Articles to measure with: those shipped with the repository, made ones, and hostile ones."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = (*sorted((ROOT / "examples").glob("*.json")), *sorted((ROOT / "examples" / "harbours").glob("*.html")))

FIRST = "Ann Bo Carla Dmitri Elif Femi Greta Hugo Ines Jonas Kofi Lena Mario Nadia Otto Priya Rosa Sven Tariq Vera".split()
LAST = "Abara Berg Costa Dahl Egede Fontaine Grau Holm Ivarsen Jansson Keller Lund Moreau Novak Okafor Petrov Quist Rossi".split()
PLACES = "Rannavik Osterhavn Havnes Bergmo Tallskog Lunde Mirfjord Selnes Varpa Kolstad".split()
FIRMS = "Nordlys Shipping|Harbour Lines|Kolstad Steel|Selnes Energy|Varpa Foods|Lunde Rail|Mirfjord Fisheries".split("|")
THINGS = "ferries cranes wind turbines school buildings battery packs fishing licences concert tickets new homes".split()
PLAIN = (
    "{person} said the plan had divided the town and would be discussed again by the council.",
    "Critics of {firm} argue that the harbour has been neglected while the roads were repaired.",
    "“We listened to everyone who came to the meeting,” {last} told reporters outside the town hall in {place}.",
    "The weather along the coast was mild, and the ferries sailed without delay.",
    "Residents of {place} have complained about the noise for as long as anybody can remember.",
    "He declined to say whether the company would sell its stake or look for a partner.",
    "A spokeswoman for {firm} did not respond to a request for comment.",
    "The mayor, who grew up in {place}, has promised that no school will be closed under her watch.",
    "Investors had hoped for more, but analysts see no reason to worry about the outlook.",
    "It remains unclear who will pay for the repairs, and when the bridge will open to traffic.",
)
FIGURES = (
    "{firm} said sales rose {n}% to ${m} million in the {quarter} quarter, from ${k} million a year earlier.",
    "The town will buy {m} {thing} for {n}.5 million kroner over the next {few} years, {person} said on {day}.",
    "Profit at {firm} fell by about {n} per cent to £{m}m in {year}, its lowest level since {early}.",
    "More than {k},000 people left {place} between {early} and {year}, according to the statistics office.",
    "{person}, {age}, has led the company since {month} {early} and owns {n}.2 percent of its shares.",
    "The storm brought {m} millimetres of rain in {few} hours and winds of up to {k} km/h on {day} night.",
    "Unemployment in {place} stood at {n}.{few}% last month, {few} tenths of a percentage point lower than in {month}.",
)
# What breaks parsers, one for each draw of a number. Each must come back with facts or with an error, and soon.
HOSTILE: tuple[Callable[[random.Random], str | bytes], ...] = (
    lambda _: "",
    lambda draw: draw.randbytes(20_000),
    lambda _: "<div>" * 100_000 + "Sales rose 3%.",
    lambda _: "<p " + " ".join(f"a{n}=b" for n in range(50_000)) + ">Sales rose 3%.",
    lambda _: "<p>Sales rose 3%." + "<b class=x" * 50_000,
    lambda _: "<p>" + "x" * 500_000,
    lambda _: "<p>" + "5 " * 5_000,
    lambda _: "<p>" + "9" * 100_000 + " dollars",
    lambda _: "<p>" + "two hundred and " * 1_000 + "million",
    lambda _: "<p>" + "on Monday the 3rd of May 2019 at 5 pm " * 500,
    lambda _: "<p>" + "$5 million (£4 million), or 3%, " * 200,
    lambda _: "<p>Sales\x00 rose\ud800 3%." + "\u200b" * 50_000,
    lambda _: "<script>" + "&#x41;&amp;" * 50_000,
    lambda draw: '{"id": 1, "content": {"rendered": "<p>Sales rose 3%.'[: draw.randrange(10, 50)],
    lambda draw: "".join(chr(draw.randrange(0x20, 0x3000)) for _ in range(20_000)),
    lambda _: "<table>" + "<tr><td>5%<td>-3.2<td>$7bn" * 2_000,
)


def made(number: int) -> str:
    """A page of news: the same for the same number. A third of its sentences hold a figure or a date."""
    draw = random.Random(number)  # noqa: S311  (no secret)
    firm = draw.choice(FIRMS)
    paragraphs = []
    for _ in range(draw.randrange(6, 14)):
        rows = [draw.choice(FIGURES if draw.random() < 1 / 3 else PLAIN) for _ in range(draw.randrange(1, 4))]
        paragraphs.append(" ".join(filled(row, firm, draw) for row in rows))
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    day = f"2025-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"
    return (
        f'<html lang="en"><head><title>Story {number}: {firm}</title><meta property="article:published_time" content="{day}">'
        f"</head><body><article><h1>{firm} in the news</h1>\n{body}</article></body></html>"
    )


def filled(row: str, firm: str, draw: random.Random) -> str:
    """A sentence with its blanks filled in."""
    last = draw.choice(LAST)
    return row.format(
        firm=firm,
        last=last,
        person=f"{draw.choice(FIRST)} {last}",
        place=draw.choice(PLACES),
        thing=draw.choice(THINGS),
        quarter=draw.choice("first second third fourth".split()),
        day=draw.choice("Monday Tuesday Wednesday Thursday Friday".split()),
        month=draw.choice("January March May July September November".split()),
        few=draw.randrange(2, 9),
        age=draw.randrange(25, 80),
        n=draw.randrange(2, 40),
        m=draw.randrange(40, 900),
        k=draw.randrange(10, 300),
        year=draw.randrange(2020, 2025),
        early=draw.randrange(1990, 2019),
    )


def stream(documents: int, hostile: float) -> Iterator[str | bytes | Path]:
    """So many sources: made articles, every twentieth a shipped one, and a share of hostile ones; the same in every run."""
    draw = random.Random(documents)  # noqa: S311  (no secret)
    for number in range(documents):
        if draw.random() < hostile:
            yield draw.choice(HOSTILE)(draw)
        elif number % 20 == 0:
            yield draw.choice(SHIPPED)
        else:
            yield made(number)

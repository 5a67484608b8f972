"""Write factex/data/observances.toml: the days that countries keep, by their English names in the holidays library.

Run it with a new release of the library: python scripts/observances.py
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path

import holidays

DATA = Path(__file__).resolve().parents[1] / "factex" / "data"
YEARS = (2023, 2024, 2025)
HEAD = """\
# Days that countries keep, by the names that the holidays library has for them in English, in lower case, with the countries (ISO
# 3166) that keep them; one country where all keep the same date. The library knows the dates. What holidays.toml has is left out.
# Source: holidays {version} (MIT), written by scripts/observances.py. Licence: MIT. Date: {date}.

[observances]
"""
NAME = re.compile(
    r"[A-Z][\w.'-]+(?: [\w.'-]+){0,5}[ -](?:Day|Eve|Festival|Jayanti|Purnima|Sankranti|Chaturthi|Navami|Ashtami|New Year|Birthday"
    r"|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)"
)
# Days that stand in for others, and names that are common words even with capitals.
NO_NAME = re.compile(
    r"\d|\b(?:off|rest|holiday|alternative|additional|bridge|working|following|preceding|after|before|second|third|fourth|fifth|last|first"
    r"|election|polling|census|poya|compensatory|lieu|observed|funeral|mourning|local|special|public|bank)\b"
    r"|^(?:summer|show|sports|festival|mountain|capital|transfer|environment|possession|separation) day$",
    re.IGNORECASE,
)


def kept() -> dict[str, dict[str, set[dt.date]]]:
    """Each name with the countries that keep it and their days."""
    found: dict[str, dict[str, set[dt.date]]] = defaultdict(lambda: defaultdict(set))
    for country in sorted(holidays.list_supported_countries(include_aliases=False)):
        for day, names in holidays.country_holidays(country, years=YEARS, language="en_US").items():
            for name in names.split("; "):
                found[re.sub(r" \((?:observed|estimated)(?:, \w+)*\)", "", name)][country].add(day)
    return found


def known() -> set[str]:
    """The names that our own table has, without apostrophes."""
    table = tomllib.loads((DATA / "holidays.toml").read_text(encoding="utf-8"))["holiday"]
    return {name.replace("'", "") for entry in table.values() for name in entry["names"]}


def rows() -> dict[str, list[str]]:
    """The names that are worth a row, with one country of those whose days are the same."""
    ours, chosen = known(), {}
    for name, countries in kept().items():
        if name.isascii() and NAME.fullmatch(name) and not NO_NAME.search(name) and name.lower().replace("'", "") not in ours:
            same = len({frozenset(days) for days in countries.values()}) == 1
            chosen[name.lower()] = sorted(countries)[: 1 if same else None]
    return chosen


def main() -> None:
    """Write the table."""
    lines = (f"{json.dumps(name)} = {json.dumps(codes)}\n" for name, codes in sorted(rows().items()))
    head = HEAD.format(version=holidays.__version__, date=dt.datetime.now(tz=dt.UTC).date())
    (DATA / "observances.toml").write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

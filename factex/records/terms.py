"""The fixed terms that fields take for their values."""

from __future__ import annotations

from typing import Literal

from factex.readings.temporal import Mod

Kind = Literal["money", "percent", "quantity", "count", "date", "time", "duration", "set"]
Modifier = Mod
Change = Literal["increase", "decrease"]
Role = Literal["by", "to", "from"]
LineKind = Literal["paragraph", "heading", "item", "head", "row", "quote", "caption", "preformatted"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]

NUMERIC_KINDS: frozenset[Kind] = frozenset({"money", "percent", "quantity", "count"})
TEMPORAL_KINDS: frozenset[Kind] = frozenset({"date", "time", "duration", "set"})

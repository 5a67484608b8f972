"""The fixed terms that fields take for their values."""

from __future__ import annotations

from typing import Literal

Kind = Literal["money", "percent", "quantity", "count", "date", "time", "duration", "set"]
Modifier = Literal["approx", "less_than", "more_than", "equal_or_less", "equal_or_more", "start", "mid", "end"]
Change = Literal["increase", "decrease"]
Role = Literal["by", "to", "from"]
LineKind = Literal["paragraph", "heading", "item", "row", "quote", "caption", "preformatted"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]

NUMERIC_KINDS: frozenset[Kind] = frozenset({"money", "percent", "quantity", "count"})
TEMPORAL_KINDS: frozenset[Kind] = frozenset({"date", "time", "duration", "set"})

"""The one pint registry, in Decimal."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pint


@cache
def registry() -> pint.UnitRegistry:
    """Pint's registry with exact numbers; made on first use."""
    import pint

    return pint.UnitRegistry(non_int_type=Decimal)


def quantity(kind: str, amount: Decimal | None, unit: str | None, timex: str | None) -> pint.Quantity | None:
    """The pint quantity of a fact with these fields, or None; see `Fact.quantity`."""
    raise NotImplementedError

"""What readers do not see: rates, contacts, private notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

HIDDEN = frozenset(
    {
        *("deals", "rate", "hold", "notes", "extra"),
        *("phone", "email", "address", "agent", "contact"),
        *("day_cost", "idle_day_cost", "move_cost", "day_fee", "hold_fee", "cost"),
        *("late_cost_per_day", "night_premium", "sixth_day_premium"),
    }
)


def veiled(value: Any) -> Any:
    """Give plain JSON without the keys that readers do not see, however deep."""
    if isinstance(value, Mapping):
        return {key: veiled(found) for key, found in value.items() if key not in HIDDEN}
    if isinstance(value, list | tuple):
        return [veiled(one) for one in value]
    return value

"""What a company would have asked at the time: scenarios of the founding case.

All of them are invented; `docs/scenarios.md` says what a scenario is.
"""

from __future__ import annotations

from typing import Any


def scenarios() -> list[dict[str, Any]]:
    """Give the entries that keep them."""
    return [
        {
            "path": "scenario/star-free",
            "batch": "invented",
            "note": "invented: the star stays for the summer of 2021",
            "value": [
                {"path": "person/cruise/unavailable/top-gun", "action": "remove"}
            ],
        },
        {
            "path": "scenario/summer-release",
            "batch": "invented",
            "note": "invented: the first picture opens in July 2021 after all",
            "value": [{"path": "picture/m7/release", "value": "2021-07-23"}],
        },
        {
            "path": "scenario/second-waits",
            "batch": "invented",
            "note": "invented: the second picture waits until the press tour is over",
            "value": [
                {
                    "path": "element/m8-gear/window/hire",
                    "value": ["2021-09-06", "2022-06-24"],
                }
            ],
        },
    ]

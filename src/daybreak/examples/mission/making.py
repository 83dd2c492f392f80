"""Write the founding case as a document.

``python -m daybreak.examples.mission.making > mission.json`` renews the file.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from daybreak.examples.mission import invented, reported, what_ifs
from daybreak.store.entry import FOUNDING
from daybreak.store.spreading import pieces


def mission() -> str:
    """Give the text of ``mission.json``: one entry a line."""
    lines = [json.dumps(one, ensure_ascii=False, sort_keys=True) for one in _entries()]
    joined = ",\n".join(lines)
    head = '"format": "daybreak/document",\n"version": 1'
    return f'{{\n{head},\n"entries": [\n{joined}\n]\n}}\n'


def _entries() -> Iterator[dict[str, Any]]:
    """Yield what is invented, then what was said, oldest first, then what-ifs."""
    extra = {"path": "extra/about", "value": invented.ABOUT, "batch": FOUNDING}
    yield extra
    founding = [*pieces(invented.production()), *invented.windows().items()]
    for path, value in founding:
        yield {"path": path, "value": value, "batch": FOUNDING}
    later = [*reported.decisions(), *reported.entries()]
    yield from sorted(later, key=lambda one: one.get("said_on") or one["not_before"])
    yield from what_ifs.scenarios()


if __name__ == "__main__":
    sys.stdout.write(mission())

"""What every answer tells a browser that it may do with it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

INLINE = re.compile(rb"<script type=\"importmap\">(.*?)</script>", re.DOTALL)
Raw = list[tuple[bytes, bytes]]


@cache
def policy() -> str:
    """Give the content security policy.

    The import map of the page is the only script that stands in it; it is let through
    by its hash.
    """
    page = (files("daybreak.web") / "pages" / "index.html").read_bytes()
    found = INLINE.search(page)
    digest = b64encode(sha256(found[1]).digest()).decode() if found else ""
    allowed = f" 'sha256-{digest}'" if digest else ""
    return (
        f"default-src 'self'; script-src 'self'{allowed}; object-src 'none'; "
        "base-uri 'none'; frame-ancestors 'none'; form-action 'self'; "
        "img-src 'self' data:"
    )


HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""On every answer, whatever made it."""


def with_ours(raw: Iterable[tuple[bytes, bytes]]) -> Raw:
    """Give the headers of an answer with ours; ours win."""
    ours = {**HEADERS, "content-security-policy": policy()}
    kept = [(name, value) for name, value in raw if name.decode() not in ours]
    names = {name for name, _ in kept}
    if b"cache-control" not in names:
        ours["cache-control"] = "no-store"
    return [*kept, *((name.encode(), value.encode()) for name, value in ours.items())]

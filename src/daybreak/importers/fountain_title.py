"""The title page at the very top of a Fountain script."""

from __future__ import annotations

from daybreak.importers.fountain_comments import Line, is_empty

_KNOWN = frozenset(
    (
        "title",
        "credit",
        "credits",
        "author",
        "authors",
        "source",
        "draft date",
        "date",
        "contact",
        "contact info",
        "copyright",
        "notes",
        "revision",
        "revision color",
        "version",
        "format",
        "episode",
        "episode title",
        "episode number",
        "season",
        "series",
        "show",
        "language",
        "font",
        "writer",
        "writers",
        "written by",
        "based on",
        "director",
        "production",
        "company",
        "header",
        "footer",
    )
)
_COLONS = ":："
_KEY_MOST = 40


def take_title_page(lines: list[Line]) -> tuple[tuple[tuple[str, str], ...], int]:
    """Read the title page, if there is one.

    It begins on the first line that holds anything, with a key that is known, and
    ends at the first empty line or a line that is neither ``Key: value`` nor
    indented deeper than the first key.

    Parameters
    ----------
    lines
        The lines of the script without comments.

    Returns
    -------
    tuple
        Pairs of key and value, and the index of the first line after the page.
    """
    start = 0
    while start < len(lines) and (is_empty(lines[start].text) or lines[start].is_gone):
        start += 1
    fields: list[tuple[str, list[str]]] = []
    margin = _indent(lines[start].text) if start < len(lines) else 0
    end = start
    for end in range(start, len(lines) + 1):
        if end == len(lines) or (is_empty(lines[end].text) and not lines[end].is_gone):
            break
        if not lines[end].is_gone and not _take(lines[end].text, margin, fields):
            break
    if not any(key.casefold() in _KNOWN for key, _ in fields):
        return (), 0
    return tuple((key, _value(values)) for key, values in fields), end


def _take(text: str, margin: int, fields: list[tuple[str, list[str]]]) -> bool:
    """Add a line to the fields; tell whether it belonged to the page."""
    if fields and _indent(text) > margin:
        fields[-1][1].append(text.strip())
        return True
    key, value = _split(text.strip())
    if key is None:
        return False
    fields.append((key, [value]))
    return True


def _split(text: str) -> tuple[str | None, str]:
    places = [at for at in map(text.find, _COLONS) if at > 0]
    if not places or min(places) > _KEY_MOST:
        return None, ""
    at = min(places)
    key = text[:at].strip()
    return (key if key[:1].isalpha() else None), text[at + 1 :].strip()


def _value(values: list[str]) -> str:
    return "\n".join(value for value in values if value)


def _indent(text: str) -> int:
    """Columns before the first character; a tab counts for four."""
    blank = text[: len(text) - len(text.lstrip())]
    return len(blank) + 3 * blank.count("\t")

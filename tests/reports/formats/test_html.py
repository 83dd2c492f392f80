"""HTML: every text shown as typed, nothing run, nothing fetched (RELIABILITY E7)."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from daybreak.reports.formats.html import to_html
from daybreak.reports.formats.look import Look
from daybreak.reports.papers.paper import Picture
from tests.reports.formats.pages import board, days, paper

PAYLOADS = (
    "<script>__x=1</script>",
    '"><img src=x onerror=__x=1>',
    "<svg/onload=__x=1>",
    "javascript:__x=1",
    "{{7*7}} ${7*7} <%=7*7%>",
    "</textarea><script>",
    "</title><script>__x=1</script>",
    "</style><script>__x=1</script>",
    '<iframe srcdoc="<script>">',
    "<math><mtext></mtext></math>",
    '<a href="jav&#x09;ascript:__x=1">',
    "data:text/html,<script>",
    "' onmouseover=__x=1 x='",
    "` onload=__x=1`",
    "<!--><img src=x>",
    "]]><script>",
    "<style>@import 'http://x.example'</style>",
    "<base href=//evil.example>",
    "<form action=//evil.example>",
    "<meta http-equiv=refresh content=0>",
    "A & B; &amp; &lt;",
)
OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3"),
    *("p", "small", "span", "main", "section", "div", "table", "thead", "tbody"),
    *("tfoot", "tr", "th", "td", "b", "dl", "dt", "dd", "ul", "li", "i", "img"),
    "footer",
}


class Read(HTMLParser):
    """What a browser would make of a page: elements, attributes, texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("words", PAYLOADS)
def test_payloads_are_shown_and_never_run(words: str) -> None:
    page = Read(to_html(paper(words=words), Look()))
    plain = Read(to_html(paper(words="Plain"), Look()))
    assert page.tags == plain.tags
    assert set(page.tags) <= OURS
    assert sum(words in one for one in page.texts) >= 12
    names = {name for name, _ in page.attributes}
    assert not {one for one in names if one.startswith("on")}


@pytest.mark.twin
def test_an_unescaped_text_would_be_found() -> None:
    raw = to_html(paper(words="Plain"), Look()).replace(
        "<dd>Plain", "<dd><script>x</script>"
    )
    assert "script" in Read(raw).tags


def test_nothing_is_fetched_and_a_policy_forbids_it() -> None:
    text = to_html(paper(), Look())
    page = Read(text)
    assert {name for name, _ in page.attributes} & {"href", "srcset", "action"} == set()
    sources = [value for name, value in page.attributes if name == "src"]
    assert sources
    assert all(one.startswith("data:image/svg+xml;base64,") for one in sources)
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src &#x27;none&#x27;" in text or "default-src 'none'" in text


def test_a_drawing_with_a_script_stays_an_image() -> None:
    evil = '<svg xmlns="http://www.w3.org/2000/svg"><script>__x=1</script></svg>'
    one = paper(Picture(svg=evil, says="A plan", width=10, height=10))
    text = to_html(one, Look())
    assert "<script" not in text
    assert ("alt", "A plan") in Read(text).attributes


def test_the_stamp_stands_at_the_end_in_the_head_and_on_each_printed_page() -> None:
    """E10."""
    one = paper(board(days(2, 3)))
    text = to_html(one, Look())
    assert f"<footer>{one.stamp.said}</footer>" in text
    assert ("content", one.stamp.mark) in Read(text).attributes
    assert "@bottom-right" in text


def test_no_text_leaves_the_foot_of_the_printed_page() -> None:
    one = paper(words='"; } </style><script>x</script>\\')
    foot = re.search(r"@bottom-left \{.*?content: (\"[^\"]*\");", to_html(one, Look()))
    assert foot is not None
    assert set(foot[1]) <= set('"\\abcdefABCDEFghijklmnopqrstuvwxyzBMFUTC0123456789')


def test_a_broken_plan_is_marked() -> None:
    text = to_html(replace(paper(), warning="breaks 2 rules"), Look())
    assert "NOT VALID: breaks 2 rules" in text


def test_columns_for_programs_are_left_out() -> None:
    assert "Eighths" not in to_html(paper(board(days(1, 2))), Look())


def test_same_paper_gives_the_same_text() -> None:
    """E8."""
    assert to_html(paper(), Look()) == to_html(paper(), Look())

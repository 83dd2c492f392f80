"""The page on rules and costs names each of them, and quotes what is really said."""

from __future__ import annotations

import re
from typing import get_args

from daybreak.checking.costs import LINES
from daybreak.checking.rules import RULES
from daybreak.model.production import RuleName
from daybreak.model.schedule import CostLine
from tests.checking.examples import line_examples, rule_examples
from tests.reference import ROOT

PAGE = ROOT / "docs" / "rules-and-costs.md"


def sections(part: str) -> dict[str, list[str]]:
    """Give the quoted lines under each heading of one half of the page."""
    rules, costs = PAGE.read_text(encoding="utf-8").split("\n## Cost lines\n")
    text = {"rules": rules, "costs": costs}[part]
    found: dict[str, list[str]] = {}
    for chunk in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        name, _, body = chunk.partition("\n")
        quoted = [line[2:] for line in body.splitlines() if line.startswith("> ")]
        found[name.strip("`")] = quoted
    return found


def test_the_page_lists_the_rules_and_lines_of_the_model_in_order() -> None:
    assert tuple(sections("rules")) == get_args(RuleName)
    assert tuple(sections("costs")) == get_args(CostLine)


def test_there_is_one_function_for_each_rule_and_each_line() -> None:
    assert tuple(RULES) == get_args(RuleName)
    assert (*LINES, "total") == get_args(CostLine)
    for function in (*RULES.values(), *LINES.values()):
        assert "SPEC" in (function.__doc__ or "")


def test_every_example_of_a_rule_is_what_is_said() -> None:
    assert sections("rules") == rule_examples()


def test_every_example_of_a_cost_line_is_what_is_said() -> None:
    quoted = sections("costs")
    assert quoted.pop("total") == []
    assert quoted == line_examples()

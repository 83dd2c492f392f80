"""What every test may use: golden files, and Hypothesis set for a shared machine."""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.reference import ROOT

GOLDEN = ROOT / "tests" / "golden"
Compare = Callable[[str, str], None]

settings.register_profile(
    "daybreak",
    deadline=None,  # a busy machine is no fault of the code
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("daybreak")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files and generated docs anew instead of comparing",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Compare:
    """Give ``golden(name, text)``: the text must equal ``tests/golden/NAME``."""
    update = bool(request.config.getoption("--update-golden"))
    return lambda name, text: same_text(GOLDEN / name, text, update=update)


@pytest.fixture
def renewed(request: pytest.FixtureRequest) -> Compare:
    """Give ``renewed(path, text)``: as `golden`, for any file of the checkout.

    The path is relative to the checkout: generated docs and parts of the README.
    """
    update = bool(request.config.getoption("--update-golden"))
    return lambda path, text: same_text(ROOT / path, text, update=update)


def same_text(path: Path, text: str, *, update: bool) -> None:
    """Compare a text with a file, or write the file where ``update`` asks for it."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    if not path.exists():
        pytest.fail(f"{name} is not there: run pytest --update-golden and look at it")
    wanted = path.read_text(encoding="utf-8")
    if text != wanted:
        change = unified_diff(
            wanted.splitlines(), text.splitlines(), "golden", "now", lineterm=""
        )
        pytest.fail(
            f"{name} differs; if that is meant: pytest --update-golden\n"
            + "\n".join(list(change)[:60])
        )

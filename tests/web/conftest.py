"""One server for all tests of a file that do not change who may come in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.sites import Site, site


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give the harbor's document, served."""
    with site(tmp_path_factory.mktemp("served")) as made:
        yield made

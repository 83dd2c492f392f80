"""The page of the commands is what the commands say of themselves."""

from __future__ import annotations

from pathlib import Path

from daybreak.cli.app import app
from tests.conftest import Compare
from tests.docs.commands import run
from tests.docs.pages import DOCS, text_of

PAGE = "docs/commands.md"
HEAD = text_of(DOCS / "commands.md").split("\n## ")[0]


def names() -> list[str]:
    """Give every command in the order of the help."""
    given = [(one.name, one.callback) for one in app.registered_commands]
    return [name or (made.__name__ if made else "") for name, made in given]


def test_commands_are_told_as_their_help_tells_them(
    renewed: Compare, tmp_path: Path
) -> None:
    parts = [HEAD]
    for name in names():
        said = run(f"daybreak {name} --help", tmp_path)
        parts.append(f"## daybreak {name}\n\n```text\n{said.strip()}\n```\n")
    renewed(PAGE, "\n".join(parts))

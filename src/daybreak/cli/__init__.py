"""The command line: words in, words out; no rules, no sums.

Data goes to standard output, talk to standard error. Exit codes: 0 fine, 1 a
schedule that breaks a rule or cannot be made, 2 wrong use.
"""

from __future__ import annotations


def main() -> None:
    """Run the command line with the arguments of this process."""
    from daybreak.cli.app import app  # slow import: typer  # noqa: PLC0415

    app(prog_name="daybreak")

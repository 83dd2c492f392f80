"""All commands in one place. What a command needs, it imports when it runs."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import Annotated

import typer

from daybreak._version import __version__
from daybreak.cli.access_command import access
from daybreak.cli.boards_command import boards, freeze
from daybreak.cli.breaks_command import breaks
from daybreak.cli.check_command import check
from daybreak.cli.compare_command import compare
from daybreak.cli.cost_command import cost
from daybreak.cli.demo_command import demo
from daybreak.cli.document_commands import backup, export, load, new, verify
from daybreak.cli.doorkeeper import Doorkeeper
from daybreak.cli.edit_command import edit
from daybreak.cli.facts_command import changes, facts
from daybreak.cli.import_command import import_scripts
from daybreak.cli.levers_command import levers
from daybreak.cli.plan_command import plan
from daybreak.cli.replan_command import replan
from daybreak.cli.report_command import report
from daybreak.cli.revise_command import revise
from daybreak.cli.risk_command import risk
from daybreak.cli.scenarios_command import scenarios
from daybreak.cli.schema_command import schema
from daybreak.cli.serve_command import serve
from daybreak.cli.set_commands import remove_fact, set_fact
from daybreak.cli.show_command import show
from daybreak.cli.speech import out
from daybreak.cli.undo_commands import redo, undo
from daybreak.cli.warmup_command import warmup
from daybreak.cli.whatis_command import whatis
from daybreak.cli.why_command import why

app = typer.Typer(
    name="daybreak",
    cls=Doorkeeper,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        out(f"daybreak {__version__}\n")
        raise typer.Exit


def daybreak(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Plan a film shoot: a screenplay goes in, a costed valid schedule comes out.

    Begin with:
      daybreak demo
      daybreak import script.fountain -o production.json
      daybreak plan production.json -o schedule.json
      daybreak show production.json schedule.json

    Keep a shoot with its history in one document: daybreak new --help. Work on it in
    the browser: daybreak serve --help.

    Exit codes: 0 fine, 1 a schedule breaks a rule or a document is damaged, 2 wrong
    use, 3 a fault of Daybreak itself or a full disk.
    """


def _help(said: str | None) -> str:
    """Give a docstring as a help text: lists of commands keep their lines."""
    blocks = cleandoc(said or "").split("\n\n")
    is_list = re.compile(r"\A[^\n]*:\n  ").match
    return "\n\n".join(f"\b\n{one}" if is_list(one) else one for one in blocks)


app.callback(help=_help(daybreak.__doc__))(daybreak)
app.command("import", help=_help(import_scripts.__doc__))(import_scripts)
for command in (
    *(
        plan,
        breaks,
        why,
        replan,
        levers,
        check,
        cost,
        show,
        report,
        whatis,
        compare,
        risk,
    ),
    *(new, load, revise, edit, set_fact, remove_fact, facts, changes),
    *(boards, freeze, scenarios, undo, redo, export, verify, backup),
    *(serve, access),
    *(demo, warmup, schema),
):
    name = {set_fact: "set", remove_fact: "remove"}.get(command)  # words of Python
    app.command(
        name,
        help=_help(command.__doc__),
        # a value may be a number below 0; set refuses unknown flags itself
        context_settings={"ignore_unknown_options": command is set_fact},
    )(command)

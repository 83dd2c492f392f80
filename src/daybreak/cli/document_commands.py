"""Documents as files: ``new``, ``load``, ``export``, ``verify``, ``backup``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from daybreak.cli.document_options import By, DocumentFile, moment, person
from daybreak.cli.doorkeeper import BROKEN, FINE
from daybreak.cli.options import Json
from daybreak.cli.speech import out, out_json, say, say_all
from daybreak.model.errors import UsageError
from daybreak.reports.phrases import count_of

FAULTS_SHOWN = 20

From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="PRODUCTION",
        help="The production to begin with, a JSON file.",
        show_default=False,
    ),
]
Title = Annotated[
    str, typer.Option(help="Title of the shoot, where there is no production yet.")
]
Currency = Annotated[
    str,
    typer.Option(metavar="CODE", help="Its currency, such as GBP; else USD."),
]
Scripts = Annotated[
    list[str] | None,
    typer.Option(
        "--script",
        metavar="FILE",
        help="A script to keep along as it is; may be repeated.",
        show_default=False,
    ),
]
Source = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
        help="A production, or a document as export wrote it, JSON; - for a pipe.",
    ),
]
NewFile = Annotated[
    str, typer.Option("--output", "-o", metavar="SHOOT", help="The document to make.")
]


def new(
    shoot: DocumentFile,
    from_: From = None,
    title: Title = "",
    currency: Currency = "",
    script: Scripts = None,
    by: By = None,
    json: Json = False,
) -> None:
    """Begin a document: one file that keeps who said what, and when.

    For example:
      daybreak new shoot.daybreak --from production.json
      daybreak new shoot.daybreak --title "The Long Way" --currency GBP
    """
    from daybreak.office import documents  # slow import: the store  # noqa: PLC0415

    entries = documents.new(
        shoot,
        by=person(by),
        at=moment(),
        production=from_,
        title=title,
        currency=currency,
        scripts=script or (),
    )
    _tell_made(shoot, entries, json=json)


def load(source: Source, output: NewFile, by: By = None, json: Json = False) -> None:
    """Make a document of JSON: a production, or a whole document.

    What export wrote becomes the same document again, to the last hash.

    For example:
      daybreak load mission.json -o mission.daybreak
    """
    from daybreak.office import documents  # slow import: the store  # noqa: PLC0415

    entries = documents.load(source, output, by=person(by), at=moment())
    _tell_made(output, entries, json=json)


def _tell_made(path: str, entries: int, *, json: bool) -> None:
    if json:
        out_json({"ok": True, "output": path, "entries": entries})
    else:
        say(f"Written to {path}: {count_of(entries, 'entry', 'entries')}.")


def export(
    shoot: DocumentFile,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write; - for a pipe."
        ),
    ] = "-",
    script: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Give this script as it was kept, instead of the document.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Write a whole document as JSON, one entry a line, for git and for reading.

    For example:
      daybreak export shoot.daybreak -o shoot.json
      daybreak export shoot.daybreak --script harbor.fountain -o harbor.fountain
    """
    from daybreak.model.files import write_bytes  # slow import: json  # noqa: PLC0415
    from daybreak.office import documents  # slow import: the store  # noqa: PLC0415

    if json and output == "-":
        raise UsageError(
            "The document itself goes to standard output.\n"
            "Maybe name a file for it with -o."
        )
    if script is not None:
        write_bytes(documents.script(shoot, script), output)
    else:
        documents.export(shoot, output)
    if json:
        out_json({"ok": True, "output": output})


def verify(shoot: DocumentFile, json: Json = False) -> None:
    """Say whether a document is what was entered, down to each entry.

    It reads every page and counts every hash again. Exit code 1 where something is
    not as it was entered.

    For example:
      daybreak verify shoot.daybreak
    """
    from daybreak.office import documents  # slow import: the store  # noqa: PLC0415

    found = documents.verify(shoot)
    if json:
        out_json(
            {
                "ok": True,
                "sound": found.is_sound,
                "entries": found.head.seq,
                "hash": found.head.hash,
                "faults": [asdict(one) for one in found.faults],
            }
        )
    elif found.is_sound:
        out(
            f"{shoot} is sound: {count_of(found.head.seq, 'entry', 'entries')}, "
            f"{count_of(found.boards, 'board')}, "
            f"{count_of(found.revisions, 'revision')}, "
            f"{count_of(found.scripts, 'script')}, "
            f"{count_of(found.scenarios, 'scenario')}.\n"
            f"Last hash {found.head.hash}\n"
        )
    else:
        lines = [str(one) for one in found.faults]
        out("".join(f"{one}\n" for one in lines[:FAULTS_SHOWN]))
        if len(lines) > FAULTS_SHOWN:
            out(f"and {len(lines) - FAULTS_SHOWN} more\n")
    raise typer.Exit(FINE if found.is_sound else BROKEN)


def backup(
    shoot: DocumentFile,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The copy to make.",
            show_default=False,
        ),
    ] = None,
    into: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="Keep copies there: of hours, days and weeks; older ones make room.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="ENTRY",
            help="The document as it was after this entry; with -o.",
            show_default=False,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Copy a document, also while somebody writes, and verify the copy.

    For example:
      daybreak backup shoot.daybreak -o shoot-friday.daybreak
      daybreak backup shoot.daybreak --into backups
      daybreak backup shoot.daybreak --until 120 -o shoot-as-it-was.daybreak
    """
    from daybreak.office import documents  # slow import: the store  # noqa: PLC0415

    if (output is None) == (into is None) or (into is not None and until is not None):
        raise UsageError(
            "A backup goes to a file or into a folder.\n"
            "Maybe name one of them: -o FILE, or --into FOLDER."
        )
    if into is not None:
        made = documents.rotate(shoot, into, at=moment())
        say_all(made.warnings)
        if json:
            out_json(
                {
                    "ok": True,
                    "output": str(made.path),
                    "dropped": list(made.dropped),
                    "warnings": list(made.warnings),
                }
            )
        else:
            say(f"Written to {made.path} and verified.")
        return
    assert output is not None
    found = documents.backup(shoot, output, until=until)
    if json:
        data = {"ok": True, "output": output, "entries": found.head.seq}
        out_json({**data, "hash": found.head.hash})
    else:
        count = count_of(found.head.seq, "entry", "entries")
        say(f"Written to {output} and verified: {count}.")

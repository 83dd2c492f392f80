"""``daybreak serve``: the board of a document, in the browser."""

from __future__ import annotations

import signal
import sys
import webbrowser
from contextlib import suppress
from typing import Annotated

import typer

from daybreak.cli.document_options import By, DocumentFile, person
from daybreak.cli.options import Json
from daybreak.cli.speech import out_json, say


def serve(
    shoot: DocumentFile,
    port: Annotated[
        int,
        typer.Option(min=0, max=65535, help="Where to listen; any free port for 0."),
    ] = 0,
    no_browser: Annotated[
        bool,
        typer.Option("--no-browser", help="Only print the address; open nothing."),
    ] = False,
    host: Annotated[
        str,
        typer.Option(
            metavar="HOST",
            help="Another address of this machine; needs accounts and a proxy.",
        ),
    ] = "127.0.0.1",
    trusted_proxy: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The name under which a proxy of yours serves it by https.",
        ),
    ] = "",
    by: By = None,
    json: Json = False,
) -> None:
    """Open a document in the browser: the board, to work on all day.

    Only this machine can reach it, and only who has the address that is printed; it
    opens one page, once, within a minute. Every edit is on the disk when the page
    shows it as saved. Ctrl-C ends it.

    For example:
      daybreak serve shoot.daybreak
      daybreak serve shoot.daybreak --port 8765 --no-browser
    """
    # slow import: the server
    from daybreak.web.serving import serve as run  # noqa: PLC0415

    def ready(address: str) -> None:
        if json:
            out_json({"ok": True, "address": address})
        say(f"{shoot} is open at {address}")
        say("This address works once, within a minute. Ctrl-C saves and closes.")
        if not no_browser and not webbrowser.open(address):
            say("No browser could be opened here; open the address in one.")

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does
    with suppress(KeyboardInterrupt):
        run(
            shoot,
            person=person(by),
            host=host,
            port=port,
            proxy=trusted_proxy,
            ready=ready,
        )
    if sys.stderr.isatty():
        say()
    say("Saved, closed.")

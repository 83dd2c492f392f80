"""Run the server on this machine, and say where to open it."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from datetime import UTC, datetime

import uvicorn

from daybreak.model.errors import UsageError
from daybreak.office.live.session import LiveShoot
from daybreak.store.files import open_document
from daybreak.web.app import create_app
from daybreak.web.guard import Doors, loopback

LOOPBACK = ("127.0.0.1", "localhost", "::1")
GRACE_SECONDS = 1
WIRE_MOST = 2**20


def serve(
    path: str | os.PathLike[str],
    *,
    person: str,
    host: str = "127.0.0.1",
    port: int = 0,
    ready: Callable[[str], None],
) -> None:
    """Serve a document until it is stopped.

    Parameters
    ----------
    person
        Who sits before the page that is opened first.
    port
        Where to listen; any free port for 0.
    ready
        Called with the address that opens the page, once, for a minute.

    Raises
    ------
    UsageError
        When the document cannot be written, the port is taken, or the host is not
        this machine.
    """
    if host not in LOOPBACK:
        raise UsageError(
            f"{host} is not this machine, and everybody there could open the shoot.\n"
            "Maybe leave --host out."
        )
    document = open_document(path, by=person)
    if document.is_read_only:
        held = document.held_by
        document.close()
        raise UsageError(
            f"{os.fspath(path)}: {held}.\nMaybe close it there, or wait a moment."
        )
    listening = _listening(host, port)
    chosen = listening.getsockname()[1]
    doors = Doors()
    shoot = LiveShoot(document, clock=_now)
    app = create_app(shoot, doors=doors, address=loopback(chosen))
    name = f"[{host}]" if ":" in host else host
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
            ws_max_size=WIRE_MOST,
            h11_max_incomplete_event_size=32 * 1024,
        )
    )
    ready(f"http://{name}:{chosen}/enter?code={doors.new_code(person)}")
    try:
        server.run(sockets=[listening])
    finally:
        shoot.close()


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        raise UsageError(
            f"Port {port} cannot be used: {(error.strerror or str(error)).lower()}.\n"
            "Maybe choose another with --port, or leave it out."
        ) from None
    made.listen(128)
    return made


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)

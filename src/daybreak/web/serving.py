"""Run the server on this machine, and say where to open it."""

from __future__ import annotations

import ipaddress
import os
import re
import socket
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import uvicorn

from daybreak.model.errors import UsageError
from daybreak.office.access import Access
from daybreak.office.live.opening import open_shoot, say_where
from daybreak.web.app import create_app
from daybreak.web.deadlines import Connection
from daybreak.web.doors import Doors
from daybreak.web.guard import behind_proxy, loopback
from daybreak.web.plain_pages import ENTER

GRACE_SECONDS = 1
WIRE_MOST = 2**20
HEAD_MOST = 32 * 1024
SWITCH_SECONDS = 0.0005
"""So long a thread that counts may keep the others from answering."""
NAME = re.compile(r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?")


def serve(
    path: str | os.PathLike[str],
    *,
    person: str,
    host: str = "127.0.0.1",
    port: int = 0,
    proxy: str = "",
    ready: Callable[[str], None],
) -> None:
    """Serve a document until it is stopped.

    Parameters
    ----------
    person
        Who sits before the page that is opened first.
    host
        Where to listen; anywhere but on this machine only with accounts and a proxy.
    port
        The port to listen at; any free one for 0.
    proxy
        The name under which a trusted proxy serves it by https; none where empty.
    ready
        Called with the address that opens the page, once, within a minute.

    Raises
    ------
    UsageError
        When the document cannot be written, the port is taken, or others could come
        in who should not.
    """
    access = Access(path)
    _refuse_open_doors(access, host, proxy)
    listening = _listening(host, port)
    try:
        shoot = open_shoot(path, by=person, clock=_now)
        try:
            chosen = int(listening.getsockname()[1])
            address = behind_proxy(proxy) if proxy else loopback(chosen)
            name = f"https://{proxy}" if proxy else f"http://{_shown(host)}:{chosen}"
            doors = Doors(access=access)
            server = server_of(create_app(shoot, doors=doors, address=address))
            say_where(shoot, name)
            sys.setswitchinterval(SWITCH_SECONDS)
            ready(f"{name}{ENTER}?code={doors.new_code(person)}")
            server.run(sockets=[listening])
        finally:
            shoot.close()
    finally:
        listening.close()


def is_loopback(host: str) -> bool:
    """Tell whether an address can be reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refuse_open_doors(access: Access, host: str, proxy: str) -> None:
    if proxy and not NAME.fullmatch(proxy):
        raise UsageError(
            f'"{proxy[:60]}" is no name of a host.\n'
            "Maybe give what people type, such as --trusted-proxy board.example.org."
        )
    if not proxy and is_loopback(host):
        return
    if access.is_empty():
        raise UsageError(
            "Others could reach this server, and nobody has an account: whoever finds "
            "it could open the shoot.\n"
            "Maybe add people first: daybreak access SHOOT add NAME --role read."
        )
    if not proxy:
        raise UsageError(
            f"{host} can be reached by others, and plain HTTP would show them every "
            "password.\n"
            "Maybe put a proxy that speaks https before it, and say its name: "
            "--trusted-proxy NAME."
        )


def server_of(app: object) -> uvicorn.Server:
    """Give the server of an app, with the limits that hold for every connection."""
    return uvicorn.Server(
        uvicorn.Config(
            app,  # type: ignore[arg-type]
            http=Connection,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,  # the guard reads them, where a proxy is trusted
            timeout_graceful_shutdown=GRACE_SECONDS,
            ws_max_size=WIRE_MOST,
            ws_per_message_deflate=False,  # packing each message anew for each page
            h11_max_incomplete_event_size=HEAD_MOST,
        )
    )


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except (OSError, OverflowError) as error:
        made.close()
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise UsageError(
            f"{host} port {port} cannot be used: {reason}.\n"
            "Maybe choose another with --port, or leave it out."
        ) from None
    made.listen(128)
    return made


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)

"""Pages for people who are not in yet: plain HTML, without any script."""

from __future__ import annotations

from html import escape

ENTER = "/enter"
STYLE = "/static/styles/enter.css"


def _page(title: str, inside: str, *, head: str = "") -> bytes:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} - Daybreak</title>\n"
        '<link rel="icon" href="/favicon.svg" type="image/svg+xml">\n'
        f'<link rel="stylesheet" href="{STYLE}">\n{head}</head>\n'
        f"<body><main>\n<h1>Daybreak</h1>\n{inside}</main></body>\n</html>\n"
    ).encode()


def going_on_page() -> bytes:
    """Give a page that goes on to the board by itself.

    A browser that came from another site's link, such as in a mail, keeps our cookie
    to itself until a page of ours asks.
    """
    refresh = '<meta http-equiv="refresh" content="0;url=/">\n'
    return _page("Come in", '<p><a href="/">Open the shoot</a></p>\n', head=refresh)


def error_page(status: int, said: str) -> bytes:
    """Give a page that says why something is refused, and what to do."""
    way = f'<p><a href="{ENTER}">Log in</a></p>\n' if "Log in" in said else ""
    return _page("Not here", f'<p role="alert">{_lines(said)}</p>\n{way}')


def login_page(*, said: str = "", name: str = "", onward: str = "/") -> bytes:
    """Give the page on which a name and a password are typed.

    Parameters
    ----------
    said
        What was wrong with the last try.
    onward
        The page that is opened then.
    """
    alert = f'<p role="alert">{_lines(said)}</p>\n' if said else ""
    return _page(
        "Log in",
        f"{alert}"
        f'<form method="post" action="{ENTER}">\n'
        '<label for="name">Name</label>\n'
        '<input id="name" name="name" autocomplete="username" required '
        f'maxlength="60" value="{escape(name)}">\n'
        '<label for="password">Password</label>\n'
        '<input id="password" name="password" type="password" '
        'autocomplete="current-password" required maxlength="200">\n'
        f'<input type="hidden" name="next" value="{escape(onward)}">\n'
        "<button>Log in</button>\n</form>\n",
    )


def invitation_page(secret: str, *, name: str, role: str) -> bytes:
    """Give the page on which somebody who followed a link goes on."""
    may = {"edit": "may edit", "comment": "may comment", "read": "may read"}[role]
    return _page(
        "Come in",
        f"<p>This link is for <b>{escape(name)}</b>, who {may}.</p>\n"
        f'<form method="post" action="{ENTER}">\n'
        f'<input type="hidden" name="link" value="{escape(secret)}">\n'
        f"<button>Open the shoot as {escape(name)}</button>\n</form>\n",
    )


def _lines(said: str) -> str:
    return "<br>".join(escape(line) for line in said.split("\n"))

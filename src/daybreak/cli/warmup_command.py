"""``daybreak warmup``: compile the planning kernels ahead of the first plan."""

from __future__ import annotations

from time import monotonic

from daybreak.cli.options import Json, Quiet
from daybreak.cli.speech import out_json, say


def warmup(quiet: Quiet = False, json: Json = False) -> None:
    """Prepare the planner for this machine, once.

    For example:
      daybreak warmup
    """
    # slow import: numba
    from daybreak.office.planning import warm_up  # noqa: PLC0415

    if not quiet:
        say("Compiling what planning needs; this happens once and takes a while ...")
    began = monotonic()
    warm_up()
    seconds = round(monotonic() - began, 1)
    if json:
        out_json({"ok": True, "seconds": seconds})
    elif not quiet:
        say(f"Ready after {seconds} s.")

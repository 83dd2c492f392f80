"""The kernels that order sequences can be compiled ahead of the first plan."""

from __future__ import annotations

from daybreak.solving.engines.cache import cache_folder
from daybreak.solving.sequences.ready import READY, are_sequences_ready
from tests.cli.running import real


def test_warmup_compiles_what_orders_sequences_too() -> None:
    (cache_folder() / READY).unlink(missing_ok=True)
    done = real("warmup", "-q", NUMBA_DISABLE_JIT="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (cache_folder() / READY).exists()
    assert are_sequences_ready()

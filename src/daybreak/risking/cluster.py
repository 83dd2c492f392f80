"""The same runs on an existing Dask cluster, with the extra ``[cluster]``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from daybreak.model.errors import SolverError, UsageError
from daybreak.risking.outcome import Outcome
from daybreak.risking.running import Bet, chunks, run_chunk

CONNECT_SECONDS = 10
LOOKS_SECONDS = 0.5


def outcomes_on(
    address: str,
    bet: Bet,
    runs: Sequence[int],
    *,
    stop: Callable[[], bool] | None = None,
) -> Iterator[Outcome]:
    """Yield the outcome of each run from a cluster, in the order they are done.

    What a worker had not handed over when it was lost is given to another one.

    Raises
    ------
    UsageError
        When Dask is not installed, or nobody answers at the address.
    SolverError
        When runs fail on worker after worker.
    """
    client = _client(address)
    try:
        workers = max(1, len(client.scheduler_info()["workers"]))
        yield from _collected(client, bet, chunks(runs, workers), stop)
    finally:
        client.close()


def _client(address: str) -> Any:
    try:
        from distributed import Client  # optional dependency  # noqa: PLC0415
    except ImportError:
        raise UsageError(
            f"--on {address}: Dask is not installed.\n"
            "Maybe write: pip install 'daybreak[cluster]'"
        ) from None
    try:
        connect: Any = Client
        return connect(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else "nobody answers"
        raise UsageError(
            f"--on {address}: {reason}\n"
            "Maybe look where the scheduler runs: dask scheduler prints tcp://..."
        ) from None


def _collected(
    client: Any,
    bet: Bet,
    parts: Sequence[tuple[int, ...]],
    stop: Callable[[], bool] | None,
) -> Iterator[Outcome]:
    import distributed  # optional dependency  # noqa: PLC0415

    wait: Any = distributed.wait

    left = {client.submit(run_chunk, bet, part, pure=False) for part in parts}
    while left and not (stop is not None and stop()):
        try:
            with client.as_current():
                wait(list(left), timeout=LOOKS_SECONDS, return_when="FIRST_COMPLETED")
        except TimeoutError:
            continue
        for one in [one for one in left if one.done()]:
            left.discard(one)
            if one.status != "finished":
                raise SolverError(
                    f"The cluster gave up on some runs: {one.exception()}\n"
                    "Maybe look at the log of its workers; finished runs are kept."
                )
            yield from one.result()
    client.cancel(list(left))

"""A server of its own process, which a test may stop and start again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import TracebackType

PROGRAM = """
import sys
from daybreak.web.serving import serve
path, person, port = sys.argv[1:4]
serve(path, person=person, port=int(port), ready=lambda url: print(url, flush=True))
"""


class Served:
    """A document that is served until the block ends.

    Parameters
    ----------
    path
        The document.
    person
        Who sits before the page that is opened first.
    """

    def __init__(self, path: Path, person: str = "anna") -> None:
        self.path, self.person = path, person
        self.port = 0
        self.address = ""
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Served:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def origin(self) -> str:
        """The scheme, host and port of every page."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> str:
        """Serve, on the same port as before where there was one; give the address."""
        words = [sys.executable, "-c", PROGRAM, str(self.path), self.person]
        self._process = subprocess.Popen(
            [*words, str(self.port)], stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        if not self.address.startswith("http"):
            raise AssertionError(f"the server said {self.address!r} and no address")
        self.port = int(self.address.split("/")[2].rpartition(":")[2])
        return self.address

    def stop(self) -> None:
        """Stop the server, as a closed terminal would."""
        if self._process is None:
            return
        self._process.terminate()
        self._process.wait(15)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None

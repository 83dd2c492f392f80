"""Readers that fail in every way a process can: run by the tests of the sandbox."""

from __future__ import annotations

import json
import os
import signal
import sys
import time

from daybreak.importers.child import limit_this_process
from daybreak.importers.limits import Limits


def main(path: str, written: str) -> None:
    limit_this_process(Limits(**json.loads(written)))
    way = os.path.basename(path)
    if way == "crash":
        os.kill(os.getpid(), signal.SIGABRT)
    elif way == "sleep":
        time.sleep(60)
    elif way == "spin":
        while True:
            pass
    elif way == "memory":
        sys.stdout.write(str(len(bytearray(4 << 30))))
    elif way == "exit":
        sys.exit(7)
    elif way == "nonsense":
        sys.stdout.write("hello")
    elif way == "half":
        sys.stdout.write('{"read": {"file": "a"}}')
    elif way == "write":
        with open(os.environ["DAYBREAK_TEST_TARGET"], "w") as file:
            file.write("x" * 1000)


if __name__ == "__main__":
    main(*sys.argv[1:])

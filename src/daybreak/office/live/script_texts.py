"""The words of a scene, out of the script that a document keeps."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path
from typing import Any

from daybreak.importers.drafts import numbers_of
from daybreak.importers.sandbox import read_in_child
from daybreak.importers.screenplay import UNPRINTED, Screenplay, ScriptScene, plain
from daybreak.model.errors import UsageError
from daybreak.model.production import Production, Scene
from daybreak.office.live.session import LiveShoot
from daybreak.store.scripts import Script, scripts

Json = dict[str, Any]
KEPT_MOST = 8


class Scripts:
    """Reads the scripts of an open document, each once, in a process of its own.

    Parameters
    ----------
    shoot
        The open document.
    """

    def __init__(self, shoot: LiveShoot) -> None:
        self._shoot = shoot
        self._read: dict[str, Screenplay] = {}
        self._turn = threading.Lock()

    def scene(self, scene: str) -> Json:
        """Give the text of a scene; ``text`` is None where no script has it.

        Raises
        ------
        UsageError
            When there is no such scene.
        ImportProblem
            When a script that is kept cannot be read.
        """
        production = self._shoot.production()
        found = {one.id: one for one in production.scenes}.get(scene)
        if found is None:
            raise UsageError(f'There is no scene "{scene}".')
        for script in self._drafts(production, found):
            part = _part(self._screenplay(script), _whole(production, found))
            if part is not None:
                file, color = script.file, script.color
                return {"file": file, "color": color, "text": _lines(part)}
        return {"file": None, "color": "", "text": None}

    def _drafts(self, production: Production, scene: Scene) -> list[Script]:
        """Give the scripts that may have it, the newest draft first."""
        kept = list(scripts(self._shoot.entries()).values())
        is_alone = len(production.pictures) == 1
        return [
            one
            for one in reversed(kept)
            if one.picture == scene.picture or (not one.picture and is_alone)
        ] or [one for one in reversed(kept) if not one.picture]

    def _screenplay(self, script: Script) -> Screenplay:
        with self._turn:
            found = self._read.get(script.sha256)
            if found is None:
                content = self._shoot.file(script.sha256)
                found = _parsed(script.file, content)
                if len(self._read) >= KEPT_MOST:
                    self._read.clear()
                self._read[script.sha256] = found
            return found


def _parsed(file: str, content: bytes) -> Screenplay:
    """Read a script in the child that reads all scripts, within its limits."""
    with tempfile.TemporaryDirectory(prefix="daybreak-") as folder:
        path = Path(folder) / (Path(file).name or "script.fountain")
        path.write_bytes(content)
        return read_in_child(path)


def _whole(production: Production, scene: Scene) -> Scene:
    """Give the scene that a part was split from."""
    by_id = {one.id: one for one in production.scenes}
    seen = {scene.id}
    while scene.part_of in by_id and scene.part_of not in seen:
        scene = by_id[scene.part_of]
        seen.add(scene.id)
    return scene


def _part(script: Screenplay, scene: Scene) -> ScriptScene | None:
    """Give the scene of its number; where several have it, that of its heading."""
    parts = script.scenes()
    numbers, _ = numbers_of([one.heading.number for one in parts])
    named = [
        one
        for one, number in zip(parts, numbers, strict=True)
        if number == scene.number and not one.heading.is_omitted
    ]
    alike = [one for one in named if _heading(one) == scene.heading.casefold().strip()]
    return next(iter(alike or named), None)


def _heading(part: ScriptScene) -> str:
    return plain(part.heading.text).casefold().strip()


def _lines(part: ScriptScene) -> list[Json]:
    return [
        {"kind": one.kind, "text": plain_lines(one.text)}
        for one in (part.heading, *part.body)
        if one.text.strip() and one.kind not in UNPRINTED
    ]


def plain_lines(text: str) -> str:
    """Give a text without marks of emphasis, line by line."""
    return "\n".join(plain(line) for line in text.split("\n"))

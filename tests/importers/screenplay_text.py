"""A small writer of Fountain and FDX for tests: made scenes to text."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from hypothesis import strategies as st


@dataclass(frozen=True)
class Speech:
    cue: str
    lines: tuple[str, ...]
    parenthetical: str | None


@dataclass(frozen=True)
class MadeScene:
    place: str
    location: str
    time: str
    number: str | None
    synopsis: str | None
    body: tuple[str | Speech, ...]

    @property
    def heading(self) -> str:
        return f"{self.place} {self.location} - {self.time}"


LETTERS = st.characters(categories=["Lu", "Ll", "Lo"], exclude_characters="ßŉǰΐΰ")
WORD = st.text(LETTERS, min_size=1, max_size=8)
LINE = st.lists(WORD, min_size=1, max_size=6).map(lambda words: "so " + " ".join(words))
NAME = st.lists(
    st.text(st.characters(codec="ascii", categories=["Lu"]), min_size=2, max_size=8),
    min_size=1,
    max_size=2,
).map(lambda words: "Q" + " Q".join(words))
NUMBER = st.from_regex(r"[1-9][0-9]{0,2}[A-Z]?", fullmatch=True)

SPEECH = st.builds(
    Speech,
    cue=NAME,
    lines=st.lists(LINE, min_size=1, max_size=3).map(tuple),
    parenthetical=st.none() | WORD.map(lambda word: f"({word})"),
)
SCENE = st.builds(
    MadeScene,
    place=st.sampled_from(["INT.", "EXT.", "INT./EXT."]),
    location=NAME,
    time=st.sampled_from(["DAY", "NIGHT", "DAWN", "DUSK"]),
    number=st.none() | NUMBER,
    synopsis=st.none() | LINE,
    body=st.lists(LINE | SPEECH, max_size=4).map(tuple),
)
SCRIPT = st.lists(SCENE, min_size=1, max_size=6).map(tuple)


def to_fountain(scenes: tuple[MadeScene, ...]) -> str:
    parts = []
    for scene in scenes:
        number = f" #{scene.number}#" if scene.number else ""
        parts.append(scene.heading + number)
        if scene.synopsis:
            parts.append(f"= {scene.synopsis}")
        parts.extend(map(_block, scene.body))
    return "\n\n".join(parts) + "\n"


def _block(part: str | Speech) -> str:
    if isinstance(part, str):
        return part
    aside = [part.parenthetical] if part.parenthetical else []
    return "\n".join([part.cue, *aside, *part.lines])


def to_fdx(scenes: tuple[MadeScene, ...]) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<FinalDraft DocumentType="Script" Version="5"><Content>')
    for scene in scenes:
        number = f" Number={quoteattr(scene.number)}" if scene.number else ""
        synopsis = (
            "<SceneProperties><Summary><Paragraph><Text>"
            f"{escape(scene.synopsis)}</Text></Paragraph></Summary></SceneProperties>"
            if scene.synopsis
            else ""
        )
        lines.append(
            f'<Paragraph Type="Scene Heading"{number}>{synopsis}'
            f"<Text>{escape(scene.heading)}</Text></Paragraph>"
        )
        for part in scene.body:
            lines.extend(_paragraphs(part))
    lines.append("</Content></FinalDraft>")
    return "\n".join(lines).encode()


def _paragraphs(part: str | Speech) -> list[str]:
    if isinstance(part, str):
        return [_paragraph("Action", part)]
    aside = (
        [_paragraph("Parenthetical", part.parenthetical)] if part.parenthetical else []
    )
    speech = [_paragraph("Dialogue", "\n".join(part.lines))]
    return [_paragraph("Character", part.cue), *aside, *speech]


def _paragraph(kind: str, text: str) -> str:
    half = len(text) // 2
    runs = f"<Text>{escape(text[:half])}</Text><Text>{escape(text[half:])}</Text>"
    return f'<Paragraph Type="{kind}">{runs}</Paragraph>'

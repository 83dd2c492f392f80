"""Final Draft FDX, versions 1 to 6, to a `Screenplay`.

The file is read by expat within limits (no DOCTYPE, no entities, depth, number of
elements and attributes) and walked level by level, never recursively.
"""

from __future__ import annotations

from dataclasses import replace

from daybreak.importers.fdx_layout import overrides, read_layout, read_spec
from daybreak.importers.fdx_tags import Tags, read_cast
from daybreak.importers.fdx_tree import Node, is_too_long, read_tree
from daybreak.importers.headings import is_heading, is_omitted
from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.page import STYLES, spec_for
from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.screenplay import (
    Column,
    Element,
    ElementKind,
    Note,
    Screenplay,
    Spec,
    Tag,
)
from daybreak.model.eighths import parse_eighths

_VERSIONS = frozenset("123456")
_KEPT_AS = {"scene_heading": "shot (as heading where it begins with INT. or EXT.)"}


def parse_fdx(
    data: bytes, file: str, *, remarks: Remarks | None = None, limits: Limits = LIMITS
) -> Screenplay:
    """Read a Final Draft script.

    Parameters
    ----------
    data
        The bytes of the file.
    file
        Its name, for messages; folders in it are dropped.
    remarks
        What was already said about the file.
    limits
        How much is read at most.

    Raises
    ------
    ImportProblem
        ``FDX-E01`` to ``FDX-E07``, ``SCR-E07`` too many scenes.
    """
    remarks = remarks or Remarks(file)
    root = read_tree(data, remarks, limits)
    _check_root(root, remarks)
    reader = _Reader(root, remarks, limits)
    elements = reader.read()
    if not any(element.kind == "scene_heading" for element in elements):
        remarks.warn(
            "SCR-W03",
            1,
            "the script has no scene heading, so there is nothing to shoot",
            'give the first line of each scene Type="Scene Heading"',
        )
    return Screenplay(
        file=remarks.file,
        source_format="fdx",
        title_page=_title_page(root),
        elements=elements,
        notes=tuple(sorted(reader.notes, key=lambda note: note.line)),
        cast_list=read_cast(root),
        layout=reader.layout,
        remarks=remarks.done(),
    )


def _check_root(root: Node, remarks: Remarks) -> None:
    if root.name != "FinalDraft":
        remarks.refuse(
            "FDX-E06",
            root.line,
            f"the XML begins with <{snippet(root.name)}>, not <FinalDraft>",
            "export the script as Final Draft FDX",
        )
    if root.get("Version") not in _VERSIONS:
        remarks.warn(
            "FDX-W01",
            root.line,
            f'version "{snippet(root.get("Version"))}" of FDX is unknown; it was read '
            "as version 6",
            "look through the scene list",
        )
    if root.get("DocumentType", "Script") != "Script":
        remarks.warn(
            "FDX-W04",
            root.line,
            f'the document is of type "{snippet(root.get("DocumentType"))}", no Script',
            "look through the scene list",
        )


def _title_page(root: Node) -> tuple[tuple[str, str], ...]:
    """Give the lines of the title page; the first centered one is the title."""
    page = root.child("TitlePage")
    content = page.child("Content") if page else None
    if content is None:
        return ()
    fields: list[tuple[str, str]] = []
    for paragraph in content.all("Paragraph"):
        text = _joined(paragraph).strip()
        is_center = paragraph.get("Alignment") == "Center"
        if text and is_center and not any(key == "Title" for key, _ in fields):
            fields.append(("Title", text))
        elif text:
            fields.append(("Text", text))
    return tuple(fields)


def _joined(paragraph: Node) -> str:
    return "".join(run.text() for run in paragraph.all("Text"))


class _Reader:
    """Reads the paragraphs of a script."""

    def __init__(self, root: Node, remarks: Remarks, limits: Limits) -> None:
        self._remarks = remarks
        self._limits = limits
        self._content = root.child("Content")
        self._tags = Tags(root, remarks)
        self.layout = read_layout(root, remarks)
        self._specs = dict(self.layout.specs) if self.layout else {}
        self._paginate_as = _paginate_as(root)
        self._all_caps = _all_caps(root)
        self._unknown: dict[str, list[int]] = {}
        self._elements: list[Element] = []
        self._scenes = 0
        self.notes: list[Note] = []

    def read(self) -> tuple[Element, ...]:
        """Give the elements of the script."""
        for node in self._content.children if self._content else ():
            dual = node if node.name == "DualDialogue" else node.child("DualDialogue")
            if dual is not None:
                self._take_dual(dual)
            elif node.name == "Paragraph":
                self._take(node, None)
        self._warn_unknown()
        return tuple(self._without_empty_headings())

    def _take_dual(self, dual: Node) -> None:
        speeches = 0
        for paragraph in dual.all("Paragraph"):
            if self._kind(paragraph)[0] == "character":
                speeches += 1
            self._take(paragraph, "right" if speeches > 1 else "left")

    def _take(self, node: Node, column: Column | None) -> None:
        self._take_notes(node)
        kind, style = self._kind(node)
        text = self._text(node, style)
        if not text.strip() and kind != "scene_heading":
            return
        element = Element(
            kind=kind,
            text=text.strip() if kind in ("scene_heading", "character") else text,
            first_line=node.line,
            last_line=max(node.last_line, node.line),
            raw=_joined(node),
            column=column,
            style=style,
            spec=self._spec(node, kind, style),
            tags=self._run_tags(node),
        )
        if kind == "scene_heading":
            element = self._heading(node, element)
        self._elements.append(element)

    def _text(self, node: Node, style: str) -> str:
        parts = []
        for run in node.all("Text"):
            text = run.text()
            is_upper = style in self._all_caps or "AllCaps" in run.get("Style")
            parts.append(text.upper() if is_upper else text)
        whole = "".join(parts)
        if is_too_long(whole, self._limits):
            self._remarks.refuse(
                "FDX-E07",
                node.line,
                f"a paragraph is longer than {self._limits.line_bytes:,} bytes",
                "break it into several paragraphs",
            )
        return whole

    def _run_tags(self, node: Node) -> tuple[Tag, ...]:
        found: list[Tag] = []
        for run in node.all("Text"):
            if "TagNumber" in run.attributes:
                found.extend(self._tags.of_run(run))
        return tuple(dict.fromkeys(found))

    def _spec(self, node: Node, kind: ElementKind, style: str) -> Spec | None:
        if not overrides(node):
            return None
        return read_spec(node, spec_for(kind, style, self._specs), self._remarks)

    def _take_notes(self, node: Node) -> None:
        for note in node.all("ScriptNote"):
            text = "\n".join(map(_joined, note.all("Paragraph"))).strip()
            if text:
                self.notes.append(Note(line=note.line, kind="script_note", text=text))

    # kinds ---------------------------------------------------------------

    def _kind(self, node: Node) -> tuple[ElementKind, str]:
        """Give what a paragraph is to us, and the type it is measured by."""
        style = node.get("Type") or "Action"
        if style in STYLES:
            return STYLES[style], style
        self._unknown.setdefault(style, []).append(node.line)
        like = self._paginate_as.get(style, "Action")
        kind = STYLES.get(like, "action")
        if kind == "scene_heading" and not is_heading(_joined(node).strip()):
            kind = "shot"  # it breaks pages as a heading does, but begins no scene
        return kind, style if style in self._specs else like

    def _warn_unknown(self) -> None:
        for style, lines in self._unknown.items():
            kind = STYLES.get(self._paginate_as.get(style, "Action"), "action")
            times = f" ({len(set(lines))} times)" if len(set(lines)) > 1 else ""
            self._remarks.warn(
                "FDX-W07",
                lines[0],
                f'paragraph type "{snippet(style)}" is unknown{times}, kept as '
                f"{_KEPT_AS.get(kind, kind)}",
                'set its Type to a standard one, such as "Scene Heading", and import '
                "again",
            )

    # headings ------------------------------------------------------------

    def _heading(self, node: Node, element: Element) -> Element:
        self._scenes += 1
        if self._scenes > self._limits.scenes:
            self._remarks.refuse(
                "SCR-E07",
                node.line,
                f"the script has more than {self._limits.scenes:,} scenes",
                "split it into several files, one for each picture",
            )
        text = " ".join(element.text.split())
        properties = node.child("SceneProperties")
        omitted = node.child("OmittedScene")
        return replace(
            element,
            text=text,
            number=" ".join(node.get("Number").split()) or None,
            is_omitted=omitted is not None or is_omitted(text),
            eighths=self._stated_length(properties) if properties else None,
            synopsis=_summary(properties) if properties else None,
            color=(properties.get("Color") or None) if properties else None,
        )

    def _stated_length(self, properties: Node) -> int | None:
        text = properties.get("Length").strip()
        if not text:
            return None
        try:
            eighths = parse_eighths(text)
        except ValueError:
            eighths = 0
        if eighths:
            return eighths
        self._remarks.warn(
            "FDX-W02",
            properties.line,
            f'the length "{snippet(text)}" is no page count and was estimated',
            "give eighths in the breakdown, such as 1 3/8",
        )
        return None

    def _without_empty_headings(self) -> list[Element]:
        """Drop headings of nothing with nothing after them; say of the others."""
        kept: list[Element] = []
        for at, element in enumerate(self._elements):
            if element.kind == "scene_heading" and not element.text:
                after = self._elements[at + 1 : at + 2]
                is_alone = not after or after[0].kind in ("scene_heading", "end_of_act")
                self._remarks.warn(
                    "FDX-W03",
                    element.first_line,
                    "a scene heading is empty"
                    + (" and was left out" if is_alone else ", its scene was kept"),
                    "write where it plays: INT. HOUSE - DAY",
                )
                if is_alone:
                    continue
            kept.append(element)
        return kept


def _summary(properties: Node) -> str | None:
    summary = properties.child("Summary")
    if summary is None:
        return None
    lines = [_joined(paragraph).strip() for paragraph in summary.all("Paragraph")]
    return " ".join(" ".join(lines).split()) or None


def _paginate_as(root: Node) -> dict[str, str]:
    found = {}
    for settings in root.all("ElementSettings"):
        behavior = settings.child("Behavior")
        if behavior is not None and behavior.get("PaginateAs"):
            found[settings.get("Type")] = behavior.get("PaginateAs")
    return found


def _all_caps(root: Node) -> frozenset[str]:
    """Name the paragraph types that print in capitals however they are typed."""
    found = set()
    for settings in root.all("ElementSettings"):
        font = settings.child("FontSpec")
        if font is not None and "AllCaps" in font.get("Style"):
            found.add(settings.get("Type"))
    return frozenset(found)

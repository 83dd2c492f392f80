"""What is tagged in an FDX file, and who plays whom."""

from __future__ import annotations

from daybreak.importers.fdx_tree import Node
from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.screenplay import Tag


class Tags:
    """The tags of a file by the number that runs of text carry.

    ``Text/@TagNumber`` -> ``Tags/Tag[@Number]/DefId`` -> ``TagDefinition[@Id]`` with
    ``@CatId`` and ``@Label`` -> ``TagCategory[@Id]/@Name``.
    """

    def __init__(self, root: Node, remarks: Remarks) -> None:
        self._remarks = remarks
        self._by_number: dict[str, tuple[Tag, ...]] = {}
        self._said: set[str] = set()
        data = root.child("TagData")
        if data is not None:
            self._read(data)

    def of_run(self, run: Node) -> tuple[Tag, ...]:
        """Give the tags of a run of text."""
        numbers = run.get("TagNumber").replace(",", " ").split()
        found: list[Tag] = []
        for number in numbers:
            if number in self._by_number:
                found.extend(self._by_number[number])
            elif number not in ("0", "-1"):
                self._warn(number, run.line, f"TagNumber {snippet(number)}")
        return tuple(found)

    def _read(self, data: Node) -> None:
        categories = {
            node.get("Id"): node.get("Name").strip()
            for node in _inside(data, "TagCategories", "TagCategory")
        }
        definitions: dict[str, Tag] = {}
        for node in _inside(data, "TagDefinitions", "TagDefinition"):
            label = " ".join(node.get("Label").split())
            category = categories.get(node.get("CatId")) or "Miscellaneous"
            if label:
                definitions[node.get("Id")] = Tag(category=category, label=label)
        for node in _inside(data, "Tags", "Tag"):
            ids = [child.text().strip() for child in node.all("DefId")]
            known = tuple(definitions[key] for key in ids if key in definitions)
            self._by_number[node.get("Number")] = known
            for key in ids:
                if key not in definitions:
                    self._warn(key, node.line, f"tag {snippet(node.get('Number'))}")

    def _warn(self, key: str, line: int, what: str) -> None:
        if key in self._said:
            return
        self._said.add(key)
        self._remarks.warn(
            "FDX-W05",
            line,
            f"{what} points at nothing and was left out",
            "tag the text anew in the program that wrote it",
        )


def _inside(data: Node, group: str, name: str) -> list[Node]:
    parent = data.child(group)
    return list(parent.all(name)) if parent else []


def read_cast(root: Node) -> tuple[tuple[str, str], ...]:
    """Give pairs of a character and its actor, where the file names one."""
    pairs: dict[str, str] = {}
    for group in ("Cast", "CastList"):
        for parent in root.all(group):
            for member in parent.all("Member"):
                character = " ".join(member.get("Character").split())
                actor = " ".join(member.get("Actor").split())
                if character and actor:
                    pairs.setdefault(character, actor)
    return tuple(pairs.items())

"""The page of an FDX file: its settings, and what a paragraph overrides."""

from __future__ import annotations

from fractions import Fraction

from daybreak.importers.fdx_tree import Node
from daybreak.importers.page import STOCK, STOCK_SPECS
from daybreak.importers.remarks import Remarks, snippet
from daybreak.importers.screenplay import Layout, Spec

_INCH = 72
_LINE = 12
_SANE = Fraction(1000)
_SPEC_KEYS = ("LeftIndent", "RightIndent", "SpaceBefore", "Spacing")


def read_layout(root: Node, remarks: Remarks) -> Layout | None:
    """Give the page settings of a file, None where it has none of its own."""
    settings = list(root.all("ElementSettings"))
    page = root.child("PageLayout")
    if not settings and page is None:
        return None
    specs = dict(STOCK.specs)
    for node in settings:
        paragraph = node.child("ParagraphSpec")
        if paragraph is not None:
            style = node.get("Type")
            stock = specs.get(style, STOCK_SPECS["action"])
            specs[style] = read_spec(paragraph, stock, remarks)
    return Layout(
        body_points=_body(page, remarks) if page else STOCK.body_points,
        specs=tuple(specs.items()),
    )


def read_spec(node: Node, otherwise: Spec, remarks: Remarks) -> Spec:
    """Give how a paragraph stands, by its attributes and what they leave out."""
    before = _number(node, "SpaceBefore", remarks)
    left = _number(node, "LeftIndent", remarks)
    right = _number(node, "RightIndent", remarks)
    spacing = _number(node, "Spacing", remarks)
    return Spec(
        left=otherwise.left if left is None else left,
        right=otherwise.right if right is None else right,
        before=otherwise.before if before is None else max(before / _LINE, Fraction(0)),
        spacing=spacing if spacing and spacing > 0 else otherwise.spacing,
    )


def overrides(node: Node) -> bool:
    """Tell whether a paragraph has measures of its own."""
    return any(key in node.attributes for key in _SPEC_KEYS)


def _body(page: Node, remarks: Remarks) -> Fraction:
    size = page.child("PageSize")
    height = _number(size, "Height", remarks) if size else None
    top = _number(page, "TopMargin", remarks)
    bottom = _number(page, "BottomMargin", remarks)
    body = (
        (Fraction(11) if height is None else height) * _INCH
        - (Fraction(_INCH) if top is None else top)
        - (Fraction(_INCH) if bottom is None else bottom)
    )
    return body if body >= _LINE else STOCK.body_points


def _number(node: Node, name: str, remarks: Remarks) -> Fraction | None:
    """Give a measure, None where it is absent or senseless."""
    text = node.get(name).strip()
    if not text:
        return None
    digits = text.lstrip("+-").replace(".", "", 1)
    if digits.isascii() and digits.isdigit() and len(text) <= 20:
        value = Fraction(text)
        if abs(value) <= _SANE:
            return value
    remarks.warn(
        "FDX-W06",
        node.line,
        f'{name}="{snippet(text)}" is no measure; the stock one is used',
        "save the script anew in the program that wrote it",
    )
    return None

"""``daybreak schema``: the JSON Schema of the two documents."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from daybreak.cli.options import Json
from daybreak.cli.speech import out_json

Document = Annotated[
    Literal["production", "schedule"], typer.Argument(help="Which document.")
]


def schema(document: Document, json: Json = False) -> None:
    """Write the JSON Schema of a document.

    For example:
      daybreak schema production > production.schema.json
    """
    from daybreak.model.json_schema import schema_of  # slow import  # noqa: PLC0415

    out_json(schema_of(document))

"""``daybreak schema``: the JSON Schema of the two documents."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from daybreak.cli.options import Json
from daybreak.cli.speech import out_json
from daybreak.model.json_schema import schema_of
from daybreak.model.production import Production
from daybreak.model.schedule import Schedule

DOCUMENTS: dict[str, type[Production] | type[Schedule]] = {
    "production": Production,
    "schedule": Schedule,
}

Document = Annotated[
    Literal["production", "schedule"],
    typer.Argument(metavar="DOCUMENT", help="Which: production or schedule."),
]


def schema(document: Document, json: Json = False) -> None:
    """Write the JSON Schema of a document.

    For example:
      daybreak schema production > production.schema.json
    """
    out_json(schema_of(DOCUMENTS[document]))

"""``daybreak edit``: change many facts of a breakdown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from daybreak.cli.document_options import By, moment, person
from daybreak.cli.options import Json
from daybreak.cli.speech import out_json, say, say_all
from daybreak.model.errors import UsageError

if TYPE_CHECKING:
    from daybreak.office.edits.applying import Change

Action = Literal["merge", "tag", "number", "minor", "holidays"]
NAMES = {
    "merge": (2, 2, "the spelling that goes, and the one that stays"),
    "tag": (1, 1, "the element"),
    "number": (0, 0, "nothing"),
    "minor": (2, 2, "the person, and the age in years"),
    "holidays": (1, 99, "countries or dates"),
}
"""By action: how many names it takes, and what they are."""

Source = Annotated[
    str,
    typer.Argument(
        metavar="PRODUCTION", help="The production, a JSON file or .daybreak document."
    ),
]
ActionArgument = Annotated[Action, typer.Argument(help="What to do.")]
Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAMES", help="What it takes, as shown below.", show_default=False
    ),
]
Out = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write the production; - for a pipe. Not for a document.",
        show_default=False,
    ),
]
Category = Annotated[
    str,
    typer.Option(metavar="NAME", help="tag: of a new element, such as props."),
]
Scenes = Annotated[
    list[str] | None,
    typer.Option(
        "--scene",
        metavar="NUMBERS",
        help="tag: scenes, such as 12,14A; may be repeated.",
        show_default=False,
    ),
]
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="NAME",
        help="tag: every scene that has this person, place or element.",
        show_default=False,
    ),
]
NoSchool = Annotated[
    bool, typer.Option("--no-school", help="minor: school is not in session.")
]


def edit(
    production: Source,
    action: ActionArgument,
    names: Names = None,
    output: Out = None,
    category: Category = "",
    scene: Scenes = None,
    with_: With = None,
    no_school: NoSchool = False,
    by: By = None,
    json: Json = False,
) -> None:
    """Change a breakdown: merge spellings, tag scenes, number the cast, add holidays.

    People, places and elements are named by id, name, character or cast number. In a
    document each edit is one wish: daybreak undo takes it back.

    For example:
      daybreak edit production.json merge "JOES DINER" "JOE'S DINER" -o new.json
      daybreak edit shoot.daybreak merge MARRY MARY
      daybreak edit shoot.daybreak tag "Red Porsche" --category vehicles --scene 12,14A
      daybreak edit shoot.daybreak tag "Studio teacher" --category labor --with TIMMY
      daybreak edit shoot.daybreak number
      daybreak edit shoot.daybreak minor TIMMY 8
      daybreak edit shoot.daybreak holidays GB US-CA 2027-12-24
    """
    from daybreak.office.edits import applying  # slow import: readers  # noqa: PLC0415

    given = tuple(names or ())
    _refuse_count(action, given)
    _refuse_flags(action, bool(category or scene or with_), no_school)
    change = _change(
        action, given, category, tuple(scene or ()), tuple(with_ or ()), not no_school
    )
    done = applying.apply(production, change, output=output, by=person(by), at=moment())
    if json and output != "-":
        out_json({"ok": True, "said": done.said, "entries": done.entries})
        return
    say_all(done.said)
    if done.entries:
        say(f"Written to {production}; daybreak undo {production} takes it back.")
    elif output is None:
        say("Nothing was changed.")
    elif output != "-":
        say(f"Written to {output}.")


def _refuse_count(action: str, names: tuple[str, ...]) -> None:
    least, most, what = NAMES[action]
    if not least <= len(names) <= most:
        raise UsageError(
            f"{action} takes {what}; {len(names)} given.\n"
            "Maybe look at the examples: daybreak edit --help."
        )


def _refuse_flags(action: str, tags: bool, no_school: bool) -> None:
    if tags and action != "tag":
        raise UsageError(
            f"{action} takes no --category, --scene or --with.\nMaybe leave them out."
        )
    if no_school and action != "minor":
        raise UsageError(f"{action} takes no --no-school.\nMaybe leave it out.")


def _change(
    action: str,
    names: tuple[str, ...],
    category: str,
    scenes: tuple[str, ...],
    anchors: tuple[str, ...],
    school: bool,
) -> Change:
    """Give the edit that an action asks for."""
    from daybreak.office.edits import (  # slow import: readers  # noqa: PLC0415
        casting,
        holidays,
        merging,
        tagging,
    )

    if action == "merge":
        return lambda made: merging.merge(made, names[0], names[1])
    if action == "tag":
        return lambda made: tagging.tag(
            made, names[0], category=category, scenes=scenes, anchors=anchors
        )
    if action == "minor":
        age = _age(names[1])
        return lambda made: casting.minor(made, names[0], age, school=school)
    if action == "holidays":
        return lambda made: holidays.add_holidays(made, names)
    return casting.number


def _age(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise UsageError(
            f"{text}: is no age.\nMaybe write it in whole years, such as 8."
        )
    return int(text)

"""Every small case of Fountain, one element list each."""

from __future__ import annotations

import pytest

from daybreak.importers.fountain import parse_fountain
from daybreak.importers.screenplay import Screenplay, plain


def read(text: str) -> Screenplay:
    return parse_fountain(text, "case.fountain")


def kinds(text: str) -> list[tuple[str, str]]:
    return [(element.kind, element.text) for element in read(text).elements]


def codes(text: str) -> list[str]:
    return [remark.code for remark in read(text).remarks if remark.code != "SCR-W03"]


@pytest.mark.parametrize(
    "line",
    [
        "INT. HOUSE - DAY",
        "int. house - day",
        "EXT. HOUSE - DAY",
        "INT HOUSE DAY",
        "INT/EXT. HOUSE - DAY",
        "INT./EXT. HOUSE - DAY",
        "EXT/INT. HOUSE - DAY",
        "EXT./INT. HOUSE - DAY",
        "I/E. HOUSE - DAY",
        "I./E. HOUSE - DAY",
        "I/E HOUSE DAY",
        "INT - HOUSE - DAY",
        "EXT - HOUSE - DAY",
        "INT SCOTT'S APARTMENT",
        "EST. HOUSE - DAY",
        "EST HOUSE DAY",
        "\tINT. HOUSE - DAY",
        "    INT. HOUSE - DAY   ",
    ],
)
def test_a_line_that_begins_as_a_heading_is_one(line: str) -> None:
    text = f"Before.\n\n{line}\n\nAfter.\n"
    assert kinds(text)[1] == ("scene_heading", line.strip())
    assert codes(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "INTERNATIONAL AIRPORT",
        "INT",
        "ESTABLISHING",
        "... not a heading",
        ". NOT A HEADING",
        "EXTRAORDINARY, THAT.",
        "In. the house",
    ],
)
def test_other_lines_are_action(line: str) -> None:
    assert kinds(f"Before.\n\n{line}\n\nAfter.\n")[1] == ("action", line)


@pytest.mark.parametrize(
    "line", [".KITCHEN", ".kitchen", ".9 LIVES", ".சீன் 1", ".ÉCOLE"]
)
def test_a_dot_forces_a_heading(line: str) -> None:
    element = read(f"{line}\n\nAction.\n").elements[0]
    assert (element.kind, element.text, element.forced) == (
        "scene_heading",
        line[1:],
        True,
    )


def test_a_heading_without_a_blank_line_after_it_is_taken_with_a_warning() -> None:
    script = read("INT. HOUSE - DAY\nHe sits.\n")
    assert [element.kind for element in script.elements] == ["scene_heading", "action"]
    assert [str(remark) for remark in script.remarks] == [
        'case.fountain:1: FTN-W02 the heading "INT. HOUSE - DAY" has no blank line '
        "after it and was taken as a heading — put a blank line after it, or ! at its "
        "start if it is action"
    ]


def test_a_heading_without_a_blank_line_before_it_is_taken_with_a_warning() -> None:
    text = "He sits.\nINT. HOUSE - DAY\n\nShe sits.\n"
    assert [kind for kind, _ in kinds(text)] == ["action", "scene_heading", "action"]
    assert codes(text) == ["FTN-W01"]


def test_a_heading_directly_under_a_transition_is_one_and_no_speech() -> None:
    text = "Action.\n\nCUT TO:\nINT. HOUSE - DAY\n\nShe sits.\n"
    assert kinds(text) == [
        ("action", "Action."),
        ("transition", "CUT TO:"),
        ("scene_heading", "INT. HOUSE - DAY"),
        ("action", "She sits."),
    ]
    assert codes(text) == ["FTN-W01"]


def test_fade_in_directly_over_a_heading_is_no_character() -> None:
    assert kinds("FADE IN:  \nEXT. SEA - DAY\n\nWaves.\n") == [
        ("action", "FADE IN:"),
        ("scene_heading", "EXT. SEA - DAY"),
        ("action", "Waves."),
    ]


def test_a_sentence_in_a_speech_is_no_heading() -> None:
    text = "INT. HOUSE - DAY\n\nANN\nInt. means interior.\nExt 42 rang.\n"
    assert kinds(text)[2] == ("dialogue", "Int. means interior.\nExt 42 rang.")


def test_a_heading_without_a_place_is_kept_with_a_warning() -> None:
    assert codes("INT.\n\nAction.\n") == ["FTN-W08"]


@pytest.mark.parametrize(
    ("line", "text", "number"),
    [
        ("INT. A - DAY #1#", "INT. A - DAY", "1"),
        ("INT. A - DAY #1-A#", "INT. A - DAY", "1-A"),
        ("INT. A - DAY #110A#", "INT. A - DAY", "110A"),
        ("INT. A - DAY #I.1.A#", "INT. A - DAY", "I.1.A"),
        ("INT. A - DAY #1.#", "INT. A - DAY", "1."),
        (".PROLOGUE [[purple]] #0# [[storyline Main]]", "PROLOGUE", "0"),
        ("INT. A - DAY [[red]] #9#", "INT. A - DAY", "9"),
        ("INT. A - DAY", "INT. A - DAY", None),
        ("INT. APARTMENT #4 - DAY", "INT. APARTMENT #4 - DAY", None),
        ("INT. A - DAY ##", "INT. A - DAY ##", None),
    ],
)
def test_scene_numbers(line: str, text: str, number: str | None) -> None:
    element = read(f"{line}\n\nAction.\n").elements[0]
    assert (element.text, element.number) == (text, number)


def test_a_number_of_other_signs_stays_in_the_heading_with_a_warning() -> None:
    script = read("INT. A - DAY #!?#\n\nAction.\n")
    assert script.elements[0].text == "INT. A - DAY #!?#"
    assert [remark.code for remark in script.remarks] == ["FTN-W05"]


@pytest.mark.parametrize(
    ("cue", "name"),
    [
        ("ANN", "ANN"),
        ("R2D2", "R2D2"),
        ("ANN (V.O.)", "ANN (V.O.)"),
        ("HANS (on the radio)", "HANS (on the radio)"),
        ("@McCLANE", "McCLANE"),
        ("ÉLODIE", "ÉLODIE"),
        ("ЖЕНЯ", "ЖЕНЯ"),
        ("ANN(O.S.)", "ANN(O.S.)"),
        ("    ANN", "ANN"),
        ("@தபால்காரர்", "தபால்காரர்"),
        ("JIM😆", "JIM😆"),
    ],
)
def test_cues(cue: str, name: str) -> None:
    assert kinds(f"Action.\n\n{cue}\nHello.\n")[1:] == [
        ("character", name),
        ("dialogue", "Hello."),
    ]


@pytest.mark.parametrize(
    "line", ["23", "23 (O.S.)", "Ann", "ANN (V.O.) said", "THE END"]
)
def test_no_cues(line: str) -> None:
    assert kinds(f"Action.\n\n{line}\nHello.\n")[1:] == [("action", f"{line}\nHello.")]


def test_a_cue_with_a_blank_line_after_it_is_action() -> None:
    assert kinds("ANN\n\nHello.\n") == [("action", "ANN"), ("action", "Hello.")]


def test_a_cue_without_a_blank_line_before_it_is_action() -> None:
    assert kinds("Made by the great\nWALTER HILL\nand others.\n") == [
        ("action", "Made by the great\nWALTER HILL\nand others.")
    ]


@pytest.mark.parametrize("second", ["BOB ^", "BOB^", "BOB (V.O.) ^", "@Bob ^"])
def test_dual_dialogue_has_a_left_and_a_right_column(second: str) -> None:
    script = read(f"ANN\nYes.\n\n{second}\n(low)\nNo.\n\nAction.\n")
    assert [element.column for element in script.elements] == [
        "left",
        "left",
        "right",
        "right",
        "right",
        None,
    ]
    assert script.elements[2].text == second.lstrip("@").rstrip("^ ")


def test_a_dual_cue_alone_is_warned_of() -> None:
    assert codes("Action.\n\nBOB ^\nNo.\n") == ["FTN-W06"]


def test_parentheticals_stand_anywhere_in_a_speech() -> None:
    assert kinds("ANN\n(low)\nOne.\n(beat)\n(louder)\nTwo.\n") == [
        ("character", "ANN"),
        ("parenthetical", "(low)"),
        ("dialogue", "One."),
        ("parenthetical", "(beat)"),
        ("parenthetical", "(louder)"),
        ("dialogue", "Two."),
    ]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("CUT TO:", "transition", "CUT TO:"),
        ("SMASH CUT TO:", "transition", "SMASH CUT TO:"),
        ("> Burn to White.", "transition", "Burn to White."),
        ("> THE END <", "centered", "THE END"),
        (">No space<", "centered", "No space"),
        ("FADE OUT.", "action", "FADE OUT."),
        ("!SCANNING THE AISLES", "action", "SCANNING THE AISLES"),
        ("!!WIDE SHOT", "shot", "WIDE SHOT"),
        ("~Willy Wonka", "lyrics", "Willy Wonka"),
        ("===", "page_break", ""),
        ("=======", "page_break", ""),
        ("= It begins.", "synopsis", "It begins."),
        ("# ACT ONE", "section", "ACT ONE"),
        ("### Beat", "section", "Beat"),
    ],
)
def test_lines_that_say_what_they_are(line: str, kind: str, text: str) -> None:
    assert kinds(f"Before.\n\n{line}\n\nAfter.\n")[1] == (kind, text)


def test_sections_have_depth() -> None:
    levels = [element.level for element in read("# A\n\n## B\n\n###C\n").elements]
    assert levels == [1, 2, 3]


def test_forced_action_in_a_song_is_no_cue() -> None:
    assert kinds("ANN\n~Tra la\n\n!    MEL\nWhat?\n") == [
        ("character", "ANN"),
        ("lyrics", "Tra la"),
        ("action", "MEL"),
        ("action", "What?"),
    ]


def test_a_boneyard_hides_a_scene_and_keeps_line_numbers() -> None:
    text = "CUT TO:\n/*\nINT. GARAGE - DAY\n\nBOB\nHi.\n*/\nEXT. SEA - DAY\n\nWaves.\n"
    script = read(text)
    assert [(element.kind, element.first_line) for element in script.elements] == [
        ("transition", 1),
        ("scene_heading", 8),
        ("action", 10),
    ]
    assert [note.kind for note in script.notes] == ["boneyard"]
    assert codes(text) == []


def test_a_boneyard_inside_a_line_is_cut_out() -> None:
    assert kinds("This is an /* inner */ boneyard.\n") == [
        ("action", "This is an  boneyard.")
    ]


def test_a_note_on_a_line_of_its_own_does_not_end_a_speech() -> None:
    assert kinds("ANN\n[[softer?]]\nHello.\n") == [
        ("character", "ANN"),
        ("dialogue", "Hello."),
    ]


def test_a_note_goes_over_lines_and_a_line_of_two_blanks() -> None:
    script = read("One [[a\nb\n  \nc]] two.\n")
    assert [note.text for note in script.notes] == ["a\nb\n  \nc"]
    assert [element.text for element in script.elements] == ["One\n two."]


def test_a_note_over_an_empty_line_is_no_note() -> None:
    script = read("One [[a\n\nb]] two.\n")
    assert script.notes == ()
    assert [element.text for element in script.elements] == ["One [[a", "b]] two."]
    assert [remark.code for remark in script.remarks] == ["FTN-W04", "SCR-W03"]


def test_notes_of_beat_keep_their_kind() -> None:
    script = read(
        "INT. BAR - DAY [[red]] #9# [[storyline Love]]\n\n[[marker blue: ask]]\nHi.\n"
        "[[just a note]]\n"
    )
    assert [(note.line, note.kind, note.text) for note in script.notes] == [
        (1, "color", "red"),
        (1, "storyline", "storyline Love"),
        (3, "marker", "marker blue: ask"),
        (5, "note", "just a note"),
    ]


def test_a_title_page_has_continued_lines_and_ends_at_a_blank_one() -> None:
    script = read(
        "Title:\n    _**BRICK**_\n    RETIRED\nDraft date: 1/2/2012\nContact:\n"
        "\tNext Level\n\nFADE IN:\n\nINT. BAR - DAY\n\nHi.\n"
    )
    assert script.title_page == (
        ("Title", "_**BRICK**_\nRETIRED"),
        ("Draft date", "1/2/2012"),
        ("Contact", "Next Level"),
    )
    assert script.title() == "BRICK RETIRED"
    assert script.elements[0].text == "FADE IN:"


def test_a_script_may_begin_without_a_title_page() -> None:
    assert read("FADE IN:\n\nINT. BAR - DAY\n\nHi.\n").title_page == ()


def test_two_blanks_keep_a_speech_open() -> None:
    assert kinds("ANN\nOne.\n  \nTwo.\n") == [
        ("character", "ANN"),
        ("dialogue", "One.\n\nTwo."),
    ]


def test_action_keeps_its_indentation_and_tabs_are_four_blanks() -> None:
    assert kinds("Card:\n\n    Scott\n\tPalace\n")[1] == (
        "action",
        "    Scott\n    Palace",
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(end: str) -> None:
    text = end.join(["\ufeffINT. BAR - DAY", "", "ANN", "Hi.", ""])
    script = read(text)
    assert [(element.kind, element.first_line) for element in script.elements] == [
        ("scene_heading", 1),
        ("character", 3),
        ("dialogue", 4),
    ]


def test_a_script_without_headings_is_read_with_a_warning() -> None:
    script = read("ANN\nHi.\n")
    assert len(script.elements) == 2
    assert [remark.code for remark in script.remarks] == ["SCR-W03"]


def test_who_speaks_before_the_first_heading_is_warned_of_once() -> None:
    assert codes("ANN\nHi.\n\nBOB\nHi.\n\nINT. BAR - DAY\n\nHi.\n") == ["FTN-W07"]


def test_an_omitted_scene_is_marked() -> None:
    assert read(".OMITTED #12#\n").elements[0].is_omitted


def test_the_synopsis_of_a_section_is_not_that_of_the_scene_before() -> None:
    scenes = read(
        "INT. A - DAY\n\n= One.\n\nHi.\n\n# Act\n\n= Of the act.\n\nINT. B - DAY\n\n"
        "= Two,\n= and three.\n"
    ).scenes()
    assert [scene.synopsis for scene in scenes] == ["One.", "Two, and three."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**INT. HOUSE**", "INT. HOUSE"),
        ("_*a*_ b", "a b"),
        ("ROOM_7", "ROOM_7"),
        ("2 * 3", "2 * 3"),
        (r"Barrier\_15 \*\*", "Barrier_15 **"),
        ("C:\\x", "C:\\x"),
        ("end\\", "end\\"),
    ],
)
def test_emphasis_and_escapes_are_taken_out_of_names(text: str, shown: str) -> None:
    assert plain(text) == shown

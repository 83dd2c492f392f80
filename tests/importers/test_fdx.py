"""The traps of FDX."""

from __future__ import annotations

import pytest

from daybreak.importers.fdx import parse_fdx
from daybreak.importers.screenplay import Screenplay, Tag
from daybreak.model.errors import ImportProblem


def read(content: str, rest: str = "", attributes: str = 'Version="5"') -> Screenplay:
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<FinalDraft DocumentType="Script" {attributes}>\n'
        f"<Content>\n{content}\n</Content>\n{rest}</FinalDraft>"
    )
    return parse_fdx(text.encode(), "case.fdx")


def kinds(script: Screenplay) -> list[tuple[str, str]]:
    return [(element.kind, element.text) for element in script.elements]


def paragraph(kind: str, *runs: str, more: str = "", attributes: str = "") -> str:
    texts = "".join(f"<Text>{run}</Text>" for run in runs)
    return f'<Paragraph Type="{kind}"{attributes}>{more}{texts}</Paragraph>\n'


HEADING = paragraph("Scene Heading", "INT. A - DAY")


def codes(script: Screenplay) -> list[str]:
    return [remark.code for remark in script.remarks]


def test_runs_of_text_are_joined() -> None:
    script = read(HEADING + paragraph("Action", "He ", "sits", " down."))
    assert kinds(script)[1] == ("action", "He sits down.")


def test_capitals_are_a_style() -> None:
    content = (
        '<Paragraph Type="Scene Heading"><Text Style="Bold+AllCaps">INT. voice</Text>'
        "<Text>over</Text></Paragraph>"
    )
    assert kinds(read(content)) == [("scene_heading", "INT. VOICEover")]
    settings = (
        '<ElementSettings Type="Scene Heading"><FontSpec Style="AllCaps"/>'
        "</ElementSettings>"
    )
    assert kinds(read(content, settings)) == [("scene_heading", "INT. VOICEOVER")]


@pytest.mark.parametrize(
    ("length", "eighths"),
    [("4/8", 4), ("1", 8), ("1 3/8", 11), ("", None)],
)
def test_lengths_of_the_file(length: str, eighths: int | None) -> None:
    more = f'<SceneProperties Length="{length}" Page="1"/>'
    script = read(paragraph("Scene Heading", "INT. A - DAY", more=more))
    assert script.elements[0].eighths == eighths
    assert codes(script) == []


@pytest.mark.parametrize("length", ["long", "0", "1 3/7", "-1"])
def test_a_length_that_is_none_is_estimated_with_a_warning(length: str) -> None:
    more = f'<SceneProperties Length="{length}"/>'
    script = read(paragraph("Scene Heading", "INT. A - DAY", more=more))
    assert script.elements[0].eighths is None
    assert codes(script) == ["FDX-W02"]


def test_a_summary_is_the_synopsis_and_a_note_is_no_text() -> None:
    more = (
        "<SceneProperties><Summary><Paragraph><Text>They </Text><Text>meet.</Text>"
        "</Paragraph></Summary></SceneProperties>"
        "<ScriptNote><Paragraph><Text>Cut?</Text></Paragraph></ScriptNote>"
    )
    script = read(paragraph("Scene Heading", "INT. A - DAY", more=more))
    assert kinds(script) == [("scene_heading", "INT. A - DAY")]
    assert script.scenes()[0].synopsis == "They meet."
    assert [(note.kind, note.text) for note in script.notes] == [
        ("script_note", "Cut?")
    ]


def test_numbers_and_colors_are_kept() -> None:
    heading = paragraph(
        "Scene Heading",
        "INT. A - DAY",
        more='<SceneProperties Color="#FF0000"/>',
        attributes=' Number="12A"',
    )
    element = read(heading).elements[0]
    assert (element.number, element.color) == ("12A", "#FF0000")


def test_both_columns_of_a_dual_dialogue_are_read() -> None:
    content = (
        "<Paragraph><DualDialogue>"
        + paragraph("Character", "ANN")
        + paragraph("Dialogue", "Yes.")
        + paragraph("Character", "BOB")
        + paragraph("Dialogue", "No.")
        + "</DualDialogue></Paragraph>"
    )
    script = read(HEADING + content)
    assert [(element.text, element.column) for element in script.elements[1:]] == [
        ("ANN", "left"),
        ("Yes.", "left"),
        ("BOB", "right"),
        ("No.", "right"),
    ]


def test_a_shot_is_no_scene_and_nor_is_an_act() -> None:
    content = HEADING + "".join(
        paragraph(kind, kind.upper())
        for kind in (
            "Shot",
            "New Act",
            "Act Break",
            "General",
            "Cast List",
            "Transition",
        )
    )
    script = read(content)
    assert len(script.scenes()) == 1
    assert [element.kind for element in script.elements[1:]] == [
        "shot",
        "new_act",
        "new_act",
        "general",
        "general",
        "transition",
    ]
    assert codes(script) == []


def test_an_unknown_type_follows_its_settings() -> None:
    settings = (
        '<ElementSettings Type="Insert"><Behavior PaginateAs="Scene Heading"/>'
        '</ElementSettings><ElementSettings Type="Chant">'
        '<Behavior PaginateAs="Dialogue"/></ElementSettings>'
    )
    script = read(
        HEADING
        + paragraph("Insert", "A LETTER")
        + paragraph("Insert", "EXT. SEA - DAY")
        + paragraph("Chant", "Om")
        + paragraph("Scene Heding", "Oops."),
        settings,
    )
    assert [element.kind for element in script.elements[1:]] == [
        "shot",
        "scene_heading",
        "dialogue",
        "action",
    ]
    assert [str(remark) for remark in script.remarks] == [
        'case.fdx:5: FDX-W07 paragraph type "Insert" is unknown (2 times), kept as '
        "shot (as heading where it begins with INT. or EXT.) — set its Type to a "
        'standard one, such as "Scene Heading", and import again',
        'case.fdx:7: FDX-W07 paragraph type "Chant" is unknown, kept as dialogue — '
        'set its Type to a standard one, such as "Scene Heading", and import again',
        'case.fdx:8: FDX-W07 paragraph type "Scene Heding" is unknown, kept as action '
        '— set its Type to a standard one, such as "Scene Heading", and import again',
    ]


def test_text_after_the_end_of_an_act_is_of_no_scene() -> None:
    content = HEADING + paragraph("End of Act", "END") + paragraph("Action", "Later.")
    scene = read(content).scenes()[0]
    assert scene.body == ()


def test_an_empty_heading_alone_is_left_out_and_one_with_a_scene_is_kept() -> None:
    empty = paragraph("Scene Heading")
    script = read(
        HEADING + empty + HEADING + empty + paragraph("Action", "Hi.") + empty
    )
    assert [scene.heading.text for scene in script.scenes()] == [
        "INT. A - DAY",
        "INT. A - DAY",
        "",
    ]
    assert codes(script) == ["FDX-W03"] * 3


@pytest.mark.parametrize(
    "heading",
    [
        paragraph("Scene Heading", "OMITTED", attributes=' Number="3"'),
        paragraph(
            "Scene Heading",
            "INT. A",
            more="<OmittedScene><Paragraph><Text>Old.</Text></Paragraph></OmittedScene>",
            attributes=' Number="3"',
        ),
    ],
)
def test_omitted_scenes_are_marked(heading: str) -> None:
    script = read(heading)
    assert [(e.is_omitted, e.number) for e in script.elements] == [(True, "3")]


TAGS = """<TagData><TagCategories>
<TagCategory Id="c1" Name="Props" Number="6"/>
<TagCategory Id="c2" Name="Script Day" Number="27"/></TagCategories>
<TagDefinitions><TagDefinition Id="d1" CatId="c1" Label="Red  hat"/>
<TagDefinition Id="d2" CatId="c2" Label="D3"/></TagDefinitions>
<Tags><Tag Number="1"><DefId>d1</DefId></Tag><Tag Number="2"><DefId>d2</DefId></Tag>
<Tag Number="3"><DefId>d9</DefId></Tag></Tags></TagData>"""


def test_tags_lead_over_definitions_to_categories() -> None:
    action = (
        '<Paragraph Type="Action"><Text>A </Text><Text TagNumber="1">hat</Text>'
        '<Text TagNumber="1,2"> again</Text><Text TagNumber="7">?</Text></Paragraph>'
    )
    script = read(HEADING + action, TAGS)
    assert script.elements[1].tags == (
        Tag(category="Props", label="Red hat"),
        Tag(category="Script Day", label="D3"),
    )
    assert codes(script) == ["FDX-W05", "FDX-W05"]


def test_the_cast_list_names_actors() -> None:
    members = '<Member Character="ANN" Actor="Ann Lee"/><Member Character="BOB"/>'
    rest = f"<Cast>{members}</Cast>"
    assert read(HEADING, rest).cast_list == (("ANN", "Ann Lee"),)


def test_the_title_is_the_first_centered_line_of_the_title_page() -> None:
    rest = (
        "<TitlePage><Content><Paragraph><Text>Draft</Text></Paragraph>"
        '<Paragraph Alignment="Center"><Text>THE </Text><Text>STORM</Text></Paragraph>'
        "</Content></TitlePage>"
    )
    assert read(HEADING, rest).title() == "THE STORM"
    assert read(HEADING).title() == "case"


@pytest.mark.parametrize("version", "123456")
def test_known_versions_are_read_without_a_word(version: str) -> None:
    assert codes(read(HEADING, attributes=f'Version="{version}"')) == []


def test_other_versions_and_types_are_warned_of() -> None:
    assert codes(read(HEADING, attributes='Version="7"')) == ["FDX-W01"]
    text = '<FinalDraft DocumentType="Outline" Version="5"><Content/></FinalDraft>'
    script = parse_fdx(text.encode(), "a.fdx")
    assert codes(script) == ["FDX-W04", "SCR-W03"]


def test_a_measure_that_is_none_is_warned_of() -> None:
    settings = (
        '<ElementSettings Type="Action"><ParagraphSpec LeftIndent="wide"/>'
        "</ElementSettings>"
    )
    assert codes(read(HEADING, settings)) == ["FDX-W06"]


def test_other_xml_is_refused() -> None:
    with pytest.raises(ImportProblem) as caught:
        parse_fdx(b"<html><body/></html>", "a.fdx")
    assert str(caught.value) == (
        "a.fdx:1: FDX-E06 the XML begins with <html>, not <FinalDraft> — export the "
        "script as Final Draft FDX"
    )

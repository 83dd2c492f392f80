"""Files meant to break a reader: each is read whole or refused in one exact line."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from daybreak.importers.limits import LIMITS, Limits
from daybreak.importers.remarks import CODES, SHOWN_MOST, shown
from daybreak.importers.screenplay import Screenplay
from daybreak.importers.scripts import parse_script, read_script
from daybreak.model.errors import ImportProblem, Remark

FORM = r"^[^:\n]+:\d+(:\d+)?: [A-Z]{2,4}-[EW]\d{2} .+ — .+$"


def refusal(data: bytes, file: str, limits: Limits = LIMITS) -> Remark:
    with pytest.raises(ImportProblem, match=FORM) as caught:
        parse_script(data, file, limits=limits)
    return caught.value.remark


def fdx(content: bytes) -> bytes:
    return (
        b'<FinalDraft DocumentType="Script" Version="5">' + content + b"</FinalDraft>"
    )


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY a%d "%s">' % (at, b"&a%d;" % (at - 1) * 10 if at else b"&a;" * 10)
        for at in range(9)
    )
    + b"]><FinalDraft>&a8;</FinalDraft>"
)
QUADRATIC = (
    b'<!DOCTYPE l [<!ENTITY a "' + b"a" * 50_000 + b'">]><FinalDraft>'
    + b"&a;" * 2000
    + b"</FinalDraft>"
)  # fmt: skip
HOSTILE_XML: dict[str, tuple[bytes, str]] = {
    "H1 billion laughs": (LAUGHS, "FDX-E02"),
    "H2 quadratic entity": (QUADRATIC, "FDX-E02"),
    "H3 external entity": (
        b'<!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/passwd">]><FinalDraft>&x;</FinalDraft>',
        "FDX-E02",
    ),
    "H4 external DTD": (
        b'<!DOCTYPE f SYSTEM "http://127.0.0.1:9/x.dtd"><FinalDraft/>',
        "FDX-E02",
    ),
    "H5 parameter entities": (
        b"<!DOCTYPE f [<!ENTITY % x \"<!ENTITY y 'z'>\"> %x;]>"
        b"<FinalDraft>&y;</FinalDraft>",
        "FDX-E02",
    ),
    "H6 depth": (fdx(b"<a>" * 200_000 + b"</a>" * 200_000), "FDX-E03"),
    "H7 siblings": (fdx(b"<a/>" * 1_000_000), "FDX-E04"),
    "H8 attributes": (
        fdx(b"<a " + b" ".join(b'a%d=""' % at for at in range(200_000)) + b"/>"),
        "FDX-E05",
    ),
    "H8 long attribute": (fdx(b'<a b="' + b"x" * 10_000_000 + b'"/>'), "FDX-E07"),
    "H9 truncated": (fdx(b"<Content>")[:-15], "FDX-E01"),
    "H10 NUL": (fdx(b"<Content>\x00</Content>"), "FDX-E01"),
    "H10 bad UTF-8": (fdx(b"<Content>\xff\xfe</Content>"), "FDX-E01"),
    "H10 an encoding that lies": (
        b'<?xml version="1.0" encoding="UTF-16"?><FinalDraft/>',
        "FDX-E01",
    ),
    "H10 an encoding that is none": (
        b'<?xml version="1.0" encoding="klingon"?><FinalDraft/>',
        "FDX-E01",
    ),
    "H13 HTML": (b"<!DOCTYPE html><html><body>Hi</body></html>", "SCR-E05"),
    "H13 PDF": (b"%PDF-1.7 ...", "SCR-E05"),
    "H13 zip": (b"PK\x03\x04....", "SCR-E05"),
    "other XML": (b"<?xml version='1.0'?><rss/>", "FDX-E06"),
    "long paragraph": (
        fdx(
            b'<Content><Paragraph Type="Action"><Text>'
            + b"x" * 70_000
            + b"</Text></Paragraph></Content>"
        ),
        "FDX-E07",
    ),
}


@pytest.mark.parametrize("name", HOSTILE_XML)
def test_hostile_xml_is_refused_with_its_code(name: str) -> None:
    """RELIABILITY C3, H1 to H13."""
    data, code = HOSTILE_XML[name]
    started = time.process_time()
    assert refusal(data, "storm.fdx").code == code
    assert time.process_time() - started < 5


@pytest.mark.twin
def test_a_reader_that_allows_doctypes_would_be_caught() -> None:
    """The twin of H4: the plain reader of the library takes the same file in."""
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - the broken twin

    data, _ = HOSTILE_XML["H4 external DTD"]
    assert fromstring(data, forbid_dtd=False).tag == "FinalDraft"
    with pytest.raises(ImportProblem):
        parse_script(data, "storm.fdx")


def test_instructions_cdata_and_includes_are_text_or_nothing() -> None:
    """RELIABILITY C3, H11 and H12."""
    content = (
        b"<?php " + b"x" * 10_000 + b"?><Content>"
        b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
        b'<Paragraph Type="Action"><Text><![CDATA[<b>&amp;]]></Text></Paragraph>'
        b"</Content>"
    )
    script = parse_script(fdx(content), "storm.fdx")
    assert [element.text for element in script.elements] == ["<b>&amp;"]


@pytest.mark.parametrize("opening", ["[[", "/*", "> " + " " * 50, "***", "(", "#", "~"])
def test_openings_that_never_close_are_text(opening: str) -> None:
    """RELIABILITY C3, H31 and H32."""
    text = f"INT. A - DAY\n\nANN\n{opening} hello\n\n{opening}\n\nEXT. B - DAY\n\nHi.\n"
    script = parse_script(text.encode(), "a.fountain")
    assert [scene.heading.text for scene in script.scenes()] == [
        "INT. A - DAY",
        "EXT. B - DAY",
    ]


@pytest.mark.parametrize(
    "payload",
    [
        "<script>__x=1</script>",
        '"><img src=x onerror=__x=1>',
        "{{7*7}} ${7*7} <%=7*7%>",
        "=cmd|'/C calc'!A0",
        "+1",
        "@SUM(A1)",
        "\u202egnp.exe",
        "]]>",
    ],
)
def test_payloads_in_headings_stay_as_they_are(payload: str) -> None:
    """RELIABILITY C3, H34 and H35."""
    script = parse_script(f"INT. {payload} - DAY\n\nHi.\n".encode(), "a.fountain")
    assert script.scenes()[0].heading.text == f"INT. {payload} - DAY"


# limits -------------------------------------------------------------------


def of_scenes(count: int) -> bytes:
    return b"INT. A - DAY\n\n" * count


def fdx_of_scenes(count: int) -> bytes:
    heading = b'<Paragraph Type="Scene Heading"><Text>INT. A - DAY</Text></Paragraph>'
    return fdx(b"<Content>" + heading * count + b"</Content>")


def nested(depth: int) -> bytes:
    inside = depth - 1
    return fdx(b"<a>" * inside + b"</a>" * inside)


def with_attributes(count: int) -> bytes:
    return fdx(b"<a " + b" ".join(b'a%d=""' % at for at in range(count)) + b"/>")


SMALL = Limits(
    elements=1000, text_bytes=5000, xml_bytes=9000, line_bytes=900, scenes=90
)
AT_LIMIT: dict[str, tuple[Callable[[int], bytes], str, int, str, Limits]] = {
    "scenes": (of_scenes, "a.fountain", 5000, "SCR-E07", LIMITS),
    "scenes of FDX": (fdx_of_scenes, "a.fdx", 5000, "SCR-E07", LIMITS),
    "line": (lambda n: b"x" * n + b"\n", "a.fountain", 65_536, "SCR-E06", LIMITS),
    "line in bytes": (
        lambda n: "é".encode() * (n // 2) + b"x" * (n % 2),
        "a.fountain",
        65_536,
        "SCR-E06",
        LIMITS,
    ),
    "text": (
        lambda n: (b"x" * 99 + b"\n") * (n // 100) + b"x" * (n % 100),
        "a",
        10_000_000,
        "SCR-E04",
        LIMITS,
    ),
    "lines": (lambda n: b"x\n" * (n - 1), "a", 1_000_000, "SCR-E11", LIMITS),
    "depth": (nested, "a.fdx", 64, "FDX-E03", LIMITS),
    "attributes": (with_attributes, "a.fdx", 64, "FDX-E05", LIMITS),
    "elements": (lambda n: fdx(b"<a/>" * (n - 1)), "a.fdx", 1000, "FDX-E04", SMALL),
    "XML": (lambda n: fdx(b"x" * (n - 59)), "a.fdx", 9000, "SCR-E04", SMALL),
}


@pytest.mark.parametrize("name", AT_LIMIT)
def test_at_the_limit_passes_and_one_more_is_refused(name: str) -> None:
    """RELIABILITY C4."""
    make, file, limit, code, limits = AT_LIMIT[name]
    parse_script(make(limit), file, limits=limits)
    started = time.process_time()
    assert refusal(make(limit + 1), file, limits).code == code
    assert time.process_time() - started < 4


def test_the_size_of_the_made_xml_is_exact() -> None:
    make, _, limit, _, _ = AT_LIMIT["XML"]
    assert len(make(limit)) == limit


def test_a_hundred_thousand_scenes_are_refused_at_once() -> None:
    """RELIABILITY C3, H33."""
    assert refusal(of_scenes(100_000), "a.fountain").line == 10_001


def test_the_limits_are_those_promised() -> None:
    """RELIABILITY C4."""
    assert Limits() == Limits(
        text_bytes=10_000_000,
        xml_bytes=25_000_000,
        line_bytes=65_536,
        lines=1_000_000,
        scenes=5_000,
        depth=64,
        elements=500_000,
        attributes=64,
        cpu_seconds=20,
        wall_seconds=30,
        memory_bytes=512 * 1024 * 1024,
    )


# files that are none -------------------------------------------------------


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    """RELIABILITY C3, H36."""
    (tmp_path / "empty.fountain").write_bytes(b"")
    (tmp_path / "blank.fdx").write_bytes(b" \n\r\n ")
    os.mkfifo(tmp_path / "pipe.fountain")
    expected = {
        tmp_path / "empty.fountain": "SCR-E03",
        tmp_path / "blank.fdx": "SCR-E03",
        tmp_path: "SCR-E02",
        tmp_path / "pipe.fountain": "SCR-E02",
        Path("/dev/zero"): "SCR-E02",
        tmp_path / "absent.fountain": "SCR-E01",
        tmp_path / "nul\0.fountain": "SCR-E01",
        tmp_path / ("long" * 100): "SCR-E01",
    }
    for path, code in expected.items():
        with pytest.raises(ImportProblem, match=FORM) as caught:
            read_script(path)
        assert caught.value.remark.code == code
        assert str(tmp_path) not in str(caught.value)


def test_a_file_of_one_byte_is_a_script_without_scenes(tmp_path: Path) -> None:
    """RELIABILITY C3, H36."""
    path = tmp_path / "one.fountain"
    path.write_bytes(b"x")
    assert [remark.code for remark in read_script(path).remarks] == ["SCR-W03"]


# encodings -----------------------------------------------------------------

TEXT = "INT. CAFÉ - DAY\n\nÉLODIE\nDon’t “go” — señor…\n\nThe naïve garçon waits.\n"


@pytest.mark.parametrize(
    ("encoding", "bom", "codes"),
    [
        ("utf-8", b"", []),
        ("utf-8", b"\xef\xbb\xbf", []),
        ("utf-16-le", b"\xff\xfe", []),
        ("utf-16-be", b"\xfe\xff", []),
        ("utf-16-le", b"", []),
        ("utf-16-be", b"", []),
        ("utf-32-le", b"\xff\xfe\x00\x00", []),
        ("cp1252", b"", ["SCR-W01"]),
        ("mac_roman", b"", ["SCR-W01"]),
    ],
)
def test_every_encoding_gives_the_same_text(
    encoding: str, bom: bytes, codes: list[str]
) -> None:
    """RELIABILITY C8."""
    script = parse_script(bom + TEXT.encode(encoding), "a.fountain")
    whole = parse_script(TEXT.encode(), "a.fountain")
    assert script.elements == whole.elements
    assert [remark.code for remark in script.remarks] == codes


@pytest.mark.twin
def test_a_reader_that_drops_what_it_cannot_read_would_be_caught() -> None:
    """The twin of C8: the same comparison fails where bytes are dropped silently."""
    dropped = TEXT.encode("cp1252").decode("utf-8", "ignore")
    script = parse_script(dropped.encode(), "a.fountain")
    whole = parse_script(TEXT.encode(), "a.fountain")
    assert script.remarks == ()
    assert script.elements != whole.elements


@pytest.mark.twin
def test_a_reader_without_limits_would_be_caught() -> None:
    """The twin of C4: with wider limits the same file is not refused."""
    make, file, limit, code, _ = AT_LIMIT["depth"]
    parse_script(make(limit + 1), file, limits=Limits(depth=limit + 1))
    assert refusal(make(limit + 1), file).code == code


def test_a_guessed_encoding_names_its_first_line() -> None:
    """RELIABILITY C8."""
    data = ("INT. A - DAY\n\nHi.\n\n" + "The naïve garçon waits.\n").encode("cp1252")
    assert [str(remark) for remark in parse_script(data, "a.fountain").remarks] == [
        "a.fountain:5: SCR-W01 the text is not UTF-8 and was read as Windows-1252 — "
        "save the file as UTF-8 and import again"
    ]


@pytest.mark.parametrize(
    "bad",
    [b"\x00", b"\xed\xa0\x80", "né".encode() + b"\xff" + "é".encode()],
    ids=["NUL", "surrogate", "bad byte in UTF-8"],
)
def test_what_no_text_may_hold_is_replaced_and_its_line_said(bad: bytes) -> None:
    """RELIABILITY C8."""
    script = parse_script(b"INT. A - DAY\n\nOne " + bad + b" two.\n", "a.fountain")
    assert [(remark.code, remark.line) for remark in script.remarks] == [("SCR-W02", 3)]
    assert "\ufffd" in script.elements[1].text


def test_a_lone_surrogate_in_utf_16_is_replaced_and_said() -> None:
    """RELIABILITY C8."""
    data = b"\xff\xfe" + "INT. A - DAY\n\nOne ".encode("utf-16-le") + b"\x00\xd8\n\x00"
    script = parse_script(data, "a.fountain")
    assert [(remark.code, remark.line) for remark in script.remarks] == [("SCR-W02", 3)]


@pytest.mark.parametrize(
    "char", ["\ufffe", "\uffff", "\u202e", "\u2066", "\x0b", "\x85", "\u2028"]
)
def test_odd_characters_stay(char: str) -> None:
    """RELIABILITY C8."""
    script = parse_script(f"INT. A - DAY\n\nOne{char}two.\n".encode(), "a.fountain")
    assert script.elements[1].text == f"One{char}two."


def test_a_single_line_of_five_megabytes_is_refused() -> None:
    """RELIABILITY C8."""
    assert refusal(b"x" * 5_000_000, "a.fountain").code == "SCR-E06"


def test_a_line_end_of_cr_alone_is_one() -> None:
    """RELIABILITY C8."""
    script = parse_script(TEXT.replace("\n", "\r").encode(), "a.fountain")
    assert script.elements == parse_script(TEXT.encode(), "a.fountain").elements


# the form of messages ------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "shown_name"),
    [
        ("../../x.fountain", "x.fountain"),
        ("C:\\x\\storm.fountain", "storm.fountain"),
        ("a:b\n.fountain", "a_b_.fountain"),
        ("", "script"),
        ("\u202egnp.fountain", "_gnp.fountain"),
        ("x" * 300, "x" * 120),
    ],
)
def test_messages_name_the_file_alone(name: str, shown_name: str) -> None:
    """RELIABILITY C6."""
    assert refusal(b"", name).file == shown_name


def test_every_remark_of_a_bad_script_has_the_form() -> None:
    """RELIABILITY C6."""
    text = (
        "ANN\nHi.\n\nBOB ^\nHi.\n\nOne.\nINT. A - DAY #?#\nTwo /* three\n\n[[ four\n\n"
        "Hi.\n\nCY ^\nHi.\n\nINT.\n\n\x00\n"
    )
    script = parse_script(text.encode(), "bad.fountain")
    assert {remark.code for remark in script.remarks} == {
        "SCR-W02",
        "FTN-W01",
        "FTN-W02",
        "FTN-W03",
        "FTN-W04",
        "FTN-W05",
        "FTN-W06",
        "FTN-W07",
        "FTN-W08",
    }
    assert_form(script)


def assert_form(script: Screenplay) -> None:
    import re  # noqa: PLC0415 - the form is given as a pattern

    assert script.remarks
    for remark in script.remarks:
        assert re.fullmatch(FORM[1:-1], str(remark))
        assert remark.code in CODES


def test_at_most_twenty_remarks_are_shown_and_the_rest_counted() -> None:
    """RELIABILITY C6."""
    script = parse_script(b"One.\nINT. A - DAY\n\n" * 25, "a.fountain")
    lines = shown(script.remarks)
    assert len(script.remarks) == 25
    assert len(lines) == SHOWN_MOST + 1
    assert lines[-1] == "... and 5 more (FTN-W01)"
    assert shown(script.remarks[:3]) == tuple(map(str, script.remarks[:3]))


def test_bytes_that_are_no_text_are_refused_and_a_few_strays_are_not() -> None:
    noise = bytes((7 * at * at + 3 * at) % 256 for at in range(3000))
    with pytest.raises(ImportProblem) as caught:
        parse_script(noise, "noise.fountain")
    assert caught.value.remark.code == "SCR-E05"
    assert caught.value.remark.what == "this is no text, so no screenplay"
    script = b"INT. HARBOR - DAY\n\nFog, and a bell.\n\n" * 10
    strays = script.replace(b"Fog", b"F\x00g", 1).replace(b"bell", b"b\x1bll", 1)
    assert len(list(parse_script(strays, "strays.fountain").scenes())) == 10

from __future__ import annotations

import doctest
from datetime import date

from daybreak.reports import phrases
from daybreak.reports.colors import PRESETS, styles
from daybreak.reports.phrases import show_date, show_hours, show_money, show_pages


def test_examples_in_the_docstrings_hold() -> None:
    found = doctest.testmod(phrases)
    assert (found.failed, found.attempted >= 4) == (0, True)


def test_dates_money_and_lengths_read_as_people_write_them() -> None:
    assert show_date(date(2027, 3, 16)) == "Tue 16 Mar 2027"
    assert show_money(1234567, "GBP") == "£1,234,567"
    assert show_pages(43) == "5 3/8 pgs"
    assert show_pages(8) == "1 pg"
    assert show_hours(575) == "9h35"


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_text_stands_out_from_its_ground() -> None:
    for preset in PRESETS:
        for name, look in styles(preset).items():
            if look.ground:
                light, dark = sorted(
                    (_luminance(look.text), _luminance(look.ground)), reverse=True
                )
                assert (light + 0.05) / (dark + 0.05) >= 4.5, name


def test_presets_swap_the_two_night_colors_and_nothing_else() -> None:
    classic, singleton = styles("classic"), styles("singleton")
    assert classic["int-night"].ground == singleton["ext-night"].ground == "#B1CAFC"
    assert classic["ext-night"].ground == singleton["int-night"].ground == "#74EB99"
    changed = {name for name in classic if classic[name] != singleton[name]}
    assert {name.removesuffix("-bold").removesuffix("-soft") for name in changed} == {
        "int-night",
        "ext-night",
    }

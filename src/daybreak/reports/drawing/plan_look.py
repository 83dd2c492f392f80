"""The look of a plan on a page: sizes, colors, hatches.

Colors are those of Okabe and Ito, which eyes with any color sight tell apart. None
of them is the only sign: pictures have lanes and letters, the rest has hatches.
"""

from __future__ import annotations

from daybreak.reports.drawing.svg import Hatch

LEAST_WIDTH, MOST_WIDTH = 700.0, 1150.0
SHAPE = 0.52
"""Height against width at which a picture fills a sheet that lies on its side."""
MARGIN, NAMES, COUNTS = 14.0, 150.0, 62.0
"""Points: the edge of the page, the column of names, that of counts at the right."""
HEAD, AXIS, GAP = 46.0, 34.0, 12.0
LANE, LEG, PERSON, PICTURE, LEGEND_LINE = 15.0, 13.0, 13.5, 24.0, 13.0
PEOPLE_MOST = 20

INK, SOFT, FAINT, GRID = "#111111", "#4A4A4A", "#8A8A8A", "#DADADA"
PICTURES = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#8C6D31")
NIGHT = "#14213D"
WORK, HOLD, AWAY = "#1F3A5F", "#F6D77A", "#C05A6A"
HOLIDAY = "#F3E3E1"
LATE = "#B00020"
LEG_GROUNDS = ("#E9EDF2", "#CBD5E1")

AWAY_HATCH, BREAK_HATCH, LATE_HATCH, POST_HATCH = "away", "break", "late", "post"
HATCHES = (
    Hatch(name=AWAY_HATCH, ground="#FFFFFF", line=AWAY, step=4),
    Hatch(name=BREAK_HATCH, ground="#F1F1F1", line="#DDDDDD", step=7, back=True),
    Hatch(name=LATE_HATCH, ground=LATE, line="#E38A98", step=5),
    Hatch(name=POST_HATCH, ground="#EFEFEF", line="#BDBDBD", step=5, back=True),
)

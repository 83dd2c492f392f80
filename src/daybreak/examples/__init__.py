"""A short film written for Daybreak: its script, and its production.

*Ten Minutes Dark* is what ``daybreak demo`` plans. The production began as an import
of the script and was then kept by hand, as productions are.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).resolve().parent
SCRIPT: Final = _FOLDER / "ten-minutes-dark.fountain"
PRODUCTION: Final = _FOLDER / "ten-minutes-dark.json"

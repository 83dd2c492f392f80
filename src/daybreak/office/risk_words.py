"""What befalls a shoot, in words."""

from __future__ import annotations

KINDS = {
    "weather": "weather, exteriors",
    "overrun": "work that took longer",
    "illness": "somebody ill",
    "location": "a location lost",
    "shutdown": "a shutdown",
    "stoppage": "stated stoppages",
    "fact": "facts that turned out otherwise",
}

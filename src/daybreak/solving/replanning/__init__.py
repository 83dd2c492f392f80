"""Plan the rest of a shoot under way anew: what was shot stays, the rest may move."""

"""The compiled inner loops of the planner of sequences."""

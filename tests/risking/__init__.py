"""Simulated shoots: known answers, soundness, statistics, many runs at once."""

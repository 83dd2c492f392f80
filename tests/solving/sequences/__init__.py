"""Tests of the planner of pure sequences."""

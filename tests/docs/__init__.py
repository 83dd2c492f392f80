"""Tests of README, docs and the example."""

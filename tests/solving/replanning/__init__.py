"""Tests of planning the rest of a shoot anew."""

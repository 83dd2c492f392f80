"""Tests of the kinds of papers."""

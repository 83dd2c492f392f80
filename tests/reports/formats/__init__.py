"""Tests of the files that papers become."""

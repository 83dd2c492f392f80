"""Tests of the server: who may speak to it, and what it says to whom."""

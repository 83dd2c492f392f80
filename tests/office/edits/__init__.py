"""Tests of documents that several people edit."""

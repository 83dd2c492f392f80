"""Edits of a breakdown that change many facts at once, each a plain function.

Every module takes a production and gives another, with a line that says what changed;
`applying` puts it into a file or a document.
"""

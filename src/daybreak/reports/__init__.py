"""Papers: rows first, then lines of text with named styles.

Every paper has a function that gives its rows (data, ready for JSON) and one that
turns rows into `daybreak.reports.lines.Line` for a width. Nothing here prints.
"""

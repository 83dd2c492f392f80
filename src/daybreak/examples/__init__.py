"""A short film written for Daybreak: its script, and its production.

*Ten Minutes Dark* is what ``daybreak demo`` plans. The production began as an import
of the script and was then kept by hand, as productions are.
"""

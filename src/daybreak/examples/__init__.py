"""What ships along: a short film written for Daybreak, and two pictures of others.

*Ten Minutes Dark* is what ``daybreak demo`` plans. The production began as an import
of the script and was then kept by hand, as productions are. Beside it, `mission` is
the founding case: two pictures whose plan kept moving.
"""

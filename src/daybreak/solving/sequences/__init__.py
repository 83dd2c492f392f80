"""Productions that are a pure sequence, solved by a method of their own.

The two published problems, talent scheduling and movie shoot scheduling (SPEC 6):
one unit, scenes that fill whole days, and nothing but holds and company moves that
depends on the order.
"""

"""The office: one function per wish, where the workshops meet.

Import scripts, plan a production, check a schedule, count what it costs, show it.
"""

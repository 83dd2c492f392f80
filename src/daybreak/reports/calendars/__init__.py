"""Calendars: what somebody would want among their own appointments.

A module for units, one for people; `daybreak.reports.formats.ics` writes either.
"""

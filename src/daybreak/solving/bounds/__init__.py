"""Proven lower bounds of the total cost: no valid schedule can be cheaper.

The bound of SPEC 4. It never looks at how schedules are found: what it says holds for
every valid schedule with as few strips in the boneyard, found or not.
"""

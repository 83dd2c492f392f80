"""A new draft of a script: its scenes found again, and what it changes."""

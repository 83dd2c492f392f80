"""Find schedules: the production as integers, the engines, and what comes out."""

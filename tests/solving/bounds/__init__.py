"""What the bound proves, held against schedules."""

"""New drafts of scripts, taken into productions."""

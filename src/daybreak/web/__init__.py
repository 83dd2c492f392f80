"""The board in the browser: pages and their JSON, one call into the office each."""

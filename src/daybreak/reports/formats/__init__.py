"""Files: one module for each format, which takes a paper and gives its bytes."""

"""The pages in a real browser, and all the way from an import to a paper."""

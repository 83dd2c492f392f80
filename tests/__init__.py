"""The tests of Daybreak; the folders mirror those of the package."""

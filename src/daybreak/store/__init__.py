"""The memory of a production: one document that keeps who said what, and when."""

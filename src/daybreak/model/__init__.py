"""The ground: the two documents, their dates, and how they are read and written."""

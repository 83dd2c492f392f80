"""What would help most: facts relaxed a little, one at a time, each by real replans."""

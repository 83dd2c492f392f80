"""The engines: plain arrays in, plain arrays out; they never read the rule book."""

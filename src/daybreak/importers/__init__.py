"""Screenplays to productions: text in, production and remarks out."""

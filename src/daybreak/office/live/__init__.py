"""A document while people work in it: edits, what they come to, and long work.

One `daybreak.office.live.session.LiveShoot` holds the document and is its only
writer; the web's pages and every other front door speak to it.
"""

"""Two pictures shot by one company while the world closed: the founding case.

``mission.json`` is a document, ready for ``daybreak load``: `reported` is what papers
said of the shoot, `invented` the scenes, prices and dates that nobody reported, and
`making` writes both into the file.
"""

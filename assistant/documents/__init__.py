"""Papers that people hand in: a description as data, one builder, a Word file and a PDF of the same sheet.

To add one: a YAML file beside this one (see `docs/documents.md`). `shelf.documents()` are all of them, `render.render`
fills one and `render.to_pdf` prints it. What nobody told stays visibly blank; nothing is invented.
"""

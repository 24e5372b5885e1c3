"""One module for each file format: bytes to paragraphs and tables, nothing about what the words mean.

Each has `read(content, source) -> Blocks`; `ingest.files` chooses which by suffix and content.
"""

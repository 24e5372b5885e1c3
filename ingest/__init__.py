"""From documents to statements: files to blocks, blocks to a text, and one reader each for what the text says."""

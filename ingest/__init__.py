"""Documents to statements: files to blocks, blocks to a text with offsets, and one reader each for what the text says."""

"""Made-up documents of the genre with known truth.

generate(7) gives one document and its gold annotation, the same for the same seed; corpus(1000, 7) a chain of documents that carry
out each other, one at a time. The wording is ours; the truth is written by the grammar, never by a reader.
"""

from __future__ import annotations

from bench.generator.chain import corpus
from bench.generator.generated import FORMATS, Generated, generate

__all__ = ["FORMATS", "Generated", "corpus", "generate"]

"""What another extractor finds in texts, and how long it takes: run by the Python that has it.

python outside.py LIBRARY < texts.json > answer.json
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any


def _eyecite() -> Callable[[str], list[Any]]:
    from eyecite import get_citations

    return get_citations


def _refex() -> Callable[[str], list[Any]]:
    from refex.orchestrator import CitationExtractor

    extractor = CitationExtractor()
    return lambda text: extractor.extract(text).citations


def main(library: str) -> None:
    extract = {"eyecite": _eyecite, "legal-reference-extraction": _refex}[library]()
    texts = json.load(sys.stdin)
    extract(texts[0])  # so that it has loaded what it needs
    start = time.process_time()
    found = sum(len(extract(text)) for text in texts)
    json.dump({"seconds": time.process_time() - start, "found": found}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])

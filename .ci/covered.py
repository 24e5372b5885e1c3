"""Holds what the tests ran against the least that every layer needs.

    python .ci/covered.py out/coverage.json    # as written by coverage json, or pytest --cov-report=json:...

Exit 1 when fewer than 95% of a layer's lines ran.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

LEAST = 0.95
LAYERS = ("graph", "ontology", "ingest", "queries", "viz", "cli.py")


def main(report: Path) -> int:
    """0 when every layer has what it needs, 1 otherwise."""
    lines: Counter[str] = Counter()
    ran: Counter[str] = Counter()
    for name, file in json.loads(report.read_text("utf-8"))["files"].items():
        layer = Path(name).parts[0]
        lines[layer] += file["summary"]["num_statements"]
        ran[layer] += file["summary"]["covered_lines"]
    low = 0
    for layer in LAYERS:
        share = ran[layer] / lines[layer] if lines[layer] else 0.0
        low += share < LEAST
        print(
            f"{layer:9} {ran[layer]:5} of {lines[layer]:5} lines {share:7.1%}" + ("  too few" if share < LEAST else "")
        )
    return 1 if low else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))

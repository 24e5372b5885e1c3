"""What a change of rules gains and loses: the facts read in samples, seeds and corpus, held against those of before.

    python -m bench.changes            # what was gained and lost against bench/facts.tsv
    python -m bench.changes --update   # take today's facts as the new measure

Facts only (refs, names, figures, dates), no sentences; documents that are not at hand are left out of the comparison.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from graph.reading import DocumentKey, ItemKey, Reading, SelfKey
from ingest.reader import read_document

_ROOT = Path(__file__).parent.parent
_FOLDERS = (_ROOT / "samples", _ROOT.parent / "shared" / "seeds", _ROOT.parent / "shared" / "corpus")
_RECORD = Path(__file__).with_name("facts.tsv")
_DOCUMENTS = ("implements", "references", "amends", "replaces", "approves")
_LONGEST = 60


def facts(reading: Reading) -> Iterator[tuple[str, ...]]:
    """Rows that say what was read: the heading, citations, duties with their bodies, figures."""
    for name in ("doc_type", "symbol", "date", "issuer", "place", "branch", "signed_at"):
        if value := reading.props.get(name):
            yield "heading", name, str(value)
    parties: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in reading.claims:
        if claim.kind in ("leads", "supports") and isinstance(claim.target, ItemKey):
            parties[claim.kind, claim.target.ref].append(str(getattr(claim.source, "name", "")))
        elif claim.kind in _DOCUMENTS:
            yield claim.kind, _document(claim.source), _document(claim.target)
    for item in reading.items:
        said = [str(item.props.get(name) or "") for name in ("start", "end", "recurrence")]
        if item.key.kind == "task":
            bodies = [", ".join(sorted(parties[kind, item.key.ref])) for kind in ("leads", "supports")]
            yield "task", item.key.ref, *bodies, *said
        elif item.key.kind == "target":
            names = ("value", "unit", "comparator", "period_start", "period_end", "status")
            yield "target", item.key.ref, *(str(item.props.get(name) or "") for name in names)


def _document(key: object) -> str:
    if isinstance(key, SelfKey):
        return "this"
    assert isinstance(key, DocumentKey)
    return f"{key.symbol or key.name[:_LONGEST]} {key.date} {key.place}".strip()


def read_all() -> dict[str, set[str]]:
    """The facts of each document at hand, by file name, one a line."""
    found = {}
    for folder in _FOLDERS:
        for path in sorted(folder.glob("[0-9knc]*.*")) if folder.is_dir() else ():
            rows = facts(read_document(path)[0])
            found[path.name] = {"\t".join((path.name, *row)) for row in rows}
    return found


def main(arguments: list[str]) -> None:
    now = read_all()
    if "--update" in arguments:
        _RECORD.write_text("\n".join(sorted(line for lines in now.values() for line in lines)) + "\n", encoding="utf-8")
        return
    before: dict[str, set[str]] = defaultdict(set)
    for line in _RECORD.read_text(encoding="utf-8").splitlines():
        before[line.split("\t", 1)[0]].add(line)
    gained = sorted(line for name, lines in now.items() for line in lines - before[name])
    lost = sorted(line for name in now for line in before[name] - now[name])
    for sign, lines in (("+", gained), ("-", lost)):
        print(*(f"{sign} {line}" for line in lines), sep="\n", end="\n" if lines else "")
    print(f"{len(now)} documents, {sum(map(len, now.values()))} facts: {len(gained)} gained, {len(lost)} lost")


if __name__ == "__main__":
    main(sys.argv[1:])

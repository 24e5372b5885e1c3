"""Values as programs that know no lists, no evidence and no control characters take them."""

from __future__ import annotations

import re

from graph.model import Edge, Value

# What XML 1.0 (section 2.2) has no place for; workbooks are XML too.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
# Spreadsheets run a cell that begins with one of these, also in full width.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")

Plain = str | int | float | bool


def printable(text: str) -> str:
    """The text with the replacement character for each that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def flat(value: Value) -> Plain | None:
    """A list as one text; numbers and truth values as they are."""
    if isinstance(value, list):
        return printable("; ".join(value))
    return printable(value) if isinstance(value, str) else value


def is_formula(text: str) -> bool:
    """Whether a spreadsheet might calculate this instead of showing it."""
    return text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)


def proof_of(edge: Edge) -> dict[str, Plain]:
    """How many pieces of evidence an edge has, and the first of them."""
    proof: dict[str, Plain] = {"evidences": len(edge.evidence)}
    if edge.evidence:
        first = edge.evidence[0]
        proof |= {"document": first.document, "quote": printable(first.quote), "rule": first.rule}
        proof["confidence"] = first.confidence
    return proof

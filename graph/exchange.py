"""The exchange format: a JSON object a line for each text, node and edge, so that two equal graphs are equal files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from graph.model import Edge, Evidence, Node, Props, Text
from graph.store import Store
from graph.whole_files import whole
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS

Record = Text | Node | Edge
_T = TypeVar("_T")

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_BOM = b"\xef\xbb\xbf"
_LONE = re.compile("[\ud800-\udfff]")
_LONGEST = 256 * 1024**2  # bytes of a line: the longest text that is read has 50 MB, in escapes some times that
_MOST = 2**53  # offsets any reader of JSON takes as they are
_FIELDS = {
    "text": {"type", "document", "text"},
    "node": {"type", "id", "kind", "label", "props"},
    "edge": {"type", "id", "kind", "source", "target", "props", "evidence"},
}
_EVIDENCE = {"document", "start", "end", "quote", "rule", "confidence"}
_WORDS = {str: "text", int: "a whole number", float: "a number", dict: "an object", list: "a list"}


class ExchangeError(Exception):
    """A file that is no export of a graph; `line` is counted from 1."""

    def __init__(self, path: Path, line: int, why: str) -> None:
        super().__init__(f"{path}, line {line}: {why}")
        self.path = path
        self.line = line


class _Wrong(Exception):  # noqa: N818
    """What is wrong with one line."""


def write_jsonl(store: Store, path: Path) -> None:
    """Write everything in the store, in the order of `Store.records`. Raises NotWrittenError."""
    with whole(path) as part, part.open("wb") as out:
        for record in store.records():
            out.write(line_of(record).encode("utf-8") + b"\n")


def line_of(record: Record) -> str:
    """A record as a line of an export, without the line break."""
    return _ENCODER.encode(_object_of(record))


def read_jsonl(path: Path) -> Iterator[Record]:
    """The records of an export, line by line. Raises ExchangeError, and OSError when there is no such file."""
    path = Path(path)
    # In bytes: text files would also be cut at U+2028 or \r, which stand in the texts.
    with path.open("rb") as lines:
        for number, line in enumerate(iter(lambda: lines.readline(_LONGEST + 1), b""), 1):
            if len(line) > _LONGEST:
                raise ExchangeError(path, number, f"longer than the {_LONGEST // 1024**2} MB that a text can have")
            if number == 1:
                line = line.removeprefix(_BOM)
            if not line.strip():
                continue
            try:
                yield record_of(line)
            except _Wrong as error:
                raise ExchangeError(path, number, str(error)) from error


def record_of(line: bytes) -> Record:
    given = _parsed(line)
    if not isinstance(given, dict) or not isinstance(given.get("type"), str) or given["type"] not in _FIELDS:
        raise _Wrong('not a record of an export: "type" must be "text", "node" or "edge"')
    kind = given["type"]
    _only(given, _FIELDS[kind], kind)
    if kind == "text":
        return Text(_field(given, "document", str), _field(given, "text", str))
    if kind == "node":
        _known(given, NODE_KINDS)
        return Node(_field(given, "id", str), given["kind"], _field(given, "label", str), _props(given))
    _known(given, EDGE_KINDS)
    proofs = tuple(_evidence(one, n) for n, one in enumerate(_field(given, "evidence", list), 1))
    ends = _field(given, "source", str), _field(given, "target", str)
    return Edge(_field(given, "id", str), given["kind"], *ends, _props(given), proofs)


def _object_of(record: Record) -> dict[str, Any]:
    match record:
        case Text():
            return {"type": "text", "document": record.document, "text": record.text}
        case Node():
            head = {"type": "node", "id": record.id, "kind": record.kind, "label": record.label}
            return {**head, "props": _sorted(record.props)}
        case Edge():
            return {
                "type": "edge",
                "id": record.id,
                "kind": record.kind,
                "source": record.source,
                "target": record.target,
                "props": _sorted(record.props),
                "evidence": [
                    {
                        "document": proof.document,
                        "start": proof.start,
                        "end": proof.end,
                        "quote": proof.quote,
                        "rule": proof.rule,
                        "confidence": proof.confidence,
                    }
                    for proof in record.evidence
                ],
            }


def _sorted(props: Props) -> dict[str, Any]:
    return dict(sorted(props.items()))


def _parsed(line: bytes) -> Any:
    try:
        given = json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise _Wrong(f"not UTF-8 at byte {error.start + 1}") from error
    except json.JSONDecodeError as error:
        cut = "" if line.endswith(b"\n") else "; the file seems to be cut off here"
        raise _Wrong(f"not JSON at character {error.colno} ({error.msg}){cut}") from error
    except (ValueError, RecursionError) as error:  # numbers of thousands of digits, brackets in thousands
        raise _Wrong("not JSON of a graph") from error
    # Halves of a character can come in as escapes only.
    if b"\\u" in line and _LONE.search(json.dumps(given, ensure_ascii=False)):
        raise _Wrong("holds half of a character (a lone surrogate)")
    return given


def _no_number(name: str) -> NoReturn:
    raise _Wrong(f"{name} is not a value of a graph")


def _only(given: dict[str, Any], fields: set[str], what: str) -> None:
    if missing := fields - given.keys():
        raise _Wrong(f'the {what} has no "{min(missing)}"')
    if foreign := given.keys() - fields:
        raise _Wrong(f'a {what} has no field "{min(foreign)}"')


def _known(given: dict[str, Any], kinds: dict[str, Any]) -> None:
    kind = _field(given, "kind", str)
    if kind not in kinds:
        raise _Wrong(f'"{kind}" is no kind of {given["type"]}; there are {", ".join(kinds)}')


def _field(given: dict[str, Any], name: str, kind: type[_T]) -> _T:
    value = given[name]
    if not isinstance(value, kind) or isinstance(value, bool):
        raise _Wrong(f'"{name}" must be {_WORDS[kind]}')
    return value


def _props(given: dict[str, Any]) -> Props:
    props = _field(given, "props", dict)
    for name, value in props.items():
        plain = value is None or isinstance(value, str | int | float)
        if not plain and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            raise _Wrong(f'the property "{name}" must be text, a number, true, false, null or a list of texts')
    return props


def _evidence(given: Any, n: int) -> Evidence:
    if not isinstance(given, dict):
        raise _Wrong(f"evidence {n} must be an object")
    _only(given, _EVIDENCE, "evidence")
    start, end, quote = _field(given, "start", int), _field(given, "end", int), _field(given, "quote", str)
    if not 0 <= start <= end < _MOST or len(quote) != end - start:
        raise _Wrong(f"evidence {n} from {start} to {end} does not fit its quote of {len(quote)} characters")
    confidence = given["confidence"]
    if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        raise _Wrong('"confidence" must be a number from 0 to 1')
    return Evidence(_field(given, "document", str), start, end, quote, _field(given, "rule", str), float(confidence))

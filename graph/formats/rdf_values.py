"""Values of properties as literals, and literals as values.

A list is several triples, which have no order and no repetitions, and neither an empty list nor null is any; so what
triples alone would not give back stands once more, as JSON, in `chithi:listed`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from graph.formats.rdf_names import LISTS, PREFIXES, is_known, property_iri
from graph.model import Props, Scalar, Value

XSD = PREFIXES["xsd"]
_DATES = frozenset({"date", "start", "end", "period_start", "period_end", "valid_from", "valid_to", "signed_at"})
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_YEAR = re.compile(r"[0-9]{4}")
_DECIMAL = re.compile(r"-?(?<![0-9])[0-9]+\.[0-9]+")
_UNSAFE = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\u2028\u2029\ufffe\uffff]')
_ESCAPES = {"\t": r"\t", "\n": r"\n", "\r": r"\r", '"': r"\"", "\\": "\\\\", "\b": r"\b", "\f": r"\f"}
_WHOLE = frozenset(XSD + name for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger"))
_FRACTIONS = frozenset(XSD + name for name in ("decimal", "double", "float"))
_TRUE = frozenset({"true", "1"})


def literal(name: str, value: Scalar) -> str:
    """A property's value as N-Quads writes it."""
    if isinstance(value, bool):
        return typed("true" if value else "false", "boolean")
    if isinstance(value, int):
        return typed(str(value), "integer")
    if isinstance(value, float):
        return number(value)
    said = str(value)
    kind = _date_type(said) if name in _DATES else ""
    return typed(said, kind) if kind else text(said)


def number(value: float) -> str:
    """A figure as it is written, 6.8 and not 6.8E0; what decimal notation has no room for as a double."""
    said = repr(float(value))
    return typed(said, "decimal" if _DECIMAL.fullmatch(said) else "double")


def typed(said: str, kind: str) -> str:
    return f'"{said}"^^<{XSD}{kind}>'


def text(said: str, lang: str = "") -> str:
    escaped = _UNSAFE.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}"), said)
    return f'"{escaped}"@{lang}' if lang else f'"{escaped}"'


def value_of(said: str, datatype: str) -> Scalar:
    """The value of a literal. Raises ValueError for a number that is none."""
    if datatype in _WHOLE:
        return int(said)
    if datatype in _FRACTIONS:
        return float(said)
    return said in _TRUE if datatype == f"{XSD}boolean" else said


def listed(props: Props) -> str:
    """As JSON what the triples of these properties do not give back; empty when they give back all."""
    left = {name: value for name, value in sorted(props.items()) if not _given_back(name, value)}
    return json.dumps(left, ensure_ascii=False) if left else ""


def props_of(said: Mapping[str, Collection[Scalar]], left: str) -> dict[str, Value]:
    """Properties from the values of their triples, by name, and what `listed` gave. Where somebody changed a list's
    triples, they hold and not its former order. Raises ValueError."""
    given = json.loads(left) if left else {}
    foreign = {property_iri(name) for name in given if not is_known(name)}
    props: dict[str, Value] = {}
    for name, values in said.items():
        if is_known(name) or property_iri(name) not in foreign:
            several = name in LISTS or len(values) > 1
            props[name] = sorted(map(str, values)) if several else next(iter(values))
    for name, value in given.items():
        if not _is_value(value):
            raise ValueError(name)
        if not is_known(name) or _scalars(value) == _scalars(props.get(name)):
            props[name] = value
    return dict(sorted(props.items()))


def _given_back(name: str, value: Value) -> bool:
    if not is_known(name):
        return False
    if isinstance(value, list):
        return name in LISTS and bool(value) and value == sorted(set(value))
    return value is not None and name not in LISTS


def _is_value(value: Any) -> bool:
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    return value is None or isinstance(value, str | int | float)


def _scalars(value: Value) -> set[str]:
    if isinstance(value, list):
        return set(value)
    return set() if value is None else {str(value)}


def _date_type(said: str) -> str:
    """The type of an ISO date, which may be partial; empty for what is none."""
    if said.startswith("0000"):  # no year before XML Schema 1.1
        return ""
    if _YEAR.fullmatch(said):
        return "gYear"
    if _MONTH.fullmatch(said):
        return "gYearMonth"
    for kind, of in (("date", date), ("dateTime", datetime)):
        with suppress(ValueError):
            if of.fromisoformat(said).isoformat() == said:
                return kind
    return ""

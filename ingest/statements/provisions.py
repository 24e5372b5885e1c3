"""The numbered and bulleted provisions of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.model import Value
from graph.reading import ItemKey, Key, SelfKey
from ingest.duty import Duty
from ingest.letters import rule
from ingest.outline import Item
from ingest.statements.account import Account
from ingest.verbs import is_imperative

_MEASURES = rule(r"nhiệm\s+vụ|giải\s+pháp", re.I)
_HEADING = 300
"""Characters that the heading of a provision has at most."""


def state_provisions(out: Account, told: Iterable[Duty]) -> None:
    """One item for each marked line, the first where several have the same ref, and what `contains` it. A measure that
    tells something to be done and names nobody to do it is `unassigned`."""
    seen: set[str] = set()
    given = {id(duty.item) for duty in told if duty.item}
    parts: dict[int, bool] = {}
    for item in out.outline.items:
        if item.level == "plain" or item.ref in seen or not item.ref:
            continue
        seen.add(item.ref)
        text = item.text.strip()
        heading = text if len(text) <= _HEADING and (item.children or item.line.text.isupper()) else ""
        key = ItemKey("provision", item.ref)
        unassigned = id(item) not in given and not item.children and _is_measure(item, parts)
        props: dict[str, Value] = {"ref": item.ref, "heading": heading, "text": text, "unassigned": unassigned or None}
        out.item(key, f"{item.ref}. {text}", props)
        above = item.parent
        while above and not (above.ref in seen and above.level != "plain"):
            above = above.parent
        source: Key = ItemKey("provision", above.ref) if above else SelfKey()
        out.claim("contains", source, key, (item.line.start, item.line.end), "outline", 0.99)


def _is_measure(item: Item, parts: dict[int, bool]) -> bool:
    """Whether a line stands in a part of duties and measures and tells somebody to act; `parts` are known ones."""
    part = item
    while part.parent:
        part = part.parent
    if part is item:
        return False
    if id(part) not in parts:
        parts[id(part)] = _MEASURES.search(part.text[:120]) is not None
    return parts[id(part)] and is_imperative(item.text)

"""The numbered and bulleted provisions of a document."""

from __future__ import annotations

from graph.reading import ItemKey, Key, SelfKey
from ingest.statements.account import Account

_HEADING = 300
"""Characters that the heading of a provision has at most."""


def state_provisions(out: Account) -> None:
    """One item for each marked line, the first where several have the same ref, and what `contains` it."""
    seen: set[str] = set()
    for item in out.outline.items:
        if item.level == "plain" or item.ref in seen or not item.ref:
            continue
        seen.add(item.ref)
        text = item.text.strip()
        heading = text if len(text) <= _HEADING and (item.children or item.line.text.isupper()) else ""
        key = ItemKey("provision", item.ref)
        out.item(key, f"{item.ref}. {text}", {"ref": item.ref, "heading": heading, "text": text})
        above = next((a for a in item.chain[1:] if a.ref in seen and a.level != "plain"), None)
        source: Key = ItemKey("provision", above.ref) if above else SelfKey()
        out.claim("contains", source, key, (item.line.start, item.line.end), "outline", 0.99)

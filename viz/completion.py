"""What the shell offers for a document, a body or a place: names of the store, in a form without spaces.

A document is offered by its number (with its place where the number is not its own), everything else by its name as
`so-xay-dung-tinh-lai-chau`, which is understood wherever a name is. Nothing is ever said: without a store, or with a
store on a server, nothing is offered.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from graph.model import Node
    from graph.store import Store

_MOST = 50
_LOOKED_AT = 400


class Named(click.ParamType[str]):
    """A name that is completed from the nodes of these kinds."""

    name = "text"

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        address = str(ctx.find_root().params.get("db") or os.environ.get("CHITHI_DB") or "chithi.db")
        if "://" in address or not Path(address).is_file():
            return []
        try:
            from graph import open_store

            with open_store(address, create=False) as store:
                return offered(store, self.kinds, incomplete)
        except Exception:
            # A message would land in the middle of what is being typed.
            return []


DOCUMENT, AGENCY, PLACE = Named("document"), Named("agency"), Named("place")
ANYTHING = Named("document", "agency", "place")


def offered(store: Store, kinds: Iterable[str], incomplete: str) -> list[CompletionItem]:
    """The names of these kinds that begin with what was typed, diacritics and separators aside. One call."""
    from click.shell_completion import CompletionItem

    from graph.folding import slug

    typed = slug(incomplete)
    asked = typed.replace("-", " ")
    found = store.search(asked, list(kinds), _LOOKED_AT) if asked else islice(store.nodes_of(list(kinds)), _LOOKED_AT)
    nodes = [node for node in found if not node.props.get("candidates")]
    symbols = Counter(str(node.props["symbol"]) for node in nodes if node.props.get("symbol"))
    values = {_value(node, symbols): node.label for node in nodes}
    return [
        CompletionItem(value, help=label) for value, label in sorted(values.items()) if slug(value).startswith(typed)
    ][:_MOST]


def _value(node: Node, symbols: Counter[str]) -> str:
    from graph.folding import slug

    symbol, place = "".join(str(node.props.get("symbol", "")).split()), slug(str(node.props.get("place", "")))
    if symbol:
        return f"{symbol}-{place}" if symbols[str(node.props["symbol"])] > 1 and place else symbol
    return slug(node.label)

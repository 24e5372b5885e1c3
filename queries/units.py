"""The smallest parts of documents that say something of their own: what is compared when texts are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph.model import Node
from graph.store import Store
from queries.origin import document_of
from queries.props import text_of
from queries.refs import ref_key


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision without parts below it, or a task that stands in none; ids of itself and its document."""

    id: str
    kind: str
    ref: str
    document: str
    text: str


def units(store: Store, documents: Collection[str]) -> dict[str, list[Unit]]:
    """The units of each document, in its order. A task's words are its provision's where it stands in one. One call."""
    by_document: dict[str, list[Node]] = defaultdict(list)
    for node in store.items(documents, ["provision", "task"]):
        by_document[document_of(node.id)].append(node)
    return {document: _smallest(document, found) for document, found in sorted(by_document.items())}


def text_of_unit(node: Node) -> str:
    """Its words, else its heading."""
    return text_of(node, "text") or text_of(node, "heading")


def _smallest(document: str, nodes: Iterable[Node]) -> list[Unit]:
    nodes = list(nodes)
    provisions = {text_of(node, "ref") for node in nodes if node.kind == "provision"}
    divided = {".".join(parts[:n]) for ref in provisions for parts in [ref.split(".")] for n in range(1, len(parts))}
    found = []
    for node in nodes:
        ref = text_of(node, "ref")
        if node.kind == "provision" and ref in divided:
            continue
        if node.kind == "task" and ref.split("/")[0] in provisions - divided:
            continue
        if text := text_of_unit(node):
            found.append(Unit(node.id, node.kind, ref, document, text))
    return sorted(found, key=lambda unit: (ref_key(unit.ref), unit.id))

"""Who must do what: the duties of a body, a document or a place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.model import Edge, Node, surest
from graph.store import Store
from queries.dates import last_day
from queries.names import find_agencies, find_document
from queries.origin import document_of, short_label
from queries.props import quote_of, text_of
from queries.refs import in_order
from queries.succession import Successor, answering, documents_in, is_in, successors

ROLES = {"leads": "lead", "supports": "support"}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One duty. `task` and `document` are ids, `document_label` says the document in short, `place` is its document's;
    `leads` and `supports` are names of bodies; `start` and `end` ISO dates. When a body was asked for, `role` is its
    part (`lead` or `support`) and `quote` the words that give it; otherwise `quote` is where the duty stands. As of
    a day, `succession` tells who took over from whom and what says so."""

    task: str
    ref: str
    text: str
    document: str
    place: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    deadline_text: str
    start: str
    end: str
    recurrence: str
    role: str
    quote: str
    document_label: str = ""
    succession: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskPage:
    """Some of the duties that were asked for, and how many there are in all."""

    rows: list[TaskRow]
    total: int


def tasks(
    store: Store,
    *,
    agency: str | None = None,
    role: str | None = None,
    document: str | None = None,
    place: str | None = None,
    due_before: date | None = None,
    as_of: date | None = None,
) -> list[TaskRow]:
    """The duties that satisfy every restriction, by document and in the document's order. `role` (`lead`, `support`) is
    the part of the asked body, or, without one, asks for tasks that have such a body at all. `due_before`: with an end
    before that day. `as_of`: bodies are those that answer on that day, the former name in brackets, and an asked body
    stands for those it succeeded, an asked place for those that went into it. Raises NotFound and Ambiguous."""
    page = task_page(
        store, agency=agency, role=role, document=document, place=place, due_before=due_before, as_of=as_of
    )
    return page.rows


def task_page(
    store: Store,
    *,
    agency: str | None = None,
    role: str | None = None,
    document: str | None = None,
    place: str | None = None,
    due_before: date | None = None,
    as_of: date | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> TaskPage:
    """Of the rows of `tasks` at most `limit`, after the first `offset`. Of a body's other duties no more than their ids
    are fetched, unless their ends decide (`due_before`). Raises NotFound and Ambiguous."""
    found = _find(store, agency, role, document, place, as_of, whole=limit is None)
    ids = found.ids
    if due_before is not None:
        nodes = found.nodes = store.nodes(ids) if found.nodes is None else found.nodes
        ids = [id for id in ids if id in nodes and (end := last_day(text_of(nodes[id], "end"))) and end < due_before]
    if role is not None and agency is None:
        having = {one.task for one in store.roles(ids, _kinds(role))}
        ids = [id for id in ids if id in having]
    shown = in_order(ids)[offset : None if limit is None else offset + limit]
    return TaskPage(task_rows(store, *_of(store, found, shown), as_of=as_of), len(ids))


def chosen_tasks(
    store: Store,
    *,
    agency: str | None = None,
    role: str | None = None,
    document: str | None = None,
    place: str | None = None,
    as_of: date | None = None,
) -> tuple[dict[str, Node], dict[str, Edge]]:
    """The tasks that `tasks` answers with, in no order, and the edge that gives the asked body its part in each. Raises
    NotFound and Ambiguous."""
    found = _find(store, agency, role, document, place, as_of, whole=True)
    return _of(store, found, found.ids)


def task_rows(
    store: Store, chosen: Mapping[str, Node], roles: Mapping[str, Edge] | None = None, *, as_of: date | None = None
) -> list[TaskRow]:
    """Rows of these tasks, by document and ref. `roles` holds the edge that gives the asked body its part."""
    if not chosen:
        return []
    roles = roles or {}
    parties = store.roles(chosen, list(ROLES))
    acting = {one.body for one in parties}
    followers = successors(store, acting, as_of) if as_of else {}
    names = _names(store, acting, followers)
    passed: dict[str, list[str]] = {}
    bodies: dict[tuple[str, str], list[str]] = {}
    for one in parties:
        if one.body in followers:
            passed.setdefault(one.task, []).extend(map(_sourced, followers[one.body]))
        listed = bodies.setdefault((one.task, one.kind), [])
        listed += [name for name in names.get(one.body, [one.body]) if name not in listed]
    homes = store.nodes({document_of(task) for task in chosen})
    unquoted = [task for task in chosen if not quote_of(roles.get(task))]
    stands = store.edges(kinds=["contains"], targets=unquoted) if unquoted else []
    quotes = {edge.target: quote_of(edge) for edge in reversed(stands)}
    rows = []
    for task in in_order(chosen):
        node, home, given = chosen[task], homes.get(document_of(task)), roles.get(task)
        rows.append(
            TaskRow(
                task=task,
                ref=text_of(node, "ref"),
                text=text_of(node, "text") or node.label,
                document=home.id if home else "",
                place=text_of(home, "place") if home else "",
                leads=tuple(bodies.get((task, "leads"), ())),
                supports=tuple(bodies.get((task, "supports"), ())),
                deadline_text=text_of(node, "deadline_text"),
                start=text_of(node, "start"),
                end=text_of(node, "end"),
                recurrence=text_of(node, "recurrence"),
                role=ROLES[given.kind] if given else "",
                quote=quote_of(given) or quotes.get(task, ""),
                document_label=short_label(home) if home else "",
                succession=tuple(dict.fromkeys(passed.get(task, ()))),
            )
        )
    return rows


@dataclass(slots=True)
class _Found:
    """Ids of tasks; their nodes, and the edges that give the asked bodies their parts, as far as these were fetched."""

    ids: list[str]
    nodes: Mapping[str, Node] | None = None
    bodies: Collection[str] | None = None
    edges: list[Edge] | None = None
    kinds: Collection[str] = ()


def _find(
    store: Store,
    agency: str | None,
    role: str | None,
    document: str | None,
    place: str | None,
    as_of: date | None,
    *,
    whole: bool,
) -> _Found:
    inside = None if document is None else {find_document(store, document).id}
    if place is not None and agency is None and inside is None:
        inside = {node.id for node in documents_in(store, place, as_of)}
    if agency is not None:
        if as_of is None:
            bodies = {node.id for node in find_agencies(store, agency)}
        else:
            bodies = answering(store, agency, as_of)
        found = _Found([], bodies=bodies, kinds=_kinds(role))
        if whole:
            found.edges = store.edges(kinds=found.kinds, sources=bodies)
            ids = {edge.target for edge in found.edges}
        else:
            ids = {part.target for part in store.parts(inside, found.kinds, bodies=bodies)}
        found.ids = [id for id in ids if inside is None or document_of(id) in inside]
    else:
        nodes = store.nodes_of(["task"]) if inside is None else store.items(inside, ["task"])
        found = _Found([], {node.id: node for node in nodes})
        found.ids = list(found.nodes or ())
    if place is not None and (agency is not None or document is not None):
        homes = store.nodes({document_of(task) for task in found.ids})
        here = {id for id, node in homes.items() if is_in(place, text_of(node, "place"), as_of)}
        found.ids = [task for task in found.ids if document_of(task) in here]
    return found


def _of(store: Store, found: _Found, ids: Collection[str]) -> tuple[dict[str, Node], dict[str, Edge]]:
    """These tasks of those that were found, and the part of the asked bodies in each."""
    nodes = store.nodes(ids) if found.nodes is None else found.nodes
    edges = found.edges
    if edges is None:
        edges = store.edges(kinds=found.kinds, sources=found.bodies, targets=ids) if found.bodies else []
    chosen = {id: nodes[id] for id in ids if id in nodes}
    return chosen, _roles(edge for edge in edges if edge.target in chosen)


def stated_at(edge: Edge) -> tuple[int, str]:
    """Bodies are listed as the document lists them, in the order of `graph.store.Role`."""
    return min((proof.start for proof in edge.evidence), default=0), edge.source


def _kinds(role: str | None) -> Collection[str]:
    return [kind for kind, name in ROLES.items() if role in (None, name)]


def _roles(edges: Iterable[Edge]) -> dict[str, Edge]:
    """The asked body's part in each task: leading says more than supporting, the surer evidence more than the other."""

    def weight(edge: Edge) -> tuple[bool, float]:
        proof = surest(edge.evidence)
        return edge.kind == "leads", proof.confidence if proof else 0.0

    found: dict[str, Edge] = {}
    for edge in edges:
        if edge.target not in found or weight(edge) > weight(found[edge.target]):
            found[edge.target] = edge
    return found


def _names(store: Store, ids: Collection[str], followers: Mapping[str, list[Successor]]) -> dict[str, list[str]]:
    names = {node.id: [node.label] for node in store.nodes(ids).values()}
    return names | {former: [renamed(one) for one in found] for former, found in followers.items()}


def _sourced(successor: Successor) -> str:
    """Who took over from whom, since when, and what says so."""
    since = f" từ {successor.since}" if successor.since else ""
    return f"{successor.predecessor.label} → {successor.node.label}{since}: {successor.source}"


def renamed(successor: Successor) -> str:
    now, then = successor.node.label, successor.predecessor.label
    if now == then:
        now, then = (f"{node.label} {text_of(node, 'place')}" for node in (successor.node, successor.predecessor))
    part = f"; phần {successor.function}" if successor.function else ""
    doubt = "" if successor.certain else "; chưa chắc chắn"
    return f"{now} (trước là {then}{part}{doubt})"

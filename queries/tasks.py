"""Who must do what: the duties of a body, a document or a place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.model import Edge, Node, surest
from graph.store import Store
from queries.dates import last_day
from queries.names import find_agencies, find_document
from queries.origin import document_of, origins, short_label
from queries.props import quote_of, text_of
from queries.refs import RefKey, ref_key
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
    chosen, roles = chosen_tasks(store, agency=agency, role=role, document=document, place=place, as_of=as_of)
    rows = task_rows(store, chosen, roles, as_of=as_of)
    if due_before is not None:
        rows = [row for row in rows if (end := last_day(row.end)) and end < due_before]
    if role is not None and agency is None:
        rows = [row for row in rows if (row.leads if role == "lead" else row.supports)]
    return rows


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
    inside = None if document is None else {find_document(store, document).id}
    if place is not None and agency is None and inside is None:
        inside = {node.id for node in documents_in(store, place, as_of)}
    if agency is not None:
        if as_of is None:
            bodies = {node.id for node in find_agencies(store, agency)}
        else:
            bodies = answering(store, agency, as_of)
        roles = _roles(store.edges(kinds=_kinds(role), sources=bodies))
        chosen = store.nodes(roles)
        if inside is not None:
            chosen = {task: node for task, node in chosen.items() if document_of(task) in inside}
    else:
        roles = {}
        found = store.nodes_of(["task"]) if inside is None else store.items(inside, ["task"])
        chosen = {node.id: node for node in found}
    if place is not None and (agency is not None or document is not None):
        homes = store.nodes({document_of(task) for task in chosen})
        here = {id for id, node in homes.items() if is_in(place, text_of(node, "place"), as_of)}
        chosen = {task: node for task, node in chosen.items() if document_of(task) in here}
    return chosen, roles


def task_rows(
    store: Store, chosen: Mapping[str, Node], roles: Mapping[str, Edge] | None = None, *, as_of: date | None = None
) -> list[TaskRow]:
    """Rows of these tasks, by document and ref. `roles` holds the edge that gives the asked body its part."""
    if not chosen:
        return []
    parties = sorted(store.edges(kinds=list(ROLES), targets=list(chosen)), key=stated_at)
    followers = successors(store, {edge.source for edge in parties}, as_of) if as_of else {}
    names = _names(store, {edge.source for edge in parties}, followers)
    passed: dict[str, list[str]] = {}
    for edge in parties:
        passed.setdefault(edge.target, []).extend(_sourced(follower) for follower in followers.get(edge.source, ()))
    origin = origins(store, list(chosen))
    bodies: dict[tuple[str, str], list[str]] = {}
    for edge in parties:
        listed = bodies.setdefault((edge.target, edge.kind), [])
        listed += [name for name in names.get(edge.source, [edge.source]) if name not in listed]
    rows: list[tuple[str, RefKey, str, TaskRow]] = []
    for task, node in chosen.items():
        stands = origin.get(task)
        given = (roles or {}).get(task)
        row = TaskRow(
            task=task,
            ref=text_of(node, "ref"),
            text=text_of(node, "text") or node.label,
            document=stands.document.id if stands else "",
            place=text_of(stands.document, "place") if stands else "",
            leads=tuple(bodies.get((task, "leads"), ())),
            supports=tuple(bodies.get((task, "supports"), ())),
            deadline_text=text_of(node, "deadline_text"),
            start=text_of(node, "start"),
            end=text_of(node, "end"),
            recurrence=text_of(node, "recurrence"),
            role=ROLES[given.kind] if given else "",
            quote=quote_of(given) or (stands.quote if stands else ""),
            document_label=short_label(stands.document) if stands else "",
            succession=tuple(dict.fromkeys(passed.get(task, ()))),
        )
        rows.append((row.document, ref_key(row.ref), task, row))
    return [row for *_, row in sorted(rows, key=lambda keyed: keyed[:3])]


def stated_at(edge: Edge) -> tuple[int, str]:
    """Bodies are listed as the document lists them."""
    return min((proof.start for proof in edge.evidence), default=0), edge.id


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

"""Duties a page at a time, with where each stands in time and the bodies as nodes, for whoever follows them on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.folding import fold
from graph.model import Edge, Evidence, Node, surest
from graph.store import Store
from queries.deadlines import dues_of, state_of
from queries.names import words
from queries.origin import origins
from queries.props import text_of
from queries.refs import in_order
from queries.succession import successors
from queries.tasks import ROLES, chosen_tasks, renamed, stated_at

SORTS = ("ref", "text", "deadline")


@dataclass(frozen=True, slots=True)
class Body:
    """A body with a part in a duty, as the document names it; `label` has the body that answers on the asked day."""

    id: str
    label: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty. `home` is the text it stands in; `state` one of `queries.deadlines.STATES` on the asked
    day, `next_date` (ISO) when it is next due; `role` the asked body's part."""

    id: str
    ref: str
    text: str
    home: Node | None
    leads: tuple[Body, ...]
    supports: tuple[Body, ...]
    deadline_text: str
    start: str
    end: str
    recurrence: str
    product: str
    state: str
    next_date: str
    days: int | None
    role: str
    evidence: Evidence | None


def chosen_duties(
    store: Store,
    *,
    agency: str | None = None,
    role: str | None = None,
    document: str | None = None,
    place: str | None = None,
    as_of: date | None = None,
    text: str = "",
) -> tuple[dict[str, Node], Mapping[str, Edge]]:
    """The duties that satisfy every restriction of `queries.tasks.tasks` and contain every word of `text`, in no order,
    and the edge that gives the asked body its part in each. Raises NotFound and Ambiguous."""
    chosen, roles = chosen_tasks(store, agency=agency, role=role, document=document, place=place, as_of=as_of)
    if asked := set(words(text)):
        chosen = {id: node for id, node in chosen.items() if asked <= set(words(text_of(node, "text") or node.label))}
    return chosen, roles


def sorted_duties(chosen: Mapping[str, Node], sort: str, on: date) -> list[str]:
    """The ids of these duties in one of SORTS, turned by `-` before it: `ref` by document and in its order, `text` by
    their words, `deadline` by when they are next due on a day, those without a day last either way."""
    ids = in_order(chosen)
    name, falling = sort.removeprefix("-"), sort.startswith("-")
    if name == "text":
        return sorted(ids, key=lambda id: fold(text_of(chosen[id], "text") or chosen[id].label), reverse=falling)
    if name == "deadline":
        due = {one.task: one.next_date for one in dues_of(chosen.values(), on)}
        dated = sorted((id for id in ids if due[id]), key=due.__getitem__, reverse=falling)
        return dated + [id for id in ids if not due[id]]
    return ids[::-1] if falling else ids


def duties(
    store: Store,
    ids: Sequence[str],
    on: date,
    *,
    roles: Mapping[str, Edge] | None = None,
    as_of: date | None = None,
) -> list[Duty]:
    """These duties in the order given, as things stand on the day `on`. Five calls, more as of a day."""
    if not ids:
        return []
    nodes = store.nodes(ids)
    parties = sorted(store.edges(kinds=list(ROLES), targets=list(nodes)), key=stated_at)
    followers = successors(store, {edge.source for edge in parties}, as_of) if as_of else {}
    names = {node.id: node.label for node in store.nodes({edge.source for edge in parties}).values()}
    names |= {former: "; ".join(map(renamed, found)) for former, found in followers.items() if found}
    bodies: dict[tuple[str, str], dict[str, Body]] = {}
    for edge in parties:
        listed = bodies.setdefault((edge.target, edge.kind), {})
        listed.setdefault(edge.source, Body(edge.source, names.get(edge.source, edge.source), surest(edge.evidence)))
    origin = origins(store, list(nodes))
    rows = []
    for id in ids:
        if id not in nodes:
            continue
        node, stands = nodes[id], origin.get(id)
        start, end, recurrence = (text_of(node, prop) for prop in ("start", "end", "recurrence"))
        state, following = state_of(start, end, recurrence, text_of(node, "deadline_text"), on)
        given = (roles or {}).get(id)
        rows.append(
            Duty(
                id=id,
                ref=text_of(node, "ref"),
                text=text_of(node, "text") or node.label,
                home=stands.document if stands else None,
                leads=tuple(bodies.get((id, "leads"), {}).values()),
                supports=tuple(bodies.get((id, "supports"), {}).values()),
                deadline_text=text_of(node, "deadline_text"),
                start=start,
                end=end,
                recurrence=recurrence,
                product=text_of(node, "product"),
                state=state,
                next_date=following.isoformat() if following else "",
                days=(following - on).days if following else None,
                role=ROLES[given.kind] if given else "",
                evidence=stands.evidence if stands else None,
            )
        )
    return rows

"""One duty: who leads and supports it, by when, and why it exists."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Node
from queries.context import Context, in_context
from queries.duties import Duty, duties
from queries.names import NotFound
from queries.origin import document_of
from queries.why import Reason, why
from viz.explorer.asked import Asked, Crumb, Page
from viz.explorer.shown import document_name
from viz.explorer.words import say


@dataclass(frozen=True, slots=True)
class Model:
    duty: Duty
    document: Node | None
    reports_to: tuple[Node, ...]
    ways: list[tuple[Reason, ...]]
    said: dict[str, Node]
    words: Context | None


def page(asked: Asked) -> Page:
    rows = duties(asked.store, [asked.id], asked.today) if "#task:" in asked.id else []
    if not rows:
        raise NotFound(asked.id)
    duty = rows[0]
    ways = why(asked.store, duty.id)
    reports = asked.store.edges(kinds=["reports_to"], sources=[duty.id], evidence=False)
    proofs = {reason.evidence.document for way in ways for reason in way if reason.evidence}
    home = duty.home.id if duty.home else document_of(duty.id)
    nodes = asked.store.nodes({home, *proofs, *(edge.target for edge in reports)})
    model = Model(
        duty=duty,
        document=nodes.get(home),
        reports_to=tuple(nodes[edge.target] for edge in reports if edge.target in nodes),
        ways=ways,
        said=nodes,
        words=in_context(asked.store, duty.evidence),
    )
    name = document_name(nodes[home]) if home in nodes else home
    title = f"{say(asked.lang, 'duty')} {duty.ref}"
    crumbs = (
        Crumb(say(asked.lang, "documents"), asked.links.to("documents")),
        Crumb(name, asked.links.to("document", home)),
        Crumb(title),
    )
    return Page("duty", f"{title}, {name}", model, crumbs, nav="duties")

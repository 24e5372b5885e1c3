"""One body: what it leads and supports, by when, with whom, under whom, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from queries.body import BodyReport, body
from queries.deadlines import STATES, dues_of
from queries.duties import Duty, duties
from queries.names import find_agencies
from queries.refs import in_order
from queries.tasks import TaskRow, tasks
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.words import say

_SHOWN = 15
# States are told of this many duties at most: those of more stand in the list.
_WEIGHED = 3_000
_NEAREST = 4


@dataclass(frozen=True, slots=True)
class Model:
    report: BodyReport
    leads: list[Duty]
    supports: list[Duty]
    counts: Mapping[str, int]
    nearest: Mapping[str, list[Duty]]
    weighed: bool
    known: frozenset[str]
    today: date


def page(asked: Asked) -> Page | str:
    found = find_agencies(asked.store, asked.id)
    if len(found) == 1 and found[0].id != asked.id:
        return asked.links.to("agency", found[0].id)
    report = body(asked.store, asked.id, asked.today)
    lead_ids, support_ids = in_order(report.leads), in_order(report.supports)
    dues = dues_of(asked.store.nodes(lead_ids[:_WEIGHED]).values(), asked.today)
    first = {state: [due.task for due in dues if due.state == state][:_NEAREST] for state in STATES[:-1]}
    shown = [*lead_ids[:_SHOWN], *support_ids[:_SHOWN], *(id for ids in first.values() for id in ids)]
    rows = {duty.id: duty for duty in duties(asked.store, list(dict.fromkeys(shown)), asked.today)}
    beside = {one.id for one in report.stands_for} | {one.node.id for one in report.successors}
    known = frozenset(asked.store.nodes(beside)) if beside else frozenset()
    weighed = len(lead_ids) <= _WEIGHED
    model = Model(
        report=report,
        leads=[rows[id] for id in lead_ids[:_SHOWN] if id in rows],
        supports=[rows[id] for id in support_ids[:_SHOWN] if id in rows],
        counts=Counter(due.state for due in dues),
        nearest={state: [rows[id] for id in ids if id in rows] for state, ids in first.items() if ids},
        weighed=weighed,
        known=known,
        today=asked.today,
    )
    crumbs = (Crumb(say(asked.lang, "agencies"), asked.links.to("agencies")), Crumb(report.node.label))
    table = Table("tasks", TaskRow, lambda: tasks(asked.store, agency=report.node.id))
    return Page("agency", report.node.label, model, crumbs, table, nav="agencies")

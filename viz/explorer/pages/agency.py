"""One body: what it leads and supports, by when, with whom, under whom, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from queries.body import BodyReport, body
from queries.deadlines import STATES
from queries.duties import Duty, duties, in_order
from queries.names import find_agencies
from queries.tasks import TaskRow, tasks
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.words import say

_SHOWN = 15
# States are told of this many duties at most: those of more stand in the list.
_WEIGHED = 300


@dataclass(frozen=True, slots=True)
class Model:
    report: BodyReport
    leads: list[Duty]
    supports: list[Duty]
    states: dict[str, list[Duty]]
    weighed: bool
    known: frozenset[str]
    today: date


def page(asked: Asked) -> Page | str:
    found = find_agencies(asked.store, asked.id)
    if len(found) == 1 and found[0].id != asked.id:
        return asked.links.to("agency", found[0].id)
    report = body(asked.store, asked.id, asked.today)
    lead_ids, support_ids = in_order(report.leads), in_order(report.supports)
    leads = duties(asked.store, lead_ids[:_WEIGHED], asked.today)
    supports = duties(asked.store, support_ids[:_SHOWN], asked.today)
    states: dict[str, list[Duty]] = {state: [] for state in STATES}
    for duty in leads:
        states[duty.state].append(duty)
    for listed in states.values():
        listed.sort(key=lambda duty: duty.next_date or "9999")
    beside = {one.id for one in report.stands_for} | {one.node.id for one in report.successors}
    known = frozenset(asked.store.nodes(beside)) if beside else frozenset()
    weighed = len(lead_ids) <= _WEIGHED
    model = Model(report, leads[:_SHOWN], supports, states, weighed, known, asked.today)
    crumbs = (Crumb(say(asked.lang, "agencies"), asked.links.to("agencies")), Crumb(report.node.label))
    table = Table("tasks", TaskRow, lambda: tasks(asked.store, agency=report.node.id))
    return Page("agency", report.node.label, model, crumbs, table, nav="agencies")

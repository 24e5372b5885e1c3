"""The duties that prose, lists and tables of a document give, as tasks with those who lead and support them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.model import Value
from graph.reading import ItemKey
from ingest.bodies import Body
from ingest.dates import Deadline
from ingest.duties import duties
from ingest.duty import Duty
from ingest.labelled import labelled_duties
from ingest.part_parties import part_duties
from ingest.statements.account import Account
from ingest.tables import task_rows
from ingest.unsaid_years import with_year


def read_duties(out: Account) -> list[Duty]:
    """The duties of prose, lists and tables; what looks like one and could not be read becomes a finding."""
    parts = part_duties(out.outline)
    prose = duties(out.outline, parts.taken, _askers(out.head.issuer))
    rows = task_rows(out.outline.tables)
    out.findings += [*prose.missed, *rows.missed]
    return [*prose.found, *parts.found, *labelled_duties(out.outline.items), *rows.found]


def _askers(issuer: str) -> tuple[str, ...]:
    """The names by which a document speaks of those who issue it."""
    return (issuer, issuer.removeprefix("Ban Thường vụ "), f"Chủ tịch {issuer}") if issuer else ()


def state_duties(out: Account, found: Iterable[Duty]) -> None:
    """One task for each duty."""
    for duty, ref in _with_refs(found):
        _state_duty(out, duty, ref)


def _with_refs(found: Iterable[Duty]) -> Iterator[tuple[Duty, str]]:
    """Each duty with a ref of its own: two items may have one number, and a table may count anew."""
    seen: dict[str, int] = {}
    for duty in found:
        base = duty.ref.split("/")[0]
        ref = duty.ref
        while ref in seen:
            seen[base] = seen.get(base, 1) + 1
            ref = f"{base}/{seen[base]}"
        seen[ref] = seen.get(ref, 1)
        yield duty, ref


def _state_duty(out: Account, duty: Duty, ref: str) -> None:
    key = ItemKey("task", ref)
    due = _due(duty, out)
    out.item(key, duty.text, _props(replace(duty, deadline=due), ref))
    out.claim("contains", out.holder(duty.item), key, (duty.start, duty.end), duty.rule, duty.confidence)
    home = out.head.home
    for kind, group in (("leads", duty.leads), ("supports", duty.supports)):
        for body in group:
            out.claim(kind, body.key(home), key, _span(out, body, duty), f"{duty.rule}.{kind}", duty.confidence)
    for body in duty.directs:
        for lead in duty.leads:
            source, target = lead.key(home), body.key(home)
            if source != target:
                span = _span(out, body, duty)
                out.claim("directs", source, target, span, f"{duty.rule}.directs", 0.85, {"task": ref})
    if told := duty.reports_to:
        out.claim("reports_to", key, told.key(home), (told.start, told.end), "duty.reports", 0.85)


def _due(duty: Duty, out: Account) -> Deadline | None:
    """When a duty is due; years that were over when prose was written (`giai đoạn 1974 - 1975`) are no term."""
    due = duty.deadline and with_year(duty.deadline, out.head.title, out.head.date)
    over = due is not None and due.end and due.end[:4] < out.head.date[:4] and duty.rule.startswith("duty.")
    return None if over else due


def _props(duty: Duty, ref: str) -> dict[str, Value]:
    due = duty.deadline
    return {
        "ref": ref,
        "text": duty.text,
        "deadline_text": due.text if due else "",
        "start": due.start if due else "",
        "end": due.end if due else "",
        "recurrence": due.recurrence if due else "",
        "product": duty.product,
    }


def _span(out: Account, body: Body, duty: Duty) -> tuple[int, int]:
    return (body.start, body.end) if body.end <= len(out.layout.text) else (duty.start, duty.end)

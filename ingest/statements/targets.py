"""The figures that a document sets as goals or reports as results, as targets."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Value
from graph.reading import ItemKey
from ingest.columns import is_task_table
from ingest.indicators import indicator_targets
from ingest.statements.account import Account
from ingest.statements.citations import Cited
from ingest.table_targets import table_targets
from ingest.tables import heading_kinds
from ingest.target import Target
from ingest.targets import targets
from ingest.units import STATED_UNIT, unit_name


def state_targets(out: Account, cited: Cited) -> None:
    """One target for each figure of prose and of the tables that give no tasks, its total and who assigned it."""
    every = sorted((c for group in cited.values() for c in group), key=lambda c: c.start)
    found = targets(out.outline, every, out.layout.notes, out.head.date[:4], out.head.title)
    for placed in out.outline.tables:
        if is_task_table(heading_kinds(placed.grid)):
            continue
        stated = STATED_UNIT.search(placed.heading)
        unit = unit_name(stated["unit"]) if stated else ""
        rows = table_targets(placed.grid, placed.prefix, unit)
        if all(target.status == "achieved" for target in rows):  # what is to be reached stands under no year, if at all
            beside = indicator_targets(placed.grid, placed.prefix)
            rows += [target for target in beside if not rows or target.status != "achieved"]
        base = len(found)
        found += [replace(t, part_of=t.part_of + base) if t.part_of >= 0 else t for t in rows]
    keys = _keys(found)
    for target, key in zip(found, keys, strict=True):
        _state_target(out, target, key, keys)


def _keys(found: list[Target]) -> list[ItemKey]:
    """A key for each target, counted among those of one ref."""
    counts: dict[str, int] = {}
    keys = []
    for target in found:
        counts[target.ref] = counts.get(target.ref, 0) + 1
        keys.append(ItemKey("target", target.ref, counts[target.ref]))
    return keys


def _state_target(out: Account, target: Target, key: ItemKey, keys: list[ItemKey]) -> None:
    props: dict[str, Value] = {
        "ref": target.ref,
        "subject": target.subject,
        "value": target.value,
        "unit": target.unit,
        "comparator": target.comparator,
        "period_start": target.period_start,
        "period_end": target.period_end,
        "status": target.status,
    }
    if target.value_max is not None:
        props["value_max"] = target.value_max
    span = target.start, target.end
    upper = "" if target.value_max is None else f" - {_written(target.value_max)}"
    out.item(key, f"{_written(target.value)}{upper} {target.unit} {target.subject}", props)
    out.claim("contains", out.holder(target.item), key, span, target.rule, 0.9)
    if target.part_of >= 0:
        out.claim("part_of", key, keys[target.part_of], span, "target.part", 0.9)
    for citation in target.assigned_by:
        out.claim("assigns", citation.key, key, (citation.start, citation.end), "target.assigned", 0.8)


def _written(value: int | float) -> str:
    """A figure as Vietnamese writes it: `1.800`, `23,29`."""
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value).replace(".", ",")

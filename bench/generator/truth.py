"""What a made-up document says, collected while it is written: the gold annotation of the evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Due:
    """A time as it is written and what it means; empty strings where it says nothing."""

    text: str
    start: str = ""
    end: str = ""
    again: str = ""


@dataclass
class Truth:
    """Filled by the grammar, never by a reader."""

    place: str
    document: dict[str, Any] = field(default_factory=dict)
    recipients: list[str] = field(default_factory=list)
    implements: list[dict[str, Any]] = field(default_factory=list)
    relations: list[dict[str, Any]] = field(default_factory=list)
    citations: dict[str, dict[str, Any]] = field(default_factory=dict)
    agencies: dict[str, dict[str, Any]] = field(default_factory=dict)
    tasks: list[dict[str, Any]] = field(default_factory=list)
    targets: list[dict[str, Any]] = field(default_factory=list)

    def body(self, name: str, surface: str, collective: bool = False) -> None:
        held = self.agencies.setdefault(
            name, {"name": name, "surface": [], "kind": "collective" if collective else "single"}
        )
        if surface not in held["surface"]:
            held["surface"].append(surface)

    def cite(self, kind: str, symbol: str, date: str = "", name: str = "", issuer: str = "") -> dict[str, Any]:
        """A mention; the first one that gives a date stands."""
        key = symbol or name
        held = self.citations.setdefault(
            key,
            {
                "type": kind,
                "symbol": symbol or None,
                "name": name or None,
                "date": None,
                "issuer": issuer or None,
                "count": 0,
            },
        )
        held["count"] += 1
        held["date"] = held["date"] or date or None
        return {"type": kind, "symbol": symbol or None, "name": name or None}

    def relate(self, source: dict[str, Any], kind: str, target: dict[str, Any]) -> None:
        self.relations.append({"from": source, "kind": kind, "to": target})

    def task(
        self,
        ref: str,
        text: str,
        leads: Sequence[str],
        supports: Sequence[str] = (),
        due: Due | None = None,
        directs: Sequence[str] = (),
        optional: bool = False,
        reports_to: str = "",
    ) -> None:
        deadline = (
            {"text": due.text, "start": due.start or None, "end": due.end or None, "recurrence": due.again or None}
            if due
            else None
        )
        self.tasks.append(
            {
                "ref": ref, "text": text, "leads": list(leads), "supports": list(supports), "directs": list(directs),
                "deadline": deadline, "reports_to": reports_to or None, "optional": optional,
            }
        )  # fmt: skip

    def target(
        self,
        ref: str,
        value: float,
        unit: str,
        period: tuple[str, str],
        comparator: str = "=",
        part_of: int | None = None,
        subject: str = "",
    ) -> int:
        """Adds a figure and returns its index, for parts of it."""
        start, end = period
        self.targets.append(
            {
                "ref": ref, "subject": subject, "value": value, "unit": unit, "comparator": comparator,
                "period": {"start": start or None, "end": end or None} if start or end else None,
                "status": "target", "assigned_by": None, "part_of": part_of,
            }
        )  # fmt: skip
        return len(self.targets) - 1

    def gold(self, file: str) -> dict[str, Any]:
        return {
            "file": file,
            "document": self.document,
            "implements": self.implements,
            "relations": self.relations,
            "citations": list(self.citations.values()),
            "recipients": self.recipients,
            "agencies": list(self.agencies.values()),
            "tasks": self.tasks,
            "targets": self.targets,
        }

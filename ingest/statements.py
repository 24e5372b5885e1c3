"""What the readers found, as items and claims of a reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.model import Value
from graph.reading import AgencyKey, Claim, DocumentKey, Finding, Item, ItemKey, Key, PersonKey, PlaceKey, SelfKey
from ingest import outline as outlines
from ingest.bodies import Body, bodies
from ingest.citations import Citation, citations, gather, shortened
from ingest.duties import Duty, duties
from ingest.heading import Heading
from ingest.indicators import indicator_targets
from ingest.labelled import labelled_duties
from ingest.layout import Grid, Layout, Line
from ingest.outline import Outline
from ingest.relations import implemented, own_act, relations
from ingest.columns import is_task_table
from ingest.tables import heading_kinds, task_rows
from ingest.targets import Target, table_targets, targets

_LABEL = 120


@dataclass(slots=True)
class Statements:
    """Fills `items`, `claims` and `findings` from one laid-out document."""

    layout: Layout
    outline: Outline
    head: Heading
    items: list[Item] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def read(self) -> None:
        cited = self._citations()
        self._provisions()
        self._heading()
        self._relations(cited)
        self._mentions()
        self._duties()
        self._targets(cited)
        self._audit(cited)

    # -- the document

    def _heading(self) -> None:
        spans = self.head.spans
        whole = (0, min(len(self.layout.text), 1) or 1)
        if self.head.issuer:
            start, end = spans.get("issuer", spans.get("doc_type", whole))
            inferred = "issuer" in self.head.inferred
            key = AgencyKey(self.head.issuer, self.head.issuer_place)
            self._claim("issues", key, SelfKey(), start, end, "heading.issuer", 0.8 if inferred else 0.97)
        signer = self.head.signer
        if signer:
            self._claim(
                "signs",
                PersonKey(signer.name, signer.position),
                SelfKey(),
                signer.start,
                signer.end,
                "foot.signer",
                0.97,
            )
        for recipient in self.head.recipients:
            named = bodies(self.layout.text[recipient.start : recipient.end])
            for body in named:
                self._claim("receives", body.key(self.head.place), SelfKey(), recipient.start + body.start, recipient.start + body.end, "foot.recipient", 0.9)  # fmt: skip

    def _provisions(self) -> None:
        seen: set[str] = set()
        for item in self.outline.items:
            if item.level == "plain" or item.ref in seen or not item.ref:
                continue
            seen.add(item.ref)
            text = item.text.strip()
            heading = text if len(text) <= 300 and (item.children or item.line.text.isupper()) else ""
            key = ItemKey("provision", item.ref)
            self.items.append(
                Item(key, _short(f"{item.ref}. {text}"), {"ref": item.ref, "heading": heading, "text": text})
            )
            above = next((a for a in item.chain[1:] if a.ref in seen and a.level != "plain"), None)
            source: Key = ItemKey("provision", above.ref) if above else SelfKey()
            self._claim("contains", source, key, item.line.start, item.line.end, "outline", 0.99)

    # -- citations

    def _segments(self) -> Iterable[tuple[int, str]]:
        """Stretches of text that hold whole sentences: the title, each line, each cell."""
        title = self.head.spans.get("title")
        if title and "title" not in self.head.inferred:
            yield title[0], self.layout.text[title[0] : title[1]]
        for part in self.layout.parts:
            if isinstance(part, Grid):
                for row in part.rows:
                    for cell in row:
                        yield cell.start, cell.text
            elif part.zone != "foot" and not (part.zone == "head" and title and title[0] <= part.start < title[1]):
                if not (
                    part.zone == "head"
                    and "symbol" in self.head.spans
                    and part.start <= self.head.spans["symbol"][0] <= part.end
                ):
                    yield part.start, part.text

    def _citations(self) -> dict[int, list[Citation]]:
        """Citations by the start of their segment, short ones completed, the document's own number left out."""
        found: list[Citation] = []
        starts: list[int] = []
        for start, text in self._segments():
            for citation in citations(text, self.head.place):
                found.append(citation.shifted(start))
                starts.append(start)
        out: dict[int, list[Citation]] = {start: [] for start, _ in self._segments()}
        found = gather(found)
        for start, text in self._segments():
            short = shortened(text, found)
            starts += [start] * len(short)
            found += [c.shifted(start) for c in short]
        for start, citation in sorted(zip(starts, found, strict=True), key=lambda pair: pair[1].start):
            if not (citation.key.symbol and citation.key.symbol == self.head.symbol):
                out[start].append(citation)
        return out

    def _relations(self, cited: dict[int, list[Citation]]) -> None:
        own = self._own_implements(cited)
        for start, text in self._segments():
            here = [c.shifted(-start) for c in cited[start]]
            for relation in relations(text, here).relations:
                source, target = here[relation.source].key, here[relation.target].key
                if source != target:
                    self._claim(
                        relation.kind, source, target, start + relation.start, start + relation.end, relation.rule, 0.9
                    )
            for citation in cited[start]:
                if act := own_act(text[: citation.start - start]):
                    self._claim(act, SelfKey(), citation.key, citation.start, citation.end, f"relation.own.{act}", 0.95)
                if (citation.start, citation.end) not in own:
                    self._claim(
                        "references", SelfKey(), citation.key, citation.start, citation.end, citation.rule, 0.95
                    )

    def _own_implements(self, cited: dict[int, list[Citation]]) -> set[tuple[int, int]]:
        """Claims that this document implements what its title and opening say; where it has neither, what its aims say."""
        spans: set[tuple[int, int]] = set()
        for start, text in self._opening():
            spans |= self._implements(start, text, cited, "implements.opening", 0.97)
        if not spans:
            for start, text in self._aims():
                spans |= self._implements(start, text, cited, "implements.aims", 0.8)
        return spans

    def _implements(
        self, start: int, text: str, cited: dict[int, list[Citation]], rule: str, confidence: float
    ) -> set[tuple[int, int]]:
        here = [c.shifted(-start) for c in cited.get(start, ())]
        spans = set()
        for n in implemented(text, here):
            citation = cited[start][n]
            self._claim("implements", SelfKey(), citation.key, citation.start, citation.end, rule, confidence)
            spans.add((citation.start, citation.end))
        return spans

    def _opening(self) -> Iterable[tuple[int, str]]:
        title = self.head.spans.get("title")
        if title and "title" not in self.head.inferred:
            yield title[0], self.layout.text[title[0] : title[1]]
        for item in self.outline.items:
            if item.level != "plain" or item.parent is not None:
                break
            yield item.line.start, item.line.text

    def _aims(self) -> Iterable[tuple[int, str]]:
        import re

        for item in self.outline.items:
            heads = " ".join(a.line.text[:120] for a in item.chain[1:])
            if re.search(r"mục\s+(?:đích|tiêu)|quan\s+điểm", heads, re.I):
                yield item.line.start, item.line.text

    # -- bodies, duties, targets

    def _mentions(self) -> None:
        for start, text in self._segments():
            for body in bodies(text):
                key = body.key(self.head.place)
                self._claim("mentions", SelfKey(), key, start + body.start, start + body.end, "body", 0.9)
        if self.head.place:
            span = next((s for f in ("date", "issuer", "title") if (s := self.head.spans.get(f))), None)
            if span:
                self._claim("mentions", SelfKey(), PlaceKey(self.head.place), *span, "heading.place", 0.9)

    def _duties(self) -> None:
        prose = duties(self.outline)
        rows = task_rows(self.outline.tables)
        self.findings += [*prose.missed, *rows.missed]
        told = labelled_duties(self.outline.items)
        seen: dict[str, int] = {}
        for duty in (*prose.found, *told, *rows.found):
            base = duty.ref.split("/")[0]
            ref = duty.ref
            while ref in seen:  # two items of one number, or a table that counts anew
                seen[base] = seen.get(base, 1) + 1
                ref = f"{base}/{seen[base]}"
            seen[ref] = seen.get(ref, 1)
            self._duty(duty, ref)

    def _duty(self, duty: Duty, ref: str) -> None:
        due = duty.deadline
        props: dict[str, Value] = {
            "ref": ref,
            "text": duty.text,
            "deadline_text": due.text if due else "",
            "start": due.start if due else "",
            "end": due.end if due else "",
            "recurrence": due.recurrence if due else "",
            "product": duty.product,
        }
        key = ItemKey("task", ref)
        self.items.append(Item(key, _short(duty.text), props))
        self._claim("contains", self._holder(duty.item), key, duty.start, duty.end, duty.rule, duty.confidence)
        home = self.head.place
        for kind, group in (("leads", duty.leads), ("supports", duty.supports)):
            for body in group:
                self._claim(kind, body.key(home), key, *self._span(body, duty), f"{duty.rule}.{kind}", duty.confidence)
        for body in duty.directs:
            for lead in duty.leads:
                if lead.key(home) != body.key(home):
                    self._claim(
                        "directs",
                        lead.key(home),
                        body.key(home),
                        *self._span(body, duty),
                        f"{duty.rule}.directs",
                        0.85,
                        {"task": ref},
                    )
        if duty.reports_to:
            self._claim(
                "reports_to",
                key,
                duty.reports_to.key(home),
                duty.reports_to.start,
                duty.reports_to.end,
                "duty.reports",
                0.85,
            )

    def _span(self, body: Body, duty: Duty) -> tuple[int, int]:
        return (body.start, body.end) if body.end <= len(self.layout.text) else (duty.start, duty.end)

    def _holder(self, item: outlines.Item | None) -> Key:
        above = next((a for a in item.chain if a.level != "plain"), None) if item else None
        return (
            ItemKey("provision", above.ref)
            if above and any(i.key == ItemKey("provision", above.ref) for i in self.items)
            else SelfKey()
        )

    def _targets(self, cited: dict[int, list[Citation]]) -> None:
        every = sorted((c for group in cited.values() for c in group), key=lambda c: c.start)
        found = targets(self.outline, every, self.layout.notes)
        for placed in self.outline.tables:
            base = len(found)
            if is_task_table(heading_kinds(placed.grid)):
                continue
            rows = table_targets(placed.grid, placed.prefix) or indicator_targets(placed.grid, placed.prefix)
            found += [_rebased(t, base) for t in rows]
        counts: dict[str, int] = {}
        keys: list[ItemKey] = []
        for target in found:
            counts[target.ref] = counts.get(target.ref, 0) + 1
            keys.append(ItemKey("target", target.ref, counts[target.ref]))
        for target, key in zip(found, keys, strict=True):
            self._target(target, key, keys)

    def _target(self, target: Target, key: ItemKey, keys: list[ItemKey]) -> None:
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
        figure = (
            f"{target.value:,}".replace(",", ".")
            if isinstance(target.value, int)
            else str(target.value).replace(".", ",")
        )
        self.items.append(Item(key, _short(f"{figure} {target.unit} {target.subject}"), props))
        self._claim("contains", self._holder(target.item), key, target.start, target.end, target.rule, 0.9)
        if target.part_of >= 0:
            self._claim("part_of", key, keys[target.part_of], target.start, target.end, "target.part", 0.9)
        for citation in target.assigned_by:
            self._claim("assigns", citation.key, key, citation.start, citation.end, "target.assigned", 0.8)

    def _audit(self, cited: dict[int, list[Citation]]) -> None:
        if self.head.blank:
            self.findings.append(Finding("blank_number", *self.head.blank, "số, ký hiệu để trống"))

    def _claim(
        self, kind: str, source: Key, target: Key, start: int, end: int, rule: str, confidence: float, props: dict[str, Value] | None = None
    ) -> None:  # fmt: skip
        if end > start:
            self.claims.append(Claim(kind, source, target, start, end, rule, confidence, props or {}))


def _rebased(target: Target, base: int) -> Target:
    from dataclasses import replace

    return replace(target, part_of=target.part_of + base) if target.part_of >= 0 else target


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LABEL else words[: _LABEL - 1].rsplit(" ", 1)[0] + "…"


__all__ = ["DocumentKey", "Line", "Statements"]

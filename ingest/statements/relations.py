"""How a document stands to those it cites, and how these stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.reading import SelfKey
from ingest.citations import Citation
from ingest.letters import rule
from ingest.relations import implemented, own_act, relations
from ingest.statements.account import Account
from ingest.statements.citations import Cited

Span = tuple[int, int]
_AIMS = rule(r"mục\s+(?:đích|tiêu)|quan\s+điểm", re.I)


def state_relations(out: Account, cited: Cited) -> None:
    """State what the document implements, the acts it does on others, what it only references, and the relations among
    the documents it cites."""
    own = _state_implemented(out, cited)
    for start, text in out.segments:
        _state_among(out, start, text, cited[start])
        for citation in cited[start]:
            span = citation.start, citation.end
            if act := own_act(text[: citation.start - start]):
                out.claim(act, SelfKey(), citation.key, span, f"relation.own.{act}", 0.95)
            if span not in own:
                out.claim("references", SelfKey(), citation.key, span, citation.rule, 0.95)


def _state_among(out: Account, start: int, text: str, cited: Iterable[Citation]) -> None:
    here = [c.shifted(-start) for c in cited]
    if len(here) < 2:
        return
    for relation in relations(text, here).relations:
        source, target = here[relation.source].key, here[relation.target].key
        if source != target:
            span = start + relation.start, start + relation.end
            out.claim(relation.kind, source, target, span, relation.rule, 0.9)


def _state_implemented(out: Account, cited: Cited) -> set[Span]:
    """State that the document implements what its title and opening say; where these say nothing, what its aims say.
    Returns the spans of the citations."""
    spans = _implemented_in(out, _opening(out), cited, "implements.opening", 0.97)
    return spans or _implemented_in(out, _aims(out), cited, "implements.aims", 0.8)


def _implemented_in(
    out: Account, segments: Iterable[tuple[int, str]], cited: Cited, rule: str, confidence: float
) -> set[Span]:
    spans = set()
    for start, text in segments:
        here = [c.shifted(-start) for c in cited.get(start, ())]
        for n in implemented(text, here):
            citation = cited[start][n]
            span = citation.start, citation.end
            out.claim("implements", SelfKey(), citation.key, span, rule, confidence)
            spans.add(span)
    return spans


def _opening(out: Account) -> Iterator[tuple[int, str]]:
    """The title, and the paragraphs before the first mark."""
    if title := out.title():
        yield title
    for item in out.outline.items:
        if item.level != "plain" or item.parent is not None:
            break
        yield item.line.start, item.line.text


def _aims(out: Account) -> Iterator[tuple[int, str]]:
    for item in out.outline.items:
        if _AIMS.search(" ".join(a.line.text[:120] for a in item.chain[1:])):
            yield item.line.start, item.line.text

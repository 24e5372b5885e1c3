"""What `chithi check` found, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.checking import QUOTE, Finding
from ontology.vocabulary import EDGE_KINDS, EDGE_PROPS, NAMESPACE, NODE_KINDS, PROPS, EdgeKind, NodeKind, Prop

_TERMS = {
    "chithi:content": ("toàn văn", "full text"),
    "chithi:evidenceOf": ("phát biểu mà nó chứng minh", "statement it proves"),
    "^chithi:evidenceOf": ("bằng chứng", "evidence"),
    "chithi:rule": ("quy tắc đọc", "reading rule"),
    "chithi:confidence": ("độ tin cậy", "confidence"),
    "chithi:Evidence": ("bằng chứng", "evidence"),
    "oa:hasSource": ("văn bản được trích", "document quoted"),
    "oa:start": ("vị trí đầu của trích dẫn", "start of the quote"),
    "oa:end": ("vị trí cuối của trích dẫn", "end of the quote"),
    "oa:exact": ("câu trích dẫn", "words of the quote"),
    "rdf:subject": ("chủ thể của phát biểu", "subject of the statement"),
    "rdf:predicate": ("loại quan hệ", "kind of the statement"),
    "rdf:object": ("đối tượng của phát biểu", "object of the statement"),
    "rdf:Statement": ("phát biểu", "statement"),
}
# By the SHACL constraint that does not hold.
_SENTENCES = {
    "MinCount": ("thiếu {term}", "has no {term}"),
    "MaxCount": ("có nhiều hơn một {term}", "has more than one {term}"),
    "Datatype": ("{term} “{value}” không đúng kiểu dữ liệu", "{term} “{value}” is of a wrong type"),
    "Or": ("{term} “{value}” không đúng kiểu dữ liệu", "{term} “{value}” is of a wrong type"),
    "In": ("{term} “{value}” không thuộc: {allowed}", "{term} “{value}” is none of: {allowed}"),
    "Class": ("{term} “{value}” không phải là {allowed}", "{term} “{value}” is no {allowed}"),
    "MinLength": ("{term} để trống", "{term} is empty"),
    "MinInclusive": ("{term} {value} nhỏ hơn mức cho phép", "{term} {value} is too small"),
    "MaxInclusive": ("{term} {value} lớn hơn mức cho phép", "{term} {value} is too large"),
    "LessThan": ("trích dẫn kết thúc trước chỗ bắt đầu", "the quote ends before it starts"),
    "NodeKind": ("{term} “{value}” không phải là một nút", "{term} “{value}” is no node"),
    QUOTE: ("câu trích dẫn “{value}” không có ở vị trí đã nêu", "the words “{value}” do not stand at their place"),
}
_ENDS = ("quan hệ “{kind}” chỉ nối {ends}", "“{kind}” joins only {ends}")
_OTHER = ("{term} không hợp lệ: {constraint} {value}", "{term} does not hold: {constraint} {value}")
_MOST = 80  # characters of a value in a sentence


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What does not hold, in a sentence; `shape` and `constraint` are those of SHACL."""

    id: str
    label: str
    problem: str
    property: str
    value: str
    shape: str
    constraint: str


def check_rows(findings: Iterable[Finding], lang: str) -> list[FindingRow]:
    return [
        FindingRow(one.id, one.label, _sentence(one, lang), one.path, one.value, one.shape, one.constraint)
        for one in findings
    ]


def _sentence(finding: Finding, lang: str) -> str:
    n = 0 if lang == "vi" else 1
    if finding.shape.endswith("Ends") and not finding.path:
        kind = next(kind for kind in EDGE_KINDS.values() if kind.iri == f"{NAMESPACE}{finding.shape[:-4]}")
        ends = "; ".join(f"{NODE_KINDS[a].label(lang)} → {NODE_KINDS[b].label(lang)}" for a, b in kind.ends)
        return _ENDS[n].format(kind=kind.label(lang), ends=ends)
    value = finding.value if len(finding.value) <= _MOST else finding.value[: _MOST - 1] + "…"
    return _SENTENCES.get(finding.constraint, _OTHER)[n].format(
        term=_term(finding.path or finding.shape, lang),
        value=value,
        allowed=", ".join(_term(one, lang) for one in finding.allowed),
        constraint=finding.constraint,
    )


def _term(name: str, lang: str) -> str:
    """A term of the vocabulary as people call it; any other as it stands."""
    if name in _TERMS:
        return _TERMS[name][0 if lang == "vi" else 1]
    known = _VOCABULARY.get(name)
    return known.label(lang) if known else name


# Where edges have a property of the same name, that of nodes comes last and holds: shapes look at nodes.
_KNOWN: list[NodeKind | EdgeKind | Prop] = [*NODE_KINDS.values(), *EDGE_KINDS.values()]
_KNOWN += [prop for props in (*EDGE_PROPS.values(), *reversed(PROPS.values())) for prop in props]
_VOCABULARY = {f"chithi:{known.iri.removeprefix(NAMESPACE)}": known for known in _KNOWN}

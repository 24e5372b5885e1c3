"""Words that would be commands in one language or another, in every place where a document's words can stand."""

from __future__ import annotations

from graph.reading import (
    AgencyKey,
    Claim,
    DocumentKey,
    Finding,
    Item,
    ItemKey,
    Key,
    PersonKey,
    PlaceKey,
    Reading,
    SelfKey,
)

INJECTIONS = (
    "x'); DROP TABLE node; --",
    "' OR '1'='1",
    '"; DELETE FROM reading; SELECT "',
    "x' UNION SELECT sql FROM sqlite_master --",
    "x'}) DETACH DELETE n //",
    "` SET n.x = 1 RETURN n `",
    "$ids {id: 'a'} RETURN 1 UNION MATCH (n) DETACH DELETE n",
    'CALL apoc.cypher.run("MATCH (n) DELETE n", {})',
    "\\u0027 }) MATCH (n) DETACH DELETE n //",
    '" } ; DROP ALL ; #',
    '"""^^<x> . <a> <b> <c> . <d> <e> """',
    "<http://a> <http://b> <http://c> .\n} GRAPH <x> {",
    "> ; INSERT DATA { <a> <b> <c> } <",
    'nha OR o NOT (xa) AND "hoi* NEAR(a b, 2) label:x ^y -z',
    'szheld kzdocument " AND " *',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    '=HYPERLINK("http://127.0.0.1/?"&A1)',
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{7*7}}{% raw %}${7*7}<%= 7*7 %>",
    "javascript:alert(1)",
    "END:VEVENT\r\nBEGIN:VALARM",
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "; rm -rf / $(id) `id` | cat",
    "%s%n{0}{name}%(x)s",
    "../../etc/passwd",
    'a,b;c\t"d"\r\n=1+1',
)

_OF_ITEMS = ("ref", "text", "recurrence", "period_start")


def document(n: int, said: str) -> Reading:
    """A document whose every text is `said`."""
    text = f"{said} chủ trì {said}."
    task, target, provision = ItemKey("task", said), ItemKey("target", said), ItemKey("provision", said)
    body, other = AgencyKey(f"{said} {n}", said), AgencyKey(f"Sở {said} {n}", said, True)

    def claim(kind: str, source: Key, to: Key, **props: str) -> Claim:
        return Claim(kind, source, to, 0, len(said), f"test.{said}", 0.5, props)

    return Reading(
        source=f"{n} {said}",
        text=text,
        key=DocumentKey(f"Kế hoạch {said}", f"{n}/KH-UBND", f"2025-01-{n % 28 + 1:02}", said, f"Tỉnh {said}"),
        props={
            **dict.fromkeys(("doc_type", "title", "issuer", "branch", "signed_at", "source"), said),
            "symbol": f"{n}/KH-UBND",
            "date": f"2025-01-{n % 28 + 1:02}",
            "place": f"Tỉnh {said}",
            "recipients": [said, f"{said}; {said}"],
        },
        items=(
            Item(
                task,
                said,
                dict.fromkeys(("ref", "text", "deadline_text", "start", "end", "product", "recurrence"), said),
            ),
            Item(
                target,
                said,
                dict.fromkeys(("ref", "subject", "unit", "comparator", "period_start"), said) | {"value": 1.5},
            ),
            Item(provision, said, {"ref": said, "heading": said, "text": said}),
        ),
        claims=(
            claim("contains", SelfKey(), task),
            claim("contains", SelfKey(), target),
            claim("contains", SelfKey(), provision),
            claim("leads", body, task, note=said),
            claim("supports", other, task),
            claim("directs", body, other, task=said),
            claim("mentions", SelfKey(), PlaceKey(f"Xã {said} {n}")),
            claim("signs", PersonKey(f"Lê {said} {n}", said), SelfKey()),
            claim("references", SelfKey(), DocumentKey("Luật", name=f"Luật {said} {n}")),
            claim("implements", SelfKey(), DocumentKey("Chỉ thị", f"{n}-CT/TW", "2024", said, "VN", said)),
        ),
        findings=(Finding("duty_not_read", 0, len(said), said),),
        lines=((0, 1),),
    )


def harmless(n: int) -> Reading:
    """The same with words that mean nothing anywhere."""
    return document(n, f"rà soát {n}")

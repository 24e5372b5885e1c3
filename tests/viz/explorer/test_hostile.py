"""A document whose every word is meant to do harm changes nothing but its own text."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from graph.model import Edge, Evidence, Node
from tests.queries.fake_store import FakeStore, agency, document, edge, item
from tests.viz.explorer.browsing import Get, Seen, browser

EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>x</a>"
    "\u202etxt\u2066 \"' onmouseover=alert(4) {{ 7*7 }} {% raw %} </title></textarea><!-- \x00\x1b[31m"
)
PLAN, ABOVE = "doc:1-kh-ubnd:x", "doc:<script>alert(9)</script>"
TEXT = f"KẾ HOẠCH {EVIL}\nI. {EVIL}\nSở {EVIL} chủ trì {EVIL} đạt 5 {EVIL}\n"
PAGES = (
    "/",
    "/search?q=alert",
    "/documents",
    f"/document/{PLAN}",
    f"/document/{quote(ABOVE, safe='')}",
    f"/text/{PLAN}",
    f"/lineage/{PLAN}",
    "/duties",
    f"/duty/{quote(PLAN)}%23task:I",
    "/agencies",
    "/targets",
    "/targets?check=yes",
    f"/target/{quote(PLAN)}%23target:I",
    f"/network/{PLAN}?depth=3",
    f"/network/{quote(ABOVE, safe='')}",
    "/matrix",
    "/deadlines",
    "/gaps",
    f"/coverage/{quote(ABOVE, safe='')}",
    f"/compare?a={quote(PLAN)}&b={quote(ABOVE, safe='')}",
    "/suggest?q=alert",
)


@pytest.fixture(scope="module")
def get() -> Get:
    body = agency(f"Sở {EVIL}", f"Lai Châu {EVIL}")
    task = item(PLAN, "task", "I", f"Việc {EVIL}", deadline_text=EVIL, product=EVIL, end="2025-13-99")
    goal = item(PLAN, "target", "I", value=5.0, unit=EVIL, subject=EVIL, status="target", comparator="=")
    part = item(PLAN, "provision", "I", f"Phần {EVIL}", heading=EVIL)
    plan = document(
        PLAN, f"1/KH-UBND{EVIL}", doc_type=EVIL, title=EVIL, issuer=EVIL, place=EVIL, date=EVIL, source=EVIL
    )
    plan = Node(plan.id, plan.kind, plan.label, {**plan.props, "status": "ingested", "recipients": [EVIL]})
    above = document(ABOVE, title=EVIL)
    start = TEXT.index("Sở")

    def said(kind: str, source: str, target: str) -> Edge:
        made = edge(kind, source, target)
        proof = Evidence(PLAN, start, start + 40, TEXT[start : start + 40], EVIL, 0.9)
        return Edge(made.id, kind, source, target, {}, (proof,))

    edges = [
        *(said("contains", PLAN, thing.id) for thing in (task, goal, part)),
        said("leads", body.id, task.id),
        said("implements", PLAN, ABOVE),
        said("assigns", ABOVE, goal.id),
        said("mentions", PLAN, body.id),
    ]
    return browser(FakeStore([plan, above, body, task, goal, part], edges, {PLAN: TEXT}))


@pytest.mark.parametrize("path", PAGES)
def test_nothing_but_text_comes_of_it(get: Get, path: str) -> None:
    answer = get(path)
    assert answer.status_code == 200, path
    if path.startswith("/suggest"):
        assert answer.headers["content-type"] == "application/json"
        return
    page = Seen(answer.text)
    assert not page.inline
    assert "{{" not in page.words or "{{ 7*7 }}" in page.words
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", answer.text)
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], (tag, attributes)
        for name in ("href", "src", "action"):
            assert (attributes.get(name) or "/").startswith(("/", "#")), (tag, attributes)
        assert tag != "img" or (attributes["src"] or "").startswith("/static/")
    scripts = [attributes.get("src") or "" for tag, attributes in page.tags if tag == "script"]
    assert all(source.startswith("/static/") for source in scripts)


def test_downloads_of_it_hold_no_formula(get: Get) -> None:
    answer = get("/documents?as=csv")
    assert answer.status_code == 200
    assert not re.search(r"(?m)(?:^|,)[=+@]", answer.text)

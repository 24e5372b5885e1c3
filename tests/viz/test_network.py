"""The network page: what it shows, where it stands, and that nothing in it can run or ask for anything."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from graph.model import Edge, Node
from ontology.vocabulary import NODE_KINDS
from tests.viz.made_up import Builder, made_up
from viz.family import families
from viz.layout import Label, Layout, lay_out
from viz.network import network_page, write_network
from viz.selection import FocusNotFoundError, select

HOSTILE = (
    "</script><script>document.title='owned'</script><img src=x onerror=alert(1)> "
    '<a href="javascript:alert(1)">x</a>\u202e\u2028{{7*7}}<!--'
)


class Page(HTMLParser):
    """The elements of a page, and the text of its scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, str]] = []
        self.open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open = tag

    def handle_endtag(self, tag: str) -> None:
        self.open = ""

    def handle_data(self, data: str) -> None:
        if self.open in ("script", "style", "title"):
            self.inside.append((self.open, data))

    @property
    def policy(self) -> str:
        return next(str(a["content"]) for t, a in self.elements if t == "meta" and "http-equiv" in a)

    @property
    def model(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(next(text for tag, text in self.inside if tag == "script"))
        return found


def hostile(built: Builder) -> Builder:
    def spoil(node: Node) -> Node:
        kept = ("status", "doc_type", "place")
        props = {k: v + HOSTILE if isinstance(v, str) and k not in kept else v for k, v in node.props.items()}
        return replace(node, label=node.label + HOSTILE, props=props)

    built.nodes = {key: spoil(node) for key, node in built.nodes.items()}
    built.edges = [
        replace(edge, evidence=tuple(replace(said, quote=HOSTILE + said.quote) for said in edge.evidence))
        for edge in built.edges
    ]
    return built


@pytest.fixture(scope="module")
def page() -> str:
    return network_page(select(made_up(5).store()))


@pytest.fixture(scope="module")
def spoilt() -> str:
    return network_page(select(hostile(made_up(3, 4)).store()), title="Chỉ thị" + HOSTILE)


def test_writes_utf8_and_returns_what_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "mạng lưới.html"
    selection = write_network(made_up(2).store(), path, title="Nhà ở xã hội", lang="en")
    text = path.read_bytes().decode("utf-8")
    assert '<html lang="en">' in text
    assert "<title>Nhà ở xã hội</title>" in text
    assert len(Page(text).model["nodes"]) == len(selection.nodes)


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    elements = Page(page).elements
    assert not [tag for tag, attrs in elements if attrs.keys() & {"src", "href", "srcset", "style", "action", "data"}]
    assert not [tag for tag, attrs in elements if any(name.startswith("on") for name in attrs)]
    assert not [tag for tag, _ in elements if tag in ("link", "img", "iframe", "object", "embed", "form", "a", "base")]
    assert "sourceMappingURL" not in page


def test_only_the_scripts_of_the_page_may_run(page: str) -> None:
    found = Page(page)
    scripts = [text for tag, text in found.inside if tag == "script"][1:]
    style = next(text for tag, text in found.inside if tag == "style")
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (*scripts, style)]
    assert found.policy.startswith("default-src 'none'; ")
    assert re.findall(r"'sha256-([^']+)'", found.policy) == hashes
    assert len(scripts) == 2
    assert "unsafe" not in found.policy


def test_our_own_code_makes_no_markup_of_text(page: str) -> None:
    script = [text for tag, text in Page(page).inside if tag == "script"][2]
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch("):
        assert forbidden not in script
    assert "textContent" in script


def test_hostile_words_are_only_words(page: str, spoilt: str) -> None:
    clean, found = Page(page), Page(spoilt)
    assert [tag for tag, _ in found.elements] == [tag for tag, _ in clean.elements]
    assert [text for tag, text in found.inside if tag == "script"][1:] == [
        text for tag, text in clean.inside if tag == "script"
    ][1:]
    assert "document.title='owned'" in found.model["nodes"][0]["title"]
    assert "{{7*7}}" in found.model["title"]
    data = next(text for tag, text in found.inside if tag == "script")
    assert not set("<>&\u2028\u2029") & set(data)
    assert "\u202e" not in json.dumps(found.model["nodes"], ensure_ascii=False)


def test_every_node_and_edge_has_its_words_and_evidence(page: str) -> None:
    model = Page(page).model
    lead = next(edge for edge in model["edges"] if edge["kind"] == "leads" and edge["evidence"])
    evidence = lead["evidence"][0]
    assert "chủ trì" in evidence["quote"]
    assert model["nodes"][evidence["document"]]["kind"] == "document"
    assert evidence["ref"].startswith("PL.")
    assert {edge["id"] for edge in model["network"]["edges"]} == set(range(len(model["edges"])))
    assert {edge["kind"] for edge in model["edges"]} == {r["name"] for r in model["relations"]}


def test_physics_is_off_and_positions_are_given(page: str) -> None:
    network = Page(page).model["network"]
    assert network["options"]["physics"] == {"enabled": False}
    assert all({"x", "y", "size"} <= node.keys() and "label" not in node for node in network["nodes"])


def test_colours_are_those_of_the_vocabulary(page: str) -> None:
    colours = {group["name"]: group["colour"] for group in Page(page).model["groups"]}
    for kind in ("task", "target", "agency"):
        assert colours[kind] == NODE_KINDS[kind].colour
    assert colours["directive"] == NODE_KINDS["document"].colour
    assert len(set(colours.values())) == len(colours)


def test_legend_counts_what_is_shown(page: str) -> None:
    model = Page(page).model
    assert sum(group["count"] for group in model["groups"]) == len(model["nodes"])
    assert sum(relation["count"] for relation in model["relations"]) == len(model["edges"])
    assert model["notice"] is None


# -- the selection


def test_provisions_are_left_out_and_their_tasks_stand_in_the_document() -> None:
    selection = select(made_up(2).store())
    assert {node.kind for node in selection.nodes.values()} == {"document", "task", "target", "agency"}
    assert selection.home["task:001:000"] == "doc:kh-ubnd:001"
    contained = next(e for e in selection.edges if e.kind == "contains" and e.target == "task:001:000")
    assert contained.source == "doc:kh-ubnd:001"
    assert contained.evidence


def test_documents_that_are_only_referred_to_are_left_out() -> None:
    built = made_up(1)
    law = built.node("doc:luat-nha-o", "document", "Luật Nhà ở năm 2023", doc_type="Luật", status="cited")
    built.edge("references", "doc:kh-ubnd:000", law, "doc:kh-ubnd:000", "Luật Nhà ở năm 2023")
    assert law not in select(built.store()).nodes


@pytest.mark.parametrize("limit", [1, 2, 40, 300])
def test_the_limit_holds_and_the_page_says_so(limit: int) -> None:
    selection = select(made_up(20).store(), focus="doc:kh-ubnd:003", limit=limit)
    assert len(selection.nodes) <= limit
    assert "doc:kh-ubnd:003" in selection.nodes
    assert all(edge.source in selection.nodes and edge.target in selection.nodes for edge in selection.edges)
    notice = Page(network_page(selection)).model["notice"]
    assert "Hình chỉ vẽ một phần" in notice["vi"]
    assert "/42 văn bản" in notice["vi"]
    assert "Only a part" in notice["en"]


def test_the_way_up_from_the_focus_comes_first() -> None:
    nodes = select(made_up(20).store(), focus="doc:kh-ubnd:003", limit=60).nodes
    assert {"doc:kh-ubnd:003", "doc:kh-tu:003", "doc:927-qd-ttg", "doc:34-ct-tw"} <= nodes.keys()


def test_without_focus_the_most_carried_out_document_is_the_middle() -> None:
    assert select(made_up(4).store()).focus == "doc:34-ct-tw"


def test_an_unknown_focus_is_named() -> None:
    with pytest.raises(FocusNotFoundError, match="doc:nowhere"):
        select(made_up(1).store(), focus="doc:nowhere")


def test_an_empty_graph_gives_a_page() -> None:
    page = network_page(select(Builder().store()))
    assert Page(page).model["nodes"] == []


# -- the layout


def shapes(layout: Layout, kind: str) -> list[Label]:
    return [label for key, label in sorted(layout.labels.items()) if key.startswith(kind)]


def apart(one: Label, other: Label) -> bool:
    """Whether some side of one of the turned boxes separates them."""
    boxes = (one.corners(), other.corners())
    for box in boxes:
        for start, end in ((box[0], box[1]), (box[1], box[2])):
            axis = (end[0] - start[0], end[1] - start[1])
            spans = [sorted(x * axis[0] + y * axis[1] for x, y in corners) for corners in boxes]
            if spans[0][-1] <= spans[1][0] + 1e-6 or spans[1][-1] <= spans[0][0] + 1e-6:
                return True
    return False


@pytest.mark.parametrize("provinces", [1, 2, 3, 5, 8, 13, 20])
@pytest.mark.parametrize("kind", ["doc:", "agency:"])
def test_labels_do_not_overlap(provinces: int, kind: str) -> None:
    labels = shapes(lay_out(select(made_up(provinces).store())), kind)
    clashes = [(a.lines, b.lines) for a, b in combinations(labels, 2) if not apart(a, b)]
    assert len(labels) > 1
    assert clashes == []


def test_documents_and_bodies_have_labels_and_items_have_none() -> None:
    selection = select(made_up(6).store())
    layout = lay_out(selection)
    labelled = {key for key, node in selection.nodes.items() if node.kind in ("document", "agency")}
    assert layout.labels.keys() == labelled
    assert layout.spots.keys() == selection.nodes.keys()


def test_positions_depend_on_the_graph_alone() -> None:
    built = made_up(7)
    turned = made_up(7)
    turned.nodes = dict(reversed(turned.nodes.items()))
    turned.edges.reverse()
    assert lay_out(select(built.store())) == lay_out(select(turned.store()))
    assert network_page(select(built.store())) == network_page(select(turned.store()))


def test_documents_stand_further_out_the_further_from_the_directive() -> None:
    spots = lay_out(select(made_up(6).store())).spots
    middle = spots["doc:34-ct-tw"]

    def away(key: str) -> float:
        return ((spots[key].x - middle.x) ** 2 + (spots[key].y - middle.y) ** 2) ** 0.5

    assert 0 < away("doc:kh-tu:002") < away("doc:kh-ubnd:002") < away("task:002:001") < away("agency:002:0")


def test_dots_do_not_cover_each_other() -> None:
    spots = list(lay_out(select(made_up(12).store())).spots.values())
    for one, other in combinations(spots, 2):
        assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= (0.95 * (one.radius + other.radius)) ** 2


def test_a_circle_of_documents_and_a_document_alone_are_drawn() -> None:
    built = Builder()
    for name in "abc":
        built.node(f"doc:{name}", "document", name, doc_type="Kế hoạch", status="ingested", symbol=name)
    built.edges = [Edge("1", "implements", "doc:a", "doc:b"), Edge("2", "implements", "doc:b", "doc:a")]
    layout = lay_out(select(built.store()))
    assert layout.spots.keys() == {"doc:a", "doc:b", "doc:c"}


def test_a_file_of_the_machine_is_not_told() -> None:
    built = made_up(1)
    plan = built.nodes["doc:kh-ubnd:000"]
    built.nodes[plan.id] = replace(plan, props={**plan.props, "source": "/home/lan/ke-hoach.txt", "sha256": "0" * 64})
    assert "ke-hoach.txt" not in network_page(select(built.store()))


def test_what_a_decision_approves_stands_behind_it() -> None:
    built = made_up(1)
    scheme = built.node("doc:de-an", "document", "Đề án nhà ở xã hội", doc_type="Đề án", status="cited")
    built.edge("approves", "doc:927-qd-ttg", scheme, "doc:927-qd-ttg", "phê duyệt Đề án")
    built.edge("implements", "doc:kh-ubnd:000", scheme, "doc:kh-ubnd:000", "thực hiện Đề án")
    family = families(select(built.store()))[0]
    assert family.levels["doc:927-qd-ttg"] < family.levels[scheme] < family.levels["doc:kh-ubnd:000"]

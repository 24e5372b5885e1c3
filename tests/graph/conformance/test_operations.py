"""What every store answers, and what it says when it cannot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph import Edge, Node, Store, Text, open_store
from graph.model import surest
from graph.reading import AgencyKey, Claim, DocumentKey, ItemKey, SelfKey
from graph.rebuilding import RecordsError
from graph.statements import ReadingError
from graph.store import NotHeldError
from tests.graph.plans import DIRECTIVE, TASK, TEXT, claim, plan

ROLES = ("leads", "supports")


def test_what_one_document_says(store: Store):
    document = store.put(plan(), "abc")
    assert document == "doc:184-kh-ubnd:dak-lak:2024-11-05"
    assert store.texts([document]) == {document: TEXT}
    nodes = store.nodes([document, f"{document}#task:V.3", "doc:34-ct-tw", "agency:so-xay-dung:dak-lak", "nobody"])
    assert [(node.kind, node.label) for node in nodes.values()] == [
        ("agency", "Sở Xây dựng tỉnh Đắk Lắk"),
        ("document", "Kế hoạch 184/KH-UBND"),
        ("task", "Xây dựng nhà ở xã hội"),
        ("document", "Chỉ thị 34-CT/TW"),
    ]
    assert nodes[document].props["status"] == "ingested"
    assert nodes[document].props["place"] == "Đắk Lắk"
    assert nodes["doc:34-ct-tw"].props == {
        "doc_type": "Chỉ thị",
        "symbol": "34-CT/TW",
        "level": "central",
        "status": "cited",
    }
    assert nodes[f"{document}#task:V.3"].props == {"ref": "V.3", "text": "Xây dựng nhà ở xã hội"}
    assert store.findings(document)[0].note == "không đọc được"
    assert store.lines(document) == [(0, 1), (30, 2)]
    (directs,) = store.edges(kinds=["directs"])
    assert directs.props == {"task": f"{document}#task:V.3"}
    assert directs.evidence[0].quote == "Sở Xây dựng"
    assert store.counts()["evidence"] == {"all": 5}


def test_one_edge_with_evidence_in_two_documents(store: Store):
    approves = claim("approves", DocumentKey(symbol="338/QĐ-TTg"), DocumentKey("Đề án", name="Một triệu căn"), "nhà ở")
    ids = [store.put(replace(plan(place, place), claims=(approves,)), "") for place in ("Lai Châu", "Đắk Lắk")]
    (edge,) = store.edges(kinds=["approves"])
    assert [proof.document for proof in edge.evidence] == sorted(ids)
    store.remove(ids[0])
    assert [proof.document for proof in store.edges(kinds=["approves"])[0].evidence] == [ids[1]]


def test_edges_satisfy_every_restriction(store: Store):
    here = store.put(plan(), "")
    there = store.put(plan("Lai Châu", "other.txt"), "")
    task = f"{here}#task:V.3"
    assert {e.kind for e in store.edges(targets=[task])} == {"contains", "leads"}
    assert [e.source for e in store.edges(targets=[task], kinds=["leads"])] == ["agency:so-xay-dung:dak-lak"]
    assert store.edges(sources=[here], targets=[task])[0].kind == "contains"
    assert {p.document for e in store.edges(documents=[there]) for p in e.evidence} == {there}
    assert len(store.edges(kinds=["implements"], targets=["doc:34-ct-tw"], documents=[there])) == 1
    assert store.edges(kinds=["leads"], evidence=False)[0].evidence == ()
    assert store.edges(kinds=[]) == store.edges(sources=[]) == store.edges(documents=["nobody"]) == []
    assert len(store.edges()) == sum(store.counts()["edges"].values())


def test_of_the_evidence_only_what_stands_in_the_documents(store: Store):
    here, there = (store.put(plan(place, place), "") for place in ("Đắk Lắk", "Lai Châu"))
    decided = claim("approves", DocumentKey(symbol="338/QĐ-TTg"), DocumentKey("Đề án", name="Một triệu căn"), "nhà ở")
    for place in ("Đắk Lắk", "Lai Châu"):
        store.put(replace(plan(place, place), claims=(decided,)), "")
    (edge,) = store.edges(kinds=["approves"], documents=[there])
    assert {proof.document for proof in edge.evidence} == {here, there}
    (edge,) = store.edges(kinds=["approves"], documents=[there], others=False)
    assert {proof.document for proof in edge.evidence} == {there}
    (edge,) = store.edges(kinds=["approves"], targets=[edge.target], documents=[here], others=False)
    assert {proof.document for proof in edge.evidence} == {here}
    (edge,) = store.edges(kinds=["approves"], documents=[here], evidence=False, others=False)
    assert edge.evidence == ()


def test_the_items_of_documents(store: Store):
    here, there = (store.put(plan(place, place), "") for place in ("Đắk Lắk", "Lai Châu"))
    tasks = store.items([here], ["task"])
    assert tasks == [store.nodes([f"{here}#task:V.3"])[f"{here}#task:V.3"]]
    assert [node.id for node in store.items([there, here, "nobody"], ["task"])] == sorted(
        f"{document}#task:V.3" for document in (here, there)
    )
    assert store.items([here], ["task"], "text") == tasks
    assert store.items([here], ["task"], "end") == store.items([here], ["agency"]) == store.items([], ["task"]) == []
    # A document whose id only begins like another's is another.
    assert store.items([here[:-1]], ["task"]) == []
    edges = store.edges(kinds=["contains"], documents=[here, there])
    items = [end.target for end in edges if "#" in end.target]
    assert sorted(items) == [node.id for node in store.items([here, there], ["task", "target", "provision"])]


def test_who_has_which_part_in_the_duties_of_documents(store: Store):
    here, there = (store.put(plan(place, place), "") for place in ("Đắk Lắk", "Lai Châu"))
    department, task = "agency:so-xay-dung:dak-lak", f"{here}#task:V.3"
    assert store.parts([here], ["leads", "supports"]) == [("leads", department, task)]
    everywhere = {(edge.kind, edge.source, edge.target) for edge in store.edges(kinds=["leads"])}
    assert {tuple(part) for part in store.parts(None, ["leads"])} == everywhere
    assert set(store.parts([here, there], ["leads"])) == everywhere
    assert store.parts([here], ["supports"]) == store.parts([], ["leads"]) == store.parts([here], []) == []
    assert store.parts(None, ["leads", "supports"], bodies=[department]) == [("leads", department, task)]
    assert store.parts([there], ["leads"], bodies=[department]) == store.parts(None, ["leads"], bodies=[]) == []


def test_the_bodies_of_duties_as_the_document_lists_them(store: Store):
    """The department leads, and is named first; two others share a place in the text, a third is named twice."""
    first, second, both = (AgencyKey(name, "Đắk Lắk") for name in ("Sở Xây dựng", "Sở Tài chính", "Sở Nội vụ"))
    named = tuple(
        claim(kind, body, TASK, quote)
        for kind, body, quote in (
            ("supports", both, "nhà ở xã hội"),
            ("supports", second, "Sở Xây dựng"),
            ("leads", first, "Sở Xây dựng"),
            ("leads", both, "Sở Xây dựng"),
        )
    )
    document = store.put(replace(plan(), claims=(claim("contains", SelfKey(), TASK, "xây dựng nhà"), *named)), "")
    task, at = f"{document}#task:V.3", TEXT.index("Sở Xây dựng")
    assert [
        (role.start, role.body.split(":")[1], role.kind) for role in store.roles([task, "nobody"], ROLES)
    ] == sorted(
        [
            (at, "so-noi-vu", "leads"),
            (at, "so-tai-chinh", "supports"),
            (at, "so-xay-dung", "leads"),
            (TEXT.index("nhà ở xã hội"), "so-noi-vu", "supports"),
        ]
    )
    assert {role.task for role in store.roles([task], ["leads"])} == {task}
    assert {role.kind for role in store.roles([task], ["leads"])} == {"leads"}
    assert store.roles([task], []) == store.roles([], ROLES) == []


def test_a_walk_meets_each_edge_once_at_its_smallest_depth(store: Store):
    """a <- b <- c and a <- c: a diamond, and a circle back."""
    names = {n: DocumentKey("Kế hoạch", f"{n}/KH-UBND", place="Lai Châu") for n in (1, 2, 3)}
    pairs = [(2, 1), (3, 2), (3, 1), (1, 3)]
    claims = tuple(claim("implements", names[a], names[b], "34-CT/TW") for a, b in pairs)
    store.put(replace(plan(), claims=claims), "")
    number = {f"doc:{n}-kh-ubnd:lai-chau": n for n in names}
    steps = store.walk(["doc:1-kh-ubnd:lai-chau"], ["implements"], down=True)
    met = {(number[s.edge.source], number[s.edge.target]): s.depth for s in steps}
    assert met == {(2, 1): 1, (3, 1): 1, (3, 2): 2, (1, 3): 2}
    assert len(store.walk(["doc:1-kh-ubnd:lai-chau"], ["implements"], down=True, depth=1)) == 2
    assert len(store.walk(["doc:1-kh-ubnd:lai-chau"], ["implements"], down=True, limit=3)) == 3
    assert store.walk(["doc:1-kh-ubnd:lai-chau"], ["references"], down=True) == []
    assert store.walk([], ["implements"], down=False) == []


def test_an_edge_of_a_walk_has_its_surest_evidence(store: Store):
    """Two documents say it twice each; the one that comes first by its id says it as surely as the other, but later."""
    pair = DocumentKey("Kế hoạch", "1/KH-UBND", place="Lai Châu"), DocumentKey("Chỉ thị", "34-CT/TW")
    unsure = replace(claim("implements", *pair, "Thực hiện"), confidence=0.5)
    early, late = (claim("implements", *pair, quote) for quote in ("Chỉ thị", "34-CT/TW"))
    for place, said in (("Lai Châu", (unsure, early)), ("Cao Bằng", (unsure, late))):
        store.put(replace(plan(place, f"{place}.txt"), claims=said), "")
    (edge,) = store.edges(kinds=["implements"])
    (step,) = store.walk([edge.target], ["implements"], down=True)
    assert len(edge.evidence) == 4
    assert step.edge == replace(edge, evidence=(surest(edge.evidence),))
    assert [(p.quote, p.confidence) for p in step.edge.evidence] == [("34-CT/TW", 0.9)]


@pytest.mark.parametrize("asked", ["34 ct tw", "34-CT/TW", "34ct", "chi thi 34", "Chỉ thị 34-CT", "34cttw"])
def test_a_number_is_found_however_it_is_typed(store: Store, asked: str):
    store.put(plan(), "")
    assert store.search(asked)[0].id == "doc:34-ct-tw"


def test_search_folds_both_sides(store: Store):
    document = store.put(plan(), "")
    assert store.search("dak lak", ["place"])[0].id == "place:dak-lak"
    assert store.search("ĐẮK LẮK", ["place"])[0].id == "place:dak-lak"
    assert [n.id for n in store.search("so xay dung dak")] == ["agency:so-xay-dung:dak-lak"]
    assert store.search("xay dung nha o xa", ["task"])[0].id == f"{document}#task:V.3"
    assert store.search("nha o xa hoi")[0].id == document
    for hostile in ('"', "a OR", "NEAR(", "*", "words:x", "-", "'; DROP TABLE node"):
        assert store.search(hostile) == [], hostile
    assert store.search("nha", limit=0) == store.search("nha", []) == []
    store.remove(document)
    assert store.search("nha") == store.search("34") == []


def test_find_compares_folded(store: Store):
    document = store.put(plan(), "")
    assert [n.id for n in store.find("agency", "name", ["so xay dung", "nobody"])] == ["agency:so-xay-dung:dak-lak"]
    assert [n.id for n in store.find("document", "symbol", ["0184 kh ubnd"])] == [document]
    assert [n.id for n in store.find("task", "ref", ["v.3"])] == [f"{document}#task:V.3"]
    assert store.find("task", "ref", []) == store.find("agency", "name", [""]) == []
    assert [n.id for n in store.nodes_of(["place", "task"])] == [f"{document}#task:V.3", "place:dak-lak"]


def test_a_fuller_file_of_one_document_is_in_effect(store: Store):
    short = plan(source="a.pdf")
    full = replace(plan(source="b.docx"), text=TEXT + " Hết.")
    document = store.put(short, "1")
    assert store.put(full, "2") == document
    assert [(h.source, h.document, h.digest, h.in_effect) for h in store.held()] == [
        ("a.pdf", document, "1", False),
        ("b.docx", document, "2", True),
    ]
    assert store.texts([document])[document].endswith("Hết.")
    store.remove(document)
    assert store.held() == []


def test_the_law_by_name_learns_of_the_law_by_number(store: Store):
    by_name = claim("references", SelfKey(), DocumentKey("Luật", "", "2023", name="Luật Nhà ở"), "nhà ở")
    by_number = claim("references", SelfKey(), DocumentKey("Luật", "27/2023/QH15", name="Luật Nhà ở"), "nhà ở")
    store.put(replace(plan("Lai Châu", "a"), claims=(by_name,)), "")
    before = store.nodes(["doc:luat-nha-o:2023"])["doc:luat-nha-o:2023"]
    assert "same_as" not in before.props
    second = store.put(replace(plan("Đắk Lắk", "b"), claims=(by_number,)), "")
    assert store.nodes(["doc:luat-nha-o:2023"])["doc:luat-nha-o:2023"].props["same_as"] == ["doc:27-2023-qh15"]
    store.remove(second)
    assert store.nodes(["doc:luat-nha-o:2023"])["doc:luat-nha-o:2023"] == before
    assert not store.nodes(["doc:27-2023-qh15"])


def test_an_open_citation_lists_its_candidates(store: Store):
    for place in ("Lai Châu", "Đắk Lắk"):
        store.put(plan(place, place, "08/KH-UBND"), "")
    store.put(replace(plan(), claims=(claim("references", SelfKey(), DocumentKey(symbol="8/KH-UBND"), "nhà"),)), "")
    (edge,) = store.edges(kinds=["references"])
    node = store.nodes([edge.target])[edge.target]
    assert (node.props["status"], node.props["unresolved"]) == ("cited", True)
    assert node.props["candidates"] == ["doc:8-kh-ubnd:dak-lak:2024-11-05", "doc:8-kh-ubnd:lai-chau:2024-11-05"]


def test_what_most_documents_say_stands(store: Store):
    for n, kind in enumerate(("Quy định", "Chỉ thị", "Chỉ thị")):
        cited = claim("implements", SelfKey(), replace(DIRECTIVE, doc_type=kind), "34-CT/TW")
        store.put(replace(plan(source=str(n), symbol=f"{n + 1}/KH-UBND"), claims=(cited,)), "")
    assert store.find("document", "symbol", ["34-CT/TW"])[0].label == "Chỉ thị 34-CT/TW"
    own = replace(plan(source="own"), key=DIRECTIVE, props={"doc_type": "CHỈ THỊ", "symbol": "34-CT/TW"}, claims=())
    store.put(replace(own, key=replace(DIRECTIVE, doc_type="Chỉ Thị")), "")
    assert store.find("document", "symbol", ["34-CT/TW"])[0].label == "Chỉ Thị 34-CT/TW"


def test_degrees_count_the_edges_of_each_kind_both_ways(store: Store):
    document = store.put(plan(), "abc")
    counted = store.degrees([document, "agency:so-xay-dung:dak-lak", "nobody"])
    assert counted[document] == {("implements", True): 1, ("contains", True): 1, ("mentions", True): 1}
    assert counted["agency:so-xay-dung:dak-lak"] == {("leads", True): 1, ("directs", False): 1}
    assert set(counted) == {document, "agency:so-xay-dung:dak-lak"}
    assert store.degrees(list(counted), ["leads"]) == {"agency:so-xay-dung:dak-lak": {("leads", True): 1}}
    assert store.degrees(list(counted), []) == store.degrees([]) == {}


def test_a_revision_stands_until_something_changes(store: Store):
    before = store.revision()
    assert store.revision() == before
    document = store.put(plan(), "")
    after = store.revision()
    assert after != before
    assert store.revision() == after
    store.remove(document)
    assert store.revision() != after


# -- a reader's mistake does not enter the graph


@pytest.mark.parametrize(
    "wrong",
    [
        claim("leads", SelfKey(), TASK, "chủ trì"),
        claim("likes", SelfKey(), TASK, "chủ trì"),
        Claim("implements", SelfKey(), DIRECTIVE, 5, 5, "test.empty"),
        Claim("implements", SelfKey(), DIRECTIVE, 0, len(TEXT) + 1, "test.beyond"),
        Claim("leads", AgencyKey("Sở Xây dựng"), ItemKey("task", "IX"), 0, 5, "test.no_item"),
        Claim("implements", SelfKey(), DocumentKey(doc_type="Luật"), 0, 5, "test.nameless"),
    ],
)
def test_a_claim_without_a_place_in_the_graph_names_its_rule(store: Store, wrong: Claim):
    with pytest.raises(ReadingError, match=wrong.rule):
        store.put(replace(plan(), claims=(*plan().claims, wrong)), "")
    assert list(store.records()) == []


def test_in_a_batch_one_bad_document_leaves_the_others(store: Store):
    with store.batch():
        store.put(plan(), "")
        with pytest.raises(ReadingError):
            store.put(replace(plan("Lai Châu", "bad"), claims=(claim("leads", SelfKey(), TASK, "nhà"),)), "")
        with pytest.raises(NotHeldError, match="doc:none"):
            store.remove("doc:none")
        assert store.held() == []
    assert [held.source for held in store.held()] == ["plan.txt"]


def test_a_batch_that_raises_leaves_nothing(store: Store):
    def broken() -> None:
        with store.batch():
            store.put(plan(), "")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert store.held() == []
    store.put(plan(), "")
    assert len(store.held()) == 1


# -- records


@pytest.mark.parametrize("left_out", ["text", "agency", "document", "edges", "quote"])
def test_records_that_are_no_whole_export_are_refused(store: Store, tmp_path: Path, left_out: str):
    store.put(plan(), "")
    records = []
    for record in store.records():
        if (isinstance(record, Text) and left_out == "text") or (isinstance(record, Edge) and left_out == "edges"):
            continue
        if isinstance(record, Node) and record.kind == left_out and record.props.get("status") != "cited":
            continue
        if isinstance(record, Edge) and left_out == "quote":
            record = replace(record, evidence=tuple(replace(p, quote="khác") for p in record.evidence))
        records.append(record)
    with open_store(str(tmp_path / "other.db")) as other:
        with pytest.raises(RecordsError, match="not a whole export"):
            other.load(records)
        assert other.held() == []

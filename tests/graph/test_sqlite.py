"""The embedded store: what it answers, and what it says when it cannot."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from graph import Edge, Node, Text, open_store
from graph.failures import ForeignFileError, LockedStoreError, MissingStoreError, NewerStoreError
from graph.reading import AgencyKey, Claim, DocumentKey, Finding, Item, ItemKey, PlaceKey, Reading, SelfKey
from graph.rebuilding import RecordsError
from graph.sqlite import NotHeldError, SqliteStore
from graph.statements import ReadingError
from graph.store import StoreError

TEXT = "Thực hiện Chỉ thị số 34-CT/TW, Sở Xây dựng chủ trì xây dựng nhà ở xã hội tại Đắk Lắk."
DIRECTIVE = DocumentKey("Chỉ thị", "34-CT/TW", "2024-05-24", "Ban Bí thư", "VN")
TASK = ItemKey("task", "V.3")


def claim(kind: str, source: object, target: object, words: str, **props: str) -> Claim:
    start = TEXT.index(words)
    return Claim(kind, source, target, start, start + len(words), f"test.{kind}", 0.9, props)  # type: ignore[arg-type]


def plan(place: str = "Đắk Lắk", source: str = "plan.txt", symbol: str = "184/KH-UBND") -> Reading:
    key = DocumentKey("Kế hoạch", symbol, "2024-11-05", "Ủy ban nhân dân tỉnh", place)
    department = AgencyKey("Sở Xây dựng", place)
    return Reading(
        source=source,
        text=TEXT,
        key=key,
        props={"doc_type": "Kế hoạch", "symbol": symbol, "title": "Phát triển nhà ở xã hội", "date": "2024-11-05"},
        items=(Item(TASK, "Xây dựng nhà ở xã hội", {"ref": "V.3", "text": "Xây dựng nhà ở xã hội", "product": ""}),),
        claims=(
            claim("implements", SelfKey(), replace(DIRECTIVE, date="", issuer=""), "34-CT/TW"),
            claim("contains", SelfKey(), TASK, "xây dựng nhà"),
            claim("leads", department, TASK, "Sở Xây dựng"),
            claim("directs", AgencyKey("Ủy ban nhân dân tỉnh", place), department, "Sở Xây dựng", task="V.3"),
            claim("mentions", SelfKey(), PlaceKey("Đắk Lắk"), "Đắk Lắk"),
        ),
        findings=(Finding("duty_not_read", 0, 9, "không đọc được"),),
        lines=((0, 1), (30, 2)),
    )


@pytest.fixture
def store(tmp_path: Path):
    with SqliteStore(str(tmp_path / "chithi.db"), timeout=0.2) as store:
        yield store


def test_what_one_document_says(store: SqliteStore):
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


def test_one_edge_with_evidence_in_two_documents(store: SqliteStore):
    approves = claim("approves", DocumentKey(symbol="338/QĐ-TTg"), DocumentKey("Đề án", name="Một triệu căn"), "nhà ở")
    ids = [store.put(replace(plan(place, place), claims=(approves,)), "") for place in ("Lai Châu", "Đắk Lắk")]
    (edge,) = store.edges(kinds=["approves"])
    assert [proof.document for proof in edge.evidence] == sorted(ids)
    store.remove(ids[0])
    assert [proof.document for proof in store.edges(kinds=["approves"])[0].evidence] == [ids[1]]


def test_edges_satisfy_every_restriction(store: SqliteStore):
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


def test_a_walk_meets_each_edge_once_at_its_smallest_depth(store: SqliteStore):
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


@pytest.mark.parametrize("asked", ["34 ct tw", "34-CT/TW", "34ct", "chi thi 34", "Chỉ thị 34-CT", "34cttw"])
def test_a_number_is_found_however_it_is_typed(store: SqliteStore, asked: str):
    store.put(plan(), "")
    assert store.search(asked)[0].id == "doc:34-ct-tw"


def test_search_folds_both_sides(store: SqliteStore):
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


def test_find_compares_folded(store: SqliteStore):
    document = store.put(plan(), "")
    assert [n.id for n in store.find("agency", "name", ["so xay dung", "nobody"])] == ["agency:so-xay-dung:dak-lak"]
    assert [n.id for n in store.find("document", "symbol", ["0184 kh ubnd"])] == [document]
    assert [n.id for n in store.find("task", "ref", ["v.3"])] == [f"{document}#task:V.3"]
    assert store.find("task", "ref", []) == store.find("agency", "name", [""]) == []
    assert [n.id for n in store.nodes_of(["place", "task"])] == [f"{document}#task:V.3", "place:dak-lak"]


def test_a_fuller_file_of_one_document_is_in_effect(store: SqliteStore):
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


def test_the_law_by_name_learns_of_the_law_by_number(store: SqliteStore):
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


def test_an_open_citation_lists_its_candidates(store: SqliteStore):
    for place in ("Lai Châu", "Đắk Lắk"):
        store.put(plan(place, place, "08/KH-UBND"), "")
    store.put(replace(plan(), claims=(claim("references", SelfKey(), DocumentKey(symbol="8/KH-UBND"), "nhà"),)), "")
    (edge,) = store.edges(kinds=["references"])
    node = store.nodes([edge.target])[edge.target]
    assert (node.props["status"], node.props["unresolved"]) == ("cited", True)
    assert node.props["candidates"] == ["doc:8-kh-ubnd:dak-lak:2024-11-05", "doc:8-kh-ubnd:lai-chau:2024-11-05"]


def test_what_most_documents_say_stands(store: SqliteStore):
    for n, kind in enumerate(("Quy định", "Chỉ thị", "Chỉ thị")):
        cited = claim("implements", SelfKey(), replace(DIRECTIVE, doc_type=kind), "34-CT/TW")
        store.put(replace(plan(source=str(n), symbol=f"{n + 1}/KH-UBND"), claims=(cited,)), "")
    assert store.find("document", "symbol", ["34-CT/TW"])[0].label == "Chỉ thị 34-CT/TW"
    own = replace(plan(source="own"), key=DIRECTIVE, props={"doc_type": "CHỈ THỊ", "symbol": "34-CT/TW"}, claims=())
    store.put(replace(own, key=replace(DIRECTIVE, doc_type="Chỉ Thị")), "")
    assert store.find("document", "symbol", ["34-CT/TW"])[0].label == "Chỉ Thị 34-CT/TW"


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
def test_a_claim_without_a_place_in_the_graph_names_its_rule(store: SqliteStore, wrong: Claim):
    with pytest.raises(ReadingError, match=wrong.rule):
        store.put(replace(plan(), claims=(*plan().claims, wrong)), "")
    assert list(store.records()) == []


def test_in_a_batch_one_bad_document_leaves_the_others(store: SqliteStore):
    with store.batch():
        store.put(plan(), "")
        with pytest.raises(ReadingError):
            store.put(replace(plan("Lai Châu", "bad"), claims=(claim("leads", SelfKey(), TASK, "nhà"),)), "")
        with pytest.raises(NotHeldError, match="doc:none"):
            store.remove("doc:none")
        assert store.held() == []
    assert [held.source for held in store.held()] == ["plan.txt"]


def test_a_batch_that_raises_leaves_nothing(store: SqliteStore):
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
def test_records_that_are_no_whole_export_are_refused(store: SqliteStore, tmp_path: Path, left_out: str):
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


# -- files


def test_a_foreign_file(tmp_path: Path):
    text, other = tmp_path / "a.txt", tmp_path / "b.db"
    text.write_text("Đây là một văn bản, không phải kho. " * 100, encoding="utf-8")
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE theirs (x)")
    for path in (text, other, tmp_path):
        with pytest.raises(ForeignFileError, match="not a chithi store"):
            open_store(str(path))
    assert text.read_text(encoding="utf-8").startswith("Đây là")


def test_a_newer_store(tmp_path: Path):
    path = str(tmp_path / "a.db")
    open_store(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerStoreError, match="update chithi"):
        open_store(path)


def test_a_truncated_store(tmp_path: Path):
    path = tmp_path / "a.db"
    with open_store(str(path)) as store:
        store.put(plan(), "")
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(StoreError, match="damaged"), open_store(str(path)) as store:
        list(store.records())


def test_a_missing_store(tmp_path: Path):
    with pytest.raises(MissingStoreError, match="does not exist"):
        open_store(str(tmp_path / "none.db"), create=False)
    with pytest.raises(MissingStoreError):
        open_store(str(tmp_path / "none" / "a.db"))
    assert list(tmp_path.iterdir()) == []


def test_an_address_of_a_server():
    with pytest.raises(StoreError, match="neo4j://localhost"):
        open_store("neo4j://localhost")


def test_others_read_while_one_writes_and_wait_to_write(tmp_path: Path):
    path = str(tmp_path / "a.db")
    with SqliteStore(path) as store:
        store.put(plan(), "")
        reading = (
            "import sys; from graph import open_store\n"
            "with open_store(sys.argv[1], create=False) as store: print(len(store.held()), store.counts()['evidence'])"
        )
        with store.batch():
            store.put(plan("Lai Châu", "other.txt"), "")
            root = str(Path(__file__).parents[2])
            done = subprocess.run([sys.executable, "-c", reading, path], capture_output=True, text=True, cwd=root)
            assert done.stdout.split("\n")[0] == "1 {'all': 5}", done.stderr
            with SqliteStore(path, timeout=0.1) as second, pytest.raises(LockedStoreError, match="another process"):
                second.put(plan("Sơn La", "third.txt"), "")
        assert len(store.held()) == 2


def test_a_stream_goes_on_while_the_store_is_written(store: SqliteStore):
    document = store.put(plan(), "")
    stream = store.records()
    first = next(stream)
    store.remove(document)
    assert isinstance(first, Text)
    assert sum(isinstance(record, Edge) for record in stream) == 5
    assert list(store.records()) == []


def test_a_revision_stands_until_something_changes(tmp_path: Path):
    path = str(tmp_path / "chithi.db")
    with SqliteStore(path) as reader, SqliteStore(path) as writer:
        empty = reader.revision()
        assert reader.revision() == empty
        document = writer.put(plan(), "abc")
        one = reader.revision()
        assert one != empty
        assert one == writer.revision() == reader.revision()
        writer.put(plan(), "abd")
        assert reader.revision() not in (empty, one)
        writer.put(plan(), "abc")
        assert reader.revision() == one
        writer.remove(document)
        assert reader.revision() == empty
    with SqliteStore(path) as again:
        assert again.revision() == empty


def test_degrees_count_the_edges_of_each_kind_both_ways(store: SqliteStore):
    document = store.put(plan(), "abc")
    counted = store.degrees([document, "agency:so-xay-dung:dak-lak", "nobody"])
    assert counted[document] == {("implements", True): 1, ("contains", True): 1, ("mentions", True): 1}
    assert counted["agency:so-xay-dung:dak-lak"] == {("leads", True): 1, ("directs", False): 1}
    assert set(counted) == {document, "agency:so-xay-dung:dak-lak"}

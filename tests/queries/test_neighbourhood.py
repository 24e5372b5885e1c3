from __future__ import annotations

import pytest

from graph.store import Store
from queries.names import NotFound
from queries.neighbourhood import BundleKey, Neighbourhood, Wish, kind_of, neighbourhood
from tests.queries import fake_store as made
from tests.queries.conftest import CT34, KH290, KH292, LAI_CHAU, LUAT, QD927, SXD_LC, UBND
from tests.queries.test_calls import country


def ids(found: Neighbourhood) -> set[str]:
    return {node.id for node in found.nodes}


def counted(found: Neighbourhood, node: str) -> dict[tuple[str, bool, str], tuple[int, int]]:
    return {bundle.key[1:]: (bundle.count, bundle.shown) for bundle in found.bundles if bundle.key.node == node}


def test_what_is_near_is_shown_and_the_rest_counted(chain: Store) -> None:
    found = neighbourhood(chain, "34-CT/TW")
    assert found.centre == CT34
    assert ids(found) == {CT34, QD927, KH292, KH290}
    assert counted(found, CT34) == {("implements", False, "document"): (3, 3)}
    plan = neighbourhood(chain, LAI_CHAU)
    assert counted(plan, LAI_CHAU) == {
        ("implements", True, "document"): (2, 2),
        ("contains", True, "task"): (5, 5),
        ("references", True, "document"): (1, 0),
        ("mentions", True, "agency"): (1, 0),
        ("mentions", True, "place"): (1, 0),
    }


def test_every_statement_between_what_is_shown_with_its_words(chain: Store) -> None:
    found = neighbourhood(chain, LAI_CHAU)
    texts = chain.texts([LAI_CHAU])
    for link in found.links:
        assert {link.source, link.target} <= ids(found)
        assert texts[link.document][link.start : link.end] == link.quote
    # The two plans above it rest on nothing shown here, the tasks stand in the document itself.
    assert {(link.kind, link.source, link.target) for link in found.links} == {
        ("implements", LAI_CHAU, QD927),
        ("implements", LAI_CHAU, KH292),
        *(("contains", LAI_CHAU, f"{LAI_CHAU}#task:{ref}") for ref in ("PL.2", "PL.10", "PL.18", "V.2", "V.4")),
    }


def test_opening_a_node_and_asking_for_more_of_a_relation(chain: Store) -> None:
    task = f"{LAI_CHAU}#task:PL.2"
    found = neighbourhood(chain, LAI_CHAU, Wish(opened=[task]))
    assert {SXD_LC, UBND} <= ids(found)
    assert counted(found, task) == {
        ("contains", False, "document"): (1, 1),
        ("leads", False, "agency"): (1, 1),
        ("supports", False, "agency"): (1, 1),
    }
    law = BundleKey(LAI_CHAU, "references", True, "document")
    assert LUAT in ids(neighbourhood(chain, LAI_CHAU, Wish(more={law: 5})))
    # What was opened from something opened by hand is opened too; what is not in the picture is not.
    onward = neighbourhood(chain, LAI_CHAU, Wish(opened=[task, SXD_LC, KH290]))
    assert f"{LAI_CHAU}#task:V.2" in ids(onward)
    assert KH290 not in ids(onward)


def test_hidden_nodes_and_kinds_leave_room(chain: Store) -> None:
    assert QD927 not in ids(neighbourhood(chain, CT34, Wish(hidden=[QD927])))
    found = neighbourhood(chain, LAI_CHAU, Wish(off={"task", "mentions"}))
    assert counted(found, LAI_CHAU) == {
        ("implements", True, "document"): (2, 2),
        ("references", True, "document"): (1, 0),
    }


def test_two_steps_away(chain: Store) -> None:
    found = neighbourhood(chain, CT34, Wish(depth=2))
    depths = {node.id: node.depth for node in found.nodes}
    assert (depths[CT34], depths[QD927], depths[LAI_CHAU]) == (0, 1, 2)
    assert {link.kind for link in found.links} >= {"implements", "contains"}


def test_never_more_than_fits_and_nothing_is_pushed_out() -> None:
    """Of forty plans with nine duties each all kinds are seen, whichever comes first."""
    store = country(40, 9)
    found = neighbourhood(store, "34-CT/TW", Wish(depth=3))
    assert len(found.nodes) == 150
    assert found.cut
    assert {node.kind for node in found.nodes} == {"document", "task", "target"}
    few = neighbourhood(store, "34-CT/TW", limit=10)
    assert (len(few.nodes), few.cut) == (10, True)


def test_a_provision_is_passed_over() -> None:
    document = made.document("doc:1", "1/KH-UBND", status="ingested")
    part, task = made.item("doc:1", "provision", "II"), made.item("doc:1", "task", "II.1")
    edges, texts = made.grounded(
        [
            made.edge("contains", "doc:1", part.id, "doc:1", "II. Nhiệm vụ"),
            made.edge("contains", part.id, task.id, "doc:1", "1. Rà soát"),
        ]
    )
    found = neighbourhood(made.FakeStore([document, part, task], edges, texts), "doc:1")
    assert ids(found) == {"doc:1", task.id}
    assert [(link.source, link.target, link.quote) for link in found.links] == [("doc:1", task.id, "1. Rà soát")]


def test_names_and_ids(chain: Store) -> None:
    assert neighbourhood(chain, "so xay dung lai chau").centre == SXD_LC
    with pytest.raises(NotFound):
        neighbourhood(chain, "99-CT/TW")
    assert [kind_of(id) for id in (CT34, f"{CT34}#task:I.1", SXD_LC, "place:x", "person:y", "x", "doc:1#x")] == [
        "document",
        "task",
        "agency",
        "place",
        "person",
        "",
        "",
    ]

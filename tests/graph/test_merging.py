"""One value for each property, whoever was read first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.merging import merge, stated

ballots = st.lists(
    st.tuples(
        st.sampled_from(["doc_type", "date", "name"]), st.sampled_from(['"a"', '"b"', '"ab"']), st.integers(1, 3)
    ),
    unique_by=lambda ballot: ballot[:2],
)


def test_most_votes_then_the_fuller_then_the_first():
    assert merge([("doc_type", '"Quy định"', 1), ("doc_type", '"Chỉ thị"', 2)]) == {"doc_type": "Chỉ thị"}
    assert merge([("name", '"Sở XD"', 1), ("name", '"Sở Xây dựng"', 1)]) == {"name": "Sở Xây dựng"}
    assert merge([("name", '"Bb"', 1), ("name", '"Ba"', 1)]) == {"name": "Ba"}


def test_where_votes_do_not_count():
    given_names = [("name", '"Luật Nhà"', 9), ("name", '"Luật Nhà ở"', 1)]
    assert merge(given_names, fullest=("name",)) == {"name": "Luật Nhà ở"}


def test_the_heading_speaks_for_its_document():
    cited = [("doc_type", '"Chương trình"', 9), ("date", '"2024-11-05"', 1), ("issuer", '"UBND"', 1)]
    heading = {"doc_type": "Kế hoạch", "date": "2024-11", "issuer": "", "title": None}
    assert merge(cited, heading) == {"doc_type": "Kế hoạch", "date": "2024-11-05", "issuer": "UBND"}
    assert merge(cited, {"date": "2024-12"})["date"] == "2024-12"


def test_what_says_nothing_is_left_out():
    assert stated({"a": None, "b": "", "c": [], "d": 0, "e": False}) == {"d": 0, "e": False}


@given(ballots, st.randoms(use_true_random=False))
def test_order_does_not_matter(ballots, random):
    assert merge(random.sample(ballots, len(ballots))) == merge(ballots)

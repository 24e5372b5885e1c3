"""A reading as bytes and back: for the ledger, and between processes."""

from __future__ import annotations

import pickle

from hypothesis import given

from graph.packing import pack, unpack
from graph.reading import Reading
from tests.graph.plans import plan
from tests.graph.strategies import readings


@given(readings())
def test_what_is_packed_comes_back(reading: Reading):
    assert unpack(reading.source, reading.text, reading.key, pack(reading)) == reading
    assert pickle.loads(pickle.dumps(reading)) == reading


def test_claims_of_a_reading_that_came_back_share_their_keys():
    """Most claims of a document name the same few things: their keys are not made again for each."""
    reading = pickle.loads(pickle.dumps(plan()))
    keys = [key for claim in reading.claims for key in (claim.source, claim.target)]
    assert len({id(key) for key in keys}) == len(set(keys)) < len(keys)

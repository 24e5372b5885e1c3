"""The lists that pages share."""

from __future__ import annotations

import pytest

from graph.store import Store
from viz.explorer import lists as made
from viz.explorer.lists import in_order, lists_of, packed, unpacked
from viz.explorer.problems import Problem


def test_what_another_process_gets_is_the_same(samples_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "AT_ONCE", 7)
    lists = lists_of(samples_store)
    pieces = list(packed(lists))
    assert len(pieces) > len(lists.documents) / 7
    assert unpacked(pieces) == lists
    assert lists.chief
    assert lists.chief.entry.symbol == "34-CT/TW"


def test_rows_in_every_order(samples_store: Store) -> None:
    lists = lists_of(samples_store)
    assert in_order(lists.documents, lists.document_orders, "") is lists.documents
    dates = [row.date for row in in_order(lists.documents, lists.document_orders, "-date")]
    assert dates == sorted(dates, reverse=True)
    leads = [lists.shares[row.id].leads for row in in_order(lists.agencies, lists.agency_orders, "-leads")[:9]]
    assert leads == sorted(leads, reverse=True)
    assert leads[0] == max(share.leads for share in lists.shares.values())
    with pytest.raises(Problem):
        in_order(lists.documents, lists.document_orders, "id")


def test_of_an_empty_store(tmp_path: object) -> None:
    from graph import open_store

    with open_store(f"{tmp_path}/empty.db") as store:
        lists = lists_of(store)
    assert unpacked(packed(lists)) == lists
    assert lists.chief is None

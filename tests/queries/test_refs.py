from __future__ import annotations

from queries.refs import ref_key


def test_refs_stand_as_in_the_document() -> None:
    first = ["I.1", "I.2", "I.9", "I.10", "II.1.a", "II.1.d", "II.1.đ", "II.1.e", "III"]
    refs = [*first, "V.4", "V.4/2", "V.4.1", "IX.1", "X.2", "PL.2", "PL.10", "PL2.1", "PL10.1"]
    assert sorted(set(refs), key=ref_key) == refs


def test_parts_with_letters_and_no_ref_at_all() -> None:
    assert sorted(["C.1", "B.2", "A.10", "A.9", ""], key=ref_key) == ["", "A.9", "A.10", "B.2", "C.1"]

"""A file is there as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.whole_files import NotWrittenError, whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_appears_when_all_is_written(tmp_path):
    with whole(tmp_path / "kế hoạch.csv") as part:
        part.write_text("Sở", encoding="utf-8")
        assert names(tmp_path) == [part.name]
    assert names(tmp_path) == ["kế hoạch.csv"]
    assert (tmp_path / "kế hoạch.csv").read_text(encoding="utf-8") == "Sở"


@pytest.mark.parametrize("interruption", [ValueError, KeyboardInterrupt])
def test_an_interruption_leaves_what_was_there(tmp_path, interruption):
    (tmp_path / "a.csv").write_text("cũ", encoding="utf-8")

    def write() -> None:
        with whole(tmp_path / "a.csv") as part:
            part.write_text("mới", encoding="utf-8")
            raise interruption

    with pytest.raises(interruption):
        write()
    assert names(tmp_path) == ["a.csv"]
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "cũ"


def test_what_the_file_system_refuses_is_said_with_the_name_asked_for(tmp_path):
    for path in (tmp_path / "no" / "a.csv", tmp_path):
        with pytest.raises(NotWrittenError) as raised, whole(path):
            pass
        assert str(raised.value).startswith(f"{path} cannot be written: ")
    assert names(tmp_path) == []


def test_a_link_and_the_rights_of_a_file_stay(tmp_path):
    (tmp_path / "real.csv").write_text("cũ", encoding="utf-8")
    os.chmod(tmp_path / "real.csv", 0o640)
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with whole(tmp_path / "link.csv") as part:
        part.write_text("mới", encoding="utf-8")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8") == "mới"
    assert (tmp_path / "real.csv").stat().st_mode & 0o777 == 0o640


def test_what_a_killed_program_left_is_swept_and_nothing_else(tmp_path):
    (tmp_path / ".chithi-0123.part").write_text("nửa chừng", encoding="utf-8")
    (tmp_path / "chithi.part").write_text("của người khác", encoding="utf-8")
    with whole(tmp_path / "a.csv") as first, whole(tmp_path / "b.csv") as second:
        assert names(tmp_path) == sorted([first.name, second.name, "chithi.part"])
        first.write_text("a", encoding="utf-8")
        second.write_text("b", encoding="utf-8")
    assert names(tmp_path) == ["a.csv", "b.csv", "chithi.part"]

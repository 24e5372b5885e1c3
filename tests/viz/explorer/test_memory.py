"""What a server keeps between pages."""

from __future__ import annotations

from viz.explorer.memory import Memory


def test_a_thing_is_worked_out_once_for_a_revision() -> None:
    memory, worked = Memory(), []
    for revision in ("1", "1", "2"):
        assert memory.once(revision, "counts", lambda: len(worked.append(0) or worked)) == len(worked)
    assert len(worked) == 2


def test_what_nobody_asks_for_again_makes_room() -> None:
    memory, worked = Memory(), []

    def ask(name: str) -> None:
        memory.once("1", name, lambda: worked.append(name))

    ask("documents")
    for n in range(500):
        ask(f"matrix {n}")
        ask("documents")
    assert worked.count("documents") == 1
    ask("matrix 499")
    ask("matrix 0")
    assert worked.count("matrix 499") == 1
    assert worked.count("matrix 0") == 2

"""Kills a program that writes, at random moments, and looks at what is left.

`python -m bench.kills 200` ends 200 ingests, imports, pushes, exports, backups and restores with SIGKILL, each
somewhere between its beginning and its usual end. Afterwards the store must open and pass `doctor`; hold every document
that was reported as finished; be, as an export, byte for byte what a fresh store of exactly the documents it holds
gives; and the same command, run again, must bring it to where it would have been. A file that was being written must be
the old one or the new one.
"""

from __future__ import annotations

import argparse
import os
import pickle
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.generator import FORMATS, corpus, generate
from graph.backup import backup, restore
from graph.doctor import FAILS, doctor
from graph.exchange import line_of, read_jsonl
from graph.formats import export
from graph.migration import rebuild
from graph.pushing import push
from graph.sqlite import SqliteStore
from ingest.batch import ingest
from ingest.worker import Read
from ingest.worker import read as read_file

ROOT = Path(__file__).parents[1]
DOCUMENTS = 18
EXPORTS = ("out.jsonl", "out.csv", "out.nq", "out.xlsx")


# -- what is done in the process that is killed


def do(what: str, folder: Path, say: Callable[[str], None]) -> None:
    """One piece of work, saying what is finished."""
    db = str(folder / "a.db")
    match what:
        case "ingest" | "ingest with 2 processes" | "ingest, reading anew":
            reader = "ingest.worker:read" if what.endswith("anew") else "bench.kills:read_before"
            with SqliteStore(db) as store:
                files = sorted((folder / "in").iterdir())
                for outcome in ingest(store, files, jobs=2 if "2" in what else 1, reader=reader):
                    say(Path(outcome.source).name)
        case "import":
            with SqliteStore(db) as store:
                store.load(read_jsonl(folder / "all.jsonl"))
        case "push":
            with SqliteStore(str(folder / "all.db")) as store:
                push(store, db)
        case "remove":
            with SqliteStore(db) as store:
                for document in sorted({held.document for held in store.held()}):
                    store.remove(document)
                    say(document)
        case "backup":
            backup(db, str(folder / "copy.db"))
        case "restore":
            restore(db, str(folder / "all.db"), replace=True)
        case "rebuild":
            with SqliteStore(db) as store:
                rebuild(store._db)
        case _:
            with SqliteStore(db) as store:
                export(store, folder / what.removeprefix("export "))
    say("all")


WORK = (
    *("ingest", "ingest with 2 processes", "ingest, reading anew"),
    *("import", "push", "remove", "backup", "restore", "rebuild"),
    *(f"export {name}" for name in EXPORTS),
)


def read_before(source: str, content: bytes | None) -> Read:
    """What was read in the file already: so that the process that is killed writes most of its time."""
    path = Path(source)
    return pickle.loads((path.parent.parent / "read" / path.name).read_bytes())  # type: ignore[no-any-return]


# -- what it is compared with


@dataclass
class Documents:
    """Made-up files in `folder/in` and what was read in them."""

    folder: Path
    count: int
    known: dict[frozenset[str], bytes] = field(default_factory=dict)

    def make(self) -> None:
        for name in ("in", "read"):
            (self.folder / name).mkdir()
        made = [*corpus(self.count // 2, 7), *(generate(n, FORMATS[n % len(FORMATS)]) for n in range(self.count // 2))]
        for n, document in enumerate(made):
            path = self.folder / "in" / f"{n:03}-{document.name}"
            path.write_bytes(document.bytes)
            (self.folder / "read" / path.name).write_bytes(pickle.dumps(read_file(str(path), None)))
        self.store(self.folder / "all.db", self.names)
        with SqliteStore(str(self.folder / "all.db")) as store:
            export(store, self.folder / "all.jsonl")

    @cached_property
    def names(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "in").iterdir())

    def store(self, path: Path, names: Iterable[str]) -> None:
        with SqliteStore(str(path)) as store:
            for name in names:
                reading, digest = pickle.loads((self.folder / "read" / name).read_bytes())
                store.put(reading, digest)

    def of(self, names: frozenset[str]) -> bytes:
        """The export of a fresh store of these documents alone."""
        if names not in self.known:
            with TemporaryDirectory() as folder:
                self.store(Path(folder) / "fresh.db", sorted(names))
                self.known[names] = exported(Path(folder) / "fresh.db")[0]
        return self.known[names]


def exported(db: Path) -> tuple[bytes, frozenset[str]]:
    """The store as an export, and the files it holds."""
    with SqliteStore(str(db), create=False) as store:
        lines = b"".join(line_of(record).encode() + b"\n" for record in store.records())
        return lines, frozenset(Path(held.source).name for held in store.held())


# -- killing


@dataclass
class Tally:
    kills: Counter[str] = field(default_factory=Counter)
    at_work: int = 0
    finished: int = 0  # documents that were reported and looked for
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        done = ", ".join(f"{what} {n}" for what, n in sorted(self.kills.items()))
        return (
            f"{self.kills.total()} kills ({done}); {self.at_work} while at work; "
            f"{self.finished} finished documents looked for; wrong: {len(self.wrong)}\n" + "\n".join(self.wrong)
        )


class Killing:
    """Work in `folder`, ended at random moments."""

    def __init__(self, folder: Path, seed: int = 0, count: int = DOCUMENTS) -> None:
        self.folder = folder
        self.rng = Random(f"kills {seed}")
        self.documents = Documents(folder, count)
        self.documents.make()
        self.usual: dict[str, float] = {}
        self.tally = Tally()

    def prepare(self, what: str) -> None:
        """What stands there before: nothing, some documents, or all; and older files under the names to be written."""
        for path in (*self.folder.glob("a.db*"), *self.folder.glob("copy.db*"), *self.folder.glob("out.*")):
            path.unlink()
        names = self.documents.names
        if what.startswith("ingest") or what in ("restore", "push"):
            names = names[: self.rng.choice((0, 3, len(names) // 2))]
        elif what == "import":
            names = []
        self.documents.store(self.folder / "a.db", names)
        if what == "backup":
            self.documents.store(self.folder / "copy.db", names[:2])
        if what.startswith("export"):
            with SqliteStore(str(self.folder / "all.db")) as store:
                export(store, self.folder / what.removeprefix("export "))

    def start(self, what: str) -> tuple[subprocess.Popen[bytes], Path]:
        log = self.folder / "log"
        log.write_bytes(b"")
        command = [sys.executable, "-m", "bench.kills", "--do", what, "--folder", str(self.folder)]
        started = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)
        while not log.read_bytes() and started.poll() is None:
            time.sleep(0.001)
        return started, log

    def once(self, what: str) -> None:
        if what not in self.usual:
            self.prepare(what)
            started, _ = self.start(what)
            begun = time.monotonic()
            _, said = started.communicate()
            self.usual[what] = time.monotonic() - begun
            self.expect(started.returncode == 0, what, f"does not run: {said.decode()[-300:]}")
        self.prepare(what)
        before = self.state()
        started, log = self.start(what)
        time.sleep(self.rng.uniform(0, self.usual[what]))
        self.tally.at_work += started.poll() is None
        started.send_signal(signal.SIGKILL)
        started.communicate()
        self.tally.kills[what] += 1
        try:
            self.look(what, before, log.read_text(encoding="utf-8").splitlines()[1:])
        except Exception as error:
            self.tally.wrong.append(f"{what}: {type(error).__name__}: {error}")

    def state(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (*self.folder.glob("out.*"),)}

    def look(self, what: str, before: dict[str, bytes], finished: list[str]) -> None:
        db = self.folder / "a.db"
        fails = [f"{row.check} {row.detail}" for row in doctor(str(db)) if row.state == FAILS and row.check != "room"]
        self.expect(not fails, what, "; ".join(fails))
        content, held = exported(db)
        done = "all" in finished
        finished = [name for name in finished if name != "all"]
        self.tally.finished += len(finished)
        if what == "remove":
            self.expect(not self.documents_of(held) & set(finished), what, "a removed document is there")
        elif what == "import":
            everything = (self.folder / "all.jsonl").read_bytes()
            self.expect(content in ((everything,) if done else (b"", everything)), what, "a part was imported")
        else:
            self.expect(set(finished) <= held, what, f"lost {sorted(set(finished) - held)}")
        if what != "import":
            self.expect(content == self.documents.of(held), what, f"holds halves beside {len(held)} documents")
        if what in ("restore", "push"):
            self.expect(not done or len(held) == len(self.documents.names), what, "is not whole")
        if what == "backup":
            copied = exported(self.folder / "copy.db")[1]
            self.expect(len(copied) in ((len(held),) if done else (2, len(held))), what, f"has {len(copied)} documents")
        if what.startswith("export"):
            self.expect(self.state().keys() == before.keys(), what, "leaves other files")
        self.again(what, before)

    def again(self, what: str, before: dict[str, bytes]) -> None:
        """The same once more, to its end."""
        do(what, self.folder, lambda name: None)
        content, held = exported(self.folder / "a.db")
        if what == "remove":
            self.expect(content == b"", what, "removed again, something is left")
        elif what == "import":
            everything = (self.folder / "all.jsonl").read_bytes()
            self.expect(content == everything, what, "imported again, is not the whole")
        else:
            self.expect(content == self.documents.of(held), what, "done again, holds something else")
            self.expect(len(held) == len(self.documents.names), what, f"done again, holds {len(held)} documents")
        if what.startswith("export") and not what.endswith("xlsx"):  # a workbook says when it was made
            self.expect(self.state() == before, what, "exported again, differs")
        self.expect(not list(self.folder.glob(".chithi-*")) or what not in WORK[-4:], what, "leaves parts behind")

    def documents_of(self, names: frozenset[str]) -> set[str]:
        with SqliteStore(str(self.folder / "a.db")) as store:
            return {held.document for held in store.held()}

    def expect(self, holds: bool, what: str, why: str) -> None:
        if not holds:
            self.tally.wrong.append(f"{what}: {why}")


def kills(number: int, folder: Path, seed: int = 0, count: int = DOCUMENTS) -> Tally:
    """That many kills, over all kinds of work in turn, half of them ingests."""
    killing = Killing(folder, seed, count)
    ingests, others = WORK[:3], WORK[3:]
    for n in range(number):
        killing.once(ingests[n // 2 % len(ingests)] if n % 2 == 0 else others[n // 2 % len(others)])
    return killing.tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--do", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.do:
        log = os.open(given.folder / "log", os.O_WRONLY | os.O_APPEND)
        os.write(log, b"begun\n")
        do(given.do, given.folder, lambda name: os.write(log, f"{name}\n".encode()) and None)
        return
    with TemporaryDirectory() as folder:
        tally = kills(given.number, Path(folder), given.seed)
    print(tally)
    sys.exit(bool(tally.wrong))


if __name__ == "__main__":
    main()

"""The stores at size: made-up documents read into a file, pushed to Neo4j, and every question asked of both.

    python -m bench.stores make 10000 out/large.db          read so many documents; go on where it was
    python -m bench.stores push out/large.db neo4j://...    nodes and edges a second, and processor time
    python -m bench.stores ask out/large.db [QUESTION...]   milliseconds, warm: median, 95th percentile
    python -m bench.stores ask neo4j://... [QUESTION...]
    python -m bench.stores each neo4j://... [NUMBER]        lineage and duties of so many documents, bodies

The password of the server is in NEO4J_PASSWORD. With --server PID its processor time is told as well.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median, quantiles

from bench.generator import corpus
from bench.questions import QUESTIONS, answer, subjects
from graph import open_store
from graph.pushing import push
from ingest.reader import read_document
from queries.lineage import KINDS, lineage
from queries.tasks import ROLES, task_page, tasks

_TIMES, _SECONDS = 40, 20.0


def make(count: int, file: str) -> None:
    began, held_until = time.process_time(), 0
    with open_store(file) as store, tempfile.TemporaryDirectory() as folder:
        held = {one.source for one in store.held()}
        with store.batch():
            for n, document in enumerate(corpus(count, 7)):
                source = f"made-up/{n}-{document.name}"
                if source in held:
                    continue
                path = Path(folder) / document.name
                path.write_bytes(document.bytes)
                reading, digest = read_document(path)
                store.put(replace(reading, source=source, props={**reading.props, "source": source}), digest)
                path.unlink()
                held_until += 1
                if held_until % 500 == 0:
                    used = time.process_time() - began
                    print(f"{n + 1} documents, {used:.0f} s of processor time, {_memory()} MB", file=sys.stderr)
        print(store.counts())


def copy(file: str, address: str, server: int | None) -> None:
    with open_store(file, create=False) as store:
        counts = store.counts()
        size = sum(counts["nodes"].values()) + sum(counts["edges"].values())
        wall, own, there = time.monotonic(), time.process_time(), _used(server)
        push(store, address)
        wall, own, there = time.monotonic() - wall, time.process_time() - own, _used(server) - there
    print(f"{size} nodes and edges in {wall:.0f} s: {size / wall:.0f} a second; memory at most {_memory()} MB")
    print(f"processor time for each: {own / size * 1e6:.0f} µs here, {there / size * 1e6:.0f} µs on the server")


def ask(address: str, chosen: list[str]) -> None:
    with open_store(address, create=False) as store:
        of = subjects(store)
        print(of)
        for question in chosen or QUESTIONS:
            said = answer(question, store, of)
            taken: list[float] = []
            until = time.monotonic() + _SECONDS
            while len(taken) < _TIMES and (time.monotonic() < until or len(taken) < 2):
                began = time.perf_counter()
                answer(question, store, of)
                taken.append((time.perf_counter() - began) * 1000)
            worst = quantiles(taken, n=20)[-1]
            print(f"{question:24} {median(taken):10.1f} {worst:10.1f} ms, {len(taken)} times, {len(said)} characters")


def each(address: str, number: int) -> None:
    """Documents and bodies drawn from all; the same again after others were asked about to warm up."""
    with open_store(address, create=False) as store:
        rng = Random(7)
        documents = rng.sample(sorted({one.document for one in store.held() if one.in_effect}), 2 * number)
        bodies = rng.sample([node.id for node in store.nodes_of(["agency"])], 2 * number)

        def walked(id: str) -> int:
            return sum(len(store.walk([id], KINDS, down=down)) for down in (True, False))

        def duties(id: str) -> int:
            parts = store.edges(kinds=list(ROLES), sources=[id])
            return len(store.nodes({edge.target for edge in parts}))

        questions: dict[str, tuple[list[str], Callable[[str], int]]] = {
            "lineage, from the store": (documents, walked),
            "lineage": (documents, lambda id: len(lineage(store, id)) - 1),
            "duties, from the store": (bodies, duties),
            "tasks": (bodies, lambda id: len(tasks(store, agency=id))),
            "tasks, the first 50": (bodies, lambda id: task_page(store, agency=id, limit=50).total),
        }
        for name, (ids, ask) in questions.items():
            for id in ids[number:]:
                ask(id)
            taken, found, own = [], [], time.process_time()
            for id in ids[:number]:
                began = time.perf_counter()
                found.append(ask(id))
                taken.append((time.perf_counter() - began) * 1000)
            own = (time.process_time() - own) / number * 1000
            print(
                f"{name:24} median {median(taken):.1f}, 95th percentile {quantiles(taken, n=20)[-1]:.1f}, fastest"
                f" {min(taken):.1f}, slowest {max(taken):.1f} ms, of it here {own:.1f} ms; rows: {median(found):.0f},"
                f" 95th percentile {quantiles(found, n=20)[-1]:.0f}, at most {max(found)}"
            )


def _used(pid: int | None) -> float:
    """Seconds of processor time of a process so far (Linux)."""
    if pid is None:
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["make", "push", "ask", "each"])
    parser.add_argument("given", nargs="+")
    parser.add_argument("--server", type=int, metavar="PID")
    options = parser.parse_args()
    if options.what == "make":
        make(int(options.given[0]), options.given[1])
    elif options.what == "push":
        copy(options.given[0], options.given[1], options.server)
    elif options.what == "ask":
        ask(options.given[0], options.given[1:])
    else:
        each(options.given[0], int(options.given[1]) if len(options.given) > 1 else 400)


if __name__ == "__main__":
    main()

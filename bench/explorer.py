"""How long the explorer takes over a graph: every page, the first paint in a browser, a step in the network.

    python -m bench.explorer chithi.db [--rounds 20] [--after 120]

Prints a line for each page: milliseconds on the wall clock of the first answer, median and p95 of all, p95 of processor
time of the server, how many answers said that something is still worked out, and the size. With Chromium also the first
paint and the time from the press on `Expand` until the network stands. A graph of made-up documents comes from
`bench.generator.corpus`.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import socket
import statistics
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import httpx

from graph import Store, open_store
from viz.explorer.elsewhere import Elsewhere
from viz.explorer.server import app

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def addresses(store: Store, rounds: int, seed: int = 1) -> dict[str, list[str]]:
    """For each page as many addresses as rounds, of nodes chosen at random, the busiest among them."""
    rng = random.Random(seed)
    nodes = {kind: [node.id for node in store.nodes_of([kind])] for kind in ("agency", "task", "target")}
    documents = list(store.nodes_of(["document"]))
    held = [node.id for node in documents if node.props.get("status") == "ingested"]
    places = sorted({str(node.props["place"]) for node in documents if node.props.get("place") not in (None, "VN")})
    ties = store.degrees([node.id for node in documents])
    implemented = {id: kinds.get(("implements", False), 0) for id, kinds in ties.items()}
    carried = sorted((id for id in implemented if implemented[id] > 1), key=lambda id: (-implemented[id], id))
    uppers = [id for id in carried if id in set(held)][:40]

    def of(page: str, ids: list[str]) -> list[str]:
        return [f"/{page}/{quote(rng.choice(ids))}" for _ in range(rounds)] if ids else []

    chosen = [quote(rng.choice(places)) for _ in range(rounds)] if places else [""] * rounds
    degrees = store.degrees(nodes["agency"])
    busy = sorted(nodes["agency"], key=lambda id: -sum(degrees.get(id, {}).values()))[:20]
    words = ("nha o xa hoi", "so xay dung", "quy dat", "34-ct", "kiem tra")
    return {
        "home": ["/"] * rounds,
        "search": [f"/search?q={quote(rng.choice(words))}" for _ in range(rounds)],
        "search as you type": [f"/suggest?q={quote(rng.choice(words))}" for _ in range(rounds)],
        "documents": [f"/documents?page={n + 1}" for n in range(rounds)],
        "document": of("document", held),
        "text": of("text", held),
        "lineage": of("lineage", held),
        "lineage of an upper text": of("lineage", uppers),
        "duties of a place": [f"/duties?place={place}" for place in chosen],
        "duty": of("duty", nodes["task"]),
        "agencies": [f"/agencies?page={n + 1}" for n in range(rounds)],
        "agency": of("agency", nodes["agency"]),
        "busy agency": of("agency", busy),
        "targets of a place": [f"/targets?place={place}" for place in chosen],
        "target": of("target", nodes["target"]),
        "matrix of a place": [f"/matrix?place={place}" for place in chosen],
        "deadlines of a place": [f"/deadlines?place={place}" for place in chosen],
        "gaps of a place": [f"/gaps?place={place}" for place in chosen],
        "coverage, each once": [f"/coverage/{quote(id)}" for id in carried[:40]],
        "coverage": of("coverage", carried[:40]),
        "compare": [f"/compare?a={quote(rng.choice(held))}&b={quote(rng.choice(held))}" for _ in range(rounds)],
        "network": of("network", held),
        "network, two steps": [f"{address}?depth=2" for address in of("network", held)],
        "network of a busy agency": of("network", busy),
        "about": ["/about"] * rounds,
    }


async def measured(store: Store, address: str, rounds: int, after: float, say: Callable[[str], object]) -> None:
    """A line for each page. All in one task, so that the threads that answer keep their connections, as those of a
    server do."""
    asked = addresses(store, rounds)
    served = app(store, desk=Elsewhere(store, address))
    client = httpx.AsyncClient(transport=httpx.ASGITransport(served), base_url="http://127.0.0.1")
    async with served.router.lifespan_context(served), client:
        await asyncio.sleep(after)

        async def timed(path: str) -> tuple[float, float, bool, int]:
            start, used = time.perf_counter(), time.process_time()
            answer = await client.get(path)
            spent, used = (
                1000 * (now - then) for now, then in ((time.perf_counter(), start), (time.process_time(), used))
            )
            if answer.status_code != 200:
                raise SystemExit(f"{path}: {answer.status_code}")
            return spent, used, "data-working" in answer.text, len(answer.text)

        def p95(times: Iterable[float]) -> float:
            ordered = sorted(times)
            return ordered[int(0.95 * (len(ordered) - 1))]

        for page, paths in asked.items():
            if paths:
                spent, used, waiting, size = zip(*[await timed(path) for path in paths], strict=True)
                times = f"{spent[0]:8.0f} {statistics.median(spent):8.1f} {p95(spent):8.1f} {p95(used):8.1f}"
                say(f"{page:28} {times} {sum(waiting):8}    {max(size):8,}")


@contextmanager
def _served(store: Store, address: str) -> Iterator[str]:
    import uvicorn

    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(app(store, desk=Elsewhere(store, address)), log_level="warning", access_log=False)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


def in_browser(store: Store, address: str, rounds: int, say: Callable[[str], object]) -> None:
    """First paint of pages, and a step in the network."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        say("no Chromium: first paint is not measured")
        return
    from playwright.sync_api import sync_playwright

    found = addresses(store, rounds)
    with _served(store, address) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for name in ("home", "document", "lineage", "agency", "network", "deadlines of a place"):
            say(f"{name:28} first paint {_paint(page, home, found[name]):7.0f} ms (median)")
        steps = [spent for address in found["network"] if (spent := _step(page, home + address)) is not None]
        if steps:
            say(f"{'network':28} expands in  {statistics.median(steps):7.0f} ms (median of {len(steps)})")
        browser.close()


def _paint(page: Any, home: str, paths: list[str]) -> float:
    times = []
    for path in paths:
        page.goto(home + path)
        times.append(
            page.evaluate(
                "new Promise((told) => new PerformanceObserver((list) => told(list.getEntries()[0].startTime))"
                ".observe({ type: 'paint', buffered: true }))"
            )
        )
    return statistics.median(times)


def _step(page: Any, address: str) -> float | None:
    """From the press until the new nodes have their places."""
    page.goto(address)
    page.wait_for_selector("[data-net][data-ready='1']")
    page.locator("[data-node]:has-text('.'), [data-node]").last.click()
    page.wait_for_timeout(400)
    if not page.locator("[data-open]").count():
        return None
    return float(
        page.evaluate(
            """() => new Promise((told) => {
                const net = document.querySelector("[data-net]");
                const start = performance.now();
                const seen = new MutationObserver(() => told(performance.now() - start));
                seen.observe(net, { attributeFilter: ["data-ready"] });
                document.querySelector("[data-open]").click();
                setTimeout(() => told(9999), 9999);
            })"""
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--after", type=float, default=0.0, help="seconds that the server has to work ahead")
    parser.add_argument("--browser", action="store_true", help="only what a browser shows")
    asked = parser.parse_args()
    with open_store(asked.store, create=False) as store:
        if not asked.browser:
            print(f"{'page':28} {'first':>8} {'median':>8} {'p95':>8} {'p95 cpu':>8} {'waiting':>8} {'size':>11}")
            asyncio.run(measured(store, asked.store, asked.rounds, asked.after, lambda text: print(text, flush=True)))
        in_browser(store, asked.store, max(asked.rounds // 4, 3), lambda text: print(text, flush=True))


if __name__ == "__main__":
    main()

"""`chithi site`: the pages as files in a folder, for any web server or none."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

from graph.store import Store
from graph.whole_files import NotWrittenError
from queries.names import Ambiguous, NotFound
from viz.explorer import assets
from viz.explorer.asked import Asked, Page
from viz.explorer.desk import AtOnce
from viz.explorer.folder import Address, Filed
from viz.explorer.memory import Memory
from viz.explorer.offline import Index
from viz.explorer.pages.problem import problem_page
from viz.explorer.parameters import read
from viz.explorer.problems import Problem
from viz.explorer.rendering import render
from viz.explorer.routes import ROUTES
from viz.explorer.words import say

MARK = "chithi-site.txt"
MOST = 50_000
_ASSETS = ("explorer.css", "theme.js", "mark.svg", "site.js")
# Nodes that the search of the folder finds.
_FOUND = ("document", "agency", "task", "target")


class NotASite(Exception):  # noqa: N818
    """The folder holds something else, which nobody asked to be written over."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is not empty and no site of chithi; give an empty or a new folder")


def write_site(
    store: Store, folder: Path, *, lang: str = "vi", most: int = MOST, told: Callable[[int], object] = lambda n: None
) -> int:
    """Write the pages that can be reached from the first one, at most `most` of them, nearest first, and return how
    many there are. Links lead to pages that are written and to nothing else. A site that stands there is replaced;
    pages that it had and the new one has not are removed. Raises NotASite and NotWrittenError."""
    try:
        before = _prepared(folder)
        written = set(_written(store, folder, lang, most, told))
        for name in sorted(before - written):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise error if isinstance(error, NotWrittenError) else NotWrittenError(folder, error) from error
    return sum(name.endswith(".html") for name in written)


def _prepared(folder: Path) -> set[str]:
    """The files of the site that stands there. Raises NotASite."""
    mark = folder / MARK
    if folder.exists() and not folder.is_dir():
        raise NotASite(folder)
    if folder.is_dir() and any(folder.iterdir()) and not mark.is_file():
        raise NotASite(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not mark.is_file():
        mark.write_text("", encoding="utf-8")
        return set()
    lines = mark.read_text(encoding="utf-8").splitlines()
    # Only names that this program gives: the list says what is removed.
    return {line for line in lines if line and not line.startswith("/") and ".." not in line.split("/")}


def _written(store: Store, folder: Path, lang: str, most: int, told: Callable[[int], object]) -> Iterator[str]:
    """Every file as it is written; the list of them stands in the folder from the beginning on, so that a site that was
    interrupted is known for one."""
    with (folder / MARK).open("a", encoding="utf-8") as mark:

        def note(name: str) -> str:
            mark.write(f"{name}\n")
            return name

        for name in _ASSETS:
            yield note(f"static/{name}")
            _copy(assets.STATIC / name, folder / "static" / name)
        names: list[str] = []
        for name in _pages(store, folder, lang, most, told):
            names.append(note(name))
            yield name
    text = "".join(f"{name}\n" for name in sorted({*(f"static/{name}" for name in _ASSETS), *names}))
    (folder / MARK).write_text(text, encoding="utf-8")


def _pages(store: Store, folder: Path, lang: str, most: int, told: Callable[[int], object]) -> Iterator[str]:
    memory, desk, revision, today = Memory(), AtOnce(store), store.revision(), date.today()
    index = Index(folder / "static" / "search")
    first = Address("home")
    waiting, known = deque([first]), {first}

    def wanted(address: Address) -> bool:
        if address not in known:
            if len(known) >= most:
                return False
            known.add(address)
            waiting.append(address)
        return True

    while waiting:
        address = waiting.popleft()
        links = Filed(address, wanted)
        route = ROUTES[address.page]
        values = read(route.takes, [(name, str(number)) for name, number in address.turns])
        asked = Asked(store, revision, links, lang, today, memory, desk, address.id, values)
        page = _page(asked, route.module)
        _write(folder / address.path, render(page, links, lang=lang, revision=""))
        if route.of in _FOUND and not address.turns and page.template != "problem":
            node = store.nodes([address.id]).get(address.id)
            if node is not None:
                index.add(node, page.title, address.path, lang)
        yield address.path
        told(len(known))
    search = Filed(Address("found"), wanted)
    page = Page("offline", say(lang, "search_title"), None, nav="search")
    _write(folder / "search.html", render(page, search, lang=lang, revision=""))
    yield "search.html"
    for name in index.close():
        yield f"static/search/{name}"


def _page(asked: Asked, module: str) -> Page:
    """The page, or what says why there is none."""
    try:
        made: Page | str = import_module(module).page(asked)
        if isinstance(made, Page):
            return made
        problem = Problem(404, "no_such_page")
    except Problem as error:
        problem = error
    except (NotFound, Ambiguous) as error:
        problem = Problem(404, "not_found", name=error.text)
    return problem_page(problem, asked.links, asked.lang)


def _write(path: Path, html: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8", newline="")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)

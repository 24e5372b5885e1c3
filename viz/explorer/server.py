"""The server: routes to pages, and what keeps it safe and quick around them. It only reads."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from importlib import import_module
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route as Path

from graph.store import Store, StoreError
from queries.matching import load
from queries.names import Ambiguous, NotFound
from viz.explorer import assets
from viz.explorer.asked import Asked, Page, Used
from viz.explorer.desk import AtOnce, Desk
from viz.explorer.downloads import download
from viz.explorer.elsewhere import Elsewhere
from viz.explorer.guard import Guard
from viz.explorer.links import Served
from viz.explorer.memory import Memory
from viz.explorer.pages.problem import problem_page
from viz.explorer.parameters import LONGEST_ID, read
from viz.explorer.problems import Problem, Way
from viz.explorer.rendering import render
from viz.explorer.routes import ROUTES, Route
from viz.explorer.suggestions import suggestions
from viz.explorer.warming import warming

if TYPE_CHECKING:
    from starlette.requests import Request

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_LONGEST_QUERY = 4_000
_FOREVER = "public, max-age=31536000, immutable"
_log = logging.getLogger("chithi.explorer")


def app(
    store: Store, *, lang: str = "vi", hosts: Sequence[str] = LOOPBACK, token: str = "", desk: Desk | None = None
) -> Starlette:
    """The explorer over a store, as an ASGI application. `hosts` are the names it may be called by; with a `token` only
    those who have it may read; `desk` works out what takes long and is closed with the server, without one every page
    does so itself. The store stays the caller's to close."""
    explorer = _Explorer(store, lang, desk or AtOnce(store))
    routes = [Path(_pattern(route), explorer.endpoint(route), methods=["GET"]) for route in ROUTES.values()]
    routes += [
        Path("/revision", explorer.revision, methods=["GET"]),
        Path("/worked-out", explorer.worked_out, methods=["GET"]),
        Path("/suggest", explorer.suggest, methods=["GET"]),
        Path("/static/{name:path}", _asset, methods=["GET"]),
    ]
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(Guard, token=token),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        ],
        lifespan=explorer.awake,
        exception_handlers={404: explorer.refused, 405: explorer.refused, 500: explorer.refused},
    )


def _pattern(route: Route) -> str:
    return route.path.replace("{id}", "{id:path}")


class _Explorer:
    def __init__(self, store: Store, lang: str, desk: Desk) -> None:
        self._store = store
        self._desk = desk
        self._lang = lang
        self._memory = Memory()

    def endpoint(self, route: Route) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            return await run_in_threadpool(self._answer, route, request)

        return answer

    @asynccontextmanager
    async def awake(self, _: Starlette) -> AsyncIterator[None]:
        """Work out in the background what the first page needs, before anybody asks for it, and what takes long."""
        waking = asyncio.create_task(run_in_threadpool(self._wake))
        closing = Event()
        ahead = Thread(target=self._ahead, args=(closing,), daemon=True)
        ahead.start()
        yield
        closing.set()
        await asyncio.gather(waking, run_in_threadpool(self._desk.close), return_exceptions=True)
        await run_in_threadpool(ahead.join)

    def _wake(self) -> None:
        asked = self._asked("home", "", self._lang, read(ROUTES["home"].takes, ()), self._store.revision())
        made = import_module(ROUTES["home"].module).page(asked)
        render(made, asked.links, lang=self._lang, revision=asked.revision)

    def _asked(self, page: str, id: str, lang: str, values: Mapping[str, Any], revision: str) -> Asked:
        links = Served(page, id, values, lang, self._lang)
        return Asked(self._store, revision, links, lang, date.today(), self._memory, self._desk, id, values, Used())

    def _ahead(self, closing: Event) -> None:
        desk, revision = self._desk, self._store.revision
        if not isinstance(desk, Elsewhere):
            return
        Thread(target=load, daemon=True).start()
        try:
            warming(lambda: self._asked("home", "", self._lang, {}, revision()).lists, desk.ahead, revision, closing)
        except Exception as error:  # the store went away, or the server is stopping
            _log.info("nothing is worked out ahead: %s", error)

    async def worked_out(self, request: Request) -> Response:
        """What a page asks for that waits for an answer."""
        question = tuple(request.query_params.getlist("of"))[:8]
        waits = await run_in_threadpool(self._desk.waits, question)
        return Response(json.dumps({"done": not waits}), media_type="application/json")

    async def revision(self, request: Request) -> Response:
        """What an open page asks for to know whether it is still true."""
        found = await run_in_threadpool(self._store.revision)
        return Response(json.dumps({"revision": found}), media_type="application/json")

    async def suggest(self, request: Request) -> Response:
        return await run_in_threadpool(self._suggest, request)

    async def refused(self, request: Request, error: Exception) -> Response:
        """What no page stands for: an unknown address, a method that would write, a fault of the program."""
        status = getattr(error, "status_code", 500)
        sentence = {404: "no_such_page", 405: "only_read"}.get(status, "failed")
        return await run_in_threadpool(self._problem, request, Problem(status, sentence), self._language(request))

    # -- pages

    def _answer(self, route: Route, request: Request) -> Response:
        lang = self._language(request)
        try:
            return self._page(route, request, lang)
        except Problem as problem:
            return self._problem(request, problem, lang)
        except NotFound as error:
            near = tuple(Way(label, "search", label) for label in error.suggestions)
            return self._problem(request, Problem(404, "not_found", near, name=error.text), lang)
        except Ambiguous as error:
            ways = tuple(Way(node.label, node.kind, node.id) for node in error.candidates[:20])
            return self._problem(request, Problem(404, "ambiguous", ways, name=error.text), lang)
        except StoreError as error:
            _log.warning("%s", error)
            return self._problem(request, Problem(503, "store_failed"), lang)
        except Exception:
            _log.exception("%s could not be shown", route.name)
            return self._problem(request, Problem(500, "failed"), lang)

    def _page(self, route: Route, request: Request, lang: str) -> Response:
        id = request.path_params.get("id", "")
        if len(id) > LONGEST_ID or len(request.url.query) > _LONGEST_QUERY:
            raise Problem(400, "address_too_long")
        values = read(route.takes, request.query_params.multi_items())
        revision = self._store.revision()
        tag = f'"{revision}-{date.today().isoformat()}-{assets.mark_of_program()}"'
        if tag in (part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")):
            return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
        asked = self._asked(route.name, id, lang, values, revision)
        made: Page | str = import_module(route.module).page(asked)
        if isinstance(made, str):  # the same page under its proper address
            return RedirectResponse(made, status_code=303)
        used = asked.used
        if values["as"]:
            answer = self._file(route, asked, made, lang)
        else:
            html = render(
                made,
                asked.links,
                lang=lang,
                revision=used.earlier or revision,
                waiting=used.waiting,
                earlier=bool(used.earlier),
            )
            answer = Response(html, media_type="text/html")
        if used.waiting or used.earlier:
            answer.headers["Cache-Control"] = "no-store"
        else:
            answer.headers["ETag"] = tag
            answer.headers["Cache-Control"] = "no-cache"
        return answer

    def _file(self, route: Route, asked: Asked, made: Page, lang: str) -> Response:
        """The rows of a page as a file. It does not tell which state of the graph it shows, so it shows the present."""
        if asked.used.waiting:
            raise Problem(503, "still_working")
        if made.table is None:
            raise Problem(404, "no_table")
        answer = download(made.table, asked["as"], self._store, lang)
        if not asked.used.earlier:
            return answer
        present: Page = import_module(route.module).page(replace(asked, desk=AtOnce(self._store), used=Used()))
        return download(present.table or made.table, asked["as"], self._store, lang)

    def _problem(self, request: Request, problem: Problem, lang: str) -> Response:
        links = Served("home", "", {}, lang, self._lang)
        page = problem_page(problem, links, lang)
        html = render(page, links, lang=lang, revision="")
        return Response(html, status_code=problem.status, media_type="text/html", headers={"Cache-Control": "no-store"})

    def _suggest(self, request: Request) -> Response:
        """A few nodes for the words typed so far."""
        words = request.query_params.get("q", "")[:200]
        links = Served("home", "", {}, self._language(request), self._lang)
        found = suggestions(self._store, words, links, self._language(request))
        return Response(
            json.dumps(found, ensure_ascii=False), media_type="application/json", headers={"Cache-Control": "no-cache"}
        )

    def _language(self, request: Request) -> str:
        asked: Any = request.query_params.get("lang")
        return asked if asked in ("vi", "en") else self._lang


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in assets.names():
        return Response(status_code=404)
    content = (assets.STATIC / name).read_bytes()
    media = assets.MEDIA["." + name.rpartition(".")[2]]
    tag = f'"{assets.mark_of(name)}"'
    headers = {"ETag": tag, "Cache-Control": _FOREVER if request.query_params.get("v") else "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=media, headers=headers)

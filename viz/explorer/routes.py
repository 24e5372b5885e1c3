"""Every page of the explorer: its address, the function that makes it, what it takes. A page is one line here, one
module in `pages/`, one template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from queries.duties import SORTS as DUTY_SORTS
from queries.gaps import KINDS as GAPS
from queries.targets import SORTS as FIGURE_SORTS
from viz.explorer.parameters import PAGE, Choice, Day, Parameter, Whole, Words


@dataclass(frozen=True, slots=True)
class Route:
    """A page at `path` (`{id}` at its end stands for the id of a node), made by `page(asked)` of the module of that
    name in `viz.explorer.pages`. `nav`: it stands in the menu. `of` is the kind of node its id is of."""

    name: str
    path: str
    takes: Mapping[str, Parameter] = field(default_factory=dict)
    nav: bool = False
    of: str = ""

    @property
    def module(self) -> str:
        return f"viz.explorer.pages.{self.name}"

    @property
    def prefix(self) -> str:
        return self.path.partition("{")[0]


_SCOPE: dict[str, Parameter] = {"under": Words(400), "place": Words(60)}
_LISTED: dict[str, Parameter] = {"page": PAGE, "sort": Words(40), "q": Words(200)}


def _sorts(names: Sequence[str]) -> Choice:
    """One of these orders, `-` before it turns it."""
    return Choice(("", *names, *(f"-{name}" for name in names)))


ROUTES: dict[str, Route] = {
    route.name: route
    for route in (
        Route("home", "/"),
        Route(
            "search",
            "/search",
            {
                "q": Words(200),
                "page": Whole(1, 20, 1),
                "kind": Choice(("", "document", "agency", "task", "target", "provision", "place")),
            },
        ),
        Route(
            "documents",
            "/documents",
            {**_LISTED, "place": Words(60), "type": Words(60), "status": Choice(("", "ingested", "cited"))},
            nav=True,
        ),
        Route("document", "/document/{id}", {"page": PAGE}, of="document"),
        Route("text", "/text/{id}", {"part": Whole(1, 100_000, None), "quote": Words(400), "item": Words(400)}),
        Route("lineage", "/lineage/{id}", {"depth": Whole(1, 12, 12), "to": Words(400)}, nav=True),
        Route(
            "duties",
            "/duties",
            {
                "page": PAGE,
                "sort": _sorts(DUTY_SORTS),
                "document": Words(400),
                "agency": Words(400),
                "place": Words(60),
                "role": Choice(("", "lead", "support")),
                "as_of": Day(),
                "q": Words(200),
            },
            nav=True,
        ),
        Route("duty", "/duty/{id}", of="task"),
        Route(
            "agencies",
            "/agencies",
            {**_LISTED, "place": Words(60), "level": Choice(("", "central", "province"))},
            nav=True,
        ),
        Route("agency", "/agency/{id}", of="agency"),
        Route(
            "targets",
            "/targets",
            {
                "page": PAGE,
                "sort": _sorts(FIGURE_SORTS),
                "document": Words(400),
                "place": Words(60),
                "q": Words(200),
                "year": Whole(1900, 2200, None),
                "check": Choice(("", "yes")),
            },
            nav=True,
        ),
        Route("target", "/target/{id}", of="target"),
        Route(
            "deadlines",
            "/deadlines",
            {
                **_SCOPE,
                "agency": Words(200),
                "on": Day(),
                "state": Choice(("", "overdue", "due", "upcoming", "recurring", "undated")),
                "quarter": Words(7),
                "page": PAGE,
                "sort": Choice(("", "-date")),
            },
            nav=True,
        ),
        Route("matrix", "/matrix", {**_SCOPE, **_LISTED, "columns": PAGE}, nav=True),
        Route("gaps", "/gaps", {**_SCOPE, **_LISTED, "kind": Choice(("", *GAPS))}, nav=True),
        Route(
            "coverage",
            "/coverage/{id}",
            {
                **_SCOPE,
                "state": Choice(("", "same_words", "taken_up", "near", "not_taken_up", "added")),
                "page": PAGE,
                "sort": _sorts(("ref", "taken")),
                "plans": PAGE,
                "by_plan": _sorts(("label", "place", "taken")),
                "more": PAGE,
                "by_added": _sorts(("ref", "document", "place")),
            },
            nav=True,
        ),
        Route(
            "compare",
            "/compare",
            {
                "a": Words(400),
                "b": Words(400),
                "kind": Choice(("", "duty", "figure", "body")),
                "state": Choice(("", "both", "only_a", "only_b", "differs")),
                "page": PAGE,
                "sort": _sorts(("kind", "a", "b", "closeness")),
            },
            nav=True,
        ),
        Route(
            "network",
            "/network/{id}",
            {
                "depth": Whole(1, 3, 1),
                "open": Words(1600),
                "more": Words(1600),
                "hide": Words(1600),
                "off": Words(200),
                "chosen": Words(400),
            },
            nav=True,
        ),
        Route("about", "/about", nav=True),
    )
}
# The page that shows a node of each kind.
SHOWS = {route.of: route.name for route in ROUTES.values() if route.of}

"""Every page of the explorer: its address, the function that makes it, what it takes. A page is one line here, one
module in `pages/`, one template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from viz.explorer.parameters import PAGE, Choice, Parameter, Whole, Words


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


_LISTED: dict[str, Parameter] = {"page": PAGE, "sort": Words(40), "q": Words(200)}

ROUTES: dict[str, Route] = {
    route.name: route
    for route in (
        Route("home", "/"),
        Route(
            "search",
            "/search",
            {"q": Words(200), "kind": Choice(("", "document", "agency", "task", "target", "provision", "place"))},
        ),
        Route(
            "documents",
            "/documents",
            {**_LISTED, "place": Words(60), "type": Words(60), "status": Choice(("", "ingested", "cited"))},
            nav=True,
        ),
        Route("document", "/document/{id}", {"part": PAGE, "quote": Words(400)}, of="document"),
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
    )
}
# The page that shows a node of each kind.
SHOWS = {route.of: route.name for route in ROUTES.values() if route.of}

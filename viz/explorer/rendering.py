"""From a page's model to HTML: one environment of templates, everything escaped."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from viz.explorer import shown
from viz.explorer.links import Links, node_link, quote_link
from viz.explorer.routes import ROUTES
from viz.explorer.words import say

if TYPE_CHECKING:
    from jinja2 import Environment

    from viz.explorer.asked import Page
    from viz.explorer.work import Question


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "clean": shown.clean,
        "clear": shown.clear,
        "short": shown.shorten,
        "named": shown.document_name,
    }
    return made


def render(page: Page, links: Links, *, lang: str, revision: str, waiting: Question = (), earlier: bool = False) -> str:
    """The page as an HTML document; `waiting` is what it is still without, `earlier` that it shows a state of the graph
    which has changed since."""
    template = _environment().get_template(f"{page.template}.html.j2")
    return template.render(
        m=page.model,
        page=page,
        links=links,
        lang=lang,
        revision=revision,
        waiting=urlencode([("of", part) for part in waiting]),
        earlier=earlier,
        menu=[route.name for route in ROUTES.values() if route.nav],
        **words_for(lang),
        to=links.to,
        here=links.here,
        asset=links.asset,
        node=partial(node_link, links),
        quoted=partial(quote_link, links),
    )


def words_for(lang: str) -> dict[str, Any]:
    """The functions by which templates say things in a language."""
    return {
        "t": partial(say, lang),
        "clean": shown.clean,
        "day": partial(shown.day, lang),
        "figure": partial(shown.figure, lang),
        "value": partial(shown.value, lang),
        "head": partial(shown.head, lang),
        "kind": partial(shown.kind, lang),
        "place": partial(shown.place, lang),
    }

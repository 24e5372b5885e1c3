"""The page of what cannot be shown: a sentence, and where to go on."""

from __future__ import annotations

from dataclasses import dataclass

from viz.explorer.asked import Crumb, Page
from viz.explorer.links import Links, node_link
from viz.explorer.problems import Problem
from viz.explorer.words import say


@dataclass(frozen=True, slots=True)
class Model:
    status: int
    sentence: str
    ways: tuple[Crumb, ...]


def problem_page(problem: Problem, links: Links, lang: str) -> Page:
    """The page of a problem."""
    ways = tuple(
        Crumb(
            way.label,
            links.to("search", q=way.label[:200]) if way.kind == "search" else node_link(links, way.kind, way.id),
        )
        for way in problem.ways
    )
    sentence = say(lang, problem.sentence, **problem.fill)
    return Page("problem", say(lang, "problem_title"), Model(problem.status, sentence, ways))

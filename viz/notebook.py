"""Answers and pictures as a notebook shows them.

rows(tasks(store, agency="so xay dung lai chau"))
picture(store, "34-CT/TW")
lineage_tree(lineage(store, "34-CT/TW"))
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from html import escape
from typing import Any

from graph.store import Store
from queries.lineage import LineageRow
from viz.headings import heading
from viz.tables import NOTHING, shown
from viz.text import tree

_MOST = 200


class Rows(list[Any]):
    """The rows of an answer (frozen dataclasses of one type): a list as before, which a notebook shows as a table with
    headings in `lang`, without the columns that are empty throughout. At most `most` rows are shown, and how many there
    are; a slice is Rows again."""

    def __init__(self, answer: Iterable[Any] = (), *, lang: str = "vi", columns: str = "", most: int = _MOST) -> None:
        super().__init__(answer)
        self.lang, self.columns, self.most = lang, columns, most

    def __getitem__(self, place: Any) -> Any:
        found = super().__getitem__(place)
        if isinstance(place, slice):
            return Rows(found, lang=self.lang, columns=self.columns, most=self.most)
        return found

    def _repr_html_(self) -> str:
        plain = [asdict(row) if is_dataclass(row) and not isinstance(row, type) else dict(row) for row in self]
        if not plain:
            return f"<p>{NOTHING[self.lang]}</p>"
        columns = self.columns.split() or list(plain[0])
        cells = [{name: shown(name, row.get(name), self.lang) for name in columns} for row in plain[: self.most]]
        used = [name for name in columns if any(row[name] for row in cells)]
        head = "".join(f'<th scope="col">{escape(heading(name, self.lang))}</th>' for name in used)
        body = "".join(f"<tr>{''.join(f'<td>{escape(row[name])}</td>' for name in used)}</tr>" for row in cells)
        words = {"vi": "dòng", "en": "rows"}[self.lang]
        tally = f"{len(self)} {words}" if len(self) <= self.most else f"{self.most} / {len(self)} {words}"
        return f"<table><caption>{tally}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class Picture:
    """A page that stands in a frame of its own: it reaches neither the notebook nor the network."""

    def __init__(self, page: str, *, height: int = 640, title: str = "") -> None:
        self.page, self.height, self.title = page, height, title

    def _repr_html_(self) -> str:
        return (
            f'<iframe sandbox="allow-scripts" width="100%" height="{self.height}" title="{escape(self.title)}"'
            f' srcdoc="{escape(self.page)}"></iframe>'
        )


class Tree:
    """A lineage as text, each line with the words that prove it."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.text)}</pre>"


def rows(answer: Iterable[Any], *, lang: str = "vi", columns: str = "") -> Rows:
    """The rows of any question, shown as a table; `columns` (names with spaces between) chooses and orders them."""
    return Rows(answer, lang=lang, columns=columns)


def picture(store: Store, document: str | None = None, *, lang: str = "vi", limit: int = 400) -> Picture:
    """The network around a document (a name or id), or of the whole graph when it has at most `limit` nodes. Raises
    NotFound, Ambiguous and FocusNotFoundError."""
    from queries.names import find_document
    from viz.network import network_page
    from viz.selection import select

    focus = find_document(store, document).id if document else None
    return Picture(network_page(select(store, focus=focus, limit=limit), lang=lang), title=document or "chithi")


def lineage_tree(answer: Sequence[LineageRow], *, lang: str = "vi") -> Tree:
    """The rows of `queries.lineage.lineage` as a tree."""
    return Tree(tree(answer, lang))

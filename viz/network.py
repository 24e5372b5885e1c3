"""The graph as one HTML file that needs nothing else: vis-network inside, no request, no code but our own.

pyvis is the model and the carrier of vis-network; its own template is not used (it loads a stylesheet from elsewhere,
runs what stands in titles and writes in the locale's encoding).
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib import resources
from pathlib import Path
from typing import Any

from graph.store import Store
from graph.whole_files import whole
from viz.colours import group_of, stroke_of
from viz.layout import Layout, lay_out
from viz.page import headline, page_model
from viz.selection import LIMIT, Selection, select

_VIS = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False,
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "selectable": True,
        "tooltipDelay": 10_000_000,
        "zoomSpeed": 0.7,
    },
    "nodes": {"shape": "dot", "borderWidth": 1, "chosen": False},
    "edges": {
        "smooth": False,
        "chosen": False,
        "selectionWidth": 0,
        "hoverWidth": 0,
        "arrows": {"to": {"enabled": False, "scaleFactor": 0.45}},
    },
}


def write_network(
    store: Store,
    path: Path | str,
    *,
    title: str | None = None,
    focus: str | None = None,
    lang: str = "vi",
    limit: int = LIMIT,
) -> Selection:
    """Write the picture to `path` and return what it shows. `focus` is a document id. Raises FocusNotFoundError and
    NotWrittenError."""
    selection = select(store, focus=focus, limit=limit)
    page = network_page(selection, title=title, lang=lang).encode("utf-8")
    with whole(Path(path)) as part:
        part.write_bytes(page)
    return selection


def network_page(selection: Selection, *, title: str | None = None, lang: str = "vi") -> str:
    """The page of a selection."""
    import jinja2

    layout = lay_out(selection)
    heading = title or _title(selection, lang)
    model = page_model(selection, layout, title=heading, lang=lang)
    model["network"] = _network(selection, layout)
    library = _inert(resources.files("pyvis").joinpath(*_VIS).read_text(encoding="utf-8"))
    script, style = (_own(name) for name in ("network.js", "network.css"))
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_own),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template("network.html.j2").render(
        lang=lang,
        title=heading,
        words=model["words"][lang],
        policy=_policy([library, script], style),
        library=library,
        script=script,
        style=style,
        model=_as_json(model),
    )


def _own(name: str) -> str:
    return resources.files("viz").joinpath("templates", name).read_text(encoding="utf-8")


def _inert(library: str) -> str:
    """The library without the address of its source map, which developer tools would ask for."""
    return "\n".join(line for line in library.split("\n") if not line.startswith("//# sourceMappingURL"))


def _policy(scripts: list[str], style: str) -> str:
    """Nothing may load or run but these very texts."""

    def digest(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"

    allowed = " ".join(digest(script) for script in scripts)
    return f"default-src 'none'; script-src {allowed}; style-src {digest(style)}; base-uri 'none'; form-action 'none'"


def _as_json(model: dict[str, Any]) -> str:
    """JSON that no HTML parser can take for markup, and no script engine for the end of a line."""
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _title(selection: Selection, lang: str) -> str:
    middle = selection.nodes.get(selection.focus)
    if middle is None:
        return "Mạng lưới trách nhiệm" if lang == "vi" else "Network of responsibilities"
    rest = "từ chỉ đạo đến trách nhiệm" if lang == "vi" else "from directive to responsibility"
    return f"{headline(middle)}: {rest}"


def _network(selection: Selection, layout: Layout) -> dict[str, Any]:
    """Nodes, edges and options as vis-network takes them, numbered as on the page."""
    from pyvis.network import Network

    network = Network(directed=True)
    number = {key: n for n, key in enumerate(selection.nodes)}
    for key, node in selection.nodes.items():
        spot = layout.spots[key]
        network.add_node(
            number[key],
            color=group_of(node).colour,
            size=round(spot.radius, 2),
            x=round(spot.x, 2),
            y=round(spot.y, 2),
        )
    # The weightiest come last and lie on top; the id is the edge's place on the page.
    for n, edge in sorted(enumerate(selection.edges), key=lambda entry: -stroke_of(entry[1].kind).rank):
        stroke = stroke_of(edge.kind)
        network.add_edge(
            number[edge.source], number[edge.target], id=n, width=stroke.width, dashes=stroke.dashes, kind=edge.kind
        )
    network.set_options(json.dumps(_OPTIONS))
    nodes, edges, *_ = network.get_network_data()
    # pyvis labels a node with its number when it is given none; the page writes the labels itself.
    nodes = [{key: value for key, value in node.items() if key != "label"} for node in nodes]
    edges = [{key: value for key, value in edge.items() if key != "arrows"} for edge in edges]
    return {"nodes": nodes, "edges": edges, "options": _OPTIONS}

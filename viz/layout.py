"""Where everything stands: each lineage is a disc, its directive in the middle, documents on rings by their distance
from it, and behind every document, in a sector of its own, its tasks and targets and the bodies that answer for them.

All positions are computed here, from the selection alone: equal selections give equal pictures.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from viz.family import Family, families
from viz.labels import label_of, shorten, width_of
from viz.selection import Selection

_REACH = 400.0  # half the side, in pixels, of the square a lineage is expected to be looked at in
_FONT = 13.0
_SMALL = 11.5  # letters of the outer ring
_SLOT = 15.0  # room between two bodies on the outer ring
_ROW = 13.0
_SECOND = 0.88  # letters of a label's second line, to those of its first
_WORDS = 100.0  # pixels beyond the outer ring that its words may take when their letters grow
_DEEPEST = 255.0  # documents stay within this radius, in pixels
_TURN = 2 * math.pi


@dataclass(frozen=True, slots=True)
class Spot:
    """A node's place and the radius of its dot."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Label:
    """Words to write: anchored at x, y, turned by `angle`, `align` left, right or center; `size` of the letters."""

    lines: tuple[str, ...]
    x: float
    y: float
    angle: float
    align: str
    size: float

    @property
    def width(self) -> float:
        return max(width_of(line, self.size * (_SECOND if n else 1.0)) for n, line in enumerate(self.lines))

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * 1.2

    def corners(self) -> tuple[tuple[float, float], ...]:
        """The turned box around the words; the anchor is half-way up it."""
        left = {"left": 0.0, "right": -self.width, "center": -self.width / 2}[self.align]
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        half = self.height / 2
        box = ((left, -half), (left + self.width, -half), (left + self.width, half), (left, half))
        return tuple((self.x + u * cos - v * sin, self.y + u * sin + v * cos) for u, v in box)


@dataclass(frozen=True, slots=True)
class Sector:
    """The ground behind one document's tasks, targets and bodies."""

    document: str
    x: float
    y: float
    start: float
    end: float
    inner: float
    outer: float


@dataclass(frozen=True, slots=True)
class Ring:
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Coordinates in one plane, y downwards; `bounds` are left, top, right, bottom of everything with its words."""

    spots: dict[str, Spot]
    labels: dict[str, Label]
    sectors: tuple[Sector, ...]
    rings: tuple[Ring, ...]
    bounds: tuple[float, float, float, float]


def lay_out(selection: Selection) -> Layout:
    """A place for every node and a label for every document and body, no two labels of one kind overlapping."""
    crowd = _Crowd(selection)
    return _pack([_Disc(family, selection, crowd).layout() for family in families(selection)])


class _Crowd:
    """What stands behind each document: its items in order, and the bodies that have most to do there."""

    def __init__(self, selection: Selection) -> None:
        self.tasks: dict[str, list[str]] = defaultdict(list)
        self.targets: dict[str, list[str]] = defaultdict(list)
        for item, document in selection.home.items():
            (self.tasks if selection.nodes[item].kind == "task" else self.targets)[document].append(item)
        weight: dict[str, Counter[str]] = defaultdict(Counter)
        self.touch: dict[str, list[str]] = defaultdict(list)
        for edge in selection.edges:
            if edge.kind in ("leads", "supports") and edge.target in selection.home:
                weight[edge.source][selection.home[edge.target]] += 3 if edge.kind == "leads" else 1
                self.touch[edge.source].append(edge.target)
        self.agencies: dict[str, list[str]] = defaultdict(list)
        for agency in sorted(weight):
            home = min(weight[agency].items(), key=lambda entry: (-entry[1], entry[0]))[0]
            self.agencies[home].append(agency)


class _Disc:
    """One lineage around its root at 0, 0. `scale` is how many units make a pixel when all of it is in view: what must
    be read then grows with it, what waits for a closer look does not."""

    def __init__(self, family: Family, selection: Selection, crowd: _Crowd) -> None:
        self.family = family
        self.selection = selection
        self.crowd = crowd
        self.rows = {document: self._rows(document) for document in family.levels}
        self.spots: dict[str, Spot] = {}
        self.labels: dict[str, Label] = {}
        self.sectors: list[Sector] = []
        self.angles: dict[str, float] = {}
        self.core: set[str] = {family.root}
        self.units: dict[str, float] = {}
        self.radii = self._radii()
        self._measure()

    def _rows(self, document: str) -> int:
        """Enough rows that the items take no more room than the bodies behind them, five at most."""
        items = len(self.crowd.tasks[document]) + len(self.crowd.targets[document])
        if not items:
            return 0
        return min(max(math.ceil(items / max(len(self.crowd.agencies[document]), 6)), 1), 5)

    def _columns(self, document: str) -> tuple[int, int]:
        rows = max(self.rows[document], 1)
        return math.ceil(len(self.crowd.tasks[document]) / rows), math.ceil(len(self.crowd.targets[document]) / rows)

    def _own(self, document: str) -> float:
        """Slots behind one document: bodies stand behind tasks, targets beside them."""
        tasks, targets = self._columns(document)
        bodies = len(self.crowd.agencies[document])
        return max(tasks, bodies) + targets + (1.5 if tasks + targets + bodies else 0.0)

    def _radii(self) -> list[float]:
        """The radius of each ring in pixels, last that of the innermost items."""
        size = Counter(self.family.levels.values())
        radii = [0.0]
        for level in range(1, self.family.depth + 1):
            radii.append(max(radii[-1] + (76.0 if size[level] <= 10 else 92.0), size[level] * 11.0 / _TURN))
        radii.append(radii[-1] + (84.0 if size[self.family.depth] <= 10 else 100.0))
        shrink = min(1.0, _DEEPEST / radii[-1])
        return [radius * shrink for radius in radii]

    def _room(self, level: int) -> float:
        """Pixels along its ring for a document with little behind it: all of them take half the ring at most."""
        count = sum(1 for at in self.family.levels.values() if at == level)
        return min(20.0, 0.5 * self.radii[level] * _TURN / count)

    def ring(self, level: int) -> float:
        return self.inner * self.radii[level] / self.radii[-1]

    def _measure(self) -> None:
        """Scale, radii and slots. The scale follows from the size of the whole, which follows from the scale: the share
        of the documents' rings is bounded, so a few rounds settle it."""
        words = max(
            (width_of(line, 1.0) for body in self._bodies() for line in label_of(self.selection.nodes[body])),
            default=0.0,
        )
        depth = max(self.rows.values(), default=0)
        by_depth = sorted(self.family.levels, key=lambda document: -self.family.levels[document])
        self.scale = 1.0
        for _ in range(16):
            self.dot = min(self.scale**0.5, 1.8)
            self.row = _ROW * self.scale**0.7
            band = max(depth - 1, 0) * self.row + 42.0 * self.scale**0.7 if depth else 0.0
            self.inner = max(self.radii[-1] * self.scale, self._slots() * _SLOT / _TURN - band)
            self.outer = self.inner + band
            for document in by_depth:
                level = self.family.levels[document]
                room = self._room(level) * self.scale / self.ring(level) * self.outer / _SLOT if level else 0.0
                behind = sum(self.units[child] for child in self.family.children.get(document, ()))
                self.units[document] = max(self._own(document) + behind, room)
            # Where the outer ring has room to spare, its letters grow with the picture.
            pitch = _TURN * self.outer / max(self._slots(), 1.0)
            room = _WORDS * self.scale / max(words, 1.0)
            self.small = max(min(_SMALL * self.scale, 0.76 * pitch, room), _SMALL)
            wanted = max((self.outer + words * self.small + 10.0) / _REACH, 1.0)
            if abs(wanted - self.scale) < 0.005 * self.scale:
                break
            self.scale = wanted

    def _bodies(self) -> list[str]:
        return [body for document in sorted(self.family.levels) for body in self.crowd.agencies[document]]

    def _slots(self) -> float:
        return self.units.get(self.family.root, 0.0)

    def layout(self) -> Layout:
        self.turn = _TURN / (self.units[self.family.root] or 1.0)
        self._seat(self.family.root, -math.pi / 2, self.turn)
        self._mark_documents()
        self._write_documents()
        levels = sorted(set(self.family.levels.values()) - {0})
        rings = tuple(Ring(0.0, 0.0, self.ring(level)) for level in levels)
        return Layout(self.spots, self.labels, tuple(self.sectors), rings, self._bounds())

    def _seat(self, document: str, start: float, turn: float) -> None:
        """Give a document and all behind it the angles from `start`: half of its children, its own items, the rest."""
        span = self.units[document] * turn
        children = self.family.children.get(document, ())
        own = self._own(document)
        used = own + sum(self.units[child] for child in children)
        angle = start + (self.units[document] - used) / 2 * turn
        level = self.family.levels[document]
        self.angles[document] = start + span / 2
        radius = self.ring(level)
        # A decision that nearly everything stands behind belongs beside its directive in the middle.
        if level == 1 and span > 0.62 * _TURN:
            self.core.add(document)
            radius = 58.0 * self.scale
        self.spots[document] = Spot(
            radius * math.cos(self.angles[document]), radius * math.sin(self.angles[document]), 0.0
        )
        half = len(children) // 2 if level else 0
        for child in children[:half]:
            self._seat(child, angle, turn)
            angle += self.units[child] * turn
        if own:
            self._seat_items(document, angle, own * turn, turn)
            angle += own * turn
        for child in children[half:]:
            self._seat(child, angle, turn)
            angle += self.units[child] * turn

    def _mark_documents(self) -> None:
        """The size of each document's dot: less on a crowded ring."""
        for level in sorted(set(self.family.levels.values())):
            ring = [document for document, at in self.family.levels.items() if at == level]
            size = min(8.0 * self.scale, 0.4 * self._gap(ring, level)) if level else 15.0 * self.scale
            for document in ring:
                spot = self.spots[document]
                heirs = len(self.family.children.get(document, ()))
                wide = size
                if level and heirs > 2:
                    around = 0.35 * self.units[document] * self.turn * self.ring(level)
                    wide = max(size, min((8.0 + heirs / 3) * self.scale, 12.0 * self.scale, around))
                self.spots[document] = Spot(spot.x, spot.y, wide)

    def _gap(self, ring: list[str], level: int) -> float:
        """The least way along the ring from one document to the next."""
        angles = sorted(self.angles[document] for document in ring)
        gaps = [after - before for before, after in pairwise(angles)]
        return min([*gaps, angles[0] + _TURN - angles[-1]]) * self.ring(level)

    def _seat_items(self, document: str, start: float, span: float, turn: float) -> None:
        gap = 0.75 * turn
        start, end = start + gap, start + span - gap
        tasks, targets = self._columns(document)
        bodies = self.crowd.agencies[document]
        edge = end - targets * turn
        self._grid(self.crowd.tasks[document], start, edge, tasks)
        self._grid(self.crowd.targets[document], edge, end, targets)
        seats = sorted(bodies, key=lambda body: (self._pull(body, document), body))
        far = edge if targets == 0 or len(bodies) <= tasks else end - targets * turn
        pitch = (far - start) / max(len(seats), 1)
        for n, body in enumerate(seats):
            angle = start + (n + 0.5) * pitch
            self.spots[body] = Spot(self.outer * math.cos(angle), self.outer * math.sin(angle), 4.2 * self.dot)
            lines = label_of(self.selection.nodes[body])
            self.labels[body] = _radial(lines, angle, self.outer + 9.0 * self.dot, self.small)
        reach = self.outer + 4.0 if bodies else self.inner + self.row * (self.rows[document] - 1)
        self.sectors.append(Sector(document, 0.0, 0.0, start - gap / 2, end + gap / 2, self.inner - 12.0, reach + 12.0))

    def _grid(self, items: list[str], start: float, end: float, columns: int) -> None:
        """Fill column by column, every second row moved by half a column."""
        if not items:
            return
        rows = math.ceil(len(items) / columns)
        pitch = (end - start) / columns
        for n, item in enumerate(items):
            column, row = divmod(n, rows)
            shift = 0.5 if rows == 1 else (0.3 if row % 2 else 0.7)
            angle = start + (column + shift) * pitch
            radius = self.inner + row * self.row
            self.spots[item] = Spot(radius * math.cos(angle), radius * math.sin(angle), 3.1 * self.dot)

    def _pull(self, body: str, document: str) -> float:
        """The mean place, among the document's tasks, of what the body has to do there."""
        order = {task: n for n, task in enumerate(self.crowd.tasks[document])}
        places = [order[task] for task in self.crowd.touch[body] if task in order]
        return sum(places) / len(places) if places else 0.0

    def _write_documents(self) -> None:
        """Level where the words of a ring have room, along the radius where they would run into each other."""
        font = _FONT * self.scale
        for document in sorted(self.core, key=lambda document: (document != self.family.root, document)):
            size = font * (1.2 if document == self.family.root else 1.0)
            others = [self.spots[other] for other in self.family.levels if other != document]
            sides = self._sides(document, size)
            taken = list(self.labels.values())
            self.labels[document] = next((side for side in sides if not covers(side, taken, others)), sides[0])
        dots = [self.spots[document] for document in self.family.levels]
        for level in range(1, self.family.depth + 1):
            ring = [d for d, at in sorted(self.family.levels.items()) if at == level and d not in self.core]
            if ring:
                self.labels |= (
                    self._beside(ring, font, dots)
                    or self._beside(ring, 0.9 * font, dots)
                    or self._beside(ring, 0.8 * font, dots)
                    or self._along(ring, level)
                )

    def _beside(self, ring: list[str], font: float, dots: list[Spot]) -> dict[str, Label] | None:
        """Level words beside, above or below each document, or None when those of one have no free place."""
        if len(ring) > 24:
            return None
        taken = list(self.labels.values())
        written: dict[str, Label] = {}
        for document in ring:
            free = (
                label
                for label in self._sides(document, font)
                if _far(label) < self.inner - 4.0 and not covers(label, taken, dots)
            )
            label = next(free, None)
            if label is None:
                return None
            written[document] = label
            taken.append(label)
        return written

    def _sides(self, document: str, font: float) -> list[Label]:
        """Where words can stand, the best first: outwards."""
        spot, angle = self.spots[document], self.angles[document]
        lines = label_of(self.selection.nodes[document])
        aside = spot.radius + 4.0 * self.scale
        above = spot.radius + len(lines) * font * 0.6 + 1.0
        sides = [
            (math.cos(angle), Label(lines, spot.x + aside, spot.y, 0.0, "left", font)),
            (-math.cos(angle), Label(lines, spot.x - aside, spot.y, 0.0, "right", font)),
            (math.sin(angle) * 0.8, Label(lines, spot.x, spot.y + above, 0.0, "center", font)),
            (-math.sin(angle) * 0.8, Label(lines, spot.x, spot.y - above, 0.0, "center", font)),
        ]
        return [label for _, label in sorted(sides, key=lambda side: -side[0])]

    def _along(self, ring: list[str], level: int) -> dict[str, Label]:
        """Words along the radius: one line where two have no room, smaller letters where one has none, cut where the
        next ring begins."""
        across = self._gap(ring, level)
        font = _FONT * self.scale
        count = 2 if across >= font * 2.5 else 1
        font = min(font, max(across / (1.25 * count), font * 0.2))
        labels = {}
        for document in ring:
            spot = self.spots[document]
            start = math.hypot(spot.x, spot.y) + spot.radius + 4.0 * self.scale
            room = self.ring(level + 1) - start - 10.0 * self.scale
            lines = label_of(self.selection.nodes[document])[:count]
            widest = _radial(lines, 0.0, 0.0, font).width
            size = font * min(1.0, max(room / widest, 0.74))
            lines = tuple(_cut(line, size * (_SECOND if n else 1.0), room) for n, line in enumerate(lines))
            labels[document] = _radial(lines, self.angles[document], start, size)
        return labels

    def _bounds(self) -> tuple[float, float, float, float]:
        xs = [corner[0] for label in self.labels.values() for corner in label.corners()]
        ys = [corner[1] for label in self.labels.values() for corner in label.corners()]
        for spot in self.spots.values():
            xs += [spot.x - spot.radius, spot.x + spot.radius]
            ys += [spot.y - spot.radius, spot.y + spot.radius]
        return min(xs), min(ys), max(xs), max(ys)


def _radial(lines: tuple[str, ...], angle: float, radius: float, size: float) -> Label:
    """Words along a radius, never upside down."""
    x, y = radius * math.cos(angle), radius * math.sin(angle)
    if math.cos(angle) >= 0:
        return Label(lines, x, y, angle, "left", size)
    return Label(lines, x, y, angle + math.pi, "right", size)


def _far(label: Label) -> float:
    return max(math.hypot(x, y) for x, y in label.corners())


def _cut(line: str, size: float, room: float) -> str:
    length = len(line)
    while length > 5 and width_of(shorten(line, length), size) > room:
        length -= 1
    return shorten(line, length)


def covers(label: Label, others: list[Label], dots: list[Spot]) -> bool:
    """Whether a level label overlaps the upright box around another, or covers a dot."""
    (left, top), _, (right, bottom), _ = label.corners()
    for other in others:
        xs, ys = zip(*other.corners(), strict=True)
        left2, top2, right2, bottom2 = min(xs), min(ys), max(xs), max(ys)
        if left < right2 and left2 < right and top < bottom2 and top2 < bottom:
            return True
    for dot in dots:
        near_x = min(max(dot.x, left), right) - dot.x
        near_y = min(max(dot.y, top), bottom) - dot.y
        if math.hypot(near_x, near_y) < dot.radius:
            return True
    return False


def _pack(discs: list[Layout]) -> Layout:
    """The discs in rows, the first in the first row; rows about a quarter wider than high."""
    gap = 40.0
    sizes = [(disc.bounds[2] - disc.bounds[0] + gap, disc.bounds[3] - disc.bounds[1] + gap) for disc in discs]
    if not discs:
        return Layout({}, {}, (), (), (0.0, 0.0, 0.0, 0.0))
    order = [0, *sorted(range(1, len(discs)), key=lambda n: (-sizes[n][1], n))]
    area = sum(width * height for width, height in sizes)
    limit = max(sizes[0][0], math.sqrt(area) * 1.25)
    rows: list[list[int]] = [[]]
    filled = 0.0
    for n in order:
        if rows[-1] and filled + sizes[n][0] > limit:
            rows.append([])
            filled = 0.0
        rows[-1].append(n)
        filled += sizes[n][0]
    spots: dict[str, Spot] = {}
    labels: dict[str, Label] = {}
    sectors: list[Sector] = []
    rings: list[Ring] = []
    y = 0.0
    for row in rows:
        height = max(sizes[n][1] for n in row)
        x = -sum(sizes[n][0] for n in row) / 2
        for n in row:
            disc = discs[n]
            dx = x + gap / 2 - disc.bounds[0]
            dy = y + (height - sizes[n][1]) / 2 + gap / 2 - disc.bounds[1]
            x += sizes[n][0]
            spots |= {key: Spot(s.x + dx, s.y + dy, s.radius) for key, s in disc.spots.items()}
            labels |= {k: Label(w.lines, w.x + dx, w.y + dy, w.angle, w.align, w.size) for k, w in disc.labels.items()}
            sectors += [Sector(s.document, dx, dy, s.start, s.end, s.inner, s.outer) for s in disc.sectors]
            rings += [Ring(dx, dy, ring.radius) for ring in disc.rings]
        y += height
    width = max(sum(sizes[n][0] for n in row) for row in rows)
    return Layout(spots, labels, tuple(sectors), tuple(rings), (-width / 2, 0.0, width / 2, y))

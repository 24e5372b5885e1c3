"""Figures: goals with their year, at least and at most, shares, breakdowns, lists and tables of years."""

from __future__ import annotations

from collections.abc import Callable

from bench.generator.desk import Desk
from bench.generator.pages import Table
from bench.generator.subjects import Goal

Lines = list[tuple[str, str]]


def figure(value: int) -> str:
    """`1800` as `1.800`."""
    return f"{value:,}".replace(",", ".")


def _goal(desk: Desk) -> tuple[Goal, int]:
    goal = desk.rng.choice(desk.subject.goals)
    return goal, desk.rng.randint(goal.least, goal.most)


def by_year(desk: Desk, ref: str) -> tuple[str, Lines]:
    goal, value = _goal(desk)
    last = str(desk.year + desk.rng.randint(1, 6))
    lead, sign = desk.rng.choice(
        (
            ("", "="),
            ("", "="),
            ("ít nhất ", ">="),
            ("tối thiểu ", ">="),
            ("không dưới ", ">="),
            ("không quá ", "<="),
            ("trên ", ">="),
        )
    )
    form = desk.rng.randrange(3)
    desk.truth.target(ref, value, goal.unit, (last if form == 2 else "", last), sign, subject=goal.what)
    if form == 0:
        return f"Đến năm {last}, {goal.verb} {lead}{figure(value)} {goal.unit} {goal.what}.", []
    if form == 1:
        return f"Phấn đấu đến hết năm {last} {goal.verb} {lead}{figure(value)} {goal.unit} {goal.what}.", []
    return f"Trong năm {last}, {goal.verb} {lead}{figure(value)} {goal.unit} {goal.what}.", []


def rate(desk: Desk, ref: str) -> tuple[str, Lines]:
    what = desk.rng.choice(desk.subject.rates)
    last = str(desk.year + desk.rng.randint(1, 6))
    value: float = desk.rng.randint(20, 99)
    written = str(value)
    if desk.rng.random() < 0.3:
        value += 0.5
        written = f"{int(value)},5"
    form = desk.rng.randrange(4)
    sign = ("=", ">=", ">=", "=")[form]
    desk.truth.target(ref, value, "%", ("", last), sign, subject=what)
    return (
        f"Đến năm {last}, tỷ lệ {what} đạt {written}%.",
        f"Đến năm {last}, tỷ lệ {what} đạt {written}% trở lên.",
        f"Đến năm {last}, ít nhất {written}% {what}.",
        f"Phấn đấu đến năm {last} có {written}% {what}.",
    )[form], []


def broken_down(desk: Desk, ref: str) -> tuple[str, Lines]:
    """A total with its parts in brackets."""
    goals = [g for g in desk.subject.goals if g.parts[0]]
    if not goals:
        return by_year(desk, ref)
    goal = desk.rng.choice(goals)
    first, second = desk.rng.randint(goal.least, goal.most), desk.rng.randint(goal.least, goal.most)
    last = str(desk.year + desk.rng.randint(1, 6))
    form = desk.rng.randrange(2)
    period = (last, last) if form else ("", last)
    whole = desk.truth.target(ref, first + second, goal.unit, period, subject=goal.what)
    for value, part in zip((first, second), goal.parts, strict=True):
        desk.truth.target(ref, value, goal.unit, period, part_of=whole, subject=part)
    opening = f"Năm {last} {goal.verb}" if form else f"Đến năm {last}, {goal.verb}"
    parts = f"({goal.parts[0]} {figure(first)} {goal.unit}, {goal.parts[1]} {figure(second)} {goal.unit})"
    return f"{opening} {figure(first + second)} {goal.unit} {goal.what} {parts}.", []


def year_list(desk: Desk, ref: str) -> tuple[str, Lines]:
    """A total over years, each year a bullet."""
    goal = desk.rng.choice(desk.subject.goals)
    start = desk.year + 1
    count = desk.rng.randint(2, 4)
    values = [desk.rng.randint(goal.least, goal.most) for _ in range(count)]
    span = (str(start), str(start + count - 1))
    whole = desk.truth.target(ref, sum(values), goal.unit, span, subject=goal.what)
    lines: Lines = []
    for n, value in enumerate(values):
        year = str(start + n)
        desk.truth.target(f"{ref}.{n + 1}", value, goal.unit, (year, year), part_of=whole, subject=goal.what)
        lines.append(("- ", f"Năm {year}: {figure(value)} {goal.unit}{';' if n + 1 < count else '.'}"))
    return f"Giai đoạn {span[0]} - {span[1]}: {goal.verb} {figure(sum(values))} {goal.unit} {goal.what}, cụ thể:", lines


SHAPES: tuple[Callable[[Desk, str], tuple[str, Lines]], ...] = (by_year, by_year, rate, rate, broken_down, year_list)


def year_table(desk: Desk, ref: str) -> Table:
    """Goals by year, with or without a total."""
    start = desk.year + 1
    years = [str(start + n) for n in range(desk.rng.randint(3, 5))]
    total = desk.rng.random() < 0.6
    named = desk.rng.random() < 0.6
    heading = ["TT", "Chỉ tiêu", "Đơn vị tính", *(f"Năm {y}" if named else y for y in years)]
    heading += ["Tổng cộng"] if total else []
    rows = []
    for n, goal in enumerate(desk.rng.sample(desk.subject.goals, len(desk.subject.goals)), 1):
        values = [desk.rng.randint(goal.least, goal.most) for _ in years]
        whole = None
        if total:
            whole = desk.truth.target(ref, sum(values), goal.unit, (years[0], years[-1]), subject=goal.what)
        for year, value in zip(years, values, strict=True):
            desk.truth.target(ref, value, goal.unit, (year, year), part_of=whole, subject=goal.what)
        words = f"{goal.verb[0].upper()}{goal.verb[1:]} {goal.unit} {goal.what}"
        rows.append((str(n), words, goal.unit, *map(figure, values), *([figure(sum(values))] if total else [])))
    return Table(tuple(heading), tuple(rows))

"""Duties in tables, and in lists that stand for tables."""

from __future__ import annotations

from bench.generator import times
from bench.generator.bodies import Body
from bench.generator.desk import Desk
from bench.generator.pages import Table
from bench.generator.truth import Due

_NUMBER = ("TT", "STT", "Số TT")
_TASK = ("Nội dung nhiệm vụ", "Nhiệm vụ", "Nội dung công việc", "Tên nhiệm vụ", "Nội dung thực hiện")
_LEAD = ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Cơ quan thực hiện", "Đơn vị chủ trì tham mưu")
_SUPPORT = ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp")
_TIME = ("Thời gian thực hiện", "Thời gian hoàn thành", "Thời hạn hoàn thành", "Tiến độ thực hiện", "Ngày hoàn thành")
_PRODUCT = ("Kết quả", "Sản phẩm", "Sản phẩm hoàn thành", "Kết quả/Sản phẩm")
_SECTIONS = ("CÔNG TÁC TUYÊN TRUYỀN", "HOÀN THIỆN CƠ CHẾ, CHÍNH SÁCH", "HUY ĐỘNG NGUỒN LỰC", "KIỂM TRA, GIÁM SÁT")
_ROMAN = ("I", "II", "III", "IV")


def table(desk: Desk, prefix: str) -> Table:
    """An appendix table; columns differ in number, order and name."""
    rng = desk.rng
    both = rng.random() < 0.2
    columns = ["lead"] if not both else ["both"]
    if not both and rng.random() < 0.85:
        columns.append("support")
    extra = ["time"] + (["product"] if rng.random() < 0.4 else [])
    if rng.random() < 0.25:
        rng.shuffle(extra)
    columns = ["number", "task", *columns, *extra] if rng.random() < 0.85 else ["number", "task", *extra, *columns]
    if rng.random() < 0.2:
        columns.append("note")
    names = {
        "number": rng.choice(_NUMBER), "task": rng.choice(_TASK), "lead": rng.choice(_LEAD), "support": rng.choice(_SUPPORT), "time": rng.choice(_TIME),
        "product": rng.choice(_PRODUCT), "both": rng.choice(("Phân công nhiệm vụ", "Phân công thực hiện", "Cơ quan chủ trì/phối hợp")), "note": "Ghi chú",
    }  # fmt: skip
    acts = rng.sample(desk.subject.acts, rng.randint(4, len(desk.subject.acts)))
    cuts = set(rng.sample(range(len(acts)), 2)) | {0} if rng.random() < 0.3 else set()
    rows: list[tuple[str, ...]] = []
    section = 0
    for n, act in enumerate(acts, 1):
        if n - 1 in cuts:
            rows.append((_ROMAN[section], _SECTIONS[section], *[""] * (len(columns) - 2)))
            section += 1
        rows.append(_row(desk, f"{prefix}.{n}", n, act, columns))
    return Table(tuple(names[c] for c in columns), tuple(rows))


def _row(desk: Desk, ref: str, n: int, act: str, columns: list[str]) -> tuple[str, ...]:
    rng = desk.rng
    leads = desk.some(1, 1 if rng.random() < 0.7 else 3)
    supports = desk.some(1, 3, groups=True, without=leads) if rng.random() < 0.85 else []
    if "support" not in columns and "both" not in columns:
        supports = []
    due = times.for_cell(rng, desk.year) if rng.random() < 0.95 else times.cell_without_meaning(rng)
    words = act[0].upper() + act[1:]
    desk.truth.task(ref, words, [b.surface for b in leads], [b.surface for b in supports], due)
    cells = {
        "number": str(n), "task": words, "lead": _bodies(desk, leads), "support": _bodies(desk, supports), "time": due.text, "product": rng.choice(desk.subject.products), "note": "",
        "both": f"Chủ trì: {_bodies(desk, leads)}" + (f"; Phối hợp: {_bodies(desk, supports)}" if supports else ""),
    }  # fmt: skip
    return tuple(cells[c] for c in columns)


def _bodies(desk: Desk, bodies: list[Body]) -> str:
    names = [desk.name(body) for body in bodies]
    return desk.rng.choice((", ", "; ", ", ")).join(names)


def labelled(desk: Desk, ref: str) -> tuple[str, list[tuple[str, str]]]:
    """An item with `Cơ quan chủ trì: ...` and the rest in bullets under it."""
    rng = desk.rng
    leads = desk.some(1, 2)
    supports = desk.some(1, 2, groups=True, without=leads)
    due: Due = times.for_cell(rng, desk.year)
    act = desk.act()
    words = act[0].upper() + act[1:]
    desk.truth.task(ref, words, [b.surface for b in leads], [b.surface for b in supports], due)
    mark = "- "
    lines = [(mark, f"{rng.choice(('Cơ quan chủ trì', 'Đơn vị chủ trì'))}: {_bodies(desk, leads)}.")]
    lines.append((mark, f"{rng.choice(('Cơ quan phối hợp', 'Đơn vị phối hợp'))}: {_bodies(desk, supports)}."))
    lines.append((mark, f"{rng.choice(('Thời gian thực hiện', 'Thời gian hoàn thành'))}: {due.text}."))
    return f"{words}.", lines

"""Duties in prose in the shapes of Party and State: each function writes one item and enters what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bench.generator import citing, times
from bench.generator.bodies import Body
from bench.generator.desk import Desk
from bench.generator.truth import Due

Lines = list[tuple[str, str]]
"""Marked lines under an item: (`- ` or another mark, words)."""
Shape = Callable[[Desk, str], tuple[str, Lines]]


def _names(bodies: Sequence[Body]) -> list[str]:
    return [b.surface for b in bodies]


def _due(desk: Desk, chance: float = 0.5) -> tuple[str, Due | None]:
    """Words at the end of a sentence, with a comma or not."""
    if desk.rng.random() > chance:
        return "", None
    due = times.for_sentence(desk.rng, desk.year)
    if due.text.startswith("trước ngày") and due.again:
        return f"; báo cáo kết quả {due.text}", due
    lead = (
        desk.rng.choice((" ", ", hoàn thành ", "; hoàn thành "))
        if not due.text.startswith(("xong", "trước ngày 20"))
        else " "
    )
    return f"{lead}{due.text}", due


def led_with(desk: Desk, ref: str) -> tuple[str, Lines]:
    lead, *others = desk.some(2, 4, groups=True)
    act, (tail, due) = desk.act(), _due(desk)
    words = f"{desk.name(lead)} {desk.rng.choice(('chủ trì, phối hợp với', 'chủ trì, phối hợp với', 'chủ trì phối hợp với', 'chủ động phối hợp với', 'phối hợp với'))} {desk.listed(others)} {act}{tail}."
    desk.truth.task(ref, act + tail, [lead.surface], _names(others), due)
    return words, []


def led(desk: Desk, ref: str) -> tuple[str, Lines]:
    (lead,) = desk.some(1, 1)
    act, (tail, due) = desk.act(), _due(desk)
    verb = desk.rng.choice(
        (" chủ trì", " có trách nhiệm", " chịu trách nhiệm", "", " chủ động", " khẩn trương", " tập trung")
    )
    words = f"{desk.name(lead)}{verb} {act}{tail}."
    desk.truth.task(ref, act + tail, [lead.surface], (), due)
    return words, []


def several(desk: Desk, ref: str) -> tuple[str, Lines]:
    leads = desk.some(2, 3, groups=True)
    act, (tail, due) = desk.act(), _due(desk)
    desk.truth.task(ref, act + tail, _names(leads), (), due)
    return f"{desk.listed(leads)} {desk.rng.choice(('', 'có trách nhiệm ', 'tích cực '))}{act}{tail}.", []


def ordered(desk: Desk, ref: str) -> tuple[str, Lines]:
    lead, *others = desk.some(2, 3)
    act, (tail, due) = desk.act(), _due(desk)
    order = desk.rng.choice(("Giao", "Giao", "Yêu cầu", "Phân công"))
    together = desk.rng.random() < 0.6
    with_ = f" chủ trì, phối hợp với {desk.listed(others)}" if together else desk.rng.choice((" chủ trì", ""))
    desk.truth.task(ref, act + tail, [lead.surface], _names(others) if together else (), due)
    return f"{order} {desk.name(lead)}{with_} {act}{tail}.", []


def asked(desk: Desk, ref: str) -> tuple[str, Lines]:
    if not desk.staff.asked:
        return led(desk, ref)
    lead = desk.rng.choice(desk.staff.asked)
    act, (tail, due) = desk.act(), _due(desk)
    desk.truth.task(ref, act + tail, [lead.surface], (), due)
    return f"Đề nghị {desk.name(lead)} {act}{tail}.", []


def directing(desk: Desk, ref: str) -> tuple[str, Lines]:
    (lead,) = desk.some(1, 1)
    directed = desk.rng.choice(desk.staff.directed)
    act, (tail, due) = desk.act(), _due(desk, 0.3)
    verb = desk.rng.choice(("lãnh đạo, chỉ đạo", "chỉ đạo") if desk.party else ("chỉ đạo", "đôn đốc"))
    words = f"{desk.name(lead)} {verb} {desk.name(directed)} {act}{tail}."
    desk.truth.task(ref, f"{verb} {directed.surface} {act}{tail}", [lead.surface], (), due, [directed.surface])
    return words, []


def colon(desk: Desk, ref: str) -> tuple[str, Lines]:
    (lead,) = desk.some(1, 1)
    act, (tail, due) = desk.act(), _due(desk)
    desk.truth.task(ref, act + tail, [lead.surface], (), due)
    return f"{desk.name(lead)}: {act[0].upper()}{act[1:]}{tail}.", []


def bullets(desk: Desk, ref: str) -> tuple[str, Lines]:
    """An item that is a body's name, its duties in bullets."""
    leads = desk.some(1, 2)
    lines: Lines = []
    for n in range(1, desk.rng.randint(2, 4) + 1):
        act, (tail, due) = desk.act(), _due(desk, 0.35)
        others = desk.some(1, 2, without=leads) if desk.rng.random() < 0.3 else []
        with_ = f"Chủ trì, phối hợp với {desk.listed(others)} {act}" if others else act[0].upper() + act[1:]
        lines.append(("- ", f"{with_}{tail}."))
        desk.truth.task(f"{ref}.{n}", with_ + tail, _names(leads), _names(others), due)
    return f"{desk.listed(leads)}{desk.rng.choice((':', '', ' có trách nhiệm:'))}", lines


def twice(desk: Desk, ref: str) -> tuple[str, Lines]:
    """Two duties in one item: the second sentence has its own subject or goes on with the first."""
    first, second = desk.some(2, 2)
    act, other = desk.act(), desk.act()
    (tail, due), (tail2, due2) = _due(desk, 0.4), _due(desk, 0.4)
    desk.truth.task(ref, act + tail, [first.surface], (), due)
    if desk.rng.random() < 0.5:
        desk.truth.task(f"{ref}/2", other + tail2, [second.surface], (), due2)
        return f"{desk.name(first)} {act}{tail}. {desk.name(second)} {other}{tail2}.", []
    desk.truth.task(f"{ref}/2", other[0].upper() + other[1:] + tail2, [first.surface], (), due2)
    return f"{desk.name(first)} {act}{tail}. {other[0].upper()}{other[1:]}{tail2}.", []


def topic_first(desk: Desk, ref: str) -> tuple[str, Lines]:
    (lead,) = desk.some(1, 1)
    case = desk.rng.choice(desk.subject.cases)
    act, (tail, due) = desk.act(), _due(desk)
    verb = desk.rng.choice(("chủ trì ", "có trách nhiệm ", "", "khẩn trương "))
    words = f"Đối với {case}, {desk.name(lead)} {verb}{act}{tail}."
    desk.truth.task(ref, words, [lead.surface], (), due)
    return words, []


def passive(desk: Desk, ref: str) -> tuple[str, Lines]:
    lead, helper = desk.some(2, 2)
    act = desk.act()
    if desk.rng.random() < 0.5:
        words = f"Việc {act} do {desk.name(lead)} chủ trì, {desk.name(helper)} phối hợp thực hiện."
        desk.truth.task(ref, words, [lead.surface], [helper.surface])
    else:
        words = f"Việc {act} do {desk.name(lead)} chủ trì thực hiện."
        desk.truth.task(ref, words, [lead.surface])
    return words, []


def reporting(desk: Desk, ref: str) -> tuple[str, Lines]:
    lead, *_ = desk.some(1, 1)
    superior = desk.staff.superior
    act = desk.act()
    words, again = desk.rng.choice(
        (("hằng năm", "yearly"), ("hằng quý", "quarterly"), ("hàng năm", "yearly"), ("hằng tháng", "monthly"))
    )
    text = f"{act}; định kỳ {words} báo cáo {desk.name(superior)} kết quả thực hiện"
    desk.truth.task(ref, text, [lead.surface], (), Due(f"định kỳ {words}", again=again), reports_to=superior.surface)
    return f"{desk.name(lead)} {desk.rng.choice(('chủ trì ', ''))}{text}.", []


def constantly(desk: Desk, ref: str) -> tuple[str, Lines]:
    lead, *others = desk.some(2, 3)
    act = desk.act()
    desk.truth.task(ref, f"thường xuyên {act}", [lead.surface], _names(others), Due("thường xuyên", again="ongoing"))
    return f"{desk.name(lead)} chủ trì, phối hợp với {desk.listed(others)} thường xuyên {act}.", []


def by_document(desk: Desk, ref: str) -> tuple[str, Lines]:
    """A duty that cites what it rests on: the date of the citation is no deadline."""
    (lead,) = desk.some(1, 1)
    act = desk.act()
    cited = citing.in_full(desk, citing.any_of(desk))
    desk.truth.task(ref, f"{act} theo {cited}", [lead.surface])
    return f"{desk.name(lead)} chủ trì {act} theo {cited}.", []


def measure(desk: Desk, ref: str) -> tuple[str, Lines]:
    """What names nobody is no duty."""
    return desk.rng.choice(desk.subject.measures), []


STATE: tuple[Shape, ...] = (
    led_with, led_with, led_with, led, led, several, ordered, ordered, asked, directing, colon, bullets, bullets, twice, topic_first, passive, reporting, constantly, by_document, measure,
)  # fmt: skip
PARTY: tuple[Shape, ...] = (
    directing, directing, directing, led_with, led, led, several, asked, colon, bullets, twice, topic_first, reporting, by_document, measure,
)  # fmt: skip

"""Whatever is killed, at whatever moment, what was finished is there and nothing half is (200 in `bench.kills`)."""

from __future__ import annotations

import os
from pathlib import Path

from bench.kills import kills

NUMBER = 200 if os.environ.get("CHITHI_SLOW") else 10


def test_nothing_is_lost_when_a_program_is_killed(tmp_path: Path) -> None:
    tally = kills(NUMBER, tmp_path, seed=NUMBER, count=18 if NUMBER > 10 else 8)
    assert not tally.wrong, tally
    assert tally.kills.total() == NUMBER
    assert tally.at_work >= NUMBER // 4, tally

"""Every column a question answers with has a heading in both languages."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import iter_modules

import queries
from viz.headings import HEADINGS, heading


def test_every_column_of_every_row_has_a_heading() -> None:
    columns = set()
    for module in iter_modules(queries.__path__):
        for name, kind in vars(import_module(f"queries.{module.name}")).items():
            if name.endswith("Row") and is_dataclass(kind):
                columns |= {field.name for field in fields(kind)}
    assert "lag_days" in columns
    assert columns - HEADINGS.keys() == set()


def test_headings_follow_the_language() -> None:
    assert (heading("leads"), heading("leads", "en")) == ("Chủ trì", "Leads")
    assert heading("never_seen", "en") == "Never seen"

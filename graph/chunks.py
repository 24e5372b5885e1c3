"""Long lists of values, as a statement takes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any


def chunks(values: Iterable[Any], size: int = 500) -> Iterator[str]:
    """Values in JSON lists, for `json_each`."""
    left = iter(values)
    while chunk := list(islice(left, size)):
        yield json.dumps(chunk, ensure_ascii=False)

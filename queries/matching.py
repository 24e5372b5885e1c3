"""How closely the words of one text take up those of another, clause by clause.

The measure is the cosine of TF-IDF weights over folded syllables (scikit-learn): common words of official texts weigh
little, those that tell one matter from another weigh much. A paragraph often has several demands and a task takes up
one of them, so what is compared is the clause, and the best pair of clauses counts. The thresholds were chosen on
labelled pairs; docs/coverage.md has the figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from threading import Event
from typing import TYPE_CHECKING

from graph.folding import fold

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

SAME_WORDS, SHARED, TAKEN_UP, NEAR = 0.85, 0.6, 0.43, 0.33
_END = re.compile(r"[.;:…](?=\s)|\n")
_WORD = re.compile(r"[a-z0-9]+")
_LEAST_WORDS = 4
_BLOCK = 4_000
_loaded = Event()


@dataclass(frozen=True, slots=True)
class Match:
    """Of two lists of texts, the places of two that are alike, how closely (0 to 1), and the clauses that are."""

    upper: int
    lower: int
    closeness: float
    upper_words: str
    lower_words: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Pairs of texts that are alike as arrays of one length, by the places of the upper and then of the lower: both
    places, the closeness (0 to 1), and which of their clauses it is that of."""

    upper: NDArray[int64]
    lower: NDArray[int64]
    closeness: NDArray[float64]
    upper_clause: NDArray[int64]
    lower_clause: NDArray[int64]


@dataclass(frozen=True, slots=True)
class _Clauses:
    """Clauses in order: the place of the text of each, its number in it, its folded words."""

    of: NDArray[int64]
    number: NDArray[int64]
    folded: Sequence[str]


def clauses(text: str) -> list[str]:
    """The clauses of a text that are long enough to say something; the whole text when none is."""
    cuts = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    parts = (text[start:end].strip(" \n\t.;:…-+") for start, end in pairwise(cuts))
    return [part for part in parts if _said(part).count(" ") >= _LEAST_WORDS - 1] or [text.strip()]


def load() -> None:
    """Load what comparing needs, which takes seconds, before somebody waits for it."""
    import sklearn.feature_extraction.text  # noqa: F401

    _loaded.set()


def loaded() -> bool:
    """Whether that is done."""
    return _loaded.is_set()


def matches(upper: Sequence[str], lower: Sequence[str], least: float = NEAR) -> list[Match]:
    """Every pair of an upper and a lower text whose closeness reaches `least`, by their places in the lists. The
    weights are those of these texts."""
    found = alike(upper, lower, least)
    columns = (found.upper, found.lower, found.closeness, found.upper_clause, found.lower_clause)
    return [
        Match(one, other, closeness, clauses(upper[one])[high], clauses(lower[other])[low])
        for one, other, closeness, high, low in zip(*(column.tolist() for column in columns), strict=True)
    ]


def alike(upper: Sequence[str], lower: Sequence[str], least: float = NEAR) -> Alike:
    """The same as `matches`, of very many texts."""
    import numpy
    from sklearn.feature_extraction.text import TfidfVectorizer

    above, below = _clauses(upper), _clauses(lower)
    if not above.folded or not below.folded:
        none = numpy.zeros(0, numpy.int64)
        return Alike(none, none, numpy.zeros(0), none, none)
    weigh = TfidfVectorizer(sublinear_tf=True, analyzer=str.split)
    weights = weigh.fit_transform([*above.folded, *below.folded])
    size = len(above.folded)
    high_weights, low_weights = weights[:size], weights[size:].T.tocsc()
    found = []
    for start in range(0, len(below.folded), _BLOCK):
        products = (high_weights @ low_weights[:, start : start + _BLOCK]).tocoo()
        keep = products.data >= least - 1e-9
        found.append((products.row[keep], products.col[keep] + start, products.data[keep].round(4)))
    highs, lows, values = (numpy.concatenate(parts) for parts in zip(*found, strict=True))
    # Of the pairs of clauses of two texts the closest, of equal ones the first.
    pairs = above.of[highs] * len(lower) + below.of[lows]
    order = numpy.lexsort((-values, pairs))
    first = order[numpy.flatnonzero(numpy.diff(pairs[order], prepend=-1))]
    highs, lows = highs[first], lows[first]
    return Alike(above.of[highs], below.of[lows], values[first], above.number[highs], below.number[lows])


@lru_cache(maxsize=50_000)
def _said(words: str) -> str:
    return " ".join(_WORD.findall(fold(words)))


def _clauses(texts: Sequence[str]) -> _Clauses:
    import numpy

    of, number, folded = [], [], []
    for place, text in enumerate(texts):
        for n, words in enumerate(clauses(text)):
            if said := _said(words):
                of.append(place)
                number.append(n)
                folded.append(said)
    return _Clauses(numpy.array(of, numpy.int64), numpy.array(number, numpy.int64), folded)

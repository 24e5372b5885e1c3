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

from graph.folding import fold

SAME_WORDS, SHARED, TAKEN_UP, NEAR = 0.85, 0.6, 0.43, 0.33
_END = re.compile(r"[.;:…](?=\s)|\n")
_WORD = re.compile(r"[a-z0-9]+")
_LEAST_WORDS = 4
_BLOCK = 4_000


@dataclass(frozen=True, slots=True)
class Match:
    """Of two lists of texts, the places of two that are alike, how closely (0 to 1), and the clauses that are."""

    upper: int
    lower: int
    closeness: float
    upper_words: str
    lower_words: str


@dataclass(frozen=True, slots=True)
class _Clause:
    of: int
    words: str
    folded: str


def clauses(text: str) -> list[str]:
    """The clauses of a text that are long enough to say something; the whole text when none is."""
    cuts = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    parts = (text[start:end].strip(" \n\t.;:…-+") for start, end in pairwise(cuts))
    return [part for part in parts if _said(part).count(" ") >= _LEAST_WORDS - 1] or [text.strip()]


def matches(upper: Sequence[str], lower: Sequence[str], least: float = NEAR) -> list[Match]:
    """Every pair of an upper and a lower text whose closeness reaches `least`, by their places in the lists. The
    weights are those of these texts."""
    above, below = _clauses(upper), _clauses(lower)
    if not above or not below:
        return []
    import numpy
    from sklearn.feature_extraction.text import TfidfVectorizer

    weigh = TfidfVectorizer(sublinear_tf=True, analyzer=str.split)
    weights = weigh.fit_transform([clause.folded for clause in (*above, *below)])
    high_weights, low_weights = weights[: len(above)], weights[len(above) :].T.tocsc()
    found = []
    for start in range(0, len(below), _BLOCK):
        alike = (high_weights @ low_weights[:, start : start + _BLOCK]).tocoo()
        keep = alike.data >= least - 1e-9
        found.append((alike.row[keep], alike.col[keep] + start, alike.data[keep].round(4)))
    highs, lows, values = (numpy.concatenate(parts) for parts in zip(*found, strict=True))
    # Of the pairs of clauses of two texts the closest, of equal ones the first.
    pairs = numpy.array([clause.of for clause in above])[highs] * len(lower)
    pairs += numpy.array([clause.of for clause in below])[lows]
    order = numpy.lexsort((-values, pairs))
    first = order[numpy.flatnonzero(numpy.diff(pairs[order], prepend=-1))]
    best = []
    for one, other, value in zip(highs[first], lows[first], values[first], strict=True):
        high, low = above[one], below[other]
        best.append(Match(high.of, low.of, round(float(value), 4), high.words, low.words))
    return best


@lru_cache(maxsize=50_000)
def _said(words: str) -> str:
    return " ".join(_WORD.findall(fold(words)))


def _clauses(texts: Sequence[str]) -> list[_Clause]:
    found = (_Clause(place, words, _said(words)) for place, text in enumerate(texts) for words in clauses(text))
    return [clause for clause in found if clause.folded]

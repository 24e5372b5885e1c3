"""What the figures mean, how well documents are read, and what is not said."""

from __future__ import annotations

from viz.explorer.asked import Asked, Crumb, Page
from viz.explorer.words import say


def page(asked: Asked) -> Page:
    title = say(asked.lang, "about")
    return Page("about", title, ACCURACY, (Crumb(title),), nav="about")


# docs/accuracy.md: what was compared, and F1 of citations, duties, leads, supports, figures, deadlines.
ACCURACY: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("accuracy_readers", ("0.99", "0.97", "0.96", "0.96", "1.00", "0.96")),
    ("accuracy_fitted", ("1.00", "1.00", "1.00", "1.00", "1.00", "1.00")),
    ("accuracy_after", ("1.00", "1.00", "1.00", "1.00", "1.00", "1.00")),
    ("accuracy_mended", ("0.96", "0.99", "0.95", "0.97", "1.00", "0.98")),
)

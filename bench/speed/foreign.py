"""Made-up texts in the languages of other extractors, with citations as often as our documents have them."""

from __future__ import annotations

from random import Random

_LANGUAGES = {
    "eyecite": (
        "The plan was approved under Harlow v. Denby, {a} U.S. {b}, {c} ({y}), and the office must report each year.",
        "See also {a} F.3d {b} ({y}) and 42 U.S.C. § {c}.",
        "Every county prepares its list of sites, states the number of homes and names the office in charge of each.",
        "The department of housing leads; the department of finance takes part and sets aside what the year needs.",
        "Where a site lies in two counties, both offices agree on who leads before the work begins.",
    ),
    "legal-reference-extraction": (
        "Die Behörde entscheidet nach § {c} Abs. 2 BGB (BGH, Urteil vom 12.03.{y} - XI ZR {a}/18).",
        "Näheres regeln § {c} Abs. 1 Satz 2 VwVfG und § {a} BauGB.",
        "Jeder Landkreis erstellt eine Liste der Grundstücke, nennt die Zahl der Wohnungen und die zuständige Stelle.",
        "Das Amt für Wohnungswesen ist federführend; das Amt für Finanzen wirkt mit und stellt die Mittel bereit.",
        "Liegt ein Grundstück in zwei Landkreisen, einigen sich beide Stellen vor Beginn auf die Federführung.",
    ),
}


def texts(library: str, characters: int) -> list[str]:
    """Texts of some 4,000 characters in the language that a library reads, as many characters as asked for."""
    rng = Random(library)
    out: list[str] = []
    while sum(map(len, out)) < characters:
        lines = (
            rng.choice(_LANGUAGES[library]).format(
                a=rng.randint(10, 600), b=rng.randint(10, 900), c=rng.randint(1, 900), y=rng.randint(1960, 2020)
            )
            for _ in range(40)
        )
        out.append("\n".join(lines))
    return out

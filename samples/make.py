"""Prints the samples from `sources/`: `python samples/make.py`.

Needs python-docx and reportlab, and the font Noto Serif for the PDF.
The same sources, fonts and library versions give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from press import source
from press.as_pdf import find_fonts, pdf
from press.as_text import text
from press.as_word import word

HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description="Print the sample documents.")
    parser.add_argument("--fonts", type=Path, help="folder with NotoSerif-*.ttf (default: ask fc-match)")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to (default: samples/)")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for path in sorted((HERE / "sources").glob("*.source")):
        sample = source.read(path)
        target: Path = arguments.out / sample.head["file"]
        if target.suffix == ".docx":
            target.write_bytes(word(sample))
        elif target.suffix == ".pdf":
            target.write_bytes(pdf(sample, find_fonts(arguments.fonts)))
        else:
            target.write_text(text(sample), encoding="utf-8", newline="\n")
        print(target.name)


if __name__ == "__main__":
    main()

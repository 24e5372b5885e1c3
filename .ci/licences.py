"""The licence of everything in the lock files and of every vendored file, held against the list of those allowed.

    python .ci/licences.py           # check, and that docs/licences.md says the same; exit 1 on what is not allowed
    python .ci/licences.py --write   # check, and write docs/licences.md

The licences are read from what is installed: an SPDX expression where a package states one, else a classifier that
leaves no doubt, else `READ`, what its licence file says.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from license_expression import AND, OR, ExpressionError, LicenseExpression, get_spdx_licensing
from packaging.markers import Marker

ROOT = Path(__file__).parent.parent
VENDORED = ROOT / "viz" / "explorer" / "static" / "vendor"
PAGE = ROOT / "docs" / "licences.md"

# Permissive: use, change and pass on as you like, with the notice kept.
_PERMISSIVE = """
0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 MIT-CMU PSF-2.0 Python-2.0 W3C-20150513 Zlib
"""
# Copyleft by the file: what is used unchanged beside other code asks nothing of that code.
_BY_FILE = "MPL-2.0"
ALLOWED = frozenset((*_PERMISSIVE.split(), _BY_FILE))

CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
# Packages that state no licence a program can tell, read by hand in the licence file of the package.
READ = {
    "asttokens": "Apache-2.0",
    "atheris": "Apache-2.0",
    "axe-playwright-python": "MIT AND MPL-2.0",  # the second is axe-core, which it carries
    "comm": "BSD-3-Clause",
    "ipython-pygments-lexers": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "jupyter-client": "BSD-3-Clause",
    "nbclient": "BSD-3-Clause",
    "nbformat": "BSD-3-Clause",
    "nest-asyncio2": "BSD-2-Clause",
    "prompt-toolkit": "BSD-3-Clause",
    "pypdfium2": "(Apache-2.0 OR BSD-3-Clause) AND BSD-3-Clause",  # the binding, and PDFium
    "pyvis": "BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "traitlets": "BSD-3-Clause",
}

_HEAD = """# Licences

Written by `make licences`, checked by `make check`. chithi itself is under Apache-2.0 ([LICENSE](../LICENSE)). The
wheel carries chithi alone, with the vendored files below; everything else is installed from its own project.

Allowed are permissive licences (0BSD, Apache, BSD, CC0, ISC, MIT, PSF, W3C, Zlib) and, for what is used unchanged,
MPL-2.0, whose terms end at its own files. GPL, LGPL, AGPL, other terms and anything unknown fail the check. Of several
licences joined by OR one has to be allowed, of those joined by AND all.

The check goes by what a package states of itself. The Linux wheels of numpy, scipy and scikit-learn also bring run-time
libraries of GCC as shared objects: libgfortran and libgomp (GPL-3.0-or-later WITH GCC-exception-3.1, which exempts the
programs that use them) and libquadmath (LGPL-2.1-or-later, linked dynamically). chithi neither contains them nor passes
them on; who hands on an environment with these wheels hands on their notices too."""

_SPDX = get_spdx_licensing()
_LOCKED = re.compile(r"(?P<name>[a-z0-9_.-]+)==(?P<version>[^\s;]+)(?:\s*;\s*(?P<marker>[^\\]+))?")
_VIA = re.compile(r" +# +(?:via\s+)?(?P<name>\S+)(?P<building>.*build-system)?")
_MIT = re.compile(r"\bMIT\b|Permission is hereby granted, free of charge")


@dataclass(frozen=True, slots=True)
class Locked:
    """A package of a lock file; `via` are those that ask for it, `here` whether its marker holds in this Python."""

    name: str
    version: str
    here: bool = True
    via: tuple[str, ...] = ()


def locked(lock: Path) -> list[Locked]:
    """The packages of a lock file, in its order."""
    found: list[Locked] = []
    for line in lock.read_text("utf-8").splitlines():
        if match := _LOCKED.match(line):
            here = not match["marker"] or Marker(match["marker"].strip()).evaluate()
            found.append(Locked(match["name"], match["version"], here))
        elif line.strip() != "# via" and (match := _VIA.match(line)):
            last = found.pop()
            asking = "building" if match["building"] else match["name"]
            found.append(Locked(last.name, last.version, last.here, (*last.via, asking)))
    return found


def stated(name: str) -> str:
    """What the installed package states as its licence, in SPDX's terms; empty when that leaves a doubt."""
    about = metadata(name)
    for said in (about.get("License-Expression"), about.get("License")):
        if said and parsed(said) is not None:
            return said
    lines = (line.split(" :: ") for line in about.get_all("Classifier") or ())
    names = [line[-1] for line in lines if line[0] == "License" and line[-1] != "OSI Approved"]
    return CLASSIFIERS.get(names[0], "") if len(names) == 1 else ""


def parsed(expression: str) -> LicenseExpression | None:
    """The expression, None when a name in it is no SPDX licence."""
    try:
        return _SPDX.parse(expression, validate=True, strict=True)
    except ExpressionError:
        return None


def allowed(expression: str) -> bool:
    """Whether the terms can be kept with allowed licences alone: all of what AND joins, one of what OR joins."""
    found = parsed(expression)
    return found is not None and _allowed(found)


def _allowed(part: LicenseExpression) -> bool:
    if isinstance(part, AND):
        return all(_allowed(one) for one in part.args)
    if isinstance(part, OR):
        return any(_allowed(one) for one in part.args)
    return str(part) in ALLOWED


def packages(lock: Path, problems: list[str]) -> Iterator[tuple[Locked, str]]:
    """The packages of a lock file with their licences; what is not as it should be goes to `problems`."""
    for package in locked(lock):
        which = f"{lock.name}: {package.name} {package.version}"
        try:
            own = stated(package.name)
        except PackageNotFoundError:
            own = None
        licence = own or READ.get(package.name, "")
        if own is None and package.here:
            problems.append(f"{which} is not installed, so its licence cannot be read: run make check.")
        elif own and package.name in READ:
            problems.append(f"{which} states {own} by itself now: take it out of READ in .ci/licences.py.")
        elif not licence:
            problems.append(f"{which} states no licence: read its licence file and add it to READ in .ci/licences.py.")
        elif not allowed(licence):
            problems.append(f"{which} is under {licence}, which is not allowed.")
        yield package, licence


def vendored(folder: Path, problems: list[str]) -> Iterator[tuple[str, str]]:
    """The vendored files with their SHA-256, each as SHA256SUMS has it and with a licence beside it."""
    if not folder.is_dir():
        return
    sums = {}
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split(maxsplit=1)
        sums[name] = digest
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name in ("SHA256SUMS", "README.md"):
            continue
        name = path.relative_to(folder).as_posix()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if sums.pop(name, "") != digest:
            problems.append(f"vendored {name}: its hash is not the one in SHA256SUMS.")
        if path.suffix == ".LICENSE":
            continue
        licence = path.with_name(path.name.split(".")[0] + ".LICENSE")
        if not licence.is_file() or not _MIT.search(licence.read_text("utf-8")):
            problems.append(f"vendored {name}: no MIT licence stands beside it as {licence.name}.")
        yield name, digest
    problems.extend(f"vendored {name}: in SHA256SUMS and not there." for name in sums)


def page(run: list[tuple[Locked, str]], tools: list[tuple[Locked, str]], files: list[tuple[str, str]]) -> str:
    """docs/licences.md."""
    lines = [_HEAD, "", "## To run", "", "| package | version | licence | for |", "| --- | --- | --- | --- |"]
    lines += [f"| {p.name} | {p.version} | {licence} | {', '.join(dict.fromkeys(p.via))} |" for p, licence in run]
    lines += ["", "## Vendored", ""]
    if files:
        lines += ["All under MIT; versions and sources stand in the README beside them.", ""]
        lines += ["| file | SHA-256 |", "| --- | --- |", *(f"| {name} | `{digest}` |" for name, digest in files)]
    else:
        lines.append("Nothing.")
    lines += ["", "## To develop and test", "", "| package | version | licence |", "| --- | --- | --- |"]
    lines += [f"| {p.name} | {p.version} | {licence} |" for p, licence in tools]
    return "\n".join((*lines, ""))


def main() -> int:
    """0 when all is allowed and written down, 1 otherwise."""
    options = argparse.ArgumentParser(description="Licences of what is locked and vendored, against those allowed.")
    options.add_argument("--write", action="store_true", help="write docs/licences.md")
    options.add_argument("--lock", type=Path, help="check the packages of this lock file and nothing else")
    options.add_argument("--vendored", type=Path, help="check the files of this folder and nothing else")
    given = options.parse_args()
    problems: list[str] = []
    if given.lock:
        list(packages(given.lock, problems))
    elif given.vendored:
        list(vendored(given.vendored, problems))
    else:
        run = list(packages(ROOT / "requirements.lock", problems))
        names = {package.name for package, _ in run}
        tools = [row for row in packages(ROOT / "requirements-dev.lock", problems) if row[0].name not in names]
        names |= {package.name for package, _ in tools}
        problems += [f"READ in .ci/licences.py has {name}, which no lock file has." for name in READ.keys() - names]
        text = page(run, tools, list(vendored(VENDORED, problems)))
        if given.write:
            PAGE.write_text(text, encoding="utf-8", newline="\n")
        elif not PAGE.is_file() or PAGE.read_text("utf-8") != text:
            problems.append("docs/licences.md is not what make licences writes: run it.")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

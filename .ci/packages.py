"""Builds the wheel and the sdist twice, from two folders, and holds them against each other and against what git has.

    python .ci/packages.py out/dist

Exit 1 when the two builds differ in a byte, or when a package lacks a file of the repository or has one more.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def listed() -> set[str]:
    """The files of the repository, new ones included, ignored ones not."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard")
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return {name for name in names if (ROOT / name).is_file()}


def build(source: Path, out: Path, **environment: str) -> dict[str, bytes]:
    """The wheel and the sdist of `source`, as files in `out`, by name."""
    command = (sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(source))
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    if run.returncode:
        sys.exit(f"{run.stdout}{run.stderr}\nThe build failed.")
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def of_the_wheel(names: set[str]) -> set[str]:
    """What of the files belongs in the wheel: the layers."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    return {name for name in names if name.split("/")[0] in layers}


def compared(package: str, has: set[str], should: set[str]) -> list[str]:
    """What the package has too little or too much, a sentence each."""
    missing = [f"{package} lacks {name}." for name in sorted(should - has)]
    return missing + [f"{package} has {name}, which the repository does not ask for." for name in sorted(has - should)]


def main(out: Path) -> int:
    """0 when both packages are as they should be, 1 otherwise."""
    names = listed()
    stamp = subprocess.run(("git", "log", "-1", "--format=%ct"), cwd=ROOT, capture_output=True, text=True, check=True)
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or stamp.stdout.strip()
    shutil.rmtree(out, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        # Another path, other times, other rights, another locale and zone: nothing of these may show.
        copy = Path(folder) / "elsewhere"
        for name in sorted(names, reverse=True):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
            (copy / name).chmod(0o700 if os.access(ROOT / name, os.X_OK) else 0o600)
        first = build(ROOT, out, SOURCE_DATE_EPOCH=epoch)
        second = build(
            copy, Path(folder) / "dist", SOURCE_DATE_EPOCH=epoch, TZ="Asia/Ho_Chi_Minh", LC_ALL="C", PYTHONHASHSEED="7"
        )
    problems = [
        f"{name}: two builds differ." for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    ]
    wheel, sdist = (next(out.glob(form)) for form in ("*.whl", "*.tar.gz"))
    with zipfile.ZipFile(wheel) as packed:
        inside = {name for name in packed.namelist() if ".dist-info/" not in name}
    problems += compared("the wheel", inside, of_the_wheel(names))
    with tarfile.open(sdist) as tarred:
        inside = {name.split("/", 1)[1] for name in tarred.getnames()}
    problems += compared("the sdist", inside - {"PKG-INFO"}, names)
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print(f"{wheel.name} ({len(first[wheel.name]):,} bytes) and {sdist.name} ({len(first[sdist.name]):,} bytes):")
        print("equal in two builds, with the files of the repository and no other.")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))

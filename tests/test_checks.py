"""The checks of .ci/ fail on what they are there to find."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKS = Path(__file__).parent.parent / ".ci"
MIT = "MIT License\n\nPermission is hereby granted, free of charge, to any person"


def run(check: str, *arguments: object, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The check as the command line runs it; what lies in `path` is imported first."""
    command = (sys.executable, str(CHECKS / check), *map(str, arguments))
    environment = {**os.environ, "PYTHONPATH": str(path)} if path else None
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def installed(folder: Path, name: str, *lines: str) -> str:
    """Makes a package that states these lines of metadata; its line in a lock file."""
    about = folder / f"{name.replace('-', '_')}-1.0.dist-info" / "METADATA"
    about.parent.mkdir()
    about.write_text("\n".join(("Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", *lines, "", "")), "utf-8")
    return f"{name}==1.0 \\\n    --hash=sha256:{name.encode().hex()}\n    # via\n    #   chithi\n"


def test_a_licence_that_is_unknown_or_copyleft_fails(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text(
        installed(tmp_path, "made-a", "License-Expression: MIT")
        + installed(tmp_path, "made-b", "License-Expression: GPL-3.0-only OR BSD-3-Clause")
        + installed(tmp_path, "made-c", "License-Expression: MIT AND GPL-3.0-only")
        + installed(tmp_path, "made-d", "License: as you like")
        + installed(tmp_path, "made-e", "Classifier: License :: OSI Approved :: MIT License")
        + installed(tmp_path, "made-f", "Classifier: License :: OSI Approved :: BSD License")
        + installed(
            tmp_path, "made-g", "License: AGPL-3.0-or-later", "Classifier: License :: OSI Approved :: MIT License"
        )
        + "made-h==1.0 \\\n",
        "utf-8",
    )
    ended = run("licences.py", "--lock", lock, path=tmp_path)
    told = {line.split()[1]: line for line in ended.stderr.splitlines()}
    assert ended.returncode == 1
    assert "MIT AND GPL-3.0-only, which is not allowed" in told["made-c"]
    assert "AGPL-3.0-or-later, which is not allowed" in told["made-g"]
    assert all("states no licence" in told[name] for name in ("made-d", "made-f"))
    assert "not installed" in told["made-h"]
    assert not told.keys() & {"made-a", "made-b", "made-e"}


def test_the_licences_of_the_lock_files_are_allowed_and_written_down() -> None:
    pytest.importorskip("license_expression")
    ended = run("licences.py")
    assert ended.returncode == 0, ended.stderr


def test_a_vendored_file_needs_its_hash_and_a_licence(tmp_path: Path) -> None:
    contents = {"good.min.js": "1", "good.LICENSE": MIT, "alone.js": "2", "changed.js": "3", "changed.LICENSE": MIT}
    sums = "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in contents.items())
    (tmp_path / "SHA256SUMS").write_text(sums + f"{'0' * 64}  gone.js\n", "utf-8")
    for name, text in contents.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "changed.js").write_text("4", "utf-8")
    ended = run("licences.py", "--vendored", tmp_path)
    assert ended.returncode == 1
    assert sorted(line.split()[1] for line in ended.stderr.splitlines()) == ["alone.js:", "changed.js:", "gone.js:"]


def coverage(folder: Path, **ran: int) -> Path:
    """A report in which of 100 lines of each layer so many ran."""
    files = {
        layer if layer == "cli.py" else f"{layer}/a.py": {
            "summary": {"num_statements": 100, "covered_lines": ran.get(layer, 100)}
        }
        for layer in ("graph", "ontology", "ingest", "queries", "viz", "cli.py")
        if ran.get(layer, 100)
    }
    report = folder / "coverage.json"
    report.write_text(json.dumps({"files": files}), "utf-8")
    return report


@pytest.mark.parametrize(("queries", "code"), [(95, 0), (94, 1), (0, 1)])
def test_no_layer_hides_behind_another(tmp_path: Path, queries: int, code: int) -> None:
    assert run("covered.py", coverage(tmp_path, queries=queries)).returncode == code


AUDITED = """
import json, pathlib, sys
service = sys.argv[sys.argv.index("-s") + 1]
lines = pathlib.Path(sys.argv[sys.argv.index("-r") + 1]).read_text("utf-8").splitlines()
names = [line.split()[0].split("==") for line in lines if line[:1].isalnum()]
print(json.dumps({{"dependencies": [{answer} for name, version in names]}}))
"""
KNOWN = '{"name": name, "version": version, "vulns": []}'
UNKNOWN = '{"name": name, "skip_reason": "not found"}'
VULNERABLE = '{"name": name, "version": version, "vulns": [{"id": "PYSEC-1"}] if name == "click" else []}'


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (KNOWN, 0, "The audit ran:"),
        (f"{KNOWN} if name < 'n' else {UNKNOWN}", 0, "The audit ran in part:"),
        # pip-audit itself calls this "no known vulnerabilities".
        (UNKNOWN, 0, "The audit did not run:"),
        ("1 / 0", 0, "The audit did not run:"),
        (VULNERABLE, 1, "PYSEC-1"),
        (f"{KNOWN} if service == 'osv' else {UNKNOWN}", 0, "The audit ran:"),
    ],
)
def test_an_audit_that_had_no_answer_says_so(tmp_path: Path, answer: str, code: int, words: str) -> None:
    (tmp_path / "pip_audit.py").write_text(AUDITED.format(answer=answer), "utf-8")
    ended = run("audit.py", path=tmp_path)
    assert ended.returncode == code
    assert words in ended.stdout + ended.stderr

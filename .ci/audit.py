"""Known vulnerabilities of everything in requirements.lock, asked of PyPI and, where that gives no answer, of OSV.

    python .ci/audit.py

Exit 0 when every package was looked up and none has a known vulnerability, and also when no service answered, which is
said: then nothing is known. Exit 1 when there is a vulnerability.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parent.parent / "requirements.lock"
_AUDIT = (
    "-m",
    "pip_audit",
    "--disable-pip",
    "--require-hashes",
    "--progress-spinner=off",
    "--timeout=15",
    "-f",
    "json",
)


def asked(service: str) -> list[dict[str, Any]]:
    """What the service says of each package; empty when it does not answer."""
    # pip-audit calls a package that the service does not know no vulnerability, and ends with 0.
    run = subprocess.run(
        (sys.executable, *_AUDIT, "-s", service, "-r", str(LOCK)), capture_output=True, text=True, check=False
    )
    try:
        dependencies: list[dict[str, Any]] = json.loads(run.stdout)["dependencies"]
    except (ValueError, KeyError):
        return []
    return [one for one in dependencies if "vulns" in one]


def main() -> int:
    """The exit code."""
    total = sum(line[:1].isalnum() for line in LOCK.read_text("utf-8").splitlines())
    looked_up: dict[str, list[str]] = {}
    for service in ("pypi", "osv"):
        for one in asked(service):
            found = looked_up.setdefault(f"{one['name']} {one['version']}", [])
            found += [vuln["id"] for vuln in one["vulns"] if vuln["id"] not in found]
        if len(looked_up) >= total:
            break
    for package, vulnerabilities in looked_up.items():
        for name in vulnerabilities:
            print(f"{package}: {name}, see https://osv.dev/vulnerability/{name}", file=sys.stderr)
    if any(looked_up.values()):
        return 1
    if not looked_up:
        print("The audit did not run: neither PyPI nor OSV answers. Whether a vulnerability is known is open.")
    elif len(looked_up) < total:
        print(f"The audit ran in part: {len(looked_up)} of {total} packages looked up, none of them known vulnerable.")
    else:
        print(f"The audit ran: {total} packages looked up, none known vulnerable.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

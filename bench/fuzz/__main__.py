"""The command line of the fuzzer; see bench/fuzz/__init__.py."""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["graph", "ingest"]):
    from bench.fuzz.targets import TARGETS, WORDS

OUT = Path(__file__).parents[2] / "out" / "fuzz"
LONGEST = 100_000  # bytes of an input
SECONDS = 20.0


def timed(run: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target, with an error when one input takes the processor too long, whatever else the machine does."""

    def run_timed(content: bytes) -> None:
        before = time.process_time()
        run(content)
        if (took := time.process_time() - before) > SECONDS:
            raise TimeoutError(f"{took:.0f} seconds")

    return run_timed


def main() -> None:
    """Runs until the time is over or something is found; libFuzzer ends the process."""
    options = argparse.ArgumentParser(description="Coverage-guided fuzzing.")
    options.add_argument("target", choices=TARGETS)
    options.add_argument("--seconds", type=int, default=300)
    options.add_argument("--input", type=Path, help="run this one input, as a finding left it")
    given = options.parse_args()
    target = TARGETS[given.target]
    if given.input:
        target.run(given.input.read_bytes())
        return
    corpus = OUT / given.target
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    words = OUT / "words.dict"
    escaped = ("".join(rf"\x{byte:02x}" for byte in word.encode()) for word in WORDS)
    words.write_text("".join(f'"{word}"\n' for word in escaped), encoding="ascii")
    limits = (
        f"-max_total_time={given.seconds}",
        "-timeout=300",
        "-report_slow_units=300",
        "-rss_limit_mb=2048",
        f"-max_len={LONGEST}",
    )
    atheris.Setup(
        [
            sys.argv[0],
            *limits,
            f"-dict={words}",
            f"-artifact_prefix={OUT}/{given.target}-",
            "-print_final_stats=1",
            str(corpus),
        ],
        timed(target.run),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()

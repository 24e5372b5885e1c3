"""What stands for the reader in tests: a file's first line says what is to happen."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import time
from pathlib import Path

from graph.reading import Claim, DocumentKey, Reading, SelfKey
from ingest.worker import Read


def read(source: str, content: bytes | None) -> Read:
    content = Path(source).read_bytes() if content is None else content
    text = content.decode()
    what, _, rest = text.split("\n")[0].partition(" ")
    match what:
        case "hỏng":
            return f"{source}: it is damaged"
        case "chậm":
            time.sleep(float(rest))
        case "lớn":
            # Written to, or the system would give it without having it.
            return str(len(b"x" * (int(rest) * 1024**2)))
        case "chết":
            os.kill(os.getpid(), signal.SIGKILL)
        case "thoát":
            os._exit(3)
        case "in":
            print("in ra", flush=True)
            os.write(sys.stdout.fileno(), b"in ra")
    end = 999 if text.startswith("sai") else len(text)
    claims = (Claim("references", SelfKey(), DocumentKey("Chỉ thị", "34-CT/TW"), 0, end, "made.up"),)
    key = DocumentKey("Kế hoạch", what, "2024-08-22", "Tỉnh ủy", "Lai Châu")
    reading = Reading(source, text, key, {"doc_type": "Kế hoạch", "symbol": what}, claims=claims)
    return reading, hashlib.sha256(content).hexdigest()

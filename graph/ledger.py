"""The ledger of the embedded store: which files were read, which of one document is in effect, and who names what.

Every function works inside the caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from functools import lru_cache
from hashlib import sha256

from graph.chunks import chunks
from graph.packing import pack, unpack
from graph.reading import DocumentKey, Reading
from graph.resolution import blocks, fullest, resolve
from graph.statements import cited, heading, own_key


@lru_cache(maxsize=10_000)
def write_key(key: DocumentKey) -> str:
    parts = [key.doc_type, key.symbol, key.date, key.issuer, key.place, key.name]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=10_000)
def read_key(text: str) -> DocumentKey:
    return DocumentKey(*json.loads(text))


def load_reading(db: sqlite3.Connection, src: int) -> Reading:
    """The reading as it was put, under the key of its document."""
    source, entity, body, text = db.execute(
        "SELECT source, coalesce(nullif(entity, ''), own), body, text FROM reading JOIN text USING (src) WHERE src = ?",
        (src,),
    ).fetchone()
    return unpack(source, text, read_key(entity), body)


def enter(db: sqlite3.Connection, reading: Reading, digest: str) -> tuple[int, set[str]]:
    """Write a reading into the ledger in place of what its source gave before; its row and the blocks of its old and
    new key."""
    key = own_key(reading)
    row = (digest, write_key(key), len(reading.text), pack(reading))
    found = db.execute("SELECT src FROM reading WHERE source = ?", (reading.source,)).fetchone()
    touched = set(blocks(key))
    if found:
        src = int(found[0])
        touched |= _leave_blocks(db, src)
        db.execute("UPDATE reading SET digest = ?, own = ?, length = ?, body = ? WHERE src = ?", (*row, src))
        db.execute("UPDATE text SET text = ? WHERE src = ?", (reading.text, src))
    else:
        sql = "INSERT INTO reading (digest, own, length, body, source) VALUES (?, ?, ?, ?, ?) RETURNING src"
        src = int(db.execute(sql, (*row, reading.source)).fetchone()[0])
        db.execute("INSERT INTO text (src, text) VALUES (?, ?)", (src, reading.text))
    db.executemany("INSERT INTO own_block (block, src) VALUES (?, ?)", [(block, src) for block in blocks(key)])
    return src, touched


def strike(db: sqlite3.Connection, src: int) -> set[str]:
    """Take a file out of the choice of readings; its row goes when its statements are withdrawn."""
    db.execute("UPDATE reading SET in_effect = 0 WHERE src = ?", (src,))
    return _leave_blocks(db, src)


def choose(db: sqlite3.Connection, touched: Iterable[str]) -> set[int]:
    """Decide anew, in these blocks, which files are of one document and which of them is in effect; what changed.

    Only the documents' own keys count here, not who cites them. In effect is the longest text, then the first source.
    """
    rows = _own_keys(db, touched)
    meant = resolve({row[2] for row in rows})
    documents: dict[str, list[tuple[int, str, DocumentKey, int]]] = {}
    for row in rows:
        documents.setdefault(meant[row[2]].id, []).append(row)
    changed = set()
    for members in documents.values():
        best = min(members, key=lambda row: (-row[3], row[1]))
        entity = write_key(fullest({row[2] for row in members}))
        for src, *_ in members:
            sql = "UPDATE reading SET in_effect = ?1, entity = ?2 WHERE src = ?3 AND (in_effect, entity) != (?1, ?2)"
            if db.execute(sql, (src == best[0], entity, src)).rowcount:
                changed.add(src)
    return changed


def use_keys(db: sqlite3.Connection, src: int, reading: Reading | None) -> set[str]:
    """Write down the documents a file names (none when it is not in effect); the blocks in which keys came or went."""
    wanted: set[tuple[str, int]] = set()
    if reading is not None:
        wanted = {(write_key(key), 0) for key in cited(reading)} | {(write_key(reading.key), 1)}
        props = json.dumps(heading(reading, reading.key), ensure_ascii=False)
        db.execute("UPDATE reading SET heading = ? WHERE src = ?", (props, src))
    sql = "SELECT key, own, k FROM key_use JOIN doc_key USING (k) WHERE src = ?"
    had = {(key, own): k for key, own, k in db.execute(sql, (src,))}
    touched: set[str] = set()
    for text, own in wanted - had.keys():
        k, fresh = _key_row(db, text)
        db.execute("INSERT INTO key_use (k, src, own) VALUES (?, ?, ?)", (k, src, own))
        if fresh or own:
            touched.update(blocks(read_key(text)))
    for text, own in had.keys() - wanted:
        k = had[text, own]
        db.execute("DELETE FROM key_use WHERE k = ? AND src = ? AND own = ?", (k, src, own))
        gone = not db.execute("SELECT 1 FROM key_use WHERE k = ? LIMIT 1", (k,)).fetchone()
        if gone or own:
            touched.update(blocks(read_key(text)))
        if gone:
            for table in ("doc_key", "key_block", "open_node"):
                db.execute(f"DELETE FROM {table} WHERE k = ?", (k,))
    return touched


def component(db: sqlite3.Connection, touched: Iterable[str]) -> dict[DocumentKey, tuple[int, bool, str | None]]:
    """The keys that bear on these blocks: row, whether a document that is here has it, and the id it had until now."""
    keys: dict[int, str] = {}
    ids: dict[int, str | None] = {}
    seen: set[str] = set()
    left = set(touched)
    while left:
        seen |= left
        near: set[int] = set()
        for chunk in chunks(left):
            sql = (
                "SELECT k, doc_key.key, doc_key.id FROM json_each(?)"
                " CROSS JOIN key_block ON block = value CROSS JOIN doc_key USING (k)"
            )
            for k, key, id in db.execute(sql, (chunk,)):
                near.add(k)
                keys[k], ids[k] = key, id
        left = set()
        for chunk in chunks(near):
            sql = "SELECT DISTINCT block FROM json_each(?) CROSS JOIN key_block ON k = value"
            left.update(block for (block,) in db.execute(sql, (chunk,)))
        left -= seen
    held: set[int] = set()
    for chunk in chunks(keys):
        sql = "SELECT k FROM json_each(?) CROSS JOIN key_use ON k = value WHERE own = 1"
        held.update(k for (k,) in db.execute(sql, (chunk,)))
    return {read_key(key): (k, k in held, ids[k]) for k, key in keys.items()}


def _own_keys(db: sqlite3.Connection, touched: Iterable[str]) -> list[tuple[int, str, DocumentKey, int]]:
    rows: dict[int, tuple[int, str, DocumentKey, int]] = {}
    seen: set[str] = set()
    left = set(touched)
    while left:
        seen |= left
        found: set[str] = set()
        for chunk in chunks(left):
            sql = (
                "SELECT src, source, own, length FROM json_each(?) CROSS JOIN own_block ON block = value"
                " CROSS JOIN reading USING (src)"
            )
            for src, source, own, length in db.execute(sql, (chunk,)):
                if src not in rows:
                    rows[src] = (src, source, read_key(own), length)
                    found.update(blocks(rows[src][2]))
        left = found - seen
    return list(rows.values())


def _leave_blocks(db: sqlite3.Connection, src: int) -> set[str]:
    return {block for (block,) in db.execute("DELETE FROM own_block WHERE src = ? RETURNING block", (src,)).fetchall()}


def _key_row(db: sqlite3.Connection, text: str) -> tuple[int, bool]:
    found = db.execute("SELECT k FROM doc_key WHERE key = ?", (text,)).fetchone()
    if found:
        return int(found[0]), False
    k = int(db.execute("INSERT INTO doc_key (key) VALUES (?) RETURNING k", (text,)).fetchone()[0])
    rows = [(block, k) for block in blocks(read_key(text))]
    db.executemany("INSERT INTO key_block (block, k) VALUES (?, ?)", rows)
    return k, True


def revision(db: sqlite3.Connection) -> str:
    """A digest of which files were read and of how much each says. Put together within SQLite: row by row it would
    take turns with every other thread for each."""
    one = "SELECT json_array(source, digest, length, length(body), in_effect) AS file FROM reading ORDER BY src"
    (said,) = db.execute(f"SELECT coalesce(group_concat(file), '') FROM ({one})").fetchone()
    return sha256(said.encode()).hexdigest()[:20]


def sources_of(db: sqlite3.Connection, keys: Collection[int]) -> set[int]:
    """The files that name one of these keys."""
    found: set[int] = set()
    for chunk in chunks(keys):
        sql = "SELECT DISTINCT src FROM json_each(?) CROSS JOIN key_use ON k = value"
        found.update(src for (src,) in db.execute(sql, (chunk,)))
    return found

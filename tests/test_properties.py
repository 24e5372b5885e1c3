"""What holds for every document that is read, whatever it says: order, repetition, removal, offsets, characters."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Edge, Node, Text
from graph.reading import Reading
from graph.sqlite import SqliteStore
from graph.statements import check
from ingest.batch import ingest
from ingest.reader import read_document
from tests.made_up import documents

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))
Record = Text | Node | Edge
few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))

contents = st.one_of(documents(), documents(), st.sampled_from(SAMPLES).map(lambda path: path.read_text("utf-8")))
corpora = st.lists(contents, min_size=1, max_size=4)


@cache
def reading(content: str, source: str) -> Reading:
    """A text as the file of that name would be read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_bytes(content.encode())
        found, _ = read_document(path)
    return Reading(
        source,
        found.text,
        found.key,
        {**found.props, "source": source},
        found.items,
        found.claims,
        found.findings,
        found.lines,
    )


def readings(corpus: Sequence[str]) -> list[Reading]:
    return [reading(content, f"{n}.txt") for n, content in enumerate(corpus)]


@contextmanager
def fresh() -> Iterator[SqliteStore]:
    with tempfile.TemporaryDirectory() as folder, SqliteStore(str(Path(folder) / "a.db")) as store:
        yield store


def exported(read: Sequence[Reading]) -> list[Record]:
    with fresh() as store:
        for item in read:
            store.put(item, item.source)
        return list(store.records())


@few
@given(corpora, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_export(corpus: list[str], random: Random) -> None:
    read = readings(corpus)
    assert exported(random.sample(read, len(read))) == exported(read)


@few
@given(corpora, st.data())
def test_any_grouping_gives_the_same_export(corpus: list[str], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder, fresh() as at_once, fresh() as in_parts:
        files = []
        for n, content in enumerate(corpus):
            files.append(Path(folder) / f"{n}.txt")
            files[-1].write_text(content, encoding="utf-8")
        cut = data.draw(st.integers(0, len(files)))
        assert {o.state for o in ingest(at_once, files, jobs=1)} == {"read"}
        for group in (files[cut:], files[:cut]):
            list(ingest(in_parts, group, jobs=1))
        assert list(in_parts.records()) == list(at_once.records())


@few
@given(corpora)
def test_ingesting_twice_changes_nothing(corpus: list[str]) -> None:
    with fresh() as store:
        for _ in range(2):
            for item in readings(corpus):
                store.put(item, item.source)
        assert list(store.records()) == exported(readings(corpus))


@few
@given(corpora, st.data())
def test_removing_is_never_having_read(corpus: list[str], data: st.DataObject) -> None:
    read = readings(corpus)
    with fresh() as store:
        for item in read:
            store.put(item, item.source)
        document = data.draw(st.sampled_from(sorted({held.document for held in store.held()})))
        gone = {held.source for held in store.held() if held.document == document}
        store.remove(document)
        assert list(store.records()) == exported([item for item in read if item.source not in gone])


@few
@given(corpora)
def test_every_quote_stands_where_it_says(corpus: list[str]) -> None:
    records = exported(readings(corpus))
    texts = {record.document: record.text for record in records if isinstance(record, Text)}
    for record in records:
        for proof in record.evidence if isinstance(record, Edge) else ():
            assert texts[proof.document][proof.start : proof.end] == proof.quote
            assert proof.quote.strip()


@few
@given(contents)
def test_every_reading_has_its_place_in_the_graph(content: str) -> None:
    found = reading(content, "a.txt")
    check(found)
    assert unicodedata.is_normalized("NFC", found.text)
    for finding in found.findings:
        assert 0 <= finding.start <= finding.end <= len(found.text)


def _doubled(text: str) -> str:
    """Two spaces between words; those at the head of a line stay, since they stand for empty cells."""
    return "\n".join(
        line[: len(line) - len(line.lstrip())] + line.lstrip().replace(" ", "  ") for line in text.split("\n")
    )


SPELLINGS: dict[str, Callable[[str], bytes]] = {
    "nfd": lambda text: unicodedata.normalize("NFD", text).encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "doubled spaces": lambda text: _doubled(text).encode(),
    "spaces at line ends": lambda text: text.replace("\n", "   \n").encode(),
    "no-break spaces": lambda text: text.replace("ngày ", "ngày\u00a0").encode(),
    "utf-16": lambda text: text.encode("utf-16"),
}


@pytest.mark.parametrize("how", SPELLINGS)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(contents)
def test_how_the_characters_are_written_changes_nothing(how: str, content: str) -> None:
    found = []
    for spelled in (str.encode, SPELLINGS[how]):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.txt"
            path.write_bytes(spelled(content))
            item, _ = read_document(path)
        props = {**item.props, "source": "a.txt"}
        found.append(Reading("a.txt", item.text, item.key, props, item.items, item.claims, (), item.lines))
    assert found[1].text == found[0].text
    assert exported(found[1:]) == exported(found[:1])

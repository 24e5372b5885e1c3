"""Addresses of Neo4j databases as people type them."""

from __future__ import annotations

import pytest

from graph.neo4j.address import Address, AddressError, parse, password


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("neo4j://localhost", Address("neo4j://localhost:7687", "neo4j", "")),
        ("neo4j://reader@db.example.vn:7000/chithi", Address("neo4j://db.example.vn:7000", "reader", "chithi")),
        ("bolt://[::1]:7687/", Address("bolt://[::1]:7687", "neo4j", "")),
        ("neo4j+s://a%40b@host/d", Address("neo4j+s://host:7687", "a@b", "d")),
    ],
)
def test_the_parts_of_an_address(typed: str, meant: Address):
    assert parse(typed) == meant
    assert parse(str(meant)) == meant or "@" in meant.user


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("http://localhost:7474", "neo4j://, neo4j"),
        ("neo4j://", "neo4j://USER@HOST:7687/DATABASE"),
        ("neo4j://host:port", "neo4j://USER@HOST:7687/DATABASE"),
        ("neo4j://host/a/b", "after the host comes only the database"),
        ("neo4j://host/a?b=c", "after the host comes only the database"),
        ("neo4j://user:hunter2@host", "set NEO4J_PASSWORD"),
        ("neo4j://user:@host", "set NEO4J_PASSWORD"),
    ],
)
def test_other_addresses_are_refused(typed: str, said: str):
    with pytest.raises(AddressError) as refused:
        parse(typed)
    assert said in str(refused.value)
    assert "hunter2" not in str(refused.value)


def test_the_password_comes_from_the_environment_or_the_terminal(monkeypatch: pytest.MonkeyPatch):
    asked = []
    monkeypatch.setenv("NEO4J_PASSWORD", "mật khẩu")
    assert password(parse("neo4j://host")) == "mật khẩu"
    monkeypatch.delenv("NEO4J_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    with pytest.raises(AddressError, match="set NEO4J_PASSWORD"):
        password(parse("neo4j://host"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream: asked.append(prompt) or "typed")
    address = parse("neo4j://somebody@asked-once.example")
    assert password(address) == password(address) == "typed"
    assert asked == ["Password of neo4j://somebody@asked-once.example:7687: "]

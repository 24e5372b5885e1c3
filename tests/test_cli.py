"""The command line: what it costs to start, how it prints, how it fails, and that help and documentation are true."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import click
import pytest

import cli
from graph import open_store
from tests.queries.conftest import CT34, chain_in_memory

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = sorted(cli.chithi.commands)
HEAVY = {"pandas", "numpy", "neo4j", "rdflib", "networkx", "pyvis", "pdfplumber", "docx", "lxml", "rich", "jinja2"}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on a small graph: its exit code, output and messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHITHI_DB", str(tmp_path / "chain.db"))
    with open_store(str(tmp_path / "chain.db")) as store:
        store.load(chain_in_memory().records())

    def call(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return call


def python(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


# -- start-up

LOADED = """
import sys, cli
try:
    cli.main(sys.argv[1:])
except SystemExit as end:
    print(sorted(set(sys.modules) & {modules!r}), end.code, file=sys.stderr)
"""


def loaded(modules: set[str], *arguments: str) -> str:
    return python(LOADED.format(modules=modules), *arguments).stderr.strip().splitlines()[-1]


def test_help_imports_nothing_heavy() -> None:
    assert loaded(HEAVY | {"sqlite3", "graph.sqlite", "queries.names"}, "--help") == "[] 0"


def test_a_question_imports_only_what_it_needs(run: Run) -> None:
    assert loaded(HEAVY - {"rich"}, "tasks", "--agency", "so xay dung", "--format", "table") == "[] 0"
    assert loaded(HEAVY, "lineage", "34-CT/TW", "--format", "json") == "[] 0"


# -- help and documentation


def commands_in(document: str) -> list[list[str]]:
    """The command lines in the sh blocks of a documentation page."""
    blocks = re.findall(r"^```sh\n(.*?)^```", (ROOT / "docs" / document).read_text(encoding="utf-8"), re.M | re.S)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("chithi ")]
    return [shlex.split(line)[1:] for line in lines]


def example_of(command: click.Command) -> list[str]:
    return re.findall(r"^  chithi (.+)$", command.epilog or "", re.M)


def command_named(words: list[str]) -> str:
    return next(word for word in words if word in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_an_example_and_a_part_in_the_documentation(name: str) -> None:
    command = cli.chithi.commands[name]
    assert command.help
    examples = example_of(command)
    assert examples
    assert {command_named(shlex.split(example)) for example in examples} == {name}
    assert f"\n### {name}\n" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert name in {command_named(words) for words in commands_in("commands.md")}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_the_help_can_be_parsed(name: str) -> None:
    for example in example_of(cli.chithi.commands[name]):
        words = shlex.split(example)
        paths = [
            word
            for word in words
            if word.endswith((".json", ".jsonl", ".db", ".nq")) and name in ("import", "evaluate", "restore", "check")
        ]
        if not paths:  # those look whether the file is there
            cli.chithi.commands[name].make_context(name, words[1:])


def test_every_question_takes_a_format_and_a_file() -> None:
    writing = {"ingest", "remove", "import", "export", "view", "serve", "site", "backup", "restore", "push"}
    for name in set(COMMANDS) - writing:
        options = {option for parameter in cli.chithi.commands[name].params for option in parameter.opts}
        assert {"--format", "--output"} <= options, name


def test_the_examples_of_the_documentation_run_on_the_samples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    samples = sorted(path for path in (ROOT / "samples").glob("[0-9]*") if path.is_file())
    if not samples:
        pytest.skip("there are no samples")
    (tmp_path / "samples").mkdir()
    for path in samples:
        (tmp_path / "samples" / path.name).write_bytes(path.read_bytes())
    gold = {
        "file": samples[0].name,
        "document": {"type": "Chỉ thị", "symbol": "34-CT/TW", "date": None, "title": "", "issuer": ""},
    }
    gold |= {key: [] for key in ("implements", "relations", "citations", "recipients", "tasks", "targets")}
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHITHI_DB", raising=False)
    for words in commands_in("commands.md"):
        if command_named(words) == "serve":  # ends when it is stopped
            continue
        with pytest.raises(SystemExit) as ended:
            cli.main(words)
        printed = capsys.readouterr()
        assert not ended.value.code, f"chithi {shlex.join(words)}: {printed.err}"
    for name in ("documents.csv", "picture.html", "graph.jsonl", "copy.db"):
        assert (tmp_path / name).stat().st_size > 100


# -- printing


def test_every_format_holds_the_same_rows(run: Run) -> None:
    asked = ("tasks", "--agency", "so xay dung lai chau", "--role", "lead")
    rows = json.loads(run(*asked, "--format", "json")[1])
    assert [row["ref"] for row in rows] == ["PL.2", "PL.10", "PL.18"]
    assert rows[0]["quote"] == "Sở Xây dựng"
    assert rows[0]["supports"] == ["UBND các huyện, thành phố"]
    lines = run(*asked, "--format", "jsonl")[1].splitlines()
    assert [json.loads(line)["task"] for line in lines] == [row["task"] for row in rows]
    for format, delimiter in (("csv", ","), ("tsv", "\t")):
        found = list(csv.DictReader(io.StringIO(run(*asked, "--format", format)[1]), delimiter=delimiter))
        assert [row["ref"] for row in found] == ["PL.2", "PL.10", "PL.18"]
    assert run(*asked, "--format", "md")[1].count("\n") == 2 + len(rows)
    assert "Rà soát quy hoạch" in run(*asked, "--format", "table")[1]


def test_duties_a_page_at_a_time(run: Run) -> None:
    asked = ("tasks", "--agency", "so xay dung lai chau", "--role", "lead", "--format", "json")
    code, out, err = run(*asked, "--limit", "2")
    assert (code, [row["ref"] for row in json.loads(out)], err) == (0, ["PL.2", "PL.10"], "2 of 3\n")
    code, out, err = run(*asked, "--limit", "2", "--offset", "2")
    assert (code, [row["ref"] for row in json.loads(out)], err) == (0, ["PL.18"], "1 of 3\n")
    assert run(*asked, "--limit", "3")[2] == ""


def test_into_a_pipe_go_tab_separated_rows(run: Run) -> None:
    code, out, err = run("lineage", "34 ct tw", "--down")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split("\t")[:4] == ["depth", "direction", "kind", "document"]
    assert len(out.splitlines()) == 1 + 6


def test_lineage_up_down_or_both(run: Run) -> None:
    def directions(*options: str) -> set[str]:
        rows = json.loads(run("lineage", "927/QĐ-TTg", "--format", "json", *options)[1])
        return {row["direction"] for row in rows if row["depth"]}

    assert directions("--up") == {"up"}
    assert directions("--down") == {"down"}
    assert directions() == directions("--up", "--down") == {"up", "down"}


def test_lineage_is_drawn_as_a_tree_and_as_diagrams(run: Run) -> None:
    assert "927/QĐ-TTg" in run("lineage", "34-CT/TW", "--format", "tree")[1]
    assert run("lineage", "34-CT/TW", "--format", "mermaid")[1].startswith("flowchart")
    assert run("lineage", "34-CT/TW", "--format", "dot")[1].startswith("digraph")


def test_a_file_is_written_in_the_format_of_its_suffix(run: Run, tmp_path: Path) -> None:
    assert run("documents", "-o", "documents.json") == (0, "", "")
    rows = json.loads((tmp_path / "documents.json").read_text(encoding="utf-8"))
    assert CT34 in {row["id"] for row in rows}
    run("documents", "-o", "documents.json", "--format", "csv")
    assert (tmp_path / "documents.json").read_text(encoding="utf-8").startswith("id,symbol")


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(run: Run) -> None:
    code, out, err = run("documents", "-o", "no/such/folder/documents.csv")
    assert (code, out) == (1, "")
    assert "documents.csv cannot be written" in err


def test_an_empty_answer_is_an_empty_list(run: Run) -> None:
    assert run("targets", "--format", "json") == (0, "[]\n", "")
    assert run("targets", "--format", "jsonl") == (0, "", "")
    assert run("targets", "--format", "csv")[1].startswith("target,ref,subject")


def test_show_prints_the_words_in_their_context(run: Run) -> None:
    out = run("show", "34-CT/TW")[1]
    assert "← thực hiện: Kế hoạch 290-KH/TU" in out
    assert "»thực hiện Chỉ thị số 34-CT/TW ngày 24/5/2024«. Luật Nhà ở năm 2023." in out
    assert json.loads(run("show", "34-CT/TW", "--format", "json")[1])["node"]["id"] == CT34
    assert "implements" in run("show", "34-CT/TW", "--format", "csv")[1]
    assert "← implements: " in run("--lang", "en", "show", "34-CT/TW")[1]


def test_agency_prints_its_duties_and_takes_every_format(run: Run) -> None:
    asked = ("agency", "so xay dung", "--place", "lai chau")
    out = run(*asked)[1]
    assert "Chủ trì (3)" in out
    assert "Được báo cáo về (1)" in out
    assert len(json.loads(run(*asked, "--format", "json")[1])["leads"]) == 3
    rows = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv")[1])))
    assert [row["text"] for row in rows if row["part"] == "supports"] == ["Theo dõi, đôn đốc"]


def test_output_is_utf8_whatever_the_locale(run: Run) -> None:
    done = python("import cli; cli.main(['documents'])", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "Chỉ thị" in done.stdout


def test_a_closed_pipe_is_no_error(run: Run) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", "import cli; cli.main(['documents'])"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


# -- failing


def test_what_is_not_there_ends_with_3(run: Run) -> None:
    for arguments in (("show", "999/KH-KHONG"), ("lineage", "999/KH-KHONG"), ("tasks", "--agency", "cục hàng hải")):
        code, out, err = run(*arguments)
        assert (code, out) == (3, ""), arguments
        assert "Traceback" not in err
        assert err.strip()


def test_a_name_that_fits_several_ends_with_3_and_lists_them(run: Run) -> None:
    code, _, err = run("agency", "so xay dung")
    assert code == 3
    assert "Hậu Giang" in err
    assert "Lai Châu" in err


def test_a_wrong_command_line_ends_with_2(run: Run) -> None:
    assert run("tasks", "--due-before", "hôm qua")[0] == 2
    assert run("nonsense")[0] == 2
    assert run("targets", "--check", "--year", "2030")[0] == 2
    assert run("documents", "--format", "xml")[0] == 2


def test_days_are_read_in_both_ways_of_writing(run: Run) -> None:
    iso = run("tasks", "--due-before", "2024-12-31")
    assert iso == run("tasks", "--due-before", "31/12/2024")
    assert len(iso[1].splitlines()) == 2
    assert run("tasks", "--due-before", "31/02/2024")[0] == 2


def test_a_missing_or_foreign_database_ends_with_1_and_a_sentence(run: Run, tmp_path: Path) -> None:
    code, out, err = run("--db", "nowhere.db", "documents")
    assert (code, out) == (1, "")
    assert "nowhere.db" in err
    assert not (tmp_path / "nowhere.db").exists()
    (tmp_path / "letter.db").write_text("Kính gửi: Sở Xây dựng" * 100, encoding="utf-8")
    code, _, err = run("--db", "letter.db", "documents")
    assert code == 1
    assert "Traceback" not in err


def test_a_fault_of_the_program_is_not_hidden(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(store: object) -> list[object]:
        raise ZeroDivisionError

    monkeypatch.setattr("queries.stats.stats", broken)
    with pytest.raises(ZeroDivisionError):
        cli.main(["stats"])


def test_targets_that_contradict_each_other_end_with_5(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from queries.figures import CONFIRMED, CONTRADICTS, TargetCheck

    def found(verdict: str) -> Callable[..., list[TargetCheck]]:
        values = {"verdict": verdict, "stated": 10.0, "found": 9.0, "difference": -1.0, "targets": (), "quotes": ()}
        row = TargetCheck(**{field.name: values.get(field.name, "") for field in fields(TargetCheck)})  # type: ignore[arg-type]
        return lambda store, **asked: [row]

    monkeypatch.setattr("queries.targets.check_targets", found(CONTRADICTS))
    code, out, _ = run("targets", "--check", "--format", "json")
    assert (code, json.loads(out)[0]["difference"]) == (5, -1.0)
    monkeypatch.setattr("queries.targets.check_targets", found(CONFIRMED))
    assert run("targets", "--check")[0] == 0


# -- writing


def test_remove_takes_a_name_or_the_file_and_nothing_that_is_only_cited(run: Run) -> None:
    assert run("remove", "34-CT/TW")[0] == 3
    assert run("remove", "290-kh-tu")[:2] == (0, "")
    assert run("remove", "lai_chau.txt")[0] == 0
    assert run("documents", "--format", "json")[1] == "[]\n"


def test_export_import_and_diff(run: Run, tmp_path: Path) -> None:
    assert run("export", "graph.jsonl")[0] == 0
    assert run("--db", "copy.db", "import", "graph.jsonl")[0] == 0
    assert run("--db", "copy.db", "export", "again.jsonl")[0] == 0
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "graph.jsonl").read_bytes()
    assert run("diff", "graph.jsonl", "copy.db", "--check", "--format", "json") == (0, "[]\n", "")
    run("--db", "copy.db", "remove", "290-KH/TU")
    code, out, _ = run("diff", "graph.jsonl", "copy.db", "--check", "--format", "json")
    assert code == 5
    assert "lost" in {row["change"] for row in json.loads(out)}
    counts = json.loads(run("diff", "graph.jsonl", "copy.db", "--counts", "--format", "json")[1])
    assert {"record": "node", "kind": "task", "gained": 0, "lost": 1, "changed": 0} in counts


def test_export_writes_the_picture_and_says_what_it_cannot_write(run: Run, tmp_path: Path) -> None:
    assert run("export", "picture.HTML")[0] == 0
    assert (tmp_path / "picture.HTML").read_text(encoding="utf-8").lower().startswith("<!doctype html")
    assert run("export", "graph.nq")[:2] == (0, "")
    for name in ("no/graph.nq", "no/graph.csv", "no/picture.html"):
        code, _, err = run("export", name)
        assert (code, "cannot be written: No such file" in err) == (1, True), name
    (tmp_path / "letter.jsonl").write_text("Kính gửi: Sở Xây dựng", encoding="utf-8")
    code, _, err = run("import", "letter.jsonl")
    assert (code, "letter.jsonl, line 1: not JSON" in err) == (1, True)


def test_rdf_goes_out_under_a_base_and_comes_back(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("export", "graph.jsonl")
    monkeypatch.setenv("CHITHI_BASE", "https://data.example.vn/")
    assert run("export", "graph.ttl") == (0, "", "")
    monkeypatch.delenv("CHITHI_BASE")
    assert run("--db", "copy.db", "import", "graph.ttl") == (0, "", "")
    assert run("diff", "graph.jsonl", "copy.db", "--check", "--format", "json") == (0, "[]\n", "")
    code, _, err = run("--db", "copy.db", "import", "graph.ttl", "--base", "https://other.example.vn/")
    assert (code, err.count("\n"), "graph.ttl: https://data.example.vn/id/" in err) == (1, 1, True)
    code, _, err = run("export", "graph.ttl", "--base", "data.example.vn")
    assert (code, "data.example.vn is no base for IRIs" in err) == (2, True)


def test_check_ends_with_5_and_says_what_does_not_hold(run: Run, tmp_path: Path) -> None:
    assert run("check", "--format", "json") == (0, "[]\n", "")
    run("export", "graph.nt")
    said = (tmp_path / "graph.nt").read_text(encoding="utf-8")
    (tmp_path / "graph.nt").write_text(said.replace('"ingested"', '"seen"'), encoding="utf-8")
    code, out, _ = run("--lang", "en", "check", "graph.nt", "--format", "json")
    assert code == 5
    assert {row["problem"] for row in json.loads(out)} == {"status “seen” is none of: ingested, cited"}
    assert "tình trạng “seen” không thuộc" in run("check", "graph.nt", "--format", "table")[1]
    (tmp_path / "letter.txt").write_text("Kính gửi", encoding="utf-8")
    code, _, err = run("check", "letter.txt")
    assert (code, "letter.txt cannot be checked: .txt is no syntax of RDF" in err) == (1, True)


def test_export_of_an_unknown_suffix_is_a_wrong_command_line(run: Run) -> None:
    assert run("export", "graph.doc")[0] == 2


def test_evaluate_prints_the_figures_and_lists_misses(run: Run, tmp_path: Path) -> None:
    gold = {
        "file": "a.docx",
        "document": {"type": "Kế hoạch", "symbol": "290-KH/TU", "date": "2024-08-22", "title": "?", "issuer": "?"},
        "implements": [{"symbol": "34-CT/TW"}],
        **{key: [] for key in ("relations", "citations", "recipients", "tasks", "targets")},
    }
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    code, out, err = run("evaluate", "gold.json", "--misses")
    assert code == 0
    assert re.search(r"^implements +precision 1\.0 +recall 1\.0 +f1 1\.0 +n 1 *$", out, re.M)
    assert err.startswith("== a.docx\n   ")
    assert json.loads(run("evaluate", "gold.json", "--json")[1])["field.symbol"] == {"accuracy": 1.0, "n": 1}
    (tmp_path / "gold.json").write_text("{}", encoding="utf-8")
    code, _, err = run("evaluate", "gold.json")
    assert (code, "not a gold annotation" in err) == (1, True)


def test_sparql_takes_a_query_or_a_file_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    query = "SELECT DISTINCT ?symbol { ?document chithi:implements/chithi:symbol ?symbol } ORDER BY ?symbol"
    code, out, _ = run("sparql", query, "--format", "json")
    assert (code, {"symbol": "34-CT/TW"} in json.loads(out)) == (0, True)
    (tmp_path / "question.rq").write_text(query, encoding="utf-8")
    assert run("sparql", "-f", "question.rq", "--format", "csv")[1].splitlines()[0] == "symbol"
    assert run("sparql")[0] == run("sparql", query, "-f", "question.rq")[0] == 2
    code, out, err = run("sparql", "DELETE WHERE { ?s ?p ?o }")
    assert (code, out, err.count("\n"), "Queries do not change the graph" in err) == (1, "", 1, True)
    assert run("sparql", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")[0] == 1

"""The command line: parse, call the public function of the same name, print."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from viz.answers import DAY, Session, Verdict, answers
from viz.completion import AGENCY, ANYTHING, DOCUMENT, PLACE

if TYPE_CHECKING:
    from graph.store import Store

FAILED, USAGE, NOT_FOUND, PARTLY_DONE, NOT_HELD = 1, 2, 3, 4, 5

# Which named failure ends with which code; every other exception is a fault of the program and shows as one.
# By name, since an exception whose module was never imported was not raised: looking here imports nothing.
EXITS = (
    ("queries.names", "NotFound", NOT_FOUND),
    ("queries.names", "Ambiguous", NOT_FOUND),
    ("viz.selection", "FocusNotFoundError", NOT_FOUND),
    ("viz.explorer.site", "NotASite", FAILED),
    ("graph.store", "StoreError", FAILED),
    ("graph.exchange", "ExchangeError", FAILED),
    ("graph.formats", "UnknownFormat", USAGE),
    ("graph.formats.rdf_names", "BadBase", USAGE),
    ("graph.formats.rdf_reading", "RdfError", FAILED),
    ("graph.checking", "NotRdf", FAILED),
    ("graph.sparql", "SparqlError", FAILED),
    ("queries.evaluation", "GoldError", FAILED),
    ("queries.report", "NoReport", NOT_FOUND),
    ("ingest.workers", "NoReader", FAILED),
    ("viz.explorer.serving", "PortTaken", FAILED),
    ("builtins", "OSError", FAILED),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 failed, 2 usage, 3 not found, 4 partly done, 5 a check did not hold."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = chithi.main(arguments, prog_name="chithi", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, _PipeClosedError):
        # Whoever read the output has had enough; the interpreter would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        code = FAILED
    except Exception as error:
        code = _exit_of(error)
        click.echo(str(error), err=True)
    sys.exit(code or 0)


def _exit_of(error: Exception) -> int:
    """The code of an expected failure; raises what is none."""
    for module, name, code in EXITS:
        kind = getattr(sys.modules.get(module), name, None)
        if kind and isinstance(error, kind):
            return code
    raise error


AS_JSON = "viz.reports:as_json"
COVERAGE_STATES = ("same_words", "taken_up", "near", "not_taken_up", "added")
FILE = click.Path(dir_okay=False, path_type=Path)
GIVEN_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
BASE = click.option("--base", envvar="CHITHI_BASE", metavar="IRI", help="What the IRIs of the graph in RDF begin with.")


class _PipeClosedError(Exception):
    """The output is read no more."""


class _Commands(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:  # click would end with 1
            raise _PipeClosedError from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--db", envvar="CHITHI_DB", default="chithi.db", show_default=True, help="A file, or neo4j://HOST.")
@click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language of labels.")
@click.version_option(package_name="chithi")
@click.pass_context
def chithi(context: click.Context, db: str, lang: str) -> None:
    """Who must do what, because of which text, by when: a knowledge graph of official documents.

    Names are given as anyone would type them: 34-CT/TW, "34 ct tw", "so xay dung lai chau".

    \b
    Example:
      chithi ingest samples
      chithi lineage 34-CT/TW
    """
    context.obj = Session(db, lang)


def _command(*examples: str, name: str | None = None) -> Callable[[Callable[..., Any]], click.Command]:
    """Add a command whose help ends with these examples."""
    return chithi.command(name, epilog="\n".join(("\b", "Example:", *(f"  chithi {example}" for example in examples))))


# -- writing


@_command("ingest samples")
@click.argument("paths", nargs=-1, required=True)
@click.option("--jobs", type=click.IntRange(1), help="Processes that read; by default one a core for many files.")
@click.option(
    "--timeout",
    envvar="CHITHI_TIMEOUT",
    type=click.FloatRange(0.1, 86_400),
    default=300,
    show_default=True,
    help="Seconds that reading one file may take.",
)
@click.option(
    "--memory",
    envvar="CHITHI_MEMORY",
    type=click.IntRange(256),
    default=2048,
    show_default=True,
    help="Megabytes that reading one file may take.",
)
@click.pass_obj
def ingest(session: Session, paths: tuple[str, ...], jobs: int | None, timeout: float, memory: int) -> int:
    """Read files and folders (.txt .md .docx .pdf .html; - is standard input) into the graph.

    Unchanged files are skipped, changed ones replaced; what cannot be read is reported and the rest goes on.
    """
    from ingest.batch import ingest
    from ingest.files import find
    from ingest.workers import Limits
    from viz.progress import counted

    found = list(find(paths))
    session.keep_apart(file for file in found if isinstance(file, Path))
    with session.store(create=True) as store:
        states = counted(ingest(store, found, jobs=jobs, limits=Limits(timeout, memory)), len(found))
    click.echo(f"{states['read']} read, {states['unchanged']} unchanged, {states['failed']} failed", err=True)
    return 0 if not states["failed"] else FAILED if states.total() == states["failed"] else PARTLY_DONE


@_command("remove 45-KH/TU")
@click.argument("documents", nargs=-1, required=True, metavar="DOC...", type=DOCUMENT)
@click.pass_obj
def remove(session: Session, documents: tuple[str, ...]) -> None:
    """Take documents and all they say out of the graph; what others say of them stays."""
    from queries.held import find_held

    with session.store() as store:
        for node in [find_held(store, name) for name in documents]:
            store.remove(node.id)
            click.echo(f"{node.label} removed", err=True)


@_command("import graph.jsonl", name="import")
@click.argument("files", nargs=-1, required=True, type=GIVEN_FILE, metavar="FILE...")
@BASE
@click.pass_obj
def import_(session: Session, files: tuple[Path, ...], base: str | None) -> None:
    """Add the graphs of exports (.jsonl, or RDF as .nq .nt .trig .ttl .jsonld)."""
    from graph.formats import records_in

    session.keep_apart(files)
    with session.store(create=True) as store:
        for file in files:
            store.load(records_in(file, base))


# -- the questions


@_command("documents")
@answers("queries.documents:DocumentRow", columns="symbol doc_type title place date status tasks targets")
def documents(store: Store) -> Any:
    """Every document, held or only cited."""
    from queries.documents import documents

    return documents(store)


@_command("stats")
@answers("queries.stats:StatRow")
def stats(store: Store) -> Any:
    """How many nodes, edges and pieces of evidence of each kind there are."""
    from queries.stats import stats

    return stats(store)


@_command("show 34-CT/TW")
@click.argument("name", metavar="ID|NAME", type=ANYTHING)
@click.option("--most", type=click.IntRange(1), default=200, show_default=True, help="Statements to show each way.")
@answers(
    drawn={"table": "viz.reports:shown_text", "json": "viz.reports:as_json"},
    rows="viz.reports:shown_rows",
    piped="table",
)
def show(store: Store, name: str, most: int) -> Any:
    """A document, body, task or place with every statement about it, in its words and with the source's line."""
    from queries.show import show

    return show(store, name, most=most)


@_command("search nha o xa hoi --kind task")
@click.argument("text", nargs=-1, required=True)
@click.option("--kind", "kinds", multiple=True, help="Only nodes of this kind; may be given again.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@answers("queries.search:SearchRow", columns="kind label ref place date id")
def search(store: Store, text: tuple[str, ...], kinds: tuple[str, ...], limit: int) -> Any:
    """Nodes that contain every word, with or without diacritics."""
    from queries.search import search

    return search(store, " ".join(text), kinds or None, limit)


@_command("lineage 34-CT/TW --down")
@click.argument("document", metavar="DOC", type=DOCUMENT)
@click.option("--up", is_flag=True, help="Only what it carries out.")
@click.option("--down", is_flag=True, help="Only what carries it out.")
@click.option("--depth", type=click.IntRange(1), default=12, show_default=True)
@answers(
    "queries.lineage:LineageRow",
    columns="depth direction symbol doc_type title place date lag_days quote",
    drawn={"tree": "viz.text:tree", "mermaid": "viz.text:mermaid", "dot": "viz.text:dot"},
    terminal="tree",
)
def lineage(store: Store, document: str, up: bool, down: bool, depth: int) -> Any:
    """What a document carries out, and what carries it out, step by step."""
    from queries.lineage import lineage

    return lineage(store, document, up=up or not down, down=down or not up, depth=depth)


@_command("path 292-KH/TU 34-CT/TW", "path 292-KH/TU#IV.1 34-CT/TW")
@click.argument("lower", metavar="DOC|DOC#REF", type=DOCUMENT)
@click.argument("upper", metavar="DOC", type=DOCUMENT)
@answers("queries.path:PathRow", columns="route step source_label kind target_label lag_days quote")
def path(store: Store, lower: str, upper: str) -> Any:
    """Why a duty (DOC#REF) or document exists: every shortest way up, each step with the words that say so."""
    from queries.path import path

    return path(store, lower, upper)


@_command('impact "luat nha o"')
@click.argument("document", metavar="DOC", type=DOCUMENT)
@answers("queries.impact:ImpactRow", columns="distance kind label ref place relation via quote")
def impact(store: Store, document: str) -> Any:
    """Every plan, duty and figure that rests on a text, directly or through others."""
    from queries.impact import impact

    return impact(store, document)


@_command('agency "so xay dung" --place "lai chau"')
@click.argument("name", type=AGENCY)
@click.option("--place", type=PLACE, help="Of this province or town.")
@answers(
    drawn={"table": "viz.reports:agency_text", "json": "viz.reports:as_json"},
    rows="viz.reports:agency_rows",
    piped="table",
)
def agency(store: Store, name: str, place: str | None) -> Any:
    """Everything about one body: its duties, whom it directs, what it issued, what became of it."""
    from queries.agency import agency

    return agency(store, name, place)


@_command('tasks --agency "so xay dung" --place "lai chau" --role lead')
@click.option("--agency", type=AGENCY, help="Duties of this body.")
@click.option("--role", type=click.Choice(["lead", "support"]), help="Only where the body leads, or supports.")
@click.option("--document", metavar="DOC", type=DOCUMENT, help="Duties in this document.")
@click.option("--place", type=PLACE, help="Duties in documents of this province or town.")
@click.option("--due-before", type=DAY, help="With an end before this day.")
@click.option("--as-of", type=DAY, help="Name the bodies that answer on this day.")
@click.option("--limit", type=click.IntRange(1), help="At most so many; how many there are is told beside.")
@click.option("--offset", type=click.IntRange(0), default=0, help="Without the first so many.")
@answers("queries.tasks:TaskRow", columns="ref text leads supports deadline_text document_label")
def tasks(store: Store, **asked: Any) -> Any:
    """Who must do what, with whom and by when."""
    from queries.tasks import task_page

    page = task_page(store, **asked)
    if len(page.rows) < page.total:
        click.echo(f"{len(page.rows)} of {page.total}", err=True)
    return page.rows


@_command('partners "so xay dung lai chau"')
@click.argument("agency", metavar="AGENCY", type=AGENCY)
@answers("queries.partners:PartnerRow", columns="label place shared leads led together quote")
def partners(store: Store, agency: str) -> Any:
    """Who shares duties with a body, how many, and who leads in them."""
    from queries.partners import partners

    return partners(store, agency)


@_command("bottlenecks --limit 20")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@answers("queries.partners:BottleneckRow", columns="label place tasks led partners betweenness")
def bottlenecks(store: Store, limit: int) -> Any:
    """The bodies through which most of the joint work runs."""
    from queries.partners import bottlenecks

    return bottlenecks(store, limit=limit)


@_command("matrix --under 34-CT/TW")
@click.option("--under", metavar="DOC", type=DOCUMENT, help="Only this document and what carries it out.")
@click.option("--place", type=PLACE, help="Only documents of this province or town.")
@click.option("--agency", type=AGENCY, help="Only bodies of this name.")
@answers("queries.matrix:MatrixRow", drawn={"table": "viz.reports:matrix_text"})
def matrix(store: Store, **asked: Any) -> Any:
    """Bodies against documents: in how many duties each leads and supports."""
    from queries.matrix import matrix

    return matrix(store, **asked)


@_command('targets --place "dak lak" --year 2030', "targets --check")
@click.option("--document", metavar="DOC", type=DOCUMENT, help="Figures in this document.")
@click.option("--place", type=PLACE, help="Figures of this province or town.")
@click.option("--subject", help="Figures whose subject has these words.")
@click.option("--year", type=int, help="Figures for this year.")
@click.option("--as-of", type=DAY, help="A place has the figures of those merged into it by this day.")
@click.option("--check", is_flag=True, help="Compare the figures; exit code 5 when some contradict each other.")
@answers("queries.targets:TargetRow", columns="ref subject comparator value unit period_start period_end status place")
def targets(store: Store, check: bool, document: str | None, place: str | None, **asked: Any) -> Any:
    """The figures set, assigned and achieved, and whether they add up."""
    from queries.figures import CONTRADICTS
    from queries.targets import check_targets, targets

    if not check:
        return targets(store, document=document, place=place, **asked)
    if any(value is not None for value in asked.values()):
        raise click.UsageError("--check compares all figures of a document or place: leave --subject and --year out.")
    rows = check_targets(store, document=document, place=place)
    code = NOT_HELD if any(row.verdict == CONTRADICTS for row in rows) else 0
    return Verdict(rows, code, columns="verdict place ref subject explanation")


@_command('deadlines --on 2025-12-01 --place "lai chau"', 'deadlines --agency "so xay dung lai chau" -o deadlines.ics')
@click.option("--on", type=DAY, help="As things stand on this day; today when not given.")
@click.option("--agency", type=AGENCY, help="Duties of this body.")
@click.option("--document", metavar="DOC", type=DOCUMENT, help="Duties in this document.")
@click.option("--place", type=PLACE, help="Duties in documents of this province or town.")
@click.option("--due-before", type=DAY, help="Next due before this day.")
@click.option("--as-of", type=DAY, help="Name the bodies that answer on this day, in places as merged by then.")
@answers(
    "queries.deadlines:DeadlineRow",
    columns="state next_date days ref text leads document_label",
    drawn={"ics": "viz.ics:calendar"},
)
def deadlines(store: Store, on: date | None, **asked: Any) -> Any:
    """Every duty by when it is due: overdue, due, upcoming, recurring, undated."""
    from queries.deadlines import deadlines

    return deadlines(store, on=on or date.today(), **asked)


@_command("gaps")
@answers("queries.gaps:GapRow", columns="kind ref text detail count place")
def gaps(store: Store) -> Any:
    """What is missing: duties without a lead or a date, texts cited and not held, names left open."""
    from queries.gaps import gaps

    return gaps(store)


@_command("missing 34-CT/TW")
@click.argument("document", metavar="DOC", type=DOCUMENT)
@click.option("--on", type=DAY, help="The provinces of this day; today when not given.")
@answers("queries.missing:MissingRow", columns="kind place label seen_in quote")
def missing(store: Store, document: str, on: date | None) -> Any:
    """What the chain below a document lacks: texts in between that are not held, provinces without a plan."""
    from queries.missing import missing

    return missing(store, document, on=on)


@_command("coverage 34-CT/TW", "coverage 34-CT/TW --state not_taken_up --format csv")
@click.argument("document", metavar="UPSTREAM", type=DOCUMENT)
@click.option(
    "--state", "states", multiple=True, type=click.Choice(COVERAGE_STATES), help="Only these; again for more."
)
@click.option("--place", type=PLACE, help="Only in documents of this province or town.")
@answers("queries.coverage:CoverageRow", drawn={"table": "viz.reports:coverage_text"})
def coverage(store: Store, document: str, **asked: Any) -> Any:
    """Which plans take up each part of a document, in which words, which do not, and what they add."""
    from queries.coverage import coverage

    return coverage(store, document, **asked)


@_command("compare 290-KH/TU 292-KH/TU")
@click.argument("a", type=DOCUMENT)
@click.argument("b", type=DOCUMENT)
@answers("queries.compare:CompareRow", columns="kind state ref_a a ref_b b subject differs closeness")
def compare(store: Store, a: str, b: str) -> Any:
    """Two documents side by side: duties, figures, bodies, deadlines; what both have and what one has alone."""
    from queries.compare import compare

    return compare(store, a, b)


@_command('report "lai chau" -o report.md', "report 290-KH/TU")
@click.argument("name", metavar="PLACE|AGENCY|DOC", type=ANYTHING)
@click.option("--on", type=DAY, help="As things stand on this day; today when not given.")
@answers(
    drawn={"md": "viz.report_page:report_markdown", "table": "viz.report_page:report_markdown", "json": AS_JSON},
    rows="viz.report_page:report_rows",
    terminal="md",
    piped="md",
)
def report(store: Store, name: str, on: date | None) -> Any:
    """A report in Markdown on a place, body or document: lineage, duties, figures, gaps, the words of the sources."""
    from queries.report import report

    return report(store, name, on=on or date.today())


@_command("audit 45-KH/TU")
@click.argument("document", metavar="DOC", type=DOCUMENT)
@answers("queries.audit:AuditRow", columns="line ref kind note quote")
def audit(store: Store, document: str) -> Any:
    """What was noticed in a document and could not be turned into a statement."""
    from queries.audit import audit

    return audit(store, document)


# -- the whole graph


@_command("export graph.jsonl", "export deadlines.ics")
@click.argument("file", type=FILE)
@BASE
@click.pass_obj
def export(session: Session, file: Path, base: str | None) -> None:
    """Write the graph, by suffix.

    
    .jsonl                              everything, as chithi reads it
    .nq .nt .trig .ttl .jsonld          RDF, which chithi reads too
    .graphml .gexf .cypher .neo4j       for network programs and Neo4j
    .csv .xlsx .ics .html               for the office
    """
    with session.store() as store:
        if file.suffix.lower() == ".html":
            from viz.network import write_network

            write_network(store, file, lang=session.lang)
        elif file.suffix.lower() == ".ics":
            from viz.ics import write_calendar

            write_calendar(store, file, lang=session.lang)
        else:
            from graph.formats import export

            export(store, file, base)


@_command("view -o picture.html")
@click.argument("document", required=False, metavar="[DOC]", type=DOCUMENT)
@click.option("-o", "--output", type=FILE, default="chithi.html", show_default=True, help="Where to write it.")
@click.option("--title", help="The heading of the page.")
@click.option("--limit", type=click.IntRange(1, 1500), default=1500, show_default=True, help="Nodes to draw at most.")
@click.pass_obj
def view(session: Session, document: str | None, output: Path, title: str | None, limit: int) -> None:
    """Write the picture of the graph, or of a document's part in it: one HTML file that needs nothing else."""
    from queries.names import find_document
    from viz.network import write_network

    with session.store() as store:
        focus = find_document(store, document).id if document else None
        write_network(store, output, title=title, focus=focus, lang=session.lang, limit=limit)
    click.echo(output)


@_command("serve", "serve --port 8000 --open")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8422, show_default=True, help="0 takes a free one.")
@click.option("--token", envvar="CHITHI_TOKEN", default="", help="Only who has this key may read.")
@click.option("--allow-host", "allowed", multiple=True, help="A further name the server is called by.")
@click.option("--open", "browse", is_flag=True, help="Open the browser.")
@click.pass_obj
def serve(session: Session, host: str, port: int, token: str, allowed: tuple[str, ...], browse: bool) -> None:
    """Open the graph in the browser: search, lineage, documents with their evidence, bodies and duties."""
    from viz.explorer.serving import serve

    with session.store() as store:
        serve(
            store,
            lang=session.lang,
            address=session.db,
            host=host,
            port=port,
            token=token,
            allowed=allowed,
            say=lambda text: click.echo(text, err=True),
            browse=browse,
        )


@_command("site out/site")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--most", type=click.IntRange(1), default=50_000, show_default=True, help="Pages to write at most.")
@click.pass_obj
def site(session: Session, folder: Path, most: int) -> None:
    """Write the pages into a folder that any web server or USB stick can carry, with a search that needs no server."""
    from viz.explorer.site import write_site
    from viz.progress import counting

    with session.store() as store, counting("site") as told:
        n = write_site(store, folder, lang=session.lang, most=most, told=told)
    click.echo(f"{n} pages", err=True)
    click.echo(folder / "index.html")


@_command("evaluate gold.json --misses")
@click.argument("gold", nargs=-1, required=True, type=GIVEN_FILE, metavar="GOLD...")
@click.option("--misses", is_flag=True, help="List on standard error what was missed or wrong.")
@click.option("--json", "as_json", is_flag=True, help="The figures as one JSON object, by name.")
@answers(drawn={"table": "viz.reports:figures_text", "json": "viz.reports:figures_json"}, piped="table")
def evaluate(store: Store, gold: tuple[Path, ...], misses: bool, as_json: bool) -> Any:
    """Compare the graph with gold annotations: precision, recall and accuracy."""
    from queries.evaluation import evaluation, read_gold

    report = evaluation(store, [read_gold(path) for path in gold])
    if misses:
        click.echo(
            "\n".join(line for file, rows in report.misses for line in (f"== {file}", *(f"   {row}" for row in rows))),
            err=True,
        )
    return Verdict(report.figures, 0, "json" if as_json else None)


# -- the store itself


@_command("backup chithi-backup.db")
@click.argument("file", type=FILE)
@click.pass_obj
def backup(session: Session, file: Path) -> None:
    """Copy the store to a file, as it is at this moment, while others read and write it."""
    from graph.backup import backup

    click.echo(f"{file}: {backup(session.file, str(file))} files that were read", err=True)


@_command("restore chithi-backup.db")
@click.argument("file", type=GIVEN_FILE)
@click.option("--replace", is_flag=True, help="Even when the store holds documents; they are lost.")
@click.pass_obj
def restore(session: Session, file: Path, replace: bool) -> None:
    """Put a backup in the place of what the store holds, all at once, while others read it."""
    from graph.backup import restore

    click.echo(f"{session.file}: {restore(session.file, str(file), replace=replace)} files that were read", err=True)


@_command("push copy.db", "push neo4j://neo4j@localhost:7687/neo4j")
@click.argument("address", metavar="ADDRESS")
@click.pass_obj
def push(session: Session, address: str) -> None:
    """Copy everything into another store, a file or a Neo4j database, beside what is there; stopped, it can go on.

    The password of a Neo4j database is taken from NEO4J_PASSWORD, or asked for.
    """
    from graph.pushing import push
    from viz.progress import reaching

    with session.store() as store, reaching("push") as told:
        push(store, address, told)


@_command("doctor", "doctor --deep")
@click.option("--deep", is_flag=True, help="Also compare the graph with what was read, stated anew: that takes time.")
@click.option("--anew", is_flag=True, help="First state the graph anew from what was read.")
@answers("graph.doctor:CheckRow", of_store=False)
def doctor(deep: bool, anew: bool) -> Any:
    """Whether the store is sound, how much room is left and what is installed; exit code 5 when something is amiss."""
    from graph.doctor import FAILS, doctor

    rows = doctor(click.get_current_context().obj.file, deep=deep, anew=anew)
    return Verdict(rows, NOT_HELD if any(row.state == FAILS for row in rows) else 0)


@_command('sparql "SELECT ?symbol { ?d chithi:implements/chithi:symbol ?symbol }"', "sparql -f -")
@click.argument("query", required=False)
@click.option("-f", "--file", type=click.File(encoding="utf-8"), help="Take the query from this file; - is the input.")
@click.option("--endpoint", "endpoints", multiple=True, metavar="URL", help="SERVICE may ask this; again for more.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), default=30, help="Seconds to wait for endpoints.")
@BASE
@answers()
def sparql(store: Store, query: str | None, file: TextIO | None, **asked: Any) -> Any:
    """Answer a SPARQL query from the graph as RDF; nodes and edges are given by their ids.

    Nothing is asked of a network unless --endpoint allows it.
    """
    from graph.sparql import sparql

    if (query is None) == (file is None):
        raise click.UsageError("Give a query, or a file with one (-f FILE).")
    return sparql(store, file.read() if file else query or "", **asked)


@_command("check", "check graph.nq")
@click.argument("file", required=False, type=GIVEN_FILE, metavar="[FILE]")
@BASE
@answers("viz.findings:FindingRow", columns="label problem id", of_store=False)
@click.pass_obj
def check(session: Session, file: Path | None, base: str | None) -> Any:
    """Whether the graph, or a file of RDF, holds to the shapes of the vocabulary (SHACL), and every quote to its text.

    Exit code 5 when something does not hold; each row says what.
    """
    from graph.checking import check_file, check_store
    from viz.findings import check_rows

    if file:
        rows = check_rows(check_file(file, base), session.lang)
    else:
        with session.store() as store:
            rows = check_rows(check_store(store), session.lang)
    return Verdict(rows, NOT_HELD if rows else 0)


@_command("diff before.jsonl after.jsonl --counts")
@click.argument("before")
@click.argument("after")
@click.option("--counts", is_flag=True, help="Only how many of each kind.")
@click.option("--check", is_flag=True, help="Exit code 5 when there is a difference.")
@answers(of_store=False)
def diff(before: str, after: str, counts: bool, check: bool) -> Any:
    """What one export (.jsonl) or database has that another has not: gained, lost, changed."""
    from queries.diff import diff, diff_counts, records_at

    rows = diff(records_at(before), records_at(after))
    return Verdict(diff_counts(rows) if counts else rows, NOT_HELD if check and rows else 0)


if __name__ == "__main__":
    main()

"""How every reading command prints: the same formats, the same options, data on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from importlib import import_module
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, cast

import click

if TYPE_CHECKING:
    from graph.store import Store

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md", "xlsx")
FILE_WIDTH = 120


class CannotWrite(click.ClickException):
    """The file asked for with -o cannot be written."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(f"{path} cannot be written: {error.strerror}; give another file with -o.")


@dataclass(frozen=True, slots=True)
class Session:
    """What the options before the command say: the address of the store and the language of labels."""

    db: str
    lang: str

    @property
    def file(self) -> str:
        """The path of the embedded store. Raises StoreError for an address of a server."""
        from graph.store import StoreError

        if "://" in self.db:
            raise StoreError("this is for stores in a file: a server has its own programs for it")
        return self.db

    def keep_apart(self, files: Iterable[Path]) -> None:
        """Raises UsageError when a file is the store itself: who opens and closes it gives up the locks on it."""
        own = {str(Path(self.db + part).resolve()) for part in ("", "-wal", "-shm")}
        for file in files:
            if str(file.resolve()) in own:
                raise click.UsageError(f"{file} is the store itself.")

    def store(self, *, create: bool = False) -> Store:
        from graph import open_store

        return open_store(self.db, create=create)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Rows to print, the exit code that they mean, the format when an option of the command's own asks for one, and the
    columns a table shows of them when they are not the command's usual rows."""

    rows: Any
    code: int
    format: str | None = None
    columns: str = ""


class Day(click.ParamType[date]):
    """A day as 2025-12-31 or 31/12/2025."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%d/%m/%Y" if "/" in value else "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2025-12-31 or 31/12/2025", param, ctx)


DAY = Day()


def answers(
    kind: str | None = None,
    *,
    columns: str = "",
    terminal: str = "table",
    piped: str = "tsv",
    drawn: Mapping[str, str] | None = None,
    rows: str | None = None,
    of_store: bool = True,
) -> Callable[[Callable[..., Any]], Callable[..., int]]:
    """Give a command `--format` and `-o`, hand it the open store (unless not `of_store`) and print the rows or the
    Verdict that it returns; the decorated function returns the exit code.

    Without `--format` the suffix of the file of `-o` decides, then whether standard output is a terminal. `drawn` has
    the formats that this command draws in its own way, as `module:function` from the answer and the language to text;
    `rows` names the function that makes rows of an answer that is none. `kind` (`module:class`) is the rows' type, for
    the headings of an empty answer; `columns` are those of it that a table shows, since all of them fit no screen.
    """
    own = dict(drawn or {})
    choice = click.Choice([*(name for name in own if name not in FORMATS), *FORMATS])

    def decorate(command: Callable[..., Any]) -> Callable[..., int]:
        @click.option("--format", "format_", type=choice, help=f"{terminal} on a terminal, else {piped}.")
        @click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
        @click.pass_obj
        @wraps(command)
        def run(session: Session, /, *args: Any, format_: str | None, output: Path | None, **options: Any) -> int:
            labels: Mapping[str, str] = {}
            name = format_ or _format_of(output, own) or (terminal if _on_terminal(output) else piped)
            if name == "xlsx" and (output is None or str(output) == "-"):
                raise click.UsageError("A workbook is written to a file: give one with -o FILE.xlsx.")
            if of_store:
                with session.store() as store:
                    answer = command(store, *args, **options)
                    if name == "xlsx":
                        labels = _labels(store, _table(answer, rows))
            else:
                answer = command(*args, **options)
            verdict = answer if isinstance(answer, Verdict) else Verdict(answer, 0)
            name = verdict.format or name
            if name == "xlsx":
                _write_workbook(_table(answer, rows), cast("Path", output), session.lang, kind, labels)
                return verdict.code
            if name in own:
                text = str(_function(own[name])(verdict.rows, session.lang))
            else:
                found = _function(rows)(verdict.rows) if rows else verdict.rows
                text = _rendered(found, name, session.lang, kind, (verdict.columns or columns).split(), output)
            _write(text, output)
            return verdict.code

        return run

    return decorate


def _on_terminal(output: Path | None) -> bool:
    return output is None and sys.stdout.isatty()


def _format_of(output: Path | None, own: Collection[str] = ()) -> str | None:
    suffix = output.suffix[1:].lower() if output else ""
    return suffix if suffix in FORMATS or suffix in own else None


def _table(answer: Any, rows: str | None) -> Sequence[Any]:
    found = answer.rows if isinstance(answer, Verdict) else answer
    return cast("Sequence[Any]", _function(rows)(found) if rows else found)


def _labels(store: Store, rows: Sequence[Any]) -> Mapping[str, str]:
    """What people call the nodes whose ids stand in the rows. One call."""
    from viz.question_sheets import ids_in

    return {node.id: node.label for node in store.nodes(ids_in(rows)).values()}


def _write_workbook(rows: Sequence[Any], output: Path, lang: str, kind: str | None, labels: Mapping[str, str]) -> None:
    from graph.formats.workbook import write_sheets
    from viz.question_sheets import sheet_of

    question = click.get_current_context().info_name or ""
    row_type = cast("type | None", _function(kind)) if kind else None
    write_sheets([sheet_of(rows, question, lang, labels, kind=row_type)], output)


def _function(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _rendered(
    rows: Sequence[Any], name: str, lang: str, kind: str | None, columns: Sequence[str], output: Path | None
) -> str:
    from viz.tables import render

    width = get_terminal_size().columns if _on_terminal(output) else FILE_WIDTH
    row_type = cast("type | None", _function(kind)) if kind else None
    if name == "table" and columns and all(hasattr(row, column) for row in rows[:1] for column in columns):
        rows = [{column: getattr(row, column) for column in columns} for row in rows]
    return render(rows, name, lang, width, kind=row_type)


def _write(text: str, output: Path | None) -> None:
    if text and not text.endswith("\n"):
        text += "\n"
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise CannotWrite(output, error) from error

"""The rows of a page as CSV or as a workbook; what a spreadsheet would take for a formula is inert in both."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.responses import Response

from graph.store import Store
from viz.explorer.asked import Table
from viz.explorer.problems import Problem

MOST_ROWS = 20_000


def download(table: Table, format: str, store: Store, lang: str) -> Response:
    """The file, at most MOST_ROWS rows. Raises Problem."""
    rows = table.rows()
    if len(rows) > MOST_ROWS:
        raise Problem(400, "too_many_rows", most=MOST_ROWS)
    if format == "csv":
        from viz.tables import render

        # Excel knows UTF-8 by its mark only.
        content = ("\ufeff" + render(rows, "csv", lang, kind=table.kind)).encode()
        media = "text/csv; charset=utf-8"
    else:
        from graph.formats.workbook import write_sheets
        from viz.question_sheets import ids_in, sheet_of

        labels = {node.id: node.label for node in store.nodes(ids_in(rows)).values()}
        with TemporaryDirectory() as folder:
            path = Path(folder) / "sheet.xlsx"
            write_sheets([sheet_of(rows, table.question, lang, labels, kind=table.kind)], path)
            content = path.read_bytes()
        media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    named = {"Content-Disposition": f'attachment; filename="chithi-{table.question}.{format}"'}
    return Response(content, media_type=media, headers=named)

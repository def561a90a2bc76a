"""Questions in SQL, read-only and with a time limit."""

from __future__ import annotations

from onrecord.show.web.view import Asked, View
from onrecord.store.asking import Answer, BadQuestion, ask

SECONDS = 5.0
MOST = 500
EXAMPLES = (
    ("Who speaks most", "SELECT speaker_name, count(*) AS statements FROM statements GROUP BY 1 ORDER BY 2 DESC LIMIT 20"),
    ("Denials", "SELECT speaker_name, said_earliest, quote FROM statements WHERE act = 'deny'"),
    ("Articles without a day", "SELECT title, path FROM articles WHERE published_earliest IS NULL"),
    (
        "Direct quotations in which a word stands",
        "SELECT s.speaker_name, s.quote FROM statements s WHERE s.manner = 'direct' AND s.n IN\n"
        "  (SELECT rowid FROM statements_text WHERE statements_text MATCH 'peace')",
    ),
)


def sql(asked: Asked) -> View:
    """Answer one SELECT over the index; a question that fails is answered with why."""
    query, fault, answer = asked.filter("q"), "", Answer((), ())
    if query:
        try:
            answer = ask(asked.record.db, query, SECONDS)
        except BadQuestion as error:
            fault = str(error)
    material = {
        "query": query or "",
        "fault": fault,
        "columns": answer.columns,
        "answer": answer.rows[:MOST],
        "total": len(answer.rows),
        "examples": EXAMPLES,
        "most": MOST,
    }
    return View("SQL", "sql.html", material, (dict(zip(answer.columns, row, strict=True)) for row in answer.rows))

"""Where the record comes from: outlets, articles without a day, what was not read and why."""

from __future__ import annotations

from onrecord.show.families import families
from onrecord.show.web.view import Asked, View
from onrecord.store.questions import summary

MOST = 200


def sources(asked: Asked) -> View:
    """List outlets and articles, and everything that is missing."""
    db = asked.record.db
    outlet = asked.filter("outlet")
    articles = summary.articles(db, outlet, undated=bool(asked.filter("undated")))
    start = asked.number("from", 0, len(articles))
    material = {
        "outlets": summary.outlets(db),
        "articles": articles[start : start + MOST],
        "total": len(articles),
        "start": start,
        "most": MOST,
        "gaps": summary.gaps(db),
        "families": asked.once("families", families),
        "counts": summary.counts(db),
    }
    return View("Sources", "sources.html", material, (summary.row(one) for one in articles))

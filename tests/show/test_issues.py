"""Issues join what links join, and say of two sides no more than the links do."""

from dataclasses import replace
from itertools import count

import pytest

from onrecord.records import Act, Link, Manner, Part, Relation, Statement, Strength
from onrecord.show import issues as under_test
from onrecord.show.funnel import funnel
from onrecord.show.issues import issues, picture, stance_of
from onrecord.show.said import Said, see
from tests.show.made import article

numbers = count()


def one(words: str, speaker: str, *, negated: bool = False, hedged: bool = False, act: Act = Act.SAY, **known) -> Said:
    text = f"{speaker} said {words} ({next(numbers)})."
    home = article(text)
    start = text.index(words)
    spans = ((start, start + len(words)),)
    part = Part(spans, words, negated=negated, hedged=hedged)
    statement = Statement(
        home.id, ((0, len(speaker)),), (), spans, Manner.INDIRECT, act, parts=(part,), speaker_name=speaker, **known
    )
    return see(statement, home, ())


def tie(relation: Relation, a: Said, b: Said, strength: Strength = Strength.LOOSE) -> Link:
    return Link(relation, a.id, b.id, a.statement.content, b.statement.content, strength, "unknown", "why", (), 0.5, "hand/1")


class Db:
    def execute(self, *_):
        return []


@pytest.fixture
def drawn(monkeypatch):
    def draw(links, *said):
        monkeypatch.setattr(under_test.ties, "links", lambda *_: links)
        monkeypatch.setattr(under_test, "by_id", lambda _, ids: {each.id: each for each in said if each.id in set(ids)})
        return issues(Db())

    return draw


def test_what_links_join_is_one_issue_with_two_sides(drawn) -> None:
    open_, again = one("the bridge is open", "Ada Ternin"), one("the bridge stood open", "Ada Ternin")
    shut = one("the bridge is not open", "Boro Kesk", negated=True)
    links = [tie(Relation.CONTRADICTS, shut, open_), tie(Relation.SAME, open_, again)]
    (issue,) = drawn(links, open_, again, shut)
    assert (issue.title, issue.counter) == ("The bridge is open", "The bridge is not open")
    assert [holder.name for holder in issue.holders()] == ["Ada Ternin", "Boro Kesk"]
    assert [holder.stances for holder in issue.holders()] == [("asserts",), ("denies",)]
    assert issue.holders()[0].against == ("Boro Kesk",)
    assert drawn(list(reversed(links)), shut, again, open_) == [issue]


def test_agreement_alone_and_tension_make_no_issue(drawn) -> None:
    a, b = one("the bridge is open", "Ada Ternin"), one("the bridge is open now", "Boro Kesk")
    assert drawn([tie(Relation.SAME, a, b)], a, b) == []
    assert drawn([tie(Relation.CONTRADICTS, a, b, Strength.TENSION)], a, b) == []


def test_where_the_links_do_not_fit_two_sides_none_is_made_up(drawn) -> None:
    a, b, c = (one(f"{n} ferries sank", name) for n, name in ((3, "Ada Ternin"), (4, "Boro Kesk"), (5, "Ciro Lam")))
    (issue,) = drawn([tie(Relation.CONTRADICTS, x, y) for x, y in ((a, b), (b, c), (a, c))], a, b, c)
    assert issue.counter == ""
    assert {position.side for position in issue.positions} == {None}


def test_who_changed_sides_is_told(drawn) -> None:
    first, later = one("the bridge is open", "Ada Ternin"), one("the bridge is not open", "Ada Ternin", negated=True)
    (issue,) = drawn([tie(Relation.SHIFTS, later, first)], first, later)
    (holder,) = issue.holders()
    assert set(holder.sides) == {0, 1}
    assert holder.against == ()


def test_articles_that_repeat_each_other_are_one_source(drawn) -> None:
    a, b = one("the bridge is open", "Ada Ternin"), one("the bridge is not open", "Boro Kesk", negated=True)
    c = one("the bridge is open", "Ada Ternin", copies=(a.id,))
    (issue,) = drawn([tie(Relation.DENIES, b, a), tie(Relation.SAME, a, c)], a, b, c)
    assert (issue.articles, issue.independent) == (3, 2)
    assert [(step.number, step.words) for step in funnel(issue)][:3] == [
        (3, "statements"),
        (3, "articles"),
        (2, "articles that repeat no other"),
    ]
    assert picture(issue) == ""  # all on one day


def test_stance_is_of_the_statements_own_words() -> None:
    assert stance_of(one("x", "A").statement, one("x", "A").statement.content) == "asserts"
    hedged, denial = one("x y", "A", hedged=True), one("x y", "A", act=Act.DENY)
    assert stance_of(hedged.statement, hedged.statement.content) == "hedges"
    assert stance_of(denial.statement, denial.statement.content) == "denies"
    assert stance_of(replace(denial.statement, act=Act.SAY), ()) == "asserts"


def test_an_accusation_that_is_no_sentence_alone_says_what_it_is(drawn) -> None:
    charge = one("the mayor of selling the bridge", "Ada Ternin", act=Act.ACCUSE)
    denial = one("the mayor sold the bridge", "Boro Kesk", act=Act.DENY)
    (issue,) = drawn([tie(Relation.DENIES, denial, charge)], charge, denial)
    assert issue.title == "Accused: the mayor of selling the bridge"
    assert issue.counter == "Denied: the mayor sold the bridge"
    assert (issue.voices(0), issue.voices(1)) == (["Ada Ternin"], ["Boro Kesk"])

from contextlib import closing

import pytest

from onrecord.records import Article
from onrecord.store import shelf
from onrecord.store.shelf import Line, Shelf, Shelves


def test_a_shelf_gives_what_was_put_on_it_in_the_order_of_keys() -> None:
    with closing(Shelves()) as shelves:
        articles = Shelf(shelves, ((name, Article(name, "Words.")) for name in ("b", "a")))
        articles.put([("c", Article("c", "More words."))])
        assert list(articles) == ["a", "b", "c"]
        assert [article.id for article in articles.in_order()] == ["a", "b", "c"]
        assert articles["b"] == Article("b", "Words.")
        assert (len(articles), articles.get("d"), "a" in articles) == (3, None, True)
        with pytest.raises(KeyError):
            articles["d"]


def test_a_shelf_can_be_added_to_while_it_is_gone_through() -> None:
    with closing(Shelves()) as shelves:
        first, second = Shelf(shelves, [("a", 1), ("b", 2)]), Shelf[int](shelves)
        for key, item in zip(first, first.in_order(), strict=True):
            second.put([(key, item)])
        assert dict(second) == {"a": 1, "b": 2}


def test_a_line_gives_its_items_by_number_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "HELD", 2)
    with closing(Shelves()) as shelves:
        line = Line(shelves, (str(number) for number in range(20)))
        assert (len(line), line[0], line[19], line[0]) == (20, "0", "19", "0")
        assert list(line) == [str(number) for number in range(20)]
        with pytest.raises(IndexError):
            line[20]

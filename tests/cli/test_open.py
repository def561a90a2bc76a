"""The desk that `onrecord open` serves takes whatever is typed in it."""

import pytest
from starlette.testclient import TestClient

from onrecord.show.web.app import create


@pytest.mark.parametrize("typed", ["speaker=!!!", "q=!!!", "q=%00", "q=%22", "outlet=%00", "speaker=%00"])
def test_a_filter_without_words_finds_nothing_and_is_no_error(record, typed):
    with TestClient(create(record), base_url="http://127.0.0.1") as client:
        assert client.get(f"/search?{typed}").status_code == 200
        assert client.get(f"/search.json?{typed}").json() == []


def test_a_blank_filter_is_not_set(record):
    with TestClient(create(record), base_url="http://127.0.0.1") as client:
        assert len(client.get("/search.json?q=%20").json()) == 5
        assert client.get("/who.json?q=!!!").json() == []

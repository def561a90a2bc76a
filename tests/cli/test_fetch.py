from onrecord.gather.web import Fetched, Fetcher, Refused


def test_pages_are_saved_and_what_is_not_is_told(onrecord, tmp_path, monkeypatch):
    def fetch(_, url):
        if "gone" in url:
            raise Refused("the site answered 404")
        return Fetched(url, "2021-05-03T10:00:00Z", b"The bridge is closed.", "text/plain", "utf-8")

    monkeypatch.setattr(Fetcher, "fetch", fetch)
    ran = onrecord("fetch", "https://herald.example/a.html", "https://herald.example/gone", "-o", tmp_path / "pages")
    assert ran.code == 3
    assert ran.out.splitlines() == [str(path) for path in (tmp_path / "pages").iterdir() if path.suffix == ".txt"]
    assert "not fetched https://herald.example/gone: the site answered 404" in ran.err
    assert onrecord("build", tmp_path / "pages", "-o", tmp_path / "r").code == 0
    assert '"2021-05-03T10:00:00Z"' in onrecord("sql", "SELECT fetched FROM sightings", "-r", tmp_path / "r").out


def test_this_machine_is_never_fetched_from(onrecord, tmp_path):
    ran = onrecord("fetch", "http://localhost:1/a", "file:///etc/passwd", "-o", tmp_path / "pages")
    assert ran.code == 3
    assert "no public address" in ran.err
    assert not (tmp_path / "pages").exists()

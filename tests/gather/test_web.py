"""Fetching, against a server on this machine that only a judge of these tests' own lets it speak to."""

import gzip
import json
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gather import web
from onrecord.gather.inputs import discover, load
from onrecord.gather.saving import name_of, save
from onrecord.gather.web import Fetched, Fetcher, Refused, is_public

LEAD = "The minister of roads said on Monday that the northern bridge – the “old lady” – would be closed for two winters."
MORE = LEAD.replace("northern", "southern")
PAGE = f"<html><body><article><h1>Bridge to close</h1><p>{LEAD}</p><p>{MORE}</p></article></body></html>"
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Server(ThreadingHTTPServer):
    """Answers what a test sets: path to (status, headers, body) or a function of the handler."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.asked = {}, []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        answer = self.server.answers.get(self.path, (404, {}, b""))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    running = Server()
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def fetcher():
    return Fetcher(judge=lambda _: True, wait=lambda _: None, seconds=10)


def reason(fetcher, url):
    with pytest.raises(Refused) as refused:
        fetcher.fetch(url)
    return str(refused.value)


PRIVATE = """
127.0.0.1 10.1.2.3 192.168.0.1 172.16.5.5 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 240.0.0.1 192.0.2.1
::1 :: fe80::1 fe80::1%eth0 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1::
2002:c0a8:1::1 2001:0:4136:e378:8000:63bf:80ff:fffe ::127.0.0.1
"""


@pytest.mark.parametrize("address", PRIVATE.split())
def test_no_address_of_this_machine_or_its_network_is_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_the_open_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"]
)
def test_this_machine_is_refused_whatever_it_is_called(server, host):
    assert "no public address" in reason(Fetcher(), f"http://{host}:{server.server_port}/")
    assert server.asked == []


def test_a_move_to_a_private_address_is_refused(server):
    hidden = Server()
    server.answers["/a"] = (302, {"Location": f"http://localhost:{hidden.server_port}/secret"}, b"")
    calls = []

    def first_only(address):
        calls.append(address)
        return len(calls) < 3  # robots.txt and the page itself

    assert "no public address" in reason(Fetcher(judge=first_only), server.url + "/a")
    hidden.server_close()


def test_the_connection_goes_to_the_address_that_was_judged(server, monkeypatch):
    lookups = []
    real = socket.getaddrinfo

    def turncoat(host, port, *rest, **more):
        lookups.append(host)
        return real("127.0.0.1" if len(lookups) <= 2 else "127.0.0.2", port, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", turncoat)
    server.answers["/a"] = (200, HTML, PAGE.encode())
    judged = []
    fetcher = Fetcher(judge=lambda address: not judged.append(address))
    fetcher.fetch(f"http://herald.example:{server.server_port}/a")
    assert judged == ["127.0.0.1", "127.0.0.1"]
    assert lookups == ["herald.example", "herald.example"]


def test_one_private_address_among_a_names_addresses_is_enough(monkeypatch):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert reason(Fetcher(), "http://herald.example/") == (
        "its robots.txt could not be fetched: herald.example is 10.0.0.1, which is no public address"
    )


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/", "a.example", "", "http://", "http://u:p@a.example/", "http://[::1", "http://a..b/",
            "http://a.example:99999/", "gopher://a.example", "javascript:x"],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused(url):
    assert "address" in reason(Fetcher(), url) or "name" in reason(Fetcher(), url)


def test_a_page_is_saved_so_that_a_build_reads_it(server, fetcher, tmp_path):
    server.answers["/old"] = (301, {"Location": "/2021/Bridge closed.html?a=1#top"}, b"")
    server.answers["/2021/Bridge%20closed.html?a=1"] = (
        200,
        {"Content-Type": "text/html; charset=windows-1252"},
        PAGE.encode("cp1252"),
    )
    path = save(fetcher.fetch(server.url + "/old"), tmp_path)
    assert path.read_bytes() == PAGE.encode("cp1252")
    assert path.name.startswith("127.0.0.1-2021-bridge-20closed-")
    (found,) = (item for source in discover([tmp_path]) for item in load(source))
    assert LEAD in found.text
    assert found.sighting.url == server.url + "/2021/Bridge%20closed.html?a=1"
    assert found.sighting.fetched[:2] == "20"
    assert found.told.url == found.sighting.url
    assert json.loads((tmp_path / (path.name + ".meta.json")).read_text())["charset"] == "windows-1252"
    assert sorted(each.name for each in tmp_path.iterdir()) == [path.name, path.name + ".meta.json"]


def test_robots_txt_is_heeded(server, fetcher):
    server.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private")
    server.answers["/private/a"] = server.answers["/a"] = (200, HTML, PAGE.encode())
    assert "robots.txt asks" in reason(fetcher, server.url + "/private/a")
    assert "/private/a" not in server.asked
    fetcher.fetch(server.url + "/a")
    assert server.asked.count("/robots.txt") == 1


def test_where_robots_txt_fails_nothing_is_fetched(server, fetcher):
    server.answers["/a"] = (200, HTML, PAGE.encode())
    server.answers["/robots.txt"] = (503, {}, b"")
    assert "robots.txt" in reason(fetcher, server.url + "/a")
    server.server_close()
    assert "robots.txt could not be fetched" in reason(Fetcher(judge=lambda _: True, seconds=2), "http://127.0.0.1:1/a")


def test_pages_of_one_site_are_fetched_with_a_pause(server):
    waits = []
    fetcher = Fetcher(judge=lambda _: True, wait=waits.append)
    server.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 3")
    server.answers["/a"] = (200, HTML, PAGE.encode())
    for _ in range(3):
        fetcher.fetch(server.url + "/a")
    assert waits == [3.0, 3.0]
    server.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 900")
    assert "900 seconds" in reason(Fetcher(judge=lambda _: True), server.url + "/a")


def test_limits_of_size_time_and_moves(server, fetcher):
    server.answers["/long"] = (200, HTML, b"x" * 5000)
    server.answers["/bomb"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(bytes(1 << 24)))
    small = Fetcher(judge=lambda _: True, wait=lambda _: None, most=4096)
    assert "the most that is read" in reason(small, server.url + "/long")
    assert "the most that is read" in reason(small, server.url + "/bomb")
    server.answers["/round"] = (302, {"Location": "/round"}, b"")
    assert "moved more than" in reason(fetcher, server.url + "/round")

    def drip(handler):
        for _ in range(100):
            try:
                handler.wfile.write(b"H")
                time.sleep(0.1)
            except OSError:
                return

    server.answers["/drip"] = drip
    assert (
        reason(Fetcher(judge=lambda _: True, wait=lambda _: None, seconds=0.5), server.url + "/drip")
        == "took longer than 0.5 seconds"
    )


def test_answers_cut_off_or_of_no_use_are_refused(server, fetcher):
    server.answers["/cut"] = (200, {**HTML, "Content-Length": "9999"}, PAGE.encode())
    server.answers["/cutgz"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())[:-20])
    server.answers["/br"] = (200, {**HTML, "Content-Encoding": "br"}, b"x")
    server.answers["/png"] = (200, {"Content-Type": "image/png"}, b"x")
    server.answers["/nothing"] = lambda handler: handler.wfile.write(b"\0" * 100)
    for path, why in (
        ("cut", "end early"),
        ("cutgz", "end early"),
        ("br", "not asked for"),
        ("png", "image/png"),
        ("no", "404"),
        ("nothing", "127"),
    ):
        assert why in reason(fetcher, f"{server.url}/{path}")


def test_packed_pages_are_unpacked(server, fetcher):
    server.answers["/gz"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode()))
    assert fetcher.fetch(server.url + "/gz").data == PAGE.encode()


@given(st.text(max_size=60))
def test_any_address_is_written_in_ascii_or_refused(url):
    for given_ in (url, "http://" + url, "https://herald.example/" + url):
        try:
            written = web._checked(given_)
        except Refused:
            continue
        assert written.isascii()
        assert not set(written) & set(" \r\n\t")
        assert web._checked(written) == written


@given(st.text("ab/.é-?%", max_size=30))
def test_a_files_name_is_plain(path):
    name = name_of(Fetched(f"https://Herald.example/{path}", "", b"", "text/html", None))
    assert len(name) < 200
    assert "/" not in name
    assert not name.startswith(".")


def test_no_other_verb_loads_code_that_reaches_the_network(tmp_path):
    (tmp_path / "a.txt").write_text("“It is closed,” said Ada Ternin.")
    run = f"""
import sys
from onrecord.cli.app import run
from tests.fakes import Plain
import onrecord.api
onrecord.api.installed = lambda profile="full": Plain()
run(["build", {str(tmp_path / "a.txt")!r}, "-o", {str(tmp_path / "r")!r}, "-j", "1"])
for verb in (["said"], ["who"], ["verify"], ["export", "jsonl", "-o", {str(tmp_path / "x")!r}]):
    run([*verb, "-r", {str(tmp_path / "r")!r}])
loaded = {{name for name in sys.modules if name.startswith(("onrecord.gather.web", "onrecord.gather.saving"))}}
sys.exit(str(sorted(loaded)) if loaded else 0)
"""
    ran = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-500:]


def test_no_connection_is_made_by_building(tmp_path, monkeypatch):
    from tests.fakes import quick

    (tmp_path / "a.html").write_text(PAGE.replace("<body>", '<body><img src="http://127.0.0.1:1/x.png">'))
    (tmp_path / "b.xml").write_text(
        "<rss><channel><item><link>http://127.0.0.1:1/</link><description>It is.</description></item></channel></rss>"
    )

    def never(*_):
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", never)
    monkeypatch.setattr(socket, "getaddrinfo", never)
    assert quick(tmp_path, tmp_path / "r").articles == 2

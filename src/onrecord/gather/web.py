"""Fetching pages: the only code of the project that reaches the network, and only the verb ``fetch`` imports it.

Public addresses alone are spoken to: every name is looked up first, all its addresses must be public, and the connection is made
to the address that was looked at, so that a name cannot mean one machine when it is judged and another when it is called.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import quote, urljoin, urlsplit

from onrecord.gather import robots
from onrecord.gather.files import MOST

ROBOT = "onrecord"
REDIRECTS = 5
SECONDS = 60.0
"""The time for one answer, from the first byte sent to the last one received."""
PAUSE = 1.0
"""Seconds between two requests to one site, where it does not ask for more."""
PATIENCE = 30.0
"""Where a site asks for a longer pause than this, its pages are not fetched."""
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/pdf": ".pdf",
}
"""The types of what is fetched, and the suffix by which a build knows them."""
_WAYS = (301, 302, 303, 307, 308)
_CHUNK = 1 << 16


class Refused(Exception):
    """An address that is not fetched, or could not be; the message says why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: where it came from in the end, when, its bytes, unpacked, and what the server said of them."""

    url: str
    fetched: str
    data: bytes
    content_type: str
    charset: str | None


def is_public(address: str) -> bool:
    """Say whether an address is one of the open internet: not this machine, not its network, nothing set aside."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if ip in _TRANSLATED:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        if ip.sixtofour or ip.teredo:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Where a network that speaks only IPv6 finds the old addresses (NAT64); the last 32 bits are one."""


class Fetcher:
    """Fetches pages one after the other, politely.

    ``judge`` says whether an address may be spoken to; tests, which serve themselves, put their own in its place.
    """

    def __init__(
        self,
        judge: Callable[[str], bool] = is_public,
        wait: Callable[[float], None] = time.sleep,
        seconds: float = SECONDS,
        most: int = MOST,
    ) -> None:
        self._judge, self._wait, self._seconds, self._most = judge, wait, seconds, most
        self._robots: dict[str, robots.Robots] = {}
        self._spoken: set[str] = set()

    def fetch(self, url: str) -> Fetched:
        """Fetch a page, following where it has moved to; raises Refused."""
        for _ in range(REDIRECTS + 1):
            url = _checked(url)
            rules = self._rules(url)
            if not rules.allow(url):
                raise Refused(f"the site's robots.txt asks robots not to fetch {url}")
            self._pause(url, rules)
            answer = self._ask(url, self._most)
            if answer.status not in _WAYS:
                return _settled(url, answer)
            url = urljoin(url, answer.headers.get("Location", ""))
        raise Refused(f"moved more than {REDIRECTS} times")

    def _pause(self, url: str, rules: robots.Robots) -> None:
        if rules.delay > PATIENCE:
            raise Refused(f"the site's robots.txt asks for {rules.delay:g} seconds between requests")
        if _site(url) in self._spoken:
            self._wait(max(PAUSE, rules.delay))
        self._spoken.add(_site(url))

    def _rules(self, url: str) -> robots.Robots:
        site = _site(url)
        if site not in self._robots:
            self._robots[site] = self._asked(f"{site}/robots.txt")
        return self._robots[site]

    def _asked(self, url: str) -> robots.Robots:
        """Ask a site what it allows: all where it has no such file, nothing where it fails to answer (RFC 9309)."""
        try:
            for _ in range(REDIRECTS + 1):
                answer = self._ask(_checked(url), robots.MOST, cut=True)
                if answer.status not in _WAYS:
                    break
                url = urljoin(url, answer.headers.get("Location", ""))
        except Refused as error:
            raise Refused(f"its robots.txt could not be fetched: {error}") from error
        if answer.status >= 500:
            return robots.NOTHING
        return robots.parse(answer.data.decode("utf-8", "replace"), ROBOT) if answer.status == 200 else robots.Robots()

    def _ask(self, url: str, most: int, cut: bool = False) -> _Answer:
        """Send one request and read its answer whole; raises Refused."""
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        address = self._address(str(parts.hostname), port)
        connection = _Connection(str(parts.hostname), port, address, parts.scheme == "https", self._seconds)
        # whatever drips in slowly: the whole answer must be there when the time is up
        clock = threading.Timer(self._seconds, connection.give_up)
        clock.daemon = True
        clock.start()
        try:
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", target, headers=_HEADERS)
            with connection.getresponse() as answer:
                data = _body(answer, most, cut)
                if connection.given_up:
                    raise TimeoutError
                return _Answer(answer.status, answer.headers, data)
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            late = f"took longer than {self._seconds:g} seconds" if connection.given_up else ""
            raise Refused(late or f"{parts.hostname}: {' '.join(str(error).split()) or type(error).__name__}") from error
        finally:
            clock.cancel()
            connection.close()

    def _address(self, host: str, port: int) -> tuple[socket.AddressFamily, str]:
        """Look a name up, and give an address of it; raises Refused where one of them is not public."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise Refused(f"{host}: {getattr(error, 'strerror', None) or error}") from error
        addresses = [(family, str(place[0])) for family, *_, place in found]
        for _, address in addresses:
            if not self._judge(address):
                raise Refused(f"{host} is {address}, which is no public address")
        if not addresses:
            raise Refused(f"{host}: no address")
        return addresses[0]


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Message
    data: bytes


class _Connection(http.client.HTTPConnection):
    """A connection to an address already judged, under the name it was asked for by."""

    def __init__(self, host: str, port: int, address: tuple[socket.AddressFamily, str], secure: bool, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self._to, self._secure = address, secure
        self.given_up = False

    def connect(self) -> None:
        family, address = self._to
        self.sock = socket.socket(family, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect((address, self.port))
        if self._secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host, do_handshake_on_connect=False)
            self.sock.do_handshake()

    def give_up(self) -> None:
        self.given_up = True
        sock = self.sock
        if sock is not None:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                sock.close()


_HEADERS = {
    "User-Agent": f"{ROBOT} (fetches single pages for a reader)",
    "Accept": ", ".join(dict.fromkeys(SUFFIXES)),
    "Accept-Encoding": "identity",
    "Connection": "close",
}


def _checked(url: str) -> str:
    """Hold an address to what is fetched, and write it in ASCII; raises Refused."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Refused(f"no address: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise Refused("no address that begins with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise Refused("an address with a name or password in it")
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise Refused(f"no name of a machine: {host!r}") from error
    if not re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+", name):
        raise Refused(f"no name of a machine: {host!r}")
    place = (f"[{name}]" if ":" in name else name) + (f":{port}" if port else "")
    target = quote(parts.path or "/", safe="/%:=~+!$,;'@()*[]&") + (f"?{quote(parts.query, safe=_QUERY)}" if parts.query else "")
    return f"{parts.scheme}://{place}{target}"


_QUERY = "/%:=~+!$,;'@()*[]&?"


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _body(answer: http.client.HTTPResponse, most: int, cut: bool) -> bytes:
    """Read an answer's bytes, unpacked, no more of them than are wanted; raises Refused for more, unless they are to be cut."""
    coding = answer.headers.get("Content-Encoding", "identity").strip().casefold()
    if coding not in ("identity", "gzip", "x-gzip", ""):
        raise Refused(f"packed in a way that was not asked for: {coding}")
    unpack = zlib.decompressobj(31) if "gzip" in coding else None
    data = bytearray()
    while len(data) <= most and (chunk := answer.read(_CHUNK)):
        data += unpack.decompress(chunk, most + 1 - len(data)) if unpack else chunk
    if len(data) > most and not cut:
        raise Refused(f"more than {most >> 20} MB, the most that is read of one file")
    if not cut and (answer.length or (unpack and not unpack.eof)):
        raise Refused("its data end early")
    return bytes(data[:most])


def _settled(url: str, answer: _Answer) -> Fetched:
    if answer.status != 200:
        raise Refused(f"the site answered {answer.status}")
    content_type = answer.headers.get_content_type()
    if content_type not in SUFFIXES:
        raise Refused(f"it is {content_type}, which a build does not read")
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Fetched(url, now, answer.data, content_type, answer.headers.get_content_charset())

"""What keeps the desk private: whose requests are answered, and what a page may load."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of every page: nothing from elsewhere, no inline script, no inline style."""

HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)

JUDGE = "/judge"
"""The one path that takes something in."""

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Guard:
    """Answer only requests that name this machine as their host, and send every answer with its safety headers.

    A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding) and so read a local server; such a request still
    names that other host, and is refused. Only GET and HEAD are answered, and
    POST at the one path that takes verdicts.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str] = LOOPBACK) -> None:
        """Guard an app; ``hosts`` are the names it may be reached by, without their port."""
        self.app, self.hosts = app, frozenset(host.casefold() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it in plain words."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in HEADERS}
                kept = [header for header in message["headers"] if header[0].lower() not in own]
                message = {**message, "headers": [*kept, *HEADERS]}
            await send(message)

        if host_of(scope) not in self.hosts:
            refusal = PlainTextResponse("This desk answers only to the machine it runs on.\n", status_code=421)
            await refusal(scope, receive, send_guarded)
        elif scope["method"] not in ("GET", "HEAD") and (scope["method"], scope["path"]) != ("POST", JUDGE):
            refusal = PlainTextResponse("The desk is for reading: GET only.\n", status_code=405, headers={"allow": "GET, HEAD"})
            await refusal(scope, receive, send_guarded)
        else:
            await self.app(scope, receive, send_guarded)


def host_of(scope: Scope) -> str:
    """Give the host a request names, without its port and in lower case; empty where it names none or several."""
    named = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
    if len(named) != 1:
        return ""
    host: str = named[0].casefold()
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]

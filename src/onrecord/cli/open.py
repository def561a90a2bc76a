"""`onrecord open`: the desk, served to this machine alone."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli import exits
from onrecord.cli.options import DEFAULT_RECORD, RecordDir

if TYPE_CHECKING:
    from onrecord.show.web.judging import Judge

Port = Annotated[int, typer.Option(help="The port to serve at; 0 takes any free one.", min=0, max=65535)]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser at it.")]


def open_(record: RecordDir = DEFAULT_RECORD, port: Port = 0, browser: Browser = True) -> int:
    """Look at a record in the browser.

    Serves the record as pages at 127.0.0.1, to this machine alone, until Ctrl-C. Nothing is sent anywhere.
    """
    import uvicorn

    from onrecord import api
    from onrecord.cli.output import talk
    from onrecord.show.web.app import create

    # a record that cannot be opened is told here, in the terminal, not in a page
    api.open(record).close()
    listening = listen(port)
    with closing(listening):
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        talk(f"{record} is on the desk at {url} (Ctrl-C ends it)")
        if browser:
            threading.Timer(0.4, webbrowser.open, [url]).start()
        uvicorn.Server(uvicorn.Config(create(record, judge=judge_in(record)), log_level="warning", access_log=False)).run(
            sockets=[listening]
        )
    return exits.FINE


def judge_in(record: Path) -> Judge:
    """Give what takes verdicts on a record: each opens it anew, so that it judges what stands now."""
    from onrecord import api

    def judge(verb: str, target: str, by: str, why: str, asked: Mapping[str, Any]) -> api.Judged:
        with api.open(record) as held:
            return held.judge(verb, target, by=by, why=why, **asked)

    return judge


def listen(port: int) -> socket.socket:
    """Take a port of the loopback address; raises Stop, saying so, where it is taken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.bind(("127.0.0.1", port))
    except OSError as error:
        listening.close()
        raise exits.Stop(f"port {port} is not free ({error.strerror}); --port 0 takes any that is", exits.USAGE) from error
    listening.listen(64)
    return listening

"""The verbs of the command line put together, and what happens when one fails."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer

from onrecord import __version__
from onrecord.cli import exits
from onrecord.cli.accept import accept
from onrecord.cli.add import add
from onrecord.cli.build import build
from onrecord.cli.cite import cite
from onrecord.cli.claims import claims
from onrecord.cli.compare import compare
from onrecord.cli.correct import correct
from onrecord.cli.demo import demo
from onrecord.cli.diff import diff
from onrecord.cli.disputes import disputes
from onrecord.cli.doctor import doctor
from onrecord.cli.dossier import dossier
from onrecord.cli.export import export
from onrecord.cli.fetch import fetch
from onrecord.cli.ledger import ledger
from onrecord.cli.merge import merge
from onrecord.cli.open import open_
from onrecord.cli.reject import reject
from onrecord.cli.remove import remove
from onrecord.cli.said import said
from onrecord.cli.show import show
from onrecord.cli.split import split
from onrecord.cli.sql import sql
from onrecord.cli.text import text
from onrecord.cli.undo import undo
from onrecord.cli.verify import verify
from onrecord.cli.who import who

REPORT_TO = "the project's issue tracker"
JUDGING = (accept, reject, correct, add, remove, merge, split, undo, ledger)
VERBS = (
    demo,
    build,
    said,
    claims,
    disputes,
    who,
    compare,
    show,
    cite,
    dossier,
    open_,
    verify,
    diff,
    export,
    sql,
    text,
    fetch,
    doctor,
    *JUDGING,
)

# the base of all that a user can mistype; Typer takes it from click or from its own copy, by version
MISTAKE: Any = next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException")

app = typer.Typer(
    name="onrecord",
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"onrecord {__version__}\n")
        raise typer.Exit


@app.callback()
def _onrecord(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """From a pile of news articles to an evidence-linked record: who said what, when, at which characters.

    Begin with `onrecord demo`, then `onrecord build FOLDER` over articles of your own.
    """


for _verb in VERBS:
    app.command(_verb.__name__.rstrip("_"))(_verb)


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code; whatever goes wrong is told in one line, never a traceback.

    With ONRECORD_DEBUG=1 in the environment an unforeseen error is raised instead, for whoever wants to see where.
    """
    _speak_utf8()
    result: Any = None
    try:
        result = app(arguments or ["--help"], prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except typer.Exit as leaving:
        return leaving.exit_code
    except exits.Stop as stop:
        return _tell(str(stop), stop.code)
    except (KeyboardInterrupt, typer.Abort):
        return _tell("interrupted", exits.INTERRUPTED)
    except (BrokenPipeError, SystemExit, exits.SeenEnough) as enough:
        # whoever read our output has seen enough, e.g. `onrecord said | head`; Typer and Rich turn that into a SystemExit
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        result = enough.code if isinstance(enough, exits.SeenEnough) else result
    except Exception as error:  # noqa: BLE001 (the last resort: one line, never a traceback)
        return _unforeseen(error)
    return result if isinstance(result, int) else exits.FINE


def _unforeseen(error: Exception) -> int:
    if isinstance(error, MISTAKE):
        where = getattr(error, "ctx", None)
        hint = f" (see `{where.command_path} --help`)" if where else ""
        return _tell(error.format_message().replace("Value error, ", "") + hint, exits.USAGE)
    if os.environ.get("ONRECORD_DEBUG"):
        raise error
    if isinstance(error, OSError) and error.filename:
        return _tell(f"{error.filename}: {error.strerror}", exits.USAGE)
    if _is_for_the_user(error):
        return _tell(str(error), exits.USAGE)
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    message = (
        f"this should not have happened: {what}\n"
        f"Please report it to {REPORT_TO} with the output of `onrecord doctor`; ONRECORD_DEBUG=1 shows where it happened."
    )
    return _tell(message, exits.BROKEN)


def _is_for_the_user(error: Exception) -> bool:
    from onrecord.api import Mistake
    from onrecord.flow.engine import EngineError
    from onrecord.store.faults import RecordError

    return isinstance(error, RecordError | EngineError | Mistake)


def _tell(message: str, code: int) -> int:
    sys.stderr.write(f"onrecord: {message}\n")
    return code


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale; what has no UTF-8 form (a lone surrogate) is written as its escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")

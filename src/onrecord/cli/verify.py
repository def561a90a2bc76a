"""`onrecord verify`: prove every span against its article."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from onrecord.cli import exits
from onrecord.cli.options import DEFAULT_RECORD, Format, OutputFormat, RecordDir


def verify(record: RecordDir = DEFAULT_RECORD, form: OutputFormat = None) -> int:
    """Prove every span against its article.

    Re-reads every file, article and span of a record against its hashes; exit code 1 where anything is not as it was written.
    """
    from onrecord import api
    from onrecord.cli.output import chosen, progress, safe, talk

    with progress() as step:
        proof = api.open(record).verify(progress=step)
    shape = chosen(form)
    with exits.settled(exits.FINDING):
        for fault in proof.faults:
            line = f"{fault.where}: {fault.what}" if shape is Format.TABLE else json.dumps(asdict(fault), ensure_ascii=False)
            sys.stdout.write(safe(line) + "\n")
    count = len(proof.faults)
    talk(f"{proof.articles} articles and {proof.spans} spans re-read: {count or 'no'} fault{'s' if count != 1 else ''}")
    return exits.FINDING if proof.faults else exits.FINE

"""Starting spaCy costs no more than it must."""

import subprocess
import sys

CODE = """
import onrecord.backends.spacy, sys
assert "weasel" not in sys.modules and "requests" not in sys.modules, "spaCy's command line was imported"
import spacy.cli
assert callable(spacy.cli.download)
"""


def test_the_command_line_of_spacy_is_left_out_and_still_there_for_who_wants_it() -> None:
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

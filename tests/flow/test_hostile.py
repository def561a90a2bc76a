"""Texts made to slow reading down, each read under a limit of CPU time: what is long must not cost its square."""

import subprocess
import sys

import pytest

# longer than what a language is judged by, so that what follows is read
LEAD = "The minister said that the bridge over the river would be closed for the week. " * 55 + "\n\n"
HOSTILE = {
    "quotations in one paragraph": "“Rain,” he said. " * 1500,
    "marks without a space": "“”" * 10_000,
    "one sentence of sayings": "Ada Ternin said " * 200,
}
RUN = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
from onrecord import extract
print(len(extract(sys.stdin.read(), profile="fast")))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_in_time(name: str) -> None:
    ran = subprocess.run([sys.executable, "-c", RUN], input=LEAD + HOSTILE[name], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-500:] or f"{name}: killed at its limit of CPU time"
    assert int(ran.stdout) > 0

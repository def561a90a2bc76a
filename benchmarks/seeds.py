"""Seeds: cleaning, statements, speakers and traps on the seed articles with gold; tools/score_seeds.py judges."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.common import exported, shared


def main() -> None:
    root = shared()
    with exported(root / "seeds") as export:
        judge = [sys.executable, str(root / "tools" / "score_seeds.py"), str(export), str(root / "gold"), *sys.argv[1:]]
        sys.exit(subprocess.run(judge, check=False).returncode)


if __name__ == "__main__":
    main()

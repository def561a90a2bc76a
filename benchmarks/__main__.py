"""List the benchmarks: ``python -m benchmarks``."""

from importlib import import_module
from pathlib import Path


def main() -> None:
    names = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py") if path.stem not in ("common", "judging"))
    for name in names:
        told = (import_module(f"benchmarks.{name}").__doc__ or "").strip().splitlines()[0]
        print(f"python -m benchmarks.{name:<10} {told}")


if __name__ == "__main__":
    main()

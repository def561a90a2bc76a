import random
from contextlib import closing
from pathlib import Path

from onrecord.store import database
from onrecord.store.catalogue import Catalogue
from onrecord.store.layout import Folder

Done = tuple[str, str, int]


def live(done: list[Done], held: dict[str, int]) -> set[str]:
    """Say in plain Python which gatherings count: of each path the last that is whole."""
    whole = {path: gathering for path, gathering, count in done if held.get(gathering, 0) == count}
    return set(whole.values())


def test_of_each_file_the_last_whole_gathering_counts(tmp_path: Path) -> None:
    chance = random.Random(5)
    for number in range(30):
        held = {f"g{i}": chance.randrange(4) for i in range(8)}
        done = [(chance.choice("abc"), chance.choice([*held, "none"]), chance.randrange(4)) for _ in range(12)]
        with closing(database.open_for_writing(tmp_path / f"{number}.sqlite")) as db:
            for gathering, rows in held.items():
                for ordinal in range(rows):
                    table = chance.choice(["_found VALUES (?,?,'x','{}','s',0)", "_skipped VALUES (?,?,'i','r','s')"])
                    db.execute(f"INSERT INTO {table}", (gathering, ordinal))
            db.executemany("INSERT INTO _done (path, gathering, rows, shard) VALUES (?,?,?,'s')", done)
            catalogue = Catalogue(db, Folder(tmp_path))
            catalogue._wanted = lambda _: iter(())  # type: ignore[method-assign]
            catalogue.settle("{}")
            assert {gathering for (gathering,) in db.execute("SELECT gathering FROM _live")} == live(done, held)


def test_settling_does_not_go_through_all_rows_for_each(tmp_path: Path) -> None:
    with closing(database.open_for_writing(tmp_path / "i.sqlite")) as db:
        files = 4000
        db.executemany("INSERT INTO _skipped VALUES (?,0,'i','r','s')", [(f"g{i}",) for i in range(files)])
        db.executemany(
            "INSERT INTO _done (path, gathering, rows, shard) VALUES (?,?,1,'s')", [(f"p{i}", f"g{i}") for i in range(files)]
        )
        steps = []
        db.set_progress_handler(lambda: steps.append(1), 10_000)
        Catalogue(db, Folder(tmp_path)).settle("{}")
        assert len(db.execute("SELECT * FROM _live").fetchall()) == files
        # a scan for each takes some 16 million pairs, and several steps a pair
        assert len(steps) * 10_000 < files * 500

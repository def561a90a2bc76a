"""Screenshots of the desk on the sample record, for the documentation: ``python -m tests.screenshots`` writes docs/desk/*.png."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from onrecord import api, sample
from tests.browser import SWITCHES, chromium
from tests.show.web.conftest import serving

OUT = Path(__file__).parents[1] / "docs" / "desk"
SIZE = {"width": 1080, "height": 760}


def shots(page: Page, address: str) -> dict[str, str]:
    """Name every page to be taken, with its path on this record."""

    def first(listed: str, field: str = "id") -> str:
        return str(page.request.get(f"{address}/{listed}").json()[0][field])

    pair = page.request.get(f"{address}/disputes.json?relation=contradicts").json()[0]
    return {
        "desk": "/",
        "issues": "/issues",
        "issue": f"/issue/{first('issues.json')}",
        "disputes": "/disputes",
        "compare": f"/compare?a={pair['a_id']}&b={pair['b_id']}",
        "who": "/who",
        "person": f"/who/{first('who.json')}",
        "statement": f"/s/{pair['a_id']}",
        "article": f"/a/{first('search.json?q=camps', 'article')}",
        "search": "/search?q=camps",
        "review": "/review",
        "sources": "/sources",
        "method": "/method",
        "sql": "/sql?q=SELECT+speaker_name,+count(*)+AS+statements+FROM+statements+GROUP+BY+1+ORDER+BY+2+DESC+LIMIT+12",
    }


def main() -> None:
    """Build the sample, open every page in light and the first in dark, and keep what is seen."""
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        record = Path(folder, "record")
        api.build([sample.path()], record)
        with serving(record) as address:
            browser = driver.chromium.launch(executable_path=chromium(), args=SWITCHES)
            page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
            taken = shots(page, address)
            for name, path in taken.items():
                page.goto(address + path)
                page.screenshot(path=OUT / f"{name}.png")
            page.emulate_media(color_scheme="dark")
            page.goto(address + taken["issue"])
            page.screenshot(path=OUT / "issue-dark.png")
            api.open(record).dossier(Path(folder, "dossier.html"), "Oramesh")
            page.emulate_media(color_scheme="light")
            page.goto(Path(folder, "dossier.html").as_uri())
            page.screenshot(path=OUT / "dossier.png")
            browser.close()


if __name__ == "__main__":
    main()

from pathlib import Path

from index import Corpus
from tests.tui.opened import press, screen_text, settle
from tui.app import BriefingApp

TITLE = "A [bold]title[/x] with [@click=app.leave]brackets[/]"
TEXT = "The sanctions [sic] of [/x] and [red]colour \x1b]52;c;aGk=\x07 stand here as they were written."
TOPICS = 'schema = 1\n[[topic]]\nid = "sanctions"\nlabel = "Sanctions [/x]"\nalt = ["sanctions"]\n'


def hostile_corpus(folder: Path) -> Corpus:
    root = folder / "corpus"
    root.mkdir()
    for name in ("one", "two"):
        (root / f"{name}.txt").write_text(f"{TITLE}\n\n{TEXT}\n\n{TEXT}\n")
    (root / "topics.toml").write_text(TOPICS)
    return Corpus.open(root, cache=folder / "cache")


async def test_brackets_and_escapes_of_articles_are_only_text(tmp_path: Path) -> None:
    app = BriefingApp(hostile_corpus(tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for name, parameters in (
            ("search", {"query": "sanctions [/x] [bold]", "typing": False}),
            ("matrix", {}),
            ("compare", {"topic": "sanctions"}),
            ("compare", {"query": "[/x] sanctions"}),
            ("similar", {"article": "one", "line": 3}),
        ):
            app.go(name, parameters)  # type: ignore[arg-type]
            await settle(pilot)
            shown = screen_text(app)
            assert "\x1b" not in shown
            assert "[/x]" in shown or name == "similar"
            await press(pilot, "question_mark", "escape")

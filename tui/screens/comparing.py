"""Working out a topic side by side, in a thread: the topic wanted last is the one that is shown."""

from __future__ import annotations

from index import BriefingError, Comparison, Passage, Topic, any_word, earlier
from tui.layout.line import paragraph
from tui.layout.verdicts import Remarks, verdicts
from tui.layout.words import counted
from tui.screens.compare_start import Start
from tui.screens.early_keys import EarlyKeys
from tui.screens.finding import FindingScreen
from tui.screens.judging import Judging
from tui.widgets.synopsis_view import SynopsisView


class Comparing(EarlyKeys, Judging, FindingScreen):
    """The part of the side by side that asks the index and goes from topic to topic."""

    def __init__(self, topic: str = "", query: str = "", start: Start | None = None) -> None:
        super().__init__()
        self._topic = topic
        self._adhoc = query
        self._start = start or Start()
        self.chosen = self._start.chosen
        self._loaded = False
        self._label = ""
        self.nobody = ""
        """What is told where no article speaks, so that words which stand apart are not read as silence."""

    @property
    def synopsis(self) -> SynopsisView:
        """The rows of cells."""
        return self.query_one("#synopsis", SynopsisView)

    @property
    def view(self) -> SynopsisView:
        """The cells are what the keys move in."""
        return self.synopsis

    @property
    def passage(self) -> Passage | None:
        """The passage in the cursor's cell."""
        cell = self.synopsis.cell
        return cell.passage if cell else None

    @property
    def topic_id(self) -> str:
        """The topic that is shown."""
        comparison = self.synopsis.comparison
        return comparison.topic if comparison else self._topic

    @property
    def topic_label(self) -> str:
        """What the topic that is shown is called."""
        comparison = self.synopsis.comparison
        return comparison.label if comparison else self._topic

    def corpus_changed(self) -> None:
        """Compare anew, the cursor staying in its cell."""
        super().corpus_changed()
        if self._loaded:
            row, article, index = self.synopsis.at
            self._start = Start(
                row, article, index, (self.synopsis.size.width, int(self.synopsis.scroll_offset.y))
            )
        self.open_topic()

    @property
    def topic(self) -> Topic:
        """The topic that is shown; BriefingError where it is gone."""
        return Topic.adhoc(self._adhoc) if self._adhoc else self.corpus.topic(self._topic)

    def topic_saved(self, topic: Topic) -> None:
        """Compare on the topic as it is kept now, the cursor staying in its cell."""
        self._topic, self._adhoc = topic.id, ""
        self.compare_anew()

    def compare_anew(self) -> None:
        """Compare again, the cursor staying in the row of the same name as far as there is one."""
        row = self.synopsis.row
        self._start, self._label = Start(*self.synopsis.at), row.label if row else ""
        self.open_topic()

    def open_topic(self) -> None:
        """Work out the topic that is wanted."""
        self.title_line(f"{self._adhoc or self._topic} · side by side")
        self.status_line("comparing the articles")
        self.expect()
        name, query, articles = self._topic, self._adhoc, self._wanted_articles()

        def question() -> Comparison:
            from index import compare

            topic = Topic.adhoc(query) if query else self.corpus.topic(name)
            return compare(self.corpus, topic, articles=articles)

        self.work_out("compare", question, self._show, self._show_none)

    def _wanted_articles(self) -> tuple[str, ...] | None:
        """The articles that were chosen as far as they are still there, None for all."""
        return tuple(key for key in self.chosen if key in self.articles) or None

    def _show_none(self, reason: str) -> None:
        self.synopsis.put(paragraph(reason, self.size.width))
        self.status_line("nothing to compare; : goes to another topic, Esc back")
        self.arrived()

    def _show(self, comparison: Comparison) -> None:
        start = self._start
        row, index = start.row, start.index
        if self._label:
            row = next((at for at, each in enumerate(comparison.rows) if each.label == self._label), row)
            self._label = ""
        if index is None and start.article:
            rows = comparison.rows
            there = [at for at, each in enumerate(rows) if at >= row and start.article in each.cells]
            row, index = (there[0] if there else row), 0
        self._loaded = True
        self.nobody = "no article shown here speaks on this"
        if some := any_word(self.corpus, self._adhoc) if self._adhoc and not comparison.rows else None:
            found = counted(some.total, "passage")
            self.nobody = f"no passage has all the words; {some.query} finds {found}"
        self._take_judgements(comparison.topic)
        self.synopsis.show(comparison, (row, start.article, index or 0), start.scroll)
        self.arrived()

    def judgements_changed(self) -> None:
        """Show the judgements as they are now."""
        if self._loaded:
            self._take_judgements(self.topic_id)
            self.synopsis.rebuild()

    def _take_judgements(self, topic: str) -> None:
        said = self.corpus.topic_set().judgements
        articles = self.articles.values()
        self.synopsis.remarks = Remarks(
            verdicts(said, topic, articles), earlier(said, self.corpus.root, articles, topic)
        )

    def go_to_topic(self, topic: str, query: str) -> None:
        """Show another topic here, from its beginning."""
        self._topic, self._adhoc, self._start = topic, query, Start()
        self._loaded = False
        self.open_topic()

    def action_next_topic(self) -> None:
        """The next topic."""
        self._step_topic(self.times())

    def action_previous_topic(self) -> None:
        """The topic before."""
        self._step_topic(-self.times())

    def _step_topic(self, by: int) -> None:
        topics = [topic.id for topic in self.corpus.topics()]
        if topics:
            here = self._topic if self._topic in topics else self.topic_id
            at = topics.index(here) + by if here in topics else 0
            self.go_to_topic(topics[at % len(topics)], "")

    @property
    def export_name(self) -> str:
        """The topic's own name."""
        return self.topic_id or "comparison"

    def export_text(self, form: str) -> str:
        """The comparison of the articles that are chosen, in a format."""
        from index import render

        comparison = self.synopsis.comparison
        if not self._loaded or comparison is None:
            raise BriefingError("the comparison is not worked out yet: try again in a moment")
        return render(comparison, self.corpus, form)

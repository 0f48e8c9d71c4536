"""Taking the hits of a search further: into their articles, and to a file."""

from __future__ import annotations

import re
from contextlib import suppress

from index import BriefingError
from tui import messages
from tui.screens.asking import Asking
from tui.screens.exporting import TEXT_FORMATS

# Hits that are marked in their articles, or more where the list shows more.
_MARKED = 2000
_TOPIC = re.compile(r'(?<![^\s(])(?<!NOT )topic:(?:"([^"]+)"|([^\s")]+))')


class Opening(Asking):
    """The part of the search screen that opens and exports what was found."""

    EXPORTS = TEXT_FORMATS

    def action_open(self) -> None:
        """Open the article at this hit, with all hits marked."""
        hit, result = self.results.hit, self.result
        if hit is None or result is None:
            return
        self.keep_query()
        marks: dict[str, dict[int, messages.Spans]] = {}
        hits = [each for found in result.articles for each in found.hits]
        if len(hits) < result.total:
            from index import search

            limit = max(_MARKED, len(hits))
            more = search(self.corpus, self.expanded, limit=limit, notes=self.notes, complete=self.complete)
            hits = [each for found in more.articles for each in found.hits]
        heads: dict[str, messages.Spans] = {}
        for each in hits:
            passage = each.passage
            marks.setdefault(passage.article, {})[passage.n] = each.spans
            if passage.section and each.heading:
                heads[passage.section] = each.heading
            if each.title and (article := self.articles.get(passage.article)):
                heads[article.title] = each.title
        at = hit.passage
        label, topic = self.typed.strip(), self._topic_asked()
        self.post_message(messages.OpenArticle(at.article, at.first, marks, label, heads=heads, topic=topic))

    def _topic_asked(self) -> str:
        """The id of the topic that the query is about: the only one that it asks for, if it is declared."""
        asked = [one or other for one, other in _TOPIC.findall(self.expanded)]
        with suppress(BriefingError):
            return self.corpus.topic(asked[0]).id if len(asked) == 1 else ""
        return ""

    @property
    def export_name(self) -> str:
        """The query as a file's name."""
        return "search-" + "-".join(re.findall(r"\w+", self.typed))[:40].strip("-")

    def export_text(self, form: str) -> str:
        """The result in a format."""
        from index import render

        if self.result is None:
            raise BriefingError("type a query first: there is nothing to export yet")
        return render(self.result, self.corpus, form)

"""`briefing compare TOPIC`: what each article says on a topic, row by row, silence included."""

from __future__ import annotations

import argparse
import sys

from index import Topic, any_word, compare, render, search
from tui.commands.arguments import UsageError
from tui.commands.corpus import corpus_of
from tui.commands.output import width
from tui.commands.status import FOUND, NOTHING


def run(arguments: argparse.Namespace) -> int:
    """Print the comparison; 1 when no article says anything on the topic."""
    if (arguments.topic is None) == (arguments.query is None):
        raise UsageError("name a topic, or give --query for an ad-hoc one (see 'briefing compare --help')")
    if arguments.query is not None and not any(sign.isalnum() for sign in arguments.query):
        raise UsageError("--query has no word to look for; give some, as in --query 'peace treaty'")
    corpus = corpus_of(arguments)
    topic = Topic.adhoc(arguments.query) if arguments.query is not None else corpus.topic(arguments.topic)
    chosen = [corpus.article(prefix).id for prefix in arguments.articles] if arguments.articles else None
    for problem in search(corpus, topic.query, limit=1).problems if topic.query else ():
        print(f"briefing: column {problem.start + 1} of the query: {problem.message}", file=sys.stderr)
    result = compare(corpus, topic, articles=chosen)
    print(render(result, corpus, arguments.format, width()), end="")
    if any(column.passages for column in result.columns):
        return FOUND
    if some := any_word(corpus, topic.query) if topic.query else None:
        passages = f"{some.total:,} passage{'s' * (some.total > 1)}"
        print(f"briefing: no passage has all the words; '{some.query}' finds {passages}", file=sys.stderr)
    return NOTHING

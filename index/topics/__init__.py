"""Topics: what a corpus is compared on, declared in `topics.toml` or typed ad hoc."""

from index.topic_files import user_file
from index.topics.judgements import Judgement, earlier, judge, judge_too, judgement_of, path_of, undo
from index.topics.model import Topic, TopicRow, slug
from index.topics.read import TopicSet, read_topics
from index.topics.save import save_topic

__all__ = [
    "Judgement",
    "Topic",
    "TopicRow",
    "TopicSet",
    "earlier",
    "judge",
    "judge_too",
    "judgement_of",
    "path_of",
    "read_topics",
    "save_topic",
    "slug",
    "undo",
    "user_file",
]

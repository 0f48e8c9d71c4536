"""Chinese, Japanese and Korean words are found inside a sentence that is written without spaces."""

from __future__ import annotations

import pytest

from index import Corpus, compare, search
from index.topics import Topic
from tests.index.store.small_corpora import write

ARTICLES = {
    "ja.txt": (
        "北方領土問題と日露関係\n\n"
        "日本政府は、北方領土問題の解決と平和条約の締結を目指している。制裁の影響も無視できない。\n\n"
        "安倍総理は2016年12月に長門市でプーチン大統領と会談した。S-400の売却については触れられなかった。\n"
    ),
    "zh.txt": (
        "俄罗斯与日本的岛屿争端\n\n"
        "南千岛群岛（日本称北方四岛）由俄罗斯实际控制。日本参与对俄制裁后，莫斯科的立场更加强硬。\n"
    ),
    "ko.txt": "쿠릴 열도 분쟁\n\n러시아는 쿠릴 열도를 실효 지배하고 있다. 일본은 제재에 동참하였다.\n",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = write(tmp_path_factory.mktemp("articles"), ARTICLES)
    return Corpus.open(folder, cache=tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize(
    ("query", "article", "word"),
    [
        ("領土", "ja", "領土"),
        ("平和条約", "ja", "平和条約"),
        ("プーチン", "ja", "プーチン"),
        ("ﾌﾟｰﾁﾝ", "ja", "プーチン"),
        ('"平和条約の締結"', "ja", "平和条約の締結"),
        ("北方領*", "ja", "北方領"),
        ("領土~", "ja", "領土"),
        ("S400", "ja", "S-400"),
        ("岛屿", "zh", None),
        ("千岛", "zh", "千岛"),
        ("열도", "ko", "열도"),
        ("제재", "ko", "제재"),
    ],
)
def test_a_word_is_found_and_marked_to_the_sign(
    corpus: Corpus, query: str, article: str, word: str | None
) -> None:
    hits = search(corpus, query).hits
    assert [hit.passage.article for hit in hits] == [article]
    if word is not None:
        assert {hits[0].passage.text[start:end] for start, end in hits[0].spans} == {word}


def test_while_a_word_is_typed_its_first_signs_find_it(corpus: Corpus) -> None:
    assert [hit.passage.article for hit in search(corpus, "平和条", complete=True).hits] == ["ja"]


def test_the_same_signs_in_another_order_are_not_the_word(corpus: Corpus) -> None:
    assert not search(corpus, "土領").hits


def test_a_topic_may_have_words_of_several_scripts(corpus: Corpus) -> None:
    found = compare(corpus, Topic(id="sanctions", label="Sanctions", alt=("制裁", "제재")))
    speaking = {column.article.id for column in found.columns if column.state == "speaks"}
    assert speaking == {"ja", "zh", "ko"}

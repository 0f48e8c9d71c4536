import itertools

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.layout.line import Run, cut, cut_within, marked, pad, plain, rule, width_of, word_spans, wrap

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(" \n—漢字é"), max_size=200)


@given(TEXT, st.integers(2, 60))
def test_wrapping_loses_no_word_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(text[a:b] for a, b in lines).split()) == "".join(text.split())
    assert all(cell_len(text[a:b]) <= width for a, b in lines)
    assert all(a <= b for a, b in lines)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(lines))


@given(TEXT, st.integers(0, 40))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    assert cell_len(cut_within(text, width)) <= width


@given(st.lists(TEXT, max_size=4), st.integers(0, 40))
def test_padding_gives_exactly_the_width(texts: list[str], width: int) -> None:
    line = tuple(Run(text.replace("\n", " ")) for text in texts)
    assert width_of(pad(line, width)) == width


def test_a_text_breaks_on_blanks_and_after_dashes() -> None:
    text = "the DPRK—the name"
    assert [text[a:b] for a, b in wrap(text, 10)] == ["the DPRK—", "the name"]


def test_words_that_were_looked_for_are_told_from_those_that_are_shared() -> None:
    line = marked("one two three", 0, 13, [(4, 7)], shared=[(0, 3), (4, 7)])
    assert [(run.text, run.tone) for run in line] == [
        ("one", "shared"), (" ", "text"), ("two", "match"), (" three", "text"),
    ]  # fmt: skip


def test_a_rule_takes_the_longest_remark_that_leaves_its_label_whole() -> None:
    assert plain(rule("a label", 40, "declared · row 1 of 9", "1/9")).endswith(" declared · row 1 of 9 ─")
    assert plain(rule("a label that is long", 40, "declared · row 1 of 9", "1/9")).endswith(" 1/9 ─")
    assert "a label that is long" in plain(rule("a label that is long", 40, "declared · row 1 of 9", "1/9"))


@given(TEXT, st.integers(8, 100))
def test_a_rule_is_as_wide_as_the_screen(label: str, width: int) -> None:
    assert width_of(rule(label, width, "declared · row 1 of 9", "1/9")) == width


def test_an_address_too_long_for_a_line_breaks_at_its_joints() -> None:
    text = "see https://www.example.org/a/long/path_to/something.pdf."
    assert [text[a:b] for a, b in wrap(text, 24)] == [
        "see",
        "https://www.example.org/",
        "a/long/path_to/",
        "something.pdf.",
    ]


def test_a_line_of_japanese_begins_with_no_full_stop_and_ends_with_no_opening_bracket() -> None:
    text = "日本は制裁に加わった。首相は「条約」と述べた。"
    lines = [text[start:end] for start, end in wrap(text, 20)]
    assert lines == ["日本は制裁に加わっ", "た。首相は「条約」と", "述べた。"]
    assert wrap("四島の問題「四島」", 12) == ((0, 5), (5, 9))


def test_words_are_found_whole_in_any_case() -> None:
    text = "Japan’s RUSSIA and Russians"
    assert [text[a:b] for a, b in word_spans(text, ("russia", "Japan’s"))] == ["Japan’s", "RUSSIA"]

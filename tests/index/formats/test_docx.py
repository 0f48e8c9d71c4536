"""What Word shows is read, what it does not show is not, and nothing between is lost."""

from __future__ import annotations

from index.formats.docx import read_docx
from tests.index.formats.made import docx, paragraph
from tests.index.formats.reading import marked


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    source = read_docx(
        docx(
            f"<w:p>{run('The treaty was ')}<w:ins>{run('signed')}</w:ins>"
            f"<w:del><w:r><w:delText>burnt</w:delText></w:r></w:del>{run('.')}</w:p>"
        )
    )
    assert source.lines == ("The treaty was signed.",)
    assert source.problems == ((0, "has tracked changes; they are read as accepted"),)


def test_text_in_content_controls_boxes_and_simple_fields_is_kept() -> None:
    source = read_docx(
        docx(
            f"<w:sdt><w:sdtContent>{paragraph('Controlled.')}</w:sdtContent></w:sdt>"
            f"<w:p><w:fldSimple w:instr='DATE'>{run('Monday')}</w:fldSimple></w:p>"
            f"<w:p>{run('Outside.')}<w:r><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></w:r></w:p>"
        )
    )
    assert set(source.lines) == {"Controlled.", "Monday", "In a box.", "Outside."}


def test_hidden_text_is_left_out_and_told() -> None:
    source = read_docx(docx(f"<w:p>{run('Seen. ')}{run('Unseen.', '<w:vanish/>')}</w:p>"))
    assert source.lines == ("Seen.",)
    assert "hidden text" in source.problems[0][1]


def test_links_of_both_kinds_lead_where_they_say() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/"</w:instrText>'
        f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("two")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    source = read_docx(
        docx(
            f'<w:p><w:hyperlink r:id="l">{run("one")}</w:hyperlink>{run(" and ")}{field}</w:p>',
            links={"l": "https://a.example/"},
        )
    )
    (mark,) = source.marks
    assert [(source.lines[0][s.start : s.end], s.value) for s in mark.spans] == [
        ("one", "https://a.example/"),
        ("two", "https://b.example/"),
    ]


def test_lists_are_numbered_as_word_numbers_them() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level.format(0, "decimal", "%1.")}'
        f"{level.format(1, 'lowerLetter', '%1.%2)')}</w:abstractNum>"
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(depth: int, text: str) -> str:
        listed = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="7"/></w:numPr></w:pPr>'
        return f"<w:p>{listed}{run(text)}</w:p>"

    source = read_docx(
        docx(
            item(0, "one") + item(1, "deep") + item(1, "deeper") + item(0, "two") + item(1, "anew"),
            numbering=numbering,
        )
    )
    assert source.lines == ("1. one", "1.a) deep", "1.b) deeper", "2. two", "2.a) anew")


def test_footnotes_and_endnotes_are_numbered_in_the_order_of_their_markers() -> None:
    body = (
        f'<w:p>{run("First")}<w:r><w:footnoteReference w:id="9"/></w:r>{run(" and second")}'
        '<w:r><w:endnoteReference w:id="3"/></w:r></w:p>'
    )
    source = read_docx(
        docx(
            body,
            footnotes=f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
            f'<w:footnote w:id="9">{paragraph("At the foot.")}</w:footnote>',
            endnotes=f'<w:endnote w:id="3">{paragraph("At the end.")}</w:endnote>',
        )
    )
    assert source.lines == ("First and second", "At the foot.", "At the end.")
    assert [(span.kind, span.value, span.start) for span in source.marks[0].spans] == [
        ("ref", "1", 5),
        ("ref", "2", 16),
    ]
    assert [mark.note for mark in source.marks] == [None, 1, 2]


def test_pages_are_those_that_the_word_processor_saved() -> None:
    rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    source = read_docx(
        docx(paragraph("One.") + f"<w:p>{rendered}{run('Two.')}</w:p>" + paragraph("Still two."))
    )
    assert source.pages == ((1, "p. 1"), (2, "p. 2"))


def test_a_raised_figure_does_not_run_into_its_number() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    source = read_docx(docx(f"<w:p>{run('10')}{run('6', raised)}{run(' tonnes')}</w:p>"))
    assert source.lines == ("10⁶ tonnes",)


def test_a_cell_with_prose_is_not_squeezed_into_a_row() -> None:
    prose = "word " * 100
    cells = f"<w:tr><w:tc>{paragraph('Left')}</w:tc><w:tc>{paragraph(prose)}</w:tc></w:tr>"
    source = read_docx(docx(f"<w:tbl>{cells}{cells}</w:tbl>"))
    assert marked(source, "verbatim") == []


def test_the_strict_form_of_the_standard_is_read_as_well() -> None:
    from tests.index.formats.made import R, W, zipped

    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f"<w:document xmlns:w='{W}' xmlns:r='{R}'><w:body>{paragraph('Strict.')}</w:body></w:document>"
    assert read_docx(zipped({"word/document.xml": body.replace(W, strict)})).lines == ("Strict.",)

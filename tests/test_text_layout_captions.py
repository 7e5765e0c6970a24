"""Pictures in a text: file names, captions and credits."""

import pytest

from articles.body import Figure, Paragraph, caption_line
from articles.importers.captions import is_picture_name, parse_caption
from articles.importers.layout import parse_layout
from tests.test_text_layout import with_body


def parts(line: str) -> tuple[str, str, str, str, str]:
    figure = parse_caption("a.jpg", line)
    assert caption_line(figure) == line
    return figure.caption, figure.separator, figure.label, figure.credit, figure.tail


@pytest.mark.parametrize(
    "name",
    [
        *["1(3).jpg", "a.JPG", "b.jpeg", "c.png", "d.webp", "e.gif", "f.bmp", "g.tif", "h.tiff"],
        *["i.heic", "k.avif", "l.svg", "Ảnh 1 (bản cuối).Jpg", "a.b.jpg"],
    ],
)
def test_a_file_name_with_the_extension_of_a_picture_names_a_picture(name):
    assert is_picture_name(name)


@pytest.mark.parametrize(
    "line",
    [
        *["anh/1.jpg", "..\\1.jpg", ".jpg", "1.jpg.", "1.doc", "jpg", "Xem 1.jpg nhé", ""],
        f"{'a' * 252}.jpg",
    ],
)
def test_other_lines_name_no_picture(line):
    assert not is_picture_name(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Giếng Đình. Ảnh: Hạ Miên", ("Giếng Đình.", " ", "Ảnh: ", "Hạ Miên", "")),
        ("Giếng Đình. Ảnh: Hạ Miên.", ("Giếng Đình.", " ", "Ảnh: ", "Hạ Miên", ".")),
        ("Giếng Đình Ảnh: Hạ Miên", ("Giếng Đình", " ", "Ảnh: ", "Hạ Miên", "")),
        ("Giếng Đình - Ảnh: Hạ Miên", ("Giếng Đình", " - ", "Ảnh: ", "Hạ Miên", "")),
        ("Giếng Đình | Ảnh: Hạ Miên", ("Giếng Đình", " | ", "Ảnh: ", "Hạ Miên", "")),
        ("Giếng Đình.Ảnh:Hạ Miên", ("Giếng Đình.", "", "Ảnh:", "Hạ Miên", "")),
        ("Giếng Đình. Ảnh : Hạ Miên", ("Giếng Đình.", " ", "Ảnh : ", "Hạ Miên", "")),
        ("Giếng Đình (Ảnh: Hạ Miên)", ("Giếng Đình", " ", "(Ảnh: ", "Hạ Miên", ")")),
        ("Giếng Đình (ảnh: Hạ Miên).", ("Giếng Đình", " ", "(ảnh: ", "Hạ Miên", ").")),
        ("Giếng Đình. (Nguồn ảnh: H.M.)", ("Giếng Đình.", " ", "(Nguồn ảnh: ", "H.M.", ")")),
        ("Giếng Đình. Ảnh: T.H", ("Giếng Đình.", " ", "Ảnh: ", "T.H", "")),
        ("Giếng Đình. Nguồn: TP. Bến Sương", ("Giếng Đình.", " ", "Nguồn: ", "TP. Bến Sương", "")),
        ("Giếng Đình. Nguồn ảnh: NVCC", ("Giếng Đình.", " ", "Nguồn ảnh: ", "NVCC", "")),
        ("Mực nước. Đồ họa: Sáng", ("Mực nước.", " ", "Đồ họa: ", "Sáng", "")),
        ("Mực nước. Đồ hoạ: Sáng", ("Mực nước.", " ", "Đồ hoạ: ", "Sáng", "")),
        ("Hội nước. Video: Sáng", ("Hội nước.", " ", "Video: ", "Sáng", "")),
        ("Hội nước. Clip: Sáng", ("Hội nước.", " ", "Clip: ", "Sáng", "")),
        ("Ảnh: Hạ Miên", ("", "", "Ảnh: ", "Hạ Miên", "")),
        ("Giếng. Ảnh: Hạ Miên (CTV)", ("Giếng.", " ", "Ảnh: ", "Hạ Miên (CTV)", "")),
        ("Giếng. (Ảnh: Miên (CTV)).", ("Giếng.", " ", "(Ảnh: ", "Miên (CTV)", ").")),
        ("Giếng. Ảnh: Miên - Video: Sáng", ("Giếng.", " ", "Ảnh: ", "Miên - Video: Sáng", "")),
        ("Giếng. Ảnh: Miên. Video: Sáng", ("Giếng. Ảnh: Miên.", " ", "Video: ", "Sáng", "")),
    ],
)
def test_it_parts_caption_and_credit(line, expected):
    assert parts(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Giếng Đình sau khi lát sân gạch.",
        "Giếng Đình. Ảnh minh họa",
        "Giếng Đình. Ảnh: minh họa",
        "Giếng Đình (Ảnh minh họa).",
        "Trong ảnh: bà Nhài bên giếng",
        "Xem ở kênh BếnSươngVideo: số đầu",
        "Giếng Đình. Ảnh:",
        "Giếng Đình. Ảnh: ...",
        "Giếng Đình (Ảnh: Hạ Miên",
        "Nguồn: nước về từ núi. Cả xóm cùng dùng.",
        f"Giếng Đình. Ảnh: {'rất dài ' * 15}",
        "",
    ],
)
def test_without_a_credit_all_of_the_line_is_caption(line):
    assert parts(line) == (line, "", "", "", "")


def test_a_picture_needs_no_caption():
    text = with_body("a.jpg", "Đoạn một.", "b.jpg\nc.jpg", "d.jpg")
    assert parse_layout(text).blocks == (
        Figure(image=None, name="a.jpg"),
        Paragraph("Đoạn một."),
        Figure(image=None, name="b.jpg"),
        Figure(image=None, name="c.jpg"),
        Figure(image=None, name="d.jpg"),
    )


def test_lines_below_the_caption_are_paragraphs():
    text = with_body("a.jpg\nGiếng. Ảnh: Miên\nDòng nữa\nb.jpg\nĐình.", "Đoạn.")
    assert parse_layout(text).blocks == (
        parse_caption("a.jpg", "Giếng. Ảnh: Miên"),
        Paragraph("Dòng nữa"),
        parse_caption("b.jpg", "Đình."),
        Paragraph("Đoạn."),
    )

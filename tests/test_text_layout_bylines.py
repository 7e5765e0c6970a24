"""The line of byline and time below the title."""

import pytest

from articles.exporters.layout import compose_layout
from articles.importers.bylines import parse_bylines
from articles.importers.layout import ImportedByline, LayoutError, parse_layout

BELOW = "Lúa đã chín.\n\nĐoạn văn."


def article(header: str, below: str = BELOW):
    return parse_layout("\n\n".join(filter(None, ["Đời sống", "Mùa gặt", header, below])))


def names(header: str) -> list[str]:
    return [byline.name for byline in article(header).bylines]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lam Khê", [("", "", "Lam Khê")]),
        ("Lam Khê - Hạ Miên", [("", "", "Lam Khê"), (" - ", "", "Hạ Miên")]),
        ("Lam Khê, Hạ Miên", [("", "", "Lam Khê"), (", ", "", "Hạ Miên")]),
        ("Lam Khê,Hạ Miên", [("", "", "Lam Khê"), (",", "", "Hạ Miên")]),
        ("Lam Khê; Hạ Miên", [("", "", "Lam Khê"), ("; ", "", "Hạ Miên")]),
        ("Lam Khê và Hạ Miên", [("", "", "Lam Khê"), (" và ", "", "Hạ Miên")]),
        ("Lam Khê & Hạ Miên", [("", "", "Lam Khê"), (" & ", "", "Hạ Miên")]),
        ("Lam Khê/Ảnh: Hạ Miên", [("", "", "Lam Khê"), ("/", "Ảnh", "Hạ Miên")]),
        ("Lam Khê / ảnh: Hạ Miên", [("", "", "Lam Khê"), (" / ", "ảnh", "Hạ Miên")]),
        ("Bài và ảnh: Lam Khê", [("", "Bài và ảnh", "Lam Khê")]),
        ("Bài: Lam Khê - Ảnh: Hạ Miên", [("", "Bài", "Lam Khê"), (" - ", "Ảnh", "Hạ Miên")]),
        (
            "An, Bình và Chi",
            [("", "", "An"), (", ", "", "Bình"), (" và ", "", "Chi")],
        ),
        ("Lam-Khê", [("", "", "Lam-Khê")]),
        ("PGS, TS Lam Khê, Hạ Miên", [("", "", "PGS, TS Lam Khê"), (", ", "", "Hạ Miên")]),
        ("Nhóm phóng viên và cộng tác viên", [("", "", "Nhóm phóng viên và cộng tác viên")]),
        ("Lam Khê (ghi - dịch)", [("", "", "Lam Khê (ghi - dịch)")]),
        (f"{'Bài, ' * 15}Ảnh: An", [("", "", f"{'Bài, ' * 15}Ảnh: An")]),
        ("- Lam Khê", [("", "", "- Lam Khê")]),
        ("Lam Khê, ", [("", "", "Lam Khê, ")]),
        ("Ảnh: ", [("", "", "Ảnh: ")]),
    ],
)
def test_it_parts_the_names_and_can_join_them_again(line, expected):
    bylines = parse_bylines(line)
    assert [(each.separator, each.role, each.name) for each in bylines] == expected
    assert "".join(map(str, bylines)) == line


def test_the_date_may_have_no_time():
    read = article("Lam Khê 19/05/2024")
    assert not read.dateline_has_time
    assert read.dateline.isoformat() == "2024-05-19T00:00:00+07:00"
    assert "Lam Khê 19/05/2024\n" in compose_layout(read)


@pytest.mark.parametrize(
    "header",
    [
        "Lam Khê 19/5/2024 - 7:06",
        "Lam Khê 19/05/2024 – 07:06",
        "Lam Khê 19/05/2024, 07:06",
        "Lam Khê - 19/05/2024 - 07:06",
        "Lam Khê | 19/05/2024-07:06",
        "Lam Khê\n19/05/2024 - 07:06",
        "Lam Khê\n\n19/05/2024 - 07:06",
    ],
)
def test_other_ways_to_write_the_line_are_written_back_in_one(header):
    read = article(header)
    assert read.bylines == (ImportedByline("Lam Khê"),)
    assert read.dateline.isoformat() == "2024-05-19T07:06:00+07:00"
    assert read.sapo == "Lúa đã chín."
    assert "Lam Khê 19/05/2024 - 07:06\n" in compose_layout(read)


def test_the_line_may_be_a_date_alone():
    read = article("19/05/2024 - 07:06")
    assert read.bylines == ()
    assert read.dateline_has_time
    assert read.sapo == "Lúa đã chín."
    assert "Mùa gặt\n\n19/05/2024 - 07:06\n\nLúa" in compose_layout(read)


@pytest.mark.parametrize("header", ["Lam Khê", "Nhóm phóng viên thời sự", "T.H."])
def test_the_line_may_be_a_byline_alone(header):
    read = article(header)
    assert [byline.name for byline in read.bylines] == [header]
    assert read.dateline is None
    assert read.sapo == "Lúa đã chín."


def test_the_line_may_be_missing():
    read = article("")
    assert (read.bylines, read.dateline) == ((), None)
    assert read.sapo == "Lúa đã chín."


def test_a_short_sapo_above_a_picture_is_no_byline():
    read = article("", below="Lúa đã chín\n\na.jpg")
    assert read.bylines == ()
    assert read.sapo == "Lúa đã chín"


@pytest.mark.parametrize("sapo", ["Lúa đã chín.", "Mưa ở.", "Được mùa rồi!"])
def test_a_short_sentence_above_a_paragraph_is_no_byline(sapo):
    read = article("", below=f"{sapo}\n\nĐoạn văn.")
    assert read.bylines == ()
    assert read.sapo == sapo


def test_a_sapo_that_ends_in_a_date_is_no_byline():
    sapo = f"Từ đầu mùa, {'cả xóm ' * 15}chờ ngày mở hội gặt, định vào 19/05/2024"
    assert article("", below=f"{sapo}\n\nĐoạn văn.").sapo == sapo
    sapo = f"Từ đầu mùa, {'cả xóm chờ, ' * 30}19/05/2024"
    assert article("", below=f"{sapo}\n\nĐoạn văn.").sapo == sapo


def test_a_short_line_above_another_in_its_block_is_no_byline():
    read = article("", below="Lúa đã chín\nTrên đồng.\n\nĐoạn văn.")
    assert read.bylines == ()
    assert read.sapo == "Lúa đã chín"


@pytest.mark.parametrize(
    "date", ["31/02/2024", "00/01/2024", "01/13/2024", "01/01/1024", "01/01/2024 - 24:00"]
)
@pytest.mark.parametrize("names", ["", "Lam Khê ", "Lam Khê\n"])
def test_it_refuses_a_date_that_does_not_exist(date, names):
    with pytest.raises(LayoutError) as refusal:
        article(f"{names}{date}")
    assert refusal.value.line == (6 if "\n" in names else 5)
    assert date in refusal.value.reason


@pytest.mark.parametrize(
    "header",
    [
        "Lam Khê 19-05-2024",
        "Lam Khê 07:06 19/05/2024",
        "Lam Khê 19/05/24",
        "Lam Khê 7h06",
        "19/05/2024 - 07:06 (GMT+7)",
    ],
)
def test_it_refuses_a_date_in_another_style_instead_of_naming_an_author_so(header):
    with pytest.raises(LayoutError) as refusal:
        article(header)
    assert refusal.value.line == 5
    assert "19/05/2024 - 07:06" in refusal.value.reason


def test_a_title_may_end_in_a_date():
    text = f"Đời sống\n\nGiá lúa ngày 19/5/2024\n\nLam Khê 19/05/2024\n\n{BELOW}"
    assert parse_layout(text).title == "Giá lúa ngày 19/5/2024"
    assert parse_layout(text.replace("Lam Khê 19/05/2024\n\n", "")).bylines == ()
    timed = text.replace("Giá lúa ngày 19/5/2024", "Hội gặt mở lúc 19/05/2024 - 07:06")
    assert parse_layout(timed).title == "Hội gặt mở lúc 19/05/2024 - 07:06"

"""Texts that cannot be taken in: each is refused with a line and a reason."""

import pytest

from articles.importers.decoding import LIMIT_BYTES
from articles.importers.layout import LayoutError, decode_text, parse_layout
from tests.trap_article import TRAP_TEXT


def refused(call, value) -> LayoutError:
    with pytest.raises(LayoutError) as refusal:
        call(value)
    assert refusal.value.reason
    return refusal.value


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_it_refuses_an_empty_file(data):
    assert refused(decode_text, data).line is None


def test_it_refuses_an_enormous_file():
    assert len(decode_text(b"a" * LIMIT_BYTES)) == LIMIT_BYTES
    assert "2 MB" in refused(decode_text, b"a" * (LIMIT_BYTES + 1)).reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_it_refuses_utf16_by_name(encoding):
    mark = "" if encoding.endswith("6") else "\ufeff"
    assert "UTF-16" in refused(decode_text, (mark + TRAP_TEXT).encode(encoding)).reason


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_it_knows_utf16_without_a_byte_order_mark(encoding):
    assert "UTF-16" in refused(decode_text, TRAP_TEXT.encode(encoding)).reason


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\x14\x00\x08\x00", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", b"a\0b"]
)
def test_it_refuses_binary_data(data):
    error = refused(decode_text, data)
    assert error.line == data[: data.index(b"\0")].count(b"\n") + 1
    assert "UTF" not in error.reason


@pytest.mark.parametrize("encoding", ["cp1258", "latin-1"])
def test_it_names_the_first_byte_that_is_not_utf8(encoding):
    data = "Một".encode() + "\nhai\nÀ".encode(encoding)
    error = refused(decode_text, data)
    assert error.line == 3
    assert "0xC0" in error.reason
    assert f" {len(data)} " in error.reason


def test_it_counts_the_byte_order_mark_in_a_position():
    assert " 5 " in refused(decode_text, b"\xef\xbb\xbfa\xff").reason


def test_a_refusal_reads_as_line_and_reason():
    assert "7" in str(LayoutError("Lý do.", 7))
    assert str(LayoutError("Lý do.", 7)).endswith(": Lý do.")
    assert str(LayoutError("Lý do.")) == "Lý do."


@pytest.mark.parametrize("text", ["", "\n \u200b\n\u00a0"])
def test_it_refuses_a_text_without_a_letter(text):
    assert refused(parse_layout, text).line is None


def test_it_refuses_a_text_without_section():
    below = TRAP_TEXT.split("\n\n", 1)[1]
    assert refused(parse_layout, below).line == 3
    assert refused(parse_layout, f"{'ờ' * 81}\n\n{below}").line == 1
    assert parse_layout(TRAP_TEXT.replace("Đời sống", "ờ" * 80, 1)).section == "ờ" * 80
    assert refused(parse_layout, TRAP_TEXT.split("\n\n", 2)[2]).line == 1


def test_it_refuses_a_text_without_title():
    blocks = TRAP_TEXT.split("\n\n")
    assert refused(parse_layout, "\n\n".join(blocks[:1] + blocks[2:])).line == 3
    assert refused(parse_layout, "Đời sống\n").line == 1


def test_it_refuses_a_title_of_two_lines():
    text = TRAP_TEXT.replace("Giếng làng", "Giếng\nlàng").replace("Sương: Khơi", "Sương\nKhơi", 1)
    assert refused(parse_layout, text).line == 4
    assert refused(parse_layout, TRAP_TEXT.replace("\n\n", "\n")).line == 2


@pytest.mark.parametrize("length", [301, 500])
def test_it_refuses_a_title_that_is_too_long(length):
    error = refused(parse_layout, f"Đời sống\n\n{'ờ' * length}\n\nLúa đã chín.")
    assert error.line == 3
    assert str(length) in error.reason
    assert "300" in error.reason


@pytest.mark.parametrize("length", [1, 300])
def test_it_accepts_a_title_of_one_letter_and_of_three_hundred(length):
    assert parse_layout(f"Đời sống\n\n{'ờ' * length}\n\nLúa đã chín.").title == "ờ" * length


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Đời sống\n\nMùa gặt", 3),
        ("Đời sống\n\nMùa gặt\n\nLam Khê 21/03/2023", 5),
        ("Đời sống\n\nMùa gặt\n\nLam Khê 21/03/2023\n\n(0) Bình luận\nMùa gặt", 5),
        ("Đời sống\n\nMùa gặt\n\nLam Khê 21/03/2023\n\na.jpg\nLúa", 7),
    ],
)
def test_it_refuses_a_text_without_sapo(text, line):
    error = refused(parse_layout, text)
    assert error.line == line
    assert "apo" in error.reason

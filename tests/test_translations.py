"""The desk speaks Vietnamese: every message is translated, and what is compiled is what is written."""

import ast
import gettext
import re
import unicodedata
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "newsroom" / "locale" / "vi" / "LC_MESSAGES" / "django.po"
CALLS = {
    "_",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
}
PLACEHOLDER = re.compile(r"%%|%\(\w+\)[sd]|%[sd]|\{\w+\}")


def read_catalogue() -> dict[str, str]:
    """The messages of the .po file; of a plural, the one form that Vietnamese has."""
    messages, entry, field = {}, {}, ""
    for line in [*CATALOGUE.read_text(encoding="utf-8").split("\n"), ""]:
        if match := re.match(r'(msgid|msgid_plural|msgstr(?:\[0\])?) (".*")$', line):
            field = match[1]
            entry[field] = ast.literal_eval(match[2])
        elif line.startswith('"'):
            entry[field] += ast.literal_eval(line)
        elif not line.strip() and "msgid" in entry:
            messages[entry["msgid"]] = entry.get("msgstr", entry.get("msgstr[0]", ""))
            entry = {}
    messages.pop("", None)
    return messages


MESSAGES = read_catalogue()


def of_python(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in CALLS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.add(first.value)
    return found


def of_template(source: str) -> set[str]:
    calls = re.findall(
        r"""\b(?:gettext|ngettext|_)\(u?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", templatize(source)
    )
    return {ast.literal_eval(call) for call in calls}


def sources() -> list[Path]:
    python = [path for folder in ("articles", "newsroom") for path in (ROOT / folder).rglob("*.py")]
    return [path for path in python if "migrations" not in path.parts] + list(
        (ROOT / "templates").rglob("*.html")
    )


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_message_of_a_file_is_in_the_catalogue(path):
    source = path.read_text(encoding="utf-8")
    found = of_python(source) if path.suffix == ".py" else of_template(source)
    missing = [message for message in found if message.strip() and message not in MESSAGES]
    assert missing == []


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_message_hides_behind_a_name_that_makemessages_does_not_know(path):
    names = re.findall(r"gettext\w* as (\w+)", path.read_text(encoding="utf-8"))
    assert {"_", *names} == {"_"}


def test_every_message_is_translated():
    assert len(MESSAGES) > 300
    assert [message for message, text in MESSAGES.items() if not text] == []
    assert "#, fuzzy" not in CATALOGUE.read_text(encoding="utf-8")


def test_a_translation_has_the_placeholders_of_its_message():
    for message, text in MESSAGES.items():
        assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(message)), message


def test_translations_are_composed_vietnamese():
    for text in MESSAGES.values():
        assert text == unicodedata.normalize("NFC", text)


def test_what_is_compiled_is_what_is_written():
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for message, text in MESSAGES.items():
        assert compiled.gettext(message) == text or compiled.ngettext(message, message, 2) == text

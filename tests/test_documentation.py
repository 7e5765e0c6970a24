"""What the documentation names exists, and what exists is documented.

The newsroom's guide has a test of its own, test_newsroom_guide.py.
"""

import ast
import importlib
import re
from fnmatch import filter as matching
from pathlib import Path

import pytest
from django.core.management import BaseCommand, get_commands, load_command_class
from django.utils.translation import override

from articles.sample.accounts import ACCOUNTS, PASSWORD
from articles.structure import ROLE_NAMES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
FOLDERS = ("articles", "newsroom", "docs", "tests", "templates")
FILES = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
FILES += [path for path in ROOT.glob("*") if path.is_file()]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
# Made by using the checkout, so not there before.
MADE_LATER = ("var/", ".venv/", "media/p/")
FILE = re.compile(r"[\w./*-]*[\w*-]\.(?:py|md|html|css|js|toml|txt|sql|tsv|po)")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def code_in(text: str) -> list[str]:
    """What stands in backticks, and the lines of code blocks."""
    blocks = re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", rest)] + lines


def every_page(function):
    return pytest.mark.parametrize(
        ("page", "text"),
        [pytest.param(path, path.read_text("utf-8"), id=name_of(path)) for path in PAGES],
    )(function)


def all_code() -> list[str]:
    return [code for page in PAGES for code in code_in(page.read_text("utf-8"))]


# --- Links ------------------------------------------------------------------------------------


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    without_code = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", without_code, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@every_page
def test_every_link_to_another_page_arrives(page, text):
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _hash, anchor = target.partition("#")
        found = (page.parent / path) if path else page
        assert found.exists(), target
        if anchor:
            assert anchor in anchors(found.read_text("utf-8")), target


@pytest.mark.parametrize("folder", ["decisions", "developers", "editors"])
def test_a_folders_index_leads_to_each_of_its_pages(folder):
    index = (DOCS / folder / "README.md").read_text("utf-8")
    linked = set(re.findall(r"\]\(([\w-]+\.md)[)#]", index))
    assert linked == {path.name for path in (DOCS / folder).glob("*.md")} - {"README.md"}


def test_a_decision_says_when_it_was_made():
    for path in (DOCS / "decisions").glob("*.md"):
        if path.name != "README.md":
            assert re.match(r"# .+\n\n20\d\d-\d\d-\d\d\b", path.read_text("utf-8")), path.name


def test_every_page_that_the_code_names_exists():
    named = 0
    for path in FILES:
        if path.suffix in {".py", ".js", ".css", ".html"} and path != Path(__file__):
            for page in re.findall(
                r"\bdocs/[\w/-]+\.md\b|\b[A-Z]{5,}\.md\b", path.read_text("utf-8")
            ):
                assert (ROOT / page).is_file(), f"{name_of(path)} names {page}"
                named += 1
    assert named > 10


# --- Files and names --------------------------------------------------------------------------


def exists(path: str, page: Path) -> bool:
    """Whether a file or folder of this path is here; of a bare name, anywhere in the project."""
    if "/" not in path:
        return bool(matching([file.name for file in FILES], path))
    near = (ROOT, ROOT / "articles", page.parent)
    return any(any(folder.glob(path.rstrip("/"))) for folder in near)


@every_page
def test_every_file_and_folder_that_a_page_names_exists(page, text):
    folder = re.compile(rf"({'|'.join(FOLDERS)}|\.ci)/[\w./*-]*")
    for code in code_in(text):
        for path in code.split():
            is_path = folder.fullmatch(path) or FILE.fullmatch(path)
            assert not is_path or path.startswith(MADE_LATER) or exists(path, page), path


@every_page
def test_every_python_name_that_a_page_writes_out_can_be_imported(page, text):
    for code in code_in(text):
        if match := re.match(r"((?:articles|newsroom)(?:\.\w+)+)(?:\(.*\))?$", code):
            *module, name = match[1].split(".")
            try:
                importlib.import_module(match[1])
            except ModuleNotFoundError:
                assert hasattr(importlib.import_module(".".join(module)), name), match[1]


# --- Variables --------------------------------------------------------------------------------

READERS = {"_read", "env", "os.environ.get", "os.getenv"}


def variables_read(source: str) -> set[str]:
    """The environment variables that a module reads."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        names: list[ast.expr] = []
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in READERS or called.startswith("env."):
                names = node.args
        elif isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]) == "env":
            names = [node.left]
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            names = [node.slice]
        for name in names:
            if isinstance(name, ast.Constant) and re.fullmatch("[A-Z][A-Z_]+", str(name.value)):
                found.add(name.value)
    return found


def documented_variables() -> dict[str, str]:
    """The variables of settings.md with their defaults."""
    page = (DOCS / "developers" / "settings.md").read_text("utf-8")
    return dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]*) \|", page, re.MULTILINE))


def test_the_settings_page_lists_the_variables_that_are_read_and_no_others():
    read = {
        variable
        for folder in ("articles", "newsroom")
        for path in (ROOT / folder).rglob("*.py")
        for variable in variables_read(path.read_text("utf-8"))
    }
    assert len(read) > 15
    assert set(documented_variables()) == read


def test_the_settings_page_gives_the_numbers_that_the_settings_have():
    source = (ROOT / "newsroom" / "settings.py").read_text("utf-8")
    numbers = re.findall(r'_read\(env\.int, "(\w+)", ([\d_]+)\)', source)
    assert numbers
    for variable, number in numbers:
        assert documented_variables()[variable] == f"`{int(number)}`", variable


# --- Commands ---------------------------------------------------------------------------------

OWN_COMMANDS = sorted(
    name for name, app in get_commands().items() if app.startswith(("articles", "newsroom"))
)


def options_of(command: str) -> set[str]:
    """The options that a command of ours adds to Django's."""
    parser = load_command_class(get_commands()[command], command).create_parser(
        "manage.py", command
    )
    stock = BaseCommand().create_parser("manage.py", command)
    every = {option for action in parser._actions for option in action.option_strings}
    return every - {option for action in stock._actions for option in action.option_strings}


def section(page: str, heading: str) -> str:
    """The part of a page under the first heading that holds `heading`."""
    match = re.search(rf"^(#+) [^\n]*\b{heading}\b.*?(?=^\1 |\Z)", page, re.MULTILINE | re.DOTALL)
    assert match, heading
    return match[0]


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    named = {match for code in all_code() for match in re.findall(r"\bmake ([a-z-]+)", code)}
    assert len(named) > 5
    assert named <= targets


@pytest.mark.parametrize("target", re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
def test_every_make_target_with_a_help_text_is_documented(target):
    assert any(re.search(rf"\bmake {target}\b(?!-)", code) for code in all_code())


def test_every_command_that_is_named_exists():
    named = {match for code in all_code() for match in re.findall(r"manage\.py ([a-z]\w+)", code)}
    assert {"import_articles", "tick"} <= named
    assert named <= set(get_commands())


@pytest.mark.parametrize("command", OWN_COMMANDS)
def test_every_command_of_ours_is_documented_with_its_options(command):
    page = (DOCS / "developers" / "commands.md").read_text("utf-8")
    told = section(page, command)
    missing = [each for each in options_of(command) if not re.search(rf"`{each}\b", told)]
    assert missing == []


def test_every_option_that_is_named_with_a_command_exists():
    tried = 0
    for code in all_code():
        if (match := re.search(r"manage\.py (\w+)(.*)", code)) and match[1] in OWN_COMMANDS:
            named = re.findall(r"--[a-z-]+", match[2])
            assert set(named) <= options_of(match[1]), code
            tried += len(named)
    assert tried > 3


# --- The README -------------------------------------------------------------------------------


def test_the_readme_names_everyone_who_can_sign_in_to_the_sample():
    readme = (ROOT / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", readme, re.MULTILINE)
    with override("en"):
        roles = {each.username: str(ROLE_NAMES[each.role]).lower() for each in ACCOUNTS}
    assert dict(rows) == roles
    assert f"`{PASSWORD}`" in readme


def test_the_libraries_page_names_libraries_and_versions_that_are_pinned():
    page = (DOCS / "decisions" / "libraries.md").read_text("utf-8")
    own = (ROOT / "requirements.txt").read_text("utf-8").split("# What those need in turn.")[0]
    pinned = {
        name.lower(): version for name, version in re.findall(r"^([\w-]+)\S*==(\S+)", own, re.M)
    }
    cells = ", ".join(re.findall(r"^\| ([^|]+) \|", page, re.MULTILINE)[1:]).lower()
    named = dict(re.findall(r"([a-z][\w-]+)(?: (\d[\d.]*))?(?:,|$)", cells))
    assert set(named) <= set(pinned)
    for name, version in named.items():
        assert pinned[name].startswith(version), name

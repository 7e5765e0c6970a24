"""Articles come in from text files: whole, once, and never over the desk's work."""

import re
import shutil
import unicodedata
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from articles.actions.importing import Options, Result, import_file
from articles.actions.saving import save
from articles.models import Activity, Article, Author, Image, PublishedArticle, Section

from . import factories, picture_files
from .cast import make_cast
from .seed import SEED
from .trap_article import TRAP_PICTURES, TRAP_TEXT

pytestmark = pytest.mark.django_db

SECTION = TRAP_TEXT.split("\n", 1)[0]
EVERYTHING = Options(publish=True, create_sections=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the trap article and its pictures."""
    folder = tmp_path / "kho"
    folder.mkdir()
    (folder / "bai.txt").write_text(TRAP_TEXT, encoding="utf-8", newline="")
    for name in TRAP_PICTURES:
        (folder / name).write_bytes(factories.picture_bytes())
    return folder


def take(folder: Path, options: Options = EVERYTHING, name: str = "bai.txt"):
    return import_file(folder / name, f"kho/{name}", options)


def change(folder: Path, old: str, new: str, name: str = "bai.txt") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8", newline="")


def title() -> str:
    return TRAP_TEXT.split("\n\n")[1]


def test_an_article_is_imported_and_published(folder):
    outcome = take(folder)
    assert (outcome.result, outcome.notes) == (Result.CREATED, ())
    row = PublishedArticle.objects.visible().get()
    assert row.title == title()
    assert row.figures.count() == len(TRAP_PICTURES)
    assert row.first_published_at == Article.objects.get().dateline


def test_importing_and_publishing_are_two_acts_on_the_article(folder):
    take(folder)
    acts = Activity.objects.filter(target_type="article").values_list("act", flat=True)
    assert sorted(acts) == ["create_article", "publish"]


def test_a_second_import_changes_nothing(folder):
    take(folder)
    before = Activity.objects.count(), Image.objects.count(), PublishedArticle.objects.count()
    assert take(folder).result == Result.UNCHANGED
    assert before == (
        Activity.objects.count(),
        Image.objects.count(),
        PublishedArticle.objects.count(),
    )


def test_a_changed_file_updates_an_untouched_article(folder):
    take(folder)
    change(folder, title(), "Tựa mới của bài")
    assert take(folder).result == Result.UPDATED
    assert PublishedArticle.objects.visible().get().title == "Tựa mới của bài"
    assert Article.objects.get().revisions.count() == 2


def test_a_changed_file_never_overwrites_what_the_desk_edited(folder):
    take(folder)
    article = Article.objects.get()
    draft = factories.make_draft(title="Tòa soạn đã sửa", section=article.section)
    save(article, draft, by=None, base_version=article.version)
    change(folder, title(), "Tựa mới của bài")
    outcome = take(folder)
    assert outcome.result == Result.REFUSED
    assert str(article.pk) in outcome.reason
    article.refresh_from_db()
    assert article.title == "Tòa soạn đã sửa"


def test_overwriting_keeps_the_desks_text_as_a_revision(folder):
    take(folder)
    article = Article.objects.get()
    draft = factories.make_draft(title="Tòa soạn đã sửa", section=article.section)
    save(article, draft, by=None, base_version=article.version)
    change(folder, title(), "Tựa mới của bài")
    options = Options(create_sections=True, overwrite=True)
    assert take(folder, options).result == Result.UPDATED
    article.refresh_from_db()
    assert article.title == "Tựa mới của bài"
    assert article.revisions.get(number=2).draft.title == "Tòa soạn đã sửa"


def test_a_picture_that_is_missing_is_reported_and_its_words_are_kept(folder):
    (folder / TRAP_PICTURES[0]).unlink()
    outcome = take(folder)
    assert outcome.result == Result.CREATED
    assert any(TRAP_PICTURES[0] in note for note in outcome.notes)
    assert f'data-name="{TRAP_PICTURES[0]}"' in Article.objects.get().body
    assert PublishedArticle.objects.get().figures.count() == len(TRAP_PICTURES) - 1


def test_a_picture_that_arrives_later_reaches_readers_with_the_next_import(folder):
    (folder / TRAP_PICTURES[0]).unlink()
    take(folder)
    (folder / TRAP_PICTURES[0]).write_bytes(factories.picture_bytes())
    assert take(folder).result == Result.UPDATED
    row = PublishedArticle.objects.visible().get()
    assert row.figures.count() == len(TRAP_PICTURES)
    assert take(folder).result == Result.UNCHANGED


def test_a_broken_picture_refuses_the_whole_article(folder):
    (folder / TRAP_PICTURES[0]).write_bytes(b"not a picture at all")
    outcome = take(folder)
    assert outcome.result == Result.REFUSED
    assert TRAP_PICTURES[0] in outcome.reason
    assert not Article.objects.exists()
    assert not Image.objects.exists()
    assert not Section.objects.exists()


def test_an_unknown_section_is_refused_with_the_nearest_name(folder):
    factories.make_section(SECTION + "s")
    outcome = take(folder, Options(publish=True))
    assert outcome.result == Result.REFUSED
    assert SECTION + "s" in outcome.reason
    assert not Article.objects.exists()


def test_a_section_is_found_whatever_its_case(folder):
    section = factories.make_section(SECTION.upper())
    take(folder, Options())
    assert Article.objects.get().section == section


def test_the_same_title_and_time_under_another_reference_is_refused(folder):
    take(folder)
    shutil.copy(folder / "bai.txt", folder / "ban-sao.txt")
    outcome = take(folder, name="ban-sao.txt")
    assert outcome.result == Result.REFUSED
    assert "kho/bai.txt" in outcome.reason
    assert Article.objects.count() == 1


def test_a_dry_run_reports_and_keeps_nothing(folder, tmp_path):
    options = Options(publish=True, create_sections=True, dry_run=True)
    assert take(folder, options).result == Result.CREATED
    for model in (Article, Section, Author, Image, Activity):
        assert not model.objects.exists(), model
    assert not list(tmp_path.glob("originals/**/*.*"))


def test_a_future_date_publishes_at_that_minute(folder):
    text = (folder / "bai.txt").read_text(encoding="utf-8")
    soon = timezone.localtime() + timedelta(days=2)
    text = re.sub(r"\d\d/\d\d/\d{4} - \d\d:\d\d", f"{soon:%d/%m/%Y - %H:%M}", text, count=1)
    (folder / "bai.txt").write_text(text, encoding="utf-8", newline="")
    take(folder)
    assert not PublishedArticle.objects.visible().exists()
    assert PublishedArticle.objects.get().visible_from == Article.objects.get().dateline


def test_nothing_is_published_without_being_asked(folder):
    take(folder, Options(create_sections=True))
    assert not PublishedArticle.objects.exists()
    assert not default_storage.exists("p") or not default_storage.listdir("p")[1]


def test_one_who_may_not_import_is_refused(folder):
    cast = make_cast()
    for person in (cast.reporter, cast.section_head, cast.administrator, cast.stranger):
        outcome = take(folder, Options(by=person, create_sections=True))
        assert outcome.result == Result.REFUSED, person
    assert take(folder, Options(by=cast.managing_editor, create_sections=True)).result == "created"


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\x01\x02", "Mục".encode("utf-16"), b"x" * 3_000_000, b"Mu\xff\xfe"],
    ids=["empty", "binary", "utf-16", "enormous", "not utf-8"],
)
def test_a_file_that_is_no_article_is_refused_with_a_reason(folder, data):
    (folder / "bai.txt").write_bytes(data)
    outcome = take(folder)
    assert outcome.result == Result.REFUSED
    assert outcome.reason
    assert not Article.objects.exists()


def test_a_date_that_does_not_exist_is_refused_with_its_line(folder):
    text = (folder / "bai.txt").read_text(encoding="utf-8")
    text = re.sub(r"\d\d/\d\d/(\d{4}) - ", r"31/02/\1 - ", text, count=1)
    (folder / "bai.txt").write_text(text, encoding="utf-8", newline="")
    outcome = take(folder)
    assert (outcome.result, outcome.line) == (Result.REFUSED, 5)


def test_the_command_goes_on_after_a_bad_file_and_ends_with_status_1(folder, capsys):
    (folder / "hong.txt").write_bytes(b"\x00\x00")
    (folder / "doc.md").write_text("Không phải bài")
    out, err = StringIO(), StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("import_articles", str(folder), "--create-sections", stdout=out, stderr=err)
    assert ended.value.code == 1
    assert "hong.txt" in out.getvalue()
    assert Article.objects.count() == 1


def test_a_text_in_other_forms_is_the_same_article(folder):
    take(folder)
    digest = Article.objects.get().import_digest
    text = unicodedata.normalize("NFD", TRAP_TEXT).replace("\n", "\r\n")
    (folder / "bai.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert take(folder).result == Result.UNCHANGED
    assert Article.objects.get().import_digest == digest


def test_export_gives_the_file_back(folder, tmp_path):
    take(folder, Options(create_sections=True))
    out = tmp_path / "ra"
    call_command("export_articles", "--to", str(out), stdout=StringIO())
    (exported,) = out.glob("*/*.txt")
    assert exported.read_bytes().decode() == unicodedata.normalize("NFC", TRAP_TEXT)
    assert {path.name for path in exported.parent.iterdir() if path != exported} == set(
        TRAP_PICTURES
    )


def test_an_exported_article_can_be_imported_again(folder, tmp_path):
    take(folder)
    out = tmp_path / "ra"
    call_command("export_articles", "--to", str(out), stdout=StringIO())
    (exported,) = out.glob("*/*.txt")
    outcome = import_file(exported, "khac/bai.txt", EVERYTHING)
    assert outcome.result == Result.REFUSED  # the same title and time
    assert "kho/bai.txt" in outcome.reason


def test_the_tricky_pictures_of_the_trade_come_in(folder):
    (folder / TRAP_PICTURES[0]).write_bytes(picture_files.cmyk_jpeg())
    assert take(folder).result == Result.CREATED


if SEED.exists():

    def test_the_real_page_goes_in_and_comes_back_exactly(tmp_path):
        out = tmp_path / "ra"
        options = {
            "create_sections": True,
            "publish": True,
            "stdout": StringIO(),
            "stderr": StringIO(),
        }
        call_command("import_articles", str(SEED), **options)
        call_command("export_articles", "--to", str(out), stdout=StringIO())
        (exported,) = out.glob("*/*.txt")
        original = (SEED / "article.txt").read_bytes().decode()
        assert exported.read_bytes().decode() == unicodedata.normalize("NFC", original)
        assert PublishedArticle.objects.visible().get().figures.count() == 2

    def test_the_real_page_goes_in_without_its_pictures(tmp_path):
        shutil.copy(SEED / "article.txt", tmp_path / "article.txt")
        outcome = import_file(tmp_path / "article.txt", "seed/article.txt", EVERYTHING)
        assert outcome.result == Result.CREATED
        assert len(outcome.notes) == 2
        assert not PublishedArticle.objects.get().figures.exists()

"""What nginx sends from disk: static files and published pictures, and nothing else that lies there."""

import gzip
import json
import shutil

import brotli
import pytest

from tests.behind_nginx import Paper
from tests.services import nginx
from tests.services.site import CHECKOUT

pytestmark = pytest.mark.skipif(nginx.find() is None, reason=nginx.MISSING)


@pytest.fixture
def paper(paper_behind_nginx):
    return paper_behind_nginx


def static_file(paper: Paper, name: str) -> str:
    """The address of a static file under its hashed name."""
    manifest = json.loads((paper.site.folder / "static" / "staticfiles.json").read_text())
    return f"/static/{manifest['paths'][name]}"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("articles/paper.css", "text/css; charset=utf-8"),
        ("articles/share.js", "application/javascript; charset=utf-8"),
        ("articles/icon.svg", "image/svg+xml; charset=utf-8"),
        ("articles/fonts/newsreader-600.woff2", "font/woff2"),
    ],
)
def test_a_static_file_comes_from_disk_for_ever_with_its_type(paper, name, kind):
    answer = paper.ask(static_file(paper, name))
    assert answer.status == 200
    assert answer.body == (CHECKOUT / "articles/static" / name).read_bytes() or name.endswith("css")
    assert answer.getheader("Content-Type") == kind
    assert answer.getheader("Cache-Control") == "public, max-age=31536000, immutable"
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("ETag")  # nginx's own: whitenoise sends none for hashed names


def test_what_the_editor_loads_under_plain_names_is_asked_for_again_soon(paper):
    answer = paper.ask("/static/ckeditor/ckeditor/lang/vi.js")
    assert answer.status == 200
    assert answer.getheader("Cache-Control") == "public, max-age=3600"


def picture(paper: Paper, hash: str | None = None) -> str:
    return f"/media/p/{hash or paper.made['hash']}-full-400.webp"


def test_a_published_picture_comes_from_disk_for_ever(paper):
    answer = paper.ask(picture(paper))
    assert answer.status == 200
    assert answer.body == (paper.site.folder / picture(paper).removeprefix("/")).read_bytes()
    assert answer.getheader("Content-Type") == "image/webp"
    assert answer.getheader("Cache-Control") == "public, max-age=31536000, immutable"
    assert answer.getheader("Content-Encoding") is None


def test_head_ranges_and_conditions_work_on_files(paper):
    whole = paper.ask(picture(paper))
    head = paper.ask(picture(paper), "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.getheader("Content-Length") == str(len(whole.body))
    part = paper.ask(picture(paper), Range="bytes=2-9")
    assert (part.status, part.body) == (206, whole.body[2:10])
    assert paper.ask(picture(paper), If_None_Match=whole.getheader("ETag")).status == 304
    css = static_file(paper, "articles/paper.css")
    assert paper.ask(css, "HEAD").body == b""
    since = paper.ask(css).getheader("Last-Modified")
    assert paper.ask(css, If_Modified_Since=since).status == 304


def test_a_picture_taken_down_is_gone_at_once(paper):
    path = paper.site.folder / picture(paper).removeprefix("/")
    kept = path.with_suffix(".kept")
    assert paper.ask(picture(paper)).status == 200
    path.rename(kept)
    try:
        assert paper.ask(picture(paper)).status == 404
    finally:
        kept.rename(path)


def test_originals_and_pictures_not_yet_published_have_no_address(paper):
    original = paper.made["original"]
    private = paper.site.folder / "originals"
    assert (private / original).is_file()
    assert (private / "p" / f"{paper.made['unseen']}-full-400.webp").is_file()
    shutil.copy(private / original, paper.site.folder / "media" / "lost.jpg")
    for path in (
        picture(paper, paper.made["unseen"]),
        f"/media/{original}",
        f"/media/originals/{original}",
        f"/originals/{original}",
        "/media/lost.jpg",  # even where it lies beside those that are published
        "/media/p/",
        "/media/",
    ):
        answer = paper.ask(path)
        assert answer.status == 404, path
        assert answer.body != (private / original).read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../etc/passwd",
        "/static/..%2f..%2fnewsroom.sqlite3",
        "/static../newsroom.sqlite3",
        "/static/%2e%2e/%2e%2e/etc/passwd",
        "/media/../originals/o",
        "/media/p/..%2f..%2foriginals/o",
        "/media../originals/",
        "/static/",
        "/static/articles",
        "/static/.hidden",
        "/.git/config",
        "/_errors/503.html",
        "/_errors/../nginx/newsroom.conf",
    ],
)
def test_no_path_leads_out_of_the_folders(paper, path):
    (paper.site.folder / "static" / ".hidden").write_text("secret")
    answer = paper.ask(path)
    assert answer.status in {301, 400, 403, 404}, path
    assert b"secret" not in answer.body
    assert b"root:" not in answer.body
    if answer.status == 301:
        assert paper.ask(answer.getheader("Location")).status in {403, 404}


# --- Compression ------------------------------------------------------------------------------


def test_a_static_file_is_sent_as_it_lies_there_compressed(paper):
    path = static_file(paper, "articles/paper.css")
    plain = paper.ask(path).body
    packed = paper.ask(path, Accept_Encoding="gzip")
    assert packed.getheader("Content-Encoding") == "gzip"
    assert packed.getheader("Vary") == "Accept-Encoding"
    assert packed.getheader("Content-Length")  # from disk: made on the way it would have none
    assert gzip.decompress(packed.body) == plain


@pytest.mark.skipif(not nginx.has_brotli(), reason="nginx's brotli modules are not installed.")
def test_brotli_goes_to_who_takes_it(paper):
    path = static_file(paper, "articles/paper.css")
    packed = paper.ask(path, Accept_Encoding="gzip, br")
    assert packed.getheader("Content-Encoding") == "br"
    assert packed.getheader("Content-Length")
    assert brotli.decompress(packed.body) == paper.ask(path).body
    page = paper.ask("/toa-soan/login/", Accept_Encoding="br")
    assert page.getheader("Content-Encoding") == "br"

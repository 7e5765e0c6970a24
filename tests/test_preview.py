"""A preview is the readers' own page: of the working copy, of a revision, of what is being typed."""

from dataclasses import replace

import pytest
from lxml import html

from articles.actions.publishing import publish
from articles.actions.saving import create, save
from articles.models import Activity, Article, Masthead, PublishedArticle
from articles.preview import preview_page
from tests import factories
from tests.desk import Fields, address, last_act, newest, open_form, sign_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast):
    return sign_in(cast.reporter)


def article_of(response) -> str:
    """The article on the page, without addresses: of pictures, of tags, of the page itself."""
    (found,) = html.fromstring(response.content.decode()).xpath("//article")
    for picture in found.xpath(".//img | .//source"):
        for name in ("src", "srcset"):
            picture.attrib.pop(name, None)
    for link in found.xpath(".//a[@rel='tag']"):
        link.attrib.clear()
    for address_in_print in found.find_class("print-only"):
        address_in_print.drop_tree()
    return " ".join(html.tostring(found, encoding="unicode").split())


def test_a_preview_shows_what_readers_will_get_before_they_get_it(client):
    author, image = factories.make_author("Lê Bình"), factories.make_image()
    picture = factories.figure(image, credit="Minh An").replace(
        "><figcaption>", ' data-alt="Thuyền"><figcaption>'
    )
    article = factories.make_article(
        authors=[author],
        kicker="Phóng sự",
        body=f"<p>Đoạn <em>một</em>.</p><h2>Về bến</h2>{picture}",
        dateline=factories.datetime.fromisoformat("2024-05-19T07:06:00+07:00"),
        copyright_notice="Của tòa soạn.",
    )
    preview = client.get(address("preview", article.pk))
    assert preview.status_code == 200
    publish(article, by=None)
    address_for_readers = PublishedArticle.objects.get().get_absolute_url()
    assert article_of(preview) == article_of(client.get(address_for_readers))


def test_pictures_of_a_preview_are_shown_to_the_desk_alone(client, cast):
    article = factories.make_article(body=factories.figure(factories.make_image()))
    page = html.fromstring(client.get(address("preview", article.pk)).content.decode())
    (picture,) = page.xpath("//article//img/@src")
    assert client.get(picture).status_code == 200
    assert sign_in(None).get(picture).status_code == 302
    assert sign_in(cast.stranger).get(picture).status_code == 302


def test_no_cache_and_no_search_engine_keeps_a_preview(client):
    response = client.get(address("preview", factories.make_article().pk))
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response.headers["Cache-Control"]
    assert html.fromstring(response.content.decode()).xpath("//meta[@name='robots']/@content") == [
        "noindex, nofollow"
    ]
    assert "unsafe" not in response.headers["Content-Security-Policy"]


def test_a_preview_says_that_it_is_one_in_the_readers_language(cast, client):
    cast.reporter.desk_language = "en"
    cast.reporter.save()
    response = client.get(address("preview", factories.make_article().pk))
    assert "Bản xem trước" in text_of(response)


def test_an_older_revision_may_be_previewed(client):
    article = factories.make_article(title="Bản một")
    save(article, replace(newest(article), title="Bản hai"), by=None, base_version=article.version)
    assert "Bản hai" in text_of(client.get(address("preview", article.pk)))
    older = client.get(address("preview", article.pk) + "?revision=1")
    assert "Bản một" in text_of(older) and "Bản hai" not in text_of(older)


@pytest.mark.parametrize("revision", ["", "0", "9", "-1", "x", "1.0", "9" * 30, "%00"])
def test_a_revision_that_is_not_there_has_no_preview(client, revision):
    article = factories.make_article()
    assert client.get(address("preview", article.pk) + f"?revision={revision}").status_code == 404


def test_strangers_see_no_preview(cast):
    article = factories.make_article(title="Chưa ai biết")
    for person in (None, cast.stranger):
        response = sign_in(person).get(address("preview", article.pk))
        assert response.status_code == 302
        assert response.url.startswith("/toa-soan/login/")


# --- What is being typed --------------------------------------------------------------------------


def typed(client, article: Article | None, **new) -> Fields:
    return open_form(client, article) | new


def test_what_is_typed_is_previewed_without_being_saved(cast):
    article, client = factories.make_article(title="Đã lưu"), sign_in(cast.editor)
    before, last = newest(article), last_act()
    fields = typed(client, article, title="Đang gõ", body="<p>Chữ<script>x()</script> mới.</p>")
    response = client.post(address("preview", article.pk), fields)
    assert "Đang gõ" in text_of(response) and "Chữ mới." in text_of(response)
    assert b"x()" not in response.content
    assert newest(article) == before
    assert last_act() == last


def test_a_new_article_is_previewed_before_it_is_saved(client):
    section = factories.make_section("Đời sống")
    fields = typed(client, None, title="Đang gõ", body="<p>Chữ.</p>", section=section.pk)
    response = client.post(address("preview_new"), fields)
    assert "Đang gõ" in text_of(response) and "Đời sống" in text_of(response)
    assert not Article.objects.exists()
    assert not Activity.objects.filter(target_type="article").exists()


def test_a_preview_does_not_mind_that_somebody_saved_meanwhile(cast):
    article, client = factories.make_article(), sign_in(cast.editor)
    fields = typed(client, article, title="Của tôi")
    draft = replace(newest(article), title="Của người kia")
    save(article, draft, by=None, base_version=article.version)
    assert "Của tôi" in text_of(client.post(address("preview", article.pk), fields))


@pytest.mark.parametrize(
    "new",
    [
        {"title": ""},
        {"section": ""},
        {"bylines-name": ["Người Lạ", ""]},
        {"body": '<figure data-image="123456789" data-name="x.jpg"></figure>'},
    ],
)
def test_what_stands_in_the_way_of_a_preview_is_said(cast, new):
    article, client = factories.make_article(title="Đã lưu"), sign_in(cast.editor)
    response = client.post(address("preview", article.pk), typed(client, article, **new))
    assert response.context["problems"]
    assert response.context["problems"][0] in text_of(response)


def test_there_is_nothing_to_preview_of_what_was_never_typed_or_saved(client):
    assert client.get(address("preview_new")).status_code == 404
    assert client.get(address("preview", 1)).status_code == 404


def test_a_preview_describes_a_picture_as_readers_will_have_it():
    image = factories.make_image()
    draft = factories.make_draft(body=factories.figure(image, caption="Chú thích."))
    page = preview_page(draft, Masthead.current())
    row = publish(create(draft, by=None), by=None)
    assert f'alt="{image.alt}"' in page.body
    assert f'alt="{image.alt}"' in row.body.html


# --- Beside the text ------------------------------------------------------------------------------


def framing(response) -> tuple[str, bool]:
    policy = response.headers["Content-Security-Policy"]
    return response.headers["X-Frame-Options"], "frame-ancestors 'self'" in policy


def test_the_preview_alone_may_be_framed_and_by_the_desk_alone(client):
    article = factories.make_article()
    saved, typing = address("preview", article.pk), typed(client, None, title="Đang gõ")
    refused = client.post(address("preview_new"), typing | {"title": ""})
    for response in (client.get(saved), client.post(address("preview_new"), typing), refused):
        assert framing(response) == ("SAMEORIGIN", True)
    for other in (address("change", article.pk), address("changelist"), "/toa-soan/", "/"):
        assert framing(client.get(other)) == ("DENY", False), other


def test_only_the_page_that_shows_the_preview_may_hold_a_frame(client):
    article = factories.make_article(by=None)
    assert "frame-src 'self'" in client.get(address("add")).headers["Content-Security-Policy"]
    for other in (address("preview", article.pk), address("changelist"), "/toa-soan/"):
        assert "frame-src" not in client.get(other).headers["Content-Security-Policy"], other


def test_beside_the_text_the_reasons_stand_without_the_desk_around_them(client):
    fields = typed(client, None, title="")
    alone = client.post(address("preview_new"), fields)
    beside = client.post(address("preview_new"), fields | {"beside": "1"})
    assert alone.context["problems"][0] in text_of(beside)
    assert b'id="header"' in alone.content
    assert b'id="header"' not in beside.content
    assert b"<script" not in beside.content

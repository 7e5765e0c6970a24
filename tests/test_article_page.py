"""The page of one article: what stands on it, in which order, and at which addresses it answers."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import lxml.html
import pytest
import time_machine
from django.template.loader import render_to_string
from django.utils import timezone

from articles.actions.placing import place
from articles.actions.publishing import publish
from articles.actions.records import save_record
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.draft import DraftByline
from articles.frame import load_frame
from articles.models import Article, Masthead, PublishedArticle, Slot
from articles.preview import preview_page
from articles.views.article import article_context
from tests.comment_factories import make_approved
from tests.factories import (
    figure,
    make_article,
    make_author,
    make_draft,
    make_image,
    make_published,
    make_section,
)

pytestmark = pytest.mark.django_db

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2024, 5, 19, 7, 6, tzinfo=HANOI)


def read(client, publication: PublishedArticle):
    """The page as a document; it must be there."""
    response = client.get(publication.get_absolute_url())
    assert response.status_code == 200
    return lxml.html.fromstring(response.content.decode())


def lines(document) -> list[str]:
    """The text of each part that stands on a line of its own, without empty ones."""
    blocks = (
        "//main//*[self::p or self::li or self::h1 or self::h2 or self::h3 or self::figcaption]"
    )
    texts = [" ".join(each.text_content().split()) for each in document.xpath(blocks)]
    return [text for text in texts if text]


def edit(article: Article, **changes) -> Article:
    """Change the working copy as the desk does."""
    article.refresh_from_db()
    draft = article.revisions.get(number=article.revision_number).draft
    return save(article, replace(draft, **changes), by=None, base_version=article.version)


# --- What stands on it ------------------------------------------------------------------------


def test_its_parts_stand_in_the_papers_order(client):
    section = make_section("Chính sự")
    author = make_author("Đình Lê")
    save_record(Masthead.current(), {"name": "Sớm Mai", "copyright_notice": "Xin hỏi."}, by=None)
    publication = make_published(
        section=section,
        authors=[author],
        title="Tít của bài",
        sapo="Sapo của bài.",
        body="<p>Đoạn một.</p><h2>Tít phụ</h2>"
        + figure(make_image(), "Chú thích.", "Phan Chài")
        + "<p>Đoạn hai.</p>",
        dateline=MORNING,
    )
    for slot, title in ((Slot.HIGHLIGHTS, "Bài nổi bật"), (Slot.DO_NOT_MISS, "Bài đừng lỡ")):
        place(make_published(title=title).article, slot, by=None)
    wanted = [
        "Chính sự",
        "Tít của bài",
        "Đình Lê 19/05/2024 - 07:06",
        "Sapo của bài.",
        "Đoạn một.",
        "Tít phụ",
        "Chú thích. Ảnh: Phan Chài",
        "Đoạn hai.",
        "(0) Bình luận",
        "Nổi bật",
        "Bài nổi bật",
        "Đừng bỏ lỡ",
        "Bài đừng lỡ",
        "Tít của bài",
        "(*) Xin hỏi.",
    ]
    found = iter(lines(read(client, publication)))
    assert [line for line in wanted if line not in found] == []


def test_its_title_is_the_only_h1_and_stands_again_in_the_share_strip(client):
    publication = make_published(title="Một tít")
    document = read(client, publication)
    assert [h1.text_content() for h1 in document.xpath("//h1")] == ["Một tít"]
    (again,) = document.xpath("//*[@data-share]//*[normalize-space()='Một tít' and not(*)]")
    assert again.tag == "p"


def test_a_subsection_is_linked_after_its_parent(client):
    parent = make_section("Đời sống", slug="doi-song")
    child = make_section("Sức khỏe", slug="suc-khoe", parent=parent)
    document = read(client, make_published(section=child))
    links = document.xpath("//main//nav[1]//a")
    assert [(link.text, link.get("href")) for link in links] == [
        ("Đời sống", "/doi-song/"),
        ("Sức khỏe", "/doi-song/suc-khoe/"),
    ]


def test_bylines_are_linked_and_keep_role_and_separator(client):
    writer, photographer = make_author("Nguyệt Hòa"), make_author("Phan Chài")
    publication = make_published(
        bylines=(
            DraftByline(writer.pk, writer.name),
            DraftByline(photographer.pk, photographer.name, role="Ảnh", separator="/"),
        ),
        dateline=MORNING,
    )
    document = read(client, publication)
    (byline,) = document.xpath("//p[@class='byline']")
    assert byline.text_content() == "Nguyệt Hòa/Ảnh: Phan Chài 19/05/2024 - 07:06"
    assert [a.get("href") for a in byline.xpath("a")] == [
        writer.get_absolute_url(),
        photographer.get_absolute_url(),
    ]


def test_a_date_without_time_is_printed_without_one(client):
    midnight = MORNING.replace(hour=0, minute=0)
    publication = make_published(dateline=midnight, dateline_has_time=False)
    assert "19/05/2024" in lines(read(client, publication))


def test_times_are_those_of_vietnam(client):
    late = datetime(2024, 5, 18, 17, 30, tzinfo=UTC)
    assert "19/05/2024 - 00:30" in lines(read(client, make_published(dateline=late)))


def test_a_changed_text_says_when_on_a_line_of_its_own(client):
    publication = make_published(dateline=MORNING)
    assert not any("Cập nhật" in line for line in lines(read(client, publication)))
    article = edit(publication.article, body="<p>Thân mới.</p>")
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        updated = publish(article, by=None)
        shown = timezone.localtime(updated.updated_at)
        found = lines(read(client, publication))
    assert f"Cập nhật: {shown:%d/%m/%Y - %H:%M}" in found
    assert "19/05/2024 - 07:06" in found


def test_an_articles_own_notice_replaces_the_papers(client):
    save_record(Masthead.current(), {"name": "Báo", "copyright_notice": "Của báo."}, by=None)
    publication = make_published(copyright_notice="Của hãng tin.")
    found = lines(read(client, publication))
    assert "(*) Của hãng tin." in found
    assert "(*) Của báo." not in found


def test_without_any_notice_there_is_no_star(client):
    assert not any(line.startswith("(*)") for line in lines(read(client, make_published())))


def test_empty_lists_are_left_out(client):
    document = read(client, make_published())
    assert not document.xpath("//aside")
    assert not {"Nổi bật", "Đừng bỏ lỡ"} & set(lines(document))


def test_the_lists_never_hold_the_article_itself_nor_another_twice(client):
    publication, other = make_published(title="Bài này"), make_published(title="Bài khác")
    for slot in (Slot.HIGHLIGHTS, Slot.DO_NOT_MISS):
        for each in (publication, other):
            place(each.article, slot, by=None)
    document = read(client, publication)
    assert [a.text for a in document.xpath("//aside//a")] == ["Bài khác"]
    assert "Đừng bỏ lỡ" not in lines(document)


def test_the_lists_keep_the_desks_order(client):
    publication = make_published()
    for position, title in ((0, "Sau"), (0, "Trước"), (1, "Giữa")):
        article = make_published(title=title).article
        place(article, Slot.HIGHLIGHTS, position=position, by=None)
    found = [a.text for a in read(client, publication).xpath("//aside//a")]
    assert found == ["Trước", "Giữa", "Sau"]


def test_the_first_picture_comes_at_once_and_the_others_wait(client):
    body = "".join(figure(make_image(f"{number}.jpg")) for number in range(3))
    pictures = read(client, make_published(body=body)).xpath("//figure//img")
    assert [img.get("loading") for img in pictures] == [None, "lazy", "lazy"]
    for img in pictures:
        assert img.get("alt")
        assert int(img.get("width")) > int(img.get("height")) > 0
        assert re.fullmatch(r"(/media/p/\S+ \d+w(, )?)+", img.get("srcset"))


def test_a_figure_whose_file_is_missing_is_left_out(client):
    body = figure(make_image(missing=True), "Chưa có ảnh.") + "<p>Đoạn văn.</p>"
    document = read(client, make_published(body=body))
    assert not document.xpath("//figure")
    assert "Chưa có ảnh." not in lines(document)


def test_a_caption_keeps_its_words_with_and_without_credit(client):
    image = make_image()
    body = figure(image, "Có nguồn.", "Phan Chài") + figure(image, "Không nguồn.")
    captions = read(client, make_published(body=body)).xpath("//figcaption")
    assert [each.text_content() for each in captions] == [
        "Có nguồn. Ảnh: Phan Chài",
        "Không nguồn.",
    ]


def test_the_desks_words_are_text_and_nothing_else(client):
    title = "<script>alert(1)</script> & “{{ frame }}”"
    publication = make_published(title=title, sapo="<b>đậm</b>", kicker="<i>nghiêng</i>")
    document = read(client, publication)
    assert document.xpath("//h1")[0].text_content() == title
    assert "<b>đậm</b>" in lines(document)
    assert not document.xpath("//main//script | //main//b | //main//i")


def test_comments_are_counted_on_the_page(client):
    publication = make_published()
    make_approved(publication)
    assert "(1) Bình luận" in lines(read(client, publication))


def test_it_tells_machines_its_address_and_what_it_says(client, settings):
    settings.SITE_URL = "https://bao.example"
    publication = make_published(title="Tít “hay”", sapo="Một câu mở đầu.")
    document = read(client, publication)
    address = f"https://bao.example{publication.get_absolute_url()}"
    assert document.xpath("//link[@rel='canonical']/@href") == [address]
    assert document.xpath("//meta[@name='description']/@content") == ["Một câu mở đầu."]
    assert document.xpath("//meta[@property='og:title']/@content") == ["Tít “hay”"]
    assert document.xpath("//meta[@property='og:url']/@content") == [address]


def test_a_preview_is_the_same_page_without_comments(client):
    draft = make_draft(title="Bản nháp", sapo="Sapo nháp.", body="<p>Thân nháp.</p>")
    frame = load_frame(timezone.now())
    context = article_context(preview_page(draft, frame.masthead), frame)
    document = lxml.html.fromstring(render_to_string("pages/article.html", context))
    found = lines(document)
    assert {"Bản nháp", "Sapo nháp.", "Thân nháp."} <= set(found)
    assert not any("Bình luận" in line for line in found)
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]


# --- Where and when it answers ----------------------------------------------------------------


def test_the_id_decides_and_any_other_slug_is_sent_to_the_right_one(client):
    publication = make_published(title="Đúng đường")
    number = publication.article_id
    assert publication.get_absolute_url() == f"/dung-duong-{number}.html"
    for wrong in (f"/sai-{number}.html", f"/-{number}.html", f"/Đúng%20đường-{number}.html"):
        response = client.get(wrong, query_params={"trang": "2"})
        assert response.status_code == 301
        assert response.headers["Location"] == f"{publication.get_absolute_url()}?trang=2"


def test_the_short_link_leads_to_the_article(client):
    publication = make_published()
    response = client.get(f"/{publication.article_id}")
    assert response.status_code == 301
    assert response.headers["Location"] == publication.get_absolute_url()


def test_what_was_never_published_is_not_found(client):
    article = make_article(title="Bí mật")
    for path in (f"/bi-mat-{article.pk}.html", f"/{article.pk}"):
        response = client.get(path)
        assert response.status_code == 404
        assert "Bí mật" not in response.content.decode()


def test_a_scheduled_article_is_not_found_until_its_minute(client):
    minute = timezone.now() + timedelta(hours=3)
    publication = make_published(at=minute)
    for path in (publication.get_absolute_url(), f"/{publication.article_id}"):
        assert client.get(path).status_code == 404
    with time_machine.travel(minute, tick=False):
        assert client.get(publication.get_absolute_url()).status_code == 200


def test_a_withdrawn_article_is_gone_and_does_not_tell_its_title(client):
    publication = make_published(title="Tít đã gỡ")
    withdraw(publication.article, by=None, reason="Sai tên nhân vật.")
    for path in (publication.get_absolute_url(), f"/{publication.article_id}"):
        response = client.get(path)
        assert response.status_code == 410
        text = response.content.decode()
        assert "đã được gỡ" in text
        assert "Tít đã gỡ" not in text
        assert "Sai tên" not in text


def test_an_edit_of_the_live_article_stays_unseen_until_it_is_published(client):
    publication = make_published()
    before = client.get(publication.get_absolute_url()).content
    article = edit(publication.article, title="Tít mới", body="<p>Thân mới.</p>")
    assert client.get(publication.get_absolute_url()).content == before
    publish(article, by=None)
    assert {"Tít mới", "Thân mới."} <= set(lines(read(client, publication)))


def test_a_scheduled_update_replaces_the_text_at_its_minute(client):
    publication = make_published(body="<p>Thân cũ.</p>")
    minute = timezone.now() + timedelta(hours=1)
    publish(edit(publication.article, body="<p>Thân mới.</p>"), by=None, at=minute)
    with time_machine.travel(minute - timedelta(microseconds=1), tick=False):
        assert "Thân cũ." in lines(read(client, publication))
    with time_machine.travel(minute, tick=False):
        assert "Thân mới." in lines(read(client, publication))

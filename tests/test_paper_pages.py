"""The paper's own pages: there from the start, written on the desk, right at once."""

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles import sitemaps
from articles.actions.cleaning import MAX_BODY
from articles.actions.records import save_record
from articles.actions.refusals import Refused, Stale
from articles.admin.history import details
from articles.frame import load_frame
from articles.models import Activity, Masthead, PaperPage
from newsroom.pagestore.versions import versions

from . import factories
from .cast import make_cast
from .desk import acts_since, fields_of, last_act, sign_in, text_of

pytestmark = pytest.mark.django_db

ADDRESSES = ["gioi-thieu", "lien-he", "quyen-rieng-tu", "dieu-khoan"]


def write(address: str, **values: str) -> PaperPage:
    page = PaperPage.at(address)
    return save_record(page, {"body": "<p>Lời tòa soạn.</p>"} | values, by=None)


def screen(page: PaperPage) -> str:
    return reverse("admin:articles_paperpage_change", args=[page.pk])


def test_the_history_keeps_the_blocks_of_a_text_apart():
    write("gioi-thieu", body="<ul><li>Một.</li><li><strong>Hai</strong>.</li></ul>")
    *_before, body = details(Activity.objects.get(pk=last_act()))
    assert body.endswith(" → Một. Hai.")


# --- For readers ------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_nobody_has_written_says_so_and_asks_not_to_be_found(client, address):
    response = client.get(f"/{address}/")
    assert response.status_code == 200
    assert "đang được soạn" in text_of(response)
    assert 'content="noindex' in response.content.decode()
    assert f"/{address}/" not in [entry.url for entry in sitemaps.pages(load_frame(timezone.now()))]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_whose_row_is_lost_is_still_there(client, address):
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {PaperPage._meta.db_table}")
    assert client.get(f"/{address}/").status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_written_page_has_its_title_description_and_text(client, address):
    write(address, title="Lời “ngỏ”", description="Ai làm báo & làm thế nào.")
    page = html.fromstring(client.get(f"/{address}/").content.decode())
    assert page.xpath("string(//h1)") == "Lời “ngỏ”"
    assert page.xpath("string(//title)").startswith("Lời “ngỏ” – ")
    (description,) = page.xpath("//meta[@name='description']/@content")
    assert description == "Ai làm báo & làm thế nào."
    assert page.xpath("//link[@rel='canonical']/@href")[0].endswith(f"/{address}/")
    assert not page.xpath("//meta[@name='robots']")
    assert "Lời tòa soạn." in page.text_content()
    listed = [entry.url for entry in sitemaps.pages(load_frame(timezone.now()))]
    assert any(url.endswith(f"/{address}/") for url in listed)


def test_every_page_leads_to_them_from_its_foot(client):
    page = html.fromstring(client.get("/").content.decode())
    linked = page.xpath("//footer//a/@href")
    assert {f"/{address}/" for address in ADDRESSES} <= set(linked)


def test_the_masthead_stands_where_readers_look_for_it(client):
    facts = {
        "editor_in_chief": "Lê Thị Sương",
        "licence": "Giấy phép số 7",
        "address": "3 phố Đò",
        "hotline": "0200 111",
        "privacy_notice": "Chúng tôi giữ tên bạn.",
        "copyright_notice": "Không đăng lại.",
    }
    save_record(Masthead(pk=1), {"name": "Báo"} | facts, by=None)
    # The foot of every page says most of it as well: only the page's own part counts.
    main = {
        address: html.fromstring(client.get(f"/{address}/").content.decode())
        .xpath("//main")[0]
        .text_content()
        for address in ADDRESSES
    }
    for name in ("editor_in_chief", "licence", "address", "hotline"):
        assert facts[name] in main["gioi-thieu"], name
    assert facts["address"] in main["lien-he"] and facts["hotline"] in main["lien-he"]
    assert facts["licence"] not in main["lien-he"]
    assert facts["privacy_notice"] in main["quyen-rieng-tu"]
    assert facts["copyright_notice"] in main["dieu-khoan"]


# --- On the desk ------------------------------------------------------------------------------


def test_what_is_saved_on_the_desk_is_what_readers_get(client):
    editor = sign_in(make_cast().managing_editor)
    page = PaperPage.at("lien-he")
    fields = fields_of(editor.get(screen(page)), "paperpage_form")
    last = last_act()
    text = "<h2>Gửi tin</h2><p>Gọi <strong>đường dây nóng</strong>.</p>"
    answer = editor.post(screen(page), fields | {"title": "Gặp tòa soạn", "body": text})
    assert answer.status_code == 302
    assert acts_since(last) == [("save_paperpage", "managing_editor")]
    readers = client.get("/lien-he/").content.decode()
    assert text.replace("</h2><p>", "</h2>\n<p>") in readers
    assert "<h1>Gặp tòa soạn</h1>" in readers


def test_what_could_harm_a_reader_is_taken_out(client):
    write("dieu-khoan", body='<p onclick="x()">Chữ<script>alert(1)</script></p><iframe></iframe>')
    stored = PaperPage.at("dieu-khoan").body
    assert "Chữ" in stored
    for bad in ("onclick", "<script", "iframe"):
        assert bad not in stored


def test_a_picture_is_refused_and_the_page_stays():
    page = write("gioi-thieu")
    with pytest.raises(Refused) as refused:
        save_record(page, {"body": factories.figure(factories.make_image())}, by=None)
    assert refused.value.field == "body"
    assert PaperPage.at("gioi-thieu").body == page.body


def test_a_text_beyond_the_limit_is_refused():
    with pytest.raises(Refused):
        write("gioi-thieu", body="a" * (MAX_BODY + 1))


def test_a_stale_save_is_refused_with_both_texts():
    cast = make_cast()
    page = write("gioi-thieu", body="<p>Một.</p>")
    editor = sign_in(cast.editor_in_chief)
    fields = fields_of(editor.get(screen(page)), "paperpage_form")
    save_record(page, {"body": "<p>Hai của người khác.</p>"}, by=None)
    answer = editor.post(screen(page), fields | {"body": "<p>Ba của tôi.</p>"})
    assert answer.status_code == 200
    shown = text_of(answer)
    assert "Hai của người khác." in shown and "Ba của tôi." in answer.content.decode()
    assert PaperPage.at("gioi-thieu").body == "<p>Hai của người khác.</p>"
    with pytest.raises(Stale):
        save_record(page, {"body": ""}, by=None, base_version=page.version)


def test_every_earlier_text_is_kept():
    write("gioi-thieu", body="<p>Một.</p>")
    write("gioi-thieu", body="<p>Hai.</p>")
    kept = [row.data["changes"]["body"] for row in Activity.objects.filter(act="save_paperpage")]
    assert kept == [["<p>Một.</p>", "<p>Hai.</p>"], ["", "<p>Một.</p>"]]


def test_saving_raises_the_version_of_every_page():
    before = versions(["site"])["site"]
    write("lien-he")
    assert versions(["site"])["site"] == before + 1


def test_no_page_can_be_added():
    desk = sign_in(make_cast().editor_in_chief)
    assert desk.get(reverse("admin:articles_paperpage_add")).status_code == 403


def test_the_editor_of_a_page_offers_no_pictures():
    desk = sign_in(make_cast().editor_in_chief)
    shown = desk.get(screen(PaperPage.at("lien-he"))).content.decode()
    assert 'data-type="ckeditortype"' in shown
    assert "ArticlePicture" not in shown
    assert "picture-picker" not in shown


def test_who_may_only_read_a_page_reads_it_as_readers_do_and_meets_no_editor():
    page = write("lien-he", title="Liên hệ", body="<h2>Đường dây nóng</h2><p>Gọi ngày đêm.</p>")
    response = sign_in(make_cast().reporter).get(screen(page))
    assert "Liên hệ Đường dây nóng Gọi ngày đêm." in text_of(response)
    assert b"ckeditor" not in response.content

"""Front page, sections, authors and tags: what is listed, in which order, and the older pages."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import lxml.html
import pytest
import time_machine
from django.utils import timezone

from articles.actions.merging import merge_authors
from articles.actions.placing import place
from articles.actions.records import replace_image_file, save_record
from articles.actions.withdrawing import withdraw
from articles.draft import DraftByline
from articles.front_page import DO_NOT_MISS_SIZE, HIGHLIGHTS_SIZE, SECTION_SIZE
from articles.images import store
from articles.listings import PAGE_SIZE
from articles.models import Author, Masthead, Slot, Tag
from articles.surfaces import author_key, tag_key
from newsroom.pagestore.versions import versions
from tests.factories import (
    figure,
    make_article,
    make_author,
    make_image,
    make_published,
    make_section,
    picture_bytes,
)

pytestmark = pytest.mark.django_db

START = datetime(2024, 5, 19, tzinfo=UTC)


def read(client, path: str):
    response = client.get(path)
    assert response.status_code == 200
    return lxml.html.fromstring(response.content.decode())


def titles(document) -> list[str]:
    """The articles of a page, in its order."""
    headings = document.xpath("//main//*[self::h2 or self::h3]/a[contains(@href, '.html')]")
    return [" ".join(link.text_content().split()) for link in headings]


def older(document) -> str | None:
    """Where the next page is."""
    links = document.xpath("//main//a[@rel='next']/@href")
    return links[0] if links else None


def make_many(count: int, **fields) -> list:
    """Articles a minute apart, the oldest first; every fifth shares its minute with the next."""
    section = fields.pop("section", None) or make_section()
    return [
        make_published(
            title=f"Bài {number}",
            section=section,
            dateline=START + timedelta(minutes=number - (number % 5 == 0)),
            **fields,
        )
        for number in range(1, count + 1)
    ]


# --- Sections, authors, tags ------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["paper", "section", "author", "tag"])
def test_every_article_is_on_exactly_one_page_newest_first(client, kind):
    section, author = make_section(slug="muc"), make_author("Hải Miên")
    count = 2 * PAGE_SIZE + 5
    made = make_many(count, section=section, authors=[author], tags=("mưa",))
    path = {
        "paper": "/?truoc=30000101000000000000-1",
        "section": "/muc/",
        "author": author.get_absolute_url(),
        "tag": "/tu-khoa/mua/",
    }[kind]
    pages = []
    while path is not None:
        document = read(client, path)
        pages.append(titles(document))
        path = older(document)
    assert [len(page) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 5]
    newest_first = sorted(made, key=lambda row: (row.first_published_at, row.article_id))[::-1]
    assert [title for page in pages for title in page] == [row.title for row in newest_first]


def test_older_pages_stay_right_while_articles_arrive_and_leave(client):
    section = make_section(slug="muc")
    made = make_many(PAGE_SIZE + 3, section=section)
    first = read(client, "/muc/")
    make_published(title="Vừa đăng", section=section)
    withdraw(made[-1].article, by=None, reason="Sai.")
    withdraw(made[3].article, by=None, reason="Sai.")
    assert titles(read(client, older(first))) == ["Bài 3", "Bài 2", "Bài 1"]


def test_past_the_last_article_it_says_that_there_is_no_more(client):
    make_published(section=make_section(slug="muc"))
    document = read(client, "/muc/?truoc=20000101000000000000-1")
    assert titles(document) == []
    assert "Không còn bài nào cũ hơn." in document.text_content()


def test_a_section_lists_what_stands_below_it_and_links_it(client):
    parent = make_section("Đời sống", slug="doi-song")
    child = make_section("Sức khỏe", slug="suc-khoe", parent=parent)
    make_published(title="Của mục con", section=child)
    make_published(title="Của mục khác")
    document = read(client, "/doi-song/")
    assert titles(document) == ["Của mục con"]
    assert "/doi-song/suc-khoe/" in document.xpath("//main//nav//a/@href")
    assert titles(read(client, "/doi-song/suc-khoe/")) == ["Của mục con"]


def test_a_section_lists_what_is_also_in_it(client):
    other = make_section(slug="khac")
    make_published(title="Hai mục", section=make_section(slug="muc"), also_in=(other.pk,))
    assert titles(read(client, "/muc/")) == titles(read(client, "/khac/")) == ["Hai mục"]


def test_a_subsection_answers_below_its_own_parent_only(client):
    parent, other = make_section(slug="cha"), make_section(slug="chu")
    make_section(slug="con", parent=parent)
    assert client.get("/cha/con/").status_code == 200
    assert client.get("/con/").status_code == 404
    assert client.get(f"/{other.slug}/con/").status_code == 404


def test_an_empty_section_says_so(client):
    make_section(slug="muc")
    assert "chưa có bài" in read(client, "/muc/").text_content()


def test_an_author_without_anything_to_read_is_not_found(client):
    author = make_author("Chưa Đăng")
    make_article(authors=[author])
    make_published(authors=[author], at=timezone.now() + timedelta(hours=1))
    assert client.get(author.get_absolute_url()).status_code == 404
    publication = make_published(authors=[author])
    assert client.get(author.get_absolute_url()).status_code == 200
    withdraw(publication.article, by=None, reason="Sai.")
    for query in ("", "?truoc=20000101000000000000-1"):
        assert client.get(author.get_absolute_url() + query).status_code == 404


def test_a_tag_without_anything_to_read_is_not_found(client):
    make_article(tags=("bí mật",))
    assert client.get("/tu-khoa/bi-mat/").status_code == 404
    later = timezone.now() + timedelta(hours=1)
    make_published(tags=("bí mật",), at=later)
    path = Tag.objects.get().get_absolute_url()
    assert client.get(path).status_code == 404
    with time_machine.travel(later, tick=False):
        assert client.get(path).status_code == 200


def test_an_article_signed_twice_by_one_author_stands_once(client):
    author = make_author("Nguyệt Hòa")
    twice = (
        DraftByline(author.pk, author.name),
        DraftByline(author.pk, author.name, role="Ảnh", separator="/"),
    )
    make_published(title="Hai vai", bylines=twice)
    assert titles(read(client, author.get_absolute_url())) == ["Hai vai"]


def test_authors_who_became_one_do_not_list_an_article_twice(client):
    one, two = make_author("Tên Cũ"), make_author("Tên Mới")
    make_published(title="Viết chung", authors=[one, two])
    merge_authors(one, two, by=None)
    assert titles(read(client, two.get_absolute_url())) == ["Viết chung"]


def test_an_author_is_told_of_with_role_and_biography(client):
    author = save_record(
        Author(), {"name": "Hải Miên", "role": "Phóng viên", "biography": "Viết về lũ."}, by=None
    )
    make_published(authors=[author])
    text = read(client, author.get_absolute_url()).text_content()
    assert "Phóng viên" in text
    assert "Viết về lũ." in text


# --- The front page ---------------------------------------------------------------------------


def test_an_empty_paper_is_dignified(client):
    response = client.get("/")
    assert response.status_code == 200
    text = lxml.html.fromstring(response.content.decode()).xpath("string(//main)")
    assert "đang được chuẩn bị" in text


def test_the_front_page_names_the_paper_its_day_its_sections_and_its_imprint(client):
    parent = make_section("Đời sống", slug="doi-song")
    make_section("Sức khỏe", slug="suc-khoe", parent=parent)
    facts = {"name": "Sớm Mai", "licence": "Số 1/GP", "editor_in_chief": "Bách Tùng"}
    save_record(Masthead.current(), facts, by=None)
    with time_machine.travel(datetime(2024, 5, 18, 17, 30, tzinfo=UTC), tick=False):
        document = read(client, "/")
    assert document.xpath("string(//h1)") == "Sớm Mai"
    assert document.xpath("string(//header//time)") == "Chủ nhật, ngày 19 tháng 5 năm 2024"
    assert document.xpath("//nav[1]//a/@href") == ["/doi-song/"]
    assert {"Số 1/GP", "Bách Tùng"} <= set(document.xpath("//footer//dd/text()"))


def test_the_desks_lead_comes_first(client):
    make_published(title="Mới hơn", body=figure(make_image()))
    lead = make_published(title="Dẫn đầu", dateline=START)
    place(lead.article, Slot.FRONT_LEAD, by=None)
    assert titles(read(client, "/"))[0] == "Dẫn đầu"


def test_without_a_chosen_lead_the_newest_with_a_picture_leads(client):
    make_published(title="Có ảnh", body=figure(make_image()), dateline=START)
    make_published(title="Mới hơn, không ảnh")
    assert titles(read(client, "/"))[0] == "Có ảnh"


def test_no_article_stands_on_the_front_page_twice(client):
    section, other = make_section(), make_section()
    made = [
        make_published(
            title=f"Bài {number}", section=section, also_in=(other.pk,), body=figure(make_image())
        )
        for number in range(12)
    ]
    for slot in Slot:
        for publication in made[:3]:
            place(publication.article, slot, by=None)
    found = titles(read(client, "/"))
    assert sorted(found) == sorted(publication.title for publication in made)


def test_each_section_has_a_block_of_its_newest(client):
    sections = [make_section(f"Mục {number}", slug=f"muc-{number}") for number in range(3)]
    for section in sections:
        for number in range(SECTION_SIZE + 2):
            made = START + timedelta(minutes=number)
            make_published(title=f"{section.slug} {number}", section=section, dateline=made)
    placed = make_section("Đã xếp ở trên", slug="da-xep")
    for _ in range(HIGHLIGHTS_SIZE):
        place(make_published(section=placed).article, Slot.HIGHLIGHTS, by=None)
    for _ in range(DO_NOT_MISS_SIZE):
        place(make_published(section=placed).article, Slot.DO_NOT_MISS, by=None)
    blocks = read(client, "/").xpath("//section[contains(@class, 'block')]")
    assert [block.xpath("string(h2)").strip() for block in blocks] == ["Mục 0", "Mục 1", "Mục 2"]
    for section, block in zip(sections, blocks, strict=True):
        newest = [f"{section.slug} {SECTION_SIZE + 1 - number}" for number in range(SECTION_SIZE)]
        assert [" ".join(h3.text_content().split()) for h3 in block.xpath(".//h3")] == newest


def test_what_the_blocks_leave_out_is_found_behind_the_front_page(client):
    make_many(60)
    document = read(client, "/")
    found = titles(document)
    while (path := older(document)) is not None:
        document = read(client, path)
        found += titles(document)
    assert {f"Bài {number}" for number in range(1, 61)} == set(found)


def test_a_placement_counts_only_while_it_lasts_and_the_article_is_there(client):
    publication = make_published(title="Có hạn", dateline=START)
    make_many(HIGHLIGHTS_SIZE + DO_NOT_MISS_SIZE)
    until = timezone.now() + timedelta(hours=1)
    place(publication.article, Slot.HIGHLIGHTS, ends=until, by=None)

    def highlights() -> str:
        (found,) = read(client, "/").xpath("//section[h2='Nổi bật']")
        return found.text_content()

    assert "Có hạn" in highlights()
    with time_machine.travel(until, tick=False):
        assert "Có hạn" not in highlights()
    withdraw(publication.article, by=None, reason="Sai.")
    assert "Có hạn" not in read(client, "/").text_content()


# --- Portraits --------------------------------------------------------------------------------


def portrait_of(document):
    (img,) = document.xpath("//main//header//picture/img")
    return img


def test_an_author_page_shows_the_portrait_square_with_its_size(
    client, django_capture_on_commit_callbacks
):
    image = make_image(data=picture_bytes(900, 1300))
    with django_capture_on_commit_callbacks(execute=True):
        author = save_record(Author(), {"name": "Hải Miên", "portrait": image}, by=None)
    make_published(authors=[author])
    img = portrait_of(read(client, author.get_absolute_url()))
    assert (img.get("width"), img.get("height")) == ("800", "800")
    assert img.get("alt") == "Chân dung Hải Miên"
    addresses = [each.split()[0] for each in img.get("srcset").split(", ")]
    assert len(addresses) == 2 and img.get("sizes")
    for address in addresses:
        assert client.get(address).status_code == 200


def test_a_portraits_new_file_is_shown_at_once(client, django_capture_on_commit_callbacks):
    image = make_image()
    with django_capture_on_commit_callbacks(execute=True):
        author = save_record(Author(), {"name": "Hải Miên", "portrait": image}, by=None)
    make_published(authors=[author])
    before = portrait_of(read(client, author.get_absolute_url())).get("src")
    version = versions([author_key(author.pk)])
    with django_capture_on_commit_callbacks(execute=True):
        file = BytesIO(picture_bytes(colour="red"))
        replace_image_file(image, store.take_in(file, "moi.jpg"), by=None)
    after = portrait_of(read(client, author.get_absolute_url())).get("src")
    assert after != before and client.get(after).status_code == 200
    assert versions([author_key(author.pk)]) != version


def test_an_author_without_a_portrait_has_a_page_without_one(client):
    author = make_author("Hải Miên")
    make_published(authors=[author])
    assert not read(client, author.get_absolute_url()).xpath("//main//header//img")


def test_a_described_tag_says_so_on_its_page_and_to_search_engines(client):
    publication = make_published(tags=("mưa lũ",))
    tag = publication.tags.get().tag
    path = tag.get_absolute_url()
    told = "//meta[@name='description']/@content"
    assert read(client, path).xpath(told)[0].startswith("Các bài về mưa lũ")
    version = versions([tag_key(tag.pk)])
    save_record(tag, {"description": "Lũ “sớm” & lũ muộn."}, by=None)
    assert versions([tag_key(tag.pk)]) != version
    document = read(client, path)
    assert document.xpath(told) == ["Lũ “sớm” & lũ muộn."]
    assert "Lũ “sớm” & lũ muộn." in document.xpath("string(//main//header)")

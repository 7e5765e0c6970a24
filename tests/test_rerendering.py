"""`manage.py rerender` renews what readers see from what was approved, never from the desk's text."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.files.storage import default_storage, storages
from django.core.management import call_command

from articles import render
from articles.actions.records import replace_image_file
from articles.actions.saving import save
from articles.images import store
from articles.images.renditions import rendition_name
from articles.models import PublishedBody
from newsroom.pagestore.versions import versions

from . import factories

pytestmark = pytest.mark.django_db


def rerender(*options: str) -> str:
    out = StringIO()
    call_command("rerender", *options, stdout=out)
    return out.getvalue()


def test_an_older_rendering_is_made_anew_from_the_approved_source():
    image = factories.make_image()
    row = factories.make_published(body=f"<p>Đã duyệt</p>{factories.figure(image)}")
    expected = row.body.html
    article = row.article
    article.refresh_from_db()
    draft = replace(article.revisions.get().draft, body="<p>Nháp mới</p>")
    save(article, draft, by=None, base_version=article.version)
    other = factories.BytesIO(factories.picture_bytes(colour="red"))
    replace_image_file(image, store.take_in(other, "khac.jpg"), by=None)
    PublishedBody.objects.update(html="cũ", html_version=render.HTML_VERSION - 1)
    before = versions([f"a:{article.pk}"])
    assert rerender().startswith("1 ")
    assert PublishedBody.objects.get().html == expected
    assert versions([f"a:{article.pk}"]) != before


def test_what_is_of_the_present_version_is_left_alone_unless_asked():
    factories.make_published()
    PublishedBody.objects.update(html="sai")
    assert rerender().startswith("0 ")
    assert rerender("--all").startswith("1 ")
    assert rerender("--all").startswith("0 ")


def test_files_that_a_newer_plan_has_are_made_and_shown():
    image = factories.make_image()
    factories.make_published(body=factories.figure(image))
    hidden = factories.make_image(data=factories.picture_bytes(colour="red"))
    name = rendition_name(image.current.hash, "square", 400)
    private = rendition_name(hidden.current.hash, "square", 400)
    for storage in (default_storage, storages["originals"]):
        assert storage.exists(name)
        storage.delete(name)
    storages["originals"].delete(private)
    assert "2 pictures completed" in rerender()
    assert default_storage.exists(name)
    assert storages["originals"].exists(private)
    assert not default_storage.exists(private)
    assert "0 pictures completed" in rerender()


def test_publishing_makes_what_a_picture_of_an_older_plan_lacks():
    image = factories.make_image()
    name = rendition_name(image.current.hash, "square", 400)
    storages["originals"].delete(name)
    factories.make_published(body=factories.figure(image))
    assert default_storage.exists(name)

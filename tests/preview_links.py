"""Preview links, made and opened, for the tests of them."""

from dataclasses import replace
from datetime import datetime

import lxml.html
from django.test import Client

from articles.actions.previewing import create_preview_link
from articles.actions.saving import save
from articles.models import Article, PreviewLink

from . import factories
from .desk import newest

NOW = datetime.fromisoformat("2031-05-19T07:06:00+07:00")


def make_link(article: Article | None = None, days: int = 3, **fields) -> PreviewLink:
    return create_preview_link(article or factories.make_article(**fields), by=None, days=days)


def change(article: Article, **new) -> Article:
    return save(article, replace(newest(article), **new), by=None, base_version=article.version)


def opened(link: PreviewLink, **headers) -> int:
    """The status that an outsider gets."""
    return Client(headers=headers).get(link.get_absolute_url()).status_code


def pictures_on(response) -> list[str]:
    return lxml.html.fromstring(response.content.decode()).xpath("//article//img/@src")

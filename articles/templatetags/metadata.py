"""What a page tells machines about itself: see articles/structured_data.py."""

from django import template
from django.utils.safestring import SafeString

from .. import structured_data
from ..frame import Frame
from ..models import Author
from ..page import ArticlePage
from ..render import Picture

register = template.Library()


@register.simple_tag
def article_data(page: ArticlePage, frame: Frame) -> SafeString:
    """An article and the way to it."""
    return structured_data.as_script(
        structured_data.news_article(page, frame), structured_data.breadcrumbs(page)
    )


@register.simple_tag
def author_data(author: Author, portrait: Picture | None, frame: Frame) -> SafeString:
    """An author and their page."""
    return structured_data.as_script(structured_data.author_page(author, portrait, frame))


@register.simple_tag
def paper_data(frame: Frame) -> SafeString:
    """The paper and its site; for the front page."""
    return structured_data.as_script(
        structured_data.newspaper(frame), structured_data.website(frame)
    )

"""What pages tell search engines about themselves, in schema.org's words, as JSON-LD.

The fields are those that Google's guides to article, breadcrumb and site-name data ask for or
recommend. What the paper does not know is left out rather than guessed.
"""

import json
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from .addresses import absolute, path
from .frame import Frame
from .models import Author, PublishedCorrection
from .page import ArticlePage
from .render import Picture

Data = dict[str, Any]

LANGUAGE = "vi-VN"
LOGO_SIDE = 512
# The paper's card, static/articles/card.png, in pixels: for articles that have no picture.
CARD_SIZE = (1200, 675)
# Within a script element only `<` could end it or open another; the others are escaped so that the
# text is safe in XML and in old JavaScript as well.
_ESCAPES = [(character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029"]


def article_data(page: ArticlePage, frame: Frame) -> SafeString:
    """An article and the way to it, for its page."""
    return as_script(news_article(page, frame), breadcrumbs(page))


def author_data(author: Author, portrait: Picture | None, frame: Frame) -> SafeString:
    """An author, for their page."""
    return as_script(author_page(author, portrait, frame))


def paper_data(frame: Frame) -> SafeString:
    """The paper and its site, for the front page."""
    return as_script(newspaper(frame), website(frame))


def news_article(page: ArticlePage, frame: Frame) -> Data:
    """The article of a page."""
    url = absolute(page.url)
    day_only = not page.published_has_time
    published = timezone.localtime(page.published_at)
    changed = timezone.localtime(page.updated_at) if page.updated_at else None
    first = published.date().isoformat() if day_only else published.isoformat("T", "seconds")
    return _without_empty(
        {
            "@type": "NewsArticle",
            "@id": f"{url}#bai",
            "mainEntityOfPage": {"@type": "WebPage", "@id": url},
            "url": url,
            "headline": page.title,
            "description": page.sapo,
            "image": [_image(picture) for picture in page.shared] or [_card()],
            "datePublished": first,
            "dateModified": changed.isoformat("T", "seconds") if changed else first,
            "author": _authors(page) or [_reference(frame)],
            "publisher": newspaper(frame),
            "articleSection": [link.name for link in page.sections],
            "keywords": [link.name for link in page.tags],
            "correction": [_correction(each) for each in page.corrections],
            "copyrightNotice": page.copyright_notice,
            "inLanguage": LANGUAGE,
            "isAccessibleForFree": True,
        }
    )


def breadcrumbs(page: ArticlePage) -> Data:
    """The way to an article: its section's parent, its section, itself."""
    steps = [(link.name, link.url) for link in page.sections] + [(page.title, page.url)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute(url)}
            for position, (name, url) in enumerate(steps, start=1)
        ],
    }


def newspaper(frame: Frame) -> Data:
    """The paper, as its masthead has it."""
    masthead = frame.masthead
    logo = absolute(staticfiles_storage.url("articles/logo.png"))
    return _reference(frame) | _without_empty(
        {
            "logo": {
                "@type": "ImageObject",
                "url": logo,
                "contentUrl": logo,
                "width": LOGO_SIDE,
                "height": LOGO_SIDE,
            },
            "slogan": masthead.slogan,
            "address": masthead.address,
            "telephone": masthead.phone or masthead.hotline,
            "email": masthead.email,
            "parentOrganization": masthead.governing_body
            and {"@type": "Organization", "name": masthead.governing_body},
        }
    )


def website(frame: Frame) -> Data:
    """The site, whose name search engines print beside its pages."""
    front = absolute(path("front"))
    return {
        "@type": "WebSite",
        "@id": f"{front}#trang",
        "url": front,
        "name": frame.masthead.name,
        "inLanguage": LANGUAGE,
        "publisher": _reference(frame),
    }


def as_script(*things: Data) -> SafeString:
    """The things as one script element, which holds data and is never run."""
    document = {"@context": "https://schema.org", "@graph": things}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    # Several times as fast as str.translate, which looks at each of thousands of letters.
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def _reference(frame: Frame) -> Data:
    """The paper by its name and id; `newspaper` tells the rest."""
    front = absolute(path("front"))
    return {
        "@type": "NewsMediaOrganization",
        "@id": f"{front}#bao",
        "name": frame.masthead.name,
        "url": front,
    }


def _authors(page: ArticlePage) -> list[Data]:
    """Who signed, in the printed order; who signed twice (text and pictures) stands once."""
    signed = dict.fromkeys((byline.name, byline.url) for byline in page.bylines)
    return [
        _without_empty({"@type": "Person", "name": name, "url": url and absolute(url)})
        for name, url in signed
    ]


def author_page(author: Author, portrait: Picture | None, frame: Frame) -> Data:
    """The page of an author."""
    url = absolute(author.get_absolute_url())
    return {
        "@type": "ProfilePage",
        "@id": f"{url}#trang",
        "url": url,
        "inLanguage": LANGUAGE,
        "mainEntity": _without_empty(
            {
                "@type": "Person",
                "@id": f"{url}#tac-gia",
                "name": author.name,
                "url": url,
                "jobTitle": author.role,
                "description": author.biography,
                "image": _image(portrait) if portrait else None,
                "worksFor": _reference(frame),
            }
        ),
    }


def _card() -> Data:
    width, height = CARD_SIZE
    url = absolute(staticfiles_storage.url("articles/card.png"))
    return {"@type": "ImageObject", "url": url, "width": width, "height": height}


def _correction(correction: PublishedCorrection) -> Data:
    """schema.org's CorrectionComment, as its `correction` of a CreativeWork asks for."""
    return {
        "@type": "CorrectionComment",
        "headline": correction.heading,
        "text": f"{correction.wrong}\n\n{correction.right}",
        "datePublished": timezone.localtime(correction.published_at).isoformat("T", "seconds"),
    }


def _image(picture: Picture) -> Data:
    address = absolute(picture.src)
    return {
        "@type": "ImageObject",
        "url": address,
        "width": picture.width,
        "height": picture.height,
        "caption": picture.alt,
    }


def _without_empty(data: Data) -> Data:
    return {name: value for name, value in data.items() if value not in ("", [], None)}

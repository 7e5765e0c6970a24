"""The articles of the large paper: working copies, revisions, publications and all that lists them."""

import json
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from articles import body, render
from articles.actions.publications import described, make_pictures_public, pictures_of
from articles.body import Figure
from articles.draft import Draft
from articles.models import (
    FOREVER,
    Activity,
    Article,
    ArticleTag,
    Byline,
    Listing,
    PublishedArticle,
    PublishedBody,
    PublishedByline,
    PublishedFigure,
    PublishedTag,
    Revision,
)
from newsroom.text import vietnamese
from tests.bench import words
from tests.bench.sql import fill, make_table, restart_ids, run, without_indexes
from tests.factories import figure, make_image, picture_bytes

FIRST_ID = 1_000_000
TEXTS = 210  # a multiple of the seven lengths that a text has
AGE = timedelta(hours=2)
EVERY = timedelta(minutes=36)  # forty a day
COLOURS = ("teal", "navy", "maroon")
TABLES = (
    *(Activity, Article, ArticleTag, Byline, Revision),
    *(Listing, PublishedArticle, PublishedBody, PublishedByline, PublishedFigure, PublishedTag),
)

# The publication of each row, with its article; both of the article of which every tenth has two.
PUBLISHED = "b_publication JOIN b_article USING (n)"
ENTRY = {
    "publication_id": "publication",
    "article_id": "article",
    "first_published_at": "first",
    "visible_from": "begins",
    "visible_until": "ends",
}


def write(count: int) -> None:
    """Write `count` articles; b_section, b_author and b_tag number what they may have."""
    _texts()
    _plan(count)
    with without_indexes(*TABLES):
        _working_copies()
        _publications()
    restart_ids(Article, PublishedArticle)


def _texts() -> None:
    """The texts that articles take turns with, in every form that a table keeps of one."""
    images = [
        make_image(f"{colour}.jpg", data=picture_bytes(1200, 800, colour)) for colour in COLOURS
    ]
    make_table(
        "b_text",
        "k int PRIMARY KEY, title text, slug text, title_folded text, sapo text, body text, "
        "plain text, source text, html text, draft jsonb, picture bigint, lead_alt text, alt text, "
        "caption text, separator text, label text, credit text, tail text, image bigint",
        [_text(number, images[number % len(images)]) for number in range(TEXTS)],
    )


def _text(number: int, image) -> tuple:
    """A row of b_text, made by what saving and publishing make of a draft."""
    paragraphs = "".join(f"<p>{text}</p>" for text in words.paragraphs(number))
    text = body.normalise(figure(image, words.sentence(number), "Minh An") + paragraphs)
    make_pictures_public(text)
    pictures, blocks = pictures_of(text), described(body.parse(text))
    (shown,) = [block for block in blocks if isinstance(block, Figure)]
    title, sapo = words.sentence(number * 71)[:110], words.sentence(number * 31 + 7)
    draft = Draft(title=title, section=0, sapo=sapo, body=text)
    return (
        number,
        title,
        vietnamese.slug(title),
        vietnamese.fold(title),
        sapo,
        text,
        vietnamese.fold(f"{sapo} {body.plain_text(body.parse(text))}"),
        body.serialise(blocks),
        render.render_body(blocks, pictures),
        json.dumps(draft.to_json()),
        pictures[shown.image].pk,
        (shown.alt or shown.caption)[:300],
        shown.alt[:300],
        *(shown.caption, shown.separator, shown.label, shown.credit, shown.tail),
        shown.image,
    )


def _plan(count: int) -> None:
    """What each article is (b_article), and each of its publications and revisions (b_publication)."""
    sections, authors, tags = (_size(f"b_{name}") for name in ("section", "author", "tag"))
    run(
        f"""
        CREATE TEMPORARY TABLE b_article AS
        SELECT n, {FIRST_ID} + n AS article, 1 + (mod(n, 10) = 0)::int AS times,
            %s::timestamptz - (%s - n) * %s::interval AS first,
            t.title || ', kỳ ' || n AS full_title, t.slug || '-ky-' || n AS full_slug, t.*,
            s.id AS section, s.parent, a.id AS author, a.name AS author_name,
            ARRAY[g1.id, g2.id, g3.id] AS tags, ARRAY[g1.name, g2.name, g3.name] AS tag_names,
            concat_ws(' ', {FIRST_ID} + n, t.title_folded, 'ky', n, a.folded, g1.folded, g2.folded,
                g3.folded, t.plain) AS all_folded
        FROM generate_series(1, %s) n
        JOIN b_text t ON t.k = mod(n, {TEXTS})
        JOIN b_section s ON s.i = CASE mod(n, 2) WHEN 0 THEN 0 ELSE 1 + mod(n / 2, {sections - 1}) END
        JOIN b_author a ON a.i = CASE mod(n, 2) WHEN 0 THEN 0 ELSE 1 + mod(n / 2, {authors - 1}) END
        JOIN b_tag g1 ON g1.i = mod(n, 2)
        JOIN b_tag g2 ON g2.i = 2 + mod(n * 7, {tags - 2})
        JOIN b_tag g3 ON g3.i = 2 + mod(n * 7 + 1 + mod(n, 5), {tags - 2})
        """,
        [timezone.now() - AGE, count, EVERY, count],
    )
    run(
        f"""
        CREATE TEMPORARY TABLE b_publication AS
        SELECT row_number() OVER (ORDER BY n, number) AS publication, n, number,
            first + (number - 1) * interval '1 hour' AS begins,
            first + (number - 1) * interval '1 hour' - interval '20 minutes' AS written,
            CASE number WHEN times THEN '{FOREVER.isoformat()}'::timestamptz
                ELSE first + interval '1 hour' END AS ends,
            CASE number WHEN 2 THEN first + interval '1 hour' END AS updated,
            CASE number WHEN times THEN sapo ELSE sapo || ' (bản đầu)' END AS own_sapo
        FROM b_article, generate_series(1, times) number
        """
    )
    run("CREATE UNIQUE INDEX ON b_article (n)")
    run("ANALYZE b_article, b_publication")


def _size(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


def _working_copies() -> None:
    fill(
        Article,
        "b_article",
        id="article",
        state="'published'",
        section_id="section",
        title="full_title",
        slug="full_slug",
        sapo="sapo",
        body="body",
        revision_number="times",
        version="times",
        created_at="first - interval '20 minutes'",
        saved_at="first + (times - 1) * interval '1 hour' - interval '20 minutes'",
        moved_at="first",
        folded="all_folded",
    )
    fill(Article.images.through, "b_article", article_id="article", image_id="image")
    fill(Byline, "b_article", article_id="article", author_id="author", position="0")
    fill(ArticleTag, "b_article, unnest(tags) AS tag", content_object_id="article", tag_id="tag")
    fill(
        Revision,
        PUBLISHED,
        article_id="article",
        number="number",
        content="""draft || jsonb_build_object('title', full_title, 'section', section,
            'sapo', own_sapo, 'tags', to_jsonb(tag_names), 'bylines',
            jsonb_build_array(jsonb_build_object('author', author, 'name', author_name,
                'role', '', 'separator', '')))""",
        created_at="written",
    )
    for act, condition, at in (
        ("create_article", "number = 1", "written"),
        ("save_article", "number > 1", "written"),
        ("publish", "true", "begins"),
    ):
        fill(
            Activity,
            f"{PUBLISHED} WHERE {condition}",
            act=f"'{act}'",
            at=at,
            target_type="'article'",
            target_id="article",
            data="jsonb_build_object('revision', number, 'visible_from', begins)"
            if act == "publish"
            else "jsonb_build_object('revision', number)",
        )


def _publications() -> None:
    fill(
        PublishedArticle,
        PUBLISHED,
        id="publication",
        article_id="article",
        kind="'news'",
        revision_number="number",
        section_id="section",
        title="full_title",
        slug="full_slug",
        sapo="own_sapo",
        byline="author_name",
        lead_image_id="picture",
        lead_alt="lead_alt",
        first_published_at="first",
        updated_at="updated",
        visible_from="begins",
        visible_until="ends",
    )
    fill(
        PublishedBody,
        PUBLISHED,
        publication_id="publication",
        source="source",
        html="html",
        html_version=str(render.HTML_VERSION),
    )
    fill(
        PublishedFigure,
        PUBLISHED,
        publication_id="publication",
        position="0",
        image_version_id="picture",
        **{name: name for name in ("alt", "caption", "separator", "label", "credit", "tail")},
    )
    fill(Listing, PUBLISHED, section_id="section", inherited="false", **ENTRY)
    fill(
        Listing,
        f"{PUBLISHED} WHERE parent IS NOT NULL",
        section_id="parent",
        inherited="true",
        **ENTRY,
    )
    fill(PublishedByline, PUBLISHED, author_id="author", position="0", name="author_name", **ENTRY)
    fill(
        PublishedTag,
        f"{PUBLISHED}, unnest(tags) WITH ORDINALITY AS listed (tag, place)",
        tag_id="tag",
        position="place - 1",
        **ENTRY,
    )

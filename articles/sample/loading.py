"""Loading the sample newspaper through the same acts that people use."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone

from articles import body
from articles.actions.import_targets import find_author
from articles.actions.importing import Options, Result, import_file
from articles.actions.placing import place
from articles.actions.publishing import publish
from articles.actions.records import add_image, save_record
from articles.actions.saving import save
from articles.images import store
from articles.importers.layout import decode_text, parse_layout
from articles.models import Article, Author, Image, Masthead, PaperPage, Section, User

from . import at_work, bodies
from .accounts import ACCOUNTS, PASSWORD
from .reading import PICTURES, SampleArticle, read_articles, read_paper

OWN_PAGES = Path(__file__).parent / "pages"
# The newest article looks this old, whenever the paper is loaded.
NEWEST_AGE = timedelta(hours=1)


def is_empty() -> bool:
    """Whether nobody has begun a newspaper here yet."""
    return not (User.objects.exists() or Article.objects.exists() or Section.objects.exists())


def take_in_pictures() -> None:
    """Take every picture in beforehand: nothing is decoded inside the transaction of `load`."""
    # Pillow lets go of Python's lock while it scales and encodes, so threads fill all the cores.
    with ThreadPoolExecutor() as pool:
        list(pool.map(_take_in_picture, sorted(PICTURES.glob("*.jpg"))))


def _take_in_picture(path: Path) -> None:
    with path.open("rb") as file:
        picture = store.take_in(file, path.name)
    facts = picture.facts
    store.make_public(store.rendition_paths(picture.hash, facts.width, facts.height))


def load() -> None:
    """Fill an empty database with the sample newspaper, in the caller's transaction."""
    paper = read_paper()
    save_record(Masthead(pk=1), paper["masthead"], by=None)
    _load_own_pages(paper["pages"])
    _load_sections(paper["sections"])
    _load_authors(paper["authors"])
    load_people()
    articles = read_articles()
    shift = _shift(articles)
    for sample in articles:
        _load_article(sample, shift)
    refs = {sample.name: sample.ref for sample in articles}
    for position, entry in enumerate(paper["placements"]):
        article = Article.objects.get(import_ref=refs[entry["article"]])
        place(article, entry["slot"], by=None, position=position)
    at_work.begin()


def load_people() -> None:
    """One account for each role; they can sign in on this machine only."""
    sections = {section.name: section for section in Section.objects.all()}
    # Everyone knows it: one slow hash serves them all.
    password = make_password(PASSWORD)
    for account in ACCOUNTS:
        person = save_record(
            User(is_sample=True),
            {
                "username": account.username,
                "last_name": account.last_name,
                "first_name": account.first_name,
                "email": f"{account.username}@example.com",
                "password": password,
                "is_staff": True,
                "groups": list(Group.objects.filter(name=account.role)),
                "sections": [sections[name] for name in account.sections],
            },
            by=None,
        )
        if account.author:
            author = find_author(account.author, by=None)
            save_record(author, {"user": person}, by=None)


def _load_own_pages(entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        page = PaperPage.at(entry["address"])
        text = (OWN_PAGES / f"{page.address}.html").read_text(encoding="utf-8")
        values = {"title": entry["title"], "description": entry["description"], "body": text}
        save_record(page, values, by=None)


def _load_sections(entries: list[dict[str, Any]]) -> None:
    made: dict[str, Section] = {}
    for position, entry in enumerate(entries):
        values = {"name": entry["name"], "slug": entry["slug"], "position": position}
        if "approval_steps" in entry:
            values["approval_steps"] = entry["approval_steps"]
        if parent := entry.get("parent"):
            values["parent"] = made[parent]
        made[entry["name"]] = save_record(Section(), values, by=None)


def _load_authors(entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        portrait = None
        if name := entry.get("portrait"):
            with (PICTURES / name).open("rb") as file:
                picture = store.take_in(file, name)
            portrait = add_image(picture, name, by=None, alt=f"Chân dung {entry['name']}")
        values = {key: entry[key] for key in ("name", "slug", "role", "biography")}
        save_record(Author(), values | {"portrait": portrait}, by=None)


def _load_article(sample: SampleArticle, shift: timedelta) -> None:
    outcome = import_file(sample.path, sample.ref, Options(shift=shift, folder=PICTURES))
    if outcome.result == Result.REFUSED:
        raise RuntimeError(f"{sample.path.name}: {outcome.reason}")
    about = sample.about
    article = Article.objects.get(import_ref=sample.ref)
    _describe_pictures(article, about["alts"])
    draft = article.draft
    sections = {section.name: section.pk for section in Section.objects.all()}
    draft = replace(
        draft,
        body=body.serialise(bodies.enrich(body.parse(draft.body), about)),
        kind=about["kind"],
        kicker=about.get("kicker", ""),
        tags=tuple(about["tags"]),
        also_in=tuple(sections[name] for name in about.get("also_in", ())),
    )
    article = save(article, draft, by=None, base_version=article.version)
    publish(article, by=None)


def _describe_pictures(article: Article, alts: dict[str, str]) -> None:
    for pk in body.image_ids(body.parse(article.body)):
        image = Image.objects.get(pk=pk)
        if alt := alts.get(image.original_filename):
            save_record(image, {"alt": alt}, by=None)


def _shift(articles: Sequence[SampleArticle]) -> timedelta:
    """How far to move every date so that the newest article is `NEWEST_AGE` old."""
    newest = max(
        imported.dateline
        for imported in (parse_layout(decode_text(each.path.read_bytes())) for each in articles)
        if imported.dateline and imported.dateline_has_time
    )
    return now_to_the_minute() - NEWEST_AGE - newest


def now_to_the_minute() -> datetime:
    """This moment without seconds: printed times have none."""
    return timezone.now().replace(second=0, microsecond=0)

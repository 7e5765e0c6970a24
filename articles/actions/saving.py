"""Saving a working copy: every way a text comes in ends here."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from .. import body, desk_search
from ..draft import Draft
from ..models import Article, Byline, Revision, Tag
from . import intervals
from .cleaning import clean
from .notices import approvals_at_stake, ask_again, recorded
from .permission import require
from .recording import record
from .refusals import Refused, Stale

if TYPE_CHECKING:
    from ..models import User


@dataclass(frozen=True, slots=True)
class ImportStamp:
    """Where an imported article came from: its reference and the digest of the file's content."""

    ref: str
    digest: str


def create(
    draft: Draft,
    *,
    by: "User | None",
    stamp: ImportStamp | None = None,
    article_id: int | None = None,
) -> Article:
    """Make a new article of `draft`; the importer may give the id it had in an archive.

    Raises:
        Refused: the draft is not whole, or the person may not create articles.
    """
    draft = clean(draft)
    with transaction.atomic():
        require("create_article", by)
        if article_id and Article.objects.filter(pk=article_id).exists():
            raise Refused(_("Article number %(id)s is taken.") % {"id": article_id})
        article = Article(pk=article_id, created_by=by, section_id=draft.section)
        write_copy(article, draft, by=by, stamp=stamp)
        record("create_article", article, by=by, revision=1, **_origin(stamp))
    return article


def save(
    article: Article,
    draft: Draft,
    *,
    by: "User | None",
    base_version: int,
    stamp: ImportStamp | None = None,
) -> Article:
    """Save `draft` as the article's next revision; the caller started from `base_version`.

    A draft equal to the newest revision changes nothing. Returns the article as it now is.

    Raises:
        Stale: somebody else saved after `base_version`.
        Refused: the draft is not whole, or the person may not save this article.
    """
    draft = clean(draft)
    with transaction.atomic():
        known = article.known_draft
        article = lock(article.pk, base_version, typed=True)
        article.known_draft = known
        require("save_article", by, article)
        lost = approvals_at_stake(article)
        if write_copy(article, draft, by=by, stamp=stamp):
            activity = record(
                "save_article",
                article,
                by=by,
                revision=article.revision_number,
                **recorded(lost),
                **_origin(stamp),
            )
            ask_again(lost, article, activity)
    return article


def restore(article: Article, number: int, *, by: "User | None", base_version: int) -> Article:
    """Make revision `number` the working copy again, as a new revision.

    Raises:
        Stale: somebody else saved after `base_version`.
        Refused: there is no such revision, or the person may not restore.
    """
    old = Revision.objects.filter(article=article, number=number).first()
    if old is None:
        raise Refused(_("There is no revision %(number)s of this article.") % {"number": number})
    draft = clean(old.draft)
    with transaction.atomic():
        article = lock(article.pk, base_version)
        require("restore_revision", by, article)
        lost = approvals_at_stake(article)
        if not write_copy(article, draft, by=by, restored_from=number):
            raise Refused(
                _("The working copy already is revision %(number)s.") % {"number": number}
            )
        activity = record(
            "restore_revision",
            article,
            by=by,
            revision=article.revision_number,
            restored=number,
            **recorded(lost),
        )
        ask_again(lost, article, activity)
    return article


def lock(article_id: int, base_version: int | None = None, *, typed: bool = False) -> Article:
    """The article's row, locked until the transaction ends.

    `typed` says that a text hangs on it, which whoever comes too late is to compare; to others the
    refusal says that they have not read what they act on.

    Raises:
        Stale: it is no longer at `base_version`.
    """
    rows = Article.objects.select_related("section").select_for_update(of=("self",))
    article = rows.get(pk=article_id)
    if base_version is not None and article.version != base_version:
        last = article.revisions.order_by("-number").select_related("created_by").first()
        sentence = (
            _(
                "%(who)s saved this article at %(time)s, after you opened it. Your text is still "
                "here: compare it with the newest revision, then save again."
            )
            if typed
            else _(
                "%(who)s saved revision %(number)s at %(time)s, after you opened this page: read "
                "it before you go on."
            )
        )
        facts = {
            "who": (last and last.created_by) or _("an import"),
            "number": article.revision_number,
            "time": f"{timezone.localtime(article.saved_at):%H:%M:%S %d/%m/%Y}",
        }
        raise Stale(sentence % facts, article.version)
    return article


def resolve_tags(names: tuple[str, ...]) -> list[Tag]:
    """The tags of these spellings, made where they are new; a merged one gives what it became."""
    wanted = [Tag(name=name[:100]) for name in names]
    for tag in wanted:
        tag.refold()
    known = Tag.objects.select_related("merged_into").in_bulk(
        [tag.key for tag in wanted], field_name="key"
    )
    tags: dict[int, Tag] = {}
    for tag in wanted:
        found = known.get(tag.key)
        if found is None:
            found, _created = Tag.objects.get_or_create(
                key=tag.key,
                defaults={"name": tag.name, "folded": tag.folded, "sort_key": tag.sort_key},
            )
        tag = found.merged_into or found
        tags[tag.pk] = tag
    return list(tags.values())


def is_saved_as(draft: Draft, article: Article, number: int) -> bool:
    """Whether revision `number` of the article is what saving `draft` would make.

    Raises:
        Refused: the draft is not whole.
    """
    draft = clean(draft)
    draft = replace(draft, tags=tuple(tag.name for tag in resolve_tags(draft.tags)))
    return article.revisions.get(number=number).draft == draft


def write_copy(
    article: Article,
    draft: Draft,
    *,
    by: "User | None",
    stamp: ImportStamp | None = None,
    restored_from: int | None = None,
    even_the_same: bool = False,
) -> bool:
    """Write the working copy and its revision; for acts that hold the article's row locked.

    False where the draft is what is already there, unless `even_the_same` asks for it again.
    """
    tags = resolve_tags(draft.tags)
    draft = replace(draft, tags=tuple(tag.name for tag in tags))
    before = article.draft if article.revision_number else None
    if before == draft and not even_the_same:
        if stamp is not None:
            _stamp(article, stamp)
            article.save(update_fields=["import_ref", "import_digest", "import_version"])
        return False
    for name in ("kind", "kicker", "title", "sapo", "body", "dateline", "dateline_has_time"):
        setattr(article, name, getattr(draft, name))
    article.copyright_notice = draft.copyright_notice
    article.section_id = draft.section
    article.revision_number += 1
    article.version += 1
    # Approvals are of the revision that was approved.
    article.step = 0
    article.saved_at = timezone.now()
    article.may_differ = article.pk is not None and intervals.may_differ(article, article.saved_at)
    if stamp is not None:
        _stamp(article, stamp)
    if article.pk is None:
        article.save()
    blocks = body.parse(draft.body)
    article.folded = fold_article(article, draft, blocks)
    article.save(force_insert=article._state.adding)
    desk_search.index(article)
    # Most saves are of words alone.
    if before is None or before.bylines != draft.bylines:
        article.bylines.all().delete()
        Byline.objects.bulk_create(
            Byline(
                article=article,
                author_id=byline.author,
                position=position,
                role=byline.role,
                separator=byline.separator,
            )
            for position, byline in enumerate(draft.bylines)
        )
    if before is None or before.also_in != draft.also_in:
        article.also_in.set(draft.also_in)
    if before is None or before.tags != draft.tags:
        article.tags.set(tags)
    images = body.image_ids(blocks)
    if before is None or body.image_ids(body.parse(before.body)) != images:
        article.images.set(images)
    Revision.objects.create(
        article=article,
        number=article.revision_number,
        content=draft.to_json(),
        body_format=article.body_format,
        restored_from=restored_from,
        created_by=by,
    )
    article.known_draft = (article.revision_number, draft)
    return True


def _stamp(article: Article, stamp: ImportStamp) -> None:
    """Note the import, and at which version: a later version means the desk has edited."""
    article.import_ref = stamp.ref
    article.import_digest = stamp.digest
    article.import_version = article.version


def _origin(stamp: ImportStamp | None) -> dict[str, Any]:
    return {"import_ref": stamp.ref} if stamp else {}


def fold_article(article: Article, draft: Draft, blocks: tuple[body.Block, ...]) -> str:
    """The text that the desk's search looks in; `blocks` are the draft's body."""
    parts = [
        str(article.pk),
        draft.title,
        " ".join(byline.name for byline in draft.bylines),
        " ".join(draft.tags),
        draft.kicker,
        draft.sapo,
        body.plain_text(blocks),
    ]
    return vietnamese.fold(" ".join(parts))

"""Is every article whole? Prints one line for each thing that is not.

python -m tests.soak.wholeness
"""

import itertools

import django

django.setup()

from django.core.files.storage import default_storage, storages  # noqa: E402
from django.db.models import Count  # noqa: E402

from articles import body  # noqa: E402
from articles.images.store import rendition_paths  # noqa: E402
from articles.models import FOREVER, LISTED_MODELS, Activity, Article, ImageVersion  # noqa: E402


def problems() -> list[str]:
    """What is torn: half a save, half a publication, a picture without its file."""
    found = []
    for article in Article.objects.all():
        found += [f"article {article.pk}: {problem}" for problem in _of_article(article)]
    for version in ImageVersion.objects.all():
        paths = [version.original, *rendition_paths(version.hash, version.width, version.height)]
        found += [f"no file {path}" for path in paths if not storages["originals"].exists(path)]
    imported = Article.objects.filter(import_ref__isnull=False)
    twice = imported.values("import_ref").annotate(times=Count("pk")).filter(times__gt=1)
    return found + [f"imported twice: {row['import_ref']}" for row in twice]


def _of_article(article: Article) -> list[str]:
    revisions = list(article.revisions.order_by("number"))
    if [revision.number for revision in revisions] != list(range(1, article.revision_number + 1)):
        return ["its revisions have gaps"]
    draft = revisions[-1].draft
    acts = Activity.objects.filter(target_type="article", target_id=article.pk)
    saves = acts.filter(act__in=["create_article", "save_article"]).count()
    rows = list(article.publications.order_by("visible_from"))
    checks = {
        "the working copy is not its newest revision": (
            (article.title, article.body) == (draft.title, draft.body)
            and article.bylines.count() == len(draft.bylines)
        ),
        "its pictures are not those of its text": (
            set(article.images.values_list("pk", flat=True))
            == set(body.image_ids(body.parse(article.body)))
        ),
        "saves and activities differ": saves == len(revisions),
        "publications and activities differ": acts.filter(act="publish").count() == len(rows),
        "the chain of publications is broken": all(
            before.visible_until == after.visible_from for before, after in itertools.pairwise(rows)
        ),
        "no publication is open": not rows or rows[-1].visible_until == FOREVER,
        "state does not fit": (article.state == "published") == bool(rows),
    }
    found = [problem for problem, good in checks.items() if not good]
    for row in rows:
        figures = len(body.image_ids(body.parse(row.body.source)))
        if row.figures.count() != figures or row.listings.count() < 1:
            found.append(f"publication {row.pk} lacks rows")
        for model in LISTED_MODELS:
            for entry in model.objects.filter(publication=row):
                if (entry.visible_from, entry.visible_until) != (
                    row.visible_from,
                    row.visible_until,
                ):
                    found.append(f"publication {row.pk} and its {model.__name__} differ in time")
        for figure in row.figures.select_related("image_version"):
            version = figure.image_version
            for path in rendition_paths(version.hash, version.width, version.height):
                if not default_storage.exists(path):
                    found.append(f"publication {row.pk} shows a missing file {path}")
    return found


if __name__ == "__main__":
    print("\n".join(problems()))

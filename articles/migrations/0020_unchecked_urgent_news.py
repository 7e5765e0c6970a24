"""Urgent news that nobody has approved yet is known by the revision that readers have.

At 200,000 articles: both databases add an empty column without touching a row; the acts are read once,
and then those of the few articles that ever were urgent news.
"""

from collections import Counter

from django.db import migrations, models
from django.utils import timezone

CHUNK = 500
# What puts a text before readers, or counts towards its being checked.
ACTS = ("publish_urgent", "publish", "quick_fix")


def note_unchecked(apps, schema_editor):
    """Those of which readers have urgent news with fewer approvals than its section asks for."""
    Article, Activity, Approval, PublishedArticle = (
        apps.get_model("articles", name)
        for name in ("Article", "Activity", "Approval", "PublishedArticle")
    )
    acts = Activity.objects.filter(target_type="article").order_by()
    urgent = acts.filter(act="publish_urgent").values_list("target_id", flat=True).distinct()
    every = list(urgent)
    for chunk in (every[at : at + CHUNK] for at in range(0, len(every), CHUNK)):
        given = Counter(
            Approval.objects.filter(article__in=chunk).values_list("article", "revision_number")
        )
        live = set(
            PublishedArticle.objects.filter(article__in=chunk, visible_until__gt=timezone.now())
            .order_by()
            .values_list("article", "revision_number")
        )
        steps = dict(
            Article.objects.filter(pk__in=chunk)
            .order_by()
            .values_list("pk", "section__approval_steps")
        )
        unchecked = {}
        rows = acts.filter(target_id__in=chunk, act__in=ACTS).order_by("at", "pk")
        for pk, act, data in rows.values_list("target_id", "act", "data"):
            approved = given[pk, unchecked.get(pk)] >= steps.get(pk, 0)
            match act:
                case "publish_urgent":
                    unchecked[pk] = data["revision"]
                case "quick_fix" if unchecked.get(pk) and not approved:
                    unchecked[pk] = data["revision"]
                case _:
                    unchecked[pk] = None
        for pk, revision in unchecked.items():
            if (pk, revision) in live and given[pk, revision] < steps[pk]:
                Article.objects.filter(pk=pk).update(unchecked_revision=revision)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0019_may_differ"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="article", name="article_urgent"),
        migrations.AddField(
            model_name="article",
            name="unchecked_revision",
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("unchecked_revision__isnull", False)),
                fields=["-saved_at"],
                name="article_unchecked",
            ),
        ),
        migrations.RunPython(note_unchecked, migrations.RunPython.noop),
    ]

"""What may differ from what readers see is noted with the article, and found without asking all.

At 200,000 articles: PostgreSQL writes a constant default to no row, reads the table once for an index
that holds next to nothing, and asks once more which articles differ now. SQLite copies the table.
"""

from django.conf import settings
from django.db import migrations, models
from django.utils import timezone


def note_differences(apps, schema_editor):
    """Those of which readers have, or will have, another revision than the newest."""
    Article = apps.get_model("articles", "Article")
    rows = apps.get_model("articles", "PublishedArticle").objects
    others = rows.filter(article=models.OuterRef("pk"), visible_until__gt=timezone.now()).exclude(
        revision_number=models.OuterRef("revision_number")
    )
    Article.objects.filter(models.Exists(others)).update(may_differ=True)


def keep_first_id(apps, schema_editor):
    """SQLite has copied articles_article: its count must not begin anew (0002_guards)."""
    if schema_editor.connection.vendor != "postgresql":
        first = int(settings.FIRST_ARTICLE_ID)
        schema_editor.execute("DELETE FROM sqlite_sequence WHERE name = 'articles_article'")
        schema_editor.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT 'articles_article', "
            f"max({first - 1}, coalesce(max(id), 0)) FROM articles_article"
        )


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0018_revision_names"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="may_differ",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("may_differ", True)),
                fields=["-saved_at"],
                name="article_may_differ",
            ),
        ),
        migrations.RunPython(note_differences, migrations.RunPython.noop),
        migrations.RunPython(keep_first_id, migrations.RunPython.noop),
    ]

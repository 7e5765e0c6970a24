"""The way of an article through the newsroom: its state's companions, approvals, notes, notices.

At 200,000 articles: the new columns are empty or have a constant default, which PostgreSQL writes to
no row; the partial indexes hold next to nothing yet. SQLite copies the table.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


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
        ("articles", "0006_picture_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="Approval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revision_number", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "approval",
                "verbose_name_plural": "approvals",
            },
        ),
        migrations.CreateModel(
            name="DeskNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="note")),
                ("passage", models.TextField(blank=True, verbose_name="passage")),
                ("revision_number", models.PositiveIntegerField()),
                ("written_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "desk note",
                "verbose_name_plural": "desk notes",
                "ordering": ["written_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("waits", "waits for you"),
                            ("assigned", "was given to you"),
                            ("returned", "came back to you"),
                            ("taken_over", "was taken over from you"),
                            ("approved", "is approved"),
                            ("scheduled", "is scheduled"),
                            ("published", "is published"),
                            ("withdrawn", "was withdrawn"),
                            ("note", "has a note"),
                        ],
                        max_length=20,
                    ),
                ),
                ("read_at", models.DateTimeField(null=True)),
                ("to_mail", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="assignee",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="given to",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="claimed_by",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="edited by",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="due_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="due"),
        ),
        migrations.AddField(
            model_name="article",
            name="moved_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="article",
            name="priority",
            field=models.PositiveSmallIntegerField(
                choices=[(0, "normal"), (1, "first"), (2, "urgent news")],
                default=0,
                editable=False,
                verbose_name="priority",
            ),
        ),
        migrations.AlterField(
            model_name="article",
            name="created_by",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="created_articles",
                to=settings.AUTH_USER_MODEL,
                verbose_name="created by",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(
                    ("state__in", ["awaiting_approval", "editing", "returned", "submitted"])
                ),
                fields=["state", "moved_at"],
                name="article_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("claimed_by__isnull", False)),
                fields=["claimed_by"],
                name="article_claimed",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("assignee__isnull", False)),
                fields=["assignee", "-saved_at"],
                name="article_assigned",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="article_due"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["created_by", "-saved_at"], name="article_created_by"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("claimed_by", None), ("state", "editing"), _connector="OR"),
                name="claimed_while_being_edited",
            ),
        ),
        migrations.AddField(
            model_name="approval",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approvals",
                to="articles.article",
            ),
        ),
        migrations.AddField(
            model_name="approval",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="desknote",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notes",
                to="articles.article",
            ),
        ),
        migrations.AddField(
            model_name="desknote",
            name="settled_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="desknote",
            name="written_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="activity",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="articles.activity",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.article"
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="recipient",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="notices",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.UniqueConstraint(
                fields=("article", "revision_number", "by"), name="approved_once_a_person"
            ),
        ),
        migrations.AddIndex(
            model_name="desknote",
            index=models.Index(fields=["article", "written_at"], name="notes_of_an_article"),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["recipient", "-id"], name="notices_of_a_person"),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("read_at", None)), fields=["recipient"], name="notices_not_read"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("to_mail", True)), fields=["id"], name="notices_to_mail"
            ),
        ),
        migrations.RunPython(keep_first_id, migrations.RunPython.noop),
    ]

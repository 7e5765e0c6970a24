"""Corrections: what the desk writes, what readers get, and who may do what about them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from articles.roles import sync_roles


def sync(apps, schema_editor):
    sync_roles(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_mending_roles"),
    ]

    operations = [
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("heading", models.CharField(max_length=200, verbose_name="heading")),
                ("wrong", models.TextField(verbose_name="what was wrong")),
                ("right", models.TextField(verbose_name="what is right")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "awaiting approval"),
                            ("published", "published"),
                            ("declined", "declined"),
                        ],
                        default="waiting",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="decided")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="articles.article",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decided by",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="articles.correction",
                        verbose_name="follows",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "ordering": ["-written_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="PublishedCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("heading", models.CharField(max_length=200)),
                ("wrong", models.TextField()),
                ("right", models.TextField()),
                ("title", models.CharField(help_text="of the article, as printed", max_length=300)),
                ("section_name", models.CharField(max_length=80)),
                ("first_published_at", models.DateTimeField()),
                ("first_published_has_time", models.BooleanField(default=True)),
                ("published_at", models.DateTimeField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "correction",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="published",
                        to="articles.correction",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.publishedcorrection",
                    ),
                ),
            ],
            options={
                "verbose_name": "published correction",
                "verbose_name_plural": "published corrections",
                "ordering": ["-published_at", "-id"],
            },
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at", None), ("state", "waiting")),
                    models.Q(
                        models.Q(("state", "waiting"), _negated=True), ("decided_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="correction_decided_once",
            ),
        ),
        migrations.AddIndex(
            model_name="publishedcorrection",
            index=models.Index(fields=["-published_at", "-id"], name="correction_newest"),
        ),
        migrations.AddIndex(
            model_name="publishedcorrection",
            index=models.Index(
                fields=["article", "published_at"], name="corrections_of_an_article"
            ),
        ),
        migrations.RunPython(sync, migrations.RunPython.noop),
    ]

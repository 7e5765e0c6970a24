"""What the desk calls a revision, and who may say so."""

import django.db.models.deletion
from django.db import migrations, models

from articles.roles import sync_roles


def sync(apps, schema_editor):
    sync_roles(apps)


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_preview_links")]

    operations = [
        migrations.CreateModel(
            name="RevisionName",
            fields=[
                (
                    "revision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="naming",
                        serialize=False,
                        to="articles.revision",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
            ],
            options={
                "verbose_name": "name of a revision",
                "verbose_name_plural": "names of revisions",
            },
        ),
        migrations.RunPython(sync, migrations.RunPython.noop),
    ]

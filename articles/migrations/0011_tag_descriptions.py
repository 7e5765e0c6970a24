"""What a tag is about, and who may say so."""

from django.db import migrations, models

from articles.roles import sync_roles


def sync(apps, schema_editor):
    sync_roles(apps)


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_urgent_index")]

    operations = [
        migrations.AddField(
            model_name="tag",
            name="description",
            field=models.TextField(
                blank=True,
                help_text="Printed under the name on the tag's page; search engines show it.",
                max_length=500,
                verbose_name="description",
            ),
        ),
        migrations.RunPython(sync, migrations.RunPython.noop),
    ]

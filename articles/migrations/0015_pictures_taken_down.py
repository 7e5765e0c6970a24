"""Pictures that readers may not have any more, and who may say so."""

from django.db import migrations, models

from articles.roles import sync_roles


def sync(apps, schema_editor):
    sync_roles(apps)


class Migration(migrations.Migration):
    dependencies = [("articles", "0014_corrections")]

    operations = [
        migrations.AddField(
            model_name="image",
            name="taken_down_at",
            field=models.DateTimeField(
                editable=False,
                help_text="since when readers may not have it; it then has no present version",
                null=True,
                verbose_name="taken down",
            ),
        ),
        migrations.AddField(
            model_name="imageversion",
            name="taken_down",
            field=models.BooleanField(
                default=False, help_text="as its picture is; readers' code asks here"
            ),
        ),
        migrations.RunPython(sync, migrations.RunPython.noop),
    ]

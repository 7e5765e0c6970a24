"""Groups and permissions for the acts of the workflow."""

from django.db import migrations

from articles.roles import sync_roles


def sync(apps, schema_editor):
    sync_roles(apps)


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_workflow")]

    operations = [migrations.RunPython(sync, migrations.RunPython.noop)]

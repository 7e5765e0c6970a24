"""Groups and permissions for quick fixes and the recycle bin, and what people are told of."""

from django.db import migrations, models

from articles.roles import sync_roles

KINDS = [
    ("waits", "waits for you"),
    ("assigned", "was given to you"),
    ("returned", "came back to you"),
    ("taken_over", "was taken over from you"),
    ("approved", "is approved"),
    ("scheduled", "is scheduled"),
    ("published", "is published"),
    ("withdrawn", "was withdrawn"),
    ("fixed", "has a mended passage"),
    ("corrected", "has a correction"),
    ("picture", "has lost a picture"),
    ("binned", "is in the recycle bin"),
    ("note", "has a note"),
]


def sync(apps, schema_editor):
    sync_roles(apps)


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_autosave")]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=20),
        ),
        migrations.RunPython(sync, migrations.RunPython.noop),
    ]

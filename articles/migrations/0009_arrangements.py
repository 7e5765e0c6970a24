"""One row for each slot, which is locked while what stands there changes."""

from django.db import migrations, models

SLOTS = [("front-lead", "front page lead"), ("noi-bat", "Nổi bật"), ("dung-bo-lo", "Đừng bỏ lỡ")]


def make_rows(apps, schema_editor):
    """Left as they are where they are there already."""
    for slot, _label in SLOTS:
        apps.get_model("articles", "Arrangement").objects.get_or_create(slot=slot)


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_workflow_roles")]

    operations = [
        migrations.CreateModel(
            name="Arrangement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slot",
                    models.CharField(
                        choices=SLOTS, max_length=20, unique=True, verbose_name="slot"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "arrangement of a slot",
                "verbose_name_plural": "arrangements of slots",
                "ordering": ["id"],
            },
        ),
        migrations.RunPython(make_rows, migrations.RunPython.noop),
    ]

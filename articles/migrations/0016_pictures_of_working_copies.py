"""Which pictures each working copy shows: a picture's page no longer looks through every text."""

import re

from django.db import migrations, models

SHOWN = re.compile(r'data-image="([0-9]+)"')
AT_ONCE = 1000


def note_pictures(apps, schema_editor):
    """Read them out of the stored bodies, which name a picture in one way only."""
    Article = apps.get_model("articles", "Article")
    images = set(apps.get_model("articles", "Image").objects.values_list("pk", flat=True))
    Use = Article.images.through
    uses = []
    bodies = Article.objects.filter(body__contains="data-image=").values_list("pk", "body")
    for pk, text in bodies.iterator(chunk_size=AT_ONCE):
        shown = {int(number) for number in SHOWN.findall(text)} & images
        uses += [Use(article_id=pk, image_id=image) for image in shown]
        if len(uses) >= AT_ONCE:
            Use.objects.bulk_create(uses)
            uses = []
    Use.objects.bulk_create(uses)


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_pictures_taken_down")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="images",
            field=models.ManyToManyField(
                editable=False,
                related_name="articles",
                to="articles.image",
                verbose_name="pictures",
            ),
        ),
        migrations.RunPython(note_pictures, migrations.RunPython.noop),
    ]

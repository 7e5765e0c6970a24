"""Urgent news, for the list of what is still to be checked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_arrangements"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("priority", 2)), fields=["-saved_at"], name="article_urgent"
            ),
        ),
    ]

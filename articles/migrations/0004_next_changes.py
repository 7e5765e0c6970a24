from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_roles"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(fields=["visible_from"], name="placement_begins"),
        ),
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(fields=["visible_until"], name="placement_ends"),
        ),
        migrations.AddIndex(
            model_name="publishedarticle",
            index=models.Index(fields=["visible_until"], name="publication_ends"),
        ),
    ]

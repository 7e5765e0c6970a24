"""The paper's own pages, one empty row for each address, and who may write them."""

from django.db import migrations, models

from articles.roles import sync_roles

ADDRESSES = [
    ("gioi-thieu", "Giới thiệu"),
    ("lien-he", "Liên hệ"),
    ("quyen-rieng-tu", "Quyền riêng tư"),
    ("dieu-khoan", "Điều khoản sử dụng"),
]


def make_pages(apps, schema_editor):
    """Left as they are where they are there already."""
    for address, title in ADDRESSES:
        apps.get_model("articles", "PaperPage").objects.get_or_create(
            address=address, defaults={"title": title}
        )


def sync(apps, schema_editor):
    sync_roles(apps)


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_next_changes")]

    operations = [
        migrations.CreateModel(
            name="PaperPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        choices=ADDRESSES,
                        editable=False,
                        max_length=40,
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "description",
                    models.CharField(
                        blank=True,
                        help_text="Printed under the title; search engines show it.",
                        max_length=300,
                        verbose_name="description",
                    ),
                ),
                ("body", models.TextField(blank=True, verbose_name="body text")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "page of the paper",
                "verbose_name_plural": "pages of the paper",
                "ordering": ["id"],
            },
        ),
        migrations.RunPython(make_pages, migrations.RunPython.noop),
        migrations.RunPython(sync, migrations.RunPython.noop),
    ]

"""The versions that say whether a finished page still holds."""

from django.db import models


class SurfaceVersion(models.Model):
    """How many times a surface has changed; a missing row is version 0.

    A surface is what readers see move together: `a:<article>`, `c:<article>` (its comments),
    `s:<section>`, `t:<tag>`, `au:<author>`, `front`, `slot:<name>`, `site`.
    """

    key = models.CharField(max_length=80, primary_key=True)
    version = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.key} {self.version}"

"""The one way an Activity row comes into being."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone

from ..models import Activity

if TYPE_CHECKING:
    from ..models import User


def record(
    act: str,
    target: models.Model,
    *,
    by: "User | None",
    at: datetime | None = None,
    **data: Any,
) -> Activity:
    """Write the row that says `by` did `act` to `target`; `data` must be JSON."""
    return Activity.objects.create(
        act=act,
        actor=by,
        at=at or timezone.now(),
        target_type=str(target._meta.model_name),
        target_id=target.pk,
        data=data,
    )

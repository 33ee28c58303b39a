"""Holiday notices an administrator has loaded since this version shipped, and the demonstration's clock."""

from __future__ import annotations

from django.db import models

from qingdan.casework.models.people import User


class CalendarNotice(models.Model):
    """A year's calendar as a notice gives it (see ``law.calendars``). The latest for a year holds."""

    year = models.PositiveSmallIntegerField()
    content = models.JSONField()
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)


class DemoClock(models.Model):
    """By how many days the demonstration runs ahead of the world. One row; read only in demo mode."""

    days_ahead = models.PositiveIntegerField(default=0)

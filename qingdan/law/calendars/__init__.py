"""Which days are working days in China, by the notice of each year, and what is not known yet.

One data file a year (``data/2004.json`` …) holds what the State Council's notice says; later years are projected
from the statutory holidays and marked provisional. No file is read before its year is asked for.
"""

from qingdan.law.calendars.calendar import Calendar, Edition, official_calendar
from qingdan.law.calendars.reading import load_year
from qingdan.law.calendars.refusals import CalendarRefused, OutsideCalendar
from qingdan.law.calendars.year import Amendment, DayKind, Notice, YearCalendar

__all__ = [
    "Amendment",
    "Calendar",
    "CalendarRefused",
    "DayKind",
    "Edition",
    "Notice",
    "OutsideCalendar",
    "YearCalendar",
    "load_year",
    "official_calendar",
]

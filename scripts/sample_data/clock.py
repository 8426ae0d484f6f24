"""Days, and the clocks of Amsterdam and of US Pacific, without a time zone database."""

import datetime as dt

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def day(text):
    return dt.date.fromisoformat(text)


def days(first, last):
    """Every day from first to last, both included; dates or texts."""
    first = day(first) if isinstance(first, str) else first
    last = day(last) if isinstance(last, str) else last
    return [first + dt.timedelta(n) for n in range((last - first).days + 1)]


def week(date):
    """The Monday of the ISO week."""
    return date - dt.timedelta(date.weekday())


def iso_week(date):
    year, number, _ = date.isocalendar()
    return f"{year}-W{number:02d}"


def _sunday(year, month, nth):
    """The nth Sunday of a month; -1 is the last."""
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta((6 - first.weekday()) % 7 + 7 * (nth - 1))
    last = dt.date(year, month + 1, 1) - dt.timedelta(1) if month < 12 else dt.date(year, 12, 31)
    return last - dt.timedelta((last.weekday() + 1) % 7)


def utc(local):
    """Amsterdam's clock to UTC; both naive. In the doubled hour of October the first is taken."""
    start = dt.datetime.combine(_sunday(local.year, 3, -1), dt.time(2))
    end = dt.datetime.combine(_sunday(local.year, 10, -1), dt.time(3))
    return local - dt.timedelta(hours=2 if start <= local < end else 1)


def pacific(moment):
    """UTC to the clock of Los Angeles; both naive."""
    start = dt.datetime.combine(_sunday(moment.year, 3, 2), dt.time(10))
    end = dt.datetime.combine(_sunday(moment.year, 11, 1), dt.time(9))
    return moment - dt.timedelta(hours=7 if start <= moment < end else 8)


def begins_in_pacific_summer(date):
    """Whether that day's midnight in Los Angeles is summer time; it is not yet on the day of the change."""
    return _sunday(date.year, 3, 2) < date <= _sunday(date.year, 11, 1)


def unix_ms(moment):
    return (moment - dt.datetime(1970, 1, 1)) // dt.timedelta(milliseconds=1)


def english(date):
    """Oct-31-2026, as in the names of Meta's files."""
    return f"{MONTHS[date.month - 1]}-{date.day:02d}-{date.year}"

"""Messages to a client and their answers."""

import datetime as dt

from .own_formats import conversation

HOURS = [
    (0, 2),
    (1, 1),
    (2, 1),
    (5, 1),
    (6, 3),
    (7, 8),
    (8, 14),
    (9, 18),
    (10, 20),
    (11, 19),
    (12, 20),
    (13, 18),
    (14, 16),
    (15, 16),
    (16, 17),
    (17, 18),
    (18, 19),
    (19, 22),
    (20, 22),
    (21, 16),
    (22, 9),
    (23, 5),
]


class Inbox:
    """How a client's conversations go, as far as known at `until`.

    handed_over: the share that needs somebody outside the social team; machine: the share that first gets an
    automatic acknowledgement; hours: the typical time to a human answer.
    """

    def __init__(
        self,
        random,
        platforms,
        kinds,
        departments,
        handed_over,
        machine=0.0,
        hours=2.0,
        answered=0.94,
        until=None,
    ):
        self.random, self.platforms, self.kinds, self.departments = random, platforms, kinds, departments
        self.handed_over, self.machine, self.hours, self.answered = handed_over, machine, hours, answered
        self.until = until

    def message(self, date, kind=None, sentiment=None, hours=None, answered=None):
        random = self.random
        received = dt.datetime.combine(
            date, dt.time(random.weighted(HOURS), random.below(60), random.below(60))
        )
        kind = kind or random.weighted(self.kinds)
        over = random.chance(self.handed_over)
        department = random.weighted(self.departments) if over else "social"
        if sentiment is None:
            sentiment = {"complaint": "negative", "compliment": "positive"}.get(kind)
        if sentiment is None:
            sentiment = random.weighted([("neutral", 70), ("positive", 22), ("negative", 8)])
        machine = random.chance(self.machine)
        typical = (hours or self.hours) * (2.6 if over else 1)
        human = None
        if random.chance(self.answered if answered is None else answered):
            human = received + dt.timedelta(seconds=max(45, round(3600 * typical * random.lognormal(1.0))))
        if human and self.until and human > self.until:
            human = None
        first = received + dt.timedelta(seconds=random.between(2, 40)) if machine else human
        resolved = human is not None and random.chance(0.9)
        return conversation(
            received,
            first,
            human,
            random.weighted(self.platforms),
            kind,
            machine,
            sentiment,
            resolved,
            department,
            over,
        )

    def messages(self, dates, mean):
        """`mean(date)` messages a day."""
        return [self.message(date) for date in dates for _ in range(self.random.poisson(mean(date)))]

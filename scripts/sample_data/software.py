"""Plankwijs Software: planning software for installers, business to business, on LinkedIn alone.

What is in it on purpose: beliefs that hold. Followers, visits and demo requests come in the same weeks; nineteen in
twenty impressions are paid; automated posts do no worse; more hashtags go with more engagement; the social team
handles nearly every conversation itself. One platform, so "the more platforms" has nothing to compare; LinkedIn gives
no reach per post.
"""

import datetime as dt

from . import linkedin, own_formats
from .captions import Copywriter
from .chance import Stream
from .clock import day, days, unix_ms, week
from .conversations import Inbox
from .posts import Post, identify, moments, split, spread
from .software_texts import GENERAL_TAGS, NOTES, PEOPLE, SPONSORED, TASKS, TOPICS
from .writing import minimal, money, plain_csv

FIRST, LAST = day("2025-10-01"), day("2026-10-31")
HOURS = [(7, 8), (8, 12), (9, 10), (11, 6), (12, 8), (15, 5), (16, 6)]
EXPORTED = unix_ms(dt.datetime(2026, 11, 2, 8, 14, 37))
AUTHORS = ["Fenna Drost", "Wouter Haan"]


def posts():
    random = Stream("plankwijs/posts")
    writer = Copywriter(Stream("plankwijs/captions"), TOPICS, GENERAL_TAGS)
    made = []
    for month in sorted({d.replace(day=1) for d in days(FIRST, LAST)}):
        dates = [
            d
            for d in days(month, min(LAST, month + dt.timedelta(31)))
            if d.month == month.month and d.weekday() < 5
        ]
        for at in moments(random, dates, random.between(15, 17), HOURS):
            topic = writer.topic(at.month)
            tags = random.weighted([(0, 3), (1, 3), (2, 3), (3, 3), (4, 2), (5, 3)])
            one = Post(
                "linkedin",
                at,
                random.weighted([("text", 4), ("image", 5), ("carousel", 2), ("video", 2)]),
                writer.text(topic, tags),
                tags,
                topic.name,
            )
            one.automated = random.chance(0.44)
            one.score = random.weighted([(2, 1), (3, 4), (4, 5), (5, 2)])
            one.distribution = (
                random.one_of([("colleagues",), ("newsletter",), ("colleagues", "partner")])
                if random.chance(0.45)
                else ()
            )
            one.department = random.weighted(
                [("marketing", 5), ("support", 3), ("product", 3), ("management", 1)]
            )
            one.views = max(60, round(610 * random.lognormal(0.3)))
            rate = 0.030 * (1 + 0.20 * tags) * (1.06 if one.automated else 1) * random.lognormal(0.25)
            for name, count in split(
                round(one.views * rate), [("likes", 80), ("comments", 12), ("shares", 8)], random
            ).items():
                setattr(one, name, count)
            one.link_clicks = random.poisson(one.views * 0.022)
            made.append(one)
    made.sort(key=lambda p: p.at)
    for one in made:
        identify(one, random)
    return made


def levels():
    """How busy a week is: fairs, webinars, holidays."""
    random = Stream("plankwijs/weeks")
    return {
        monday: random.lognormal(0.5)
        * (0.55 if monday.month == 8 or monday.isocalendar()[1] in (1, 52, 53) else 1)
        for monday in sorted({week(d) for d in days(FIRST, LAST)})
    }


def sponsored(level):
    """One promoted post per campaign and month, and what each day was shown."""
    random = Stream("plankwijs/sponsored")
    made, daily = [], {}
    for date in days(FIRST, LAST):
        pull = 0.75 + 0.25 * level[week(date)]
        daily[date] = round(5600 * pull * (0.55 if date.weekday() >= 5 else 1.15) * random.lognormal(0.12))
    for month in sorted({d.replace(day=1) for d in days(FIRST, LAST)}):
        shown = sum(n for d, n in daily.items() if d.replace(day=1) == month)
        for campaign, text in SPONSORED:
            part = shown // len(SPONSORED)
            one = Post(
                "linkedin",
                dt.datetime.combine(month + dt.timedelta(1 + random.below(3)), dt.time(9, random.below(60))),
                "image",
                text,
            )
            one.views, one.likes, one.comments, one.shares = part, part // 410, part // 9000, part // 6500
            one.link_clicks = part // 190
            identify(one, random)
            made.append((one, campaign))
    return made, daily


def metrics(everything, daily):
    random = Stream("plankwijs/metrics")
    parts = {name: {} for name in ("views", "likes", "comments", "shares", "link_clicks")}
    for one in everything:
        for name, series in parts.items():
            spread(one, series, getattr(one, name))
    records = []
    for date in days(FIRST, LAST):
        shown = parts["views"].get(date, 0) + random.between(4, 30), daily[date]
        own = [parts[name].get(date, 0) for name in ("link_clicks", "likes", "comments", "shares")]
        ads = [random.poisson(daily[date] * share) for share in (0.0053, 0.0024, 0.00011, 0.00015)]
        records.append((date, shown, shown[0] * 58 // 100, dict(zip(linkedin.MEASURES, zip(own, ads)))))
    return linkedin.metrics(records)


def followers(level):
    random = Stream("plankwijs/followers")
    count, counts, new = 2870, [], []
    for date in days(FIRST, LAST):
        pull = level[week(date)] * (0.4 if date.weekday() >= 5 else 1.2)
        organic, paid = random.poisson(3.6 * pull), random.poisson(1.5 * pull)
        count += organic + paid - random.poisson(0.5)
        counts.append((date, "linkedin", count))
        new.append((date, paid, organic))
    return counts, new


def traffic(level):
    random = Stream("plankwijs/traffic")
    records = []
    for date in days(FIRST, LAST):
        busy = 0.35 if date.weekday() >= 5 else 1.25
        pull = level[week(date)]
        sessions = random.poisson(44 * busy * pull * random.lognormal(0.08))
        asked = min(sessions, random.poisson(1.35 * busy * pull))
        records.append(
            [date, "linkedin", sessions, max(asked, sessions * random.between(44, 60) // 100), asked, ""]
        )
    return plain_csv(
        own_formats.TRAFFIC,
        records,
        "Uit het eigen dashboard van Plankwijs. Een conversie is een demo-aanvraag; een bedrag is er niet.",
    )


def toggl(first, last):
    """Toggl Track, detailed report: the quoting of its samples."""
    random = Stream(f"plankwijs/toggl/{first}")
    lines = [
        "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)"
    ]
    for date in days(first, last):
        if date.weekday() >= 5:
            continue
        at = dt.datetime.combine(date, dt.time(8 + random.below(2), random.below(60), random.below(60)))
        for task, minutes in TASKS.items():
            if not random.chance(0.42):
                continue
            seconds = max(300, round(minutes * 60 * random.lognormal(0.35)))
            end = at + dt.timedelta(seconds=seconds)
            name, email = random.one_of(PEOPLE)
            note = random.one_of(NOTES)
            clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
            tags = (
                random.one_of(["LinkedIn", "LinkedIn", '"LinkedIn, betaald"'])
                if task != "Overleg en rapportage"
                else ""
            )
            lines.append(
                f"{name},{email},Plankwijs Software,LinkedIn,{task},{minimal(note) if note else chr(34) * 2},Yes,{at:%Y-%m-%d},{at:%H:%M:%S},"
                f"{end:%Y-%m-%d},{end:%H:%M:%S},{clock},{tags},{money(seconds * 9250 // 3600)}"
            )
            at = end + dt.timedelta(minutes=random.between(4, 50), seconds=random.below(60))
    return b"\xef\xbb\xbf" + ("\n".join(lines) + "\n").encode("utf-8")


def costs():
    months = sorted({d.replace(day=1) for d in days(FIRST, LAST)})
    random = Stream("plankwijs/costs")
    records = []
    for month in months:
        records.append(
            [
                f"{month:%Y-%m}",
                "LinkedIn-campagnes",
                "advertising",
                "",
                money(random.between(36000, 44000) * 10),
                "linkedin",
            ]
        )
        records.append([f"{month:%Y-%m}", "planning en monitoring", "tools", "", "65.00", "linkedin"])
    return plain_csv(own_formats.COSTS, records, "Uren staan in de exports van Toggl.")


def conversations():
    inbox = Inbox(
        Stream("plankwijs/conversations"),
        [("linkedin", 1)],
        [("question", 60), ("compliment", 16), ("complaint", 4), ("order", 12), ("other", 8)],
        [("support", 3), ("sales", 2), ("hr", 1)],
        handed_over=0.03,
        machine=0.0,
        hours=1.4,
        until=dt.datetime.combine(LAST, dt.time(17)),
    )
    records = inbox.messages(
        [d for d in days(FIRST, LAST - dt.timedelta(1)) if d.weekday() < 6], lambda d: 2.1
    )
    records.sort()
    return plain_csv(own_formats.CONVERSATIONS, records)


def exports():
    everything = posts()
    level = levels()
    promoted, daily = sponsored(level)
    random = Stream("plankwijs/authors")
    shown = sorted(
        [(p, "", random.one_of(AUTHORS)) for p in everything] + [(p, c, AUTHORS[0]) for p, c in promoted],
        key=lambda x: x[0].at,
    )
    counts, new = followers(level)
    seniority = [
        ("Senior", 1010),
        ("Manager", 612),
        ("Owner", 587),
        ("Entry", 431),
        ("Director", 322),
        ("CXO", 204),
        ("Partner", 61),
    ]
    return {
        f"plankwijs-software_content_{EXPORTED} - All posts.csv": linkedin.all_posts(
            shown, day("2026-11-02")
        ),
        f"plankwijs-software_content_{EXPORTED} - Metrics.csv": metrics(everything, daily),
        f"plankwijs-software_followers_{EXPORTED + 41207} - New followers.csv": linkedin.new_followers(new),
        f"plankwijs-software_followers_{EXPORTED + 41207} - Seniority.csv": linkedin.breakdown(
            "Seniority", seniority
        ),
        "volgers.csv": own_formats.followers(counts),
        "bezoek.csv": traffic(level),
        "uren/TogglTrack_Report_Detailed_report_(from_2025-10-01_to_2026-06-30).csv": toggl(
            FIRST, day("2026-06-30")
        ),
        "uren/TogglTrack_Report_Detailed_report_(from_2026-07-01_to_2026-10-31).csv": toggl(
            day("2026-07-01"), LAST
        ),
        "kosten.csv": costs(),
        "gesprekken.csv": conversations(),
        "postlog.csv": own_formats.post_log(everything),
        "doelgroep.csv": plain_csv(
            own_formats.AUDIENCE,
            [
                ["2026-10", "linkedin", "age", s, v]
                for s, v in (("18-24", "0.06"), ("25-34", "0.29"), ("35-54", "0.51"), ("55+", "0.14"))
            ],
        ),
    }

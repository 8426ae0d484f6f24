"""Tuincentrum Wilgenhof: a shop with a web shop, 27 months, everything connected.

What is in it on purpose: followers run apart from orders; a third to half of the impressions are paid; Facebook takes
as much work as before April 2026 and brings a third of what it did; automated posts get 40 % less engagement; hashtags
do not help; visits come and go without orders; shared posts reach 1.8 times as many people; one conversation in three
needs the shop floor, the web shop or the garden adviser.
"""

import datetime as dt

from . import meta, own_formats
from .captions import Copywriter
from .chance import Stream
from .clock import day, days, iso_week, week
from .conversations import Inbox
from .garden_centre_texts import GENERAL_TAGS, SPECIALS, TOPICS
from .meta import Account
from .posts import Post, identify, moments, split, spread
from .writing import decimals, ga4, meta_audience, meta_daily, money, plain_csv

FIRST, LAST = day("2024-08-01"), day("2026-10-31")
FACEBOOK_FELL = day("2026-04-01")
LOGGED_SINCE = day("2025-10-01")
INSTAGRAM = Account("17841402650193877", "Tuincentrum Wilgenhof", "tuincentrumwilgenhof")
PARTNER = Account("17841437719200456", "Kwekerij Hoogveen | vaste planten", "kwekerijhoogveen")
FACEBOOK = Account("100063518842907", "Tuincentrum Wilgenhof")
HOURS = [
    (7, 6),
    (8, 10),
    (9, 10),
    (10, 8),
    (12, 10),
    (14, 6),
    (16, 8),
    (17, 9),
    (18, 9),
    (19, 14),
    (20, 12),
    (21, 5),
    (23, 1),
]
SEASON = {1: 70, 2: 80, 3: 110, 4: 125, 5: 130, 6: 110, 7: 90, 8: 90, 9: 105, 10: 105, 11: 110, 12: 115}
DISTRIBUTION = [
    ("colleagues",),
    ("newsletter",),
    ("colleagues", "newsletter"),
    ("partner",),
    ("cross-posted",),
    ("community",),
]


def posts():
    random = Stream("wilgenhof/posts")
    writer = Copywriter(Stream("wilgenhof/captions"), TOPICS, GENERAL_TAGS, SPECIALS)
    made = []
    for month in sorted({d.replace(day=1) for d in days(FIRST, LAST)}):
        dates = [d for d in days(month, min(LAST, month + dt.timedelta(31))) if d.month == month.month]
        for platform, mean in (("instagram", 16), ("facebook", 12)):
            for at in moments(random, dates, random.between(mean - 1, mean + 1), HOURS):
                made.append(post(random, writer, platform, at))
    # At the month's edge: still September in California, and the other way round at the end.
    made.append(post(random, writer, "instagram", dt.datetime(2026, 10, 1, 0, 25)))
    made.append(post(random, writer, "facebook", dt.datetime(2026, 10, 1, 7, 10)))
    made.append(post(random, writer, "instagram", dt.datetime(2026, 11, 1, 7, 30)))
    made.sort(key=lambda p: (p.at, p.platform))
    for one in made:
        identify(one, random, "tuincentrumwilgenhof")
    return made


def post(random, writer, platform, at):
    topic = writer.topic(at.month)
    form = random.weighted(
        [("image", 4), ("carousel", 3), ("reel", 4)]
        if platform == "instagram"
        else [("image", 6), ("reel", 3), ("link", 3), ("text", 1)]
    )
    tags = random.weighted(
        [(0, 3), (1, 2), (2, 3), (3, 3), (4, 2), (6, 3), (9, 2), (12, 1)]
        if platform == "instagram"
        else [(0, 5), (1, 3), (2, 3), (4, 2), (6, 1)]
    )
    one = Post(platform, at, form, writer.text(topic, tags), tags, topic.name)
    one.seconds = random.between(9, 58) if form == "reel" else 0
    one.automated = random.chance(0.38)
    one.scheduled = not one.automated and random.chance(0.5)
    one.boosted = random.chance(0.06)
    one.score = random.weighted([(2, 2), (3, 5), (4, 5), (5, 3)])
    if random.chance(0.46):
        one.distribution = random.one_of(DISTRIBUTION)
    one.department = random.weighted([("marketing", 7), ("shop floor", 2), ("garden advice", 2), ("hr", 1)])
    measure(random, one)
    return one


def measure(random, one):
    months = (one.day - FIRST).days / 30
    if one.platform == "instagram":
        typical, rate = 2100 + 45 * months, 0.048
    else:
        typical, rate = (2300, 0.046) if one.day < FACEBOOK_FELL else (1150, 0.019)
    typical *= SEASON[one.at.month] / 100
    typical *= {"reel": 1.35, "carousel": 1.1, "link": 0.8, "text": 0.7}.get(one.format, 1.0)
    typical *= 1.8 if one.distribution else 1.0
    typical *= 3.2 if one.boosted else 1.0
    one.reach = max(40, round(typical * random.lognormal(0.33)))
    one.views = one.reach * random.between(118, 165) // 100
    rate *= (
        (0.58 if one.automated else 1.0)
        * (1 - 0.035 * one.tags)
        * random.lognormal(0.34)
        * (0.4 if one.boosted else 1.0)
    )
    parts = (
        [("likes", 78), ("comments", 8), ("shares", 8), ("saves", 6)]
        if one.platform == "instagram"
        else [("likes", 80), ("comments", 11), ("shares", 9)]
    )
    for name, count in split(round(one.reach * rate), parts, random).items():
        setattr(one, name, count)
    if one.platform == "facebook":
        one.other_clicks = random.poisson(one.reach * 0.02)
        one.link_clicks = random.poisson(one.reach * 0.018) if one.format == "link" else 0
    elif random.chance(0.12):
        one.follows = random.between(1, 6)


def weekly_levels(name, first, last, deviation):
    """A level per week, about 1, without a trend."""
    random = Stream(name)
    return {monday: random.lognormal(deviation) for monday in {week(d): 0 for d in days(first, last)}}


SOURCES = [  # source / medium, visits a day, orders a day, share engaged
    ("l.instagram.com / referral", 34, 1.40, 58),
    ("m.facebook.com / referral", 26, 0.80, 49),
    ("facebook / paid", 30, 0.04, 33),
    ("google / organic", 118, 1.9, 64),
    ("(direct) / (none)", 61, 1.1, 60),
    ("newsletter / email", 22, 0.75, 71),
    ("pinterest.com / referral", 4, 0.03, 52),
]


def traffic(first, last):
    random = Stream(f"wilgenhof/traffic/{first}")
    level = weekly_levels("wilgenhof/visits", FIRST, LAST, 0.50)
    records = []
    for date in days(first, last):
        weekday = 1.25 if date.weekday() >= 5 else 0.92
        for source, visits, orders, engaged in SOURCES:
            if source.startswith("newsletter") and date.weekday() not in (3, 4):
                visits, orders = visits // 6, orders / 6
            if source.startswith("m.facebook") and date >= FACEBOOK_FELL:
                visits, orders = visits * 0.6, orders * 0.09
            if source.startswith("l.instagram") and date >= FACEBOOK_FELL:
                visits, orders = visits * 1.25, orders * 1.25
            wave = (
                level[week(date)]
                if "google" not in source and "direct" not in source
                else 1 + (level[week(date)] - 1) / 2
            )
            sessions = random.poisson(visits * weekday * wave * random.lognormal(0.12))
            bought = min(sessions, random.poisson(orders * weekday))
            if sessions == 0:
                continue
            held = min(sessions, max(bought, round(sessions * engaged / 100 * random.lognormal(0.06))))
            revenue = sum(random.between(1450, 7200) for _ in range(bought))
            records.append(
                [
                    source,
                    f"{date:%Y%m%d}",
                    sessions,
                    held,
                    sessions * random.between(38, 61) // 10,
                    bought,
                    decimals(revenue, 100, 2),
                ]
            )
    records.sort(key=lambda r: -r[2])
    return ga4(
        "Traffic acquisition: Session source / medium",
        "Tuincentrum Wilgenhof",
        "wilgenhof.example - GA4",
        first,
        last,
        [
            "Session source / medium",
            "Date",
            "Sessions",
            "Engaged sessions",
            "Event count",
            "Key events",
            "Total revenue",
        ],
        records,
    )


def campaigns(date):
    season = SEASON[date.month] / 100
    running = [("WH | Winkelbezoek | regio 25 km", 1700 * season)]
    if date.month in (3, 4, 5, 9, 10, 11):
        running.append(('WH | Seizoen | "nu planten"', 1700 * season))
    if date.day >= 24:
        running.append(("WH | Klantendag & acties", 1700 * season))
    return running


def followers():
    random = Stream("wilgenhof/followers")
    counts, records, gained = {"instagram": 6120, "facebook": 8890}, [], {}
    level = weekly_levels("wilgenhof/followers/weeks", FIRST, LAST, 0.55)
    for date in days(FIRST, LAST):
        for platform, mean in (("instagram", 5.2), ("facebook", 1.1)):
            new = random.poisson(mean * level[week(date)])
            lost = random.poisson(mean * 0.45)
            counts[platform] += new - lost
            gained[platform, date] = new
            records.append((date, platform, counts[platform]))
    return records, gained


def costs():
    random = Stream("wilgenhof/costs")
    records = []
    weeks = sorted({week(d) for d in days(FIRST, LAST)})
    for monday in weeks[1:]:
        for platform, mean in (("instagram", 430), ("facebook", 390)):
            hours = max(100, round(mean * random.lognormal(0.16) / 25) * 25)
            records.append(
                [iso_week(monday), "content en community", "hours", decimals(hours, 100, 2), "", platform]
            )
        records.append(
            [
                iso_week(monday),
                "overleg en rapportage",
                "hours",
                decimals(random.between(3, 7) * 25, 100, 2),
                "",
                "",
            ]
        )
    months = sorted({d.replace(day=1) for d in days(FIRST, LAST)})
    for month in months:
        records.append([f"{month:%Y-%m}", "planningstool", "tools", "", "49.00", ""])
        if month.month in (3, 9, 11):
            records.append(
                [f"{month:%Y-%m}", "fotograaf", "production", "", money(random.between(38, 62) * 1000), ""]
            )
    return plain_csv(
        own_formats.COSTS,
        records,
        "Uren per ISO-week uit onze urenstaat; bedrag leeg = uren x uurtarief.\n"
        "Advertenties staan hier niet: die komen uit de export van Meta Ads.",
    )


def conversations():
    inbox = Inbox(
        Stream("wilgenhof/conversations"),
        [("instagram", 5), ("facebook", 4)],
        [("question", 62), ("complaint", 9), ("compliment", 12), ("order", 11), ("other", 6)],
        [("service", 9), ("sales", 6), ("product", 8), ("hr", 2), ("management", 1)],
        handed_over=0.35,
        machine=0.3,
        hours=2.2,
        until=dt.datetime.combine(LAST, dt.time(17)),
    )
    records = inbox.messages(
        days(LOGGED_SINCE, LAST - dt.timedelta(1)), lambda d: 2.6 * SEASON[d.month] / 100
    )
    records.sort()
    return plain_csv(own_formats.CONVERSATIONS, records)


def audience(month="2026-10"):
    ages = [
        ("18-24", 43, 18),
        ("25-34", 142, 51),
        ("35-44", 187, 74),
        ("45-54", 176, 69),
        ("55-64", 121, 52),
        ("65+", 45, 22),
    ]
    return meta_audience(
        [
            (
                "Age & gender",
                [["", "Women", "Men"], *[[a, decimals(w, 10, 1), decimals(m, 10, 1)] for a, w, m in ages]],
            ),
            (
                "Top cities",
                [
                    [
                        "Apeldoorn, Netherlands",
                        "Deventer, Netherlands",
                        "Zutphen, Netherlands",
                        "Vaassen, Netherlands",
                    ],
                    ["21.4", "9.8", "6.1", "4.7"],
                ],
            ),
            ("Top countries", [["Netherlands", "Belgium", "Germany"], ["94.2", "2.9", "1.1"]]),
        ]
    )


def exports():
    everything = posts()
    files = {}
    year, summer, now = (
        (day("2024-08-01"), day("2025-09-30")),
        (day("2025-07-01"), day("2026-01-05")),
        (day("2025-10-01"), LAST),
    )
    collaborations = []
    random = Stream("wilgenhof/collaborations")
    for at in (dt.datetime(2026, 10, 9, 12, 5), dt.datetime(2026, 5, 22, 19, 0)):
        together = Post(
            "instagram",
            at,
            "carousel",
            "Samen met @tuincentrumwilgenhof: van stek tot border in één seizoen 🌾\n\n"
            "Alles op de foto's is op onze eigen grond gekweekt.\n\n#vasteplanten #kwekerij #samenwerking",
        )
        together.reach, together.views, together.likes, together.comments, together.shares, together.saves = (
            5210,
            8044,
            402,
            31,
            22,
            57,
        )
        identify(together, random)
        collaborations.append((together, PARTNER))
    for (first, last), number in (
        (year, 1146802937715520),
        (summer, 1290557410386612),
        (now, 1396269028466733),
    ):
        late = last == LAST
        files["instagram/" + meta.file_name(first, last, number)] = meta.instagram(
            everything,
            INSTAGRAM,
            first,
            last,
            last + dt.timedelta(4),
            others=collaborations if late else (),
            error_id="18042910077316528" if late else None,
            order=None if late else [*range(13), 13, 14, 16, 17, 15],
        )
        files["facebook/" + meta.file_name(first, last, number + 48_211_305_177)] = meta.facebook(
            everything,
            FACEBOOK,
            first,
            last,
            last + dt.timedelta(4),
            error_id="1302276491204418" if late else None,
            columns=None if late else 27,
        )
    files["ads/Wilgenhof-campagnes-1-okt-2025-31-okt-2026.csv"], paid = meta.ads(
        Stream("wilgenhof/ads"), days(*now), campaigns
    )
    series = {"instagram": {}, "facebook": {}}
    for one in everything:
        spread(one, series[one.platform], one.views)
    counts, gained = followers()
    random = Stream("wilgenhof/daily")
    dates = days(*now)
    views, reach = {}, {}
    for platform, share in (("instagram", 60), ("facebook", 40)):
        for date in dates:
            views[platform, date] = (
                series[platform].get(date, 0) + paid.get(date, 0) * share // 100 + random.between(40, 160)
            )
            reach[platform, date] = views[platform, date] * random.between(52, 66) // 100
    for platform, name in (("instagram", "Instagram"), ("facebook", "Facebook")):
        files[f"{platform}/Views.csv"] = meta_daily("Views", [(d, views[platform, d]) for d in dates])
        files[f"{platform}/Reach.csv"] = meta_daily(f"{name} reach", [(d, reach[platform, d]) for d in dates])
    # Instagram leaves out the days without new followers.
    files["instagram/Follows.csv"] = meta_daily(
        "Instagram follows", [(d, gained["instagram", d]) for d in dates if gained["instagram", d]]
    )
    files["instagram/Visits.csv"] = meta_daily(
        "Instagram profile visits", [(d, random.poisson(46)) for d in dates]
    )
    files["facebook/Visits.csv"] = meta_daily("Facebook visits", [(d, random.poisson(21)) for d in dates])
    files["instagram/Audience.csv"] = audience()
    files["data-export.csv"] = traffic(day("2024-08-01"), day("2025-10-31"))
    files["data-export (1).csv"] = traffic(day("2025-11-01"), LAST)
    files["volgers.csv"] = own_formats.followers(counts)
    files["postlog.csv"] = own_formats.post_log(
        [p for p in everything if p.day >= LOGGED_SINCE],
        comment="Bijgehouden sinds oktober 2025. Leeg = onbekend, none = bewust niets gedaan.",
    )
    files["kosten.csv"] = costs()
    files["gesprekken.csv"] = conversations()
    return files

"""The Harbour House: a seaside hotel that reports in English, on Instagram, Facebook, X and YouTube.

What is in it on purpose: mixed answers. Three in four impressions are paid; X is the platform that may lag behind;
automated posts do a little worse and tags a little good, neither for certain; shared posts reach no more people than
others; one conversation in seven needs a colleague; hours are missing for some weeks. On 17 October 2026 the boiler
fails and messages pour in. Two weeks of August are missing from a series, eleven days of April from X, and one file
was saved by Excel.
"""

import datetime as dt

from . import meta, own_formats, x
from .captions import Copywriter
from .chance import Stream
from .clock import MONTHS, day, days, iso_week, week
from .conversations import Inbox
from .hotel_texts import CRISIS, DISHES, GENERAL_TAGS, HANDLES, PLACES, REPLIES, TOPICS, VIDEO_TITLES
from .meta import Account
from .posts import Post, identify, moments, so_far, split, spread
from .writing import decimals, ga4, lines_csv, meta_daily, money, plain_csv, saved_by_excel

FIRST, LAST = day("2025-10-01"), day("2026-10-31")
INSTAGRAM = Account("17841408812660537", "The Harbour House", "theharbourhouse.nl")
FACEBOOK = Account("100081265703318", "The Harbour House Hotel")
HANDLE = "harbourhousenl"
HOURS = [(7, 8), (8, 10), (11, 8), (12, 6), (16, 9), (17, 10), (19, 8), (21, 5), (22, 3)]
PAGES = {"facebook": "theharbourhousehotel", "x": HANDLE}
# platform: posts a month, typical reach, spread, engagement, spread, parts
PLATFORMS = {
    "instagram": (12, 1500, 0.17, 0.041, 0.30, [("likes", 80), ("comments", 7), ("shares", 7), ("saves", 6)]),
    "facebook": (9, 1150, 0.17, 0.030, 0.30, [("likes", 80), ("comments", 11), ("shares", 9)]),
    "x": (10, 620, 0.40, 0.022, 0.42, [("likes", 70), ("comments", 12), ("shares", 14), ("saves", 4)]),
    "youtube": (3, 480, 0.45, 0.035, 0.35, [("likes", 82), ("comments", 12), ("shares", 6)]),
}
FORMATS = {
    "instagram": [("image", 4), ("carousel", 3), ("reel", 4)],
    "facebook": [("image", 6), ("reel", 2), ("link", 3)],
    "x": [("text", 3), ("image", 3), ("link", 2)],
    "youtube": [("video", 1)],
}
MONTH_NAMES = "January February March April May June July August September October November December".split()
GAP = days("2026-08-10", "2026-08-23")


def posts():
    random = Stream("harbour/posts")
    writer = Copywriter(Stream("harbour/captions"), TOPICS, GENERAL_TAGS)
    made, titles = [], []
    for month in sorted({d.replace(day=1) for d in days(FIRST, LAST)}):
        dates = [d for d in days(month, min(LAST, month + dt.timedelta(31))) if d.month == month.month]
        for platform, (mean, reach, spread_, rate, noise, parts) in PLATFORMS.items():
            for at in moments(random, dates, mean + random.between(0, 1), HOURS):
                topic = writer.topic(at.month)
                tags = random.weighted(
                    [(0, 3), (1, 4), (2, 4), (3, 3), (5, 2)]
                    if platform != "youtube"
                    else [(0, 2), (1, 1), (2, 1)]
                )
                form = random.weighted(FORMATS[platform])
                if platform == "youtube":
                    titles = titles or random.shuffled(VIDEO_TITLES)
                    text = titles.pop().format(
                        month=MONTH_NAMES[at.month - 1],
                        dish=random.one_of(DISHES),
                        place=random.one_of(PLACES),
                    )
                    text += writer.tagged(topic, tags).replace("\n", " ").replace(".", "").replace("  ", " ")
                else:
                    text = writer.text(topic, tags)
                    if platform == "x" and form == "link":
                        text += f" https://t.co/{random.bits():016x}"[:26]
                one = Post(platform, at, form, text, tags, topic.name)
                one.automated, one.score = random.chance(0.35), random.weighted(
                    [(2, 2), (3, 4), (4, 6), (5, 3)]
                )
                one.distribution = (
                    random.one_of([("colleagues",), ("newsletter",), ("partner",)])
                    if random.chance(0.48)
                    else ()
                )
                one.boosted = platform in ("instagram", "facebook") and random.chance(0.05)
                one.department = random.weighted([("marketing", 6), ("reception", 2), ("kitchen", 2)])
                one.seconds = (
                    random.between(8, 45)
                    if form == "reel"
                    else random.between(14, 190) if form == "video" else 0
                )
                one.reach = max(
                    25,
                    round(
                        reach
                        * random.lognormal(spread_)
                        * (2.6 if one.boosted else 1)
                        * (0.94 if one.distribution else 1)
                    ),
                )
                one.views = one.reach * random.between(115, 150) // 100
                rate_ = rate * (1 + 0.075 * tags) * (0.93 if one.automated else 1) * random.lognormal(noise)
                for name, count in split(round(one.reach * rate_), parts, random).items():
                    setattr(one, name, count)
                if platform == "facebook":
                    one.other_clicks, one.link_clicks = random.poisson(16), (
                        random.poisson(13) if form == "link" else 0
                    )
                elif platform == "x":
                    one.link_clicks = random.poisson(6) if form == "link" else 0
                made.append(one)
    for text, at, reach in zip(
        CRISIS, ("2026-10-17T10:20", "2026-10-17T14:05", "2026-10-18T18:40"), (9800, 5200, 4100)
    ):
        for platform in ("facebook", "x"):
            one = Post(
                platform,
                dt.datetime.fromisoformat(at),
                "text",
                text,
                0,
                "service",
                score=3,
                department="management",
            )
            one.reach, one.views = reach, reach * 14 // 10
            one.likes, one.comments, one.shares = reach // 140, reach // 75, reach // 160
            made.append(one)
    made.sort(key=lambda p: (p.at, p.platform))
    for one in made:
        identify(one, random, PAGES.get(one.platform, ""))
    return made


def replies(dates):
    """Replies to others are records of X's export too."""
    random = Stream("harbour/replies")
    made = []
    for at in moments(random, dates, 60, HOURS):
        one = Post("x", at, "text", random.one_of(REPLIES).format(who=random.one_of(HANDLES)))
        one.reach = random.between(12, 160)
        one.likes = random.below(3)
        identify(one, random, HANDLE)
        made.append(one)
    return made


def campaigns(date):
    high = date.month in (4, 5, 6, 7, 8) or date.weekday() in (2, 3)
    running = [("HH | Direct bookings | NL+BE+DE", 3700 if high else 2900)]
    if date.day % 28 < 14:
        running.append(('HH | Midweek offer "3=2"', 2900))
    return running


def winter_campaign(date):
    """A campaign of its own account, so large that hardly anything else was seen that winter."""
    return [('HH | Winter by the sea "-20%"', 26000)]


def levels():
    random = Stream("harbour/weeks")
    return {monday: random.lognormal(0.42) for monday in sorted({week(d) for d in days(FIRST, LAST)})}


def traffic(level):
    random = Stream("harbour/traffic")
    sources = [
        ("google / organic", 84, 1.1, 61),
        ("(direct) / (none)", 46, 0.8, 58),
        ("l.instagram.com / referral", 17, 0.26, 55),
        ("m.facebook.com / referral", 13, 0.22, 50),
        ("facebook / paid", 38, 0.10, 31),
        ("t.co / referral", 6, 0.13, 44),
        ("youtube.com / referral", 3, 0.05, 66),
        ("newsletter / email", 8, 0.3, 70),
    ]
    records = []
    for date in days(FIRST, LAST):
        for source, visits, orders, held in sources:
            social = source.split("/")[0].strip() not in ("google", "(direct)", "newsletter")
            wave = level[week(date)] if social else 1.0
            sessions = random.poisson(visits * wave * random.lognormal(0.1))
            if not sessions:
                continue
            pull = 1 + (wave - 1) * 0.42
            booked = min(sessions, random.poisson(orders * max(0.2, pull)))
            engaged = max(booked, sessions * held // 100)
            revenue = sum(random.between(118, 342) * 100 for _ in range(booked))
            records.append(
                [
                    source,
                    f"{date:%Y%m%d}",
                    sessions,
                    engaged,
                    sessions * random.between(33, 58) // 10,
                    booked,
                    decimals(revenue, 100, 2),
                ]
            )
    records.sort(key=lambda r: -r[2])
    return ga4(
        "Traffic acquisition: Session source / medium",
        "The Harbour House",
        "theharbourhouse.example - GA4",
        FIRST,
        LAST,
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


def followers(level):
    random = Stream("harbour/followers")
    counts, records = {"instagram": 5240, "facebook": 3980, "x": 1710, "youtube": 640}, []
    for date in days(FIRST, LAST):
        for platform, mean in (("instagram", 3.4), ("facebook", 0.9), ("x", 0.5), ("youtube", 0.4)):
            pull = 1 + (level[week(date)] - 1) * 0.5
            counts[platform] += random.poisson(mean * pull) - random.poisson(mean * 0.4)
            if date not in GAP:
                records.append((date, platform, counts[platform]))
    return own_formats.followers(records, "No readings from 10 to 23 August 2026: nobody was in.")


def conversations():
    inbox = Inbox(
        Stream("harbour/conversations"),
        [("facebook", 4), ("instagram", 4), ("x", 2)],
        [("question", 58), ("complaint", 10), ("compliment", 16), ("order", 10), ("other", 6)],
        [("reception", 6), ("service", 4), ("management", 3), ("hr", 1), ("press", 1)],
        handed_over=0.16,
        machine=0.12,
        hours=1.6,
        until=dt.datetime.combine(LAST, dt.time(18)),
    )
    records = inbox.messages(days(FIRST, LAST - dt.timedelta(1)), lambda d: 1.9)
    inbox.platforms = [("x", 5), ("facebook", 4), ("instagram", 1)]
    for date, count in (("2026-10-17", 97), ("2026-10-18", 58), ("2026-10-19", 17)):
        for _ in range(count):
            kind = inbox.random.weighted([("complaint", 8), ("question", 2)])
            records.append(
                inbox.message(
                    day(date), kind, "negative" if kind == "complaint" else None, hours=5, answered=0.83
                )
            )
    records.sort()
    return plain_csv(own_formats.CONVERSATIONS, records)


def costs():
    random = Stream("harbour/costs")
    records = []
    for monday in sorted({week(d) for d in days(FIRST, LAST)})[1:]:
        # Not logged in holidays and in some other weeks: unknown, not none.
        if (monday - FIRST).days // 7 % 5 == 3 or monday.month == 8:
            continue
        records.append(
            [
                iso_week(monday),
                "content and community",
                "hours",
                decimals(random.between(20, 38) * 25, 100, 2),
                "",
                "",
            ]
        )
    for month in sorted({d.replace(day=1) for d in days(FIRST, LAST)}):
        records.append([f"{month:%Y-%m}", "scheduling tool", "tools", "", "79.00", ""])
        if month.month in (4, 9):
            records.append([f"{month:%Y-%m}", "film day", "production", "", money(118000), ""])
    return plain_csv(
        own_formats.COSTS,
        records,
        "Hours per ISO week as far as logged. Advertising: see the export of Meta Ads.",
    )


def youtube(everything):
    """The Total record is more than the sum: limited data are withheld from the records."""
    random = Stream("harbour/youtube")
    header = [
        "Content",
        "Video title",
        "Video publish time",
        "Duration",
        "Views",
        "Watch time (hours)",
        "Subscribers",
        "Impressions",
        "Impressions click-through rate (%)",
        "Likes",
        "Comments added",
        "Shares",
    ]
    records, series = [], {}
    for one in everything:
        if one.platform != "youtube":
            continue
        views, shown = so_far(one.views, (LAST - one.day).days), one.views * random.between(210, 480) // 100
        watched = views * one.seconds * random.between(35, 62) // 100
        published = one.moment.date()
        records.append(
            [
                one.id,
                one.text,
                f"{MONTHS[published.month - 1]} {published.day}, {published.year}",
                one.seconds,
                views,
                decimals(watched, 3600, 4),
                random.below(4) - (1 if random.chance(0.1) else 0),
                shown,
                decimals(random.between(140, 690), 100, 2),
                one.likes,
                one.comments,
                one.shares,
            ]
        )
        spread(one, series, views)
    records.sort(key=lambda r: -r[4])
    total = [
        "Total",
        "",
        "",
        "",
        sum(r[4] for r in records) + 161,
        "71.2264",
        sum(r[6] for r in records) + 23,
        sum(r[7] for r in records) + 2040,
        "3.38",
        sum(r[9] for r in records) + 4,
        sum(r[10] for r in records),
        sum(r[11] for r in records),
    ]
    dates = [(d.isoformat(), series.get(d, 0)) for d in days(FIRST, LAST)]
    return lines_csv(header, [total, *records], end="\n"), lines_csv(["Date", "Views"], dates, end="\n")


def through_excel(everything):
    """The first quarter as somebody saved it: ids rounded, zeros lost; only the permalink still tells a post."""
    header = meta.INSTAGRAM["en"]
    records = []
    for one in everything:
        if one.platform == "instagram" and day("2026-01-02") <= one.moment.date() <= day("2026-03-30"):
            record = meta.instagram_record(one, INSTAGRAM, "en", max(0, (day("2026-03-31") - one.day).days))
            record[0] = f"{one.id[0]}.{(int(one.id[1:7]) + 5) // 10:05d}E+16"
            record[1] = "1.78414E+16"
            date, time = record[6].split()
            record[6] = "/".join(str(int(part)) for part in date.split("/")) + " " + time.removeprefix("0")
            records.append(record)
    return saved_by_excel(header, records)


def exports():
    everything = posts()
    level = levels()
    dates = days(FIRST, LAST)
    advertisements, paid = meta.ads(Stream("harbour/ads"), dates, campaigns, click_share=0.009)
    snow, seen = meta.ads(
        Stream("harbour/winter"), days("2025-12-01", "2026-03-08"), winter_campaign, click_share=0.003
    )
    series = {"instagram": {}, "facebook": {}}
    for one in everything:
        if one.platform in series:
            spread(one, series[one.platform], one.views)
    random = Stream("harbour/daily")
    views = {
        (p, d): series[p].get(d, 0) + (paid[d] + seen.get(d, 0)) // 2 + random.between(20, 90)
        for p in series
        for d in dates
    }
    with_replies = sorted(everything + replies(dates), key=lambda p: p.moment)
    on_x = [p for p in with_replies if p.platform == "x"]
    winter, summer = (FIRST, day("2026-03-31")), (day("2026-04-12"), LAST)
    half = {
        period: [p for p in on_x if period[0] <= p.moment.date() <= period[1]] for period in (winter, summer)
    }
    table, totals = youtube(everything)
    quarter = days("2026-08-01", LAST)
    return {
        "instagram/"
        + meta.file_name(FIRST, LAST, 1396269028502218): meta.instagram(
            everything, INSTAGRAM, FIRST, LAST, LAST + dt.timedelta(4), order=[*range(13), 13, 17, 14, 16, 15]
        ),
        "instagram/instagram Q1 cleaned up.csv": through_excel(everything),
        "facebook/"
        + meta.file_name(FIRST, LAST, 1396269028502377): meta.facebook(
            everything, FACEBOOK, FIRST, LAST, LAST + dt.timedelta(4), error_id="122113940518044871"
        ),
        "instagram/Views.csv": meta_daily("Views", [(d, views["instagram", d]) for d in dates]),
        "facebook/Views.csv": meta_daily("Views", [(d, views["facebook", d]) for d in dates if d not in GAP]),
        "facebook/Reach.csv": meta_daily(
            "Facebook reach", [(d, views["facebook", d] * 6 // 10) for d in dates if d not in GAP]
        ),
        f"x/account_analytics_content_{winter[0]}_{winter[1]}.csv": x.content(
            Stream("harbour/x/1"), half[winter], HANDLE, deleted=3
        ),
        f"x/account_analytics_content_{summer[0]}_{summer[1]}.csv": x.content(
            Stream("harbour/x/2"), half[summer], HANDLE, deleted=2
        ),
        "x/account_overview_analytics.csv": x.overview(Stream("harbour/x/days"), quarter, on_x),
        "youtube/Content 2025-10-01_2026-11-01 The Harbour House/Table data.csv": table,
        "youtube/Content 2025-10-01_2026-11-01 The Harbour House/Totals.csv": totals,
        "ads/Harbour-House-campaigns-Oct-1-2025-Oct-31-2026.csv": advertisements,
        "ads/Harbour-House-winter-Dec-1-2025-Mar-8-2026.csv": snow,
        "data-export.csv": traffic(level),
        "followers.csv": followers(level),
        "post log.csv": own_formats.post_log(everything),
        "costs.csv": costs(),
        "conversations.csv": conversations(),
    }

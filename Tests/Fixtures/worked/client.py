#!/usr/bin/env python3
"""A whole small client, every figure of whose ledger is computed here, apart from the program.

Writes `client.json` beside itself: the records of an invented client and, by key, each number of the ledger with
its limits, from the definitions of REPORT.md 3 and 4. Needs numpy and scipy; the numbers in the file were made with
numpy 2.4.6 and scipy 1.17.1. Run it again after changing the client:

    python3 Tests/Fixtures/worked/client.py
"""

import datetime as dt
import json
import math
import pathlib
import random
import statistics

import numpy as np
from scipy import stats

from methods import (
    detrended,
    hodges_lehmann,
    jackknife,
    quasi_poisson,
    stratified_correlation,
    wilson,
)

SOURCE = random.Random(2026)
PLATFORMS = ["instagram", "facebook"]
FIRST = dt.date(2026, 3, 30)  # a Monday
LAST = dt.date(2026, 10, 31)
DAYS = [FIRST + dt.timedelta(i) for i in range((LAST - FIRST).days + 1)]
WEEKS = [FIRST + dt.timedelta(7 * i) for i in range(30)]  # Mondays; the last week ends on 25 October
WINDOW = WEEKS[-13:]
BEFORE = WEEKS[-26:-13]
RATE = 80  # euros an hour
VALUE = 30  # euros a conversion
WORDS = ["tuin", "herfst", "planten", "zaden", "gazon", "vijver"]


def week_of(day):
    return day - dt.timedelta(day.weekday())


def month_days(year, month):
    return [d for d in DAYS if (d.year, d.month) == (year, month)]


# The client.

posts = []
for week in WEEKS + [dt.date(2026, 10, 26)]:
    for platform in PLATFORMS:
        for index in range(SOURCE.randint(2, 6) if platform == "instagram" else SOURCE.randint(1, 4)):
            day = week + dt.timedelta(index)
            tags = SOURCE.randint(0, 4)
            reach = SOURCE.randint(700, 1600)
            posts.append(
                {
                    "platform": platform,
                    "day": day.isoformat(),
                    "reach": reach,
                    "impressions": reach + SOURCE.randint(50, 600),
                    "reactions": SOURCE.randint(20, 80),
                    "comments": SOURCE.randint(0, 12),
                    "shares": SOURCE.randint(0, 9),
                    "saves": SOURCE.randint(0, 15),
                    "clicks": SOURCE.randint(5, 40),
                    "tags": SOURCE.sample(WORDS, tags),
                    "automated": SOURCE.random() < 0.4,
                    "distributed": SOURCE.random() < 0.5,
                    "department": SOURCE.choice(["service", "sales", None]),
                }
            )

followers = {p: {} for p in PLATFORMS}
for platform, count in (("instagram", 4000), ("facebook", 2500)):
    for monday in WEEKS + [dt.date(2026, 10, 26)]:
        followers[platform][(monday - dt.timedelta(1)).isoformat()] = count
        count += SOURCE.randint(-5, 60)

traffic = []
busyness = {week: SOURCE.uniform(0.4, 1.8) for week in WEEKS + [dt.date(2026, 10, 26)]}
for day in DAYS:
    for platform in PLATFORMS:
        sessions = round(SOURCE.randint(20, 60) * busyness[week_of(day)])
        traffic.append(
            {
                "day": day.isoformat(),
                "platform": platform,
                "sessions": sessions,
                "engaged": SOURCE.randint(5, sessions),
                "conversions": SOURCE.randint(0, 4) if platform == "instagram" else SOURCE.randint(0, 1),
            }
        )

costs = []
for week in WEEKS + [dt.date(2026, 10, 26)]:
    for platform in PLATFORMS:
        costs.append(
            {
                "from": week.isoformat(),
                "to": min(LAST, week + dt.timedelta(6)).isoformat(),
                "kind": "hours",
                "hundredths": SOURCE.randint(10, 36) * 25,
                "platform": platform,
            }
        )
ads = [
    {
        "day": week.isoformat(),
        "impressions": SOURCE.randint(300, 1500),
        "clicks": SOURCE.randint(5, 50),
        "cents": SOURCE.randint(2000, 9000),
    }
    for week in WEEKS + [dt.date(2026, 10, 26)]
]
conversations = []
for day in DAYS:
    for index in range(SOURCE.randint(0, 3)):
        over = SOURCE.random() < 0.35
        conversations.append(
            {
                "day": day.isoformat(),
                "second": 30_000 + 3000 * index,
                "wait": SOURCE.choice([None] + list(range(600, 90_000, 700))) if SOURCE.random() < 0.9 else None,
                "machine": SOURCE.random() < 0.25,
                "over": over,
                "department": SOURCE.choice(["service", "sales", "hr"]) if over else "social",
            }
        )

# What the ledger must say.

figures = {}


def put(key, value, low=None, high=None):
    figures[key] = [float(value)] if low is None else [float(value), float(low), float(high)]


def in_weeks(records, weeks):
    return [r for r in records if week_of(dt.date.fromisoformat(r["day"])) in weeks]


def in_month(records, month):
    return [r for r in records if dt.date.fromisoformat(r["day"]).month == month]


def interactions(chosen):
    return sum(p["reactions"] + p["comments"] + p["shares"] for p in chosen)


def engagements(post):
    return post["reactions"] + post["comments"] + post["shares"] + post["saves"]


def median_interval(values):
    ordered, n = sorted(values), len(values)
    rank = max(
        (r for r in range(1, n // 2 + 1) if 1 - 2 * stats.binom.cdf(r - 1, n, 0.5) >= 0.95), default=None
    )
    middle = statistics.median(ordered)
    return (middle, ordered[rank - 1], ordered[n - rank]) if rank else (middle,)


def garwood(count):
    return stats.chi2.ppf(0.025, 2 * count) / 2, stats.chi2.ppf(0.975, 2 * count + 2) / 2


def follower_count(platform, day):
    known = {dt.date.fromisoformat(d): c for d, c in followers[platform].items()}
    newest = max(d for d in known if d <= day)
    return known[newest] if (day - newest).days <= 6 else None


def by_week(records, value, weeks, platform=None):
    return [
        sum(value(r) for r in in_weeks(records, [w]) if platform in (None, r.get("platform"))) for w in weeks
    ]


# Key results: no goals, so the five that are known first.
months = range(4, 11)
results = {
    "interactions": lambda m: interactions(in_month(posts, m)),
    "conversions": lambda m: sum(t["conversions"] for t in in_month(traffic, m)),
    "sessions": lambda m: sum(t["sessions"] for t in in_month(traffic, m)),
    "followers": lambda m: sum(
        follower_count(p, max(d for d in DAYS if d.month == m)) for p in PLATFORMS
    ),
    "impressions": lambda m: sum(p["impressions"] for p in in_month(posts, m)),
}
for name, value in results.items():
    put(f"results.{name}", value(10))
    # Followers are counted before the first whole month too.
    known = list(months) if name != "followers" else [3, *months]
    for month in known[:-1]:
        put(f"results.{name}.month.2026-{month:02}", value(month))
    put(f"results.{name}.months", len(known))
    put(f"results.{name}.change-on-month", value(10) / value(9) - 1)
# Six earlier changes in followers: enough to say where the next value falls.
known = [results["followers"](m) for m in (3, *months)]
changes = np.diff(np.log(known[:-1]))
distance = stats.t.ppf(0.975, 5) * changes.std(ddof=1) * math.sqrt(1 + 1 / 6)
put(
    "results.followers.change-on-month.expected",
    *(known[-2] * math.exp(changes.mean() + d) for d in (0, -distance, distance)),
)
for name in ("conversions", "sessions"):
    ratios = [[] for _ in range(7)]
    for week in WEEKS:
        daily = [
            sum(t[name] for t in traffic if t["day"] == (week + dt.timedelta(i)).isoformat()) for i in range(7)
        ]
        for i in range(7):
            ratios[i].append(daily[i] / (sum(daily) / 7))
    factors = [statistics.median(r) for r in ratios]
    factors = [f * 7 / sum(factors) for f in factors]

    def adjusted(month):
        return results[name](month) * 30.436875 / sum(factors[d.weekday()] for d in month_days(2026, month))

    put(f"results.{name}.change-on-month.adjusted", adjusted(10) / adjusted(9) - 1)

# 1: followers and conversions by week.
change = [
    sum(follower_count(p, w + dt.timedelta(6)) - follower_count(p, w - dt.timedelta(1)) for p in PLATFORMS)
    for w in WEEKS
]
conversions = by_week(traffic, lambda t: t["conversions"], WEEKS)
put("m1.relation", *detrended(list(range(30)), change, conversions))
put("m1.weeks", 30)
rho, low, high = figures["m1.relation"]
# Mixed: how many weeks more until the interval is on one side of a threshold, if that is within a year.
now, allowed = (high - rho, 0.5 - rho) if rho < 0.5 else (rho - low, rho)
if high >= 0.5 and not (low > 0 and rho >= 0.5) and now > allowed > 0:
    needed = math.ceil(30 * (now / allowed) ** 2)
    if needed <= 52:
        put("m1.weeks-needed", needed - 30)


def per_thousand(month):
    return 1000 * results["interactions"](month) / results["followers"](month)


put("m1.interactions-per-thousand", per_thousand(10))
put("m1.interactions-per-thousand-change", per_thousand(10) / per_thousand(9) - 1)
put("m1.interactions-goal", per_thousand(10) * 1.1)

# 2: organic and paid impressions; what an organic post reached.
window_posts, earlier_posts = in_weeks(posts, WINDOW), in_weeks(posts, BEFORE)
organic = by_week(posts, lambda p: p["impressions"], WINDOW)
paid = by_week(ads, lambda a: a["impressions"], WINDOW)
share = jackknife(
    lambda units: sum(paid[i] for i in units) / sum(paid[i] + organic[i] for i in units), 13, 0.95, "logit"
)
put("m2.paid-share", *share)
put("m2.organic-share", 1 - share[0], 1 - share[2], 1 - share[1])
put("m2.impressions", sum(paid) + sum(organic))
put("m2.weeks", 13)
put("m2.reach-per-post", *median_interval([p["reach"] for p in window_posts]))
shift = hodges_lehmann(
    [
        tuple([math.log(p["reach"]) for p in chosen if p["platform"] == platform] for chosen in (earlier_posts, window_posts))
        for platform in PLATFORMS
    ]
)
put("m2.reach-change", *(math.exp(v) - 1 for v in shift))
counts = [len(in_weeks(posts, [w])) for w in WINDOW]
low, high = np.quantile(counts, [1 / 3, 2 / 3])
quiet = in_weeks(posts, [w for w, c in zip(WINDOW, counts) if c <= low])
busy = in_weeks(posts, [w for w, c in zip(WINDOW, counts) if c >= high])
shift = hodges_lehmann(
    [
        tuple([math.log(p["reach"]) for p in chosen if p["platform"] == platform] for chosen in (quiet, busy))
        for platform in PLATFORMS
    ]
)
put("m2.reach-in-busy-weeks", *(math.exp(v) for v in shift))
put("m2.reach-per-post-quiet", statistics.median(p["reach"] for p in quiet))
put("m2.reach-per-post-busy", statistics.median(p["reach"] for p in busy))


def top_fifth(values):
    ordered = sorted(values)
    lorenz = np.concatenate([[0], np.cumsum(ordered) / sum(ordered)])
    n = len(ordered)
    gini = sum((2 * (i + 1) - n - 1) * v for i, v in enumerate(ordered)) / (n * sum(ordered)) * n / (n - 1)
    return 1 - np.quantile(lorenz, 0.8), gini


put("m2.top-share", top_fifth([p["impressions"] for p in window_posts])[0])
for month in months:
    o, p = results["impressions"](month), sum(a["impressions"] for a in in_month(ads, month))
    put(f"m2.2026-{month:02}.organic", o)
    put(f"m2.2026-{month:02}.paid", p)
    put(f"m2.2026-{month:02}.total", o + p)
put("m2.months", len(months))

# 3: conversions against hours by platform.
hours = {
    p: [
        sum(c["hundredths"] for c in costs if c["from"] == w.isoformat() and c["platform"] == p) / 100
        for w in WINDOW
    ]
    for p in PLATFORMS
}
won = {p: by_week(traffic, lambda t: t["conversions"], WINDOW, p) for p in PLATFORMS}
for p in PLATFORMS:

    def part(values, units):
        return sum(values[p][i] for i in units) / sum(values[q][i] for q in PLATFORMS for i in units)

    put(f"m3.platform.{p}.effort-share", part(hours, range(13)))
    put(f"m3.platform.{p}.result-share", part(won, range(13)))
    put(f"m3.platform.{p}.rate", sum(won[p]) / sum(hours[p]))
    put(
        f"m3.platform.{p}.quotient",
        *jackknife(lambda units: part(won, units) / part(hours, units), 13, 0.975, "log"),
    )
put("m3.herfindahl", sum((sum(won[p]) / sum(map(sum, won.values()))) ** 2 for p in PLATFORMS))
put("m3.weeks", 13)
put("m3.platforms", 2)
last = min(PLATFORMS, key=lambda p: figures[f"m3.platform.{p}.quotient"][0])
if figures[f"m3.platform.{last}.quotient"][2] < 0.5:
    put("m3.hours-to-move", round(sum(hours[last]) / (91 / 30.436875) / 2))

# 4: automated against by hand.


def log_rates(platform, automated):
    return [
        math.log((engagements(p) + 0.5) / p["reach"])
        for p in window_posts
        if p["platform"] == platform and p["automated"] == automated
    ]


strata = {p: (log_rates(p, False), log_rates(p, True)) for p in PLATFORMS}
ratio = hodges_lehmann(list(strata.values()))
put("m4.ratio", *map(math.exp, ratio))
put("m4.difference", math.exp(ratio[0]) - 1)
for p in PLATFORMS:
    put(f"m4.platform.{p}.ratio", *map(math.exp, hodges_lehmann([strata[p]])))
put("m4.automated-posts", sum(len(s[1]) for s in strata.values()))
put("m4.posts-by-hand", sum(len(s[0]) for s in strata.values()))
put("m4.posts", len(window_posts))
if math.exp(ratio[2]) < 1:
    put("m4.automated-on-platform", max(len(s[1]) for s in strata.values()))
for name, automated in (("automated", True), ("by-hand", False)):
    put(
        f"m4.comments-{name}",
        *median_interval([p["comments"] for p in window_posts if p["automated"] == automated]),
    )
window_talks = in_weeks(conversations, WINDOW)
answered = [c for c in window_talks if c["wait"] is not None]
put("m4.machine-share", *wilson(sum(c["machine"] for c in answered), len(answered)))
put("m4.machine-answer-time", 5 if sum(c["machine"] for c in answered) >= 6 else None)

# 5: number of hashtags and engagement.
put(
    "m5.relation",
    *stratified_correlation(
        [
            (
                [len(p["tags"]) for p in window_posts if p["platform"] == platform],
                [(engagements(p) + 0.5) / p["reach"] for p in window_posts if p["platform"] == platform],
            )
            for platform in PLATFORMS
        ]
    ),
)
for platform in PLATFORMS:
    own = [p for p in window_posts if p["platform"] == platform]
    x, y = [len(p["tags"]) for p in own], [(engagements(p) + 0.5) / p["reach"] for p in own]
    put(f"m5.platform.{platform}.relation", *stratified_correlation([(x, y)]))
put("m5.posts", len(window_posts))
tags = sum(len(p["tags"]) for p in window_posts)
put("m5.hashtags", tags)
put("m5.hashtags-per-post", statistics.median(len(p["tags"]) for p in window_posts))
# Every tag is one of six unlike words, and no text explains any.
put("m5.look-alike-share", 0)
put("m5.unexplained-share", 1)
put("m5.sentence-tags", 0)
put("m5.generic-tags", 0)
put("m5.stuffing.0", sum(not p["tags"] for p in window_posts))
put("m5.stuffing.1", sum(bool(p["tags"]) for p in window_posts))
for score in (2, 3, 4):
    put(f"m5.stuffing.{score}", 0)

# 6: conversions on sessions; rates by platform; the month's split.
sessions = by_week(traffic, lambda t: t["sessions"], WEEKS)
slope = quasi_poisson(conversions, sessions)
put("m6.elasticity", *slope)
put("m6.effect", *(1.1**v - 1 for v in slope))
put("m6.weeks", 30)
for p in PLATFORMS:
    visits, got = (sum(t[k] for t in in_weeks(traffic, WINDOW) if t["platform"] == p) for k in ("sessions", "conversions"))
    other = [t for t in in_weeks(traffic, WINDOW) if t["platform"] != p]
    put(f"m6.platform.{p}.sessions", visits)
    put(f"m6.platform.{p}.conversion-rate", got / visits, *(v / visits for v in garwood(got)))
    put(f"m6.platform.{p}.other-rate", sum(t["conversions"] for t in other) / sum(t["sessions"] for t in other))
s0, s1 = results["sessions"](9), results["sessions"](10)
c0, c1 = results["conversions"](9), results["conversions"](10)
put("m6.split.visits", s1 / s0 - 1)
put("m6.split.rate", (c1 / s1) / (c0 / s0) - 1)

# 7: what it cost and what it brought.


def cost_of(days):
    chosen = set(days)
    work = advertising = hundredths = 0
    for c in costs:
        whole = [dt.date.fromisoformat(c["from"]) + dt.timedelta(i) for i in range(7)]
        whole = [d for d in whole if d <= dt.date.fromisoformat(c["to"])]
        inside = sum(d in chosen for d in whole)
        own = math.floor(c["hundredths"] * inside / len(whole) + 0.5)
        hundredths += own
        work += math.floor(own * RATE + 0.5)
    for a in ads:
        advertising += a["cents"] if dt.date.fromisoformat(a["day"]) in chosen else 0
    return hundredths / 100, work / 100, advertising / 100


window_days = [w + dt.timedelta(i) for w in WINDOW for i in range(7)]
used, work, advertising = cost_of(window_days)
total = work + advertising
put("m7.cost", total)
put("m7.hours", used)
put("m7.advertising", advertising)
put("m7.work-share", work / total)
events = sum(sum(v) for v in won.values())
low, high = garwood(events)
put("m7.cost-per-conversion", total / events, total / high, total / low)
put("m7.value", VALUE * events)
put("m7.return", VALUE * events / total, VALUE * low / total, VALUE * high / total)
put("m7.break-even", math.ceil(total / VALUE))
put("m7.conversion-value", VALUE)
for p in PLATFORMS:
    spent, low, high = sum(hours[p]) * RATE, *garwood(sum(won[p]))
    put(f"m7.platform.{p}.cost-per-result", spent / sum(won[p]), spent / high, spent / low)
stacked = [3, *months]
for month in stacked:
    _, work, advertising = cost_of(month_days(2026, month))
    put(f"m7.2026-{month:02}.hours", work)
    put(f"m7.2026-{month:02}.advertising", advertising)
    put(f"m7.2026-{month:02}.tools", 0)
    put(f"m7.2026-{month:02}.total", work + advertising)
put("m7.months", len(stacked))

# 8: good posts with and without distribution.
groups, good_count = {}, 0
for platform in PLATFORMS:
    own = [p for p in window_posts if p["platform"] == platform]
    depth = [(p["comments"] + p["shares"] + p["saves"]) / p["reach"] for p in own]
    limit = np.quantile(depth, 2 / 3)
    good = [p for p, d in zip(own, depth) if d > limit]
    good_count += len(good)
    groups[platform] = tuple([math.log(p["reach"]) for p in good if p["distributed"] == flag] for flag in (False, True))
put("m8.good-posts", good_count)
put("m8.posts-with", sum(len(g[1]) for g in groups.values()))
put("m8.posts-without", sum(len(g[0]) for g in groups.values()))
put("m8.ratio", *map(math.exp, hodges_lehmann(list(groups.values()))))
for platform in PLATFORMS:
    put(f"m8.platform.{platform}.ratio", *map(math.exp, hodges_lehmann([groups[platform]])))
top, gini = top_fifth([engagements(p) for p in window_posts])
put("m8.top-share", top)
put("m8.gini", gini)

# 9: conversations.
over = [c for c in window_talks if c["over"]]
own = wilson(len(window_talks) - len(over), len(window_talks))
put("m9.own-share", *own)
put("m9.handed-over-share", 1 - own[0], 1 - own[2], 1 - own[1])
put("m9.handed-over", len(over))
put("m9.conversations", len(window_talks))
put("m9.unanswered", sum(c["wait"] is None for c in window_talks))
put("m9.answered", len(answered) / len(window_talks))
put("m1.answered", len(answered) / len(window_talks))
for name in ("service", "sales", "hr"):
    put(f"m9.department.{name}", sum(c["department"] == name for c in over))


def moment(c):
    midnight = dt.datetime.combine(dt.date.fromisoformat(c["day"]), dt.time())
    return (midnight - dt.datetime(1970, 1, 1)).total_seconds() + c["second"]


END = max(moment(c) + (c["wait"] or 0) for c in conversations)


def median_wait(chosen):
    """Seconds after which half have an answer, by Kaplan and Meier."""
    times = sorted((c["wait"] if c["wait"] is not None else END - moment(c), c["wait"] is not None) for c in chosen)
    survival, at_risk = 1.0, len(times)
    for time in sorted({t for t, event in times if event}):
        at_risk = sum(t >= time for t, _ in times)
        survival *= 1 - sum(t == time and e for t, e in times) / at_risk
        if survival <= 0.5 + 1e-9:
            return time


put("m9.median-answer-time", median_wait(window_talks))
put("m9.median-answer-time-handed-over", median_wait(over))
put("m9.median-answer-time-own", median_wait([c for c in window_talks if not c["over"]]))
put("m4.human-answer-time", median_wait(window_talks))
put("m9.shared-by-colleagues", *wilson(sum(p["distributed"] for p in window_posts), len(window_posts)))
put("m9.contributors", 2)

# The funnels, with weeks as units.


def rate(counts, before):
    scale = "logit" if all(c <= b for c, b in zip(counts, before)) else "log"
    return jackknife(
        lambda units: sum(counts[i] for i in units) / sum(before[i] for i in units), 13, 0.95, scale
    )


steps = {
    "impressions": [o + p for o, p in zip(organic, paid)],
    "clicks": [
        o + a for o, a in zip(by_week(posts, lambda p: p["clicks"], WINDOW), by_week(ads, lambda a: a["clicks"], WINDOW))
    ],
    "sessions": by_week(traffic, lambda t: t["sessions"], WINDOW),
    "engaged-sessions": by_week(traffic, lambda t: t["engaged"], WINDOW),
    "conversions": by_week(traffic, lambda t: t["conversions"], WINDOW),
}
names = list(steps)
for index, name in enumerate(names):
    put(f"funnel.commercial.{name}", sum(steps[name]))
    if index:
        put(f"funnel.commercial.{name}.rate", *rate(steps[name], steps[names[index - 1]]))
weekly = by_week(posts, lambda p: p["reactions"] + p["comments"] + p["shares"], WINDOW)
talks = by_week(conversations, lambda c: 1, WINDOW)
put("funnel.brand.reach", statistics.median(p["reach"] for p in window_posts))
put("funnel.brand.interactions", sum(weekly))
put(
    "funnel.brand.interactions.rate",
    *median_interval([(engagements(p) + 0.5) / p["reach"] for p in window_posts]),
)
put("funnel.brand.conversations", sum(talks))
put("funnel.brand.conversations.rate", *rate(talks, weekly))
put("funnel.brand.new-followers", sum(change[-13:]))

# Charts by week.
for index, week in enumerate(WEEKS):
    year, number, _ = week.isocalendar()
    name = f"{year}-w{number:02}"
    put(f"m1.{name}.followers", change[index])
    put(f"m1.{name}.results", conversions[index])
    put(f"m6.{name}.sessions", sessions[index])
    put(f"m6.{name}.conversions", conversions[index])

# Charts with a dot a post, and the table that they share. Posts are numbered by day and platform.
numbered = sorted(posts, key=lambda p: (p["day"], p["platform"]))
typical = {
    platform: statistics.median(
        (engagements(p) + 0.5) / p["reach"] for p in window_posts if p["platform"] == platform
    )
    for platform in PLATFORMS
}
for platform in PLATFORMS:
    put(f"posts.{platform}", sum(p["platform"] == platform for p in window_posts))
for number, post in enumerate(numbered, 1):
    if post not in window_posts:
        continue
    put(f"post.{number}.reach", post["reach"])
    put(f"post.{number}.rate", (engagements(post) + 0.5) / post["reach"])
    put(f"post.{number}.quality", 1000 * (post["comments"] + post["shares"] + post["saves"]) / post["reach"])
    put(f"post.{number}.tags", len(post["tags"]))
middle = in_weeks(posts, [w for w, c in zip(WINDOW, counts) if np.quantile(counts, 1 / 3) < c < np.quantile(counts, 2 / 3)])
for name, chosen in (("few", quiet), ("middle", middle), ("many", busy)):
    if chosen:
        put(f"m2.pace.{name}.median", *median_interval([p["reach"] for p in chosen]))
put("m2.posts-with-reach", len(window_posts))
for platform in PLATFORMS:
    for name, logs in zip(("by-hand", "automated"), strata[platform]):
        put(f"m4.{platform}.{name}.median", *median_interval([math.exp(v) for v in logs]))
for first, last in ((0, 0), (1, 2), (3, 5), (6, 10), (11, math.inf)):
    multiples = [
        (engagements(p) + 0.5) / p["reach"] / typical[p["platform"]]
        for p in window_posts
        if first <= len(p["tags"]) <= last
    ]
    if multiples:
        put(f"m5.tags-from-{first}.median", *median_interval(multiples))
put("m5.posts-of-window", len(window_posts))
uses = {w: sum(w in p["tags"] for p in window_posts) for w in WORDS}
ranked = sorted((w for w in WORDS if uses[w] >= 5), key=lambda w: (-uses[w], w))
for number, word in enumerate(ranked, 1):
    put(f"m5.tag.{number}.posts", uses[word])
    put(f"m5.tag.{number}.unexplained", uses[word])
together = {}
for post in window_posts:
    for i, one in enumerate(sorted(post["tags"])):
        for other in sorted(post["tags"])[i + 1 :]:
            known = together.setdefault((one, other), [0, 0])
            known[0] += 1
            known[1] += len(post["tags"]) > 2
put(
    "m5.unrelated-share",
    sum(third for number, third in together.values() if number == 1) / sum(third for _, third in together.values()),
)
put("m8.posts-shown", len(window_posts))
put(
    "m8.median-quality",
    statistics.median(1000 * (p["comments"] + p["shares"] + p["saves"]) / p["reach"] for p in window_posts),
)
put("m8.median-reach", statistics.median(p["reach"] for p in window_posts))


def waiting(chosen, hours):
    """The part that still waits after so many hours, by Kaplan and Meier."""
    times = [(c["wait"] if c["wait"] is not None else END - moment(c), c["wait"] is not None) for c in chosen]
    survival = 1.0
    for time in sorted({t for t, event in times if event and t <= hours * 3600}):
        survival *= 1 - sum(t == time and e for t, e in times) / sum(t >= time for t, _ in times)
    return survival


def ninetieth_wait(chosen):
    for seconds in sorted({c["wait"] for c in chosen if c["wait"] is not None}):
        if waiting(chosen, seconds / 3600) <= 0.1 + 1e-9:
            return seconds


for name, chosen in (("own", [c for c in window_talks if not c["over"]]), ("handed-over", over)):
    for hours in (4, 24, 72):
        put(f"m9.waiting.{name}.{hours}", waiting(chosen, hours))
    put(f"m9.waiting.{name}.median", median_wait(chosen))
    if ninetieth_wait(chosen):
        put(f"m9.waiting.{name}.ninetieth", ninetieth_wait(chosen))
for weekday in range(7):
    for block in range(8):
        put(
            f"m9.arrivals.{weekday + 1}.{3 * block}",
            sum(
                dt.date.fromisoformat(c["day"]).weekday() == weekday and c["second"] // 10_800 == block
                for c in window_talks
            ),
        )
put("m9.messages", len(window_talks))

given = {
    "posts": posts,
    "followers": followers,
    "traffic": traffic,
    "costs": costs,
    "ads": ads,
    "conversations": conversations,
    "rate": RATE,
    "value": VALUE,
    "from": FIRST.isoformat(),
    "to": LAST.isoformat(),
}
target = pathlib.Path(__file__).with_suffix(".json")
target.write_text(json.dumps({"input": given, "figures": figures}, separators=(",", ":")) + "\n")

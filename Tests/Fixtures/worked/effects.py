#!/usr/bin/env python3
"""Small clients whose effects are computed here, apart from the program.

Writes `effects.json` beside itself: for each belief some cases with their input, and the estimate and
interval that the formulas of REPORT.md 3.2 give. Needs numpy and scipy; the numbers in the file were
made with numpy 2.4.6 and scipy 1.17.1. Run it again after changing a case:

    python3 Tests/Fixtures/worked/effects.py
"""

import json
import math
import pathlib
import random

from scipy import stats

from methods import (
    detrended,
    hodges_lehmann,
    jackknife,
    quasi_poisson,
    stratified_correlation,
    wilson,
)


def numbers(seed, count, low, high):
    """Invented whole numbers; the same for the same seed."""
    source = random.Random(seed)
    return [source.randint(low, high) for _ in range(count)]


# Cases. What `expected` holds is the effect as the verdict rule sees it: high agrees with the belief.

cases = []


def case(belief, name, given, effect, figures):
    """`figures` says what the ledger prints, each from the effect; one that falls turns the limits."""
    printed = {}
    for key, function in figures.items():
        value, *limits = (float(function(e)) for e in effect)
        printed[key] = [value, *sorted(limits)]
    cases.append(
        {
            "belief": belief,
            "name": name,
            "input": given,
            "effect": [float(e) for e in effect],
            "figures": printed,
        }
    )


def same(effect):
    return effect


# 1: weekly follower change and interactions; null is a week outside the exports.
for name, seed, count, gap, share in [
    ("half a year", 1, 26, None, 0.8),
    ("a year with a gap", 2, 52, 20, 0.3),
    ("thirteen weeks", 3, 13, None, 0.0),
]:
    changes = numbers(seed, count, -5, 40)
    noise = numbers(seed + 100, count, 20, 70)
    results = [round(share * c + (1 - share) * r) + i for i, (c, r) in enumerate(zip(changes, noise))]
    if gap:
        results[gap] = None
    weeks = [i for i in range(count) if results[i] is not None]
    case(
        "m1",
        name,
        {"changes": changes, "results": results},
        detrended(weeks, [changes[i] for i in weeks], [results[i] for i in weeks]),
        {"m1.relation": same},
    )

# 2: organic and paid impressions by week.
for name, seed, low, high in [("a third", 11, 200, 900), ("most", 12, 3000, 9000)]:
    organic, paid = numbers(seed, 13, 800, 1600), numbers(seed + 100, 13, low, high)
    case(
        "m2",
        name,
        {"organic": organic, "paid": paid},
        jackknife(
            lambda units: sum(paid[i] for i in units)
            / sum(paid[i] + organic[i] for i in units),
            13,
            0.95,
            "logit",
        ),
        {"m2.paid-share": same, "m2.organic-share": lambda e: 1 - e},
    )

# 3: interactions and hours by platform and week; the lowest quotient counts.
for name, seed, low, high in [("one lags", 21, 1, 9), ("both do", 22, 20, 60)]:
    results = {
        "instagram": numbers(seed, 13, 30, 60),
        "facebook": numbers(seed + 100, 13, low, high),
    }
    hours = {
        "instagram": numbers(seed + 200, 13, 3, 8),
        "facebook": numbers(seed + 300, 13, 3, 8),
    }

    def quotient(platform):
        def share(values, units):
            return sum(values[platform][i] for i in units) / sum(
                values[p][i] for p in values for i in units
            )

        return jackknife(
            lambda units: share(results, units) / share(hours, units), 13, 0.975, "log"
        )

    lowest = min(results, key=lambda p: quotient(p)[0])
    case(
        "m3",
        name,
        {"results": results, "hours": hours},
        quotient(lowest),
        {f"m3.platform.{lowest}.quotient": same},
    )

# 4: engagements at a reach of each post's own, by hand and automated.
for name, seed, low, high in [("half", 31, 10, 50), ("alike", 32, 40, 90)]:
    strata = {}
    for offset, platform in enumerate(["instagram", "facebook"]):
        strata[platform] = {
            "human": list(zip(numbers(seed + offset, 14, 40, 90), numbers(seed + 10 + offset, 14, 900, 1400))),
            "automated": list(
                zip(numbers(seed + 20 + offset, 9 + offset, low, high), numbers(seed + 30 + offset, 9 + offset, 900, 1400))
            ),
        }

    def rates(posts):
        return [math.log((e + 0.5) / r) for e, r in posts]

    case(
        "m4",
        name,
        strata,
        hodges_lehmann([(rates(s["human"]), rates(s["automated"])) for s in strata.values()]),
        {"m4.ratio": math.exp},
    )

# 5: number of hashtags and engagements at a reach of each post's own.
for name, seed, step in [("more with more", 41, 9), ("no relation", 42, 0)]:
    strata = {}
    for offset, platform in enumerate(["instagram", "facebook"]):
        tags = numbers(seed + offset, 20, 0, 6)
        noise = numbers(seed + 10 + offset, 20, 30, 80)
        strata[platform] = [
            (t, e + step * t, r)
            for t, e, r in zip(tags, noise, numbers(seed + 20 + offset, 20, 900, 1400))
        ]
    case(
        "m5",
        name,
        strata,
        stratified_correlation(
            [([t for t, _, _ in s], [(e + 0.5) / r for _, e, r in s]) for s in strata.values()]
        ),
        {"m5.relation": same},
    )

# 6: visits and conversions by week.
for name, seed, share in [("together", 51, 0.05), ("apart", 52, 0.0)]:
    sessions = numbers(seed, 26, 150, 600)
    conversions = [
        round(share * s) + c for s, c in zip(sessions, numbers(seed + 100, 26, 2, 12))
    ]
    case(
        "m6",
        name,
        {"sessions": sessions, "conversions": conversions},
        quasi_poisson(conversions, sessions),
        {"m6.elasticity": same, "m6.effect": lambda e: 1.1**e - 1},
    )

# 8: reach of good posts with and without distribution; the effect is turned.
for name, seed, factor in [("doubles", 81, 2), ("adds little", 82, 1)]:
    strata = {}
    for offset, platform in enumerate(["instagram", "facebook"]):
        strata[platform] = {
            "with": [factor * r for r in numbers(seed + offset, 8, 700, 1500)],
            "without": numbers(seed + 10 + offset, 11, 700, 1500),
        }
    estimate, low, high = hodges_lehmann(
        [
            ([math.log(r) for r in s["without"]], [math.log(r) for r in s["with"]])
            for s in strata.values()
        ]
    )
    case(
        "m8", name, strata, (-estimate, -high, -low), {"m8.ratio": lambda e: math.exp(-e)}
    )

# 9: conversations, and how many of them needed somebody else.
for total, handed_over in [(47, 13), (200, 6), (31, 0)]:
    case(
        "m9",
        f"{handed_over} of {total}",
        {"conversations": total, "handed_over": handed_over},
        wilson(total - handed_over, total),
        {"m9.own-share": same, "m9.handed-over-share": lambda e: 1 - e},
    )

# 7: hours by week at 80 an hour, a tool by month, spend by week; conversions by week.
hours, spend = numbers(71, 13, 2, 9), numbers(72, 13, 20, 90)
conversions = numbers(73, 13, 3, 9)
# The window of October 2026 runs from 27 July to 25 October; a month counts for its days inside.
tool = [round(6200 * 5 / 31), 6200, 6200, round(6200 * 25 / 31)]
total = sum(hours) * 80 + sum(spend) + sum(tool) / 100
events = sum(conversions)
cases.append(
    {
        "belief": "m7",
        "name": "hours, a tool and advertising",
        "input": {"hours": hours, "spend": spend, "conversions": conversions, "tool": 62},
        "effect": [-1, -1, -1],
        "figures": {
            "m7.cost": [total],
            "m7.hours": [sum(hours)],
            "m7.advertising": [sum(spend)],
            "m7.work-share": [sum(hours) * 80 / total],
            "m7.cost-per-conversion": [
                total / events,
                total / (stats.chi2.ppf(0.975, 2 * events + 2) / 2),
                total / (stats.chi2.ppf(0.025, 2 * events) / 2),
            ],
        },
    }
)

target = pathlib.Path(__file__).with_suffix(".json")
target.write_text("[\n" + ",\n".join(map(json.dumps, cases)) + "\n]\n")

"""Bakkerij Roggeveld: one baker, one Instagram account, about four posts a month; nothing is advertised, nothing is billed.

On purpose there is too little of nearly everything: followers are noted since the end of August only, eighteen messages
in a year, no web shop, no posts at all in the summer holidays of 2026.
"""

import datetime as dt

from . import meta, own_formats
from .captions import Copywriter, Topic
from .chance import Stream
from .clock import day, days
from .conversations import Inbox
from .meta import Account
from .posts import Post, identify, moments, split
from .writing import plain_csv

FIRST, LAST = day("2025-10-01"), day("2026-10-31")
ACCOUNT = Account("17841460218837754", "Bakkerij Roggeveld 🥖", "bakkerijroggeveld")
HOURS = [(5, 3), (6, 5), (7, 4), (12, 2), (16, 3), (19, 2)]

TOPICS = [
    Topic(
        "brood",
        ["Vanmorgen om 4 uur:", "Net uit de oven:", "Desem heeft tijd nodig.", "Goedemorgen 🥖"],
        [
            "rogge-spelt met 36 uur rust en verder niks.",
            "het Zeeuws bruin is terug, en hoe. 😋",
            "de korst kraakt, de kruim is nog warm.",
            "ons meel komt van tien kilometer verderop.",
        ],
        ["Tot straks aan de toonbank!", "Op is op.", "Wie haalt 'm vandaag? 🙋", "Di t/m za vanaf 7.30 uur."],
        ["brood", "desem", "desembrood", "bakker", "versbrood", "ambacht"],
        weight=3,
    ),
    Topic(
        "zoet",
        ["Zaterdag = taartdag 🍰", "Vers in de vitrine:", "Zoals oma het deed:", "Voor bij de koffie:"],
        [
            "bolussen, nog plakkerig van de suiker.",
            "appelflappen met Goudreinet & een snuf kaneel.",
            "speculaas uit de plank van 1922.",
            '"mag ik er twee?" Natuurlijk mag dat.',
        ],
        ["Bestellen kan tot vrijdag 12.00 uur.", "Smakelijk!", "Deel met wie dit verdient ❤️"],
        ["bolus", "gebak", "taart", "speculaas", "bakkerij", "lekker"],
        weight=2,
    ),
    Topic(
        "winkel",
        [""],
        [
            "Even wat anders: de winkelbel heet vanaf nu officieel Truus.",
            "Wij zijn er morgen niet, de oven krijgt nieuwe stenen.",
            "Dank jullie wel! Vijftien jaar Roggeveld, en jullie kwamen allemaal langs.",
            "Hulp gezocht voor de zaterdag: om vijf uur beginnen, om elf uur klaar & een brood mee naar huis.",
            "De wekker staat hier op 2.45 uur. Ook op je verjaardag.",
        ],
        ["Groet van Sjoerd en Anneke", "Tot dinsdag!", ""],
        ["bakkerij", "dorp", "lokaal", "ambacht"],
    ),
]
SPECIALS = ['Gevraagd aan de toonbank: "Is dat brood glutenvrij?"\n\nNee mevrouw. Maar wel heel gezellig. <3']


def posts():
    random = Stream("roggeveld/posts")
    writer = Copywriter(
        Stream("roggeveld/captions"), TOPICS, ["bakkerijroggeveld", "zeeland", "ambachtelijk"], SPECIALS
    )
    made = []
    for month in sorted({d.replace(day=1) for d in days(FIRST, LAST)}):
        if month == day("2026-08-01"):
            continue
        dates = [
            d
            for d in days(month, min(LAST, month + dt.timedelta(31)))
            if d.month == month.month and d.weekday() != 6
        ]
        for at in moments(random, dates, random.between(3, 5), HOURS):
            topic = writer.topic(at.month)
            form = random.weighted([("image", 6), ("carousel", 1), ("reel", 2)])
            tags = random.weighted([(0, 2), (2, 3), (3, 3), (5, 2)])
            one = Post("instagram", at, form, writer.text(topic, tags), tags, topic.name)
            one.seconds = random.between(8, 30) if form == "reel" else 0
            one.automated, one.distribution = random.chance(0.15), (
                ("colleagues",) if random.chance(0.3) else ()
            )
            one.reach = max(30, round(290 * random.lognormal(0.4)))
            one.views = one.reach * random.between(115, 150) // 100
            parts = split(
                round(one.reach * 0.075 * random.lognormal(0.35)),
                [("likes", 84), ("comments", 9), ("shares", 4), ("saves", 3)],
                random,
            )
            for name, count in parts.items():
                setattr(one, name, count)
            made.append(one)
    for one in made:
        identify(one, random)
    return made


def exports():
    everything = posts()
    random = Stream("roggeveld/own")
    count, followers = 871, []
    for date in days("2026-08-24", LAST):
        if date.weekday() == 0:
            followers.append((date, "instagram", count))
            count += random.between(-1, 5)
    inbox = Inbox(
        random,
        [("instagram", 1)],
        [("question", 6), ("order", 4), ("compliment", 3)],
        [("sales", 1)],
        0.2,
        hours=5,
        until=dt.datetime.combine(LAST, dt.time(17)),
    )
    messages = sorted(inbox.message(random.one_of(days(FIRST, day("2026-10-29")))) for _ in range(18))
    months = sorted({d.replace(day=1) for d in days("2026-02-01", LAST)})
    return {
        meta.file_name(FIRST, LAST, 1396269028470918): meta.instagram(
            everything, ACCOUNT, FIRST, LAST, LAST + dt.timedelta(4)
        ),
        "volgers.csv": own_formats.followers(
            followers, "Elke maandagochtend afgelezen uit de app, begonnen op 24 augustus."
        ),
        "postlog.csv": own_formats.post_log(everything),
        "kosten.csv": plain_csv(
            own_formats.COSTS,
            [[f"{m:%Y-%m}", "alles", "hours", "0", "0", "instagram"] for m in months],
            "Sjoerd plaatst zelf en rekent zijn tijd niet; wij doen dit rapport om niet.\n0 = bevestigd, geen uren en geen kosten.",
        ),
        "gesprekken.csv": plain_csv(own_formats.CONVERSATIONS, messages),
    }

"""Museum De Vuurbaak: Instagram and a little Facebook, with Dutch labels; no advertising, and half of the files missing.

On purpose: nearly every post has the same three hashtags (no contrast), Facebook has too few posts to compare with,
too few ticket orders for a relation with visits, and no followers, costs, post log or conversations at all.
"""

import datetime as dt

from . import meta
from .captions import Copywriter, Topic
from .chance import Stream
from .clock import day, days
from .meta import Account
from .posts import Post, identify, moments, split, spread
from .writing import decimals, ga4, meta_audience, meta_daily

FIRST, LAST = day("2025-10-01"), day("2026-10-31")
INSTAGRAM = Account("17841415530964128", "Museum De Vuurbaak", "museumdevuurbaak")
FACEBOOK = Account("100057721390846", "Museum De Vuurbaak")
HOURS = [(9, 8), (10, 10), (11, 8), (13, 6), (15, 6), (17, 4), (20, 3)]

TOPICS = [
    Topic(
        "collectie",
        ["Object van de week:", "Uit het depot:", "Ingezoomd 🔍", "Onlangs geschonken:"],
        [
            "een scheepskist van kamferhout, met de naam van de loods nog in het deksel.",
            "de lens van de oude toren: 412 kilo glas, geslepen in Parijs.",
            "een schoolplaat waarop de dijk nog recht is.",
            "het logboek van 1 februari 1953. De bladzijde is leeg.",
            "een borduurlap van een meisje van elf; de laatste rij maakte ze nooit af.",
            'dit bordje hing boven de deur van het Zeemanshuis: "Tap < 1 uur gesloten".',
        ],
        [
            "Te zien op de eerste verdieping.",
            "Weet jij waar het voor diende? 👇",
            "Inv.nr. volgt, de conservator zoekt nog.",
            "Bekijk de hele kist in de online collectie.",
        ],
        [],
        weight=4,
    ),
    Topic(
        "tentoonstelling",
        ["Nu te zien:", "In de grote zaal:", '"Licht!", onze tentoonstelling:'],
        [
            "dertig schilders, één kustlijn.",
            "foto's van vrouwen op de visafslag, 1910 & 2026 naast elkaar.",
            "een zaal waar je alleen de zee hoort.",
            "kaarten waarop land staat dat er niet meer is.",
        ],
        [
            "Tickets via de link in bio.",
            "Museumkaart geldig, kinderen gratis.",
            "Di t/m zo, 10.00–17.00 uur.",
            "Kom je ook? 🌊",
        ],
        [],
        weight=3,
    ),
    Topic(
        "achter de schermen",
        [""],
        [
            "Sst… restauratie in uitvoering. Met een wattenstaafje en heel veel geduld: 40 cm² per dag.",
            "Verhuizing van een walviskaak: zes mensen, twee banden en één deur die net te smal was.",
            'Onze vrijwilliger Cor (82): "Ik heb dat licht nog met de hand aangestoken".',
            "Maandag = dicht, maar niet stil. Nieuwe lampen in zaal 3, zelfde schaduwen.",
            "Hoe stof je een model af met 1.200 touwtjes? Met een blaasbalg & ingehouden adem.",
            "De vitrine is leeg, de wand is gewit, de schilder is doof voor vragen. Nog negen dagen.",
        ],
        [
            "Wordt vervolgd.",
            "Zelf vrijwilliger worden? Bel ons gerust ☎️",
            "Met dank aan het restauratiefonds.",
        ],
        [],
        weight=2,
    ),
    Topic(
        "gezin",
        ["Vakantie in het museum 🔦", "Speurtocht!", "Voor wie 6 tot 12 is (of zich zo voelt):"],
        [
            "knoop je eigen net & ontdek wie de lens stal.",
            "slaapfeestje in de toren, neem je zaklamp mee.",
            "maak een vuurtoren van karton die écht knippert.",
        ],
        ["Reserveren hoeft niet.", "Vol = vol.", "Meer op devuurbaak.example/gezin"],
        [],
        months=(10, 12, 2, 4, 5, 7, 8),
        weight=2,
    ),
]
SPECIALS = [
    'Een bezoeker liet een briefje achter in het gastenboek:\n\nالبحر لا ينسى\n\n"De zee vergeet niet." Wij ook niet. 🕯️',
    'Vraag: "Is dat een échte mijn?"\nAntwoord: ja.\nVraag: "Is-ie ontploft?"\nAntwoord: … 🤨',
    "1 + 1 < 3, behalve bij onze familiekaart: twee volwassenen & alle kinderen voor € 19.",
]
TAGS = ["DeVuurbaak", "museum", "zeeland"]


def posts():
    random = Stream("vuurbaak/posts")
    writer = Copywriter(Stream("vuurbaak/captions"), TOPICS, (), SPECIALS)
    made = []
    for month in sorted({d.replace(day=1) for d in days(FIRST, LAST)}):
        dates = [d for d in days(month, min(LAST, month + dt.timedelta(31))) if d.month == month.month]
        for platform, count in (("instagram", random.between(12, 14)), ("facebook", 2)):
            for at in moments(random, dates, count, HOURS):
                topic = writer.topic(at.month)
                form = random.weighted(
                    [("image", 5), ("carousel", 4), ("reel", 2)]
                    if platform == "instagram"
                    else [("image", 3), ("link", 2)]
                )
                tags = 3 if random.chance(0.91) else random.between(1, 2)
                one = Post(platform, at, form, writer.text(topic, 0), tags, topic.name)
                one.text += "\n\n" + " ".join("#" + t for t in TAGS[:tags])
                one.seconds = random.between(12, 75) if form == "reel" else 0
                one.reach = max(
                    40, round((1350 if platform == "instagram" else 900) * random.lognormal(0.42))
                )
                one.views = one.reach * random.between(120, 170) // 100
                parts = (
                    [("likes", 80), ("comments", 5), ("shares", 9), ("saves", 6)]
                    if platform == "instagram"
                    else [("likes", 82), ("comments", 8), ("shares", 10)]
                )
                for name, n in split(
                    round(one.reach * 0.052 * random.lognormal(0.33)), parts, random
                ).items():
                    setattr(one, name, n)
                if platform == "facebook":
                    one.other_clicks, one.link_clicks = random.poisson(14), (
                        random.poisson(11) if form == "link" else 0
                    )
                made.append(one)
    made.sort(key=lambda p: (p.at, p.platform))
    for one in made:
        identify(one, random, "museumdevuurbaak")
    return made


def traffic():
    random = Stream("vuurbaak/traffic")
    records = []
    for date in days(FIRST, LAST):
        holiday = 1.6 if date.month in (7, 8) else 1.0
        for source, visits, orders in (
            ("google / organic", 41, 0.02),
            ("(direct) / (none)", 15, 0.01),
            ("l.instagram.com / referral", 7, 0.018),
            ("m.facebook.com / referral", 2, 0.004),
            ("(not set)", 0.3, 0),
        ):
            sessions = random.poisson(visits * holiday * (1.3 if date.weekday() in (5, 6) else 0.9))
            if not sessions:
                continue
            bought = min(sessions, random.poisson(orders))
            held = max(bought, sessions * random.between(48, 66) // 100)
            revenue = sum(random.one_of((950, 1900, 1900, 2850)) for _ in range(bought))
            records.append(
                [
                    source,
                    f"{date:%Y%m%d}",
                    sessions,
                    held,
                    sessions * random.between(30, 52) // 10,
                    bought,
                    decimals(revenue, 100, 2),
                ]
            )
    records.sort(key=lambda r: -r[2])
    return ga4(
        "Traffic acquisition: Session source / medium",
        "Stichting De Vuurbaak",
        "devuurbaak.example",
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


def exports():
    everything = posts()
    series = {}
    for one in everything:
        if one.platform == "instagram":
            spread(one, series, one.views)
    random = Stream("vuurbaak/daily")
    dates = days(FIRST, LAST)
    spring = (FIRST, day("2026-04-30"))
    return {
        "instagram/"
        + meta.file_name(*spring, 1310448829005117): meta.instagram(
            everything, INSTAGRAM, *spring, spring[1] + dt.timedelta(3), language="nl"
        ),
        "instagram/"
        + meta.file_name(FIRST, LAST, 1396269028481604): meta.instagram(
            everything,
            INSTAGRAM,
            FIRST,
            LAST,
            LAST + dt.timedelta(4),
            language="nl",
            error_id="17996120448273905",
        ),
        "facebook/"
        + meta.file_name(FIRST, LAST, 1396269028481733): meta.facebook(
            everything, FACEBOOK, FIRST, LAST, LAST + dt.timedelta(4), language="nl"
        ),
        "instagram/Views.csv": meta_daily(
            "Views", [(d, series.get(d, 0) + random.between(20, 90)) for d in dates]
        ),
        "instagram/Reach.csv": meta_daily(
            "Instagram reach", [(d, (series.get(d, 0) + random.between(20, 60)) * 6 // 10) for d in dates]
        ),
        "instagram/Follows.csv": meta_daily("Follows", [(d, n) for d in dates if (n := random.poisson(1.4))]),
        "instagram/Audience.csv": meta_audience(
            [
                (
                    "Top countries",
                    [["Netherlands", "Belgium", "Germany", "France"], ["83.4", "7.1", "4.9", "0.8"]],
                ),
                (
                    "Age & gender",
                    [
                        ["", "Men", "Women"],
                        ["18-24", "2.1", "3.9"],
                        ["25-34", "6.4", "11.8"],
                        ["35-44", "8.7", "14.2"],
                        ["45-54", "9.6", "14.9"],
                        ["55-64", "7.3", "11.6"],
                        ["65+", "3.8", "5.7"],
                    ],
                ),
            ]
        ),
        "data-export.csv": traffic(),
    }

"""Meta Business Suite's content exports, in English and with Dutch labels."""

from .clock import english, pacific
from .posts import so_far
from .writing import decimals, meta_content

ERROR = "An error occurred while computing metadata for this post. Please try again later."

INSTAGRAM = {
    "en": [
        "Post ID",
        "Account ID",
        "Account username",
        "Account name",
        "Description",
        "Duration (sec)",
        "Publish time",
        "Permalink",
        "Post type",
        "Data comment",
        "Date",
        "Views",
        "Reach",
        "Likes",
        "Shares",
        "Follows",
        "Comments",
        "Saves",
    ],
    "nl": [
        "Bericht-ID",
        "Account-ID",
        "Gebruikersnaam account",
        "Accountnaam",
        "Omschrijving",
        "Duur (sec.)",
        "Publicatietijdstip",
        "Permalink",
        "Berichttype",
        "Data comment",
        "Datum",
        "Weergaven",
        "Bereik",
        "Vind-ik-leuks",
        "Aantal keer gedeeld",
        "Volgt",
        "Opmerkingen",
        "Aantal keer opgeslagen",
    ],
}
INSTAGRAM_TYPES = {
    "en": {"image": "IG image", "carousel": "IG carousel", "reel": "IG reel"},
    "nl": {"image": "IG-afbeelding", "carousel": "IG-carrousel", "reel": "IG-reel"},
}
FACEBOOK = {
    "en": [
        "Post ID",
        "Page ID",
        "Page name",
        "Title",
        "Description",
        "Duration (sec)",
        "Publish time",
        "Caption type",
        "Permalink",
        "Is crosspost",
        "Is share",
        "Post type",
        "Languages",
        "Custom labels",
        "Funded content status",
        "Data comment",
        "Date",
        "Views",
        "Reach",
        "Reactions, Comments and Shares",
        "Reactions",
        "Comments",
        "Shares",
        "Total clicks",
        "Link Clicks",
        "Other Clicks",
        "Matched Audience Targeting Consumption (Photo Click)",
        "Seconds viewed",
        "Average Seconds viewed",
        "Estimated earnings (USD)",
        "Ad impressions",
    ],
    "nl": [
        "Bericht-ID",
        "Pagina-ID",
        "Page name",
        "Title",
        "Description",
        "Duur (sec.)",
        "Publicatietijdstip",
        "Caption type",
        "Permalink",
        "Is crosspost",
        "Is een gedeeld bericht",
        "Berichttype",
        "Languages",
        "Custom labels",
        "Funded content status",
        "Data comment",
        "Datum",
        "Weergaven",
        "Bereik",
        "Reacties, opmerkingen en deelacties",
        "Reacties",
        "Opmerkingen",
        "Deelacties",
        "Totaal aantal klikken",
        "Klikken op link",
        "Overige klikken",
        "Consumptie overeenkomend met doelgroeptargeting (Photo Click)",
        "Seconden bekeken",
        "Average Seconds viewed",
        "Estimated earnings (USD)",
        "Ad impressions",
    ],
}
FACEBOOK_TYPES = {
    "en": {"image": "Photos", "reel": "Reels", "video": "Videos", "link": "Links", "text": "Text"},
    "nl": {"image": "Foto's", "reel": "Reels", "video": "Video's", "link": "Links", "text": "Tekst"},
}


class Account:
    """A page or account as its export names it."""

    def __init__(self, id, name, username=""):
        self.id, self.name, self.username = id, name, username


def file_name(first, last, number):
    return f"{english(first)}_{english(last)}_{number}.csv"


def in_period(posts, platform, first, last):
    """The posts that the platform counts to the period: by its own Pacific clock."""
    return [p for p in posts if p.platform == platform and first <= pacific(p.moment).date() <= last]


def instagram_record(post, account, language, age):
    follows = "" if post.follows == 0 else post.follows
    return [
        post.id,
        account.id,
        account.username,
        account.name,
        post.text,
        post.seconds,
        post.publish_time,
        post.url,
        INSTAGRAM_TYPES[language][post.format],
        "",
        "Lifetime",
        so_far(post.views, age),
        so_far(post.reach, age),
        so_far(post.likes, age),
        so_far(post.shares, age),
        follows,
        so_far(post.comments, age),
        so_far(post.saves, age),
    ]


def instagram(posts, account, first, last, exported, language="en", others=(), error_id=None, order=None):
    """`others` are (post, account): posts made together with another account. `order` moves columns."""
    records = [
        instagram_record(p, account, language, (exported - p.day).days)
        for p in reversed(in_period(posts, "instagram", first, last))
    ]
    for place, (post, other) in enumerate(others):
        records.insert(
            min(len(records), 4 + 7 * place),
            instagram_record(post, other, language, (exported - post.day).days),
        )
    if error_id:
        records.insert(
            min(len(records), 9),
            [
                error_id,
                account.id,
                account.username,
                "",
                "",
                "",
                "",
                "",
                "",
                ERROR,
                "Lifetime",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
            ],
        )
    header = INSTAGRAM[language]
    if order:
        header = [header[i] for i in order]
        records = [[r[i] for i in order] for r in records]
    return meta_content(header, records)


def facebook_record(post, page, language, age):
    video = post.format in ("reel", "video")
    reactions, comments, shares = (so_far(n, age) for n in (post.likes, post.comments, post.shares))
    links, other = so_far(post.link_clicks, age), so_far(post.other_clicks, age)
    watched = so_far(post.views, age) * post.seconds * 3 // 10 if video else 0
    average = f"{post.seconds * 290 // 1000}.{post.seconds * 290 % 1000:03d}" if video else ""
    in_title = int(post.id[-2:]) % 16 != 0
    return [
        post.id,
        page.id,
        page.name,
        post.text if in_title else "",
        "" if in_title else post.text,
        post.seconds,
        post.publish_time,
        "uploaded" if video else "N/A",
        post.url,
        0,
        0,
        FACEBOOK_TYPES[language][post.format],
        "",
        "",
        "",
        "",
        "Lifetime",
        so_far(post.views, age),
        so_far(post.reach, age),
        reactions + comments + shares,
        reactions,
        comments,
        shares,
        links + other,
        links if links else "",
        other if other else "",
        other if other and post.format == "image" else "",
        f"{watched}.{post.reach % 1000:03d}" if video else "",
        average,
        0 if video else "",
        0 if video else "",
    ]


def facebook(posts, page, first, last, exported, language="en", error_id=None, columns=None):
    records = [
        facebook_record(p, page, language, (exported - p.day).days)
        for p in in_period(posts, "facebook", first, last)
    ]
    if error_id:
        records.insert(
            min(len(records), 6),
            [error_id, page.id, "", "", "", "", "", "", "", "", "", "", "", "", "", ERROR, "Lifetime"]
            + [""] * 14,
        )
    header = FACEBOOK[language]
    if columns:
        header, records = header[:columns], [r[:columns] for r in records]
    return meta_content(header, records)


ADS = [
    "Reporting starts",
    "Reporting ends",
    "Campaign name",
    "Day",
    "Campaign delivery",
    "Results",
    "Result indicator",
    "Cost per results",
    "Amount spent (EUR)",
    "Impressions",
    "Reach",
    "Frequency",
    "CPM (cost per 1,000 impressions) (EUR)",
    "Link clicks",
    "Attribution setting",
]


def ads(random, dates, running, click_share=0.011):
    """Meta Ads by day, and the impressions of each day. `running(date)`: [(campaign, typical impressions)].

    The first record is the account's total, with a blank name and a reach far below the sum.
    """
    first, last = dates[0], dates[-1]
    records, cents, shown, paid = [], 0, 0, {}
    for date in dates:
        for name, typical in running(date):
            seen = round(typical * random.lognormal(0.22))
            spent = seen * random.between(62, 88) // 100
            reach = seen * random.between(70, 88) // 100
            clicks = random.poisson(seen * click_share)
            cents, shown = cents + spent, shown + seen
            paid[date] = paid.get(date, 0) + seen
            records.append(
                [
                    first,
                    last,
                    name,
                    date,
                    "active" if (last - date).days < 7 else "inactive",
                    clicks or "",
                    "actions:link_click" if clicks else "",
                    decimals(spent, 100 * clicks, 8) if clicks else "",
                    decimals(spent, 100, 2),
                    seen,
                    reach,
                    decimals(seen, reach, 6),
                    decimals(spent * 10, seen, 6),
                    clicks or "",
                    "7-day click or 1-day view",
                ]
            )
    total = [
        first,
        last,
        "",
        "",
        "",
        "",
        "",
        "",
        decimals(cents, 100, 2),
        shown,
        shown * 17 // 100,
        decimals(100, 17, 6),
        decimals(cents * 10, shown, 6),
        "",
        "",
    ]
    return meta_content(ADS, [total, *records]), paid

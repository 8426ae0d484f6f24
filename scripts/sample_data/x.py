"""x.com analytics: content and by day."""

from .writing import lines_csv, x_date

CONTENT = [
    "Post id",
    "Date",
    "Post text",
    "Post Link",
    "Impressions",
    "Likes",
    "Engagements",
    "Bookmarks",
    "Shares",
    "New follows",
    "Replies",
    "Reposts",
    "Profile visits",
    "Detail Expands",
    "URL Clicks",
    "Hashtag Clicks",
    "Permalink Clicks",
]
OVERVIEW = [
    "Date",
    "Impressions",
    "Likes",
    "Engagements",
    "Bookmarks",
    "Shares",
    "New follows",
    "Unfollows",
    "Replies",
    "Reposts",
    "Profile visits",
    "Create Post",
    "Video views",
    "Media views",
]


def content(random, posts, handle, deleted=0):
    """Not sorted, texts cut and with HTML entities; deleted posts have no id, date or text."""
    records = []
    for post in random.shuffled(posts):
        text = post.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        if len(text) > 300:
            text = text[:299] + "…"
        expands, visits = random.poisson(post.reach * 0.012), random.poisson(post.reach * 0.004)
        tapped = random.poisson(post.likes * 0.1)
        total = post.engagement + expands + visits + tapped + post.link_clicks
        records.append(
            [
                post.id,
                x_date(post.moment.date()),
                text,
                post.url,
                post.reach,
                post.likes,
                total,
                post.saves,
                tapped,
                1 if random.chance(0.05) else 0,
                post.comments,
                post.shares,
                visits,
                expands,
                post.link_clicks,
                0,
                0,
            ]
        )
    for _ in range(deleted):
        records.insert(
            random.below(len(records)), ["", "", "", f"https://x.com/{handle}/status/undefined", *[0] * 13]
        )
    return lines_csv(CONTENT, records)


def overview(random, dates, posts):
    """By day, newest first."""
    records = []
    for date in reversed(dates):
        today = [p for p in posts if p.moment.date() == date]
        sums = [
            sum(getattr(p, name) for p in today)
            for name in ("reach", "likes", "engagement", "saves", "comments", "shares")
        ]
        records.append(
            [
                x_date(date),
                sums[0] + random.between(10, 90),
                sums[1],
                sums[2] + random.between(0, 6),
                sums[3],
                0,
                random.poisson(0.6),
                random.poisson(0.4),
                sums[4],
                sums[5],
                random.poisson(5),
                len(today),
                0,
                0,
            ]
        )
    return lines_csv(OVERVIEW, records)

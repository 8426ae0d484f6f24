"""LinkedIn page analytics: sheets of the workbook, saved as CSV; and the page's own reading of its posts."""

from .posts import so_far
from .writing import decimals, lines_csv

POSTS_NOTE = "Engagement metrics for individual posts. Created date indicates when your post was created. All dates and times are in UTC."
METRICS_NOTE = (
    "Aggregated engagement metrics for your organic and sponsored posts over time. Date indicates when your posts were "
    "viewed by LinkedIn members. Data is delayed by up to 2 days. All dates and times are in UTC."
)
POSTS = [
    "Post title",
    "Post link",
    "Post type",
    "Campaign name",
    "Posted by",
    "Created date",
    "Campaign start date",
    "Campaign end date",
    "Audience",
    "Impressions",
    "Views",
    "Offsite Views",
    "Clicks",
    "Click through rate (CTR)",
    "Likes",
    "Comments",
    "Reposts",
    "Follows",
    "Engagement rate",
    "Content Type",
]
MEASURES = ["Clicks", "Reactions", "Comments", "Reposts"]
SIDES = ["organic", "sponsored", "total"]
METRICS = ["Date", *(f"Impressions ({side})" for side in SIDES), "Unique impressions (organic)"] + [
    f"{name} ({side})" for name in [*MEASURES, "Engagement rate"] for side in SIDES
]
FOLLOWERS = ["Date", "Sponsored followers", "Organic followers", "Auto-invited followers", "Total followers"]


def written(date):
    return f"{date:%m/%d/%Y}"


def with_note(note, header, records):
    """The note fills the first record, as wide as the header."""
    return lines_csv([note, *[""] * (len(header) - 1)], [header, *records], end="\n")


def all_posts(posts, exported):
    """Newest first. `posts`: (post, campaign or "", name of who posted)."""
    records = []
    for post, campaign, name in reversed(posts):
        age = (exported - post.day).days
        shown, clicks = so_far(post.views, age), so_far(post.link_clicks, age)
        likes, comments, reposts = (so_far(n, age) for n in (post.likes, post.comments, post.shares))
        ends = written(min(exported, post.day.replace(day=28))) if campaign else ""
        video = so_far(post.views * 3 // 10, age) if post.format == "video" else ""
        records.append(
            [
                post.text,
                post.url,
                "Sponsored" if campaign else "Organic",
                campaign,
                name,
                written(post.moment.date()),
                written(post.moment.date()) if campaign else "",
                ends,
                "" if campaign else "All followers",
                shown,
                video,
                0 if post.format == "video" else "",
                clicks,
                decimals(clicks, shown, 9),
                likes,
                comments,
                reposts,
                "",
                decimals(clicks + likes + comments + reposts, shown, 9),
                {"video": "Video", "carousel": "Document", "image": "Image"}.get(post.format, ""),
            ]
        )
    return with_note(POSTS_NOTE, POSTS, records)


def metrics(series):
    """`series`: [(date, impressions (organic, sponsored), people, {measure: (organic, sponsored)})]."""
    records = []
    for date, shown, people, parts in series:
        record = [written(date), *shown, sum(shown), people]
        for name in MEASURES:
            record += [*parts[name], sum(parts[name])]
        engaged = [sum(parts[name][side] for name in MEASURES) for side in (0, 1)]
        record += [
            decimals(engaged[0], shown[0], 9),
            decimals(engaged[1], shown[1], 9),
            decimals(sum(engaged), sum(shown), 9),
        ]
        records.append(record)
    return with_note(METRICS_NOTE, METRICS, records)


def new_followers(series):
    """`series`: [(date, sponsored, organic)]. Total followers is the day's number of new ones."""
    return lines_csv(FOLLOWERS, [[written(d), s, o, 0, s + o] for d, s, o in series], end="\n")


def breakdown(name, counts):
    return lines_csv([name, "Total followers"], counts, end="\n")

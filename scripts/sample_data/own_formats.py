"""Peil's own CSV formats: what no platform exports and somebody at the agency keeps."""

import datetime as dt

from .writing import plain_csv

POST_LOG = [
    "post",
    "authored_by",
    "boosted_from",
    "boosted_to",
    "editor_score",
    "distribution",
    "department",
    "topic",
]
FOLLOWERS = ["date", "platform", "followers"]
TRAFFIC = ["date", "platform", "sessions", "engaged_sessions", "conversions", "revenue"]
COSTS = ["month", "item", "kind", "hours", "amount", "platform"]
CONVERSATIONS = [
    "received_at",
    "answered_at",
    "first_human_answer_at",
    "platform",
    "kind",
    "answered_by_machine",
    "sentiment",
    "resolved",
    "department",
    "handed_over",
]
AUDIENCE = ["month", "platform", "dimension", "segment", "share"]


def post_log(posts, comment=""):
    """By link, but by id for X and YouTube: both occur."""
    records = []
    for post in posts:
        author = "automated" if post.automated else "human-scheduled" if post.scheduled else "human"
        boosted = ("", "")
        if post.boosted:
            boosted = (post.day + dt.timedelta(1), post.day + dt.timedelta(6))
        records.append(
            [
                post.id if post.platform in ("x", "youtube") else post.url,
                author,
                *boosted,
                post.score or "",
                "+".join(post.distribution) or "none",
                post.department,
                post.topic,
            ]
        )
    return plain_csv(POST_LOG, records, comment)


def followers(series, comment=""):
    """`series`: [(date, platform, followers)]."""
    return plain_csv(FOLLOWERS, series, comment)


def conversation(
    received, answered, human, platform, kind, machine, sentiment, resolved, department, handed_over
):
    stamp = lambda t: t.isoformat(timespec="seconds") if t else ""  # noqa: E731
    return [
        stamp(received),
        stamp(answered),
        stamp(human),
        platform,
        kind,
        "true" if machine else "false",
        sentiment,
        "true" if resolved else "false",
        department,
        "true" if handed_over else "false",
    ]

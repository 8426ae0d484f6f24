"""One post and what its platform says of it; ids as the platforms make them."""

import dataclasses
import datetime as dt

from .clock import pacific, unix_ms, utc

BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclasses.dataclass
class Post:
    platform: str
    at: dt.datetime  # Amsterdam
    format: str  # image, carousel, reel, video, link, text
    text: str
    tags: int = 0
    topic: str = ""
    department: str = ""
    automated: bool = False
    scheduled: bool = False
    boosted: bool = False
    distribution: tuple = ()
    score: int = 0
    seconds: int = 0
    reach: int = 0
    views: int = 0
    likes: int = 0
    comments: int = 0
    shares: int = 0
    saves: int = 0
    link_clicks: int = 0
    other_clicks: int = 0
    follows: int = 0
    id: str = ""
    url: str = ""

    @property
    def moment(self):
        return utc(self.at)

    @property
    def day(self):
        return self.at.date()

    @property
    def engagement(self):
        return self.likes + self.comments + self.shares + self.saves

    @property
    def publish_time(self):
        return f"{pacific(self.moment):%m/%d/%Y %H:%M}"


def instagram_code(moment, random):
    """The shortcode holds the publish time: FORMATS 0.4."""
    number = (unix_ms(moment) - 1314220021721) << 23 | random.below(1 << 23)
    code = ""
    while number:
        number, digit = divmod(number, 64)
        code = BASE64[digit] + code
    return code


def snowflake(moment, random):
    """An X status id."""
    return (unix_ms(moment) - 1288834974657 << 22) | random.below(1 << 22)


def identify(post, random, page=""):
    """Gives a post its id and permalink."""
    moment = post.moment + dt.timedelta(seconds=random.below(60))
    if post.platform == "instagram":
        kind = "reel" if post.format == "reel" else "p"
        post.id = f"18{random.below(10 ** 15):015d}"
        post.url = f"https://www.instagram.com/{kind}/{instagram_code(moment, random)}/"
    elif post.platform == "facebook":
        post.id = str(unix_ms(moment) // 1000 * 740_000 + random.below(400_000))
        if post.format in ("reel", "video"):
            post.url = f"https://www.facebook.com/reel/{post.id}/"
        else:
            post.url = f"https://www.facebook.com/{page}/posts/{post.id}"
    elif post.platform == "x":
        post.id = str(snowflake(moment, random))
        post.url = f"https://x.com/{page}/status/{post.id}"
    elif post.platform == "youtube":
        post.id = "".join(random.one_of(BASE64) for _ in range(11))
        post.url = f"https://www.youtube.com/watch?v={post.id}"
    elif post.platform == "linkedin":
        post.id = f"urn:li:activity:{unix_ms(moment) << 22 | random.below(1 << 22)}"
        post.url = f"https://www.linkedin.com/feed/update/{post.id}"


def split(total, parts, random):
    """A whole number over [(name, weight)]: each unit goes to a part by chance."""
    counts = dict.fromkeys((name for name, _ in parts), 0)
    if total > 400:
        weights = sum(weight for _, weight in parts)
        for name, weight in parts[1:]:
            counts[name] = max(0, round(total * weight / weights * random.lognormal(0.2)))
        counts[parts[0][0]] = max(0, total - sum(counts.values()))
    else:
        for _ in range(total):
            counts[random.weighted(parts)] += 1
    return counts


def so_far(value, days_old):
    """What a lifetime figure was when the post was so many days old."""
    if days_old < 0:
        return 0
    steps = [(0, 40), (1, 63), (2, 75), (4, 86), (7, 93), (14, 96), (30, 98), (90, 99), (240, 100)]
    percent = max(p for d, p in steps if days_old >= d)
    return value * percent // 100


def spread(post, series, value):
    """Adds a lifetime figure to a daily series, most of it in the first days."""
    left = value
    for offset, percent in enumerate((52, 24, 12, 7)):
        part = value * percent // 100
        series[post.day + dt.timedelta(offset)] = series.get(post.day + dt.timedelta(offset), 0) + part
        left -= part
    last = post.day + dt.timedelta(4)
    series[last] = series.get(last, 0) + left


def moments(random, dates, count, hours):
    """`count` times on different days where there are enough of them, in order."""
    chosen = random.shuffled(dates)[:count]
    while len(chosen) < count:
        chosen.append(random.one_of(dates))
    return [dt.datetime.combine(d, dt.time(random.weighted(hours), random.below(60))) for d in sorted(chosen)]

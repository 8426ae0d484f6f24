#!/usr/bin/env python3
"""Reads the sample exports with Python's csv and prints what a test expects of each.

    python3 Tests/Fixtures/exports/expected.py ../shared/exports

One line a file: path | records that are used | first day | last day | sums. Nothing of Peil is used: each
line below says in Python's own terms which records count and which columns are added.
"""

import csv
import datetime as dt
import io
import pathlib
import sys
import zoneinfo

ROOT = pathlib.Path(sys.argv[1])
AMSTERDAM, PACIFIC = zoneinfo.ZoneInfo("Europe/Amsterdam"), zoneinfo.ZoneInfo("America/Los_Angeles")
BASE64 = {c: i for i, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")}


def text(path):
    data = (ROOT / path).read_bytes()
    if data[:2] == b"\xff\xfe":
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def rows(content, delimiter=","):
    return [r for r in csv.reader(io.StringIO(content, newline=""), delimiter=delimiter) if any(r)]


def table(path, header=0, end=None, delimiter=",", unquote=False):
    content = text(path)
    if unquote:  # every line was made one field
        lines = csv.reader(io.StringIO(content, newline=""))
        content = "\n".join(",".join(r) if len(r) == 1 else ",".join(
            '"' + f.replace('"', '""') + '"' if set(f) & set('",') else f for f in r) for r in lines) + "\n"
    found = rows(content, delimiter)
    names = [n.replace("\xad", "").strip() for n in found[header]]
    return [dict(zip(names, r)) | {"": r} for r in found[header + 1 : end]]


def number(field, comma=False):
    field = (field or "").strip().rstrip("%")
    field = field.replace(".", "").replace(",", ".") if comma else field.replace(",", "")
    try:
        return float(field)
    except ValueError:
        return None


def show(path, records, days, **columns):
    comma = columns.pop("comma", False)
    sums = {}
    for name, column in columns.items():
        values = [column(r) if callable(column) else number(r.get(column), comma) for r in records]
        sums[name.replace("_", "-")] = sum(v for v in values if v is not None)
    days = [d for d in days if d]
    span = f"{min(days)} | {max(days)}" if days else "- | -"
    print(path, "|", len(records), "|", span, "|", {k: round(v, 4) for k, v in sums.items()})


def us(day):
    m, d, y = map(int, day.replace("-", "/").split("/"))
    return dt.date(y, m, d)


def iso(day):
    return dt.date.fromisoformat(day.replace("/", "-")[:10])


def amsterdam(moment, zone):
    return moment.replace(tzinfo=zone).astimezone(AMSTERDAM).date()


def from_milliseconds(ms):
    return dt.datetime.fromtimestamp(ms / 1000, dt.timezone.utc).astimezone(AMSTERDAM).date()


def instagram_day(r):
    code = r["Permalink"].rstrip("/").split("/")[-1]
    n = 0
    for c in code:
        n = n * 64 + BASE64[c]
    return from_milliseconds((n >> 23) + 1314220021721)


def spelled(day):
    return dt.datetime.strptime(day, "%b %d, %Y").date()


def yearless(found, last_year):
    """Walks backwards from the last record."""
    days, year, previous = [], last_year, None
    for r in reversed(found):
        day = dt.datetime.strptime(r["Date"] + f" {year}", "%B %d %Y").date()
        if previous and day > previous:
            year -= 1
            day = day.replace(year=year)
        previous = day
        days.append(day)
    return days[::-1]


# Advertising
t = [r for r in table("ads/google/Campaign report.csv", 2) if not r[""][0].startswith("Total:")]
show("ads/google/Campaign report.csv", t, [dt.date(2025, 7, 8), dt.date(2025, 7, 31)],
     ad_impressions="Impr.", ad_spend="Cost", conversions="Conversions")
t = [r for r in table("ads/google/Search keyword report.csv", 2, delimiter="\t")
     if not any(f.startswith("Total:") for f in r[""][:4])]
show("ads/google/Search keyword report.csv", t, [dt.date(2026, 5, 1), dt.date(2026, 5, 8)],
     ad_impressions="Impr.", ad_clicks="Clicks", ad_spend="Cost", conversions="Conversions")
t = table("ads/meta/ads_report.foundry.excerpt.csv")
show("ads/meta/ads_report.foundry.excerpt.csv", t,
     [iso(r[c]) for r in t for c in ("Reporting starts", "Reporting ends")],
     ad_impressions="Impressions", ad_spend="Amount spent (USD)")

# Facebook, until 2023
t = table("facebook_legacy/page_level_2014.csv")
show("facebook_legacy/page_level_2014.csv", t, [us(r["Date"]) for r in t], new_followers="Daily New Likes",
     lost_followers="Daily Unlikes", impressions="Daily Total Impressions")


def posted(r):
    return amsterdam(dt.datetime.strptime(r["Posted"], "%m/%d/%Y %I:%M:%S %p"), PACIFIC)


t = table("facebook_legacy/post_level_2014.csv")[1:]
show("facebook_legacy/post_level_2014.csv", t, map(posted, t), impressions="Lifetime Post Total Impressions",
     reactions="Lifetime Post Stories by action type - like",
     comments="Lifetime Post Stories by action type - comment",
     shares="Lifetime Post Stories by action type - share",
     link_clicks="Lifetime Post Consumptions by type - link clicks")
t = table("facebook_legacy/video_posts_2014.csv")[1:]
show("facebook_legacy/video_posts_2014.csv", t, map(posted, t), impressions="Lifetime Post Total Impressions",
     video_views="Lifetime Total Video Views")

# Google Analytics
t = table("ga4/Pages_and_screens_Page_path_and_screen_class.csv", 9)
show("ga4/Pages_and_screens_Page_path_and_screen_class.csv", t, [dt.date(2026, 2, 24), dt.date(2026, 3, 23)],
     views="Views", events="Event count", conversions="Key events", revenue="Total revenue")
t = table("ga4/events_data-export.csv", 9)
show("ga4/events_data-export.csv", t, [dt.date(2023, 1, 1), dt.date(2023, 12, 31)], events="Event count",
     revenue="Total revenue")
blocks = [rows(b) for b in text("ga4/city_data-export.csv").replace("\r", "").split("\n\n")]
blocks = [[r for r in b if not r[0].startswith("#")] for b in blocks]
blocks = [b for b in blocks if b]
t = [dict(zip(b[0], r)) for b in blocks for r in b[1:]]
show("ga4/city_data-export.csv", t, [dt.date(2020, 10, 22), dt.date(2021, 10, 22)],
     engaged_sessions="Engaged sessions", events="Event count", conversions="Conversions", revenue="Total revenue")
count, sums, seen, period, first = 0, {}, set(), None, None
for block in text("ga4/Reports_snapshot_compare.csv").replace("\r", "").split("\n\n"):
    lines = rows(block)
    for r in lines:
        if r[0].startswith("# Start date"):
            period = r[0]
    first = first or period
    data = [r for r in lines if not r[0].startswith("#")]
    if not data:
        continue
    count += len(data) - 1
    if period == first and len(data) > 1:
        for name, label in (("events", "Event count"), ("views", "Views"), ("sessions", "Sessions")):
            if label in data[0] and name not in seen:
                seen.add(name)
                sums[name] = sum(number(r[data[0].index(label)]) or 0 for r in data[1:])
print("ga4/Reports_snapshot_compare.csv |", count, "| 2025-08-01 | 2025-08-31 |", sums)
for path, label, comma in (("ua/browser_version_nl.csv", "Sessies", True), ("ua/browser_version_os_en.csv", "Sessions", False)):
    blocks = [rows(b) for b in text(path).replace("\r", "").split("\n\n")]
    blocks = [[r for r in b if not r[0].startswith("#")] for b in blocks]
    blocks = [b for b in blocks if b]
    used = sum(1 for b in blocks for r in b[1:] if r[0])
    main = [dict(zip(blocks[0][0], r)) for r in blocks[0][1:] if r[0]]
    days = [dt.datetime.strptime(r[0], "%d-%m-%y").date() for b in blocks[1:] for r in b[1:] if r[0]]
    print(path, "|", used, "|", min(days, default="-"), "|", max(days, default="-"), "|",
          {"sessions": sum(number(r[label], comma) for r in main)})

# LinkedIn
t = table("linkedin/followers_sheet_as_csv.wai.csv")
show("linkedin/followers_sheet_as_csv.wai.csv", t, [iso(r["Date"]) for r in t], new_followers="Total followers")
t = table("linkedin/metrics_sheet_as_csv.wai.csv")
show("linkedin/metrics_sheet_as_csv.wai.csv", t, [iso(r["Date"]) for r in t], impressions="Impressions (total)",
     clicks="Clicks (total)", reactions="Reactions (total)", comments="Comments (total)", shares="Reposts (total)")

# Meta, saved by Excel line by line
t = table("meta/resaved_by_excel.vintage/INSTAGRAM_RAW.csv", unquote=True)
t = [r for r in t if r["Post ID"] and r["Account username"] == "vintagerest.bg"]
show("meta/resaved_by_excel.vintage/INSTAGRAM_RAW.csv", t, map(instagram_day, t), views="Views", reactions="Likes",
     comments="Comments", shares="Shares", saves="Saves", follows="Follows")
t = table("meta/resaved_by_excel.vintage/fb_videos_2025.csv", unquote=True)
show("meta/resaved_by_excel.vintage/fb_videos_2025.csv", t,
     [amsterdam(dt.datetime.strptime(r["Publish time"], "%m/%d/%Y %H:%M"), PACIFIC) for r in t],
     video_views="3-second video views", watch_seconds="Seconds viewed", reactions="Reactions", comments="Comments",
     shares="Shares")
blocks = [rows(b.replace(";;;;;", ""), ";") for b in
          text("meta/resaved_by_excel.vintage/Top content formats.csv").replace("\r", "").split("\n;;;;;\n")]
print("meta/resaved_by_excel.vintage/Top content formats.csv |", len(blocks), "| - | - |",
      {b[0][0]: sum(number(f) or 0 for f in b[2]) for b in blocks})

# TikTok
for name in ("Overview", "Viewers", "FollowerHistory", "FollowerActivity"):
    path = f"tiktok/studio_en/{name}.csv"
    t = table(path)
    days = yearless(t, 2026)
    measured = [r for r in t if "undefined" not in r[""]]
    columns = {"Overview": dict(video_views="Video Views", profile_visits="Profile Views", reactions="Likes",
                                comments="Comments", shares="Shares")}
    show(path, measured, days, **columns.get(name, {}))
t = table("tiktok/studio_en/Content.csv")
tiktok_day = lambda r: from_milliseconds((int(r["Video link"].split("/")[-1]) >> 32) * 1000)  # noqa: E731
show("tiktok/studio_en/Content.csv", t, map(tiktok_day, t), views="Total views", reactions="Total likes",
     comments="Total comments", shares="Total shares")
t = table("tiktok/business_suite_en/TIKTOK_RAW.csv")
show("tiktok/business_suite_en/TIKTOK_RAW.csv", t, [iso(r["Date"]) for r in t], video_views="Video views",
     profile_visits="Profile views", reactions="Likes", shares="Shares", comments="Comments",
     net_followers="Net growth", new_followers="New followers", lost_followers="Lost followers")
t = table("tiktok/business_suite_en/TIKTOK_AUDIENCE_RAW.csv")
show("tiktok/business_suite_en/TIKTOK_AUDIENCE_RAW.csv", t, [iso(r["Date"]) for r in t],
     new_followers="New followers")
t = table("tiktok/business_suite_en/TIKTOK_VIDEO_RAW.csv")
show("tiktok/business_suite_en/TIKTOK_VIDEO_RAW.csv", t, map(tiktok_day, t), video_views="Video views",
     reactions="Likes", comments="Comments", shares="Shares", saves="Add to Favorites")


# Hours
def clock(r):
    h, m, s = map(int, (r.get("Duration") or r.get("Duration (h)")).split(":"))
    return (h * 3600 + m * 60 + s) / 3600


for path, day in (("time/toggl_time_entries_import_test_1.csv", "Start date"),
                  ("time/toggl_time_entries_import_test_2.csv", "Start date"),
                  ("time/clockify_time_entries_import_test_2.csv", "Start Date")):
    t = table(path)
    show(path, t, [iso(r[day]) if "-" in r[day] else us(r[day]) for r in t], hours=clock)
t = table("time/harvest_time_entries_import_test_1.csv")
show("time/harvest_time_entries_import_test_1.csv", t, [iso(r["Date"]) for r in t], hours="Hours", comma=True)

# Sprout
t = table("tools/sprout_Profile Performance.csv")
t = [r for r in t if r["Network"] in ("X", "Facebook", "Instagram", "LinkedIn", "TikTok", "YouTube", "Threads", "Pinterest")]
show("tools/sprout_Profile Performance.csv", t, [us(r["Date"]) for r in t], impressions="Impressions",
     video_views="Video Views", interactions="Engagements", reactions="Reactions", comments="Comments",
     net_followers="Net Audience Growth")

# X
t = table("x/account_overview_analytics.csv")
show("x/account_overview_analytics.csv", t, [dt.datetime.strptime(r["Date"], "%a, %b %d, %Y").date() for r in t],
     impressions="Impressions", reactions="Likes", interactions="Engagements", new_followers="New follows",
     lost_followers="Unfollows", comments="Replies")
t = table("x/daily_tweet_activity_metrics_LisaDeBruine_20210801_20210901_en.csv")
show("x/daily_tweet_activity_metrics_LisaDeBruine_20210801_20210901_en.csv", t, [iso(r["Date"]) for r in t],
     impressions="impressions", interactions="engagements", shares="retweets", reactions="likes")
for path in ("x/tweet_activity_metrics_rOpenSci_20161201_20170101_en.csv",
             "x/tweet_activity_metrics_rOpenSci_20211101_20211201_en.csv"):
    t = [r for r in table(path) if not r["Tweet text"].startswith("@")]
    show(path, t, [dt.datetime.strptime(r["time"], "%Y-%m-%d %H:%M %z").astimezone(AMSTERDAM).date() for r in t],
         impressions="impressions", shares="retweets", comments="replies", reactions="likes",
         link_clicks="url clicks", follows="follows")

# YouTube
t = table("youtube/content_de/Tabellendaten.csv")
t = [r for r in t if len(r[""]) > 1 and "Ge\xadsamt" not in r["Video"] and r["Veröffentlichungszeitpunkt des Videos"]]
show("youtube/content_de/Tabellendaten.csv", t, [spelled(r["Veröffentlichungszeitpunkt des Videos"]) for r in t],
     views="Aufrufe", impressions="Impressionen")
t = [r for r in table("youtube/content_en/Table data.csv") if r["Content"] != "Total" and r["Video publish time"]]
show("youtube/content_en/Table data.csv", t, [spelled(r["Video publish time"]) for r in t], views="Views",
     impressions="Impressions")
for path, key in (("youtube/geography_en/Table data.csv", "Geography"),
                  ("youtube/traffic_source_en/Table data.csv", "Traffic source")):
    t = [r for r in table(path) if r[key] != "Total"]
    show(path, t, [], views="Views", watch_hours="Watch time (hours)")
t = table("youtube/traffic_source_en/Chart data.csv")
show("youtube/traffic_source_en/Chart data.csv", t, [iso(r["Date"]) for r in t], views="Views")
for path in ("youtube/content_de/Gesamtwerte.csv", "youtube/content_en/Totals.csv", "youtube/geography_en/Totals.csv",
             "youtube/traffic_source_en/Totals.csv"):
    t = table(path)
    day = next(iter(t[0]))
    days = [dt.datetime.strptime(r[day], "%d-%m-%Y").date() if r[day][2] == "-" else iso(r[day]) for r in t]
    show(path, t, days, views="Views" if "Views" in t[0] else "Aufrufe")

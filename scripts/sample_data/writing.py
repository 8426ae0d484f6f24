"""Bytes as the platforms write them: encodings, line ends and quotes differ by format."""

from .clock import MONTHS, WEEKDAYS, begins_in_pacific_summer


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def minimal(field, also=""):
    """A field with quotes only where the format needs them, and around `also` characters."""
    text = str(field)
    return quoted(text) if any(c in text for c in ',"\n\r' + also) else text


def plain_csv(header, records, comment=""):
    """Peil's own formats: UTF-8, comma, LF."""
    lines = [f"# {line}".rstrip() for line in comment.strip().splitlines()]
    lines += [",".join(map(minimal, record)) for record in [header, *records]]
    return ("\n".join(lines) + "\n").encode("utf-8")


def meta_content(header, records):
    """Meta Business Suite, content: UTF-8 with BOM, LF; a field with a space is quoted."""
    lines = [",".join(minimal(f, also=" ") for f in record) for record in [header, *records]]
    return b"\xef\xbb\xbf" + ("\n".join(lines) + "\n").encode("utf-8")


def meta_daily(title, series, column="Primary"):
    """Meta Business Suite, one number per day: UTF-16LE with BOM, all quoted, an empty line last.

    The clock part is T01 on US winter-time days and means nothing.
    """
    lines = ["sep=,", quoted(title), f'"Date",{quoted(column)}']
    for date, value in series:
        clock = "00" if begins_in_pacific_summer(date) else "01"
        lines.append(f'"{date.isoformat()}T{clock}:00:00","{value}"')
    return b"\xff\xfe" + ("\n".join(lines) + "\n\n").encode("utf-16-le")


def meta_audience(blocks):
    """Blocks of a title and records, an empty line after each."""
    lines = ["sep=,"]
    for title, records in blocks:
        lines.append(quoted(title))
        lines += [",".join(quoted(str(f)) for f in record) for record in records]
        lines.append("")
    return b"\xff\xfe" + ("\n".join(lines) + "\n").encode("utf-16-le")


def ga4(title, account, site, first, last, header, records):
    """A standard report: UTF-8 without BOM, CRLF, comment lines before the header, no last line end."""
    rule = "# " + "-" * 40
    lines = [
        rule,
        f"# {title}",
        f"# Account: {account}",
        f"# Property: {site}",
        rule,
        "# ",
        "# All Users",
        f"# Start date: {first:%Y%m%d}",
        f"# End date: {last:%Y%m%d}",
    ]
    lines += [",".join(map(minimal, record)) for record in [header, *records]]
    return "\r\n".join(lines).encode("utf-8")


def lines_csv(header, records, end=""):
    """X and YouTube: UTF-8 without BOM, LF, and no line end after the last record (X)."""
    return ("\n".join(",".join(map(minimal, r)) for r in [header, *records]) + end).encode("utf-8")


def saved_by_excel(header, records):
    """A sheet that somebody saved as CSV on a Dutch computer: semicolons, no BOM, CRLF."""
    return "".join(";".join(minimal(f, also=";") for f in r) + "\r\n" for r in [header, *records]).encode(
        "utf-8"
    )


def x_date(date):
    return f"{WEEKDAYS[date.weekday()]}, {MONTHS[date.month - 1]} {date.day}, {date.year}"


def decimals(numerator, denominator, places):
    """A quotient with at most so many places, rounded in whole numbers, no zeros at the end."""
    if not denominator:
        return "0"
    scaled = (2 * numerator * 10**places + denominator) // (2 * denominator)
    whole, rest = divmod(scaled, 10**places)
    text = f"{whole}.{rest:0{places}d}".rstrip("0").rstrip(".") if places else str(whole)
    return text


def money(cents):
    return f"{cents // 100}.{cents % 100:02d}"

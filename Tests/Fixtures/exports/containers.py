#!/usr/bin/env python3
"""Writes archives and workbooks for the tests into a folder: python3 containers.py FOLDER.

Made by zipfile of Python's own library, so that nothing of Peil's reading is needed to make them.
"""

import pathlib
import sys
import zipfile
from struct import pack

sys.dont_write_bytecode = True

from old_workbook import BOF_CHART, EOF, book, compound, formula, number, record, rk, short, shorts, text  # noqa: E402

FOLDER = pathlib.Path(sys.argv[1])
VIDEOS = "Content,Video title,Video publish time,Duration,Views\nTotal,,,,30\nabc,One,\"Oct 2, 2026\",9,20\ndef,Two,\"Oct 3, 2026\",9,8\n"
TOTALS = "Date,Views\n2026-10-02,20\n2026-10-03,10\n"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def archive(name, entries, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(FOLDER / name, "w", method) as target:
        for path, content in entries.items():
            target.writestr(zipfile.ZipInfo(path), content, method)


def sheet(rows):
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def workbook(sheets, strings, date1904=False):
    names = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="rId{i}"/>' for i, n in enumerate(sheets, 1))
    targets = "".join(f'<Relationship Id="rId{i}" Type="t" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
    texts = "".join(f"<si>{t}</si>" for t in strings)
    return {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="{int(date1904)}"/><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{targets}</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs></styleSheet>',
        **{f"xl/worksheets/sheet{i}.xml": sheet(rows) for i, rows in enumerate(sheets.values(), 1)},
    }


def cells(row, values):
    """Values: a text is a shared string's number as `s3`, else a number; `d` before it is a day."""
    made = []
    for column, value in zip("ABCDEFGH", values):
        if value is None:
            continue
        kind, style, content = "", "", value
        if value[0] == "s":
            kind, content = ' t="s"', value[1:]
        elif value[0] == "d":
            style, content = ' s="1"', value[1:]
        made.append(f'<c r="{column}{row}"{kind}{style}><v>{content}</v></c>')
    return f'<row r="{row}">{"".join(made)}</row>'


# 46297 is 2 October 2026, counted from 30 December 1899; 44835 is the same day counted from 1904.
METRICS = ["Date", "Impressions (organic)", "Impressions (total)", "Unique impressions (organic)", "Clicks (total)"]
POSTS = ["Post title", "Post link", "Post type", "Created date", "Impressions", "Likes"]
STRINGS = [f"<t>{t}</t>" for t in METRICS + POSTS] + [
    "<r><t>Two </t></r><r><rPr/><t>runs &amp; a\nline</t></r><rPh><t>no</t></rPh>",
    "<t>https://www.linkedin.com/feed/update/urn:li:activity:7521893854742195713</t>", "<t>Organic</t>", "<t>A note about the data.</t>"]
LINKEDIN = {
    "Metrics": cells(1, ["s14"]) + cells(2, ["s0", "s1", "s2", "s3", "s4"])
    + cells(3, ["d46297", "10", "12", "7", "3"]) + cells(4, ["d46298", "20", "1024", "9", "4"]),
    "All posts": cells(1, ["s14"]) + cells(2, ["s5", "s6", "s7", "s8", "s9", "s10"])
    + cells(4, ["s11", "s12", "s13", "d46297", "120", "5"]),
    "Extra": cells(1, ["s14", "s13"]),
}
archive("linkedin.xlsx", workbook(LINKEDIN, STRINGS))
archive("since1904.xlsx", workbook(
    {"Metrics": cells(1, ["s0", "s1", "s2", "s3", "s4"]) + cells(2, ["d44835", "10", "12", "7", "3"])}, STRINGS, True))
archive("youtube.zip", {"Table data.csv": VIDEOS, "Totals.csv": TOTALS, "__MACOSX/._Totals.csv": b"\0\0", "notes/": ""})
archive("nested.zip", {"inner.zip": (FOLDER / "youtube.zip").read_bytes(), "book.xlsx": (FOLDER / "linkedin.xlsx").read_bytes()})
archive("climbing.zip", {"../../Totals.csv": TOTALS, "/etc/Totals.csv": TOTALS.replace("2026-10", "2026-09")})
archive("bomb.zip", {"Totals.csv": b"0" * (20 << 20)})
archive("many.zip", {f"{n}.csv": "" for n in range(2001)})
archive("document.docx", {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})
archive("without-relations.xlsx", {k: v for k, v in workbook(LINKEDIN, STRINGS).items() if not k.endswith(".rels")})
broken = workbook(LINKEDIN, STRINGS)
broken["xl/worksheets/sheet1.xml"] = broken["xl/worksheets/sheet1.xml"][:-60]
archive("broken-sheet.xlsx", broken)
far = workbook({"Metrics": '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048577"><c r="A1048577"><v>1</v></c></row>'}, STRINGS)
archive("far.xlsx", far)
wide = workbook({"Metrics": "".join(f'<row r="{r}"><c r="XFD{r}"><v>1</v></c></row>' for r in range(1, 4501))}, STRINGS)
archive("wide.xlsx", wide)
entities = workbook(LINKEDIN, STRINGS)
entities["xl/sharedStrings.xml"] = '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + entities["xl/sharedStrings.xml"].replace("Date", "&b;")
archive("entities.xlsx", entities)
stored = "stored.zip"
archive(stored, {"Totals.csv": TOTALS * 40}, zipfile.ZIP_STORED)
damaged = bytearray((FOLDER / stored).read_bytes())
damaged[200] ^= 1
(FOLDER / "damaged.zip").write_bytes(damaged)
(FOLDER / "cut.zip").write_bytes((FOLDER / "youtube.zip").read_bytes()[:-30])
URN = "urn:schemas-microsoft-com:office:spreadsheet"
(FOLDER / "insights.xls").write_text(
    f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="{URN}" xmlns:ss="{URN}"><Worksheet ss:Name="Key Metrics"><Table>'
    '<Row><Cell><Data ss:Type="String">Date</Data></Cell><Cell><Data ss:Type="String">Lifetime Total Likes</Data></Cell>'
    '<Cell><Data ss:Type="String">Daily New Likes</Data></Cell><Cell ss:Index="5"><Data ss:Type="String">Daily Total Reach</Data></Cell></Row>'
    '<Row><Cell ss:Index="2"><Data ss:Type="String">Lifetime: people who liked your Page</Data></Cell></Row>'
    '<Row ss:Index="4"><Cell><Data ss:Type="DateTime">2016-10-02T00:00:00.000</Data></Cell><Cell><Data ss:Type="Number">1024</Data></Cell>'
    '<Cell><Data ss:Type="Number">3</Data></Cell><Cell ss:Index="5"><Data ss:Type="Number">77</Data></Cell></Row>'
    "</Table></Worksheet></Workbook>", encoding="utf-8")
(FOLDER / "feed.xml").write_text('<?xml version="1.0"?><rss/>')
# The same table as in linkedin.xlsx, in the forms that a cell can have in a workbook of before 2007.
OLD = METRICS + ["A note about the data.", ("Caf", "\u00e9 \u4e16\u754c"), ("Tokyo", 0, 0)]
OLD_METRICS = (
    text(0, 0, 5) + "".join(text(1, c, c).decode("latin-1") for c in range(5)).encode("latin-1")
    + number(2, 0, 46297, 1) + short(2, 1, rk(10)) + shorts(2, 2, [rk(1200, True), rk(7)])
    + formula(2, 4, pack("<d", 3)) + BOF_CHART + number(9, 9, 9) + EOF
    + formula(3, 0, b"\0\0\0\0\0\0\xff\xff") + record(0x207, pack("<H", 10) + b"\0" + b"10/03/2026")
    + shorts(3, 1, [rk(20), rk(1024), rk(9)]) + record(0x205, pack("<HHHBB", 3, 4, 0, 7, 1)))
OLD_EXTRA = text(0, 0, 6) + text(0, 1, 7) + number(1, 0, 0.25, 3) + record(0x205, pack("<HHHBB", 1, 1, 0, 1, 0)) + number(1, 2, -1.5)
LONG = record(0x204, pack("<HHHH", 2, 0, 0, 5000) + b"\0" + b"x" * 5000)
(FOLDER / "old.xls").write_bytes(compound(book({"Metrics": OLD_METRICS, "Extra": OLD_EXTRA}, OLD)))
(FOLDER / "old-long.xls").write_bytes(compound(book({"Metrics": OLD_METRICS, "Extra": OLD_EXTRA + LONG}, OLD)))
(FOLDER / "old-since1904.xls").write_bytes(compound(book({"Metrics": OLD_METRICS.replace(number(2, 0, 46297, 1), number(2, 0, 44835, 2))}, OLD, since1904=True)))
(FOLDER / "old-scattered.xls").write_bytes(compound(book({"Extra": number(1, 1, 4) + number(0, 2, 3) + number(0, 0, 1) + number(0, 0, 2)}, [])))
(FOLDER / "old-locked.xls").write_bytes(compound(book({"Metrics": OLD_METRICS}, OLD, before=record(0x2F, bytes(6)))))
(FOLDER / "old-cut.xls").write_bytes(compound(book({"Metrics": OLD_METRICS}, OLD)[:-30]))
(FOLDER / "old-far.xls").write_bytes(compound(book({"Metrics": number(0, 65535, 1)}, OLD)))
(FOLDER / "old-shared.xls").write_bytes(compound(book({"Extra": number(0, 0, 1) * 400}, [], times=90)))
(FOLDER / "older.xls").write_bytes(compound(record(0x809, pack("<HHHH", 0x500, 5, 0, 0)), "Book"))
(FOLDER / "letter.doc").write_bytes(compound(b"Dear", "WordDocument"))
looped = bytearray((FOLDER / "old-long.xls").read_bytes())
table = 512 + 512 * int.from_bytes(looped[76:80], "little")
looped[table:table + 4] = bytes(4)
(FOLDER / "old-looped.xls").write_bytes(looped)

"""Workbooks of before 2007 for the tests, byte by byte as [MS-CFB] and [MS-XLS] describe them.

Only what the tests need: one stream in a compound file, and records of texts, numbers and styles.
"""

from struct import pack

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(stream, name="Workbook"):
    """A compound file with one stream: in small sectors when it is below 4096 bytes, as the format asks."""
    small = len(stream) < 4096
    chains, sectors = [], []

    def chain(content):
        """Puts content into the next sectors; returns the first."""
        first = len(sectors)
        for start in range(0, len(content), 512):
            sectors.append(content[start:start + 512].ljust(512, b"\0"))
        chains.append((first, len(sectors)))
        return first

    first = chain(stream) if stream else END
    minifat = END
    if small:
        count = -(-len(stream) // 64)
        minifat = chain(b"".join(pack("<I", n + 1 if n + 1 < count else END) for n in range(count)).ljust(512, b"\xff"))

    def entry(name, kind, child, first, size):
        letters = (name + "\0").encode("utf-16le")
        return (letters.ljust(64, b"\0") + pack("<HBBIII", len(letters), kind, 1, FREE, FREE, child)
                + bytes(36) + pack("<IQ", first, size))

    root = entry("Root Entry", 5, 1, first if small else END, -(-len(stream) // 64) * 64 if small else 0)
    directory = chain(root + entry(name, 2, FREE, 0 if small else first, len(stream)) + bytes(256))
    table = len(sectors)
    following = [FREE] * 128
    for start, end in chains:
        for number in range(start, end):
            following[number] = number + 1 if number + 1 < end else END
    following[table] = FAT
    sectors.append(pack("<128I", *following))
    header = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
              + pack("<IIIIIIIII", 0, 1, directory, 0, 4096, minifat, 1 if small else 0, END, 0)
              + pack("<109I", table, *[FREE] * 108))
    return header + b"".join(sectors)


def record(kind, data=b""):
    return pack("<HH", kind, len(data)) + data


def letters(text, wide=None):
    """The flags and the letters of a text, one byte a letter where that is enough."""
    wide = any(ord(c) > 255 for c in text) if wide is None else wide
    return bytes([wide]) + text.encode("utf-16le" if wide else "latin-1")


BOF_BOOK = record(0x809, pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
BOF_SHEET = record(0x809, pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
BOF_CHART = record(0x809, pack("<HHHHII", 0x600, 0x20, 0, 0, 0, 0))
EOF = record(0x0A)
# Styles: 0 plain, 1 a day by a format of the file's own, 2 a day by one that every workbook has, 3 a length of time.
STYLES = (record(0x41E, pack("<HH", 164, 12) + letters("yyyy\\-mm\\-dd"))
          + b"".join(record(0xE0, pack("<HH", 0, number) + bytes(16)) for number in (0, 164, 14, 46)))


def shared(texts):
    """The texts that cells point to, those of the list in the order of it.

    A text that is a pair goes on in another record, with letters of the other width; one that is a triple has a font in
    it and the reading of a Japanese word behind it.
    """
    data, more = pack("<II", len(texts), len(texts)), b""
    parts = []
    for text in texts:
        if isinstance(text, str):
            data += pack("<H", len(text)) + letters(text)
        elif len(text) == 2:
            head, tail = text
            data += pack("<H", len(head) + len(tail)) + letters(head)
            parts.append(data)
            data = letters(tail, wide=True)
        else:
            data += pack("<HBHI", len(text[0]), 0x0C, 1, 6) + text[0].encode("latin-1") + bytes(4) + bytes(6)
    parts.append(data)
    return record(0xFC, parts[0]) + b"".join(record(0x3C, part) for part in parts[1:])


def book(sheets, texts, before=b"", since1904=False, times=1):
    """Names of sheets with their records, between the beginning and the end of each; all listed so many times."""
    def globals_at(places):
        outlines = b"".join(
            record(0x85, pack("<IBBB", place, 0, 0, len(name)) + letters(name)) for name, place in list(zip(sheets, places)) * times)
        return BOF_BOOK + before + record(0x22, pack("<H", since1904)) + STYLES + outlines + shared(texts) + EOF
    size = len(globals_at([0] * len(sheets)))
    places, contents = [], b""
    for content in sheets.values():
        places.append(size + len(contents))
        contents += BOF_SHEET + content + EOF
    return globals_at(places) + contents


def text(row, column, number):
    return record(0xFD, pack("<HHHI", row, column, 0, number))


def number(row, column, value, style=0):
    return record(0x203, pack("<HHHd", row, column, style, value))


def rk(value, hundredths=False):
    return (value << 2 & 0xFFFFFFFF) | 2 | hundredths


def short(row, column, value, style=0):
    return record(0x27E, pack("<HHHI", row, column, style, value))


def shorts(row, column, values, style=0):
    return record(0xBD, pack("<HH", row, column) + b"".join(pack("<HI", style, v) for v in values)
                  + pack("<H", column + len(values) - 1))


def formula(row, column, result, style=0):
    return record(0x06, pack("<HHH", row, column, style) + result + bytes(8))

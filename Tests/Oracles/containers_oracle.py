#!/usr/bin/env python3
"""Sources in containers: workbooks against openpyxl, gzip and zip against Python's own modules.

  generate SEED FOLDER     writes random workbooks, text in gzip and zip, and damaged copies
  check FOLDER --program P has rapporteur-ingest read them; compares every cell and position, and what
                           became of files that are damaged or of another kind
  workbook CSV XLSX        writes a CSV file as a workbook, all cells as text

Nothing is taken from the program. What openpyxl does not read as the standard has it (texts with
_x000D_, cells without a position) stands in HAND_MADE with the cells spelled out.
"""

import argparse
import csv
import datetime
import decimal
import gzip
import io
import os
import random
import re
import subprocess
import sys
import zipfile

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

import ingest_harness as harness

WORDS = ["Yes", "No", "NA", "007", "1,5", 'a "b"', "two\nlines", "\n", "Côte d’Ivoire", " blank ",
         "=1+1", "1E5", "2005-07-29", "TRUE", "#N/A", "'", ";", "\t", "日本", "🇳🇦", "x" * 400]
NUMBERS = [0, 1, -1, 41310, 0.1, 1e-5, 1e-9, 123456789012345, 1e20, 1.5e300, 5e-324, -2.5, 1 / 3,
           100, 0.30000000000000004, 12345678901234567890, 1e15, 1e16, 1e21, 1e22, 0.5, 9.99]


# Workbooks

def random_value(rand, is_1904):
    first = datetime.datetime(1904, 1, 2) if is_1904 else datetime.datetime(1900, 3, 1)
    moment = first + datetime.timedelta(seconds=rand.randrange(0, 200 * 365 * 86400))
    kind = rand.randrange(12)
    if kind < 4:
        return rand.choice(WORDS)
    if kind == 4:
        return rand.choice(NUMBERS)
    if kind == 5:
        return rand.uniform(-1e6, 1e6)
    if kind == 6:
        return moment.date()
    if kind == 7:
        return moment
    if kind == 8:
        return moment.time()
    if kind == 9:
        return rand.random() < 0.5
    if kind == 10:
        return CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"), "\nlast")
    return None


def write_workbook(rand, path):
    """Titles, blank rows and columns, ragged rows, merged cells, hidden sheets."""
    book = openpyxl.Workbook()
    if rand.random() < 0.3:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = rand.choice(["Replies", "Réponses & co", "Sheet1"])
    keys = {}
    for number in range(rand.randrange(3)):
        other = book.create_sheet(f"Other {number}")
        other["A1"] = "no reply"
        if rand.random() < 0.5:
            other.sheet_state = rand.choice(["hidden", "veryHidden"])
        else:
            keys["sheet"] = sheet.title
    if "sheet" not in keys and rand.random() < 0.3:
        keys["sheet"] = sheet.title
    skipped = rand.choice([0, 0, 0, 2])
    if skipped:
        keys["skip-lines"] = skipped
        sheet["A1"] = "A title,\nof two lines"
        sheet.cell(2, rand.choice([1, 3, 20]), "Printed on")
    if rand.random() < 0.3:
        keys["comment"] = "#"
    left = rand.choice([1, 1, 1, 3])
    row = skipped + rand.choice([1, 1, 2])
    columns = rand.randrange(1, 9)
    for column in range(columns):
        sheet.cell(row, left + column, rand.choice(["Heading", "two\nlines", "a, b"]) + str(column))
    for _ in range(rand.randrange(1, 40)):
        row += rand.choice([1, 1, 1, 1, 2, 5])
        for column in range(columns):
            value = random_value(rand, book.epoch == CALENDAR_MAC_1904)
            if value is not None:
                cell = sheet.cell(row, left + column, value)
                if isinstance(value, str) and value.startswith("="):
                    cell.data_type = "s"
        if rand.random() < 0.1:
            sheet.cell(row, left, "# 1, no comment unless declared")
        if rand.random() < 0.1:
            # A format without a value beyond the last column.
            sheet.cell(row, left + columns + 3).number_format = "0.00"
    if columns > 2:
        sheet.merge_cells(start_row=row + 1, end_row=row + 2, start_column=left, end_column=left + 1)
        sheet.cell(row + 1, left, "merged")
    book.save(path)
    return keys


def text_of(cell):
    """What a person reads in a cell, numbers in full."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return number_text(value)
    if isinstance(value, datetime.datetime):
        has_time = "h" in cell.number_format.lower()
        if not has_time and value.time() == datetime.time():
            return value.strftime("%Y-%m-%d")
        return value.isoformat(" ", "milliseconds" if value.microsecond else "seconds")
    if isinstance(value, datetime.time):
        return value.isoformat("milliseconds" if value.microsecond else "seconds")
    return str(value)


def number_text(value):
    number = decimal.Decimal(repr(float(value)))
    if number == 0:
        return "0"
    digits = number.normalize()
    # As many digits as an answer may have.
    if digits.adjusted() < 38 and -digits.as_tuple().exponent <= 38:
        return f"{digits:f}"
    sign, positions, _ = digits.as_tuple()
    rest = "".join(map(str, positions[1:]))
    return (f"{'-' if sign else ''}{positions[0]}{'.' + rest if rest else ''}"
            f"E{digits.adjusted():+d}")


def expected_rows(path, keys):
    """[(row number, cells)] under titles and comments, as openpyxl reads the sheet."""
    book = openpyxl.load_workbook(path, data_only=True)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    sheet = book[keys["sheet"]] if "sheet" in keys else visible[0]
    rows = [[text_of(cell) for cell in row] for row in sheet.iter_rows()]
    rows = [(number, row) for number, row in enumerate(rows, 1)
            if number > keys.get("skip-lines", 0)
            and not ("comment" in keys and row[0].startswith(keys["comment"]))]
    width = max(column + 1 for _, row in rows for column, text in enumerate(row) if text)
    return [(number, (row + [""] * width)[:width]) for number, row in rows
            if any(text.strip(" \t") for text in row)]


# Hand-made workbooks

PARTS = {
    "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
    "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'"
    " Target='/book/main.xml'/></Relationships>",
    "book/main.xml": "<m:workbook xmlns:m='urn:m' xmlns:q='urn:q'><m:workbookPr/><m:sheets>"
    "<m:sheet name='S' sheetId='1' q:id='a'/></m:sheets></m:workbook>",
    "book/_rels/main.xml.rels": "<Relationships><Relationship Id='a' Type='x/worksheet'"
    " Target='../sheets/one.xml'/><Relationship Id='b' Type='x/sharedStrings' Target='texts.xml'/>"
    "<Relationship Id='c' Type='x/styles' Target='./styles.xml'/></Relationships>",
    "book/styles.xml": "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[h]:mm'/>"
    "<numFmt numFmtId='165' formatCode='&quot;day&quot; 0'/>"
    "<numFmt numFmtId='166' formatCode='[$-409]d mmm\\ yyyy;@'/></numFmts>"
    "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
    "<xf numFmtId='22'/><xf numFmtId='20'/><xf numFmtId='164'/><xf numFmtId='165'/>"
    "<xf numFmtId='166'/></cellXfs></styleSheet>",
    "book/texts.xml": "<sst><si><t>id</t></si><si><r><t>a</t></r><r><t xml:space='preserve'> b</t></r>"
    "<rPh sb='0' eb='1'><t>spoken</t></rPh></si><si><t>x_x000D_\ny_x005F_x000D_z_xZZ_</t></si><si/></sst>",
}

# Rows as XML, and what they must read as: (row number, cells).
HAND_MADE = [
    ("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='inlineStr'><is><t>in</t></is></c></row>"
     "<row r='5' spans='1:3'><c><v>1</v></c><c r='C5' t='s'><v>2</v></c></row>"
     "<row><c t='str'><f>\"a\"&amp;B1</f><v>a &lt; b</v></c><c t='e'><v>#DIV/0!</v></c><c t='b'><v>1</v></c></row>"
     "<row><c t='s'><v>3</v></c><c s='99'><v>2.50</v></c><c t='d'><v>2005-07-29T13:05:00</v></c></row>",
     [(1, ["id", "a b", "in"]), (5, ["1", "", "x\r\ny_x000D_z_xZZ_"]),
      (6, ["a < b", "#DIV/0!", "TRUE"]), (7, ["", "2.5", "2005-07-29 13:05:00"])]),
    # 1900: the day before the 29 February that was not, that day, and the day after it; the last
    # day of all; no dates.
    ("<row><c t='s'><v>0</v></c></row>" + "".join(
        f"<row><c s='{style}'><v>{value}</v></c></row>" for style, value in [
            (1, 1), (1, 59), (1, 60), (1, 61), (1, 38562), (2, 38562), (1, 38562.545138888889),
            (2, 2958465.5), (1, 2958466), (1, -1), (1, 0), (3, 0.25), (3, 0), (3, 1.25), (4, 1.5),
            (5, 38562), (6, 38562), (2, "3.8562999999999997E4"), (2, 38562.000011574)]),
     [(1, ["id"])] + [(row, [text]) for row, text in enumerate([
         "1900-01-01", "1900-02-28", "1900-02-29", "1900-03-01", "2005-07-29", "2005-07-29 00:00:00",
         "2005-07-29 13:05:00", "9999-12-31 12:00:00", "2958466", "-1", "0", "06:00:00", "00:00:00",
         "1900-01-01 06:00:00", "36:00:00", "38562", "2005-07-29", "2005-07-30 00:00:00",
         "2005-07-29 00:00:01"], 2)]),
]

# Rows that no sheet can have; each is refused.
IMPOSSIBLE = [
    "<row><c t='s'><v>9</v></c></row>", "<row><c><v>ten</v></c></row>", "<row><c><v>0x1p3</v></c></row>",
    "<row r='2'/><row r='1'><c><v>1</v></c></row>", "<row><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
    "<row r='1048577'><c><v>1</v></c></row>", "<row><c r='XFE1'><v>1</v></c></row>",
    "<row><c t='new'><v>1</v></c></row>", "<row><c><v>1</v></row>", "<row><c t='s'><v>-1</v></c></row>",
]


def write_hand_made(path, rows, **others):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**PARTS, **others}.items():
            archive.writestr(name, text)
        if rows is not None:
            archive.writestr("sheets/one.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")


# Text in gzip and zip

def random_text(rand):
    rows = [["id", "a", "b"]]
    for number in range(rand.randrange(1, 3000)):
        rows.append([str(number), rand.choice(WORDS), rand.choice(WORDS)])
    out = io.StringIO()
    csv.writer(out, lineterminator=rand.choice(["\n", "\r\n"])).writerows(rows)
    return out.getvalue().encode(rand.choice(["utf-8", "utf-8-sig"])), rows


def members(rand, text):
    """The text as one gzip member or several, with or without zeroes at the end."""
    cuts = sorted(rand.sample(range(len(text)), min(len(text), rand.choice([0, 0, 1, 4]))))
    pieces = [text[start:end] for start, end in zip([0] + cuts, cuts + [len(text)])]
    return b"".join(gzip.compress(piece, rand.randrange(10)) for piece in pieces) + bytes(
        rand.choice([0, 0, 512]))


def zipped(entries, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def refused(rand):
    """Files that must be refused: {name: (bytes, rule)}."""
    text = b"id,a\n1,2\n" * 50
    packed, archive = gzip.compress(text), zipped([("a.csv", text)])
    locked = bytearray(zipped([("a.csv", text)]))
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        locked[locked.index(signature) + offset] |= 1
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    several = openpyxl.Workbook()
    several.create_sheet("B")
    several_bytes = io.BytesIO()
    several.save(several_bytes)
    compound = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1016)
    files = {
        "cut.csv.gz": (packed[:-3], "damaged-container"),
        "sum.csv.gz": (packed[:-8] + bytes(8), "damaged-container"),
        "tail.csv.gz": (packed + b"more", "damaged-container"),
        "empty.gz": (b"", "no-container"),
        "text.xlsx": (text, "no-container"),
        "twice.gz": (gzip.compress(packed), "nested-container"),
        "zip.gz": (gzip.compress(archive), "nested-container"),
        "gz.zip": (zipped([("a.csv.gz", packed)]), "nested-container"),
        "book.zip": (zipped([("a.xlsx", book.getvalue())]), "nested-container"),
        "none.zip": (zipped([]), "empty-container"),
        "two.zip": (zipped([("a.csv", text), ("b.csv", text)]), "many-files"),
        "locked.zip": (bytes(locked), "encrypted-container"),
        "cut.zip": (archive[:-30], "damaged-container"),
        "several.xlsx": (several_bytes.getvalue(), "which-sheet"),
        "old.xls": (compound, "unread-container"),
        "locked.xlsx": (compound + "EncryptedPackage".encode("utf-16-le"), "unread-container"),
        "open.ods": (zipped([("mimetype", b"x"), ("content.xml", b"<a/>")]), "unread-container"),
        "a.csv.xz": (bytes.fromhex("FD377A585A00") + bytes(50), "unread-container"),
        "a.7z": (bytes.fromhex("377ABCAF271C") + bytes(50), "unread-container"),
        # A workbook by another name is no text.
        "renamed.csv": (several_bytes.getvalue(), "which-sheet"),
    }
    for number, rows in enumerate(IMPOSSIBLE):
        files[f"impossible{number}.xlsx"] = (rows, "damaged-container")
    files["no-part.xlsx"] = (None, "damaged-container")
    return files


# The commands

def written_by_libreoffice(rand, root, target):
    """Has LibreOffice write a random workbook anew as `target`; returns its keys.

    LibreOffice reports success for a file that it could not read, so the result is looked for.
    """
    original, folder = os.path.join(root, "original", os.path.basename(target)), os.path.dirname(target)
    os.makedirs(os.path.dirname(original), exist_ok=True)
    keys = write_workbook(rand, original)
    run = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{os.path.abspath(root)}/profile", "--headless",
         "--convert-to", "xlsx", "--outdir", folder, original],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300)
    if not os.path.exists(target):
        sys.exit(f"LibreOffice wrote no workbook (is Calc installed?): {run.stdout.strip()}")
    return keys


def generate(seed, root, flips, office):
    rand = random.Random(seed)
    harness.start_folder(root)
    items = []
    path = lambda name: os.path.join(root, "files", name)
    for number in range(40):
        name = f"book{number}.xlsx"
        items.append({"kind": "book", "keys": {"file": name, **write_workbook(rand, path(name))}})
    for number in range(office):
        name = f"office{number}.xlsx"
        keys = written_by_libreoffice(rand, root, path(name))
        items.append({"kind": "book", "keys": {"file": name, **keys}})
    for number, (rows, _) in enumerate(HAND_MADE):
        name = f"hand{number}.xlsx"
        write_hand_made(path(name), rows)
        items.append({"kind": "hand", "number": number, "keys": {"file": name}})
    for number in range(12):
        text, _ = random_text(rand)
        harness.save(root, f"text{number}.csv.gz", members(rand, text))
        method = rand.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2])
        folder = [("in/", b"")] if rand.random() < 0.5 else []
        apple = [("__MACOSX/in/._a.csv", b"x")] if rand.random() < 0.5 else []
        harness.save(root, f"text{number}.zip", zipped(folder + [("in/é.csv", text)] + apple, method))
        for ending in ("csv.gz", "zip"):
            items.append({"kind": "text", "keys": {"file": f"text{number}.{ending}", "delimiter": ","}})
    for name, (data, rule) in refused(rand).items():
        if name.startswith(("impossible", "no-part")):
            write_hand_made(path(name), data)
        else:
            harness.save(root, name, data)
        items.append({"kind": "refused", "rule": rule, "keys": {"file": name}})
    for number in range(flips):
        original = rand.choice(["book0.xlsx", "text0.csv.gz", "text0.zip"])
        data = bytearray(harness.load(root, original))
        position = rand.randrange(4, len(data))
        data[position] ^= 1 << rand.randrange(8)
        name = f"flip{number}-{original}"
        harness.save(root, name, bytes(data))
        keys = next(item["keys"] for item in items if item["keys"]["file"] == original)
        items.append({"kind": "flipped", "original": original, "keys": {**keys, "file": name}})
    harness.write_index(root, items)
    print(f"generated: {len(items)} files")


def text_inside(root, name):
    data = harness.load(root, name)
    if name.endswith(".gz"):
        return gzip.decompress(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("in/é.csv")


def compare_rows(source, rows):
    """The first difference between a source as ingested and its rows, the header first."""
    if source.headings != rows[0][1]:
        return f"headings {source.headings}, expected {rows[0][1]}"
    found = [(position.line, cells) for position, cells in source.records]
    for got, expected in zip(found, rows[1:]):
        if got != expected:
            return f"row {got}, expected {expected}"
    if len(found) != len(rows) - 1 or source.quarantined:
        return f"{len(found)} records, {len(source.quarantined)} quarantined; expected {len(rows) - 1}"
    return None


def compare_text(source, text):
    """Cells as Python's csv reads them, and every record's bytes at its position."""
    mark = 3 if text.startswith(b"\xef\xbb\xbf") else 0
    rows = list(csv.reader(io.StringIO(text[mark:].decode(), newline="")))
    rows = [row for row in rows if any(cell.strip(" \t") for cell in row)]
    if [source.headings] + [cells for _, cells in source.records] != rows:
        return "the cells differ"
    for position, cells in source.records:
        piece = text[position.offset:position.end].decode()
        if next(csv.reader(io.StringIO(piece, newline=""))) != cells:
            return f"record {position.record} is not at byte {position.offset}"
        if text.count(b"\n", 0, position.offset) + 1 != position.line:
            return f"record {position.record} is not on line {position.line}"
    return None


def problem_of(item, outcome, root):
    name = item["keys"]["file"]
    if outcome.fault:
        return outcome.fault
    if item["kind"] == "refused":
        if outcome.refusal and f"[{item['rule']}]" in outcome.refusal.split("\n")[0]:
            return None
        return f"expected to be refused by {item['rule']}: {outcome.refusal or 'was read'}"
    if item["kind"] == "flipped" and outcome.refusal:
        return None
    if outcome.refusal:
        return f"refused: {outcome.refusal}"
    original = item.get("original", name)
    if item["kind"] == "hand":
        return compare_rows(outcome.source, HAND_MADE[item["number"]][1])
    if original.endswith(".xlsx"):
        path = os.path.join(root, "files", original)
        return compare_rows(outcome.source, expected_rows(path, item["keys"]))
    return compare_text(outcome.source, text_inside(root, original))


def check(root, program):
    items = harness.read_index(root)
    may_fail = {item["keys"]["file"] for item in items if item["kind"] in ("refused", "flipped")}
    outcomes = harness.run_all(program, root, [item["keys"] for item in items],
                               alone=lambda source: source["file"] in may_fail)
    problems, read, cells = [], 0, 0
    for item in items:
        outcome = outcomes[item["keys"]["file"]]
        problem = problem_of(item, outcome, root)
        if problem:
            problems.append(f"{item['keys']['file']}: {problem}")
        if outcome.source:
            read += 1
            cells += sum(len(row) for _, row in outcome.source.records)
    for problem in problems:
        print(problem)
    print(f"containers: {len(items)} files, {read} read with {cells} cells, "
          f"{len(items) - read} refused, {len(problems)} problems")
    return 1 if problems else 0


def workbook(source, target):
    book = openpyxl.Workbook()
    with open(source, encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            book.active.append(row)
    book.save(target)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("generate")
    command.add_argument("seed", type=int)
    command.add_argument("folder")
    command.add_argument("--flips", type=int, default=60, help="files with one bit turned over")
    command.add_argument("--office", type=int, default=0,
                         help="workbooks written anew by LibreOffice Calc")
    command = commands.add_parser("check")
    command.add_argument("folder")
    command.add_argument("--program", required=True)
    command = commands.add_parser("workbook")
    command.add_argument("csv")
    command.add_argument("xlsx")
    options = parser.parse_args()
    if options.command == "generate":
        generate(options.seed, options.folder, options.flips, options.office)
    elif options.command == "check":
        sys.exit(check(options.folder, options.program))
    else:
        workbook(options.csv, options.xlsx)


main()

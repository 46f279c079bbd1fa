#!/usr/bin/env python3
"""Opens what spreadsheet users open, in programs of others, and holds every value against cells.csv.

    office_oracle.py BINARIES [--collections NAME…]

The collections of the repository are run, their CSV written for English, French and German offices. For
each:

- the workbook in openpyxl: each item of the UK Government Analysis Function's checklist for statistics in
  spreadsheets that a program can look at, no formula, numbers that are numbers, links that lead somewhere;
- the workbook and each CSV but those of folders that are raw in LibreOffice, with its detection of special numbers on: every
  figure equal to that of cells.csv rounded as it is printed, no label that became a number or a date, no
  formula;
Besides those of the repository a collection of labels and names of files that spreadsheets run, or take for
numbers and dates.
"""

import argparse
import csv
import datetime
import glob
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from fractions import Fraction

import openpyxl

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))
STAGES = ["ingest", "normalize", "validate", "aggregate", "export"]
MARK = "\u200e"
SIGNS = {"[c]", "[u]", "[x]", "[z]"}
# LibreOffice's number of the language, separator and decimal mark of each office.
OFFICES = {"en": (1033, ",", "."), "fr": (1036, ";", ","), "de": (1031, ";", ",")}
faults = []


def fault(*what):
    faults.append(" ".join(str(part) for part in what))


def hostile_labels():
    """Labels that a spreadsheet takes for something else."""
    labels = ["1-5", "11/12", "0012", "1E5", "004", "5 May", "May 2024", "1.5", "1,5", "12:30", "50%", "$5", "TRUE", "VRAI",
              "WAHR", "-3", "1 000", "2024-01-01", "3. 4. 2024"]
    for trigger in "=+-@\uff1d\uff0b\uff0d\uff20":
        for before in ["", " ", "\u00a0", "'", '"', '" ']:
            labels.append(f"{before}{trigger}SUM(1;{len(labels)})")
    return labels


def hostile(repository):
    """A collection, each choice of which has such a label."""
    labels = hostile_labels()
    os.makedirs(f"{repository}/Pipelines/hostile")
    os.makedirs(f"{repository}/Input/hostile")

    def write(name, rows):
        with open(f"{repository}/{name}", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)

    write("Pipelines/hostile/survey.csv", [["type", "name", "label"], ["select_one l", "q", "=1+1"],
                                           ["integer", "n", "11/12"]])
    write("Pipelines/hostile/choices.csv",
          [["list_name", "name", "label"]] + [["l", f"c{n}", label] for n, label in enumerate(labels)])
    write("Input/hostile/r.csv", [["Who", "Day", "q", "n"]]
          + [[f"R{n}", "2024-01-01", f"c{n}", n - 7] for n in range(len(labels))])
    # Names of files are quoted by findings: each has a day that is none, and an answer that is no choice.
    names = ["=1+1.csv", "+1.csv", "-1.csv", "@SUM(1).csv", "\uff1d1.csv", " =1.csv", "'=1.csv", "1-5.csv", "0012.csv"]
    for number, name in enumerate(names):
        write(f"Input/hostile/{name}", [["Who", "Day", "q", "n"], [f"={number}", "soon", "c0", 1],
                                        [f"=N{number}", "2024-01-02", "=SUM(1)", "=1"]])
    with open(f"{repository}/Pipelines/hostile/pipeline.yaml", "w") as file:
        file.write("title: '@title'\ncut-off: 2024-06-30\nunit: respondent\nfail-on: never\nsources:\n"
                   "  - {file: '*.csv', unit: {column: Who}, received: {column: Day}}\n")
    with open(f"{repository}/Pipelines/hostile/tables.yaml", "w") as file:
        file.write("tables: [{rows: q, columns: [q], note: '=1'}, {rows: n, footnotes: [{on: title, text: '+1'}]}, {id: q1, rows: n, footnotes: [{on: title, text: '-2'}, {on: .value, text: '+1'}]}]\n")


def run(binaries, repository, collection, world, office):
    """Publishes a copy of a collection, its CSV written for an office."""
    _, separator, decimal = OFFICES[office]
    folder = f"{world}/{office}/{collection}"
    shutil.copytree(f"{repository}/Pipelines", f"{folder}/Pipelines")
    path = f"{folder}/Pipelines/{collection}/pipeline.yaml"
    words = {",": "comma", ";": "semicolon"}[separator], {".": "point", ",": "comma"}[decimal]
    with open(path, "a", encoding="utf-8") as file:
        file.write("\nspreadsheet: {separator: %s, decimal: %s}\n" % words)
    for stage in STAGES:
        ended = subprocess.run(
            [f"{binaries}/rapporteur-{stage}", "--pipeline", f"Pipelines/{collection}",
             "--input", f"{repository}/Input/{collection}", "--output", "Output"],
            cwd=folder, capture_output=True)
        if ended.returncode not in (0, 1):
            sys.exit(f"office: {collection}: {stage} ended with {ended.returncode}: {ended.stderr.decode()}")
    return f"{folder}/Output/published"


def office(paths, to, language, separator=None):
    """Converts files to workbooks by LibreOffice, as a double click in that office reads them."""
    number = OFFICES[language][0]
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{to}/profile",
               "--convert-to", "xlsx", "--outdir", to]
    if separator:
        # Separator, quote, UTF-8, from line 1, language, quoted fields are not text, detect numbers.
        command.insert(2, f"--infilter=CSV:{ord(separator)},34,76,1,,{number},false,true,false,false,false,-1")
    subprocess.run(command + paths, check=True, capture_output=True)
    return {os.path.basename(path): f"{to}/{os.path.splitext(os.path.basename(path))[0]}.xlsx" for path in paths}


def cells_of(published):
    """The figures of cells.csv: {table: [Fraction of each]}, and what stands in place of some."""
    figures = {}
    with open(f"{published}/machine/cells.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            try:
                figures.setdefault(row["table"], []).append(Fraction(row["value"]))
            except ValueError:
                pass
    return figures


def is_figure(value, figures):
    """Whether a value is one of the table's, exact or rounded to the decimals that it has."""
    text = repr(value)
    exact = Fraction(value)
    decimals = len(text.partition(".")[2]) if "." in text and not text.endswith(".0") else 0
    slack = Fraction(1, 10 ** min(decimals, 11)) if decimals or value == int(value) else 0
    return any(abs(exact - figure) <= slack for figure in figures)


def check_workbook(path, published, name):
    """What can be looked at of the checklist, in openpyxl and in the bytes."""
    book = openpyxl.load_workbook(path)
    figures, counted = cells_of(published), 0
    with zipfile.ZipFile(path) as package:
        for part in package.namelist():
            content = package.read(part)
            if part.startswith("xl/worksheets/") and b"<f>" in content:
                fault(name, part, "has a formula")
            if b"<headerFooter" in content or b"<legacyDrawing" in content or b"<oleObject" in content:
                fault(name, part, "has a header, a footer or something that floats")
            if b"<autoFilter" in content:
                fault(name, part, "has a filter")
            if part.startswith(("xl/media/", "xl/vbaProject", "xl/macrosheets")):
                fault(name, part, "is an image or a macro")
    titles = [sheet.title for sheet in book]
    if len({title.lower() for title in titles}) != len(titles):
        fault(name, "has sheets whose names differ in case alone")
    if not book.properties.title:
        fault(name, "has no title among its properties")
    if book.active.title != titles[0] or book.active.sheet_view.selection[0].activeCell != "A1":
        fault(name, "does not open at the first cell")
    check_notes(book, name)
    for sheet in book:
        address = f"{name} {sheet.title}:"
        if not sheet["A1"].value or sheet["A1"].font.sz <= 11 or not sheet["A1"].font.b:
            fault(address, "has no heading in A1")
        if sheet.merged_cells.ranges:
            fault(address, "has merged cells")
        if sheet.sheet_state != "visible" or any(d.hidden for d in sheet.row_dimensions.values()):
            fault(address, "hides something")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    check_format(cell, address)
                if cell.data_type == "f":
                    fault(address, cell.coordinate, "is a formula")
                if cell.hyperlink and cell.hyperlink.location:
                    target = cell.hyperlink.location.rpartition("!")[0].strip("'").replace("''", "'")
                    if target not in titles:
                        fault(address, cell.coordinate, "leads nowhere")
        if sheet.title == titles[0]:
            continue
        if len(sheet.tables) != 1:
            fault(address, "has", len(sheet.tables), "tables")
            continue
        (table,) = sheet.tables.values()
        first, *rows = sheet[table.ref]
        if first[0].column != 1:
            fault(address, "has a table that does not begin at the left")
        if re.fullmatch(r"[A-Za-z]{1,3}\d+|Table\d+", table.displayName):
            fault(address, "has a table named", table.displayName)
        headings = [str(cell.value).lower() for cell in first]
        if len(set(headings)) != len(headings):
            fault(address, "has headings that differ in case alone")
        if sheet.freeze_panes is None:
            fault(address, "does not keep its headings in sight")
        if sheet.max_row > rows[-1][0].row:
            fault(address, "has something below its table")
        for row in rows:
            for cell in row:
                if cell.value in (None, ""):
                    fault(address, cell.coordinate, "is empty")
                elif cell.data_type == "n":
                    counted += 1
                    if not is_figure(cell.value, figures.get(sheet.title, [])):
                        fault(address, cell.coordinate, cell.value, "is no figure of the table")
                elif isinstance(cell.value, str) and re.fullmatch(r"-?\d+([.,]\d+)?", cell.value) \
                        and cell.column > 2:
                    fault(address, cell.coordinate, "is a number as text")
    charts = sum(len(sheet._charts) for sheet in book)
    return counted, charts


def check_format(cell, address):
    """Letters without serifs, of 11 points or more; no italics, fills or superscript; links alone underlined."""
    font = cell.font
    if font.sz < 11 or font.name not in ("Calibri", "Arial"):
        fault(address, cell.coordinate, "is written in", font.name, font.sz)
    if font.i or font.strike or font.vertAlign or (cell.fill.fill_type or "none") != "none":
        fault(address, cell.coordinate, "is in italics, struck out, raised or filled")
    if bool(font.u) != bool(cell.hyperlink):
        fault(address, cell.coordinate, "is underlined and no link, or a link and not underlined")


NOTE = re.compile(r"\[(?:note|nota|примечание|注|ملاحظة) ?(\d+)\]")


def check_notes(book, name):
    """Notes are numbered from 1 in the order in which sheets refer to them, and stand on a sheet of their own."""
    referred, explained = [], []
    for sheet in book:
        if sheet.tables.get("Notes"):
            explained = [NOTE.fullmatch(row[0].value) for row in sheet[sheet.tables["Notes"].ref][1:]]
            continue
        for row in sheet.iter_rows():
            for cell in row:
                for number in NOTE.findall(str(cell.value or "")):
                    if NOTE.fullmatch(str(cell.value)):
                        fault(name, sheet.title, cell.coordinate, "has a mark where a figure stands")
                    referred.append(int(number))
    if any(mark is None for mark in explained) or [int(mark[1]) for mark in explained] != list(range(1, len(explained) + 1)):
        fault(name, "has notes whose numbers do not follow one another")
    elif sorted(set(referred)) != list(range(1, len(explained) + 1)):
        fault(name, "refers to notes", sorted(set(referred)), "and explains", len(explained))


def values(path):
    book = openpyxl.load_workbook(path)
    return {sheet.title: [[cell for cell in row] for row in sheet.iter_rows()] for sheet in book}


def check_reopened(path, reopened, name):
    """LibreOffice has the same values in the workbook."""
    before, after = values(path), values(reopened)
    if list(before) != list(after):
        fault(name, "has other sheets in LibreOffice")
    for title in before:
        for row, other in zip(before[title], after.get(title, [])):
            for cell, twin in zip(row, other):
                if (cell.value or "") != (twin.value or "") or twin.data_type in "fd":
                    fault(name, title, cell.coordinate, repr(cell.value), "became", repr(twin.value))


def check_csv(path, opened, language):
    """A table as CSV, in the spreadsheet of an office: each field is what was meant."""
    _, separator, decimal = OFFICES[language]
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=separator))
    (cells,) = values(opened).values()
    numbers = 0
    for number, row in enumerate(rows):
        for column, field in enumerate(row):
            cell = cells[number][column] if number < len(cells) and column < len(cells[number]) else None
            value = cell.value if cell is not None else None
            address = f"{path}:{number + 1} field {column + 1}"
            if re.fullmatch(r"-?\d+([.,]\d+)?", field):
                numbers += 1
                if value is None or isinstance(value, str) or Fraction(value) != Fraction(field.replace(decimal, ".")) \
                        and abs(Fraction(value) - Fraction(field.replace(decimal, "."))) > Fraction(1, 10**9):
                    fault(address, repr(field), "became", repr(value))
            elif re.fullmatch(r"\d{4}-\d\d-\d\d", field):
                # A figure that is a date is one; a label like it has the mark.
                if not isinstance(value, datetime.datetime) or value.strftime("%Y-%m-%d") != field:
                    fault(address, repr(field), "became", repr(value))
            elif field != ("" if value is None else value):
                fault(address, repr(field), "became", repr(value))
            elif cell is not None and cell.data_type in "fd":
                fault(address, repr(field), "is taken for a formula or date")
    return numbers


def check_machine(published, labels, name):
    """The files for programs are raw: whole records of UTF-8, no mark of a spreadsheet, each label as given."""
    for path in sorted(glob.glob(f"{published}/machine/*.csv")):
        with open(path, "rb") as file:
            data = file.read()
        text = data.decode()
        widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}
        if len(widths) != 1:
            fault(name, path, "has records of", sorted(widths), "fields")
        if labels and MARK in text or data.startswith(b"\xef\xbb\xbf"):
            fault(name, path, "has a mark for spreadsheets")
    with open(f"{published}/machine/cells.csv", encoding="utf-8", newline="") as file:
        found = {row["row_label"].strip() for row in csv.DictReader(file)}
    for label in labels:
        if label.strip() not in found:
            fault(name, "has no", repr(label), "in machine/cells.csv")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binaries")
    parser.add_argument("--collections", nargs="*")
    options = parser.parse_args()
    binaries = os.path.abspath(options.binaries)
    names = options.collections or sorted(os.listdir(f"{REPOSITORY}/Input"))
    names = [name for name in names if os.path.isdir(f"{REPOSITORY}/Pipelines/{name}")]
    with tempfile.TemporaryDirectory() as world:
        repository = f"{world}/repository"
        for folder in ["Pipelines", "Input"]:
            shutil.copytree(f"{REPOSITORY}/{folder}", f"{repository}/{folder}")
        hostile(repository)
        for name in names + ["hostile"]:
            for language, (_, separator, _) in OFFICES.items():
                published = run(binaries, repository, name, world, language)
                book = f"{published}/workbook.xlsx"
                figures, charts = check_workbook(book, published, f"{name} ({language})")
                check_machine(published, hostile_labels() if name == "hostile" else [], f"{name} ({language})")
                to = f"{world}/opened/{language}/{name}"
                os.makedirs(to)
                check_reopened(book, office([book], to, language)["workbook.xlsx"], f"{name} ({language})")
                tables = [path for path in glob.glob(f"{published}/**/*.csv", recursive=True)
                          if not path.startswith((f"{published}/machine/", f"{published}/quarantine/records/"))]
                tables.sort()
                opened = office(tables, to, language, separator)
                numbers = sum(check_csv(table, opened[os.path.basename(table)], language) for table in tables)
                print(f"office: {name} ({language}): {figures} figures and {charts} charts in the workbook, "
                      f"{numbers} in {len(tables)} CSV files", flush=True)
                if charts == 0 and name != "hostile":
                    fault(name, "has no chart")
    for line in faults[:50]:
        print("office:", line, file=sys.stderr)
    print("office: ok" if not faults else f"office: {len(faults)} faults")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()

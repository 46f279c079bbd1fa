#!/usr/bin/env python3
"""Compares every record that ingestion read with Python's csv reader.

    python3 records_oracle.py INPUT INGESTED

INPUT is the folder of the exports (UTF-8, comma, one header row), INGESTED the stage folder made
from it. Of each source, records.csv, seen.csv and texts.csv are put together again and held, cell
by cell and in order, against what csv.reader has; the counts and first records of seen.csv are
counted again. Nothing is held in memory but the distinct texts. Ends with "oracle: ok".
"""

import csv
import os
import sys

csv.field_size_limit(1 << 30)


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def ingested(folder, columns):
    """The records of a source as cells, with their numbers."""
    names = [{} for _ in range(columns)]
    seen = rows(f"{folder}/seen.csv")
    next(seen)
    for column, number, text, _, _ in seen:
        names[int(column) - 1][number] = text
    texts = rows(f"{folder}/texts.csv")
    next(texts)
    text = next(texts, None)
    records = rows(f"{folder}/records.csv")
    next(records)
    for record, _, _, _, *cells in records:
        record = record.strip()
        for column, cell in enumerate(cells):
            cell = cell.strip()
            if cell == ".":
                cells[column] = ""
            elif cell == "*":
                assert text and text[0] == record and text[1] == str(column + 1), (record, text)
                cells[column] = text[2]
                text = next(texts, None)
            else:
                cells[column] = names[column][cell]
        yield int(record), cells
    assert text is None, text


def counted(folder):
    counts = {}
    seen = rows(f"{folder}/seen.csv")
    next(seen)
    for column, _, text, count, first in seen:
        counts[int(column) - 1, text] = (int(count), int(first))
    return counts


def check(source, folder):
    right = (row for row in rows(source) if row)
    header = next(right)
    header[0] = header[0].removeprefix("\ufeff").strip('"')
    headings = [row[1] for row in rows(f"{folder}/columns.csv")][1:]
    assert headings == header, (headings, header)
    expected = counted(folder)
    found, count = {}, 0
    for count, ((record, cells), row) in enumerate(
            zip(ingested(folder, len(header)), right, strict=True), 1):
        assert record == count and cells == row, (source, record, count, cells, row)
        for address in enumerate(cells):
            if address in expected:
                number, first = found.get(address, (0, record))
                found[address] = (number + 1, first)
    assert found == expected, f"{source}: the counts of seen.csv are others"
    return count


def main():
    folder, stage = sys.argv[1:]
    names = sorted(os.listdir(folder))
    total = sum(check(f"{folder}/{name}", f"{stage}/sources/{name}") for name in names)
    listed = sum(1 for _ in rows(f"{stage}/sources.csv")) - 1
    assert listed == len(names), (listed, names)
    print(f"{total} records of {len(names)} files are as csv.reader has them")
    print("oracle: ok")


if __name__ == "__main__":
    main()

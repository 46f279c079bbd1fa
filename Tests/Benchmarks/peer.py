#!/usr/bin/env python3
"""Counts the collection of big_collection.py as another tool does it, in one process.

    python3 peer.py {csv|polars|duckdb} FOLDER OUT.csv

Of each respondent the last reply counts; each answer is brought to a choice by its label in any
language, whatever its case and the blanks around it; OUT gets question,choice,region,count, with
".total" for all regions, as far as a count is not 0.
"""

import csv
import glob
import sys
from collections import Counter


def definition(folder):
    """The closed questions with their labels: [(name, is multi-select, {label: choice})]."""
    with open(f"{folder}/Pipelines/big/choices.csv", encoding="utf-8", newline="") as file:
        labels = {}
        for name, choice, *texts in list(csv.reader(file))[1:]:
            for text in [choice, *texts]:
                labels.setdefault(name, {})[text.lower()] = choice
    with open(f"{folder}/Pipelines/big/survey.csv", encoding="utf-8", newline="") as file:
        return [(row["name"], kind[0] == "select_multiple", labels[kind[1]])
                for row in csv.DictReader(file) if len(kind := row["type"].split()) == 2]


def codes(text, is_multiple, labels):
    """The choices that a cell means; none where any of it means none."""
    parts = text.split(";") if is_multiple else [text]
    found = [labels.get(part.strip(" ").lower()) for part in parts]
    return [] if None in found else sorted(set(found))


def by_csv(files, questions):
    last = {}
    for path in files:
        with open(path, encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader)
            positions = [(header.index(name), name, is_multiple, labels)
                      for name, is_multiple, labels in questions]
            known = {}
            for row in filter(None, reader):
                key = (row[1], len(last))
                answers = []
                for position, name, is_multiple, labels in positions:
                    cell = (name, row[position])
                    if cell not in known:
                        known[cell] = codes(row[position], is_multiple, labels)
                    answers.append(known[cell])
                if row[0] not in last or last[row[0]][0] <= row[1]:
                    last[row[0]] = (row[1], answers)
    counts = Counter()
    region = [name for name, _, _ in questions].index("region")
    for _, answers in last.values():
        columns = [".total", *answers[region]]
        for (name, _, _), choices in zip(questions, answers):
            for choice in choices:
                for column in columns:
                    counts[name, choice, column] += 1
    return counts


def by_pairs(questions, pairs):
    """Sums (question, text, region text, count) by what the texts mean."""
    counts = Counter()
    regions = questions[[name for name, _, _ in questions].index("region")]
    for (name, is_multiple, labels), rows in zip(questions, pairs):
        for text, region, count in rows:
            columns = [".total", *codes(region or "", False, regions[2])]
            for choice in codes(text or "", is_multiple, labels):
                for column in columns:
                    counts[name, choice, column] += count
    return counts


def by_polars(files, questions):
    import polars as pl
    names = [name for name, _, _ in questions]
    table = pl.scan_csv(files, infer_schema=False).with_row_index("row").select(
        "row", "respondent", "received",
        *[pl.col(name).cast(pl.Categorical) for name in names]).collect()
    table = table.sort("received", "row").unique("respondent", keep="last")
    lazy = table.lazy()
    pairs = pl.collect_all(
        [lazy.group_by(pl.col(name).alias("text"), pl.col("region").alias("by")).len()
         for name in names])
    return by_pairs(questions, [frame.with_columns(
        pl.col("text", "by").cast(pl.String)).rows() for frame in pairs])


def by_duckdb(files, questions):
    import duckdb
    database = duckdb.connect()
    names = [name for name, _, _ in questions]
    columns = ", ".join(f'"{name}"' for name in names)
    database.execute(f"""
        create table replies as
        select {columns} from (
          select *, row_number() over (partition by respondent order by received desc, row desc) n
          from (select *, row_number() over () row
                from read_csv({files!r}, all_varchar = true, header = true, parallel = true)))
        where n = 1""")
    pairs = [database.execute(f'select "{name}", region, count(*) from replies group by 1, 2')
             .fetchall() for name in names]
    return by_pairs(questions, pairs)


def main():
    tool, folder, target = sys.argv[1:]
    files = sorted(glob.glob(f"{folder}/Input/big/*.csv"))
    tools = {"csv": by_csv, "polars": by_polars, "duckdb": by_duckdb}
    counts = tools[tool](files, definition(folder))
    with open(target, "w", encoding="utf-8") as file:
        for position, count in sorted(counts.items()):
            file.write(f"{','.join(position)},{count}\n")


if __name__ == "__main__":
    main()

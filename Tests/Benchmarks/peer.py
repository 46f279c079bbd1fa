#!/usr/bin/env python3
"""Counts a collection of big_collection.py or narrow_collection.py as another tool does it, in one
process.

    python3 peer.py {csv|polars|duckdb} FOLDER OUT.csv

Of each respondent the last reply counts; where pipeline.yaml says `unit: record`, every record. Each
answer is brought to a choice by its label in any language, whatever its case and the blanks around
it, each day to the band of bands.csv. OUT gets question,choice,column,count, as far as a count is not
0; a column is a choice of a banner of tables.yaml, or ".total".
"""

import bisect
import csv
import glob
import os
import re
import sys
from collections import Counter, namedtuple

# A closed question or a variable of days: the column of its answers, and what a cell of it means.
Question = namedtuple("Question", "name column codes")
# What is counted: questions by banners, of all records or of the last of each respondent.
Work = namedtuple("Work", "questions banners all_records")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_label(is_multiple, labels):
    """The choices that a cell means; none where any part of it means none."""
    def codes(text):
        parts = text.split(";") if is_multiple else [text]
        found = [labels.get(part.strip(" ").lower()) for part in parts]
        return [] if None in found else sorted(set(found))
    return codes


def by_band(bands):
    """The band of an ISO date; bands are in order and leave no gap."""
    starts = [band["from"] for band in bands]

    def codes(text):
        found = bisect.bisect_right(starts, text) - 1
        return [bands[found]["band"]] if found >= 0 and text < bands[found]["below"] else []
    return codes


def definition(folder):
    pipelines = f"{folder}/Pipelines/big"
    labels = {}
    for row in rows(f"{pipelines}/choices.csv"):
        for text in list(row.values())[1:]:
            labels.setdefault(row["list_name"], {})[text.lower()] = row["name"]
    questions = [Question(row["name"], row["name"],
                          by_label(kind[0] == "select_multiple", labels[kind[1]]))
                 for row in rows(f"{pipelines}/survey.csv") if len(kind := row["type"].split()) == 2]
    if os.path.exists(f"{folder}/bands.csv"):
        bands = rows(f"{folder}/bands.csv")
        questions.append(Question(bands[0]["question"], bands[0]["of"], by_band(bands)))
    with open(f"{pipelines}/tables.yaml", encoding="utf-8") as file:
        names = re.search(r"columns: \[(.*?)\]", file.read())[1].split(", ")
    with open(f"{pipelines}/pipeline.yaml", encoding="utf-8") as file:
        all_records = "unit: record\n" in file.read()
    named = {question.name: question for question in questions}
    return Work(questions, [named[name] for name in names], all_records)


def by_csv(files, work):
    last = {}
    for path in files:
        with open(path, encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader)
            positions = [header.index(question.column) for question in work.questions]
            known = [{} for _ in positions]
            for number, row in enumerate(filter(None, reader)):
                answers = []
                for question, position, seen in zip(work.questions, positions, known):
                    cell = row[position]
                    if cell not in seen:
                        seen[cell] = question.codes(cell)
                    answers.append(seen[cell])
                unit = (path, number) if work.all_records else row[0]
                if unit not in last or last[unit][0] <= row[1]:
                    last[unit] = (row[1], answers)
    counts = Counter()
    banners = [work.questions.index(banner) for banner in work.banners]
    for _, answers in last.values():
        columns = [".total", *(code for banner in banners for code in answers[banner])]
        for question, choices in zip(work.questions, answers):
            for choice in choices:
                for column in columns:
                    counts[question.name, choice, column] += 1
    return counts


def by_pairs(work, pairs):
    """Sums (text, text of the banner, count) of each question and banner by what the texts mean."""
    counts = Counter()
    for (question, banner), found in pairs:
        for text, by, count in found:
            columns = banner.codes(by or "")
            if banner is work.banners[0]:
                columns = [".total", *columns]
            for choice in question.codes(text or ""):
                for column in columns:
                    counts[question.name, choice, column] += count
    return counts


def crossed(work):
    return [(question, banner) for question in work.questions for banner in work.banners]


def by_polars(files, work):
    import polars as pl
    columns = sorted({question.column for question in work.questions})
    table = pl.scan_csv(files, infer_schema=False).with_row_index("row").select(
        "row", "respondent", "received",
        *[pl.col(name).cast(pl.Categorical) for name in columns]).collect()
    if not work.all_records:
        table = table.sort("received", "row").unique("respondent", keep="last")
    lazy = table.lazy()
    found = pl.collect_all(
        [lazy.group_by(pl.col(question.column).alias("text"), pl.col(banner.column).alias("by")).len()
         for question, banner in crossed(work)])
    return by_pairs(work, zip(crossed(work), [frame.with_columns(
        pl.col("text", "by").cast(pl.String)).rows() for frame in found]))


def by_duckdb(files, work):
    import duckdb
    database = duckdb.connect()
    columns = ", ".join(sorted({f'"{question.column}"' for question in work.questions}))
    source = f"read_csv({files!r}, all_varchar = true, header = true, parallel = true)"
    last = f"""(
        select *, row_number() over (partition by respondent order by received desc, row desc) as n
        from (select *, row_number() over () as row from {source})) where n = 1"""
    database.execute(f"create table replies as select {columns} from "
                     + (source if work.all_records else last))
    return by_pairs(work, [((question, banner), database.execute(
        f'select "{question.column}", "{banner.column}", count(*) from replies group by 1, 2')
        .fetchall()) for question, banner in crossed(work)])


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

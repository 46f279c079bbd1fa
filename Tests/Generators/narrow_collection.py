#!/usr/bin/env python3
"""Writes many short records, as of a register of complaints: six columns, of which one has 200
choices and one a day, for which 76 months are declared. For measurements.

    python3 narrow_collection.py OUTDIR ROWS [--seed S]

OUTDIR gets Pipelines/big and Input/big, as from big_collection.py, and bands.csv: the months as
another tool may count them. The same arguments give the same bytes.
"""

import argparse
import csv
import datetime
import os
import random

REGIONS = ["africa", "asia", "east", "latin", "west"]
CHANNELS = ["letter", "web", "phone", "visit", "referral"]
PRODUCTS = [f"p{number:03}" for number in range(1, 201)]
FIRST, MONTHS = 2018, 76
PIPELINE = """title: Invented complaints
cut-off: 2024-12-31
unit: respondent
sources:
  - file: replies*.csv
    unit: {column: respondent}
    received: {column: received}
fail-on: never
"""


def months():
    """(name, first day, day after the last)."""
    days = [datetime.date(FIRST + number // 12, number % 12 + 1, 1) for number in range(MONTHS + 1)]
    return [(f"m{day:%Y-%m}", day.isoformat(), after.isoformat())
            for day, after in zip(days, days[1:])]


def write_definition(folder):
    pipelines = f"{folder}/Pipelines/big"
    os.makedirs(pipelines, exist_ok=True)
    codes = "".join(f"      - {{name: {name}, from: {first}, below: {after}}}\n"
                    for name, first, after in months())
    tables = ("variables:\n  - name: month\n    from: opened\n    codes:\n" + codes
              + "tables:\n  - {each: closed, columns: [region]}\n"
              + "  - {id: month, rows: month, columns: [region]}\n")
    for name, text in [("pipeline.yaml", PIPELINE), ("tables.yaml", tables)]:
        with open(f"{pipelines}/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    questions = [("select_one region", "region", "Region"),
                 ("select_one product", "product", "Which product is it about?"),
                 ("select_one channel", "channel", "How did it come?"),
                 ("date", "opened", "When was it opened?")]
    lists = {"region": REGIONS, "product": PRODUCTS, "channel": CHANNELS}
    with open(f"{pipelines}/survey.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("type", "name", "label"), *questions])
    with open(f"{pipelines}/choices.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [("list_name", "name", "label"),
             *((name, choice, choice.title()) for name, choices in lists.items() for choice in choices)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("rows", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_definition(options.folder)
    with open(f"{options.folder}/bands.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [("question", "of", "band", "from", "below"),
             *(("month", "opened", *month) for month in months())])
    draw = random.Random(options.seed).random
    start = datetime.date(FIRST, 1, 1).toordinal()
    days = [datetime.date.fromordinal(start + day).isoformat()
            for day in range(datetime.date(2024, 12, 31).toordinal() - start + 1)]
    os.makedirs(f"{options.folder}/Input/big", exist_ok=True)
    with open(f"{options.folder}/Input/big/replies.csv", "w", encoding="utf-8", newline="") as file:
        file.write("respondent,received,region,product,channel,opened\n")
        for number in range(options.rows):
            opened = int(draw() * len(days))
            received = min(opened + int(draw() * 60), len(days) - 1)
            blank = draw() < 0.02
            file.write(",".join([
                f"C{number:07}", days[received], REGIONS[int(draw() * 5)].title(),
                "" if blank else PRODUCTS[int(draw() * draw() * 200)].title(),
                CHANNELS[int(draw() * 5)].title(), days[opened]]) + "\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""A collection of 200 closed questions to all 193 Member States, with tables by three banners.

    wide_collection.py FOLDER REGISTERS

writes FOLDER/Pipelines/wide and FOLDER/Input/wide; REGISTERS is copied to
FOLDER/Pipelines/registers. The same bytes each time.
"""

import csv
import os
import random
import shutil
import sys

QUESTIONS = 200
CUT_OFF = "2012-01-01"
CHOICES = [("yes", "Yes"), ("part", "Yes, in part"), ("no", "No"), ("planned", "Planned"),
           ("unknown", "Not known")]
PLAN = """variables:
  - name: bound
    label: Bound by the treaty
    from: status
    codes: [{name: bound, of: [party]}, {name: unbound, of: [signatory, non_signatory]}]
tables:
  - each: closed
    columns: [status, regional_group, bound]
    base-label: States that answered this question
    lists: all
"""
PIPELINE = f"""title: Two hundred questions
cut-off: {CUT_OFF}
unit: state
register: {{treaty: migrants-protocol}}
sources:
  - file: replies.csv
    unit: {{column: State, by: iso3}}
    received: {{column: Received}}
"""


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def members(registers):
    with open(f"{registers}/states.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "state" and row["member_from"] <= CUT_OFF \
                    and (not row["member_to"] or row["member_to"] > CUT_OFF):
                yield row["iso3"]


def main():
    folder, registers = sys.argv[1:]
    chance = random.Random(193)
    pipeline, exports = f"{folder}/Pipelines/wide", f"{folder}/Input/wide"
    os.makedirs(pipeline)
    os.makedirs(exports)
    shutil.copytree(registers, f"{folder}/Pipelines/registers")
    questions = [f"q{number}" for number in range(1, QUESTIONS + 1)]
    write_csv(f"{pipeline}/survey.csv",
              [["type", "name", "label"]]
              + [["select_one scale", name, f"Question {name[1:]}"] for name in questions])
    write_csv(f"{pipeline}/choices.csv",
              [["list_name", "name", "label"]] + [["scale", *choice] for choice in CHOICES])
    for name, text in [("tables.yaml", PLAN), ("pipeline.yaml", PIPELINE)]:
        with open(f"{pipeline}/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    labels = [label for _, label in CHOICES] + [""]
    write_csv(f"{exports}/replies.csv",
              [["State", "Received", *questions]]
              + [[iso3, "2011-06-01"] + [chance.choice(labels) for _ in questions]
                 for iso3 in members(registers)])


if __name__ == "__main__":
    main()

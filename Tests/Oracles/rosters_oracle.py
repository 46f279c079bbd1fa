#!/usr/bin/env python3
"""Rosters against repeats in files of their own: two ways to hand in the same replies publish the same.

    rosters_oracle.py PROGRAMS SEED COUNT FOLDER

Takes the households and members of `random_instances.py`, of which every reply has members, and hands them in
twice: as two files, joined by a key, and as one, with a record for each member that repeats what the household
answered. The records of the one file stand in any order, and in one of three cases in two files. All tables,
figures, answer states and lists must be the same bytes.
"""

import csv
import filecmp
import os
import random
import shutil
import subprocess
import sys

import random_instances

STAGES = ["ingest", "normalize", "validate", "aggregate", "export"]
COMMON = ["id", "submitted", "village", "weight"]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows, columns):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def variants(folder, name, rng):
    """Writes both variants of a collection; false where too little is left of it."""
    source, pipeline = f"{folder}/Input/{name}", f"{folder}/Pipelines/{name}"
    households = {}
    days = set()
    for row in read(f"{source}/households.csv"):
        # In one file, what came on one day is one submission.
        day = (row["id"], row["submitted"][:10])
        if day not in days:
            households[row["key"]] = row
        days.add(day)
    members = [row for row in read(f"{source}/members.csv") if row["of"] in households]
    kept = {row["of"] for row in members}
    if not kept:
        return False
    numbers = {}
    for row in members:
        numbers[row["of"]] = numbers.get(row["of"], 0) + 1
        row.update({column: households[row["of"]][column] for column in COMMON})
        row["number"] = f"no. {numbers[row['of']]}"
    own = [column for column in members[0] if column not in ["of", "number", *COMMON]]
    for variant in ["repeat", "roster"]:
        shutil.copytree(pipeline, f"{folder}/Pipelines/{name}-{variant}")
        os.makedirs(f"{folder}/Input/{name}-{variant}")
    write(f"{folder}/Input/{name}-repeat/households.csv",
          [row for row in households.values() if row["key"] in kept], ["key", *COMMON])
    write(f"{folder}/Input/{name}-repeat/members.csv", members, ["of", *own])
    # Members keep their order within a household, by which lists call them.
    halves = [members] if rng.random() < 0.67 else [members[: len(members) // 2], members[len(members) // 2:]]
    for number, half in enumerate(half for half in halves if half):
        columns = ["number", *own, *COMMON]
        rng.shuffle(columns)
        write(f"{folder}/Input/{name}-roster/members-{number}.csv", half, columns)
    path = f"{folder}/Pipelines/{name}-roster/pipeline.yaml"
    with open(path, encoding="utf-8") as file:
        head, households_part = file.read().split("sources:\n")
    tests = next(line for line in households_part.split("\n") if "test-records" in line)
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            head + "resubmissions: replace\nsources:\n  - file: members-*.csv\n    noughts: answer\n"
            "    unit: {column: id}\n    received: {column: submitted}\n" + tests + "\n"
            f"    items: {{column: number, by: [{', '.join(COMMON)}], repeat: members}}\n")
    return True


def run(programs, folder, name):
    for stage in STAGES:
        done = subprocess.run(
            [f"{programs}/rapporteur-{stage}", "--pipeline", f"Pipelines/{name}", "--input",
             f"Input/{name}", "--output", f"Output/{name}"],
            cwd=folder, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f"{name}: rapporteur-{stage} ended with {done.returncode}\n{done.stderr}")


def main():
    programs, seed, count, folder = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    random_instances.generate(seed, count, folder)
    compared = different = 0
    for number in range(count):
        name = f"i{number:03}"
        if not variants(folder, name, random.Random(f"{seed} {number} rosters")):
            continue
        for variant in ["repeat", "roster"]:
            run(programs, folder, f"{name}-{variant}")
        first, second = (f"{folder}/Output/{name}-{variant}/published" for variant in ["repeat", "roster"])
        files = [f"machine/{file}" for file in ["cells.csv", "answer-states.csv", "lists.csv", "tables.csv"]]
        files += [f"tables/{file}" for file in sorted(os.listdir(f"{first}/tables"))]
        for file in files:
            compared += 1
            if not filecmp.cmp(f"{first}/{file}", f"{second}/{file}", shallow=False):
                different += 1
                print(f"{name}: {file} differs")
    print(f"{compared} files compared, {different} different")
    sys.exit(1 if different or compared == 0 else 0)


main()

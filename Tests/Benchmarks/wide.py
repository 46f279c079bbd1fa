#!/usr/bin/env python3
"""Times the tables of 200 questions to 193 States by three banners, of a plan of ten lines.

    wide.py BIN FOLDER ROUNDS [--write]

FOLDER holds the collection of wide_collection.py; the output goes to memory (/dev/shm) where that can
be: a workbook has many scratch files, of whose making disks differ. Printed are medians of wall and CPU seconds of
the stages that make tables, after one round that is not timed; and how many tables, cells and names
there are, after a look at one of them. `--write` notes the CPU seconds in RESULTS.md.
"""

import csv
import statistics
import sys
import tempfile

import results
from bench import STAGES, memory, run


def main():
    with tempfile.TemporaryDirectory(dir=memory()) as output:
        measure(output)


def measure(output):
    programs, folder, rounds = [word for word in sys.argv[1:] if word != "--write"]
    times = {"aggregate": [], "export": []}
    for round in range(int(rounds) + 1):
        for stage in STAGES if round == 0 else times:
            figures = run([f"{programs}/rapporteur-{stage}", "--pipeline",
                           f"{folder}/Pipelines/wide", "--input", f"{folder}/Input/wide",
                           "--output", output])
            if round > 0:
                times[stage].append(figures)
    with open(f"{folder}/Pipelines/wide/tables.yaml", encoding="utf-8") as file:
        lines = len(file.readlines())
    published = f"{output}/published"
    with open(f"{published}/machine/cells.csv", encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file))
    with open(f"{published}/machine/lists.csv", encoding="utf-8", newline="") as file:
        names = list(csv.DictReader(file))
    with open(f"{folder}/Input/wide/replies.csv", encoding="utf-8", newline="") as file:
        yes = sum(row["q1"] == "Yes" for row in csv.DictReader(file))
    counted = [row["value"] for row in cells
               if (row["table"], row["row"], row["column"], row["statistic"])
               == ("q1", "yes", ".total", "count")]
    if counted != [str(yes)]:
        sys.exit(f"q1 was answered yes {yes} times, but {counted} stands in cells.csv")
    tables = len({row["table"] for row in cells})
    print(f"{tables} tables of a plan of {lines} lines: {len(cells)} figures, {len(names)} names")
    wall = sum(statistics.median(figures[0] for figures in stage) for stage in times.values())
    cpu = sum(statistics.median(figures[1] for figures in stage) for stage in times.values())
    print(f"aggregate and export: {wall:.2f} s wall, {cpu:.2f} s CPU")
    if "--write" in sys.argv:
        results.note({
            "193 States, 200 questions, three banners: aggregate and export, CPU s": f"{cpu:.2f}"})


if __name__ == "__main__":
    main()

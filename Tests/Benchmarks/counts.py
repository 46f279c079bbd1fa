#!/usr/bin/env python3
"""Counts the instructions that each stage takes for a record, by callgrind: on a busy machine the
same number as on a quiet one.

    python3 counts.py BIN FOLDER [--write]

BIN has release programs, FOLDER is empty or new. Of 2,000 and 4,000 generated records each stage is run
by one job on programs without debug information; the difference by 2,000 is what a record takes, without
what a start takes. Printed beside it is what counts.csv has; a stage that takes over 3 per cent more
ends the program with 1. `--write` writes counts.csv anew.

Callgrind knows no instructions for SHA-256, so that digests weigh more than they do in a run.
"""

import csv
import os
import re
import shutil
import subprocess
import sys

STAGES = ["ingest", "normalize", "validate", "aggregate", "export"]
RECORDS = 2000
TOLERANCE = 0.03
HERE = os.path.dirname(os.path.abspath(__file__))
COUNTS = f"{HERE}/counts.csv"


def instructions(program, folder):
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program,
         "--pipeline", f"{folder}/Pipelines/big", "--input", f"{folder}/Input/big",
         "--output", f"{folder}/Output", "--jobs", "1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode > 1 or not found:
        sys.exit(f"{program}: left with {done.returncode} under callgrind:\n{done.stderr[-2000:]}")
    return int(found[1])


def measure(programs, folder):
    counts = []
    for records in (RECORDS, 2 * RECORDS):
        data = f"{folder}/{records}"
        subprocess.run([sys.executable, f"{HERE}/../Generators/big_collection.py", data, str(records)],
                       check=True, stdout=subprocess.DEVNULL)
        counts.append({stage: instructions(f"{folder}/bin/rapporteur-{stage}", data)
                       for stage in STAGES})
    return {stage: (counts[1][stage] - counts[0][stage]) // RECORDS for stage in STAGES}


def main():
    programs, folder, *options = sys.argv[1:]
    os.makedirs(f"{folder}/bin", exist_ok=True)
    for stage in STAGES:
        # Valgrind cannot read the debug information of Swift.
        shutil.copy(f"{programs}/rapporteur-{stage}", f"{folder}/bin/")
        subprocess.run(["strip", "-g", f"{folder}/bin/rapporteur-{stage}"], check=True)
    found = measure(programs, folder)
    if options == ["--write"]:
        with open(COUNTS, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerows([["stage", "instructions"], *found.items()])
    with open(COUNTS, encoding="utf-8", newline="") as file:
        known = {row["stage"]: int(row["instructions"]) for row in csv.DictReader(file)}
    failed = False
    for stage in STAGES:
        change = found[stage] / known[stage] - 1
        failed = failed or change > TOLERANCE
        print(f"{stage:10}{found[stage]:12,}{known[stage]:12,}{change:+9.1%}")
    print(f"{'all':10}{sum(found.values()):12,}{sum(known.values()):12,}")
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()

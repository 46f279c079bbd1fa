#!/usr/bin/env python3
"""Says what each form costs that the export publishes: of 200 questions to 193 States by three banners.

    forms.py BIN FOLDER ROUNDS

BIN has release programs; FOLDER holds the collection of wide_collection.py, to which a report of a paragraph
a question is added. The CPU seconds of the export are a median of rounds. What each form has of them is its
share of the instructions, by callgrind, of a run with one job; digests and what is written to the disk by
the system are in the whole alone.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys

from bench import STAGES, run

FORMS = {"CellsForm": "machine/cells.csv", "ListsForm": "machine/lists.csv", "SpreadsheetTables": "tables/", "ReportForm": "report.md",
         "ReportPageForm": "report.html", "AnswerStatesForm": "machine/answer-states.csv", "WorkbookForm": "workbook.xlsx",
         "PageForm": "index.html"}


def options(folder):
    return ["--pipeline", f"{folder}/Pipelines/wide", "--input", f"{folder}/Input/wide",
            "--output", f"{folder}/Output/wide"]


def shares(program, folder):
    """What part of all instructions each form took, with what it called."""
    bare = f"{folder}/export"
    shutil.copy(program, bare)
    # Valgrind cannot read the debug information of Swift.
    subprocess.run(["strip", "-g", bare], check=True)
    counts = f"{folder}/callgrind.out"
    subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}", bare, *options(folder),
                    "--jobs", "1"], check=True, capture_output=True)
    text = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", counts], check=True,
                          capture_output=True, text=True).stdout
    whole = int(re.search(r"([\d,]+) \(100\.0%\)\s+PROGRAM TOTALS", text)[1].replace(",", ""))
    found = {}
    for form in FORMS:
        # What a form is called by: its function `write`, by itself or as that of the protocol.
        name = rf"^\s*([\d,]+) .*\$s11Publication{len(form)}{form}V(?:5write|AA10OutputFormA2aDP5write)"
        counted = [int(count.replace(",", "")) for count in re.findall(name, text, re.M)]
        found[form] = max(counted, default=0) / whole
    return found


def main():
    programs, folder, rounds = sys.argv[1:]
    programs = os.path.abspath(programs)
    with open(f"{folder}/Pipelines/wide/report.md", "w", encoding="utf-8") as file:
        file.write("# {{title}}\n\n")
        for number in range(1, 201):
            file.write(f"{number}. {{{{Percent q{number}/yes}}}} said yes: {{{{list q{number}/yes}}}}.\n\n")
    times = []
    for round in range(int(rounds) + 1):
        for stage in STAGES if round == 0 else ["export"]:
            figures = run([f"{programs}/rapporteur-{stage}", *options(folder)])
        if round > 0:
            times.append(figures[1])
    cpu = statistics.median(times)
    parts = shares(f"{programs}/rapporteur-export", folder)
    published = f"{folder}/Output/wide/published"
    print("| form | bytes | share of instructions | CPU s |\n|---|--:|--:|--:|")
    for form, file in FORMS.items():
        path = f"{published}/{file}"
        size = sum(os.path.getsize(f"{path}{name}") for name in os.listdir(path)) if os.path.isdir(path) \
            else os.path.getsize(path)
        print(f"| `{file}` | {size:,} | {parts[form]:.1%} | {parts[form] * cpu:.2f} |")
    rest = 1 - sum(parts.values())
    print(f"| all else: reading, printing, digests | | {rest:.1%} | {rest * cpu:.2f} |\n| the export | | | {cpu:.2f} |")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""What it costs to count the persons of households, beside as many records of one person each.

    persons.py PROGRAMS FOLDER HOUSEHOLDS [--rounds N]

Makes the same persons three times: as a file of households and one of their persons (`repeat`), as one file
that repeats the household in the record of each person (`items` with `repeat`), and as flat records, each of a
respondent. The same tables of persons by village and sex are counted of all three, and must be the same. Prints
CPU seconds and peak memory of each stage, medians of rounds taken in turn.
"""

import argparse
import os
import random
import statistics
import sys

from bench import STAGES, run

VILLAGES = [f"v{number:02}" for number in range(30)]
HEAD = "title: Persons\ncut-off: 2024-06-30\nunit: respondent\nfail-on: never\n"
OWN = "select_one sex,sex,Sex\ninteger,age,Age\nselect_one yn,school,Goes to school\nselect_one yn,works,Works\n"
SOURCES = {
    "repeat": "sources:\n  - file: households.csv\n    unit: {column: id}\n    received: {column: submitted}\n"
    "  - file: persons.csv\n    repeat: {name: people, of: households.csv, key: of, parent: key}\n",
    "roster": "resubmissions: replace\nsources:\n  - file: persons.csv\n    unit: {column: id}\n"
    "    received: {column: submitted}\n"
    "    items: {column: number, by: [id, submitted, village], repeat: people}\n",
    "flat": "sources:\n  - file: persons.csv\n    unit: {column: person}\n    received: {column: submitted}\n"
    "    ignore: [id, number]\n",
}


def write(folder, households):
    """Writes the three collections, and says how many persons there are."""
    files = {}
    for name, sources in SOURCES.items():
        pipeline, source = f"{folder}/Pipelines/{name}", f"{folder}/Input/{name}"
        os.makedirs(pipeline, exist_ok=True)
        os.makedirs(source, exist_ok=True)
        unit = "" if name == "flat" else "    unit: people\n"
        texts = {
            "pipeline.yaml": HEAD + sources, "report.md": "# {{title}}\n",
            "survey.csv": "type,name,label\nselect_one village,village,Village\n" + (
                OWN if name == "flat" else f"begin_repeat,people,People\n{OWN}end_repeat,,\n"),
            "choices.csv": "list_name,name,label\nsex,f,f\nsex,m,m\nyn,yes,yes\nyn,no,no\n"
            + "".join(f"village,{village},{village}\n" for village in VILLAGES),
            "tables.yaml": "tables:\n" + "".join(
                f"  - id: {rows}\n{unit}    rows: {rows}\n    columns: [village, sex]\n"
                for rows in ["school", "works", "age"])}
        for file, text in texts.items():
            with open(f"{pipeline}/{file}", "w", encoding="utf-8") as out:
                out.write(text)
        files[name] = open(f"{source}/persons.csv", "w", encoding="utf-8")
    files["households"] = open(f"{folder}/Input/repeat/households.csv", "w", encoding="utf-8")
    files["households"].write("key,id,submitted,village\n")
    files["repeat"].write("of,sex,age,school,works\n")
    files["roster"].write("id,submitted,village,number,sex,age,school,works\n")
    files["flat"].write("person,id,submitted,village,number,sex,age,school,works\n")
    rng = random.Random(1)
    persons = 0
    for key in range(1, households + 1):
        common = f"h{key},2024-05-{key % 28 + 1:02},{rng.choice(VILLAGES)}"
        files["households"].write(f"{key},{common}\n")
        for number in range(1, rng.choice([1, 2, 2, 3, 4]) + 1):
            persons += 1
            own = f"{rng.choice('fm')},{rng.randint(0, 90)},{rng.choice(['yes', 'no', ''])},{rng.choice(['yes', 'no'])}"
            files["repeat"].write(f"{key},{own}\n")
            files["roster"].write(f"{common},{number},{own}\n")
            files["flat"].write(f"p{persons},{common},{number},{own}\n")
    for file in files.values():
        file.close()
    return persons


def figures(folder, name):
    """The tables, without the lines that say what their units are."""
    path = f"{folder}/Output/{name}/published/machine/cells.csv"
    with open(path, encoding="utf-8") as file:
        return [line for line in file if ",.did_not_reply," not in line]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs")
    parser.add_argument("folder")
    parser.add_argument("households", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    programs = os.path.abspath(options.programs)
    persons = write(options.folder, options.households)
    taken = {(name, stage): [] for name in SOURCES for stage in STAGES}
    for _ in range(options.rounds):
        for name in SOURCES:
            for stage in STAGES:
                taken[name, stage].append(run([
                    f"{programs}/rapporteur-{stage}", "--pipeline", f"{options.folder}/Pipelines/{name}",
                    "--input", f"{options.folder}/Input/{name}",
                    "--output", f"{options.folder}/Output/{name}"])[1:])
    first = figures(options.folder, "flat")
    for name in ["repeat", "roster"]:
        if figures(options.folder, name) != first:
            sys.exit(f"the figures of '{name}' are not those of flat records")
    print(f"{options.households} households, {persons} persons; CPU s and peak MB, medians of {options.rounds}\n")
    print("| | " + " | ".join(SOURCES) + " |")
    print("|---|" + "--:|" * len(SOURCES))
    totals = dict.fromkeys(SOURCES, 0)
    for stage in STAGES:
        cells = []
        for name in SOURCES:
            cpu = statistics.median(cpu for cpu, _ in taken[name, stage])
            totals[name] += cpu
            cells.append(f"{cpu:.2f}, {max(peak for _, peak in taken[name, stage]):.0f}")
        print(f"| {stage} | " + " | ".join(cells) + " |")
    print("| all stages | " + " | ".join(f"{totals[name]:.2f}" for name in SOURCES) + " |")
    print("| beside flat records | " + " | ".join(f"{totals[name] / totals['flat']:.2f}" for name in SOURCES) + " |")


main()

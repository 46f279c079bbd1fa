"""What the program is to reach, and how far it is: the table of goals in RESULTS.md.

Each benchmark notes its figures under `--write`: they stand in measured.csv, of which the table is
made anew. A figure that a benchmark does not have keeps what was measured before.
"""

import csv
import datetime
import os

HERE = os.path.dirname(os.path.abspath(__file__))
MEASURED = f"{HERE}/measured.csv"
RESULTS = f"{HERE}/RESULTS.md"
BEGIN, END = "<!-- made by results.py -->\n", "<!-- end -->\n"

# Figure: what it was before work on speed began, what it must be, what is aimed at.
GOALS = {
    "five stages / Polars, wall": ("9.7", "1.0", "0.6"),
    "five stages / Polars, CPU": ("7.7", "", ""),
    "stages 2 to 5 / Polars, wall": ("8.0", "0.5", "0.3"),
    "five stages / DuckDB, wall": ("4.9", "0.5", "0.3"),
    "five stages / DuckDB, CPU": ("4.2", "", ""),
    "largest stage, MB": ("257", "64 + 40 bytes a respondent", ""),
    "anonymous records: five stages / Polars, wall": ("9.7", "1.0", "0.6"),
    "anonymous records: largest stage, MB": ("", "64 + 40 bytes a record", ""),
    "narrow records: five stages / Polars, wall": ("", "3.0", "1.5"),
    "narrow records: largest stage, MB": ("", "64 + 40 bytes a respondent", ""),
    "a banner of 200 choices: five stages / Polars, wall": ("", "", ""),
    "cost per byte at 16 times the input, CPU": ("", "1.10", ""),
    "193 States, 200 questions, three banners: aggregate and export, CPU s": ("1.2", "0.6", "0.4"),
    "the collection of 2005: five stages on tmpfs, wall s": ("0.39", "0.2", "0.12"),
    "the collection of 2005: five stages on tmpfs, CPU s": ("", "", ""),
    "start of a stage, CPU ms": ("15", "9", "6"),
    "start of the export, CPU ms": ("24", "14", "9"),
}


def note(figures, records=""):
    """Writes figures down; `records` says of how many they are."""
    known = {}
    if os.path.exists(MEASURED):
        with open(MEASURED, encoding="utf-8", newline="") as file:
            known = {row["figure"]: row for row in csv.DictReader(file)}
    day = datetime.date.today().isoformat()
    for figure, value in figures.items():
        known[figure] = {"figure": figure, "value": value, "records": records, "day": day}
    unknown = known.keys() - GOALS.keys()
    if unknown:
        raise ValueError(f"no goals for {unknown}")
    rows = [known[figure] for figure in GOALS if figure in known]
    with open(MEASURED, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["figure", "value", "records", "day"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with open(RESULTS, encoding="utf-8") as file:
        text = file.read()
    before, rest = text.split(BEGIN)
    with open(RESULTS, "w", encoding="utf-8") as file:
        file.write(before + BEGIN + table(known) + END + rest.split(END)[1])


def table(known):
    lines = ["| figure | was | must | aim | is | records | measured |", "|---|---|---|---|---|---|---|"]
    for figure, goals in GOALS.items():
        row = known.get(figure, {"value": "not measured", "records": "", "day": ""})
        cells = [figure, *goals, row["value"], row["records"], row["day"]]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"

#!/usr/bin/env python3
"""Reads what is made for other programs with the programs of others.

    described_oracle.py BINARIES [--collections NAME…]

The collections of the repository are published in all forms that are made on request. For each:

- `frictionless` validates the package: sizes, digests, types, keys and references of every row;
- `csvw` validates the metadata and reads every row by it;
- Datasette opens the database and gives every row of the same files by its JSON; what it counts of the
  submissions are the answer states that were published;
- pyreadstat reads the data files of SPSS: every value is that of the database, labels and missing values
  included; PSPP runs the syntax, and its frequencies are the published counts;
- every value that any of them reads is that of the CSV, and every file is there.
"""

import argparse
import asyncio
import csv
import datetime
import decimal
import glob
import json
import math
import os
import sqlite3
import subprocess
import sys
import tempfile

import csvw
import frictionless
import pyreadstat
from datasette.app import Datasette

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))
STAGES = ["ingest", "normalize", "validate", "aggregate", "export"]
FORMS = ["datapackage", "csvw", "sqlite", "sav"]
# The values of answer states, before they are put below all answers, and the letters of the database.
STATES = {".": -9, "/": -8, "~": -7, "?": -6}


def publish(binaries, name, output, forms=FORMS):
    for stage in STAGES:
        options = [f"--form={form}" for form in forms] if stage == "export" else []
        run = subprocess.run(
            [f"{binaries}/rapporteur-{stage}", "--pipeline", f"{REPOSITORY}/Pipelines/{name}",
             "--input", f"{REPOSITORY}/Input/{name}", "--output", output] + options,
            capture_output=True, text=True)
        if "[confidential-form]" in run.stderr and "sav" in forms:
            return publish(binaries, name, output, [form for form in forms if form != "sav"])
        if run.returncode > 1:
            sys.exit(f"{name}: {stage} left with {run.returncode}\n{run.stderr}")
    return f"{output}/published/machine"


def raw(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def same(text, value, missing):
    """Whether what a program read is what stands in the file."""
    if value is None:
        return text in missing
    if isinstance(value, bool):
        return False
    if isinstance(value, (int, decimal.Decimal)):
        return decimal.Decimal(text) == value
    if isinstance(value, float):
        return float(text) == value
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat() == text
    return text == value


def compare(name, path, rows, missing):
    known = raw(path)
    rows = list(rows)
    if len(known) != len(rows):
        sys.exit(f"{name}: {path} has {len(known)} rows, and {len(rows)} were read")
    for number, (texts, values) in enumerate(zip(known, rows), start=2):
        for column, text in texts.items():
            if not same(text, values[column], missing):
                sys.exit(f"{name}: {path}:{number}: {column} is {text!r}, and {values[column]!r} was read")
    return len(known) * len(known[0]) if known else 0


def frictionless_values(name, folder, files):
    package = frictionless.Package(f"{folder}/datapackage.json")
    report = package.validate()
    if not report.valid:
        sys.exit(f"{name}: {report.flatten(['rowNumber', 'fieldName', 'type', 'message'])[:5]}")
    if sorted(resource.path for resource in package.resources) != files:
        sys.exit(f"{name}: datapackage.json has other files than there are")
    return sum(
        compare(name, f"{folder}/{resource.path}", resource.read_rows(),
                resource.schema.missing_values)
        for resource in package.resources)


def csvw_values(name, folder, files):
    path = f"{folder}/csv-metadata.json"
    data = csvw.CSVW(path, validate=True)
    if not data.is_valid:
        sys.exit(f"{name}: csvw does not take {path} for valid")
    group = csvw.TableGroup.from_file(path)
    if sorted(str(table.url) for table in group.tables) != files:
        sys.exit(f"{name}: csv-metadata.json has other files than there are")
    values = 0
    for table in group.tables:
        missing = {null for column in table.tableSchema.columns for null in column.null}
        values += compare(name, f"{folder}/{table.url}", table, missing)
    return values


async def ask(client, name, question):
    """All rows that a statement gives, as dictionaries."""
    response = await client.get(f"/{name}.json", params={"sql": question, "_shape": "objects"})
    if response.status_code != 200 or response.json().get("truncated"):
        sys.exit(f"{name}: Datasette: {question}: {response.text[:300]}")
    return response.json()["rows"]


async def database_values(name, folder, files):
    path = f"{os.path.dirname(folder)}/{name}.sqlite"
    client = Datasette([path], settings={"max_returned_rows": 10**9, "sql_time_limit_ms": 10**6}).client
    # Datasette lets nobody ask for these.
    for check, expected in [("integrity_check", [("ok",)]), ("foreign_key_check", [])]:
        found = sqlite3.connect(path).execute(f"PRAGMA {check}").fetchall()
        if found != expected:
            sys.exit(f"{name}: {check}: {found[:5]}")
    values = 0
    for file in files:
        table = file.removesuffix(".csv").replace("-", "_")
        rows = await ask(client, name, f'SELECT * FROM "{table}" ORDER BY rowid')
        values += compare(name, f"{folder}/{file}", rows, ["", "suppressed"])
    there = {row["name"] for row in await ask(client, name, "SELECT name FROM sqlite_master")}
    if "submissions" in there:
        await compare_counts(name, folder, client)
    return values


async def compare_counts(name, folder, client):
    """What is counted of the submissions, beside what was published."""
    counted = {(row["question"], row["state"]): row["units"] for row in await ask(
        client, name, "SELECT question, state, count(*) AS units FROM submissions_states GROUP BY 1, 2")}
    silent = (await ask(
        client, name, "SELECT count(*) AS units FROM units WHERE fate <> 'replied'"))[0]["units"]
    states = ["answered", "no_answer", "not_applicable", "not_asked", "unclear"]
    for row in raw(f"{folder}/answer-states.csv"):
        if row["attribute"]:
            continue
        found = [counted.get((row["question"], state), 0) for state in states] + [silent]
        if found != [int(row[state]) for state in states + ["did_not_reply"]]:
            sys.exit(f"{name}: the states of {row['question']} are {found}, and {row} was published")


def expected_value(question, value, state, codes, states):
    """What a variable of the data file holds, of an answer as the database has it."""
    if state != "a":
        return states[state]
    if question["type"] == "select_one":
        return codes[question["question"]][value]
    if question["type"] in ("integer", "decimal"):
        return float(value)
    return value


def data_values(name, folder):
    """Every value of a data file, beside the database."""
    base = os.path.dirname(folder)
    database = sqlite3.connect(f"{base}/{name}.sqlite")
    database.row_factory = sqlite3.Row
    questions = [dict(row) for row in database.execute("SELECT * FROM questions ORDER BY number")]
    with open(f"{REPOSITORY}/Pipelines/{name}/survey.csv", encoding="utf-8", newline="") as file:
        asked = {row["name"]: row["type"].split(" ")[0] for row in csv.DictReader(file)}
    choices = {}
    for row in database.execute("SELECT * FROM choices ORDER BY question, number"):
        choices.setdefault(row["question"], []).append((row["code"], row["label"]))
    codes = {}
    for question, known in choices.items():
        numeric = all(code.lstrip("-").isdigit() and str(int(code)) == code for code, _ in known)
        codes[question] = {code: float(code) if numeric else float(position)
                           for position, (code, _) in enumerate(known, start=1)}
    values = 0
    for path in sorted(glob.glob(f"{base}/*.sav")):
        frame, data = pyreadstat.read_sav(path, user_missing=True, disable_datetime_conversion=True)
        repeat = os.path.basename(path)[len(name):-len(".sav")].lstrip("-")
        table = f"instances_{repeat}" if repeat else "submissions"
        order = "submission, instance" if repeat else "submission"
        rows = list(database.execute(f'SELECT * FROM "{table}" ORDER BY {order}'))
        frame = frame.sort_values(order.split(", "))
        if len(rows) != len(frame):
            sys.exit(f"{path}: {len(frame)} rows, and {len(rows)} in the database")
        column = list(frame.columns)
        at = column.index("received") + 1 + database.execute(
            "SELECT count(*) FROM pragma_table_info('units')").fetchone()[0] - 4
        for question in questions:
            if repeat and question["repeat"] == repeat:
                # Of one instance a question is what the form says, and not what all of them come to.
                question = dict(question, type=asked[question["question"]])
            if question["type"] == "text":
                continue
            known = choices.get(question["question"], [])
            several = question["type"] in ("select_multiple", "rank")
            names = column[at:at + (len(known) if several else 1)]
            at += len(names)
            for place, variable in enumerate(names):
                missing = data.missing_ranges[variable][0]
                scale = missing["hi"] / -6
                if missing["lo"] != -9 * scale:
                    sys.exit(f"{path}: {variable}: {missing}")
                states = {letter: value * scale for letter, value in STATES.items()}
                labels = data.variable_value_labels[variable]
                if question["type"] == "select_one":
                    for code, label in known:
                        # A label has at most 120 bytes.
                        shown = labels[codes[question["question"]][code]]
                        if not label.startswith(shown) or (shown != label and len(shown.encode()) < 100):
                            sys.exit(f"{path}: {variable}: {labels}")
                for row, found in zip(rows, frame[variable]):
                    state = row["states"][question["number"] - 1]
                    answer = row[question["column_name"]]
                    if several and state == "a":
                        named = answer.split(" ")
                        code = known[place][0]
                        # What was not ranked has no rank, and is no nought in a mean.
                        ranked = question["type"] == "rank"
                        wanted = (named.index(code) + 1 if ranked else 1) if code in named \
                            else float("nan") if ranked else 0
                    elif question["type"] == "date" and state == "a":
                        wanted = (datetime.date.fromisoformat(answer) - datetime.date(1582, 10, 14)).days * 86400
                    else:
                        wanted = expected_value(question, answer, state, codes, states)
                    if found != wanted and not (math.isnan(found) and math.isnan(wanted)):
                        sys.exit(f"{path}: {variable} of submission {row['submission']} is {found}, not {wanted}")
                    values += 1
    return values, codes, choices


def pspp_counts(name, folder, codes, choices):
    """The frequencies of single choices in PSPP, beside the published counts."""
    base = os.path.dirname(folder)
    published = {}
    for row in raw(f"{folder}/cells.csv"):
        if (row["statistic"], row["column"]) == ("count", ".total") \
                and row["table"] == row["row_variable"] and row["row"] in codes.get(row["table"], {}):
            published.setdefault(row["table"], {})[row["row"]] = int(row["numerator"])
    _, data = pyreadstat.read_sav(f"{base}/{name}.sav", metadataonly=True)
    asked = [question for question in published if question in data.column_names]
    with open(f"{base}/{name}.sps", encoding="utf-8") as file:
        syntax = file.read()
    compared = 0
    for question in asked:
        with tempfile.TemporaryDirectory() as scratch:
            script = f"{scratch}/counts.sps"
            with open(script, "w", encoding="utf-8") as file:
                file.write(f"{syntax}WEIGHT OFF.\nAGGREGATE OUTFILE=* /BREAK={question} /units=N.\n"
                           f"SAVE OUTFILE='{scratch}/counts.sav'.\n")
            run = subprocess.run(["pspp", "-o", f"{scratch}/out.txt", script], cwd=base,
                                 capture_output=True, text=True)
            with open(f"{scratch}/out.txt", encoding="utf-8") as file:
                said = file.read()
            if run.returncode or "error" in said or "warning" in said:
                sys.exit(f"{name}: PSPP: {run.stderr}{said[:500]}")
            frame, _ = pyreadstat.read_sav(f"{scratch}/counts.sav", user_missing=True)
        counted = dict(zip(frame[question], frame["units"]))
        for code, count in published[question].items():
            if counted.get(codes[question][code], 0) != count:
                sys.exit(f"{name}: {question} {code}: PSPP counts {counted}, published {count}")
            compared += 1
    return compared


def offered_values(binaries):
    """Choices that not all were offered, put down by hand: made 1, offered and not made 0, not offered -7, and
    -6 where an unclear answer leaves open whether it was; of who left the question blank -9."""
    files = {
        "pipeline.yaml": "title: Offers\ncut-off: 2024-06-30\nunit: respondent\nfail-on: never\nforms: [sav]\n"
        "sources:\n  - file: replies.csv\n    separator: ;\n    unit: {column: who}\n"
        "    received: {date: 2024-05-01}\n",
        "survey.csv": "type,name,label,choice_filter\nselect_one region,region,Region,\n"
        "select_multiple topic,topics,Topics,\"area = ${region} or area = 'all'\"\n",
        "choices.csv": "list_name,name,label,area\nregion,north,North,\nregion,south,South,\n"
        "topic,ice,Ice,north\ntopic,sun,Sun,south\ntopic,rain,Rain,all\n",
        "tables.yaml": "tables: [{rows: topics}]\n"}
    replies = ("who,region,topics\nann,north,ice;rain\nbea,south,ice\ncid,middle,rain\ndee,,rain\n"
               "eve,north,\n")
    expected = {"ann": [1, -7, 1], "bea": [1, 0, 0], "cid": [-6, -6, 1], "dee": [-7, -7, 1],
                "eve": [-9, -9, -9]}
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(f"{folder}/Pipelines/offers")
        os.makedirs(f"{folder}/Input/offers")
        for file, text in files.items():
            with open(f"{folder}/Pipelines/offers/{file}", "w", encoding="utf-8") as out:
                out.write(text)
        with open(f"{folder}/Input/offers/replies.csv", "w", encoding="utf-8") as out:
            out.write(replies)
        for stage in ["ingest", "normalize", "validate", "aggregate", "export"]:
            run = subprocess.run(
                [f"{binaries}/rapporteur-{stage}", "--pipeline", "Pipelines/offers", "--input",
                 "Input/offers", "--output", "Output/offers"], cwd=folder, capture_output=True, text=True)
            if run.returncode > 1:
                sys.exit(f"offers: {stage}: {run.stderr}")
        frame, _ = pyreadstat.read_sav(f"{folder}/Output/offers/published/offers.sav", user_missing=True)
    found = {row["unit"]: [row[f"topics_{topic}"] for topic in ["ice", "sun", "rain"]]
             for _, row in frame.iterrows()}
    if found != expected:
        sys.exit(f"offers: {found}, not {expected}")
    print("described: choices that not all were offered are so in the data file")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binaries")
    parser.add_argument("--collections", nargs="*")
    options = parser.parse_args()
    names = options.collections or sorted(
        os.path.basename(os.path.dirname(path))
        for path in glob.glob(f"{REPOSITORY}/Pipelines/*/pipeline.yaml"))
    offered_values(os.path.abspath(options.binaries))
    for name in names:
        with tempfile.TemporaryDirectory() as output:
            folder = publish(os.path.abspath(options.binaries), name, output)
            files = sorted(os.path.basename(path) for path in glob.glob(f"{folder}/*.csv"))
            with open(f"{folder}/datapackage.json", encoding="utf-8") as file:
                json.load(file)
            package = frictionless_values(name, folder, files)
            metadata = csvw_values(name, folder, files)
            database = asyncio.run(database_values(name, folder, files))
            if not package == metadata == database > 0:
                sys.exit(f"{name}: {package} values of the package, {metadata} of CSVW, {database} of the "
                         "database")
            print(f"described: {name}: {len(files)} files, {package:,} values read alike by frictionless, "
                  "csvw and Datasette")
            if glob.glob(f"{output}/published/*.sav"):
                answers, codes, choices = data_values(name, folder)
                counts = pspp_counts(name, folder, codes, choices)
                if answers == 0:
                    sys.exit(f"{name}: no answers were read")
                print(f"described: {name}: {answers:,} answers read alike by pyreadstat, {counts} counts "
                      "alike in PSPP")


if __name__ == "__main__":
    main()

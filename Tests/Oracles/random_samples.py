#!/usr/bin/env python3
"""Random samples, held against R: limits, comparisons of columns and tests of independence.

    random_samples.py generate SEED COUNT FOLDER
    random_samples.py check FOLDER

`generate` writes COUNT collections below FOLDER/Pipelines and FOLDER/Input: drawn one by one, from strata,
in clusters or in clusters from strata, equal or own weights, with post-stratification, raking or neither,
with and without a finite population, codes that few or nobody has, blanks. `check` gives the exports to R
(random_samples.R: the package survey) and compares with FOLDER/Output/<collection>/published/machine:
`tests.csv` within 1e-8, and of samples with strata or clusters the limits of `cells.csv` within 1e-9 and
its comparisons. Those of units drawn one by one are held by random_tables.py.

No code of the program.
"""

import collections
import csv
import json
import os
import random
import subprocess
import sys

CODES = {"region": 3, "sex": 2, "law": 3, "trust": 5, "way": 4}
ALL = dict(CODES, zone=4)
LIMITS = ["lower-limit", "upper-limit", "higher-than"]


def draw(rng, rows):
    """Says of each row where it was drawn, and returns the keys of `sample` for that."""
    kind = rng.choice(["", "strata", "clusters", "both"])
    zones = rng.choice([1, 2, 4]) if kind in ("strata", "both") else 1
    villages = rng.choice([3, 6, 15])
    for number, row in enumerate(rows):
        row["zone"] = "zone%d" % (number % zones)
        village = rng.randrange(villages) if number // zones >= villages else number // zones
        row["village"] = str(village if rng.random() < 0.9 else rng.randrange(villages))
        row["score"] = "" if rng.random() < 0.1 else "%.2f" % (
            rng.gauss(10, 3) + int(row["village"]) + 5 * (number % zones))
        row["trust"] = row["trust"] and "trust%d" % min(4, int(row["trust"][-1]) // 2 + int(row["village"]) % 3)
    drawn = collections.Counter()
    if kind in ("clusters", "both"):
        drawn.update(zone for zone, _ in {(row["zone"], row["village"]) for row in rows})
    else:
        drawn.update(row["zone"] for row in rows)
    sample = {}
    if kind in ("strata", "both"):
        sample["strata"] = "zone"
    if kind in ("clusters", "both"):
        sample["clusters"] = "village"
    if kind and rng.random() < 0.5:
        sizes = {zone: count + rng.choice([0, 1, 10, 1000]) for zone, count in drawn.items()}
        for code in range(4):
            sizes.setdefault("zone%d" % code, 0)
        sample["population"] = sizes if "strata" in sample else str(sizes["zone0"])
    return sample


def make(rng, folder, name):
    count = rng.choice([30, 80, 250])
    rows = []
    for number in range(count):
        row = {"who": "p%d" % number, "received": "2024-06-01", "weight": "%.3f" % rng.uniform(0.2, 5)}
        lean = rng.random()
        for question, codes in CODES.items():
            code = min(int((lean * rng.random() if rng.random() < 0.5 else rng.random()) * codes * 1.1), codes - 1)
            may_be_blank = question not in ("region", "sex")
            row[question] = "" if may_be_blank and rng.random() < 0.1 else "%s%d" % (question, code)
        rows.append(row)
    sample = draw(rng, rows)
    weights, totals = {}, {"region": {}, "sex": {}}
    for row in rows:  # people of whom each stands for some, so that there is a solution
        number = rng.randint(1, 30)
        for question, known in totals.items():
            known[row[question]] = known.get(row[question], 0) + number
    for question, known in totals.items():
        for code in range(CODES[question]):
            known.setdefault("%s%d" % (question, code), 0)
    kind = rng.choice(["none", "strata", "rake"])
    if kind == "strata":
        weights = {"post-stratify": ["region"], "totals": totals["region"]}
    elif kind == "rake":
        weights = {"rake": ["region", "sex"], "totals": totals}
    if rng.random() < 0.6:
        weights["question"] = "weight"
    if kind == "none" and "question" in weights:  # R gives what weighs nothing a part in known totals
        for row in rows:
            if rng.random() < 0.1:
                row["weight"] = "0"
    if not sample and rng.random() < 0.5:
        sample["population"] = str(rng.randint(count, 5000))
    sample["confidence"] = rng.choice(["95", "90"])
    sample["adjust"] = rng.choice(["none", "bonferroni"])
    plan = {"sample": sample, "tables": []}
    if weights:
        plan["weights"] = weights
    questions = list(CODES)
    for number in range(6):
        first, *others = rng.sample(questions, rng.randint(2, 3))
        plan["tables"].append({
            "id": "t%d" % number, "rows": first, "columns": others, "independence": "yes",
            "base": rng.choice(["answered", "respondents"]), "statistics": ["count", "percent"] + LIMITS})
    plan["tables"].append({
        "id": "means", "rows": "score", "columns": rng.sample(questions, 2),
        "statistics": ["count", "mean"] + LIMITS})
    os.makedirs(os.path.join(folder, "Pipelines", name))
    os.makedirs(os.path.join(folder, "Input", name))

    def write(path, text):
        with open(os.path.join(folder, path.split("/")[0], name, path.split("/")[1]), "w") as file:
            file.write(text)

    write("Pipelines/tables.yaml", json.dumps(plan, indent=1))
    write("Pipelines/pipeline.yaml", json.dumps({
        "title": name, "cut-off": "2024-06-30", "unit": "respondent", "fail-on": "never",
        "sources": [{"file": "r.csv", "unit": {"column": "who"}, "received": {"column": "received"}}]}))
    write("Pipelines/survey.csv", "type,name,label\n" + "".join(
        "select_one %s,%s,%s\n" % (q, q, q.title()) for q in ALL)
        + "decimal,weight,Weight\ninteger,village,Village\ndecimal,score,Score\n")
    write("Pipelines/choices.csv", "list_name,name,label\n" + "".join(
        "%s,%s%d,%s %d\n" % (q, q, c, q.title(), c) for q, n in ALL.items() for c in range(n)))
    with open(os.path.join(folder, "Input", name, "r.csv"), "w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def design_of(folder, name, plan):
    """What R is to know of the sample of a collection."""
    weights, sample = plan.get("weights", {}), plan["sample"]
    margins = weights.get("rake", weights.get("post-stratify", []))
    totals = weights.get("totals", {})
    if "post-stratify" in weights:
        totals = {"region": totals}
    population = sample.get("population", ".")
    if isinstance(population, dict):
        population = ";".join("%s:%d" % pair for pair in population.items())
    return [
        os.path.join(folder, "Input", name, "r.csv"), weights.get("question", "."), population,
        "rake" if "rake" in weights else "strata" if margins else ".",
        ";".join("%s:%s:%d" % (q, c, t) for q in margins for c, t in totals[q].items() if t) or ".",
        sample.get("strata", "."), sample.get("clusters", "."), sample["confidence"]]


def read(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


class Check:
    def __init__(self, folder):
        self.folder = folder
        self.requests, self.held = [], []
        self.count = collections.Counter()

    def ask(self, design, request, held):
        self.requests.append(design + request)
        self.held.append((held, design[0].split(os.sep)[-2] + " " + " ".join(request)))

    def add(self, name):
        with open(os.path.join(self.folder, "Pipelines", name, "tables.yaml")) as file:
            plan = json.load(file)
        machine = os.path.join(self.folder, "Output", name, "published", "machine")
        design = design_of(self.folder, name, plan)
        for row in read(os.path.join(machine, "tests.csv")):
            self.ask(design, ["test", row["row_variable"], row["column_variable"]], Test(row))
        if not {"strata", "clusters"} & set(plan["sample"]):
            return
        cells = collections.defaultdict(dict)
        for row in read(os.path.join(machine, "cells.csv")):
            key = row["table"], row["row_variable"], row["row"]
            column = row["column_variable"], row["column"]
            cells[key].setdefault(column, {})[row["statistic"]] = row["value"]
        tables = {table["id"]: table for table in plan["tables"]}
        for (table, variable, row), columns in cells.items():
            if not any("upper-limit" in found for found in columns.values()):
                continue
            letters = {}
            for column in columns:
                if column[0]:
                    letters[column] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[len(letters)]
            base = "answered" if row == ".value" else tables[table]["base"]
            for asked in {column[0] for column in columns}:
                own = [column for column in columns if column[0] == asked]
                self.ask(
                    design,
                    ["mean" if row == ".value" else "share", variable, row, base, asked or ".",
                     ",".join(code for _, code in own)],
                    Limits([columns[column] for column in own], [letters.get(column) for column in own],
                           plan["sample"]))

    def run(self):
        for name in sorted(os.listdir(os.path.join(self.folder, "Input"))):
            self.add(name)
        with open(os.path.join(self.folder, "requests.tsv"), "w") as file:
            for request in self.requests:
                file.write("\t".join(request) + "\n")
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "random_samples.R")
        subprocess.run(["Rscript", "--vanilla", script, self.folder], check=True)
        different = 0
        with open(os.path.join(self.folder, "answers.tsv")) as file:
            lines = file.read().splitlines()
        if len(lines) != len(self.held):
            raise RuntimeError("%d answers to %d requests" % (len(lines), len(self.held)))
        for (held, what), line in zip(self.held, lines):
            for problem in held.problems(line.split("\t"), self.count):
                different += 1
                print("%s: %s" % (what, problem))
        print("%s; different: %d" % (
            ", ".join("%d %s" % (n, what) for what, n in sorted(self.count.items())), different))
        return 1 if different or not self.held else 0


class Test:
    """A test of independence."""

    def __init__(self, row):
        self.row = row

    def problems(self, found, count):
        count["tests"] += 1
        if found[0] == "none":
            count["tests that cannot be told"] += 1
            if self.row["statistic"]:
                yield "R tells nothing, found %s" % self.row["statistic"]
            return
        for key, value in zip(["units", "statistic", "df1", "df2", "p"], found):
            given = self.row[key]
            if given == "" or abs(float(given) - float(value)) > 1e-8 * max(1, abs(float(value))):
                yield "%s: R says %s, found %s" % (key, value, given)


class Limits:
    """The limits of a row in the columns of one variable, and which column is higher than which."""

    def __init__(self, cells, letters, sample):
        self.cells, self.letters, self.sample = cells, letters, sample

    def problems(self, found, count):
        limits = [column.split(",") for column in found[0].split(" ")]
        for cell, pair in zip(self.cells, limits):
            for key, value in zip(LIMITS, pair):
                given = cell.get(key, "")
                count["limits"] += 1
                if value == "-":
                    if given:
                        yield "%s: R says none, found %s" % (key, given)
                elif given == "" or abs(float(given) - float(value)) > 1e-9 * max(1, abs(float(value))):
                    yield "%s: R says %s, found %s" % (key, value, given)
        if self.letters[0] is None:
            return
        compared = sum(1 for pair in limits if pair[0] != "-")
        level = 1 - float(self.sample["confidence"]) / 100
        if self.sample["adjust"] == "bonferroni":
            level /= max(1, compared * (compared - 1) // 2)
        higher = collections.defaultdict(list)
        for pair in found[1].split(" ") if len(found) > 1 and found[1] else []:
            left, right, chance = pair.split(":")
            if float(chance) < level:
                higher[int(left)].append(self.letters[int(right)])
            if abs(float(chance) - level) < 1e-9:
                return  # no two programs need agree
        for index, cell in enumerate(self.cells):
            count["comparisons"] += 1
            expected = " ".join(sorted(higher[index]))
            if cell.get("higher-than", "") != expected:
                yield "higher-than: R says '%s', found '%s'" % (expected, cell.get("higher-than", ""))


def main(arguments):
    if arguments[:1] == ["generate"] and len(arguments) == 4:
        for number in range(1, int(arguments[2]) + 1):
            make(random.Random("%s %d" % (arguments[1], number)), arguments[3], "c%04d" % number)
        return 0
    if arguments[:1] == ["check"] and len(arguments) == 2:
        return Check(arguments[1]).run()
    print(__doc__, file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

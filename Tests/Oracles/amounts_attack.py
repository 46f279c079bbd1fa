#!/usr/bin/env python3
"""Attacks guarded sums: tables of amounts of which few units have most.

    amounts_attack.py generate SEED COUNT OUTDIR
    amounts_attack.py check OUTDIR c0001...

`generate` writes random collections below OUTDIR/Pipelines and OUTDIR/Input: some enterprises with amounts
of very different sizes, tables of their sums and means by several variables, by two at once and of some of
them, with a p% rule, an (n, k) rule or both.

`check` knows who is in which cell, reads the sums and means that are told, and asks linear programs (SciPy's
HiGHS) how high the amount of each enterprise can be, for whoever has these and knows one other amount, and
how high the n largest of each cell, of each difference of two cells one of which is in the other and of
those whom no cell tells apart can be together. The program is at fault where that is less than the rules
of the collection say, or where a figure is wrong. No code of the program.
"""

import collections
import csv
import itertools
import json
import os
import random
import sys
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction

import numpy
from scipy.optimize import linprog

CODES = {"kind": ["mine", "well", "farm"], "region": ["north", "south", "east"], "size": ["small", "large"]}


def amount(r, sizes):
    size = r.choice(sizes)
    if r.random() < 0.07:
        return "0"
    return str(r.randint(1, 99) * size) if r.random() < 0.8 else "%.2f" % (r.random() * size)


def generate(seed, number, outdir):
    r, name = random.Random("%s/%d" % (seed, number)), "c%04d" % number
    rows = []
    sizes = r.choice([[1], [1, 1, 2, 5], [1, 1, 1, 10, 10, 100, 1000]])
    for unit in range(r.choice([15, 40, 90])):
        row = {"who": "u%d" % unit, "received": "2024-06-01"}
        for question, codes in CODES.items():
            row[question] = "" if r.random() < 0.03 else r.choice(codes)
        for question in ("turnover", "costs"):
            row[question] = "" if r.random() < 0.05 else amount(r, sizes)
        rows.append(row)
    if r.random() < 0.1:
        rows[0]["costs"] = "-5"
    tables = []
    for index in range(r.randint(2, 5)):
        table = {"id": "t%d" % index, "rows": r.choice(["turnover", "turnover", "costs"]),
                 "statistics": r.choice([["count", "sum"], ["count", "mean"], ["sum", "mean", "median"]])}
        chosen = r.sample(sorted(CODES), r.randint(0, 2))
        table["columns"] = [{"nest": chosen}] if len(chosen) == 2 and r.random() < 0.5 else chosen
        if r.random() < 0.25:
            question = r.choice(sorted(CODES))
            table["where"] = "${%s} = '%s'" % (question, r.choice(CODES[question]))
        tables.append(table)
    rules = {}
    kind = r.choice(["p", "p", "nk", "both"])
    if kind != "nk":
        rules["p-percent"] = str(r.choice([5, 10, 20, 60]))
    if kind != "p":
        rules["dominant-units"] = str(r.choice([1, 2, 3]))
        rules["dominant-percent"] = str(r.choice([60, 75, 85, 95]))
    pipeline, source = (os.path.join(outdir, folder, name) for folder in ("Pipelines", "Input"))
    os.makedirs(pipeline), os.makedirs(source)
    for file, value in (
            ("tables.yaml", {"tables": tables}),
            ("pipeline.yaml", {
                "title": name, "cut-off": "2024-06-30", "unit": "respondent", "fail-on": "never",
                "disclosure": {"threshold": str(r.choice([2, 3])), **rules},
                "sources": [{"file": "r.csv", "unit": {"column": "who"}, "received": {"column": "received"}}]})):
        with open(os.path.join(pipeline, file), "w", encoding="utf-8") as out:
            json.dump(value, out, indent=1)
    with open(os.path.join(pipeline, "survey.csv"), "w", encoding="utf-8") as out:
        out.write("type,name,label,constraint\n")
        for question in CODES:
            out.write("select_one %s,%s,%s,\n" % (question, question, question.title()))
        out.write("decimal,turnover,Turnover,. >= 0\ndecimal,costs,Costs,\n")
    with open(os.path.join(pipeline, "choices.csv"), "w", encoding="utf-8") as out:
        out.write("list_name,name,label\n")
        for question, codes in CODES.items():
            out.writelines("%s,%s,%s\n" % (question, code, code.title()) for code in codes)
    with open(os.path.join(source, "r.csv"), "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


class Attack:
    def __init__(self, outdir, name):
        self.name, self.faults, self.count = name, [], collections.Counter()
        with open(os.path.join(outdir, "Pipelines", name, "pipeline.yaml"), encoding="utf-8") as file:
            self.rules = json.load(file)["disclosure"]
        with open(os.path.join(outdir, "Pipelines", name, "tables.yaml"), encoding="utf-8") as file:
            self.tables = {table["id"]: table for table in json.load(file)["tables"]}
        with open(os.path.join(outdir, "Input", name, "r.csv"), encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))
        with open(os.path.join(outdir, "Output", name, "published", "machine", "cells.csv"),
                  encoding="utf-8", newline="") as file:
            self.cells = [row for row in csv.DictReader(file) if row["row"] == ".value"]

    def members(self, table, cell):
        """Who is in a cell, by position."""
        plan = self.tables[table]
        wanted = []
        if "where" in plan:
            question, _, code = plan["where"].partition("} = ")
            wanted.append((question[2:], code.strip("'")))
        if cell["column"] != ".total":
            wanted += zip(cell["column_variable"].split(":"), cell["column"].split(":"))
        return frozenset(
            n for n, row in enumerate(self.rows)
            if row[plan["rows"]] and all(row[question] == code for question, code in wanted))

    def run(self):
        for question in ("turnover", "costs"):
            amounts = {n: Fraction(row[question]) for n, row in enumerate(self.rows) if row[question]}
            told, all_cells = {}, set()
            for cell in self.cells:
                if self.tables[cell["table"]]["rows"] != question:
                    continue
                if cell["statistic"] not in ("sum", "mean"):
                    if cell["statistic"] != "count" and cell["value"]:
                        self.fault("%s: %s is told" % (cell["table"], cell["statistic"]))
                    continue
                members = self.members(cell["table"], cell)
                all_cells.add(members)
                self.count["sums"] += 1
                if not cell["value"]:
                    self.count["hidden"] += 1
                    continue
                total = sum(amounts[n] for n in members)
                value = Fraction(cell["value"]) * (len(members) if cell["statistic"] == "mean" else 1)
                if abs(value - total) > Fraction(1, 10**9) * max(1, total) * max(1, len(members)):
                    self.fault("%s/%s: %s for %s" % (cell["table"], cell["column"], float(value), float(total)))
                told[members] = total
            if told:
                self.attack(question, amounts, told, {cell for cell in all_cells if cell})
        return self.name, self.faults, self.count

    def fault(self, what):
        self.faults.append("%s: %s" % (self.name, what))

    def attack(self, question, amounts, told, cells):
        units = sorted(set().union(*told))
        if min(amounts[n] for n in units) < 0:
            self.fault("sums of %s with negative amounts are told" % question)
            return
        atoms = collections.defaultdict(list)
        for n in sorted(set().union(*cells)):
            atoms[tuple(n in cell for cell in sorted(cells, key=sorted))].append(n)
        self.highest = Highest(units, amounts, told)
        if "p-percent" in self.rules:
            above = 1 + Fraction(self.rules["p-percent"]) / 100
            knowers = [None]
            for members in atoms.values():
                knowers += sorted(members, key=lambda n: amounts[n])[-2:]
            for n in units:
                if not amounts[n]:
                    continue
                for knower in knowers:
                    if knower != n and not self.reaches([n], above * amounts[n], knower):
                        self.fault("%s of u%d can be known, by %s" % (question, n, knower))
                        break
        if "dominant-percent" in self.rules:
            count = int(self.rules["dominant-units"])
            sets = set(map(frozenset, atoms.values())) | cells
            sets |= {whole - part for whole, part in itertools.permutations(cells, 2) if part < whole}
            for members in sorted(sets, key=sorted):
                largest = sorted(members, key=lambda n: (-amounts[n], n))[:count]
                goal = sum(amounts[n] for n in largest) * 100 / Fraction(self.rules["dominant-percent"])
                if set(largest) <= set(units) and goal and not self.reaches(largest, goal, None):
                    self.fault("%s of %s can be known" % (question, ["u%d" % n for n in largest]))

    def reaches(self, members, goal, knower):
        self.count["attacks"] += 1
        return self.highest.of(members, knower) >= float(goal) * (1 - 1e-7) - 1e-7


class Highest:
    """How high amounts can be together."""

    def __init__(self, units, amounts, told):
        self.column = {n: i for i, n in enumerate(units)}
        self.amounts = amounts
        self.matrix = numpy.array([[1.0 * (n in members) for n in units] for members in told])
        self.right = numpy.array([float(total) for total in told.values()])

    def of(self, members, knower):
        costs = numpy.zeros(len(self.column))
        bounds = [(0, None)] * len(self.column)
        for n in members:
            costs[self.column[n]] = -1
        if knower in self.column:
            bounds[self.column[knower]] = (float(self.amounts[knower]),) * 2
        found = linprog(costs, A_eq=self.matrix, b_eq=self.right, bounds=bounds, method="highs")
        if found.status == 3:
            return float("inf")
        if found.status != 0:
            raise RuntimeError("the linear program ends with %d" % found.status)
        return -found.fun


def attacked(outdir, name):
    return Attack(outdir, name).run()


def check(outdir, names):
    sums, faults = collections.Counter(), 0
    with ProcessPoolExecutor() as pool:
        for name, found, count in pool.map(attacked, [outdir] * len(names), names):
            for fault in found[:5]:
                print(fault)
            faults += len(found)
            sums.update(count)
    print("amounts attack: %d collections, %d sums and means, %d of them hidden (%.0f per cent), %d attacks; %d faults"
          % (len(names), sums["sums"], sums["hidden"], 100 * sums["hidden"] / max(1, sums["sums"]),
             sums["attacks"], faults))
    return 1 if faults or not sums["attacks"] or sums["hidden"] > 0.8 * sums["sums"] else 0


def main(arguments):
    if arguments[:1] == ["generate"] and len(arguments) == 4:
        for number in range(1, int(arguments[2]) + 1):
            generate(arguments[1], number, arguments[3])
        return 0
    if arguments[:1] == ["check"] and len(arguments) > 2:
        return check(arguments[1], arguments[2:])
    print(__doc__, file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

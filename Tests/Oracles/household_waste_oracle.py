#!/usr/bin/env python3
"""An independent reading of the household-waste files, and the estimates that follow from them.

    household_waste_oracle.py INPUT_DIR PIPELINE_DIR PUBLISHED_DIR

Counts the replies anew, with Python's own CSV reader and nothing but the two exports, survey.csv,
choices.csv and corrections.csv, and holds every figure of `cells.csv` and `balance.csv` against
that. Weights are those of each reply, made to add up to the households of its area; estimates go
from unit to unit, not from tallies:

* variance, by linearization: the residuals of all replies, less their weighted mean in the area
  (Särndal, Swensson and Wretman 1992, 7.6), with the finite population correction;
* the same by a delete-one jackknife that weights anew each time, which must come near;
* shares: Wilson's interval for as many units as have that variance; means: Student's;
* letters: the pooled test of two shares, Welch's of two means, Bonferroni's correction.

Student's distribution is integrated here by Simpson's rule. The tables are written down once more,
and not read from tables.yaml.
"""

import csv
import math
import os
import sys
from datetime import datetime
from statistics import NormalDist

CUT_OFF = datetime(2023, 11, 12, 23, 59, 59)
TOTALS = {"centre": 6240, "suburbs": 4980, "villages": 1530}
POPULATION = 12750
LEVEL = 0.05
SIZES = {"one": range(1, 2), "two": range(2, 3), "more": range(3, 16)}
LIMITS = ["lower-limit", "upper-limit"]
SHARES = ["count", "percent"]
# id: (row variable, nets, column variable, statistics, whether it is weighted)
TABLES = {
    "households": ("area", {}, None, SHARES + ["weighted-count"], True),
    "dwelling": ("dwelling", {}, "area", SHARES + LIMITS + ["weighted-count"], True),
    "sorted": ("sorted", {}, "area", SHARES + LIMITS + ["higher-than"], True),
    "sorting": ("sorting", {}, "size", SHARES + ["higher-than"], True),
    "minutes": ("minutes", {}, "area", ["count", "mean", "median", "higher-than"] + LIMITS, True),
    "bags": ("bags", {}, "size", ["count", "mean", "lower-quartile", "median", "upper-quartile"]
             + LIMITS, True),
    "compost": ("compost", {}, None, SHARES + LIMITS, True),
    "collection": ("collection", {"satisfied": ["4", "5"], "dissatisfied": ["1", "2"]}, "area",
                   SHARES + ["mean"], True),
    "fee": ("fee", {}, "size", SHARES + LIMITS, True),
    "fee-unweighted": ("fee", {}, None, SHARES, False),
}
SORTING = ["four", "nothing", "some"]


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def key(text):
    return " ".join(text.split()).casefold()


# =====================================================================================
# Reading
# =====================================================================================


class Form:
    def __init__(self, folder):
        self.questions = rows_of(os.path.join(folder, "survey.csv"))
        self.choices = rows_of(os.path.join(folder, "choices.csv"))

    def options(self, question):
        kind = next(q["type"] for q in self.questions if q["name"] == question)
        return [c for c in self.choices if kind.endswith(" " + c["list_name"])]

    def answers(self, cell, language):
        """Codes, numbers, None for a blank, `?` for what fits no code. `cell` gives the text of a
        column, by the question and, of several ticks, the number and label of the option."""
        found = {}
        for question in self.questions:
            name, kind = question["name"], question["type"].split()[0]
            options = self.options(name) if kind.startswith("select") else []
            if kind == "select_multiple":
                ticks = [cell(question, n, option["label::" + language])
                         for n, option in enumerate(options, 1)]
                value = [option["name"] for option, tick in zip(options, ticks) if tick] or None
            elif not key(cell(question)):
                value = None
            elif kind == "select_one":
                value = next((option["name"] for option in options
                              if key(option["label::" + language]) == key(cell(question))), "?")
            else:
                value = number(cell(question)) if kind != "text" else cell(question)
            found[name] = value
        return found


def number(text):
    try:
        return float(text)
    except ValueError:
        return "?"


def read(folder, form):
    """What became of the records, the replies that count, and how many households sent a form."""
    balance = dict.fromkeys(
        ["records", "accepted", "quarantined", "superseded", "late", "test", "incomplete"], 0)
    sent, everybody = {}, set()

    def add(unit, when, answers):
        everybody.add(unit)
        if when > CUT_OFF:
            balance["late"] += 1
            return
        balance["superseded"] += unit in sent
        if unit not in sent or when >= sent[unit][0]:
            sent[unit] = when, answers

    with open(os.path.join(folder, "web.csv"), encoding="utf-8", newline="") as file:
        names, _, _, *records = csv.reader(file)
    for record in records:
        row = dict(zip(names, record))
        balance["records"] += 1
        if row["Status"] == "Survey Preview":
            balance["test"] += 1
        elif not row["household"]:
            balance["quarantined"] += 1
        else:
            add(row["household"], datetime.fromisoformat(row["RecordedDate"]), form.answers(
                lambda q, n=None, _=None: row[q["name"] + ("_%d" % n if n else "")],
                "English (en)"))
    with open(os.path.join(folder, "interviews.csv"), encoding="cp1252", newline="") as file:
        names, *records = csv.reader(file, delimiter=";")
    for record in records:
        balance["records"] += 1
        row = dict(zip(names, record))
        try:
            when = datetime.strptime(row["Date de l’entretien"], "%d/%m/%Y")
        except ValueError:
            when = None
        if len(record) < len(names) or not when:
            balance["quarantined"] += 1
            continue

        def cell(question, n=None, option=None):
            heading = question["label::Français (fr)"]
            if option:
                return row["%s (choice=%s)" % (heading, option)] == "Checked"
            text = "" if row[heading] == "NSP" else row[heading]
            return text.replace(",", ".") if question["type"] == "decimal" else text
        add(row["Numéro du ménage"], when, form.answers(cell, "Français (fr)"))
    balance["accepted"] = len(sent)
    return balance, {unit: answers for unit, (_, answers) in sent.items()}, len(everybody)


def codes_of(reply, variable):
    """The codes that a reply has of a variable."""
    if variable == "size":
        return [code for code, band in SIZES.items() if reply["persons"] in band]
    ticks = set(reply["sorted"] or ())
    if variable == "sorting":
        return (["four"] if ticks >= {"paper", "glass", "plastic", "organic"} else
                ["nothing"] if "nothing" in ticks else ["some"] if ticks else [])
    value = reply[variable]
    return value if isinstance(value, list) else [value]


# =====================================================================================
# Estimating
# =====================================================================================


def weights_of(replies):
    """What each reply stands for: the households at its address, and of its area."""
    sums = dict.fromkeys(TOTALS, 0)
    for reply in replies.values():
        sums[reply["area"]] += reply["at_address"]
    return {unit: reply["at_address"] * TOTALS[reply["area"]] / sums[reply["area"]]
            for unit, reply in replies.items()}


def estimate(values, weights):
    whole = sum(weights[unit] for unit in values)
    return sum(weights[unit] * value for unit, value in values.items()) / whole


class Estimate:
    """A share (values 0 and 1) or a mean of the units that have a value."""

    def __init__(self, replies, weights, values, is_mean):
        self.value, self.units, self.is_mean = estimate(values, weights), len(values), is_mean
        residuals = {unit: values[unit] - self.value if unit in values else 0 for unit in replies}
        squares = 0
        for area in TOTALS:
            units = [unit for unit in replies if replies[unit]["area"] == area]
            mean = sum(weights[u] * residuals[u] for u in units) / TOTALS[area]
            squares += sum((weights[u] * (residuals[u] - mean)) ** 2 for u in units)
        whole = sum(weights[unit] for unit in values)
        uncovered = 1 - len(replies) / POPULATION
        self.variance = uncovered * squares / whole ** 2
        if is_mean:
            self.variance *= self.units / (self.units - 1)
        elif 0 < self.value < 1:
            self.worth = self.value * (1 - self.value) / self.variance
        else:
            self.worth = whole ** 2 / sum(weights[u] ** 2 for u in values) / uncovered

    def limits(self):
        if self.is_mean:
            reach = student_point(1 - LEVEL / 2, self.units - 1) * math.sqrt(self.variance)
            return self.value - reach, self.value + reach
        # The roots of (p - x)² = z² x (1 - x) / n, in per cent.
        z2, p = NormalDist().inv_cdf(1 - LEVEL / 2) ** 2 / self.worth, self.value
        a, b, c = 1 + z2, -(2 * p + z2), p * p
        root = math.sqrt(max(0, b * b - 4 * a * c))
        return 100 * (-b - root) / (2 * a), 100 * (-b + root) / (2 * a)

    def chance(self, other):
        """The probability of so large a difference where there is none."""
        if self.is_mean:
            spread = self.variance + other.variance
            freedom = spread ** 2 / (self.variance ** 2 / (self.units - 1)
                                     + other.variance ** 2 / (other.units - 1))
            return 2 * (1 - student(abs(self.value - other.value) / math.sqrt(spread), freedom))
        pooled = ((self.worth * self.value + other.worth * other.value)
                  / (self.worth + other.worth))
        spread = pooled * (1 - pooled) * (1 / self.worth + 1 / other.worth)
        return 2 * (1 - NormalDist().cdf(abs(self.value - other.value) / math.sqrt(spread)))


def student(t, freedom):
    """The probability below t, from 0.5 at 0 by Simpson's rule."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(
        freedom * math.pi)
    steps = 2000
    density = [scale * (1 + (t * n / steps) ** 2 / freedom) ** (-(freedom + 1) / 2)
               for n in range(steps + 1)]
    return 0.5 + t / steps / 3 * (
        density[0] + 4 * sum(density[1:-1:2]) + 2 * sum(density[2:-1:2]) + density[-1])


def student_point(probability, freedom):
    low, high = 0.0, 20.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if student(middle, freedom) < probability else (low, middle)
    return low


def quantile(values, weights, share):
    """Hyndman and Fan's second definition, of weighted numbers."""
    units = sorted(values, key=values.get)
    aim, below = share * sum(weights[u] for u in units), 0
    for index, unit in enumerate(units):
        below += weights[unit]
        if abs(below - aim) < 1e-9 * aim:
            return (values[unit] + values[units[index + 1]]) / 2
        if below > aim:
            return values[unit]


def jackknife(replies, values):
    """The variance of an estimate by leaving out each reply in turn."""
    found = []
    for unit in replies:
        rest = {u: reply for u, reply in replies.items() if u != unit}
        left = {u: value for u, value in values.items() if u != unit}
        found.append(estimate(left, weights_of(rest)))
    n, mean = len(found), sum(found) / len(found)
    return (1 - n / POPULATION) * (n - 1) / n * sum((x - mean) ** 2 for x in found)


# =====================================================================================
# Comparing
# =====================================================================================


class Checks:
    def __init__(self, replies, published):
        self.replies, self.weights = replies, weights_of(replies)
        self.cells = {(r["table"], r["row"], r["column"], r["statistic"]): r["value"]
                      for r in rows_of(os.path.join(published, "machine", "cells.csv"))}
        self.faults, self.compared, self.resampled = [], 0, 0

    def expect(self, index, value):
        told = self.cells.pop(index, None)
        self.compared += 1
        if told is None:
            self.faults.append("%s: there is no such cell" % "/".join(index))
        elif isinstance(value, str):
            if told != value:
                self.faults.append("%s: '%s' is told, '%s' found" % ("/".join(index), told, value))
        elif not told or abs(float(told) - value) > 1e-8 * max(1, abs(value)):
            self.faults.append("%s: '%s' is told, %.12g found" % ("/".join(index), told, value))

    def table(self, form, name):
        variable, nets, banner, statistics, is_weighted = TABLES[name]
        columns = {".total": self.replies}
        codes = list(SIZES) if banner == "size" else list(TOTALS) if banner else []
        for code in codes:
            columns[code] = {u: r for u, r in self.replies.items() if code in codes_of(r, banner)}
        if variable in ("minutes", "bags"):
            self.row(name, ".value", columns, statistics, is_weighted, [
                {u: r[variable] for u, r in column.items() if isinstance(r[variable], float)}
                for column in columns.values()], is_mean=True)
            return
        own = SORTING if variable == "sorting" else [o["name"] for o in form.options(variable)]
        bases = [{u: codes_of(r, variable) for u, r in column.items()
                  if set(codes_of(r, variable)) & set(own)} for column in columns.values()]
        for row, of in list(nets.items()) + [(code, [code]) for code in own]:
            self.row(name, row, columns, [s for s in statistics if s != "mean"], is_weighted,
                     [{u: float(bool(set(has) & set(of))) for u, has in base.items()}
                      for base in bases], is_mean=False)
        for column, base in zip(columns, bases):
            self.expect((name, ".base", column, "count"), len(base))
            if "weighted-count" in statistics:
                self.expect((name, ".base", column, "weighted-count"),
                            sum(self.weights[u] for u in base))
            if "mean" in statistics:
                self.expect((name, ".base", column, "mean"),
                            estimate({u: int(has[0]) for u, has in base.items()}, self.weights))

    def row(self, name, row, columns, statistics, is_weighted, domains, is_mean):
        """One row of a table; `domains` has the values of its units for each column."""
        weights = self.weights if is_weighted else dict.fromkeys(self.replies, 1)
        found = []
        for column, values in zip(columns, domains):
            e = Estimate(self.replies, self.weights, values, is_mean)
            found.append(e)
            figures = dict(zip(LIMITS, e.limits()), **{
                "count": len(values) if is_mean else sum(values.values()),
                "weighted-count": sum(weights[u] * value for u, value in values.items()),
                "percent": 100 * estimate(values, weights), "mean": e.value})
            for statistic, share in [("lower-quartile", 0.25), ("median", 0.5),
                                     ("upper-quartile", 0.75)]:
                if statistic in statistics:
                    figures[statistic] = quantile(values, weights, share)
            for statistic in statistics:
                if statistic != "higher-than":
                    self.expect((name, row, column, statistic), figures[statistic])
            if LIMITS[0] in statistics and column == ".total" and 0.1 < e.value != 1:
                ratio = jackknife(self.replies, values) / e.variance
                self.resampled += 1
                if not 0.9 < ratio < 1.2:
                    self.faults.append("%s/%s: a jackknife has %.3f of the variance" % (
                        name, row, ratio))
        if "higher-than" in statistics:
            peers = found[1:]
            level = LEVEL / (len(peers) * (len(peers) - 1) / 2)
            for column, e in zip(list(columns)[1:], peers):
                self.expect((name, row, column, "higher-than"), " ".join(
                    letter for letter, other in zip("ABC", peers)
                    if e.value > other.value and e.chance(other) < level))


def main():
    received, pipeline, published = sys.argv[1:]
    form = Form(pipeline)
    balance, replies, population = read(received, form)
    for row in rows_of(os.path.join(pipeline, "corrections.csv")):
        assert replies[row["unit"]][row["question"]] == float(row["from"]), row
        replies[row["unit"]][row["question"]] = float(row["to"])
    checks = Checks(replies, published)
    told = {row["fate"]: int(row["records"])
            for row in rows_of(os.path.join(published, "machine", "balance.csv"))}
    if told != balance:
        checks.faults.append("balance: %s is told, %s counted" % (told, balance))
    checks.expect(("response", "replied", ".total", "count"), len(replies))
    checks.expect(("response", ".base", ".total", "count"), population)
    for name in TABLES:
        checks.table(form, name)
    left = [p for p in checks.cells if p[0] != "response" and p[1][0] != "."
            and not (p[2] == ".total" and p[3] == "higher-than")]
    checks.faults += ["%s: nobody planned it" % "/".join(index) for index in left]
    for fault in checks.faults:
        print(fault)
    print("%d figures compared, %d variances by a jackknife" % (checks.compared, checks.resampled))
    print("oracle: " + ("%d faults" % len(checks.faults) if checks.faults else "ok"))
    return 1 if checks.faults or not checks.resampled else 0


if __name__ == "__main__":
    sys.exit(main())

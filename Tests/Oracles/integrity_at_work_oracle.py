#!/usr/bin/env python3
"""An independent reading of the integrity-at-work files, and what may be published of them.

    integrity_at_work_oracle.py INPUT_DIR PIPELINE_DIR PUBLISHED_DIR

Counts the replies anew, with Python's own CSV reader and nothing but the two exports, survey.csv,
choices.csv and corrections.csv, and holds `cells.csv`, `answer-states.csv` and `balance.csv`
against that:

* what is told is the true figure, and every figure that was planned is there, told or hidden;
* no count from one to four of what staff said is told, and no percentage of fewer than ten;
* whoever reads all tables at once cannot work out such a count, nor narrow it to fewer than five
  units: linear programs (SciPy's HiGHS) look for its smallest and largest possible value.

The tables are written down here once more, and not read from tables.yaml.
"""

import html
import csv
import os
import sys
import zipfile
from datetime import datetime

from scipy.optimize import linprog

THRESHOLD, INTERVAL, PERCENT_BASE = 5, 5, 10
CUT_OFF = "2024-03-15"
STATES = ["no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply"]
TRUST = {"low": ["1", "2"], "middle": ["3"], "high": ["4", "5"]}
SERVICE = {"new": range(0, 2), "some": range(2, 10), "long": range(10, 100)}
# id: (row variable, nets, column variables); a pair of variables is a nest.
TABLES = {
    "staff": ("station", {}, ["grade"]),
    "trained": ("trained", {}, ["station", "grade"]),
    "knows_where": ("knows_where", {}, ["station", "grade"]),
    "confidence": ("confidence", {"little": ["1", "2"], "confident": ["4", "5"]}, ["station"]),
    "witnessed": ("witnessed", {}, [("station", "grade")]),
    "witnessed-by-service": ("witnessed", {}, ["service"]),
    "conduct": ("conduct", {}, ["trained"]),
    "reported": ("reported", {}, ["trust"]),
    "silence": ("silence", {"distrust": ["consequences", "no_use"]}, []),
    "years": ("service", {}, ["station"]),
}


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def key(text):
    return " ".join(text.split()).casefold()


class Form:
    def __init__(self, folder):
        self.questions = rows_of(os.path.join(folder, "survey.csv"))
        self.lists, self.names = {}, {}
        self.choices = rows_of(os.path.join(folder, "choices.csv"))
        for row in self.choices:
            self.lists.setdefault(row["list_name"], []).append(row["name"])
            texts = [row["label::English (en)"], row["label::Español (es)"], row["synonyms"]]
            for text in filter(None, texts):
                self.names[row["list_name"], key(text)] = row["name"]

    def codes(self, variable):
        if variable in ("service", "trust"):
            return list(SERVICE if variable == "service" else TRUST)
        kind = next(q["type"] for q in self.questions if q["name"] == variable)
        return self.lists[kind.split()[1]]

    def labels(self, options, language):
        return [c["label::" + language] for c in self.choices if c["list_name"] == options]


def answers(form, row, language):
    """Each question's answer: a list of codes, a number or text, None for a blank, `?` where no
    code fits."""
    found = {}
    for question in form.questions:
        kind, _, options = question["type"].partition(" ")
        heading = question["label::" + language]
        if kind == "select_multiple":
            option = heading + ("/%s" if "(es)" in language else " [%s]")
            marks = [row[option % label] in ("Yes", "1")
                     for label in form.labels(options, language)]
            ticked = [name for name, mark in zip(form.lists[options], marks) if mark]
            found[question["name"]] = ticked or None
            continue
        text = row[heading].strip()
        if kind == "integer":
            number = text.split()[0] if text.endswith((" año", " años")) else text
            is_blank = not text or text == "97" and "(es)" in language
            value = None if is_blank else int(number) if number.isdigit() else "?"
        elif kind == "select_one":
            value = form.names.get((options, key(text)), "?") if text else None
        else:
            value = text or None
        found[question["name"]] = value
    return found


def read(folder, form):
    """Every record's fate, and the answers of those who count, by access code."""
    balance = dict.fromkeys(
        ["records", "accepted", "quarantined", "superseded", "late", "test", "incomplete"], 0)
    sent, everybody = {}, set()
    for file, code, when, language in [
            ("web-survey.csv", "Access code", "Date submitted", "English (en)"),
            ("tablets.csv", "Código de acceso", "_submission_time", "Español (es)")]:
        with open(os.path.join(folder, file), encoding="utf-8-sig", newline="") as source:
            for row in csv.DictReader(source, delimiter=";"):
                balance["records"] += 1
                unit, moment = key(row[code]), row[when].replace("T", " ")
                if unit == "test":
                    balance["test"] += 1
                elif not unit or not moment:
                    balance["quarantined"] += 1
                elif moment[:10] > CUT_OFF:
                    balance["late"] += 1
                    everybody.add(unit)
                else:
                    everybody.add(unit)
                    earlier = sent.get(unit)
                    balance["superseded"] += earlier is not None
                    moment = datetime.fromisoformat(moment)
                    if earlier is None or moment >= earlier[0]:
                        sent[unit] = moment, answers(form, row, language)
    balance["accepted"] = len(sent)
    return balance, {unit: reply for unit, (_, reply) in sent.items()}, everybody


class Truth:
    """Who has which code of which variable."""

    def __init__(self, form, replies, everybody):
        self.form, self.replies, self.everybody = form, replies, everybody

    def having(self, variable, code):
        def has(reply):
            if variable == "trust":
                return reply["confidence"] in TRUST[code]
            if variable == "service":
                return isinstance(reply["years"], int) and reply["years"] in SERVICE[code]
            value = reply[variable]
            return code in value if isinstance(value, list) else value == code
        return {unit for unit, reply in self.replies.items() if has(reply)}

    def state(self, question, state):
        if state == "did_not_reply":
            return self.everybody - self.replies.keys()
        led_to = {"conduct": ("witnessed", "yes"), "reported": ("witnessed", "yes"),
                  "silence": ("reported", "no")}.get(question)
        found = set()
        for unit, reply in self.replies.items():
            value = reply[question]
            applies = not led_to or reply[led_to[0]] == led_to[1]
            # What an unclear answer would lead to is unclear, and so is what follows from that.
            undecided = {"conduct": reply["witnessed"] == "?",
                         "reported": reply["witnessed"] == "?",
                         "silence": reply["reported"] == "?" or
                         (reply["reported"] is None and reply["witnessed"] == "?")
                         }.get(question, False)
            is_state = {"unclear": value == "?" or (value is None and undecided),
                        "not_asked": False,
                        "no_answer": value is None and applies and not undecided,
                        "not_applicable": value is None and not applies and not undecided}[state]
            found |= {unit} if is_state else set()
        return found

    def rows(self, table):
        variable, nets, _ = TABLES[table]
        question = {"service": "years"}.get(variable, variable)
        rows = {code: self.having(variable, code) for code in self.form.codes(variable)}
        rows.update({net: set().union(*(rows[c] for c in codes)) for net, codes in nets.items()})
        rows[".base"] = set().union(*rows.values())
        rows.update({"." + state: self.state(question, state) for state in STATES})
        rows[".population"] = self.everybody
        return rows

    def columns(self, table):
        columns = {".total": self.everybody}
        for variable in TABLES[table][2]:
            if isinstance(variable, str):
                columns.update({c: self.having(variable, c) for c in self.form.codes(variable)})
            else:
                columns.update({
                    "%s:%s" % (a, b): self.having(variable[0], a) & self.having(variable[1], b)
                    for a in self.form.codes(variable[0]) for b in self.form.codes(variable[1])})
        return columns


def check_cells(truth, published, faults):
    """Returns the count of every cell of a question, and which of them are hidden."""
    cells = {}
    for row in rows_of(os.path.join(published, "machine", "cells.csv")):
        cells[row["table"], row["row"], row["column"], row["statistic"]] = row
    counts, hidden, told = {}, set(), 0
    for table in TABLES:
        columns = truth.columns(table)
        rows = truth.rows(table)
        for r, having in rows.items():
            for c, column in columns.items():
                count, base = len(having & column), len(rows[".base"] & column)
                address = table, r, c
                counts[address] = count
                row = cells.pop(address + ("count",), None)
                if row is None:
                    faults.append("%s: there is no such cell" % (address,))
                    continue
                percent = cells.pop(address + ("percent",), None)
                if row["status"] == "suppressed":
                    hidden.add(address)
                    if row["value"] or row["numerator"]:
                        faults.append("%s: hidden, but has a value" % (address,))
                else:
                    told += 1
                    if row["value"] != str(count):
                        faults.append("%s: %s is told, %d counted" % (address, row["value"], count))
                    if 0 < count < THRESHOLD and r not in (".did_not_reply",):
                        faults.append("%s: %d is told" % (address, count))
                if percent and percent["value"]:
                    if address in hidden or base < PERCENT_BASE:
                        faults.append("%s: a percentage is told" % (address,))
                    elif abs(float(percent["value"]) - 100 * count / base) > 1e-9:
                        faults.append("%s: %s per cent" % (address, percent["value"]))
        if table == "confidence":
            check_means(truth, columns, cells, faults)
    left = [address for address in cells if address[0] != "response"]
    if left:
        faults.append("cells that nobody planned: %s" % left)
    return counts, hidden, told


def check_means(truth, columns, cells, faults):
    for c, column in columns.items():
        points = [int(truth.replies[unit]["confidence"]) for unit in column & truth.replies.keys()]
        value = cells.pop(("confidence", ".base", c, "mean"))["value"]
        if value and abs(float(value) - sum(points) / len(points)) > 1e-9:
            faults.append("confidence, mean of %s: %s" % (c, value))


def equations(form, counts):
    """What every reader knows of the cells of a table: pairs of coefficients and sum."""
    for table, (variable, nets, banner) in TABLES.items():
        columns = {c: None for t, _, c in counts if t == table}
        for c in columns:
            codes = {(table, code, c): 1 for code in form.codes(variable)}
            if variable != "conduct":
                yield codes | {(table, ".base", c): -1}, 0
            for net, of in nets.items():
                yield {(table, code, c): 1 for code in of} | {(table, net, c): -1}, 0
            parts = {(table, "." + state, c): 1 for state in STATES}
            yield parts | {(table, ".base", c): 1, (table, ".population", c): -1}, 0
        for part in banner:
            names = ([part] if isinstance(part, str) else part)
            # Of these everybody who replied has exactly one code; years were left out by some.
            if "service" in names:
                continue
            own = [c for c in columns if c != ".total" and (":" in c) == (len(names) == 2)
                   and c.split(":")[0] in form.codes(names[0])]
            for r in {r for t, r, _ in counts if t == table} - {".did_not_reply", ".population"}:
                yield {(table, r, c): 1 for c in own} | {(table, r, ".total"): -1}, 0
    # The same people in two tables.
    for code in form.codes("service"):
        yield {("years", code, ".total"): 1, ("witnessed-by-service", ".base", code): -1}, 0
    for asked, (table, code) in [("conduct", ("witnessed", "yes")), ("reported", ("witnessed", "yes")),
                                 ("silence", ("reported", "no"))]:
        states = {(asked, row, ".total"): 1 for row in (".base", ".no_answer", ".unclear")}
        yield states | {(table, code, ".total"): -1}, 0


def check_ranges(form, counts, hidden, faults):
    """Whether a hidden small count can be worked out from all that is told. Returns how many were
    looked for."""
    unknown = {address: n for n, address in enumerate(sorted(hidden))}
    left, right = [], []
    for terms, total in equations(form, counts):
        row = [0] * len(unknown)
        for address, factor in terms.items():
            if address in unknown:
                row[unknown[address]] += factor
            else:
                total -= factor * counts[address]
        if any(row):
            left.append(row)
            right.append(total)
    small = [address for address in unknown if 0 < counts[address] < THRESHOLD]
    for address in small:
        ends = []
        for sign in (1, -1):
            aim = [0] * len(unknown)
            aim[unknown[address]] = sign
            found = linprog(aim, A_eq=left, b_eq=right, bounds=(0, len(counts)), method="highs")
            assert found.status == 0, found.message
            ends.append(sign * found.fun)
        if ends[1] - ends[0] < INTERVAL - 1e-6:
            faults.append("%s: is from %g to %g" % (address, *ends))
    return len(small)


def content_of(path):
    """All text of a file; of a workbook that of its parts, whose markup hides no words of an answer."""
    if not zipfile.is_zipfile(path):
        with open(path, encoding="utf-8") as opened:
            return opened.read()
    with zipfile.ZipFile(path) as package:
        return html.unescape("".join(package.read(part).decode("utf-8") for part in package.namelist()))


def main():
    received, pipeline, published = sys.argv[1:]
    form = Form(pipeline)
    balance, replies, everybody = read(received, form)
    for row in rows_of(os.path.join(pipeline, "corrections.csv")):
        reply = replies[key(row["unit"])]
        assert reply[row["question"]] == int(row["from"]), row
        reply[row["question"]] = int(row["to"])
    truth, faults = Truth(form, replies, everybody), []
    told_balance = {row["fate"]: int(row["records"])
                    for row in rows_of(os.path.join(published, "machine", "balance.csv"))}
    if told_balance != balance:
        faults.append("balance: %s is told, %s counted" % (told_balance, balance))
    counts, hidden, told = check_cells(truth, published, faults)
    attacked = check_ranges(form, counts, hidden, faults)
    texts = {reply["remarks"] for reply in replies.values()} - {None}
    for folder, _, files in os.walk(published):
        for file in files:
            content = content_of(os.path.join(folder, file))
            faults += ["%s: quotes '%s'" % (file, text) for text in texts if text in content]
    for fault in faults:
        print(fault)
    print("%d counts told, %d hidden, %d of them small and attacked" % (told, len(hidden), attacked))
    print("oracle: " + ("%d faults" % len(faults) if faults else "ok"))
    return 1 if faults or not attacked else 0


if __name__ == "__main__":
    sys.exit(main())

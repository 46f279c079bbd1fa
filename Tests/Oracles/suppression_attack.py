#!/usr/bin/env python3
"""Attacks the tables of collections whose replies were given in confidence.

    suppression_attack.py generate SEED COUNT OUTDIR [REGISTERS]
    suppression_attack.py check OUTDIR c0001...

`generate` writes random collections below OUTDIR/Pipelines and OUTDIR/Input, each with five to
eight tables that are linked with one another, and with a key `disclosure`. Every second one counts
States when REGISTERS is given; the caller copies that folder to OUTDIR/Pipelines/registers.

`check` does what an attacker would. He has the questionnaire, the table plan, the registers and the
folder `published`, and knows who replied. He reads every number from every file, works out which
of them count the same units and which add up to which, and asks linear programs (SciPy's HiGHS) for
the smallest and the largest value that each hidden count can have. The program is at fault

* where the two are less than the declared interval apart, or, where public counts alone say
  more, less than they are with nothing but these;
* where a count, a base or a difference below the threshold is told anywhere;
* where a figure is hidden in one place and told in another, or told wrongly;
* where a name, a text or a finding is published.

Which cells count the same units is not read from their names: the conditions of a cell are held
against thousands of random replies, and cells are the same if they agree on all of them. No code
of the program.
"""

import csv
import datetime
import json
import os
import random
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

STATES = ["answered", "no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply"]
TREATY, DAY = "untoc", datetime.date(2005, 7, 29)
SAMPLE = 6000


def rows_of(*path):
    with open(os.path.join(*path), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# =====================================================================================
# The registers
# =====================================================================================


def blocks(table):
    """The row variables of a table, each with what stands before the names of its rows."""
    rows = table["rows"]
    if isinstance(rows, list) and len(rows) > 1:
        return [(variable, variable + ":") for variable in rows]
    return [(rows[0] if isinstance(rows, list) else rows, "")]


def block(table, row):
    """The variable that a row is about, what stands before its name, and its name there."""
    for variable, prefix in blocks(table):
        if row.startswith(prefix):
            return variable, prefix, row[len(prefix):]
    raise ValueError("%s: there is no row %s" % (table["id"], row))


def member_attributes(folder):
    """What anybody can look up of the Member States: status, signature, deposit, group."""
    day = DAY.isoformat()

    def holds(row, start, end):
        return row[start] <= day and (not row[end] or day < row[end])

    groups = {
        row["iso3"]: row["group"]
        for row in rows_of(folder, "regional-group-members.csv")
        if holds(row, "valid_from", "valid_to")
    }
    actions = {
        row["iso3"]: row
        for row in rows_of(folder, "treaty-actions.csv")
        if row["treaty"] == TREATY
    }
    members = {}
    for row in rows_of(folder, "states.csv"):
        if row["kind"] != "state" or not holds(row, "member_from", "member_to"):
            continue
        action = actions.get(row["iso3"], {"signed": "", "deposited": ""})
        signed = "" < action["signed"] <= day
        deposited = "" < action["deposited"] <= day
        status = "party" if deposited else "signatory" if signed else "non_signatory"
        members[row["iso3"]] = {
            "status": status,
            "regional_group": groups.get(row["iso3"], "no_group"),
            "signature": "signed" if signed else "not_signed",
            "deposit": "deposited" if deposited else "not_deposited",
        }
    return members


# =====================================================================================
# Random collections
# =====================================================================================


class Generator:
    def __init__(self, seed, number, registers):
        self.r = random.Random("%s/%d" % (seed, number))
        self.by_state = bool(registers) and number % 2 == 0
        self.members = member_attributes(registers) if self.by_state else {}
        self.questions = {}  # name -> (kind, choices)
        self.attributes = ["response"]
        if self.by_state:
            self.attributes += ["status", "regional_group", "signature", "deposit"]

    def make_form(self):
        r = self.r
        for n in range(r.randint(2, 4)):
            codes = ["q%d_%s" % (n, c) for c in "abcde"[: r.randint(2, 5)]]
            self.questions["q%d" % n] = ("select_one", codes)
        if r.random() < 0.6:
            self.questions["scale"] = ("select_one", [str(n) for n in range(1, r.randint(4, 6))])
        if r.random() < 0.6:
            codes = ["t_%s" % c for c in "abcd"[: r.randint(2, 4)]]
            self.questions["ticks"] = ("select_multiple", codes)
        if r.random() < 0.5:
            self.questions["amount"] = ("integer", [])
        self.questions["remarks"] = ("text", [])

    def closed(self):
        return [name for name, (_, codes) in self.questions.items() if codes]

    def condition(self, but):
        r = self.r
        parts = []
        for _ in range(r.choice([1, 1, 1, 2])):
            names = [n for n in self.closed() + self.attributes[1:] if n != but]
            name = r.choice(names)
            if name in self.questions:
                kind, codes = self.questions[name]
            else:
                kind, codes = "attribute", sorted({m[name] for m in self.members.values()})
            code = r.choice(codes)
            if kind == "select_multiple":
                parts.append("selected(${%s}, '%s')" % (name, code))
            else:
                parts.append("${%s} %s '%s'" % (name, r.choice(["=", "=", "!="]), code))
        return " and ".join(parts)

    def make_tables(self):
        r = self.r
        tables = []
        for n in range(r.randint(5, 8)):
            names = self.closed() + [q for q in ("amount",) if q in self.questions]
            rows = r.choice(names if r.random() < 0.9 else self.attributes)
            banner = [v for v in self.closed() + self.attributes if v != rows or r.random() < 0.1]
            columns = r.sample(banner, min(len(banner), r.choice([0, 1, 1, 2, 2, 3])))
            table = {"id": "t%d" % n, "rows": rows, "columns": columns}
            if rows in self.questions:
                if r.random() < 0.4:
                    table["base"] = r.choice(
                        ["answered", "asked", "respondents", "population", self.condition(rows)])
                if r.random() < 0.3:
                    table["states"] = "no"
                if rows == "scale" and r.random() < 0.7:
                    table["statistics"] = ["count", "percent", "mean", "minimum", "maximum"]
            if rows in self.questions and r.random() < 0.3:
                # Several variables one above the other, each with a base of its own.
                others = list(names)
                if table.get("base", "answered") not in ("answered", "asked"):
                    others += self.attributes
                others = r.sample(others, min(len(others), r.choice([1, 1, 2])))
                table["rows"] = [rows] + [v for v in others if v != rows]
            if r.random() < 0.25:
                table["where"] = self.condition(None)
            if r.random() < 0.3:
                table["lists"] = ["all"]
            tables.append(table)
        return tables

    def report(self, tables):
        lines = ["# {{title}}", ""]
        for table in tables:
            for variable, prefix in blocks(table):
                kind, codes = self.questions.get(variable, ("", []))
                for code in codes:
                    cell = "%s/%s%s" % (table["id"], prefix, code)
                    lines.append(
                        "- %s: {{figure %s}} | {{base %s}} | {{percent %s}} | {{quantifier %s}}"
                        % ((cell,) * 5))
        return "\n".join(lines) + "\n"

    def answer(self, name, weights):
        r = self.r
        kind, codes = self.questions[name]
        if r.random() < 0.12:
            return ""
        if kind == "select_one":
            return "gibberish" if r.random() < 0.03 else r.choices(codes, weights[name])[0]
        if kind == "select_multiple":
            return "|".join(c for c, w in zip(codes, weights[name]) if r.random() < w)
        return str(r.randint(0, 30)) if kind == "integer" else "a remark"

    def write(self, outdir, name):
        r = self.r
        self.make_form()
        tables = self.make_tables()
        pipeline, source = (os.path.join(outdir, f, name) for f in ("Pipelines", "Input"))
        os.makedirs(pipeline)
        os.makedirs(source)
        if self.by_state:
            units = r.sample(sorted(self.members), r.randint(20, len(self.members)))
        else:
            units = ["Person %d" % n for n in range(r.randint(8, 150))]
        weights = {n: [r.random() ** 3 + 0.01 for _ in c] for n, (_, c) in self.questions.items()}
        files = [("first.csv", list(self.questions))]
        if r.random() < 0.4:
            files.append(("second.csv", list(self.questions)[1:]))
        lines = {file: [["unit", "received"] + names] for file, names in files}
        for unit in units:
            file, names = r.choice(files)
            received = "2005-08-05" if r.random() < 0.06 else "2005-07-01"
            lines[file].append([unit, received] + [self.answer(n, weights) for n in names])
        for file, _ in files:
            with open(os.path.join(source, file), "w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows(lines[file])
        threshold = r.choice([3, 3, 3, 5])
        definition = {
            "title": name, "cut-off": DAY.isoformat(), "language": "en", "fail-on": "never",
            "unit": "state" if self.by_state else "respondent",
            "sources": [
                {
                    "file": file,
                    "unit": {"column": "unit", **({"by": "iso3"} if self.by_state else {})},
                    "received": {"column": "received"}, "separator": "|",
                }
                for file, _ in files
            ],
            "quantifiers": [
                {"word": "all", "exactly": "100"}, {"word": "some", "at-least": "0.01"},
                {"word": "none", "exactly": "0"},
            ],
            "disclosure": {
                "threshold": str(threshold),
                "interval": str(threshold + r.choice([0, 0, 2])),
                "percent-base": str(r.choice([1, 5, 10])),
            },
        }
        if self.by_state:
            definition["register"] = {"treaty": TREATY}
        self.write_json(pipeline, "pipeline.yaml", definition)
        self.write_json(pipeline, "tables.yaml", {"tables": tables})
        with open(os.path.join(pipeline, "report.md"), "w", encoding="utf-8") as out:
            out.write(self.report(tables))
        survey = [["type", "name", "label::English (en)"]]
        choices = [["list_name", "name", "label::English (en)"]]
        for question, (kind, codes) in self.questions.items():
            survey.append([kind + (" l_" + question if codes else ""), question, question + "?"])
            choices += [["l_" + question, code, "The " + code] for code in codes]
        for file, table in (("survey.csv", survey), ("choices.csv", choices)):
            with open(os.path.join(pipeline, file), "w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows(table)

    @staticmethod
    def write_json(folder, name, value):
        """JSON is YAML."""
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            json.dump(value, out, indent=1)
            out.write("\n")


# =====================================================================================
# Who is in which cell
# =====================================================================================


class Universe:
    """Units with their facts as columns: first thousands of random ones, by which sets are told
    apart, then the units of the collection, for the truth."""

    def __init__(self, outdir, name):
        folder = os.path.join(outdir, "Pipelines", name)
        with open(os.path.join(folder, "pipeline.yaml"), encoding="utf-8") as file:
            self.pipeline = json.load(file)
        with open(os.path.join(folder, "tables.yaml"), encoding="utf-8") as file:
            self.tables = json.load(file)["tables"]
        self.questions = {}
        for row in rows_of(folder, "survey.csv"):
            kind = row["type"].split(" ")[0]
            codes = [c["name"] for c in rows_of(folder, "choices.csv")
                     if c["list_name"] == "l_" + row["name"]]
            self.questions[row["name"]] = (kind, codes)
        self.by_state = self.pipeline["unit"] == "state"
        self.members = {}
        if self.by_state:
            self.members = member_attributes(os.path.join(outdir, "Pipelines", "registers"))
        units = self.units(os.path.join(outdir, "Input", name))
        self.population = len(units)
        everyone = self.random_units(name) + units
        self.vectors = {}
        names = list(self.questions) + ["response"]
        if self.by_state:
            names += ["status", "regional_group", "signature", "deposit"]
        for variable in names:
            self.read(variable, [unit[variable] for unit in everyone])
        known = [tuple(unit[n] for n in names if n not in self.questions) for unit in everyone]
        number = {facts: n for n, facts in enumerate(sorted(set(known)))}
        self.attributes = numpy.array([number[facts] for facts in known])
        self.everybody = numpy.ones(len(everyone), bool)

    def read(self, variable, values):
        """One vector a code and state of a variable."""
        kind, codes = self.questions.get(variable, ("attribute", sorted(set(values))
                                                    if variable not in self.questions else []))
        if kind == "attribute":
            for code in codes:
                self.vectors[variable, code] = numpy.array([v == code for v in values])
            return
        for state in STATES[1:]:
            self.vectors[variable, "." + state] = numpy.array([v == "." + state for v in values])
        answered = numpy.array([isinstance(v, frozenset) for v in values])
        self.vectors[variable, ".answered"] = answered
        for code in codes:
            self.vectors[variable, code] = numpy.array(
                [isinstance(v, frozenset) and code in v for v in values])

    def random_units(self, name):
        r = random.Random(name)
        states = sorted({tuple(sorted(m.items())) for m in self.members.values()}) or [()]
        units = []
        for _ in range(SAMPLE):
            unit = dict(r.choice(states))
            unit["response"] = "replied" if r.random() < 0.9 else "did_not_reply"
            for question, (kind, codes) in self.questions.items():
                if unit["response"] == "did_not_reply":
                    unit[question] = ".did_not_reply"
                elif r.random() < 0.3:
                    unit[question] = "." + r.choice(STATES[1:5])
                elif kind == "select_multiple":
                    unit[question] = frozenset(
                        [r.choice(codes)] + [c for c in codes if r.random() < 0.4])
                else:
                    unit[question] = frozenset([r.choice(codes or ["x"])])
            units.append(unit)
        return units

    def units(self, folder):
        """The units of the collection, as they replied."""
        replies, late = {}, set()
        for source in self.pipeline["sources"]:
            for row in rows_of(folder, source["file"]):
                if row["received"] > self.pipeline["cut-off"]:
                    late.add(row["unit"])
                    continue
                unit = {"response": "replied"}
                for question, (kind, codes) in self.questions.items():
                    text = row.get(question)
                    parts = text.split("|") if text else []
                    if text is None:
                        unit[question] = ".not_asked"
                    elif not text:
                        unit[question] = ".no_answer"
                    elif codes and not set(parts) <= set(codes):
                        unit[question] = ".unclear"
                    else:
                        unit[question] = frozenset(parts)
                replies[row["unit"]] = unit
        silent = {"response": "did_not_reply", **{q: ".did_not_reply" for q in self.questions}}
        names = self.members or set(replies) | late
        return [
            {**replies.get(name, silent), **self.members.get(name, {})} for name in sorted(names)]

    def among(self, vector):
        """Who has the same attributes as somebody in a set."""
        return numpy.isin(self.attributes, self.attributes[vector])

    def codes(self, variable):
        if variable in self.questions:
            return self.questions[variable][1]
        return sorted({code for name, code in self.vectors if name == variable})

    def condition(self, text):
        result = self.everybody
        for part in text.split(" and "):
            result = result & self.comparison(part)
        return result

    def comparison(self, text):
        match = re.fullmatch(r"selected\(\$\{(.+)\}, '(.+)'\)", text)
        if match:
            return self.vectors[match[1], match[2]]
        name, sign, code = re.fullmatch(r"\$\{(.+)\} (!?=) '(.+)'", text).groups()
        vector = self.vectors[name, code]
        return vector if sign == "=" else ~vector

    # ----- the cells of a table -----

    def base(self, table, rows):
        base = table.get("base", "answered" if rows in self.questions else "population")
        if base == "population":
            return self.everybody
        if base == "respondents":
            return self.vectors["response", "replied"]
        if base == "answered":
            return self.vectors[rows, ".answered"]
        if base == "asked":
            return (self.vectors[rows, ".answered"] | self.vectors[rows, ".no_answer"]
                    | self.vectors[rows, ".unclear"])
        return self.condition(base)

    def row(self, table, name):
        rows, _, name = block(table, name)
        if name == ".population":
            return self.everybody
        if name == ".base":
            return self.base(table, rows)
        if name == ".value":
            return self.base(table, rows) & self.vectors[rows, ".answered"]
        if name[0] == ".":
            return self.vectors[rows, name]
        return self.base(table, rows) & self.vectors[rows, name]

    def cell(self, table, row, variable, column):
        vector = self.row(table, row)
        if "where" in table:
            vector = vector & self.condition(table["where"])
        return vector if column == ".total" else vector & self.vectors[variable, column]


# =====================================================================================
# The attack
# =====================================================================================


class Attack:
    def __init__(self, outdir, name):
        self.name = name
        self.universe = Universe(outdir, name)
        self.output = os.path.join(outdir, "Output", name)
        self.published = os.path.join(self.output, "published")
        rules = self.universe.pipeline["disclosure"]
        self.threshold = int(rules["threshold"])
        self.interval = int(rules["interval"])
        self.percent_base = int(rules["percent-base"])
        self.faults = []
        self.number = {}  # what set -> its number
        self.vectors = []
        self.told = {}  # number -> {value: place}
        self.printed = {}  # number -> places
        self.equations = []  # (coefficients by number, right side)
        self.inequalities = []  # (coefficients by number, at most)
        self.differences = []  # (part, whole)
        self.public = set()
        self.seen = 0

    def fault(self, place, what):
        self.faults.append("%s: %s: %s" % (self.name, place, what))

    def set(self, vector):
        key = numpy.packbits(vector).tobytes()
        if key not in self.number:
            self.number[key] = len(self.vectors)
            # What depends on nothing but the registers and on who replied anybody can count.
            if not (vector & self.universe.among(~vector)).any():
                self.public.add(len(self.vectors))
            self.vectors.append(vector)
        return self.number[key]

    def truth(self, number):
        return int(self.vectors[number][SAMPLE:].sum())

    def tell(self, number, value, place):
        self.told.setdefault(number, {}).setdefault(value, place)

    # ----- reading what is published -----

    def read(self):
        for file in ("texts.csv", "findings.csv", "late.csv", "superseded.csv", "corrections.csv",
                     "quarantine"):
            if os.path.exists(os.path.join(self.published, file)):
                self.fault(file, "is published")
        self.read_cells()
        self.read_answer_states()
        self.read_lists()
        self.read_report()
        self.read_reader_tables()

    def read_cells(self):
        tables = {table["id"]: table for table in self.universe.tables}
        self.sets = {}
        rows = rows_of(self.published, "cells.csv")
        for row in rows:
            table = tables[row["table"]]
            key = (row["table"], row["row"], row["column"])
            if key not in self.sets:
                vector = self.universe.cell(table, row["row"], row["column_variable"], row["column"])
                self.sets[key] = self.set(vector)
                self.printed.setdefault(self.sets[key], []).append("cells.csv %s/%s/%s" % key)
        for row in rows:
            self.read_figure(tables[row["table"]], row)

    def read_figure(self, table, row):
        key = (row["table"], row["row"], row["column"])
        place = "cells.csv %s/%s/%s %s" % (key + (row["statistic"],))
        number = self.sets[key]
        variable, prefix, _ = block(table, row["row"])
        base = self.sets[row["table"], prefix + ".base", row["column"]]
        if row["status"] not in ("", "no-base", "suppressed", "small-base"):
            self.fault(place, "status '%s'" % row["status"])
        if (row["value"] == "") != (row["status"] != ""):
            self.fault(place, "value '%s' with status '%s'" % (row["value"], row["status"]))
        if row["numerator"]:
            self.tell(number, int(row["numerator"]), place)
        if row["base"] and row["statistic"] in ("count", "percent"):
            self.tell(base, int(row["base"]), place)
        if row["status"] == "no-base" and row["statistic"] == "percent":
            self.tell(base, 0, place)
        if not row["value"]:
            return
        if row["statistic"] == "count":
            self.tell(number, int(row["value"]), place)
        elif row["statistic"] == "percent":
            if self.truth(base) < self.percent_base:
                self.fault(place, "a percentage of a base of %d" % self.truth(base))
            share = Fraction(row["value"]) / 100
            for whole in [int(row["base"])] if row["base"] else range(1, 400):
                if not row["base"]:
                    self.fault(place, "a percentage without its base")
                    break
                self.tell(number, round(share * whole), place)
        elif variable == "amount":
            values = self.truth(self.sets[row["table"], prefix + ".value", row["column"]])
            if row["statistic"] != "mean" or values < self.threshold:
                self.fault(place, "of %d units" % values)
        elif row["statistic"] == "mean":
            # The mean of a scale is one more equation among the counts of its codes.
            codes = self.universe.codes(variable)
            total = Fraction(row["value"]) * int(row["base"])
            sets = [self.sets[row["table"], prefix + code, row["column"]] for code in codes]
            self.equations.append((
                self.added(zip(sets, (float(code) for code in codes))), float(round(total))))

    @staticmethod
    def added(terms):
        sums = {}
        for number, factor in terms:
            sums[number] = sums.get(number, 0) + factor
        return sums

    def read_answer_states(self):
        for row in rows_of(self.published, "answer-states.csv"):
            question, attribute, code = row["question"], row["attribute"], row["code"]
            column = (self.universe.everybody if not attribute
                      else self.universe.vectors.get((attribute, code)))
            if column is None:  # a code that no unit has
                column = ~self.universe.everybody
            for state in STATES + ["population"]:
                vector = column
                if state != "population":
                    vector = column & self.universe.vectors[question, "." + state]
                number = self.set(vector)
                place = "answer-states.csv %s/%s/%s" % (question, code, state)
                self.printed.setdefault(number, []).append(place)
                if row[state] != "suppressed":
                    self.tell(number, int(row[state]), place)

    def read_lists(self):
        """Names behind a cell tell every count of the same units."""
        for row in rows_of(self.published, "lists.csv"):
            number = self.sets[row["table"], row["row"], row["column"]]
            if number not in self.public:
                self.fault("lists.csv %(table)s/%(row)s" % row, "names %(iso3)s" % row)

    def read_report(self):
        with open(os.path.join(self.published, "report.md"), encoding="utf-8") as file:
            for line in file:
                match = re.fullmatch(r"- (\w+)/(\S+): (.*) \| (.*) \| (.*) \| (.*)\n", line)
                if not match:
                    continue
                table, row = match[1], match[2]
                place = "report.md %s/%s" % (table, row)
                number = self.sets[table, row, ".total"]
                base = self.sets[table, row[:row.find(":") + 1] + ".base", ".total"]
                self.tell_text(number, match[3], place)
                self.tell_text(base, match[4], place)
                for text in (match[5], match[6]):
                    share = re.search(r"\((\S+) of (\S+)\)", text)
                    if share:
                        self.tell_text(number, share[1], place)
                        self.tell_text(base, share[2], place)
                    elif text not in ("[c]", "[u]"):
                        self.fault(place, "says '%s'" % text)

    def tell_text(self, number, text, place):
        words = "no one two three four five six seven eight nine".split()
        words[0] = "none"
        if text == "[c]":
            return
        text = text.replace(",", "").replace("\u00a0", "")
        value = words.index(text) if text in words else 0 if text in ("no", "zero") else int(text)
        self.tell(number, value, place)

    def read_reader_tables(self):
        for table in self.universe.tables:
            path = os.path.join(self.published, "tables", table["id"] + ".csv")
            with open(path, encoding="utf-8-sig", newline="") as file:
                lines = list(csv.reader(file))
            start = lines.index([""]) + 1 if [""] in lines else lines.index([]) + 1
            keys = [key for key in self.sets if key[0] == table["id"]]
            rows = list(dict.fromkeys(key[1] for key in keys))
            columns = list(dict.fromkeys(key[2] for key in keys))
            # Above each of several row variables stands its name alone.
            heading, body = lines[start], [line for line in lines[start + 1:] if len(line) > 1]
            width = (len(heading) - 1) // len(columns)
            for row, line in zip(rows, body):
                for n, column in enumerate(columns):
                    text = line[1 + n * width]
                    place = "tables/%s.csv %s/%s" % (table["id"], row, column)
                    if text != "[c]":
                        self.tell(self.sets[table["id"], row, column], int(text), place)

    # ----- what follows from what -----

    def link(self):
        universe = self.universe
        printed = list(self.printed)
        single = [v for v in {name for name, _ in universe.vectors}
                  if universe.questions.get(v, ("attribute",))[0] in ("attribute", "select_one")]
        done = set()
        # What is in no table and follows from tables is linked too.
        place, queue = 0, list(printed)
        while place < len(queue):
            whole = queue[place]
            place += 1
            for variable in sorted(universe.questions):
                states = [universe.vectors[variable, "." + s] for s in STATES]
                self.divide(whole, states, done, queue)
                asked = states[0] | states[1] | states[4]
                self.divide(whole, [asked, ~asked], done, queue)
                self.divide(self.set(self.vectors[whole] & asked),
                            [states[0], states[1], states[4]], done, queue)
            for variable in sorted(single):
                codes = [universe.vectors[variable, c] for c in universe.codes(variable)]
                of = self.vectors[whole]
                if variable in universe.questions:
                    of = of & universe.vectors[variable, ".answered"]
                self.divide(self.set(of), codes, done, queue)
                for code in codes:
                    self.divide(whole, [code, ~code], done, queue)
            for (variable, code), vector in sorted(universe.vectors.items()):
                if universe.questions.get(variable, ("",))[0] == "select_multiple":
                    answered = universe.vectors[variable, ".answered"]
                    if code[0] != ".":
                        self.complement(whole, vector, answered)
                        self.divide(self.set(self.vectors[whole] & answered),
                                    [vector, ~vector], done, queue)
                        self.divide(whole, [vector, ~vector], done, queue)

    def divide(self, whole, by, done, queue):
        """States that parts add up to a whole, where at least two of all of them are printed."""
        vectors = [v & self.vectors[whole] for v in by]
        vectors = [v for v in vectors if v.any()]
        parts = [self.number.get(numpy.packbits(v).tobytes()) for v in vectors]
        known = [p for p in parts if p is not None and p in self.printed]
        if whole in parts or (whole, tuple(parts)) in done:
            return
        if len(known) + (whole in self.printed) < 2 or not known:
            return
        done.add((whole, tuple(parts)))
        if all(p in self.public for p in known + [whole]):
            return
        terms = [(p, 1) for p in known] + [(whole, -1)]
        if len(known) == len(vectors):
            self.equations.append((self.added(terms), 0))
        else:
            self.inequalities.append((self.added(terms), 0))
        if whole not in self.printed and whole not in queue:
            queue.append(whole)

    def complement(self, part, ticked, answered):
        """Those who answered and did not tick a choice are counted nowhere, and known from those
        who answered and those who did."""
        vector = self.vectors[part]
        if part not in self.printed or (vector & ~ticked).any():
            return
        for whole in self.printed:
            if (self.vectors[whole] & ticked == vector).all() and (
                    (self.vectors[whole] & answered) == self.vectors[whole]).all():
                rest = self.truth(whole) - self.truth(part)
                if 0 < rest < self.threshold:
                    self.differences.append(([part], whole))

    # ----- solving -----

    def ranges(self, values, targets):
        """How small and how large each target can be, a set or a sum of sets; exactly, where that
        is less than the interval apart. Every solution says something of all targets."""
        unknown = sorted({n for terms, _ in self.equations + self.inequalities for n in terms}
                         | {n for target in targets for n in target} - set(values))
        unknown = [n for n in unknown if n not in values]
        column = {n: i for i, n in enumerate(unknown)}

        def matrix(rows):
            data, across, down = [], [], []
            for line, terms in enumerate(rows):
                for n, f in terms.items():
                    if n in column:
                        data.append(f), across.append(n), down.append(line)
            return csr_matrix((data, (down, [column[n] for n in across])),
                              shape=(len(rows), len(unknown)))

        def known(terms):
            return sum(f * values[n] for n, f in terms.items() if n in values)

        def system(rows):
            rows = [(terms, most) for terms, most in rows if any(n in column for n in terms)]
            return matrix([terms for terms, _ in rows]), [most - known(terms) for terms, most in rows]

        equal, equal_right = system(self.equations)
        less, less_right = system(self.inequalities)
        costs = matrix(targets)
        fixed = numpy.array([known(target) for target in targets], float)
        low, high = numpy.full(len(targets), numpy.inf), numpy.full(len(targets), -numpy.inf)
        for i in range(len(targets)):
            for sign in (1, -1):
                if high[i] - low[i] >= self.interval - 1e-6:
                    break
                found = linprog(
                    sign * costs[i].toarray()[0], A_eq=equal, b_eq=equal_right, A_ub=less,
                    b_ub=less_right, bounds=(0, self.universe.population), method="highs")
                if found.status != 0:
                    raise RuntimeError("%s: the linear program ends with %d" % (
                        self.name, found.status))
                point = costs @ found.x + fixed
                low, high = numpy.minimum(low, point), numpy.maximum(high, point)
        return list(zip(low, high))

    def run(self):
        self.read()
        values = {}
        for number in self.printed:
            self.seen += 1
            told = self.told.get(number, {})
            for value, place in told.items():
                if value != self.truth(number):
                    self.fault(place, "%s, but %d is right" % (value, self.truth(number)))
            if number in self.public or told:
                values[number] = self.truth(number)
            if number not in self.public and 0 < self.truth(number) < self.threshold:
                for place in told.values():
                    self.fault(place, "tells a count of %d" % self.truth(number))
        self.check_hidden_places(values)
        self.link()
        self.hidden = [n for n in self.printed if n not in values]
        targets = [{n: 1} for n in self.hidden]
        targets += [self.added([(w, 1)] + [(p, -1) for p in ps]) for ps, w in self.differences]
        found = self.ranges(values, targets) if targets else []
        narrow = [i for i, (low, high) in enumerate(found)
                  if high - low < self.interval - 1e-6]
        free = self.ranges({n: self.truth(n) for n in self.printed if n in self.public},
                           [targets[i] for i in narrow]) if narrow else []
        for i, (low, high) in zip(narrow, free):
            width = found[i][1] - found[i][0]
            if width < min(self.interval, high - low) - 1e-6:
                places = [self.printed.get(n, ["?"])[0] for n in targets[i]]
                self.fault(" - ".join(places), "is from %g to %g, and with public counts alone "
                           "from %g to %g" % (found[i] + (low, high)))
        self.limited = len(narrow)
        self.primary = sum(n not in self.public and 0 < self.truth(n) < self.threshold
                           for n in self.printed)

    def check_hidden_places(self, values):
        """A figure that is hidden in one place is hidden in all."""
        hidden = {}
        for row in rows_of(self.published, "cells.csv"):
            if row["statistic"] == "count" and row["status"] == "suppressed":
                number = self.sets[row["table"], row["row"], row["column"]]
                hidden.setdefault(number, "cells.csv %(table)s/%(row)s/%(column)s" % row)
        for number, place in hidden.items():
            if number in values and number not in self.public:
                self.fault(place, "is hidden, but told by %s" % list(self.told[number].values()))
            elif number in self.public:
                self.fault(place, "is hidden, but public")


def attacked(outdir, name):
    """The faults of one collection, and what was counted there. Where the export gave up a search
    (70) nothing is published, so that there is nothing to attack."""
    if not os.path.exists(os.path.join(outdir, "Output", name, "published")):
        return [], {"refused": 1}
    attack = Attack(outdir, name)
    attack.run()
    return attack.faults, {
        "collections": 1,
        "tables": len(attack.universe.tables),
        "cells": attack.seen - len(attack.public & set(attack.printed)),
        "hidden": len(attack.hidden),
        "primary": attack.primary,
        "limited": attack.limited,
    }


def check(outdir, names):
    sums, faults = {"refused": 0}, 0
    with ProcessPoolExecutor() as pool:
        for found, counts in pool.map(attacked, [outdir] * len(names), names):
            for fault in found:
                print(fault)
            faults += len(found)
            for key, count in counts.items():
                sums[key] = sums.get(key, 0) + count
    cells, hidden = sums["cells"], sums["hidden"]
    print("suppression attack: %d collections, %d tables, %d figures, %d of them hidden (%.0f per "
          "cent), %d for their own sake, %d that public counts narrow more; %d collections "
          "refused; %d faults"
          % (sums["collections"], sums["tables"], cells, hidden, 100 * hidden / max(1, cells),
             sums["primary"], sums["limited"], sums["refused"], faults))
    is_too_much = hidden == 0 or hidden > 0.7 * cells or sums["refused"] > 0.05 * len(names)
    return 1 if faults or is_too_much else 0


def main(arguments):
    if arguments[:1] == ["generate"] and len(arguments) in (4, 5):
        seed, count, outdir = arguments[1], int(arguments[2]), arguments[3]
        for number in range(1, count + 1):
            generator = Generator(seed, number, arguments[4] if len(arguments) == 5 else None)
            generator.write(outdir, "c%04d" % number)
        return 0
    if arguments[:1] == ["check"] and len(arguments) > 2:
        return check(arguments[1], arguments[2:])
    print(__doc__, file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

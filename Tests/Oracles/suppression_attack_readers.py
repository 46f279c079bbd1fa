"""Reads every number of the folder `published` but those of tables/, for suppression_attack.py."""

import os
import re
from fractions import Fraction

from suppression_attack_figures import added
from suppression_attack_registers import rows_of
from suppression_attack_tables import SHARES, tables_of
from suppression_attack_universe import STATES

FOR_STAFF = ["machine/texts.csv", "machine/findings.csv", "machine/late.csv",
             "machine/superseded.csv", "machine/corrections.csv", "machine/suppressed.csv", "machine/rounded.csv",
             "findings-by-rule.csv", "findings-by-unit.csv", "quarantine"]
WORDS = "none one two three four five six seven eight nine".split()


class Published:
    """The published files of one collection, read into figures."""

    def __init__(self, folder, figures):
        self.folder, self.figures, self.universe = folder, figures, figures.universe
        # Whether a row is in the base is read from what is published: it has shares, or it has none.
        shown = {}
        for line in rows_of(folder, "machine/cells.csv"):
            shown.setdefault((line["table"], line["row"]), set()).add(line["statistic"])
        self.tables = {table.id: table for table in tables_of(self.universe, shown)}
        self.sets = {}  # (table, row, column) -> number
        self.cells = {}  # (table, row, column, statistic) -> line of cells.csv
        self.rounded_numbers = []
        self.sums = []  # what is told of the numbers of a set: (number, sum, address)

    def read(self):
        for file in FOR_STAFF:
            if os.path.exists(os.path.join(self.folder, file)):
                self.figures.fault(file, "is published")
        self.number_cells()
        self.read_cells()
        self.read_answer_states()
        self.read_lists()
        self.read_report()

    def number_cells(self):
        for table in self.tables.values():
            for column in table.columns:
                for row in table.rows:
                    key = (table.id, row.id, column.id)
                    self.sets[key] = self.set_of(table, row, column, "%s/%s/%s" % key)

    def set_of(self, table, row, column, address):
        kind = self.universe.variables[row.block.variable].kind
        if row.kind == "responses" and kind == "select_multiple":
            codes = [r for r in table.rows if r.block is row.block and r.kind == "code"]
            return self.figures.ticks(
                [self.sets[table.id, code.id, column.id] for code in codes], address)
        return self.figures.of_facts(table.cell(row, column), address)

    # ----- cells.csv -----

    def read_cells(self):
        for line in rows_of(self.folder, "machine/cells.csv"):
            key = (line["table"], line["row"], line["column"])
            address = "cells.csv %s/%s/%s %s" % (key + (line["statistic"],))
            if key not in self.sets:
                self.figures.fault(address, "is no cell of the plan")
                continue
            self.cells[key + (line["statistic"],)] = line
            self.read_cell(key, line, address)

    def read_cell(self, key, line, address):
        figures, statistic = self.figures, line["statistic"]
        table = self.tables[key[0]]
        row = table.row_of[key[1]]
        column = next(c for c in table.columns if c.id == key[2])
        if line["status"] not in ("", "no-base", "suppressed", "small-base", "too-few"):
            figures.fault(address, "status '%s'" % line["status"])
        if (line["value"] == "") != (line["status"] != ""):
            figures.fault(address, "value '%s' with status '%s'" % (line["value"], line["status"]))
        if statistic == "count" or statistic in SHARES:
            whole = table.whole(statistic, row, column)
            whole = self.sets[table.id, whole[0].id, whole[1].id]
            if line["numerator"]:
                figures.tell(self.sets[key], int(line["numerator"]), address)
            if line["base"]:
                figures.tell(whole, int(line["base"]), address)
            if line["status"] == "no-base":
                figures.tell(whole, 0, address)
                if figures.base:
                    figures.fault(address, "nobody, though counts are rounded")
            if line["value"] and statistic == "count":
                figures.tell(self.sets[key], int(line["value"]), address)
            elif line["value"]:
                self.read_share(self.sets[key], whole, line, address)
        else:
            self.read_number(table, row, column, line, address)

    def read_share(self, part, whole, line, address):
        figures = self.figures
        size = int(line["base"] or 0) if figures.base else figures.truths[whole]
        if size < max(figures.percent_base, figures.base):
            figures.fault(address, "a percentage of a base of %d" % size)
        share = Fraction(line["value"]) / 100
        if line["base"]:
            figures.tell(part, round(share * int(line["base"])), address)
            return
        figures.fault(address, "a percentage without its base")
        figures.equations.append((added([(part, 1), (whole, -float(share))]), 0))

    # ----- figures of numbers -----

    def read_number(self, table, row, column, line, address):
        """Figures of a number question are of what nobody else told; those of a scale follow from
        the counts of its codes."""
        figures = self.figures
        variable = self.universe.variables[row.block.variable]
        points = [r.codes[0] for r in table.rows if r.block is row.block and r.kind == "code"
                  and r.codes[0] not in variable.no_opinions]
        codes = [self.sets[table.id, r.id, column.id] for r in table.rows
                 if r.block is row.block and r.kind == "code" and r.codes[0] in points]
        base = self.sets[table.id, table.base_row(row).id, column.id]
        of = self.sets[table.id, row.id, column.id] if row.kind == "value" else None
        if figures.base:
            self.read_rounded_number(line, codes, points, address)
            return
        if line["status"] == "no-base":
            for number in codes if of is None else [of]:
                figures.tell(number, 0, address)
        if line["status"] == "too-few":  # one unit has no spread
            figures.fault(address, "tells that there is one unit")
        if line["base"]:
            if of is not None:
                figures.tell(of, int(line["base"]), address)
            else:
                figures.equations.append((added((n, 1) for n in codes), int(line["base"])))
        if not line["value"]:
            return
        if of is not None:
            if figures.truths[of] < figures.threshold:
                figures.fault(address, "of %d units" % figures.truths[of])
            if line["statistic"] not in ("mean", "sum"):
                figures.fault(address, "is the number of few units")
                return
            self.sums.append((of, base, line, address))
            return
        self.sums.append((codes, base, line, address))
        value = float(Fraction(line["value"]))
        if line["statistic"] == "mean":
            figures.equations.append((added(
                (n, float(code) - value) for n, code in zip(codes, points)), 0))
        elif line["statistic"] == "sum":
            figures.equations.append((added(
                (n, float(code)) for n, code in zip(codes, points)), value))

    def read_rounded_number(self, line, codes, points, address):
        """Of a scale a figure of its rounded counts, which tells no more; of numbers none."""
        if line["status"] in ("no-base", "too-few"):
            self.figures.fault(address, "tells of how few")
        if line["value"]:
            self.rounded_numbers.append((line, codes, points, address))

    def check_rounded_numbers(self):
        shown = self.figures.shown()
        for line, codes, points, address in self.rounded_numbers:
            if not codes or any(n not in shown for n in codes):
                self.figures.fault(address, "is told, but not all counts of its codes")
                continue
            units = sum(shown[n] for n in codes)
            total = sum(shown[n] * int(code) for n, code in zip(codes, points))
            right = {"mean": Fraction(total, units), "sum": Fraction(total)}.get(line["statistic"])
            if int(line["base"] or -1) != units or right is not None and abs(Fraction(line["value"]) - right) > 1e-9:
                self.figures.fault(address, "%s of %s, not of rounded counts" % (line["value"], line["base"]))

    def check_sums(self):
        """Means and sums of numbers stand only by counts that are told, and whatever else a scale
        has only where all counts of its codes are."""
        known = self.figures.values()
        for of, base, line, address in self.sums:
            if isinstance(of, int):
                if of not in known or base not in known:
                    self.figures.fault(address, "is told of a hidden number of units")
            elif line["statistic"] not in ("mean", "sum") and any(n not in known for n in of):
                self.figures.fault(address, "is told, but not all counts of its codes")

    # ----- the other files -----

    def read_answer_states(self):
        figures, universe = self.figures, self.universe
        units = (universe.members_only, frozenset())
        for row in rows_of(self.folder, "machine/answer-states.csv"):
            question, attribute, code = row["question"], row["attribute"], row["code"]
            facts = [units]
            if attribute:  # a code that no unit has is no code of the sample either
                vector = universe.vectors.get((attribute, code), 0)
                facts = [units, (vector, frozenset([attribute]))]
            for state in STATES + ["population"]:
                about = list(facts)
                if state != "population":
                    about.append((universe.vectors[question, "." + state], frozenset([question])))
                address = "answer-states.csv %s/%s/%s" % (question, code, state)
                number = figures.of_facts(about, address)
                if row[state] != "suppressed":
                    figures.tell(number, int(row[state]), address)

    def read_lists(self):
        """Names behind a cell tell every count of the same units."""
        named = {}
        for row in rows_of(self.folder, "machine/lists.csv"):
            named.setdefault((row["table"], row["row"], row["column"]), []).append(row["iso3"])
        for key, names in named.items():
            if self.sets[key] not in self.figures.public:
                self.figures.fault("lists.csv %s/%s/%s" % key, "names %s" % ", ".join(names[:3]))

    def read_report(self):
        with open(os.path.join(self.folder, "report.md"), encoding="utf-8") as file:
            for line in file:
                match = re.fullmatch(r"- (\w+)/(\S+): (.*) \| (.*) \| (.*) \| (.*)\n", line)
                if not match:
                    continue
                table, row = match[1], match[2]
                address = "report.md %s/%s" % (table, row)
                number = self.sets[table, row, ".total"]
                whole = self.tables[table].base_row(self.tables[table].row_of[row])
                base = self.sets[table, whole.id, ".total"]
                self.tell_text(number, match[3], address)
                self.tell_text(base, match[4], address)
                for text in (match[5], match[6]):
                    share = re.search(r"\((\S+) of (\S+)\)", text)
                    if share:
                        self.tell_text(number, share[1], address)
                        self.tell_text(base, share[2], address)
                    elif text not in ("[c]", "[u]"):
                        self.figures.fault(address, "says '%s'" % text)

    def tell_text(self, number, text, address):
        if text == "[c]":
            return
        text = text.replace(",", "").replace("\u00a0", "")
        value = WORDS.index(text) if text in WORDS else 0 if text in ("no", "zero") else int(text)
        self.figures.tell(number, value, address)

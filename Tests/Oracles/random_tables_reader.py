"""Whether tables/<id>.csv shows what cells.csv holds: rows in order, figures rounded half up."""

import csv
import math
import os
from fractions import Fraction

SHARES = {"percent", "row-percent", "table-percent", "response-percent", "cumulative-percent"}
PERCENTAGES = SHARES | {"ranked-percent"}
NUMBERS = {"mean", "median", "lower-quartile", "upper-quartile", "standard-deviation", "sum",
           "minimum", "maximum"}
BARE = {"count", "ranked", "minimum", "maximum", "sum"}


def lines_of(path):
    """The lines of the table itself, between the blank lines."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    start = next(n for n, line in enumerate(lines) if line in ([], [""])) + 1
    end = next((n for n in range(start, len(lines)) if lines[n] in ([], [""])), len(lines))
    return lines[start + 1:end]


def half_up(value, addresses):
    scaled = math.floor(abs(Fraction(value)) * 10**addresses + Fraction(1, 2))
    text = str(scaled).rjust(addresses + 1, "0")
    if addresses:
        text = "%s.%s" % (text[:-addresses], text[-addresses:])
    return "-" + text if value < 0 and scaled else text


def full(value):
    """A fraction as `cells.csv` has it: written out where it ends, else with twelve decimals, or twelve
    digits that count where the first six decimals are noughts."""
    if value is None:
        return ""
    value = Fraction(value)
    ends = [places for places in range(100) if 10**places % value.denominator == 0]
    noughts = 0
    while value and abs(value) * 10 ** (noughts + 1) < 1:
        noughts += 1
    text = half_up(value, ends[0] if ends else 12 if noughts < 6 else noughts + 12)
    return text.rstrip("0").rstrip(".") if "." in text else text


def percentage(value, addresses):
    """0 and 100 only where it is so; otherwise with as many decimals as it takes."""
    text = half_up(value, addresses)
    while value not in (0, 100) and Fraction(text) in (0, 100) and addresses < 36:
        addresses += 1
        text = half_up(value, addresses)
    return text


def gaps_of(path):
    """What the notes above the table say of columns that do not add up."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    start = next(n for n, line in enumerate(lines) if line in ([], [""]))
    notes = [line[0] for line in lines[1:start]]
    return ["several" if note.startswith("A unit may be in several columns of ") else "none"
            for note in notes if " in no column of " in note or " in several columns of " in note]


def is_near(left, right):
    """Whether two texts are numbers that do not differ in their first ten digits."""
    try:
        return abs(float(left) - float(right)) <= 1e-10 * abs(float(left))
    except ValueError:
        return False


class Reader:
    def __init__(self, checks, name, table, folder, percent_places):
        self.checks, self.table, self.folder = checks, table, folder
        self.address = "%s/%s" % (name, table.id)
        self.lines = lines_of(os.path.join(folder, table.id + ".csv"))
        self.gaps = gaps_of(os.path.join(folder, table.id + ".csv"))
        decimals = table.item.get("decimals", {})
        if not isinstance(decimals, dict):
            decimals = {"percent": decimals}
        self.percent_places = decimals.get("percent", percent_places)
        self.addresses = decimals.get("other", 2)
        self.add_up()

    def check(self):
        if self.table.item.get("layout") == "matrix":
            expected = [self.matrix_line(block) for block in self.table.blocks]
        else:
            expected = self.list_lines()
        self.checks.equal("notes of columns", self.address, self.table.gaps(), self.gaps)
        self.checks.equal("reader's lines", self.address, len(expected), len(self.lines))
        for number, (wanted, found) in enumerate(zip(expected, self.lines)):
            for position, text in enumerate(wanted):
                if text is not None:
                    found_text = found[position] if position < len(found) else "(nothing)"
                    # Raked weights have some twelve digits.
                    if self.table.weighted and self.table.answers.margins and (
                            is_near(text, found_text) or self.is_on_edge(text, found_text)):
                        text = found_text
                    self.checks.equal("reader's cells", "%s line %d cell %d" % (
                        self.address, number + 1, position + 1), text, found_text)

    def is_on_edge(self, left, right):
        """Whether two texts are what is left by rounding a figure of the table that lies between them,
        up and down: 435.500000000000008 is 436, and 435.499999999999999 is 435."""
        try:
            middle = (Fraction(left) + Fraction(right)) / 2
        except ValueError:
            return False
        path = os.path.join(self.folder, "..", "machine", "cells.csv")
        with open(path, encoding="utf-8-sig", newline="") as file:
            values = [Fraction(row["value"]) for row in csv.DictReader(file)
                      if row["table"] == self.table.id and row["statistic"] == "weighted-count" and row["value"]]
        return any(abs(value - middle) <= Fraction(1, 10**10) * abs(middle) for value in values)

    # ------------------------------------------------------------------------------ the rows

    def list_lines(self):
        lines = []
        for block in self.table.blocks:
            stacked = block.path.startswith(block.variable.name + ":")
            if block.context or stacked:
                lines.append([None])
            for row in self.ordered([row for row in self.table.rows if row.block is block]):
                texts = [
                    text for column in self.table.columns
                    for text in [self.text(statistic, row, column)
                                 for statistic in self.table.statistics]]
                if row.kind not in ("base", "offered") or "count" in self.table.statistics:
                    lines.append([None] + texts)
                    continue
                # No share or mean stands without the number that it is of.
                numbers = [text for column in self.table.columns for text in [
                    str(self.count(row, column))] + [""] * (len(self.table.statistics) - 1)]
                if self.base_has_figures(row):
                    lines.append([None] + texts)
                    lines.append(["Number in the base"] + numbers)
                else:
                    lines.append([None] + numbers)
        return lines

    def base_has_figures(self, row):
        """Whether the table prints anything of its own in the row of a base."""
        return any((self.table.exact.get((row, column, statistic)) or (None,))[0] is not None
                   for column in self.table.columns for statistic in self.table.statistics)

    def ordered(self, rows):
        order = self.table.item.get("order", "code")
        shares = [row for row in rows if row.kind in ("code", "net")]
        named = self.table.item.get("last", [])
        last = [row for row in shares if row.id in named or row.name in named]
        total = next(c for c in self.table.columns if not c.path)
        same = self.table.rows if self.table.item.get("layout") == "matrix" else rows
        labels = dict(rows[0].block.variable.codes)
        labels.update({net["name"]: net["label"] for net in self.table.item.get("nets", [])})
        first = [s for s in self.table.statistics
                 if s in ("count", "weighted-count") or s in SHARES][:1]
        size = self.count if not self.table.weighted or first in ([], ["count"]) else self.mass

        def key(row):
            if row in last or order == "code":
                return (row in last,)
            if order == "label":
                return (False, labels[row.name])
            return (False, -sum(
                size(other, total) for other in same if other.name == row.name))

        # A net moves with its codes, and these within it.
        heads = sorted([row for row in shares if row.net is None], key=key)
        shares_in_order = []
        for head in heads:
            shares_in_order += [head] + sorted([
                row for row in shares if head.kind == "net" and row.net == head.name], key=key)
        others = [row for row in rows if row not in shares]
        first = [row for row in others if row.kind == "value"]
        return first + shares_in_order + [row for row in others if row not in first]

    def matrix_line(self, block):
        line = [None]
        column = self.table.columns[0]
        for row in self.ordered([row for row in self.table.rows if row.block is block]):
            if row.kind not in ("code", "net", "base", "outside"):
                continue
            statistics = self.table.statistics
            if row.kind in ("base", "outside") and "count" not in statistics:
                line.append(str(self.count(row, column)))
            if row.kind == "outside":
                line += [self.text(statistic, row, column) for statistic in statistics
                         if statistic in ("count", "weighted-count")]
                continue
            for statistic in statistics:
                if statistic in ("lower-limit", "upper-limit"):
                    if row.kind != "base" or any(s in NUMBERS for s in statistics):
                        line.append(None)
                elif statistic in ("count", "weighted-count") or (
                        statistic in PERCENTAGES) == (row.kind != "base"):
                    line.append(self.text(statistic, row, column))
        return line

    def count(self, row, column):
        table = self.table
        return table.times.get((table.rows.index(row), table.columns.index(column)), 0)

    def mass(self, row, column):
        return self.table.mass(self.table.rows.index(row), self.table.columns.index(column))

    # ------------------------------------------------------------------------------ the cells

    def text(self, statistic, row, column):
        """What a cell says; None where it is not checked here."""
        figure = self.table.exact.get((row, column, statistic))
        if statistic in ("lower-limit", "upper-limit", "higher-than"):
            return None
        if figure is None or figure[0] is None:
            return ""
        value = figure[0]
        if isinstance(value, float):
            return None  # rounded from what is not exact
        if isinstance(value, str):
            return value
        if statistic in PERCENTAGES:
            if statistic != "percent":
                return percentage(Fraction(value), self.percent_places)
            return self.shares.get((row, column)) or percentage(Fraction(value), self.share_places)
        if statistic == "weighted-count":
            return half_up(value, 0)
        if statistic in BARE and not (statistic == "sum" and self.table.weighted):
            text = full(value)
            # What is computed is printed no longer than a mean.
            is_long = len(text.partition(".")[2]) > self.addresses
            return half_up(value, self.addresses) if row.block.variable.is_computed and is_long \
                else text
        return half_up(value, self.addresses)

    # --------------------------------------------------------------------------- adding up

    def divisions(self):
        """The codes of a block and column whose shares together are all of their base."""
        if self.table.item.get("shares") != "add-up" or "percent" not in self.table.statistics:
            return
        for block in self.table.blocks:
            rows = [r for r in self.ordered([r for r in self.table.rows if r.block is block]) if r.kind == "code"]
            for column in self.table.columns:
                exact = [self.table.exact[row, column, "percent"][0] for row in rows]
                if None not in exact and sum(exact) == 100:
                    yield column, rows, exact

    def add_up(self):
        """The shares by largest remainder, with the first number of decimals with which none of
        the table is 0 or 100 that is not."""
        divisions = list(self.divisions())
        for addresses in range(self.percent_places, 13):
            self.share_places = addresses
            shares = {}
            for column, rows, exact in divisions:
                for row, share in zip(rows, largest_remainder(exact, addresses)):
                    shares[row, column] = share
            if all(shares[row, column] == share or shares[row, column] not in (0, 100)
                   for column, rows, exact in divisions for row, share in zip(rows, exact)):
                break
        self.shares = {key: half_up(share, addresses) for key, share in shares.items()}

    def check_adding_up(self):
        """Weighted shares that add up do so in print, each next to its own."""
        table = self.table
        if not table.weighted or table.item.get("layout") == "matrix":
            return
        at, width = (table.statistics + ["percent"]).index("percent"), len(table.statistics)
        unit = Fraction(1, 10**self.percent_places)
        addresses, line = {}, 0
        for block in table.blocks:
            line += bool(block.context or block.path.startswith(block.variable.name + ":"))
            for row in self.ordered([row for row in table.rows if row.block is block]):
                addresses[row] = line
                line += 2 if row.kind in ("base", "offered") and "count" not in table.statistics and (
                    self.base_has_figures(row)) else 1
        for column, rows, exact in self.divisions():
            c = table.columns.index(column)
            printed = [Fraction(self.lines[addresses[row]][1 + c * width + at]) for row in rows]
            address = "%s/%s%s" % (self.address, rows[0].block.path, column.id)
            self.checks.equal("shares that add up", address, 100, sum(printed))
            for row, share, number in zip(rows, exact, printed):
                self.checks.equal("shares that add up", "%s/%s" % (address, row.id), True,
                                  abs(number - share) < unit)
                if number in (0, 100):
                    self.checks.equal("shares that add up", address, number, share)


def largest_remainder(exact, addresses):
    """Hamilton's method; of equal remainders the larger share comes first, then the one that is printed earlier."""
    unit = Fraction(1, 10**addresses)
    rounded = [share // unit * unit for share in exact]
    order = sorted(range(len(exact)), key=lambda n: (rounded[n] - exact[n], -exact[n], n))
    for n in order[:int((100 - sum(rounded)) / unit)]:
        rounded[n] += unit
    return rounded

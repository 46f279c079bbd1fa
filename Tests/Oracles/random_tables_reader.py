"""Whether tables/<id>.csv shows what cells.csv holds: rows in order, figures rounded half up."""

import csv
import math
import os
from fractions import Fraction

SHARES = {"percent", "row-percent", "table-percent", "response-percent"}
PERCENTAGES = SHARES | {"ranked-percent"}
BARE = {"count", "ranked", "minimum", "maximum", "sum"}


def lines_of(path):
    """The lines of the table itself, between the blank lines."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    start = next(n for n, line in enumerate(lines) if line in ([], [""])) + 1
    end = next((n for n in range(start, len(lines)) if lines[n] in ([], [""])), len(lines))
    return lines[start + 1:end]


def half_up(value, places):
    scaled = math.floor(abs(Fraction(value)) * 10**places + Fraction(1, 2))
    text = str(scaled).rjust(places + 1, "0")
    if places:
        text = "%s.%s" % (text[:-places], text[-places:])
    return "-" + text if value < 0 and scaled else text


def percentage(value, places):
    """0 and 100 only where it is so; otherwise with as many decimals as it takes."""
    text = half_up(value, places)
    while value not in (0, 100) and Fraction(text) in (0, 100) and places < 36:
        places += 1
        text = half_up(value, places)
    return text


class Reader:
    def __init__(self, checks, name, table, folder, percent_places):
        self.checks, self.table = checks, table
        self.place = "%s/%s" % (name, table.id)
        self.lines = lines_of(os.path.join(folder, table.id + ".csv"))
        decimals = table.item.get("decimals", {})
        if not isinstance(decimals, dict):
            decimals = {"percent": decimals}
        self.percent_places = decimals.get("percent", percent_places)
        self.places = decimals.get("other", 2)

    def check(self):
        if self.table.item.get("layout") == "matrix":
            expected = [self.matrix_line(block) for block in self.table.blocks]
        else:
            expected = self.list_lines()
        self.checks.equal("reader's lines", self.place, len(expected), len(self.lines))
        for number, (wanted, found) in enumerate(zip(expected, self.lines)):
            for position, text in enumerate(wanted):
                if text is not None:
                    found_text = found[position] if position < len(found) else "(nothing)"
                    self.checks.equal("reader's cells", "%s line %d cell %d" % (
                        self.place, number + 1, position + 1), text, found_text)

    # ------------------------------------------------------------------------------ the rows

    def list_lines(self):
        lines = []
        for block in self.table.blocks:
            stacked = block.path.startswith(block.variable.name + ":")
            if block.context or stacked:
                lines.append([None])
            for row in self.ordered([row for row in self.table.rows if row.block is block]):
                lines.append([None] + [
                    text for column in self.table.columns
                    for text in [self.text(statistic, row, column)
                                 for statistic in self.table.statistics]])
        return lines

    def ordered(self, rows):
        order = self.table.item.get("order", "code")
        shares = [row for row in rows if row.kind in ("code", "net")]
        named = self.table.item.get("last", [])
        last = [row for row in shares if row.id in named or row.name in named]
        free = [row for row in shares if row not in last]
        total = next(c for c in self.table.columns if not c.path)
        if order == "count":
            same = self.table.rows if self.table.item.get("layout") == "matrix" else rows
            first = [s for s in self.table.statistics
                     if s in ("count", "weighted-count") or s in SHARES][:1]
            size = self.count if not self.table.weighted or first in ([], ["count"]) else self.mass
            free.sort(key=lambda row: -sum(
                size(other, total) for other in same if other.name == row.name))
        elif order == "label":
            labels = dict(rows[0].block.variable.codes)
            nets = {net["name"]: net["label"] for net in self.table.item.get("nets", [])}
            free.sort(key=lambda row: labels.get(row.name) or nets[row.name])
        others = [row for row in rows if row not in shares]
        first = [row for row in others if row.kind == "value"]
        return first + free + last + [row for row in others if row not in first]

    def matrix_line(self, block):
        line = [None]
        column = self.table.columns[0]
        for row in self.ordered([row for row in self.table.rows if row.block is block]):
            if row.kind in ("code", "net", "base"):
                for statistic in self.table.statistics:
                    if statistic in ("count", "weighted-count") or (
                            statistic in PERCENTAGES) == (row.kind != "base"):
                        if statistic not in ("lower-limit", "upper-limit", "higher-than"):
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
        if statistic == "percent" and self.table.item.get("shares") == "add-up":
            return None
        if isinstance(value, float):
            return None  # rounded from what is not exact
        if isinstance(value, str):
            return value
        if statistic in PERCENTAGES:
            return percentage(Fraction(value), self.percent_places)
        if statistic == "weighted-count":
            return half_up(value, 0)
        if statistic in BARE and not (statistic == "sum" and self.table.weighted):
            return half_up(value, 12).rstrip("0").rstrip(".") if not isinstance(
                value, int) else str(value)
        return half_up(value, self.places)

    # --------------------------------------------------------------------------- adding up

    def check_adding_up(self):
        """Printed shares of a block add up to 100 where the exact ones do, each next to its own."""
        table = self.table
        if table.item.get("shares") != "add-up" or table.item.get("layout") == "matrix":
            return
        if "percent" not in table.statistics:
            return
        unit = Fraction(1, 10**self.percent_places)
        at, width = table.statistics.index("percent"), len(table.statistics)
        line = 0
        for block in table.blocks:
            if block.context or block.path.startswith(block.variable.name + ":"):
                line += 1
            rows = self.ordered([row for row in table.rows if row.block is block])
            for c, column in enumerate(table.columns):
                codes = [(row, self.lines[line + n][1 + c * width + at])
                         for n, row in enumerate(rows) if row.kind == "code"]
                exact = [table.exact[row, column, "percent"][0] for row, _ in codes]
                if None in exact or sum(exact) != 100:
                    continue
                printed = [Fraction(text) for _, text in codes]
                place = "%s/%s%s" % (self.place, block.path, column.id)
                self.checks.equal("shares that add up", place, 100, sum(printed))
                for (row, text), share, number in zip(codes, exact, printed):
                    near = abs(number - share) < unit or number == max(printed) or number == unit
                    self.checks.equal("shares that add up", "%s/%s" % (place, row.id), True, near)
                    if number == 0 and max(printed) > unit:
                        self.checks.equal("shares that add up", place, 0, share)
            line += len(rows)

"""Reads tables/<id>.csv, for suppression_attack.py: what is hidden in cells.csv is hidden there,
and neither the order of the rows nor a rounded share depends on it."""

import csv
import math
import os
from fractions import Fraction

from suppression_attack_tables import SHARES


class Print:
    """The tables as readers have them."""

    def __init__(self, published):
        self.published, self.figures = published, published.figures

    def read(self):
        for table in self.published.tables.values():
            self.check_order(table)
            self.read_lines(table)
            self.check_rounding(table)

    def rows_in_print(self, table, block):
        """The rows of a block as printed: codes and nets in the order of cells.csv."""
        rows = [row for row in table.rows if row.block is block]
        address = {}
        for key in self.published.cells:
            if key[0] == table.id:
                address.setdefault(key[1], len(address))
        shares = [row for row in rows if row.kind in ("code", "net")]
        ordered = iter(sorted(shares, key=lambda row: address[row.id]))
        return [next(ordered) if row in shares else row for row in rows]

    def check_order(self, table):
        """Rows stand by counts that are told, and those whose count is hidden in the order of the
        questionnaire behind them."""
        if table.item.get("order") != "count":
            return
        known = self.figures.shown()
        is_matrix = table.item.get("layout") == "matrix"
        printed = [[row for row in self.rows_in_print(table, block) if row.kind in ("code", "net")]
                   for block in table.blocks]
        planned = [[row for row in table.rows
                    if row.block is block and row.kind in ("code", "net")]
                   for block in table.blocks]
        last = table.item.get("last", [])
        groups = [list(range(len(table.blocks)))] if is_matrix else [
            [n] for n in range(len(table.blocks))]
        for group in groups:
            positions = []
            for position, rows in enumerate(zip(*(planned[n] for n in group))):
                numbers = [self.published.sets[table.id, row.id, ".total"] for row in rows]
                hidden = any(n not in known for n in numbers)
                count = 0 if hidden else sum(known[n] for n in numbers)
                if any(row.name in last or row.id in last for row in rows):
                    positions.append((True, False, 0, position, rows[0]))
                else:
                    positions.append((False, hidden, -count, position, rows[0]))
            # A net moves with its codes, and these within it.
            ordered = [row for *_, row in sorted(positions, key=lambda address: address[:4])]
            expected = [
                row.name for head in ordered if head.net is None
                for row in [head] + [r for r in ordered if head.kind == "net"
                                     and r.net == head.name]]
            for n in group:
                found = [row.name for row in printed[n]]
                if found != expected:
                    self.figures.fault("%s %s" % (table.id, table.blocks[n].path),
                                       "rows stand as %s, not %s" % (found, expected))

    def read_lines(self, table):
        path = os.path.join(self.published.folder, "tables", table.id + ".csv")
        with open(path, encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
        lines = lines[lines.index([""] if [""] in lines else []) + 2:]
        # Above each of several blocks stands its heading alone.
        if table.item.get("layout") != "matrix":
            lines = [line for line in lines if len(line) > 1]
        for n, block in enumerate(table.blocks):
            rows = self.rows_in_print(table, block)
            if table.item.get("layout") == "matrix":
                texts = iter(lines[n][1:])
                for row in rows:
                    if row.kind in ("code", "net", "base", "outside"):
                        for statistic in table.statistics:
                            is_of_row = (statistic in SHARES) == (
                                row.kind != "base") and row.kind != "outside"
                            if statistic == "count" or is_of_row:
                                self.read_text(table, row, ".total", statistic, next(texts))
                continue
            for row in rows:
                texts = iter(lines.pop(0)[1:])
                for column in table.columns:
                    for statistic in table.statistics:
                        self.read_text(table, row, column.id, statistic, next(texts))

    def read_text(self, table, row, column, statistic, text):
        """A printed figure: hidden where that of cells.csv is."""
        line = self.published.cells.get((table.id, row.id, column, statistic))
        address = "tables/%s.csv %s/%s %s" % (table.id, row.id, column, statistic)
        if line is None:
            if text:
                self.figures.fault(address, "says '%s'" % text)
            return
        line["printed"] = text
        wanted = {"suppressed": "[c]", "small-base": "[u]"}.get(line["status"])
        if wanted and text != wanted:
            self.figures.fault(address, "says '%s', not %s" % (text, wanted))
        elif not wanted and statistic == "count":
            self.figures.tell(self.published.sets[table.id, row.id, column], int(text), address)

    def check_rounding(self, table):
        """Where a share is hidden that others add up with, these are rounded by themselves."""
        if table.item.get("shares") != "add-up" or "percent" not in table.statistics:
            return
        for block in table.blocks:
            for column in table.columns:
                lines = [self.published.cells[table.id, row.id, column.id, "percent"]
                         for row in table.rows if row.block is block and row.kind == "code"]
                if all(line["value"] for line in lines):
                    continue
                for line in lines:
                    if line["value"] and not self.is_rounded(line["value"], line["printed"]):
                        self.figures.fault(
                            "tables/%s.csv %s/%s" % (table.id, line["row"], column.id),
                            "%s is rounded to %s by hidden shares" % (
                                line["value"], line["printed"]))

    @staticmethod
    def is_rounded(value, text):
        addresses = len(text.partition(".")[2])
        scaled = math.floor(Fraction(value) * 10 ** addresses + Fraction(1, 2))
        return Fraction(text) * 10 ** addresses == scaled

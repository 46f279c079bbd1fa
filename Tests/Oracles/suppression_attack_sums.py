"""Whether rounded tables add up, for suppression_attack.py."""

import os

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix


class Sums:
    def __init__(self, figures, published):
        self.figures, self.published = figures, published
        self.shown = figures.shown()

    def check(self, structure):
        """Returns how many tables say that they do not add up."""
        structure = [terms for terms, right in structure if right == 0]
        said = {table: self.says(table) for table in self.published.tables}
        for table, adds_up in said.items():
            numbers = {n for key, n in self.published.sets.items() if key[0] == table}
            is_hidden = any(n not in self.shown and n not in self.figures.public for n in numbers)
            if is_hidden and adds_up:
                self.figures.fault("tables/%s.csv" % table, "says that counts add up, though some are hidden")
            if adds_up is None:
                if not is_hidden:
                    self.figures.fault("tables/%s.csv" % table, "does not say whether counts add up")
                continue
            broken = [terms for terms in structure if numbers.issuperset(terms) and not self.holds(terms)]
            if adds_up and not broken and not self.can_be(structure, numbers):
                self.figures.fault("tables/%s.csv" % table, "says that counts add up, but no counts do")
            if broken and adds_up:
                self.figures.fault("tables/%s.csv" % table, "says that counts add up, but %s" % [
                    (self.figures.printed[n][0], self.shown.get(n), f) for n, f in broken[0].items()])
            if not broken and not adds_up:
                self.figures.fault("tables/%s.csv" % table, "says that counts do not add up, but they do")
        hidden = set(self.figures.printed) - set(self.shown)
        told = [terms for terms in structure if not hidden & set(terms)]
        if False in said.values() and self.has_solution(told):
            self.figures.fault("tables/", "counts do not add up in %s, but could" % [
                table for table, adds_up in said.items() if adds_up is False])
        return sum(adds_up is False for adds_up in said.values())

    def says(self, table):
        path = os.path.join(self.published.folder, "tables", table + ".csv")
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
        phrase = "multiples of %d, and percentages and means are of rounded counts" % self.figures.base
        if phrase not in text:
            self.figures.fault(path, "does not say how counts are rounded")
        return {phrase + "; they add up.": True, phrase + "; they do not all add up.": False}.get(
            next((phrase + end for end in ("; they add up.", "; they do not all add up.") if phrase + end in text),
                 None))

    def holds(self, terms):
        return any(n not in self.shown for n in terms) or not sum(self.shown[n] * f for n, f in terms.items())

    def can_be(self, structure, numbers):
        """Whether there are counts, of sets in no table, too, with which what a table tells adds up."""
        column = {}
        data, down, across, right = [], [], [], []
        line = 0
        for terms in structure:
            if any(n in self.figures.printed and n not in numbers for n in terms):
                continue
            right.append(0)
            for n, factor in terms.items():
                if n in self.shown:
                    right[line] -= factor * self.shown[n]
                else:
                    column.setdefault(n, len(column))
                    data.append(factor), down.append(line), across.append(column[n])
            line += 1
        if not column:
            return not any(right)
        matrix = csr_matrix((data, (down, across)), shape=(line, len(column)))
        found = milp(numpy.zeros(len(column)), bounds=Bounds(0, numpy.inf),
                     constraints=LinearConstraint(matrix, right, right), options={"time_limit": 60})
        return found.status == 0

    def has_solution(self, structure):
        """Whether some choice of next multiples adds up in all tables at once."""
        column, base, figures = {}, self.figures.base, self.figures
        data, down, across = [], [], []
        for line, terms in enumerate(structure):
            for n, factor in terms.items():
                column.setdefault(n, len(column))
                data.append(factor), down.append(line), across.append(column[n])
        least, most = numpy.zeros(len(column)), numpy.full(len(column), numpy.inf)
        whole = numpy.zeros(len(column))
        for n, at in column.items():
            if n in figures.printed:
                least[at] = figures.truths[n] // base
                most[at] = -(-figures.truths[n] // base)
                whole[at] = 1
        matrix = csr_matrix((data, (down, across)), shape=(len(structure), len(column)))
        found = milp(numpy.zeros(len(column)), integrality=whole, bounds=Bounds(least, most),
                     constraints=LinearConstraint(matrix, 0, 0), options={"time_limit": 60})
        return found.status == 0

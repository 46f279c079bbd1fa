#!/usr/bin/env python3
"""Attacks the tables of collections whose replies were given in confidence.

    suppression_attack.py generate SEED COUNT OUTDIR [REGISTERS] [--all-features] [--rounded]
    suppression_attack.py check OUTDIR c0001... [--all-features] [--rounded]

`generate` writes random collections below OUTDIR/Pipelines and OUTDIR/Input, each with five to
eight tables that are linked with one another, and with a key `disclosure`. Every second one counts
States when REGISTERS is given; the caller copies that folder to OUTDIR/Pipelines/registers. With
--all-features the plans have nests, nets, derived variables, compound conditions, orders and more.

`check` does what an attacker would. He has the questionnaire, the table plan, the registers and the
folder `published`, and knows who replied. He reads every number from every file, works out which
of them count the same units and which add up to which, and asks linear programs (SciPy's HiGHS) for
the smallest and the largest value that each hidden count can have. The program is at fault

* where the two are less than the declared interval apart, or, where public counts alone say
  more, less than they are with nothing but these;
* where, with `unanimity: hidden`, it is told that all of a base gave one answer, or that fewer than
  the interval can have given another;
* where a count, a base or a difference below the threshold is told, or narrowed, anywhere;
* where a figure is hidden in one address and told in another, or told wrongly, or where the order of
  rows, a rounded share or a figure of numbers depends on it;
* where a name, a text or a finding is published.

Which cells count the same units is not read from their names: the conditions of a cell are held
against thousands of random replies, and cells are the same if they agree on all of them. Whoever has the
forms knows that nobody leaves a question out as not applicable that is always asked, and that nobody was
not asked what all forms ask. What a count has of units that are in it whatever they replied, such as those
that did not reply, is no secret. No code of the program. With --all-features the attacker knows besides

* that who answered a multi-select has ticked something, and that its nets tell of pairs of ticks;
* that nobody leaves a question out as not applicable to whom a condition leads;
* how many of any group replied, whether a table counts them or not;
* whatever follows from conditions, and from what they leave over.

With --rounded counts are rounded, and the attacker knows that each is less than the base away. The program
is at fault besides where a count is rounded in two ways or to another than the next multiples, where a
figure is not of rounded counts, and where tables do not add up though they could (HiGHS again, in whole
numbers) or say that they do and do not.

By all that, differences of sets in no table may come to be known; they are counted, and no fault.
"""

import collections
import os
import sys
from concurrent.futures import ProcessPoolExecutor

from suppression_attack_features import FullGenerator
from suppression_attack_figures import Figures, added
from suppression_attack_generator import Generator
from suppression_attack_links import Links
from suppression_attack_print import Print
from suppression_attack_ranges import NEARLY, ranges
from suppression_attack_readers import Published
from suppression_attack_sums import Sums
from suppression_attack_universe import Universe


class Attack:
    """The attack on one collection."""

    def __init__(self, outdir, name, all_features):
        self.all_features = all_features
        self.figures = Figures(name, Universe(outdir, name, all_features))
        self.published = Published(os.path.join(outdir, "Output", name, "published"), self.figures)
        self.hidden, self.limited, self.differences, self.unanimous, self.broken = [], 0, 0, 0, 0

    def run(self):
        figures = self.figures
        self.published.read()
        Print(self.published).read()
        figures.check_told()
        self.published.check_sums()
        self.published.check_rounded_numbers()
        self.check_hidden_places()
        values = figures.values()
        links = Links(figures, self.published.tables.values(), self.all_features)
        structure = links.find() + figures.structure
        values.update({n: figures.truths[n] for n in figures.public})
        self.hidden = [n for n in figures.printed if n not in values and n not in figures.told]
        sensitive = [n for n in figures.printed if n not in values and figures.is_sensitive(n)]
        if figures.base:
            self.broken = Sums(figures, self.published).check(structure)
        # That all of a public group are in a set follows where none is out of it, and none is told.
        pieces = sorted(n for n in links.pieces if figures.is_sensitive(n)
                        and figures.truths[n] < figures.most[n])
        if not self.all_features:
            sensitive += pieces
        if figures.hides_unanimity:
            dissent = self.dissent(structure)
            self.unanimous = len(dissent)
            self.check_ranges(structure, values, dissent, figures.most, figures.interval)
        others = [n for n in self.hidden
                  if figures.vectors[n] is not None and not figures.is_sensitive(n)]
        # What is hidden for the sake of others may be narrow by the size of a public group.
        anybody = [max(figures.universe.population, most) for most in figures.most]
        least = self.check_ranges(structure, values, sensitive,
                                  figures.most if self.all_features else anybody, figures.interval)
        self.check_ranges(structure, values, others, anybody, least)
        if self.all_features:
            # What stands in no table may be narrow; how often it is known is said, and no fault.
            known = len(figures.faults)
            self.check_ranges(structure, values, pieces, figures.most, 1)
            self.differences = len(figures.faults) - known
            del figures.faults[known:]

    def dissent(self, structure):
        """Those who gave another answer, where all of a base gave one: none, which must not be known."""
        figures, found = self.figures, set()
        for table in self.published.tables.values():
            for row in table.rows:
                about = self.figures.universe.variables[row.block.variable].about_answers
                if row.kind not in ("code", "net") or not about or not table.base_row(row):
                    continue
                for column in table.columns:
                    part = self.published.sets[table.id, row.id, column.id]
                    whole = self.published.sets[table.id, table.base_row(row).id, column.id]
                    if figures.truths[part] != figures.truths[whole] or not figures.truths[part]:
                        continue
                    vector = figures.vectors[whole] & ~figures.vectors[part]
                    if vector:
                        number = figures.set(vector)
                        found.add(number)
                        structure.append((added([(part, 1), (number, 1), (whole, -1)]), 0))
        return sorted(found)

    def check_ranges(self, structure, values, targets, most, interval):
        """Returns how far apart the values of all targets can be at least."""
        figures = self.figures
        found = ranges(structure + figures.equations, values, targets, figures.bounds(most), interval)
        narrow = [n for n in targets if self.width(found[n]) < interval - NEARLY]
        public = {n: figures.truths[n] for n in figures.public}
        free = ranges(structure, public, narrow, [(0, m) for m in most], interval)
        self.limited += len(narrow)
        for n in narrow:
            if self.width(found[n]) < min(interval, self.width(free[n])) - NEARLY:
                figures.fault(self.address(n), "is from %g to %g, and with public counts alone from "
                              "%g to %g" % (*found[n], *free[n]))
        return min([interval] + [self.width(free[n]) for n in narrow])

    @staticmethod
    def width(found):
        return found[1] - found[0]

    def address(self, number):
        figures = self.figures
        if number in figures.printed:
            return figures.printed[number][0]
        return "a difference of %d units, of %s" % (
            figures.truths[number], figures.universe.described(figures.vectors[number]))

    def check_hidden_places(self):
        """A figure that is hidden in one address is hidden in all."""
        figures = self.figures
        for (table, row, column, statistic), line in self.published.cells.items():
            if statistic == "count" and line["status"] == "suppressed":
                number = self.published.sets[table, row, column]
                address = "cells.csv %s/%s/%s" % (table, row, column)
                if number in figures.public:
                    # Of compound conditions it takes more to see that none of it is an answer.
                    if not self.all_features:
                        figures.fault(address, "is hidden, but public")
                elif number in figures.told:
                    figures.fault(address, "is hidden, but told by %s" % list(
                        figures.told[number].values()))


def attacked(outdir, name, all_features):
    """The faults of one collection, and what was counted there. Where the export gave up a search
    (70) nothing is published, so that there is nothing to attack."""
    if not os.path.exists(os.path.join(outdir, "Output", name, "published")):
        return [], {"refused": 1}
    attack = Attack(outdir, name, all_features)
    attack.run()
    figures = attack.figures
    return figures.faults, {
        "collections": 1,
        "tables": len(attack.published.tables),
        "cells": len(figures.printed.keys() - figures.public),
        "hidden": len(attack.hidden),
        "primary": sum(figures.is_sensitive(n) for n in figures.printed),
        "limited": attack.limited,
        "unanimous": attack.unanimous,
        "broken": attack.broken,
        "differences": attack.differences,
    }


def check(outdir, names, all_features, rounded):
    sums, faults = collections.Counter(), 0
    with ProcessPoolExecutor() as pool:
        for found, counts in pool.map(
                attacked, [outdir] * len(names), names, [all_features] * len(names)):
            for fault in found:
                print(fault)
            faults += len(found)
            sums.update(counts)
    cells, hidden = sums["cells"], sums["hidden"]
    print("suppression attack: %d collections, %d tables, %d figures, %d of them hidden (%.0f per "
          "cent), %d for their own sake, %d groups of one answer, %d that public counts narrow more; %d collections "
          "refused; %d differences in no table known; %d tables of rounded counts that do not add up; %d faults"
          % (sums["collections"], sums["tables"], cells, hidden, 100 * hidden / max(1, cells),
             sums["primary"], sums["unanimous"], sums["limited"], sums["refused"], sums["differences"], sums["broken"],
             faults))
    # Of rounded counts few need be hidden.
    least, most = (0, 0.1 * cells) if rounded else (1, 0.7 * cells)
    is_too_much = not least <= hidden <= most or sums["refused"] > 0
    return 1 if faults or is_too_much else 0


def main(arguments):
    all_features, rounded = "--all-features" in arguments, "--rounded" in arguments
    make = FullGenerator if all_features else Generator
    arguments = [argument for argument in arguments if argument not in ("--all-features", "--rounded")]
    if arguments[:1] == ["generate"] and len(arguments) in (4, 5):
        seed, count, outdir = arguments[1], int(arguments[2]), arguments[3]
        for number in range(1, count + 1):
            generator = make(seed, number, arguments[4] if len(arguments) == 5 else None)
            generator.is_rounded = rounded
            generator.write(outdir, "c%04d" % number)
        return 0
    if arguments[:1] == ["check"] and len(arguments) > 2:
        return check(arguments[1], arguments[2:], all_features, rounded)
    print(__doc__, file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""Flips answers one at a time and checks that exactly the cells change that should.

    python3 flip_oracle.py WORKDIR COLLECTION BINARIES [--sample]

WORKDIR has Pipelines/, Input/ and Output/ of a collection that counts States and was published.
Every answer of every State that replied, to every question with choices, is changed in a run of
its own (stages 3 to 5) by one line of corrections.csv: to the next choice, after the last one to
a blank; of a question with several ticks the next tick is turned over. With --sample one answer
to every question is changed, each of another State, all in one run, and some of them once more
alone: the effects of several States add up.

What should change is worked out for the one State alone, from the definition of the tables: its
share in every cell before and after. A cell changes by the difference, in numerator and base;
every other line of cells.csv stays as it is, to the byte. Exit status: 0 or 1.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

sys.dont_write_bytecode = True
import tables_oracle as oracle  # noqa: E402

WORKERS = 2
SHOWN = 20


def next_answer(form, question, ticks):
    """The answer that takes the place of one."""
    choices = list(form.choices_of(question))
    if form.kind(question) == "select_one":
        following = choices[choices.index(ticks[0]) + 1:] if ticks else choices
        return tuple(following[:1])
    turned = choices[len(ticks) % len(choices)]
    return tuple(c for c in choices if (c in ticks) != (c == turned))


def share(collection, tables, unit):
    """What one State adds to numerator and base of each cell."""
    for table in tables:
        table.units = [unit]
    found = {}
    for key, (_, number, base) in oracle.expected_cells(tables).items():
        if number or base:
            found[key] = (number, base or 0)
    return found


def effect(collection, tables, unit, question, ticks):
    """By how much numerator and base of the cells change."""
    answers = collection.replies[unit]
    old = answers[question]
    first = share(collection, tables, unit)
    answers[question] = ticks
    second = share(collection, tables, unit)
    answers[question] = old
    changes = {}
    for key in set(first) | set(second):
        was, now = first.get(key, (0, 0)), second.get(key, (0, 0))
        if was != now:
            changes[key] = (now[0] - was[0], now[1] - was[1])
    return changes


def predict(before, effects):
    """The cells that change, with the numerator and base they must have then."""
    expected = {}
    for changes in effects:
        for key, (more, base) in changes.items():
            was = expected.get(key) or oracle.published_cell(before[key])[1:]
            expected[key] = (was[0] + more, None if was[1] is None else was[1] + base)
    return {key: now for key, now in expected.items()
            if now != oracle.published_cell(before[key])[1:]}


def read_cells(folder):
    return oracle.unique(oracle.read_csv(folder, "machine", "cells.csv"), oracle.cell_key, "cells.csv")


def differences(before, after, expected):
    """Where the cells after a flip are not the expected ones, as texts."""
    found = []
    if list(before) != list(after):
        return ["other cells than before"]
    for key, row in after.items():
        if key not in expected:
            if row != before[key]:
                found.append("%s changed to %s and should not" % (", ".join(key), row["value"]))
            continue
        value, number, base = oracle.published_cell(row)
        exact = Fraction(number)
        if row["statistic"] == "percent":
            exact = Fraction(100 * number, base) if base else None
        close = value is None if exact is None else (
            value is not None and abs(value - exact) <= oracle.TOLERANCE)
        if (number, base) != expected[key] or not close:
            found.append("%s is %s (%s of %s), expected %s of %s" % (
                (", ".join(key), row["value"], number, base) + expected[key]))
    return found


class Bench:
    """A copy of a normalized collection, in which one answer after the other is flipped."""

    def __init__(self, folder, workdir, name, binaries):
        self.folder, self.name, self.binaries = folder, name, binaries
        for position in (os.path.join("Pipelines", "registers"), os.path.join("Pipelines", name),
                      os.path.join("Input", name), os.path.join("Output", name)):
            shutil.copytree(os.path.join(workdir, position), os.path.join(folder, position))

    def flip(self, flips):
        """The cells after some corrections."""
        path = os.path.join(self.folder, "Pipelines", self.name, "corrections.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("unit,question,from,to,reason\n")
            for unit, question, old, new in flips:
                file.write("%s,%s,%s,%s,flip\n" % (
                    unit, question, " ".join(old), " ".join(new)))
        for stage in ("validate", "aggregate", "export"):
            arguments = [os.path.join(self.binaries, "rapporteur-" + stage), "--jobs", "1"]
            for option, position in (("pipeline", "Pipelines"), ("input", "Input"),
                                  ("output", "Output")):
                arguments += ["--" + option, os.path.join(position, self.name)]
            run = subprocess.run(arguments, cwd=self.folder, capture_output=True, text=True)
            if run.returncode > 1:
                raise oracle.CannotCheck("%s left with %d: %s" % (
                    stage, run.returncode, run.stderr))
        applied = oracle.read_csv(self.folder, "Output", self.name, "published", "machine", "corrections.csv")
        if len(applied) != len(flips):
            raise oracle.CannotCheck("%d corrections were applied of %d" % (
                len(applied), len(flips)))
        return read_cells(os.path.join(self.folder, "Output", self.name, "published"))


def runs(collection, sample):
    """The flips (State, question, answer, other answer), run by run."""
    units = sorted(collection.replies)
    found = []
    for position, question in enumerate(collection.form.closed()):
        # 19 has no divisor in common with 52, so that no State comes twice.
        for unit in [units[position * 19 % len(units)]] if sample else units:
            ticks = collection.replies[unit].get(question)
            if ticks is None:  # not asked, or unclear
                continue
            old = tuple(c for c in collection.form.choices_of(question) if c in ticks)
            found.append((unit, question, old, next_answer(collection.form, question, old)))
    if not sample:
        return [[flip] for flip in found]
    if len({unit for unit, _, _, _ in found}) < len(found):
        raise oracle.CannotCheck("two flips of one State in one run")
    return [found] + [[flip] for flip in found[::5]]


def main(arguments):
    sample = "--sample" in arguments
    arguments = [a for a in arguments if a != "--sample"]
    workdir, name, binaries = arguments
    pipeline = os.path.join(workdir, "Pipelines", name)
    collection = oracle.Collection(os.path.join(workdir, "Pipelines", "registers"), pipeline,
                                   os.path.join(workdir, "Input", name))
    tables = oracle.plan(collection, pipeline)
    before = read_cells(os.path.join(workdir, "Output", name, "published"))
    work = []
    for flips in runs(collection, sample):
        effects = [effect(collection, tables, unit, question, new)
                   for unit, question, _, new in flips]
        work.append((flips, predict(before, effects)))
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        benches = [Bench(os.path.join(folder, str(n)), workdir, name, binaries)
                   for n in range(WORKERS)]

        def run(number):
            found = []
            for flips, expected in work[number::WORKERS]:
                after = benches[number].flip(flips)
                what = "; ".join("%s %s from '%s' to '%s'" % (
                    unit, question, " ".join(old), " ".join(new))
                    for unit, question, old, new in flips)
                found += ["%s: %s" % (what, line) for line in differences(before, after, expected)]
                if not expected:
                    found.append("%s: no cell should change, which is no flip" % what)
            return found

        with ThreadPoolExecutor(WORKERS) as pool:
            for found in pool.map(run, range(WORKERS)):
                lines += found
    for line in lines[:SHOWN]:
        print(line)
    changed = sum(len(expected) for _, expected in work)
    print("flips: %d runs, %d cells changed as predicted and no others%s" % (
        len(work), changed, "; %d DIFFER" % len(lines) if lines else ""))
    return 1 if lines or not work else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

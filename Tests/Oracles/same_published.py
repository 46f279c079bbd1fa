#!/usr/bin/env python3
"""Whether two versions of the program publish the same bytes.

    same_published.py BEFORE AFTER [--collections N] [--seed S] [--only PATTERN] [--jobs N]
                      [--seconds N] [--keep]

BEFORE and AFTER are each a commit, which is cloned into a temporary folder and built there, or a
folder of release programs, such as .build/release. Both run the five stages on

* collections/...   those of Pipelines/;
* conventions/...   the exports of Tests/Conventions, with the definitions that stand there;
* drafts/...        the same exports with a definition that `rapporteur new` drafts;
* tables/..., questionnaires/..., confidential/..., confidential-all-features/...
                    N random collections (200 unless said otherwise) of the generators beside this
                    script: the first with weights and samples, the last two with `disclosure`.

`published/` and `confidential/` are compared byte for byte (and what `rapporteur new` wrote), all
but `manifest.json` and `RULES.md`; so are the exit statuses. Four things can come of a case:

* different             files or exit statuses differ;
* other cells hidden    all that differs is which cells are hidden for the sake of others, as many as
                        before and with counts of the same sum: the solver had a choice;
* not compared          BEFORE needs more than --seconds of processor time (20) in one stage, as the
                        search for cells to hide may;
* the same.

What the programs print on standard error may be reworded: where it differs is said, and does not
decide. Exits with 1 where a case is different or has other cells hidden, or where nothing was
compared. Python 3.9, standard library only.
"""

import argparse
import collections
import csv
import fnmatch
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from same_published_cases import ROOT, prepare

STAGES = ["ingest", "normalize", "validate", "aggregate", "export"]
UNCOMPARED = {"manifest.json", "RULES.md"}
SHOWN = 3  # differing lines of a file
OUT_OF_TIME = {-24, -9}  # SIGXCPU, SIGKILL
# What stands in tables, answer-states.csv and cells.csv in place of a hidden figure.
HIDDEN = {"[c]", "[u]", "suppressed", ""}
Run = collections.namedtuple("Run", "statuses messages files")


def programs_of(version, folder):
    """The folder of the release programs of a version."""
    if os.path.isfile(os.path.join(version, "rapporteur-ingest")):
        return os.path.abspath(version)
    found = subprocess.run(["git", "-C", ROOT, "rev-parse", "--verify", "--quiet",
                            version + "^{commit}"], capture_output=True, text=True)
    if found.returncode:
        sys.exit("same_published.py: '%s' is neither a commit nor a folder with the release "
                 "programs in it, such as .build/release" % version)
    print("building %s" % version, file=sys.stderr)
    subprocess.run(["git", "clone", "--quiet", "--shared", "--no-checkout", ROOT, folder],
                   check=True)
    subprocess.run(["git", "-C", folder, "checkout", "--quiet", "--detach", found.stdout.strip()],
                   check=True)
    subprocess.run(["swift", "build", "--configuration", "release", "--quiet"], cwd=folder,
                   check=True)
    return os.path.join(folder, ".build", "release")


# =====================================================================================
# Running
# =====================================================================================


def run(programs, work, case, prepared, seconds):
    """Runs a case in a folder of its own, so that paths in messages are the same on both sides."""
    folder = os.path.join(work, case.kind, case.name)
    os.makedirs(os.path.join(folder, "Pipelines"))
    os.makedirs(os.path.join(folder, "Input"))
    links = ["Pipelines/registers"]
    if not case.export:
        links += ["Pipelines/" + case.name, "Input/" + case.name]
    for link in links:
        os.symlink(os.path.join(prepared, case.kind, link), os.path.join(folder, link))
    addresses = ["--pipeline", "Pipelines/" + case.name, "--input", "Input/" + case.name]
    commands = [["rapporteur-" + stage, *addresses, "--output", "Output/" + case.name, "--verbose"]
                for stage in STAGES]
    if case.export:
        commands.insert(0, ["rapporteur", "new", *addresses, "--from", case.export])
    statuses, messages = [], []
    for command in commands:
        done = subprocess.run(
            ["prlimit", "--cpu=%d:%d" % (seconds, seconds + 5), os.path.join(programs, command[0]),
             *command[1:]], cwd=folder, capture_output=True)
        statuses.append(done.returncode)
        messages.append(done.stderr)
        if done.returncode not in (0, 1):
            break
    return Run(statuses, messages, files_of(folder, case))


def files_of(folder, case):
    """The bytes of all that is compared, by path."""
    files = {}
    compared = ["Output/%s/published" % case.name, "Output/%s/confidential" % case.name]
    if case.export:
        compared.append("Pipelines/" + case.name)
    for part in compared:
        for address, _, names in os.walk(os.path.join(folder, part)):
            for name in set(names) - UNCOMPARED:
                path = os.path.join(address, name)
                with open(path, "rb") as file:
                    lines = file.readlines()
                if name == "SHA256SUMS":
                    lines = [line for line in lines if line[66:-1].decode() not in UNCOMPARED]
                files[os.path.relpath(path, folder)] = b"".join(lines)
    return files


# =====================================================================================
# Comparing
# =====================================================================================


def first_lines(before, after):
    """The first lines in which two files differ."""
    left, right = before.split(b"\n"), after.split(b"\n")
    longest = max(len(left), len(right))
    left, right = (side + [None] * (longest - len(side)) for side in (left, right))
    found = [(n, a, b) for n, (a, b) in enumerate(zip(left, right), 1) if a != b]
    for number, *sides in found[:SHOWN]:
        # Of a long line from shortly before the address where the two part.
        start = max(0, len(os.path.commonprefix([side or b"" for side in sides])) - 60)
        for mark, line in zip("-+", sides):
            if line is not None:
                yield "    %d %s %s%s" % (number, mark, "…" if start else "", line[
                    start:start + 200].decode("utf-8", "replace"))


def cells(data):
    """All cells, but of no line that says what `[c]` or `[u]` means: not every table has them."""
    return [row for row in csv.reader(data.decode("utf-8-sig").splitlines())
            if not any(cell.startswith(("[c]: ", "[u]: ")) for cell in row)]


def hides_others_at_equal_cost(before, after):
    """Whether all that differs is which cells are hidden, at the same cost: as many of them, and
    counts of the same sum. Whatever both sides tell is equal."""
    costs = []
    for files in (before, after):
        lists = [path for path in files if path.endswith("/suppressed.csv")]
        if not lists:
            return False
        hidden = cells(files[lists[0]])[1:]
        costs.append((len(hidden), sum(int(row[4] or 0) for row in hidden)))
    if costs[0] != costs[1] or before.keys() != after.keys():
        return False
    for path in before:
        if before[path] == after[path] or path.endswith("/suppressed.csv"):
            continue
        if "/published/" not in path or not path.endswith(".csv"):
            return False
        left, right = cells(before[path]), cells(after[path])
        if [len(row) for row in left] != [len(row) for row in right]:
            return False
        pairs = [pair for rows in zip(left, right) for pair in zip(*rows)]
        if not all(a == b or HIDDEN & {a, b} for a, b in pairs):
            return False
    return True


def compare(case, programs, folder, seconds):
    """What came of a case, the lines that say why, and whether messages differ."""
    title = "%s/%s" % (case.kind, case.name)
    prepared = os.path.join(folder, "prepared")
    before = run(programs[0], os.path.join(folder, "before"), case, prepared, seconds)
    if before.statuses[-1] in OUT_OF_TIME:
        return "not compared", ["%s: BEFORE needs more than %d s" % (title, seconds)], False
    after = run(programs[1], os.path.join(folder, "after"), case, prepared, seconds)
    lines = []
    if before.statuses != after.statuses:
        lines.append("  exit statuses: %s before, %s after" % (before.statuses, after.statuses))
    for path in sorted(before.files.keys() | after.files.keys()):
        if path not in after.files or path not in before.files:
            lines.append("  %s: only %s" % (path, "before" if path in before.files else "after"))
        elif before.files[path] != after.files[path]:
            lines += ["  %s:" % path, *first_lines(before.files[path], after.files[path])]
    what = "different" if lines else "the same"
    if lines and before.statuses == after.statuses and hides_others_at_equal_cost(
            before.files, after.files):
        what = "other cells hidden"
    if lines:
        lines.insert(0, "%s: %s" % (title, what))
    reworded = before.messages != after.messages
    if reworded:
        lines += [title + ": messages differ", *first_lines(
            b"".join(before.messages), b"".join(after.messages))]
    return what, lines, reworded


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("before", help="a commit, or a folder of release programs")
    parser.add_argument("after", help="the same")
    parser.add_argument("--collections", type=int, default=200, metavar="N", help="random ones")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="*", metavar="PATTERN", help="as 'tables/*'")
    parser.add_argument("--jobs", type=int, default=2, help="cases at a time")
    parser.add_argument("--seconds", type=int, default=20, help="processor time of one stage")
    parser.add_argument("--keep", action="store_true", help="keep the folder, and say where it is")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="same-published-")
    try:
        programs = [programs_of(version, os.path.join(folder, "built-" + side)) for side, version
                    in [("before", options.before), ("after", options.after)]]
        cases = [case for case in
                 prepare(os.path.join(folder, "prepared"), options.collections, options.seed)
                 if fnmatch.fnmatch("%s/%s" % (case.kind, case.name), options.only)]
        work = functools.partial(compare, programs=programs, folder=folder, seconds=options.seconds)
        totals, reworded = collections.defaultdict(collections.Counter), 0
        with ThreadPoolExecutor(options.jobs) as pool:
            for case, (what, lines, is_reworded) in zip(cases, pool.map(work, cases)):
                print(*lines, sep="\n", end="\n" if lines else "", flush=True)
                totals[case.kind][what] += 1
                reworded += is_reworded
    finally:
        if options.keep:
            print("kept: %s" % folder, file=sys.stderr)
        else:
            shutil.rmtree(folder, ignore_errors=True)
    outcomes = ["the same", "different", "other cells hidden", "not compared"]
    for kind, found in totals.items():
        print("%s: %s" % (kind, ", ".join("%d %s" % (found[what], what) for what in outcomes)))
    sums = sum(totals.values(), collections.Counter())
    print("all: %s; messages differ in %d" % (
        ", ".join("%d %s" % (sums[what], what) for what in outcomes), reworded))
    return 0 if sums["the same"] and not sums["different"] + sums["other cells hidden"] else 1


if __name__ == "__main__":
    sys.exit(main())

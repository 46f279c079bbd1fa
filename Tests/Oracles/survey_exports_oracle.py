#!/usr/bin/env python3
"""Drafts a collection from every export that survey_exports.py wrote, runs it as it is, and holds
the number of respondents against what the generator knows.

    python3 survey_exports_oracle.py FOLDER [--bin BIN] [--only TEXT] [--all]

FOLDER is that of the generator, BIN the folder of the programs. An export is

- right: drafted and run without an edit, and as many submissions are accepted as people completed
  the form, as many incomplete and tests as there are; identifiers that identify nobody may be
  quarantined instead, if the run says so by its status;
- asked: refused with 65 while drafting, with an id that the generator calls a true reason;
- needless: asked where the file tells, or with another reason;
- wrong: another number, or a number where any would be a guess;
- broken: any other end.

Ends with "oracle: ok" where none is wrong or broken, and at least nine of ten of those that need
no answer are right. --all prints what became of each.
"""

import argparse
import collections
import concurrent.futures
import csv
import os
import re
import shutil
import subprocess
import sys

STAGES = ["ingest", "normalize", "validate", "aggregate", "export"]


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, timeout=600)
    return done.returncode, done.stderr.decode("utf-8", "replace")


def outcome(case, folder, binary):
    """(what became of it, why)"""
    position = os.path.join(folder, "runs", case["file"])
    shutil.rmtree(position, ignore_errors=True)
    pipeline, source, output = (os.path.join(position, name, "x")
                                for name in ("Pipelines", "Input", "Output"))
    status, errors = run(os.path.join(binary, "rapporteur"), "new", "--pipeline", pipeline, "--input",
                         source, "--from", os.path.join(folder, "files", case["file"]))
    if status == 65:
        found = set(re.findall(r"error: \[([a-z0-9-]+)\]", errors))
        is_true = found and found <= set(case["asks"].split())
        return ("asked" if is_true else "needless"), errors.strip()
    if status != 0:
        return "broken", f"new: {status}: {errors.strip()}"
    for stage in STAGES:
        status, errors = run(os.path.join(binary, f"rapporteur-{stage}"), "--pipeline", pipeline,
                             "--input", source, "--output", output)
        if status == 65:
            found = set(re.findall(r"error: \[([a-z0-9-]+)\]", errors))
            is_true = found and found <= set(case["asks"].split())
            return ("asked" if is_true else "needless"), f"{stage}: {errors.strip()}"
        if status not in (0, 1):
            return "broken", f"{stage}: {status}: {errors.strip()}"
    with open(os.path.join(output, "validated", "balance.csv"), encoding="utf-8") as file:
        fates = {row["fate"]: int(row["records"]) for row in csv.DictReader(file)}
    return judge(case, fates, status), " ".join(f"{fate} {count}" for fate, count in fates.items())


def judge(case, fates, status):
    if case["must_ask"] == "1":
        return "wrong"
    respondents, accepted = int(case["respondents"]), fates["accepted"]
    aside = respondents - accepted
    is_said = aside == 0 or status == 1
    if 0 <= aside <= int(case["set_aside"]) and is_said and fates["quarantined"] >= aside:
        left = {fate: fates.get(fate, 0) for fate in ("incomplete", "test")}
        if left == {fate: int(case[fate]) for fate in left}:
            return "right"
    return "wrong"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--bin", default=".build/release")
    parser.add_argument("--only", default="")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    with open(os.path.join(options.folder, "truth.csv"), encoding="utf-8", newline="") as file:
        cases = [case for case in csv.DictReader(file) if options.only in case["file"]]
    binary = os.path.abspath(options.bin)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        ends = list(pool.map(lambda case: outcome(case, options.folder, binary), cases))
    counts = collections.Counter(end for end, _ in ends)
    for case, (end, why) in zip(cases, ends):
        if options.all or end in ("wrong", "broken", "needless"):
            truth = " ".join(f"{name}={case[name]}" for name in (
                "header", "damage", "respondents", "incomplete", "test", "asks") if case[name])
            print(f"{end}: {case['file']} ({truth}): {why}")
    clear = [end for case, (end, _) in zip(cases, ends) if not case["asks"]]
    right = clear.count("right")
    print(f"{len(cases)} exports: " + ", ".join(
        f"{counts[end]} {end}" for end in ("right", "asked", "needless", "wrong", "broken")))
    print(f"{right} of {len(clear)} that tell all themselves are drafted and run without an edit")
    shutil.rmtree(os.path.join(options.folder, "runs"), ignore_errors=True)
    if counts["wrong"] or counts["broken"] or right * 10 < len(clear) * 9:
        sys.exit("oracle: the numbers differ")
    print("oracle: ok")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Times the five stages against other tools that count the same, and checks that the counts agree.

    python3 bench.py BIN FOLDER ROUNDS TOOL... [--write]

BIN has the programs, FOLDER a collection of big_collection.py; a tool is one of peer.py's. All
take turns, ROUNDS times after one round that is not timed; printed are medians of wall and CPU
seconds and of the largest process, and our share of each tool's, which says more than seconds do
on a machine that others use, too. `--write` notes them in RESULTS.md.
"""

import csv
import os
import shutil
import statistics
import subprocess
import sys
import time

import results

STAGES = ["ingest", "normalize", "validate", "aggregate", "export"]


def memory():
    """The folder whose files are in memory; None where there is none."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def run(command):
    """Wall and CPU seconds and peak memory in MB of a process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: left with {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run_stages(programs, folder, output):
    shutil.rmtree(output, ignore_errors=True)
    return [run([f"{programs}/rapporteur-{stage}", "--pipeline", f"{folder}/Pipelines/big",
                 "--input", f"{folder}/Input/big", "--output", output]) for stage in STAGES]


def published(output):
    with open(f"{output}/published/machine/cells.csv", encoding="utf-8", newline="") as file:
        return {(row["table"], row["row"], row["column"], row["numerator"])
                for row in csv.DictReader(file)
                if row["statistic"] == "count" and row["numerator"] not in ("", "0")}


def counted(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {tuple(row) for row in csv.reader(file)}


def check(output, path, tool):
    theirs = counted(path)
    ours = {cell for cell in published(output) if cell[1] in {row[1] for row in theirs}}
    if ours != theirs:
        sys.exit(f"the counts differ from those of {tool}: {sorted(ours ^ theirs)[:10]}")


def ratio(times, part, tool, index):
    """The median share of the tool's seconds that some stages took, round by round."""
    return statistics.median(
        sum(times[stage][round][index] for stage in part) / theirs[index]
        for round, theirs in enumerate(times[tool]))


def note(times, tools, folder):
    figures = {"largest stage, MB": f"{max(row[2] for row in times['all stages']):.0f}"}
    for tool, name in (("polars", "Polars"), ("duckdb", "DuckDB")):
        if tool in tools:
            figures[f"five stages / {name}, wall"] = f"{ratio(times, STAGES, tool, 0):.2f}"
            figures[f"five stages / {name}, CPU"] = f"{ratio(times, STAGES, tool, 1):.2f}"
    if "polars" in tools:
        figures["stages 2 to 5 / Polars, wall"] = f"{ratio(times, STAGES[1:], 'polars', 0):.2f}"
    with open(f"{folder}/Output/published/machine/balance.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    results.note(figures, records=rows[0]["records"])


def main():
    programs, folder, rounds, *tools = [word for word in sys.argv[1:] if word != "--write"]
    output, table = f"{folder}/Output", f"{folder}/peer.csv"
    times = {name: [] for name in [*STAGES, "all stages", *tools]}
    for round in range(int(rounds) + 1):
        stages = run_stages(programs, folder, output)
        whole = (sum(stage[0] for stage in stages), sum(stage[1] for stage in stages),
                 max(stage[2] for stage in stages))
        measured = dict(zip(STAGES, stages)) | {"all stages": whole}
        for tool in tools:
            measured[tool] = run(
                [sys.executable, f"{os.path.dirname(__file__)}/peer.py", tool, folder, table])
            check(output, table, tool)
        if round > 0:
            for name, figures in measured.items():
                times[name].append(figures)
    if "--write" in sys.argv:
        note(times, tools, folder)
    print(f"{'':12}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'ours/wall':>11}{'ours/CPU':>10}")
    for name, figures in times.items():
        wall, cpu, peak = (statistics.median(row[index] for row in figures) for index in range(3))
        line = f"{name:12}{wall:9.2f}{cpu:9.2f}{peak:9.0f}"
        if name in tools:
            for index in range(2):
                line += f"{ratio(times, STAGES, name, index):{11 - index}.2f}"
        print(line)
    if tools:
        print(f"counts equal: {', '.join(tools)}")


if __name__ == "__main__":
    main()

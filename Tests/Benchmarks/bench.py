#!/usr/bin/env python3
"""Times the five stages against other tools that count the same, and checks that the counts agree.

    python3 bench.py BIN FOLDER ROUNDS TOOL... [--as WORK] [--sixteenth FOLDER] [--write]

BIN has the programs, FOLDER a collection of big_collection.py or narrow_collection.py; a tool is one
of peer.py's. All take turns, ROUNDS times after one round that is not timed; printed are medians of
wall and CPU seconds, of the largest process and of the bytes read and written, and our share of each
tool's seconds, which says more than seconds do on a machine that others use, too. With `--sixteenth`
the stages take turns on a sixteenth of the records as well, for what a byte costs beside there.
`--write` notes the figures in RESULTS.md, as those of WORK where that is said ("anonymous records").
"""

import argparse
import csv
import os
import shutil
import statistics
import subprocess
import sys
import time

import results

HERE = os.path.dirname(os.path.abspath(__file__))
STAGES = ["ingest", "normalize", "validate", "aggregate", "export"]


def memory():
    """The folder whose files are in memory; None where there is none."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def transferred(process):
    """MB that a process which has ended, and was not waited for, has read and written."""
    with open(f"/proc/{process.pid}/io", encoding="ascii") as file:
        figures = dict(line.split(": ") for line in file.read().splitlines())
    return int(figures["rchar"]) / 1e6, int(figures["wchar"]) / 1e6


def run(command):
    """Wall and CPU seconds of a process, and MB: its peak memory, read, written."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    wall, moved = time.monotonic() - start, transferred(process)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: left with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, *moved


def run_stages(programs, folder, output):
    shutil.rmtree(output, ignore_errors=True)
    return [run([f"{programs}/rapporteur-{stage}", "--pipeline", f"{folder}/Pipelines/big",
                 "--input", f"{folder}/Input/big", "--output", output]) for stage in STAGES]


def ratio(times, part, tool, index):
    """The median share of the tool's seconds that some stages took, round by round."""
    return statistics.median(
        sum(times[stage][round][index] for stage in part) / theirs[index]
        for round, theirs in enumerate(times[tool]))


def cost_of_byte(times, sizes):
    """The CPU seconds of a byte beside those of one of a sixteenth of the records."""
    return statistics.median(
        whole[1] / sizes[0] / (small[1] / sizes[1])
        for whole, small in zip(times["all stages"], times["a sixteenth"]))


def input_size(folder):
    return sum(file.stat().st_size for file in os.scandir(f"{folder}/Input/big"))


def note(times, records, options):
    figures, tools = {}, options.tools
    for tool, name in (("polars", "Polars"), ("duckdb", "DuckDB")):
        if tool in tools:
            figures[f"five stages / {name}, wall"] = f"{ratio(times, STAGES, tool, 0):.2f}"
            figures[f"five stages / {name}, CPU"] = f"{ratio(times, STAGES, tool, 1):.2f}"
    if "polars" in tools:
        figures["stages 2 to 5 / Polars, wall"] = f"{ratio(times, STAGES[1:], 'polars', 0):.2f}"
    if "a sixteenth" in times:
        sizes = [input_size(folder) for folder in (options.folder, options.sixteenth)]
        figures["cost per byte at 16 times the input, CPU"] = f"{cost_of_byte(times, sizes):.2f}"
    figures["largest stage, MB"] = f"{max(row[2] for row in times['all stages']):.0f}"
    prefix = f"{options.work}: " if options.work else ""
    results.note({prefix + figure: value for figure, value in figures.items()
                  if prefix + figure in results.GOALS}, records=records)


def records_read(output):
    with open(f"{output}/published/machine/balance.csv", encoding="utf-8", newline="") as file:
        return {row["fate"]: row["records"] for row in csv.DictReader(file)}["records"]


def together(stages):
    whole = [sum(figures) for figures in zip(*stages)]
    whole[2] = max(stage[2] for stage in stages)
    return whole


def take_turns(options, output, table):
    """What each stage, all of them and each tool took, a list of a row a round."""
    names = [*STAGES, "all stages", *["a sixteenth"] * bool(options.sixteenth), *options.tools]
    times = {name: [] for name in names}
    for round in range(options.rounds + 1):
        stages = run_stages(options.programs, options.folder, output)
        measured = dict(zip(STAGES, stages)) | {"all stages": together(stages)}
        if options.sixteenth:
            measured["a sixteenth"] = together(run_stages(
                options.programs, options.sixteenth, f"{options.sixteenth}/Output"))
        for tool in options.tools:
            measured[tool] = run(
                [sys.executable, f"{HERE}/peer.py", tool, options.folder, table])
            subprocess.run([sys.executable, f"{HERE}/counts_alike.py", output, table], check=True)
        if round > 0:
            for name, figures in measured.items():
                times[name].append(figures)
    return times


def show(times, tools):
    print(f"{'':12}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'read MB':>9}{'written':>9}"
          f"{'ours/wall':>11}{'ours/CPU':>10}")
    for name, figures in times.items():
        wall, cpu, *sizes = (statistics.median(column) for column in zip(*figures))
        line = f"{name:12}{wall:9.2f}{cpu:9.2f}" + "".join(f"{size:9.0f}" for size in sizes)
        if name in tools:
            for index in range(2):
                line += f"{ratio(times, STAGES, name, index):{11 - index}.2f}"
        print(line)
    if tools:
        print(f"counts equal: {', '.join(tools)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("programs")
    parser.add_argument("folder")
    parser.add_argument("rounds", type=int)
    parser.add_argument("tools", nargs="*")
    parser.add_argument("--as", dest="work", default="")
    parser.add_argument("--sixteenth")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    output = f"{options.folder}/Output"
    times = take_turns(options, output, f"{options.folder}/peer.csv")
    records = records_read(output)
    if options.write:
        note(times, records, options)
    print(f"{options.work or 'records of 94 columns'}: {records}")
    show(times, options.tools)


if __name__ == "__main__":
    main()

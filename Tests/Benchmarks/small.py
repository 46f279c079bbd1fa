#!/usr/bin/env python3
"""Times the five stages over the collection of 2005, and how long a stage takes to start.

    python3 small.py BIN PROJECT ROUNDS [--write]

BIN has the programs, PROJECT is the folder with Pipelines and Input; the output goes to memory
(/dev/shm) where that can be. Printed are medians after one round that is not timed; `--write` notes
them in RESULTS.md.
"""

import statistics
import sys
import tempfile

import results
from bench import STAGES, memory, run

COLLECTION = "migrants-protocol-2005"


def round_of(programs, project, output):
    stages = [run([f"{programs}/rapporteur-{stage}", "--pipeline",
                   f"{project}/Pipelines/{COLLECTION}", "--input", f"{project}/Input/{COLLECTION}",
                   "--output", output]) for stage in STAGES]
    starts = [run([f"{programs}/rapporteur-{stage}", "--version"]) for stage in STAGES]
    return {
        "the collection of 2005: five stages on tmpfs, wall s": sum(stage[0] for stage in stages),
        "the collection of 2005: five stages on tmpfs, CPU s": sum(stage[1] for stage in stages),
        "start of a stage, CPU ms": 1000 * statistics.mean(start[1] for start in starts[:-1]),
        "start of the export, CPU ms": 1000 * starts[-1][1],
    }


def main():
    programs, project, rounds = [word for word in sys.argv[1:] if word != "--write"]
    with tempfile.TemporaryDirectory(dir=memory()) as output:
        found = [round_of(programs, project, output) for _ in range(int(rounds) + 1)][1:]
    figures = {}
    for figure in found[0]:
        value = statistics.median(round[figure] for round in found)
        figures[figure] = f"{value:.1f}" if figure.endswith("ms") else f"{value:.2f}"
        print(f"{figure}: {figures[figure]}")
    if "--write" in sys.argv:
        results.note(figures)


if __name__ == "__main__":
    main()

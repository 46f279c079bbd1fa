"""What same_published.py runs both versions of the program on."""

import collections
import os
import shutil

import random_questionnaires
import random_tables_generator
from suppression_attack_features import FullGenerator
from suppression_attack_generator import Generator

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
REGISTERS = os.path.join(ROOT, "Pipelines", "registers")
# Parts of the random collections. The search for cells to hide takes longer than all the rest.
PARTS = {"tables": 0.4, "questionnaires": 0.4, "confidential": 0.1,
         "confidential-all-features": 0.1}

# `export` is what `rapporteur new` drafts the definition from, where there is none.
Case = collections.namedtuple("Case", "kind name export")


def prepare(folder, count, seed):
    """Writes the definitions and replies of all cases below folder/<kind>."""
    for kind in ["collections", "conventions", "drafts", *PARTS]:
        os.makedirs(os.path.join(folder, kind, "Pipelines"))
        os.makedirs(os.path.join(folder, kind, "Input"))
    for side in ["Pipelines", "Input"]:
        shutil.copytree(os.path.join(ROOT, side), os.path.join(folder, "collections", side),
                        dirs_exist_ok=True)
    cases = [Case("collections", name, None)
             for name in sorted(os.listdir(os.path.join(folder, "collections", "Input")))
             if os.path.exists(os.path.join(ROOT, "Pipelines", name, "pipeline.yaml"))]
    cases += conventions(os.path.join(folder, "conventions"))
    numbers = {kind: round(count * part) for kind, part in PARTS.items()}
    random_tables_generator.generate(
        seed, numbers["tables"], os.path.join(folder, "tables"), REGISTERS, 17)
    random_questionnaires.generate(
        seed, numbers["questionnaires"], os.path.join(folder, "questionnaires"), REGISTERS)
    for kind, make in [("confidential", Generator), ("confidential-all-features", FullGenerator)]:
        for number in range(1, numbers[kind] + 1):
            make(str(seed), number, REGISTERS).write(os.path.join(folder, kind), "c%04d" % number)
    for kind in PARTS:
        names = sorted(os.listdir(os.path.join(folder, kind, "Input")))
        cases += [Case(kind, name, None) for name in names]
    for kind in ["conventions", "drafts", *PARTS]:
        shutil.copytree(REGISTERS, os.path.join(folder, kind, "Pipelines", "registers"),
                        dirs_exist_ok=True)
    return cases


def conventions(folder):
    """Each convention with its own definition, and each of its exports with a drafted one."""
    tests = os.path.join(ROOT, "Tests", "Conventions")
    cases = []
    for name in sorted(os.listdir(tests)):
        if not os.path.exists(os.path.join(tests, name, "expected.csv")):
            continue
        pipeline = os.path.join(folder, "Pipelines", name)
        shutil.copytree(os.path.join(tests, "form"), pipeline)
        shutil.copytree(os.path.join(tests, name, "pipeline"), pipeline, dirs_exist_ok=True)
        received = os.path.join(folder, "Input", name)
        shutil.copytree(os.path.join(tests, name, "input"), received)
        cases.append(Case("conventions", name, None))
        cases += [Case("drafts", "%s-%s" % (name, os.path.splitext(file)[0]),
                       os.path.join(received, file)) for file in sorted(os.listdir(received))]
    return cases

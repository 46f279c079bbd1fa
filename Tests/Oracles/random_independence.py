#!/usr/bin/env python3
"""Random samples whose tables are tested for independence, held against R.

    random_independence.py generate SEED COUNT FOLDER
    random_independence.py check FOLDER

`generate` writes COUNT collections below FOLDER/Pipelines and FOLDER/Input: equal or own weights, with
post-stratification, raking or neither, with and without a finite population, codes that few or nobody
has, blanks. `check` gives the exports to R (random_independence.R: svychisq of the package survey, of
second order) and compares with FOLDER/Output/<collection>/published/machine/tests.csv within 1e-8.

No code of the program.
"""

import csv
import json
import os
import random
import subprocess
import sys

CODES = {"region": 3, "sex": 2, "law": 3, "trust": 5, "way": 4}


def make(rng, folder, name):
    count = rng.choice([30, 80, 250])
    rows = []
    for number in range(count):
        row = {"who": "p%d" % number, "received": "2024-06-01", "weight": "%.3f" % rng.uniform(0.2, 5)}
        lean = rng.random()
        for question, codes in CODES.items():
            code = min(int((lean * rng.random() if rng.random() < 0.5 else rng.random()) * codes * 1.1), codes - 1)
            may_be_blank = question not in ("region", "sex")
            row[question] = "" if may_be_blank and rng.random() < 0.1 else "%s%d" % (question, code)
        rows.append(row)
    weights, totals = {}, {"region": {}, "sex": {}}
    for row in rows:  # people of whom each stands for some, so that there is a solution
        number = rng.randint(1, 30)
        for question, known in totals.items():
            known[row[question]] = known.get(row[question], 0) + number
    for question, known in totals.items():
        for code in range(CODES[question]):
            known.setdefault("%s%d" % (question, code), 0)
    kind = rng.choice(["none", "strata", "rake"])
    if kind == "strata":
        weights = {"post-stratify": ["region"], "totals": totals["region"]}
    elif kind == "rake":
        weights = {"rake": ["region", "sex"], "totals": totals}
    if rng.random() < 0.6:
        weights["question"] = "weight"
    sample = {"population": str(rng.randint(count, 5000))} if rng.random() < 0.5 else {"confidence": "95"}
    plan = {"sample": sample, "tables": []}
    if weights:
        plan["weights"] = weights
    questions = list(CODES)
    for number in range(6):
        first, *others = rng.sample(questions, rng.randint(2, 3))
        plan["tables"].append({
            "id": "t%d" % number, "rows": first, "columns": others, "independence": "yes",
            "base": rng.choice(["answered", "respondents"])})
    os.makedirs(os.path.join(folder, "Pipelines", name))
    os.makedirs(os.path.join(folder, "Input", name))

    def write(path, text):
        with open(os.path.join(folder, path.split("/")[0], name, path.split("/")[1]), "w") as file:
            file.write(text)

    write("Pipelines/tables.yaml", json.dumps(plan, indent=1))
    write("Pipelines/pipeline.yaml", json.dumps({
        "title": name, "cut-off": "2024-06-30", "unit": "respondent", "fail-on": "never",
        "sources": [{"file": "r.csv", "unit": {"column": "who"}, "received": {"column": "received"}}]}))
    write("Pipelines/survey.csv", "type,name,label\n" + "".join(
        "select_one %s,%s,%s\n" % (q, q, q.title()) for q in CODES) + "decimal,weight,Weight\n")
    write("Pipelines/choices.csv", "list_name,name,label\n" + "".join(
        "%s,%s%d,%s %d\n" % (q, q, c, q.title(), c) for q, n in CODES.items() for c in range(n)))
    with open(os.path.join(folder, "Input", name, "r.csv"), "w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def check(folder):
    requests = []
    for name in sorted(os.listdir(os.path.join(folder, "Input"))):
        with open(os.path.join(folder, "Pipelines", name, "tables.yaml")) as file:
            plan = json.load(file)
        weights, path = plan.get("weights", {}), os.path.join(folder, "Output", name, "published", "machine")
        margins = weights.get("rake", weights.get("post-stratify", []))
        totals = weights.get("totals", {})
        if "post-stratify" in weights:
            totals = {"region": totals}
        with open(os.path.join(path, "tests.csv"), newline="") as file:
            for row in csv.DictReader(file):
                requests.append([
                    os.path.join(folder, "Input", name, "r.csv"), row["row_variable"], row["column_variable"],
                    weights.get("question", "."), plan["sample"].get("population", "."),
                    "rake" if "rake" in weights else "strata" if margins else ".",
                    ";".join("%s:%s:%d" % (q, c, t) for q in margins for c, t in totals[q].items() if t) or ".",
                    row])
    with open(os.path.join(folder, "requests.tsv"), "w") as file:
        for request in requests:
            file.write("\t".join(request[:-1]) + "\n")
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "random_independence.R")
    subprocess.run(["Rscript", "--vanilla", script, folder], check=True)
    different = untold = 0
    with open(os.path.join(folder, "answers.tsv")) as file:
        for request, line in zip(requests, file):
            row, found = request[-1], line.rstrip("\n").split("\t")
            if found[0] == "none":
                untold += 1
                if row["statistic"]:
                    different += 1
                    print("%s: R tells nothing, found %s" % (request[:3], row["statistic"]))
                continue
            for key, value in zip(["units", "statistic", "df1", "df2", "p"], found):
                if row[key] == "" or abs(float(row[key]) - float(value)) > 1e-8 * max(1, abs(float(value))):
                    different += 1
                    print("%s %s: R says %s, found %s" % (request[:3], key, value, row[key]))
    print("%d tests, %d of them that cannot be told; different: %d" % (len(requests), untold, different))
    return 1 if different or not requests else 0


def main(arguments):
    if arguments[:1] == ["generate"] and len(arguments) == 4:
        for number in range(1, int(arguments[2]) + 1):
            make(random.Random("%s %d" % (arguments[1], number)), arguments[3], "c%04d" % number)
        return 0
    if arguments[:1] == ["check"] and len(arguments) == 2:
        return check(arguments[1])
    print(__doc__, file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""Writes a collection of which every respondent gives ten findings, for measurements of memory.

    python3 many_findings.py OUTDIR FINDINGS [--twice]

OUTDIR gets Pipelines/many and Input/many. Each of FINDINGS / 10 respondents has two answers that no
code fits, four required questions left blank, two numbers outside their constraint and two answers to
questions that do not apply. With --twice each replies a second time at the same moment with other
answers, which is one finding more.
"""

import sys

PIPELINE = """title: Many findings
cut-off: 2024-12-31
unit: respondent
sources:
  - file: replies.csv
    unit: {column: who}
    received: {column: day}
fail-on: never
quantifiers:
  - {word: all, exactly: 100}
  - {word: some, at-least: 0.01}
  - {word: none, exactly: 0}
"""
TABLES = "tables:\n  - each: closed\n"
SURVEY = """type,name,label,relevant,constraint,required
select_one yn,gate,Gate,,,
select_one yn,u1,Unclear 1,,,
select_one yn,u2,Unclear 2,,,
select_one yn,r1,Required 1,,,yes
select_one yn,r2,Required 2,,,yes
select_one yn,r3,Required 3,,,yes
select_one yn,r4,Required 4,,,yes
integer,c1,Constraint 1,,. < 10,
integer,c2,Constraint 2,,. < 10,
select_one yn,n1,Not applicable 1,${gate} = 'yes',,
select_one yn,n2,Not applicable 2,${gate} = 'yes',,
"""
CHOICES = "list_name,name,label\nyn,yes,Yes\nyn,no,No\n"
NAMES = "gate u1 u2 r1 r2 r3 r4 c1 c2 n1 n2".split()


def main():
    import os
    folder, findings = sys.argv[1], int(sys.argv[2])
    twice = "--twice" in sys.argv
    os.makedirs(f"{folder}/Pipelines/many", exist_ok=True)
    os.makedirs(f"{folder}/Input/many", exist_ok=True)
    for name, text in [("pipeline.yaml", PIPELINE), ("tables.yaml", TABLES),
                       ("survey.csv", SURVEY), ("choices.csv", CHOICES)]:
        with open(f"{folder}/Pipelines/many/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    with open(f"{folder}/Input/many/replies.csv", "w", encoding="utf-8") as file:
        file.write(",".join(["who", "day"] + NAMES) + "\n")
        for number in range(findings // 10):
            who = f"respondent-{number:07}"
            if twice:
                file.write(f"{who},2024-05-{number % 28 + 1:02},yes,,,yes,yes,yes,yes,1,2,,\n")
            file.write(f"{who},2024-05-{number % 28 + 1:02},no,"
                       f"perhaps,perhaps,,,,,{number % 90 + 10},{number % 70 + 10},yes,no\n")


if __name__ == "__main__":
    main()

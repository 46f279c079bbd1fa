#!/usr/bin/env python3
"""Random households with members, and random tables of the members, against DuckDB.

    random_instances.py generate SEED COUNT FOLDER
    random_instances.py check FOLDER

Writes COUNT collections: replies that come again, late or as tests, members of replies that do not count or
that there are not, unclear and blank answers, routing within the repeat. The check joins the two exports by
SQL and counts what tables say of members: counts, bases, answer states, shares, weighted shares, means,
medians, sums, and who is listed.
"""

import csv
import json
import os
import random
import sys

import duckdb

VILLAGES, SEXES, ANSWERS, SKILLS = ["a", "b", "c"], ["f", "m"], ["yes", "no"], ["read", "swim", "cook"]
CUT_OFF = "2024-06-30"
STATES = ["no_answer", "not_applicable", "not_asked", "unclear"]


def survey(grown):
    return f"""type,name,label,relevant,calculation
select_one village,village,Village,,
decimal,weight,Weight,,
begin_repeat,members,Members,,
select_one sex,sex,Sex,,
integer,age,Age,,
calculate,grown,,,"if(${{age}} >= {grown}, 1, 0)"
select_one answer,school,Goes to school,${{grown}} = 0,
select_multiple skill,skills,Skills,${{sex}} = 'f',
end_repeat,,,,
"""


def choices():
    lists = {"village": VILLAGES, "sex": SEXES, "answer": ANSWERS, "skill": SKILLS}
    return "list_name,name,label\n" + "".join(
        f"{name},{code},{code}\n" for name, codes in lists.items() for code in codes)


def replies(rng, folder):
    households, members = [], []
    for number in range(rng.randint(1, 60)):
        for _ in range(rng.choice([1, 1, 1, 2, 3])):
            key = len(households) + 1
            month = rng.choice(["04", "05", "06", "06", "07"])
            households.append([
                key, rng.choice(["h"] * 9 + ["test"]) + str(number),
                f"2024-{month}-{rng.randint(1, 30):02}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{key % 60:02}",
                rng.choice(VILLAGES + [""]), rng.choice(["1", "2.5", "0.75"])])
            for _ in range(rng.choice([0, 1, 2, 3, 5, 8])):
                ticks = [rng.choice("01") for _ in SKILLS] if rng.random() < 0.7 else [""] * len(SKILLS)
                members.append([
                    rng.choice([key] * 30 + [10_000, ""]), rng.choice(SEXES * 4 + ["", "x"]),
                    rng.choice(["", "abc"] + [str(rng.randint(0, 90)) for _ in range(8)]),
                    rng.choice(ANSWERS * 2 + ["", "x"]), *ticks])
    rng.shuffle(members)
    for name, header, rows in [
            ("households.csv", ["key", "id", "submitted", "village", "weight"], households),
            ("members.csv", ["of", "sex", "age", "school"] + [f"skills/{skill}" for skill in SKILLS], members)]:
        with open(f"{folder}/{name}", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)


def tables(rng, bound):
    """Plans as the program reads them, each with what it means."""
    plans = []
    for number in range(14):
        rows = rng.choice(["village", "sex", "school", "skills", "band", "girl", "age", "months"])
        plan = {"id": f"t{number}", "rows": rows, "columns": rng.choice(
            [[], ["village"], ["sex"], ["school"], ["band"], ["girl"], ["village", "sex"]])}
        plan["base"] = rng.choice([None, None, "asked", "population", "respondents", "${age} > 20"])
        plan["where"] = rng.choice([None, None, "${sex} = 'f'", f"${{age}} < {bound}", "${village} != 'a'"])
        plan["weighted"] = rng.random() < 0.5
        plans.append(plan)
    return plans


def yaml(plans, bound):
    lines = [
        "weights: {question: weight}", "variables:",
        "  - name: band", "    unit: members", "    from: age", "    codes:",
        f"      - {{name: young, below: {bound}}}", f"      - {{name: old, from: {bound}, below: 80}}",
        "  - name: girl", "    unit: members", "    codes:",
        f"      - {{name: girl, where: \"${{sex}} = 'f' and ${{age}} < {bound}\"}}",
        "  - {name: months, unit: members, value: \"${age} * 12\"}", "tables:"]
    for plan in plans:
        lines += [f"  - id: {plan['id']}", "    unit: members", f"    rows: {plan['rows']}"]
        if plan["columns"]:
            nest = ", ".join(plan["columns"])
            lines.append(f"    columns: [{nest}]" if len(plan["columns"]) == 1
                         else f"    columns: [{{nest: [{nest}]}}]")
        if plan["base"]:
            lines.append(f"    base: \"{plan['base']}\"")
        if plan["where"]:
            lines.append(f"    where: \"{plan['where']}\"")
        lines.append(f"    weighted: {'yes' if plan['weighted'] else 'no'}")
        is_number = plan["rows"] in ("age", "months")
        if not is_number:
            lines.append("    lists: all")
        lines.append(f"    statistics: [{'count, mean, median, sum' if is_number else 'count, percent'}]")
    return "\n".join(lines) + "\n"


def generate(seed, count, folder):
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        name = f"i{number:03}"
        pipeline, source = f"{folder}/Pipelines/{name}", f"{folder}/Input/{name}"
        os.makedirs(pipeline)
        os.makedirs(source)
        grown, bound = rng.randint(10, 40), rng.randint(15, 60)
        plans = tables(rng, bound)
        files = {
            "survey.csv": survey(grown), "choices.csv": choices(), "tables.yaml": yaml(plans, bound),
            "report.md": "# {{title}}\n",
            "pipeline.yaml": f"title: Members\ncut-off: {CUT_OFF}\nunit: respondent\nfail-on: never\n"
            "sources:\n  - file: households.csv\n    unit: {column: id}\n    received: {column: submitted}\n"
            "    test-records: {column: id, values: ["
            + ", ".join(f"test{number}" for number in range(60)) + "]}\n"
            "  - file: members.csv\n    noughts: answer\n"
            "    repeat: {name: members, of: households.csv, key: of, parent: key}\n"}
        for file, text in files.items():
            with open(f"{pipeline}/{file}", "w", encoding="utf-8") as out:
                out.write(text)
        with open(f"{pipeline}/plan.json", "w", encoding="utf-8") as out:
            json.dump({"grown": grown, "bound": bound, "plans": plans}, out)
        replies(rng, source)


def members(db, source, grown, bound):
    """The members of the replies that count, each answer with its state."""
    read = "read_csv('%s/%s.csv', all_varchar = true, header = true)"
    db.execute("create table h as select *, row_number() over () as n from " + read % (source, "households"))
    db.execute("create table m as select *, row_number() over () as n from " + read % (source, "members"))
    db.execute(f"""create table counts as select * from (select *, row_number() over
        (partition by id order by submitted desc, n desc) as latest from h
        where id not like 'test%' and substr(submitted, 1, 10) <= '{CUT_OFF}') where latest = 1""")
    ticks = ", ".join(f'"skills/{skill}" = \'1\' as t_{skill}' for skill in SKILLS)
    any_tick = " or ".join(f'"skills/{skill}" is not null' for skill in SKILLS)
    db.execute(f"""create table raw as select c.id, row_number() over (partition by m.of order by m.n) as instance,
        c.village, cast(c.weight as decimal(9, 2)) as weight,
        case when sex in ('f', 'm') then sex end as sex, sex is not null as has_sex,
        try_cast(age as int) as age, age is not null as has_age,
        case when school in ('yes', 'no') then school end as school, school is not null as has_school,
        {ticks}, {any_tick} as has_skills from m join counts c on m.of = cast(c.key as varchar)""")
    # A blank age is below nothing: if() takes its other branch, and the routing leads on.
    db.execute(f"""create table p as select *,
        case when village is null then 'no_answer' else 'answered' end as s_village,
        case when sex is not null then 'answered' when has_sex then 'unclear' else 'no_answer' end as s_sex,
        case when age is not null then 'answered' when has_age then 'unclear' else 'no_answer' end as s_age,
        case when school is not null then 'answered' when has_school then 'unclear'
            when has_age and age is null then 'unclear'
            when coalesce(age >= {grown}, false) then 'not_applicable' else 'no_answer' end as s_school,
        case when has_skills then 'answered' when has_sex and sex is null then 'unclear'
            when coalesce(sex = 'f', false) then 'no_answer' else 'not_applicable' end as s_skills,
        case when age < {bound} then 'young' when age < 80 then 'old' end as band,
        case when sex = 'f' and age < {bound} then 'girl' end as girl, age * 12 as months from raw""")
    db.execute(f"""create table q as select *,
        case when band is not null then 'answered' when s_age = 'answered' then 'not_applicable' else s_age end
            as s_band,
        case when girl is not null then 'answered' when sex = 'm' or age >= {bound} then 'not_applicable'
            when 'unclear' in (s_sex, s_age) then 'unclear' else 'no_answer' end as s_girl,
        s_age as s_months from p""")


CODES = {"village": VILLAGES, "sex": SEXES, "school": ANSWERS, "skills": SKILLS, "band": ["young", "old"],
         "girl": ["girl"]}


def has(variable, code):
    return f"t_{code}" if variable == "skills" else f"{variable} = '{code}'"


def condition(text, bound):
    """A condition of the plan, which takes a blank for a blank and what is unclear for unknown."""
    return {None: "true", "${age} > 20": "coalesce(age > 20, false)",
            "${sex} = 'f'": "coalesce(sex = 'f', false)",
            f"${{age}} < {bound}": f"coalesce(age < {bound}, false)",
            "${village} != 'a'": "coalesce(village != 'a', true)"}[text]


def base(plan, bound):
    state = f"s_{plan['rows']}"
    names = {None: f"{state} = 'answered'", "asked": f"{state} in ('answered', 'no_answer', 'unclear')",
             "population": "true", "respondents": "true"}
    return names[plan["base"]] if plan["base"] in names else condition(plan["base"], bound)


def columns(plan):
    found = [(".total", "true")]
    if len(plan["columns"]) == 1:
        found += [(code, has(plan["columns"][0], code)) for code in CODES[plan["columns"][0]]]
    elif plan["columns"]:
        outer, inner = plan["columns"]
        found += [(f"{one}:{two}", f"{has(outer, one)} and {has(inner, two)}")
                  for one in CODES[outer] for two in CODES[inner]]
    return found


def expected(db, plan, bound):
    """Yields row, column, statistic and value."""
    rows, state, weight = plan["rows"], f"s_{plan['rows']}", "weight" if plan["weighted"] else "1"

    def value(what, where):
        return db.execute(f"select {what} from q where {where}").fetchone()[0]

    for column, where in columns(plan):
        where = f"({where}) and ({condition(plan['where'], bound)})"
        inside = f"({where}) and ({base(plan, bound)})"
        yield ".base", column, "count", value("count(*)", inside)
        for one in STATES:
            yield f".{one}", column, "count", value("count(*)", f"{where} and {state} = '{one}'")
        yield ".population", column, "count", value("count(*)", where)
        if rows in ("age", "months"):
            yield ".value", column, "count", value(f"count({rows})", inside)
            yield ".value", column, "mean", value(
                f"sum({rows} * {weight}) / nullif(sum(case when {rows} is not null then {weight} end), 0)", inside)
            yield ".value", column, "sum", value(f"sum({rows} * {weight})", inside)
            if not plan["weighted"]:
                yield ".value", column, "median", value(f"median({rows})", inside)
            continue
        whole = value(f"sum({weight})", inside)
        for code in CODES[rows]:
            part = f"{inside} and {has(rows, code)}"
            yield code, column, "count", value("count(*)", part)
            yield code, column, "percent", (
                None if not whole else 100 * float(value(f"coalesce(sum({weight}), 0)", part)) / float(whole))


def listed(db, plan, bound):
    """Yields row, column and who is listed there."""
    for column, where in columns(plan):
        for code in CODES[plan["rows"]]:
            conditions = [where, condition(plan["where"], bound), base(plan, bound), has(plan["rows"], code)]
            yield code, column, db.execute("select id, instance from q where %s order by all" % " and ".join(
                f"({one})" for one in conditions)).fetchall()


def left_out(plan, bound):
    """The codes that a base or condition leaves out have other rows or none."""
    return (plan["where"] == "${sex} = 'f'" and plan["rows"] == "sex"
            or plan["where"] == "${village} != 'a'" and plan["rows"] == "village"
            or plan["where"] == f"${{age}} < {bound}" and plan["rows"] in ("band", "girl")
            or plan["base"] == "${age} > 20" and plan["rows"] in ("band", "girl"))


def check(folder):
    compared, lists, wrong = 0, 0, []
    for name in sorted(os.listdir(f"{folder}/Input")):
        with open(f"{folder}/Pipelines/{name}/plan.json", encoding="utf-8") as file:
            plan = json.load(file)
        db = duckdb.connect()
        members(db, f"{folder}/Input/{name}", plan["grown"], plan["bound"])
        with open(f"{folder}/Output/{name}/published/machine/cells.csv", encoding="utf-8", newline="") as file:
            cells = {(row["table"], row["row"], row["column"], row["statistic"]): row["value"]
                     for row in csv.DictReader(file)}
        names = {}
        with open(f"{folder}/Output/{name}/published/machine/lists.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                names.setdefault((row["table"], row["row"], row["column"]), []).append(
                    (row["iso3"], int(row["instance"])))
        for table in plan["plans"]:
            for row, column, who in listed(db, table, plan["bound"]) if table["rows"] in CODES else ():
                address = (table["id"], row, column)
                lists += 1
                if sorted(names.get(address, [])) != who and not left_out(table, plan["bound"]):
                    wrong.append(f"{name} {' '.join(address)}: {names.get(address)}, expected {who}")
            for row, column, statistic, value in expected(db, table, plan["bound"]):
                address = (table["id"], row, column, statistic)
                if address not in cells and left_out(table, plan["bound"]):
                    continue
                compared += 1
                found = cells.get(address)
                same = found is not None and (found == "" if value is None else found != "" and abs(
                    float(found) - float(value)) <= 1e-9 * max(1, abs(float(value))))
                if not same:
                    wrong.append(f"{name} {' '.join(address)}: {found}, expected {value}")
    for line in wrong[:20]:
        print(line)
    print(f"{compared} figures and {lists} lists of instances compared, {len(wrong)} different")
    return 1 if wrong or not compared else 0


def main():
    if sys.argv[1] == "generate":
        generate(sys.argv[2], int(sys.argv[3]), sys.argv[4])
        return 0
    return check(sys.argv[2])


if __name__ == "__main__":
    sys.exit(main())

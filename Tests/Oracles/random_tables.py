#!/usr/bin/env python3
"""Random table designs on random replies, and what must be published for them.

    random_tables.py generate SEED COUNT FOLDER [--tables N]
    random_tables.py check FOLDER [--r]
    random_tables.py partials SEED FOLDER BIN COLLECTION...

`generate` writes COUNT collections with N (17) tables each below FOLDER/Pipelines and
FOLDER/Input. `check` reads definitions and exports of all collections, counts with DuckDB, and
compares with FOLDER/Output/<collection>/published/{cells,lists,tables/*}.csv: counts, bases and
lists exactly, shares and means as exact fractions, the rest within 1e-9. With --r whatever is estimated
is calculated once more by R (random_tables.R: package survey, prop.test, t.test), and intervals
and comparisons are checked at all. `partials` counts the replies in random parts with the programs
in BIN and merges them in random order: the folder must be that of one run, byte for byte.

No code of the program; what is expected follows from Pipelines/TABLES.md.
"""

import csv
import decimal
import itertools
import json
import math
import os
import random
import re
import subprocess
import sys
from collections import defaultdict
from fractions import Fraction

import duckdb

import random_tables_generator as generator
import random_tables_list
import random_tables_offers
import random_tables_outside as outside
import random_tables_reader as reader

STATES = ["no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply"]
ATTRIBUTES = ["response", "status", "regional_group", "signature", "deposit"]
NUMBERS = {"mean", "median", "lower-quartile", "upper-quartile", "standard-deviation", "sum",
           "minimum", "maximum"}
INFERENCE = {"lower-limit", "upper-limit", "higher-than"}
TOLERANCE = Fraction(1, 10**9)


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def quoted(text):
    return "'%s'" % str(text).replace("'", "''")


def as_list(value):
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


# =====================================================================================
# The answers, as a table of DuckDB with a row a unit
# =====================================================================================


class Variable:
    """A variable as three columns of `matrix`: `v` its codes as a list, `v__s` its answer state,
    `v__n` its number or `v__d` its date."""

    def __init__(self, name, label, kind, codes=(), about_answers=True, nonsubstantive=()):
        self.name, self.label, self.kind = name, label, kind
        self.codes = list(codes)  # (name, label)
        self.about_answers = about_answers
        self.nonsubstantive = set(nonsubstantive)  # the names of codes
        self.is_computed = False
        self.has_open = False

    def opens(self, codes=None):
        """Columns that say, of a variable of which a unit may have several codes, in which state what
        leaves open whether it has one that it does not seem to have; NULL where that is known."""
        return [self.column("__o_" + code) for code in codes or self.names] if self.has_open else []

    @property
    def names(self):
        return [name for name, _ in self.codes]

    @property
    def is_multiple(self):
        return self.kind == "multiple"

    @property
    def has_numbers(self):
        return self.kind in ("number", "date") or self.is_scale

    @property
    def is_scale(self):
        return (self.kind == "single" and self.codes != []
                and len(self.substantive) > 0
                and all(re.fullmatch("-?[0-9]+", name) for name in self.substantive))

    @property
    def substantive(self):
        return [name for name in self.names if name not in self.nonsubstantive]

    @property
    def point(self):
        """The point of a scale as SQL, given its code in `%s`."""
        return "CASE WHEN {0} IN (%s) THEN try_cast({0} AS DECIMAL(30, 6)) END" % ", ".join(
            map(quoted, self.substantive))

    def column(self, suffix=""):
        return '"%s%s"' % (self.name, suffix)


class Answers:
    """All that is known of the units of one collection."""

    def __init__(self, folder, name):
        self.pipeline_folder = os.path.join(folder, "Pipelines", name)
        self.input_folder = os.path.join(folder, "Input", name)
        self.registers = os.path.join(folder, "Pipelines", "registers")
        self.pipeline = read_json(os.path.join(self.pipeline_folder, "pipeline.yaml"))
        self.plan = read_json(os.path.join(self.pipeline_folder, "tables.yaml"))
        self.cutoff = self.pipeline["cut-off"]
        self.with_register = self.pipeline["unit"] == "state"
        self.listed = random_tables_list.Listed(self.pipeline, self.pipeline_folder)
        self.database = duckdb.connect()
        self.database.execute("SET threads = 1")
        self.variables = {}
        self.read_form()
        self.read_units()
        self.read_answers()
        for item in self.plan.get("variables", []):
            self.derive(item)
        self.weigh()

    def query(self, sql):
        return self.database.execute(sql).fetchall()

    def read_form(self):
        lists, marked = defaultdict(list), defaultdict(set)
        choices = read_csv(os.path.join(self.pipeline_folder, "choices.csv"))
        survey = read_csv(os.path.join(self.pipeline_folder, "survey.csv"))
        self.offered = random_tables_offers.Offers(self, survey, choices)
        for row in choices:
            if (row["name"], row["label"]) not in lists[row["list_name"]]:
                lists[row["list_name"]].append((row["name"], row["label"]))
            if row.get("substantive") == "no":
                marked[row["list_name"]].add(row["name"])
        kinds = {"select_one": "single", "select_multiple": "multiple", "rank": "rank",
                 "integer": "number", "decimal": "number", "date": "date", "text": "text"}
        self.questions = []
        for row in survey:
            word, _, options = row["type"].partition(" ")
            label = row["label"] + (" (ranked first)" if word == "rank" else "")
            variable = Variable(
                row["name"], label, kinds[word], lists[options], nonsubstantive=marked[options])
            self.variables[row["name"]] = variable
            self.questions.append((variable, row["relevant"]))

    # ------------------------------------------------------------------------------ the units

    def read_units(self):
        """`sent`: the records; `units`: a row a unit with its attributes, and one for each other
        participant of the treaty, which is no unit (`organization`)."""
        parts = []
        asked = defaultdict(list)
        for number, source in enumerate(self.pipeline["sources"]):
            path = os.path.join(self.input_folder, source["file"])
            self.database.execute(
                "CREATE TABLE sent%d AS SELECT %d AS source, * FROM read_csv(%s, all_varchar = true,"
                " header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '\\x00')"
                % (number, number, quoted(path)))
            columns = [c[0] for c in self.query("DESCRIBE sent%d" % number)]
            for variable, _ in self.questions:
                if variable.name in columns:
                    asked[variable.name].append(number)
            parts.append("SELECT * FROM sent%d" % number)
        self.asked = asked
        self.database.execute("CREATE TABLE sent AS " + " UNION ALL BY NAME ".join(parts))
        counted = "SELECT who FROM sent WHERE received <= %s" % quoted(self.cutoff)
        own = ", ".join(map(quoted, self.listed.units)) or "NULL"
        if self.with_register:
            self.read_register(counted, own)
            attributes = ATTRIBUTES
        else:
            units = ("SELECT DISTINCT who FROM sent" if self.pipeline["unit"] == "respondent"
                     else "SELECT unnest([%s]) AS who" % own)
            self.database.execute(
                "CREATE TABLE units AS SELECT who AS key, false AS organization, false AS participant,"
                " who IN (%s) AS replied FROM (%s)" % (counted, units))
            attributes = ["response"]
        labels = {}
        if self.with_register:
            rows = self.valid("regional-groups.csv")
            labels = {row["code"]: row["name_en"] for row in rows}
        for name in attributes:
            codes = dict(generator.ATTRIBUTE_CODES, regional_group=list(labels)).get(name)
            if name == "regional_group" and self.query(
                    "SELECT 1 FROM units WHERE regional_group = 'no_group'"):
                codes = codes + ["no_group"]
            if name == "status" and self.query("SELECT 1 FROM units WHERE NOT eligible"):
                codes = codes + ["not_eligible"]
            self.variables[name] = Variable(
                name, "", "single", [(code, labels.get(code, "")) for code in codes], False)
        for attribute in self.listed.attributes:
            name, rest = attribute["name"], attribute["name"] + "_not_specified"
            values = {key: self.listed.value(key, attribute)
                      for (key,) in self.query("SELECT key FROM units")}
            self.database.execute('ALTER TABLE units ADD COLUMN "own_%s" VARCHAR' % name)
            self.database.executemany(
                'UPDATE units SET "own_%s" = ? WHERE key = ?' % name,
                [(value, key) for key, value in values.items()])
            codes = self.listed.codes(attribute) + [(rest, "")] * (rest in values.values())
            self.variables[name] = Variable(name, "", "single", codes, False)

    def valid(self, file):
        return [row for row in read_csv(os.path.join(self.registers, file))
                if row["valid_from"] <= self.cutoff
                and (not row["valid_to"] or self.cutoff < row["valid_to"])]

    def read_register(self, counted, own):
        def register(name):
            return ("read_csv(%s, all_varchar = true, header = true, delim = ',', quote = '\"',"
                    " nullstr = '\\x00')" % quoted(os.path.join(self.registers, name)))

        day = quoted(self.cutoff)
        treaty = quoted(self.pipeline["register"]["treaty"])
        within = "(%s <= " + day + " AND (%s = '' OR " + day + " < %s))"
        self.database.execute("""
            CREATE TABLE units AS
            SELECT s.iso3 AS key, s.kind <> 'state' AND coalesce(s.iso3 NOT IN (%s), true)
                AS organization,
              s.iso3 IN (%s) AS replied,
              coalesce(g."group", 'no_group') AS regional_group,
              coalesce(a.signed <> '' AND a.signed <= %s, false) AS has_signed,
              coalesce(a.deposited <> '' AND a.deposited <= %s, false) AS has_deposited,
              s.kind <> 'non_member' OR has_signed OR has_deposited AS participant,
              true AS eligible
            FROM %s s
            LEFT JOIN (SELECT * FROM %s WHERE %s) g ON g.iso3 = s.iso3
            LEFT JOIN (SELECT * FROM %s WHERE treaty = %s) a ON a.iso3 = s.iso3
            WHERE s.kind = 'organization' OR (s.kind = 'state' AND %s)
              OR (s.kind = 'non_member'
                AND (has_signed OR has_deposited OR NOT organization))
            """ % (own, counted, day, day, register("states.csv"),
                   register("regional-group-members.csv"),
                   within % ("valid_from", "valid_to", "valid_to"),
                   register("treaty-actions.csv"), treaty,
                   within % ("member_from", "member_to", "member_to")))
        # Units of which the registers know nothing.
        self.database.execute(
            "INSERT INTO units SELECT code, false, code IN (%s), 'no_group', false, false, false, false"
            " FROM (SELECT unnest([%s]) AS code) WHERE code IS NOT NULL"
            " AND code NOT IN (SELECT iso3 FROM %s)" % (counted, own, register("states.csv")))

    def names(self, language):
        """How the units are printed: by the name that they had at the cut-off."""
        own = {key: self.listed.name(key, language) for key in self.listed.units}
        if not self.with_register:
            return own or {key: key for (key,) in self.query("SELECT key FROM units")}
        names = dict(own)
        names.update({row["iso3"]: row["name_" + language]
                      for row in read_csv(os.path.join(self.registers, "states.csv"))})
        names.update({row["iso3"]: row["name"] for row in self.valid("former-names.csv")
                      if row["language"] == language})
        return names

    # ---------------------------------------------------------------------------- the answers

    def read_answers(self):
        """`matrix`: questions and attributes; routing needs the questions before it."""
        columns = ["u.key", "u.organization", "u.participant", "u.replied"]
        for variable, _ in self.questions:
            columns += self.parsed(variable)
        attributes = {"response": "CASE WHEN u.replied THEN 'replied' ELSE 'did_not_reply' END"}
        if self.with_register:
            attributes.update({
                "regional_group": "u.regional_group",
                "status": "CASE WHEN u.has_deposited THEN 'party' WHEN u.has_signed"
                          " THEN 'signatory' WHEN u.eligible THEN 'non_signatory'"
                          " ELSE 'not_eligible' END",
                "signature": "CASE WHEN u.has_signed THEN 'signed' ELSE 'not_signed' END",
                "deposit": "CASE WHEN u.has_deposited THEN 'deposited' ELSE 'not_deposited' END"})
        attributes.update({attribute["name"]: 'u."own_%s"' % attribute["name"]
                           for attribute in self.listed.attributes})
        for name, sql in attributes.items():
            columns.append('[%s] AS "%s"' % (sql, name))
            columns.append("CASE WHEN u.replied THEN 'answered' ELSE 'did_not_reply' END"
                           ' AS "%s__s"' % name)
        self.database.execute(
            "CREATE TABLE matrix AS SELECT %s FROM units u LEFT JOIN (SELECT * FROM sent"
            " WHERE received <= %s) r ON r.who = u.key" % (", ".join(columns), quoted(self.cutoff)))
        for variable, relevant in self.questions:
            if relevant:
                leads = self.condition(relevant)
                self.database.execute(
                    "UPDATE matrix SET {0} = CASE WHEN ({1}) IS NULL THEN 'unclear'"
                    " ELSE 'not_applicable' END WHERE {0} = 'no_answer'"
                    " AND coalesce(NOT ({1}), true)".format(variable.column("__s"), leads))

    def number_type(self, variable):
        """A decimal of DuckDB that holds all numbers of a question: it has 38 digits, too."""
        texts = [text for (text,) in self.query(
            'SELECT "%s" FROM sent WHERE regexp_full_match("%s", %s)' % (
                variable.name, variable.name, quoted("-?[0-9]+([.][0-9]+)?")))]
        decimals = max([0] + [len(text.partition(".")[2]) for text in texts])
        whole = max([0] + [len(text.lstrip("-").partition(".")[0]) for text in texts])
        return "DECIMAL(38, %d)" % max(decimals, min(6, 38 - whole))

    def parsed(self, variable):
        text = 'r."%s"' % variable.name
        codes = "[%s]" % ", ".join(map(quoted, variable.names))
        numbers = []
        if variable.kind == "single":
            value = "[%s]" % text
            fits = "list_contains(%s, %s)" % (codes, text)
        elif variable.kind in ("multiple", "rank"):
            value = "string_split(%s, ';')" % text
            fits = "list_has_all(%s, %s)" % (codes, value)
        elif variable.kind == "text":
            value, fits = "[%s]" % text, "true"
        else:
            sql = self.number_type(variable) if variable.kind == "number" else "DATE"
            value = "[]"
            fits = "try_cast(%s AS %s) IS NOT NULL" % (text, sql)
            numbers = ["try_cast(%s AS %s)" % (text, sql)]
        if variable.is_scale:
            numbers = [variable.point.format(text)]
        asked = "r.source IN (%s)" % ", ".join(map(str, self.asked[variable.name] or [-1]))
        state = ("CASE WHEN NOT u.replied THEN 'did_not_reply' WHEN NOT (%s) THEN 'not_asked'"
                 " WHEN coalesce(%s, '') = '' THEN 'no_answer' WHEN %s THEN 'answered'"
                 " ELSE 'unclear' END" % (asked, text, fits))
        columns = ["CASE WHEN (%s) = 'answered' THEN CAST(%s AS VARCHAR[]) ELSE [] END AS %s"
                   % (state, value, variable.column()), "%s AS %s" % (state, variable.column("__s"))]
        for number in numbers:
            columns.append("CASE WHEN (%s) = 'answered' THEN %s END AS %s"
                           % (state, number, variable.column("__n")))
        return columns

    # --------------------------------------------------------------------------- conditions

    UNCLEAR = "%s = 'unclear'"

    TOKEN = re.compile(
        r"count-selected\(\$\{(\w+)\}\)"
        r"|selected\(\$\{(\w+)\}, '([^']*)'\)"
        r"|\$\{(\w+)\} (<=|>=|!=|=|<|>) ('[^']*'|-?[0-9.]+)"
        r"|not\(|and|or|[()]| |>= [0-9]+")

    def condition(self, text, is_open="%s = 'unclear'", unchosen={}, asked_alone=False):
        """A condition as SQL: a blank is the empty text, and no number; SQL's logic has three values,
        and what rests on an unclear answer is NULL.

        `is_open` says, with the state of a variable put in, what else makes the condition NULL; of
        `unchosen` choices it is NULL, too, that none of those was offered that they stand for, and with
        `asked_alone` that the unit was not asked.
        """
        def leaf(name, sql, choice=None):
            state = self.variables[name].column("__s")
            opens = is_open.replace("%s", state)
            if opens != "false" and not self.variables[name].about_answers:
                opens = "%s = 'unclear'" % state  # registers always answer
            elif opens != "false" and choice is None and is_open != self.UNCLEAR:
                # An answer that is no opinion has no number to compare.
                if self.variables[name].has_numbers and "len(" not in sql:
                    opens = "(%s) OR %s IS NULL" % (opens, self.variables[name].column("__n"))
            for codes in unchosen.get((name, choice), []):
                opens = "(%s) OR (%s) IS NOT TRUE" % (
                    opens, self.offered(self.variables[name], codes))
            if is_open != "false":
                for column in self.variables[name].opens(None if choice is None else [choice]):
                    opens = "(%s) OR coalesce(%s, 'answered') %s" % (
                        opens, column, "= 'unclear'" if is_open == self.UNCLEAR else "<> 'answered'")
            if (name, choice) in unchosen and asked_alone:
                opens = "(%s) OR %s NOT IN ('answered', 'no_answer', 'unclear')" % (opens, state)
            return sql if opens == "false" else "CASE WHEN %s THEN NULL ELSE %s END" % (
                opens, sql)
        parts, at = [], 0
        while at < len(text):
            match = self.TOKEN.match(text, at)
            if not match:
                raise ValueError("condition %r at %d" % (text, at))
            at = match.end()
            counted, selected, code, name, operator, value = match.groups()
            if counted:
                parts.append("(%s)" % leaf(counted, "len(%s)" % self.variables[counted].column()))
            elif selected:
                parts.append("(%s)" % leaf(selected, "list_contains(%s, %s)" % (
                    self.variables[selected].column(), quoted(code)), code))
            elif name:
                parts.append("(%s)" % leaf(
                    name, self.comparison(self.variables[name], operator, value),
                    value.strip("'") if operator in ("=", "!=") else None))
            else:
                parts.append(match.group().replace("not(", "NOT ("))
        return "".join(parts)

    def may_hold_without_reply(self, text):
        """Whether a condition may hold for a unit without answers, whatever its attributes."""
        facts = []
        for name in sorted(set(re.findall(r"\$\{(\w+)\}", text))):
            variable = self.variables[name]
            values = [[]]
            if name == "response":
                values = [["did_not_reply"]]
            elif not variable.about_answers:
                values += [[code] for code in variable.names]
            kind = "DATE" if variable.kind == "date" else "DECIMAL(30, 6)"
            facts.append([
                "CAST([%s] AS VARCHAR[]) AS %s, CAST(NULL AS %s) AS %s" % (
                    ", ".join(map(quoted, value)), variable.column(), kind, variable.column("__n"))
                for value in values])
        return bool(self.query("SELECT 1 FROM (%s) WHERE %s LIMIT 1" % (
            " UNION ALL ".join("SELECT " + ", ".join(unit) for unit in itertools.product(*facts)),
            self.condition(text, is_open="false"))))

    @staticmethod
    def comparison(variable, operator, value):
        if variable.kind == "number":
            return "coalesce(%s %s %s, %s)" % (
                variable.column("__n"), operator, value, str(operator == "!=").lower())
        if variable.kind == "date":
            return "coalesce(%s %s CAST(%s AS DATE), false)" % (
                variable.column("__n"), operator, value)
        if operator in ("<", "<=", ">", ">="):  # of a scale; what is no opinion is no point of it
            return "coalesce(%s %s %s, false)" % (variable.column("__n"), operator, value)
        return "(coalesce(%s[1], '') %s %s)" % (variable.column(), operator, value)

    # ------------------------------------------------------------------- derived variables

    def compute(self, item):
        """A number that is computed: known where all that it asks for is."""
        names = sorted(set(re.findall(r"\$\{(\w+)\}", item["value"])))
        column = lambda name, suffix: self.variables[name].column(suffix)
        text = re.sub(
            r"count-selected\(\$\{(\w+)\}\)",
            lambda m: "CASE WHEN %s = 'answered' THEN len(%s) END" % (
                column(m[1], "__s"), column(m[1], "")), item["value"])
        # The largest of what is known, where all is.
        text = re.sub(r"max\((\S+), (\S+)\)", r"(CASE WHEN \1 >= \2 THEN \1 ELSE \2 + 0 * \1 END)", text)
        text = re.sub(r"\$\{(\w+)\}", lambda m: column(m[1], "__n"), text)
        states = ["unclear", "no_answer", "not_asked", "not_applicable"]
        unclear = " OR ".join("%s = 'unclear'" % column(n, "__s") for n in names)
        # What coalesce() stands in for is not missing.
        needed = set(re.findall(r"\$\{(\w+)\}", re.sub(r"coalesce\(\$\{\w+\}", "", item["value"])))
        missing = " ".join("WHEN %s THEN %s" % (
            " OR ".join("%s = %s" % (column(n, "__s"), quoted(state)) for n in names
                        if n in needed or state == "unclear"), quoted(state)) for state in states)
        variable = self.variables[item["name"]] = Variable(item["name"], item["label"], "number")
        variable.is_computed = True
        self.database.execute(
            "CREATE OR REPLACE TABLE matrix AS SELECT * EXCLUDE (x), CAST([] AS VARCHAR[]) AS {0},"
            " x AS {1}, CASE WHEN NOT replied THEN 'did_not_reply' WHEN x IS NOT NULL THEN 'answered'"
            " {2} AS {3} FROM (SELECT *, CASE WHEN replied AND NOT ({4})"
            " THEN CAST({5} AS DECIMAL(30, 6)) END AS x FROM matrix)".format(
                variable.column(), variable.column("__n"), missing + " ELSE 'not_applicable' END",
                variable.column("__s"), unclear, text))

    def mentioned(self, item):
        """What several questions ask for, as codes that overlap: each that was chosen in any of them."""
        codes = {}
        for name in item["mentions"]:
            asked = self.variables[name]
            for code, label in asked.codes:
                form = "selected(${%s}, '%s')" if asked.is_multiple else "${%s} = '%s'"
                known = codes.setdefault(code, {
                    "name": code, "label": label, "where": [],
                    "substantive": "no" if code in asked.nonsubstantive else "yes"})
                known["where"].append(form % (name, code))
        return dict(item, overlapping="yes", codes=[
            dict(code, where=" or ".join(code["where"])) for code in codes.values()])

    def derive(self, item):
        if "value" in item:
            self.compute(item)
            return
        if "mentions" in item:
            item = self.mentioned(item)
        source = self.variables[item["from"]] if "from" in item else None
        codes = [(code["name"], code.get("label", code["name"])) for code in item["codes"]]
        conditions = [code["where"] for code in item["codes"] if "where" in code]
        about_answers = (source is not None and source.about_answers) or any(
            self.variables[name].about_answers
            for text in conditions for name in re.findall(r"\$\{(\w+)\}", text))
        kind = "multiple" if item.get("overlapping") == "yes" else "single"
        rules = list(item["codes"])
        nonsubstantive = {
            code["name"] for code in rules if code.get("substantive", "no" if "of" in code and
                set(code["of"]) <= source.nonsubstantive else "yes") == "no"}
        taken = {choice for code in rules for choice in code.get("of", [])}
        if source is not None:  # "don't know" stays what it is
            for name, label in source.codes:
                if name in source.nonsubstantive and name not in taken:
                    codes.append((name, label))
                    rules.append({"name": name, "of": [name]})
                    nonsubstantive.add(name)
        variable = Variable(
            item["name"], item["label"], kind, codes, about_answers, nonsubstantive)
        variable.source, variable.rules = source, {code["name"]: code for code in rules}
        self.variables[item["name"]] = variable
        having = [(self.rule(code, source), quoted(code["name"])) for code in rules]
        if kind == "single":  # none is the first where an earlier one may be
            value = "CASE %s ELSE [] END" % " ".join(
                "WHEN (%s) IS NULL THEN [] WHEN %s THEN [%s]" % (rule, rule, name)
                for rule, name in having)
        else:
            value = "list_filter([%s], lambda x: x IS NOT NULL)" % ", ".join(
                "CASE WHEN %s THEN %s END" % item for item in having)
        if about_answers:
            value = "CASE WHEN replied THEN %s ELSE [] END" % value
        other = self.open_state(conditions, source, [code["of"] for code in rules if "of" in code])
        number = (", %s AS %s" % (variable.point.format("v[1]"), variable.column("__n"))
                  if variable.is_scale else "")
        self.database.execute(
            "CREATE OR REPLACE TABLE matrix AS SELECT * EXCLUDE (v), v AS {0}, CASE"
            " WHEN NOT replied THEN 'did_not_reply' WHEN len(v) > 0 THEN 'answered' ELSE {1} END"
            " AS {2}{3} FROM (SELECT *, CAST({4} AS VARCHAR[]) AS v FROM matrix)".format(
                variable.column(), other, variable.column("__s"), number, value))
        if kind == "multiple":
            columns = [
                "CASE WHEN {0} = 'answered' AND NOT list_contains({1}, {2}) THEN {3} END AS {4}".format(
                    variable.column("__s"), variable.column(), quoted(code["name"]),
                    self.left_open(code, source), variable.column("__o_" + code["name"]))
                for code in rules]
            self.database.execute(
                "CREATE OR REPLACE TABLE matrix AS SELECT *, %s FROM matrix" % ", ".join(columns))
            variable.has_open = True

    def left_open(self, code, source):
        """The state of what leaves open whether a code holds that does not seem to; SQL, NULL for none."""
        if "where" in code:
            return "CASE WHEN (%s) IS NULL THEN %s END" % (
                self.known(code["where"]), self.open_state([code["where"]], None))
        state = source.column("__s")
        below = "NULL"
        if "of" in code and source.opens():
            opens = source.opens(code["of"])
            below = "CASE %s END" % " ".join(
                "WHEN %s THEN %s" % (" OR ".join("%s = %s" % (o, quoted(one)) for o in opens), quoted(one))
                for one in ["unclear", "no_answer", "not_asked", "not_applicable"])
        return "CASE WHEN %s <> 'answered' THEN %s ELSE %s END" % (state, state, below)

    def open_state(self, conditions, source, recodes=()):
        """The state of what would decide a condition or is the source, and was not answered; SQL."""
        when = []
        for state in ["unclear", "no_answer", "not_asked", "not_applicable"]:
            if source is not None:
                when.append("WHEN %s = %s THEN %s" % (
                    source.column("__s"), quoted(state), quoted(state)))
                for codes in recodes:
                    for column in source.opens(codes):
                        when.append("WHEN NOT %s AND %s = %s THEN %s" % (
                            has_any(source, codes), column, quoted(state), quoted(state)))
            for text in conditions:
                when.append("WHEN %s THEN %s" % (self.misses(text, state), quoted(state)))
        return "CASE %s ELSE 'not_applicable' END" % " ".join(when) if when else "'not_applicable'"

    def known(self, text):
        """A condition that is NULL where something decides it that was not answered or offered."""
        return self.condition(text, "%s <> 'answered'", self.offered.unchosen(text))

    def misses(self, text, state):
        """Whether it depends on an answer in some state whether a condition holds; SQL."""
        unchosen = self.offered.unchosen(text)

        def missing(node):
            """Whether a part holds, NULL where it is open; and whether it misses an answer in the state."""
            kind, *parts = node
            if kind in ("choice", "other"):
                holds = "(%s)" % self.condition(parts[-1], "%s <> 'answered'", unchosen)
                name = re.search(r"\$\{(\w+)\}", parts[-1])[1]
                own = self.variables[name].column("__s")
                has = ["%s = %s" % (own, quoted(state))]
                has += ["%s = %s" % (column, quoted(state)) for column in self.variables[name].opens(
                    [parts[1]] if kind == "choice" else None)]
                decides = {"not_asked": "IS FALSE", "unclear": "IS NULL"}.get(state)
                if decides and kind == "choice":
                    has += ["%s = 'answered' AND (%s) %s" % (
                        own, self.offered(self.variables[name], codes), decides)
                        for codes in unchosen.get((name, parts[1]), [])]
                return holds, "(%s IS NULL AND (%s))" % (holds, " OR ".join(has))
            found = [missing(part) for part in parts]
            holds = "(NOT %s)" % found[0][0] if kind == "not" else "(%s)" % (
                " %s " % kind.upper()).join(holds for holds, _ in found)
            return holds, "(%s IS NULL AND (%s))" % (holds, " OR ".join(miss for _, miss in found))
        return missing(random_tables_offers.tree(text))[1]

    def can_hold(self, text):
        """Whether unclear answers could make a condition true; a blank makes nothing true. SQL."""
        unchosen = self.offered.unchosen(text)

        def can(node, wanted):
            kind, *parts = node
            if kind in ("choice", "other"):
                name = re.search(r"\$\{(\w+)\}", parts[-1])[1]
                unclear = " OR ".join("%s = 'unclear'" % column for column in [
                    self.variables[name].column("__s"),
                    *self.variables[name].opens([parts[1]] if kind == "choice" else None)])
                return "(%s OR (%s) IS %s)" % (
                    unclear,
                    self.condition(parts[-1], "%s <> 'answered'", unchosen), str(wanted).upper())
            if kind == "not":
                return can(parts[0], not wanted)
            joins = " AND " if (kind == "and") == wanted else " OR "
            return "(%s)" % joins.join(can(part, wanted) for part in parts)
        return can(random_tables_offers.tree(text), True)

    def rule(self, code, source):
        if "where" in code:
            text = code["where"]
            return "CASE WHEN (%s) IS TRUE THEN TRUE WHEN %s THEN NULL ELSE false END" % (
                self.known(text), self.can_hold(text))
        decided = "CASE WHEN %s = 'unclear' THEN NULL ELSE %%s END" % source.column("__s")
        if "of" in code:
            has = has_any(source, code["of"])
            for column in source.opens(code["of"]):
                has = "CASE WHEN %s THEN TRUE WHEN %s = 'unclear' THEN NULL ELSE %s END" % (
                    has_any(source, code["of"]), column, has)
            return decided % has
        bounds = []
        for key, operator in [("from", ">="), ("below", "<")]:
            if key in code:
                value = code[key]
                if source.kind == "date":
                    value = "CAST(%s AS DATE)" % quoted(value)
                bounds.append("%s %s %s" % (source.column("__n"), operator, value))
        return decided % "coalesce(%s, false)" % " AND ".join(bounds)

    # -------------------------------------------------------------------------------- weights

    def weigh(self):
        """What each unit that replied counts for, as exact fractions."""
        self.own, self.stratum, self.weight, self.strata = {}, {}, {}, {}
        plan = self.plan.get("weights")
        if not plan:
            return
        names = plan.get("post-stratify", plan.get("rake", []))
        strata = [self.variables[name] for name in names]
        stratum = "concat_ws('/', %s)" % ", ".join(
            v.column() + "[1]" for v in strata) if strata else "''"
        self.margins = {}  # by raked variable: its totals by code
        own = '"%s__n"' % plan["question"] if "question" in plan else "1"
        for key, weight, name in self.query(
                "SELECT key, CAST(%s AS VARCHAR), %s FROM matrix WHERE replied" % (own, stratum)):
            self.own[key], self.stratum[key] = Fraction(weight), name
        if not strata:
            self.weight = dict(self.own)
            return
        if "rake" in plan:
            self.rake(plan, strata)
            return
        if "totals" in plan:
            self.strata = {code: int(number) for code, number in plan["totals"].items()}
        else:
            self.strata = dict(self.query(
                "SELECT %s, count(*) FROM matrix WHERE NOT organization GROUP BY 1" % stratum))
        sums = defaultdict(Fraction)
        for key, weight in self.own.items():
            sums[self.stratum[key]] += weight
        self.weight = {
            key: weight * self.strata[self.stratum[key]] / sums[self.stratum[key]]
            for key, weight in self.own.items()}

    def rake(self, plan, variables):
        """One variable after the other, in decimals of fifty digits."""
        for variable in variables:
            self.margins[variable.name] = (
                {code: int(number) for code, number in plan["totals"][variable.name].items()}
                if "totals" in plan else dict(self.query(
                    "SELECT %s[1], count(*) FROM matrix WHERE NOT organization GROUP BY 1"
                    % variable.column())))
        with decimal.localcontext() as context:
            context.prec = 50
            units = {key: stratum.split("/") for key, stratum in self.stratum.items()}
            cells = defaultdict(decimal.Decimal)
            for key, codes in units.items():
                own = self.own[key]
                cells[tuple(codes)] += decimal.Decimal(own.numerator) / own.denominator
            before, worst = dict(cells), 1
            while worst > decimal.Decimal("1e-30"):
                worst = 0
                for position, totals in enumerate(self.margins.values()):
                    sums = defaultdict(decimal.Decimal)
                    for cell, weight in cells.items():
                        sums[cell[position]] += weight
                    for cell in cells:
                        factor = totals[cell[position]] / sums[cell[position]]
                        cells[cell] *= factor
                        worst = max(worst, abs(factor - 1))
            self.weight = {
                key: self.own[key] * Fraction(cells[tuple(codes)] / before[tuple(codes)])
                for key, codes in units.items()}
        self.stratum = {}


def sql_list(texts):
    return "CAST([%s] AS VARCHAR[])" % ", ".join(map(quoted, texts))


def has_any(variable, codes):
    column = variable.column() + ("[1:1]" if variable.kind == "rank" else "")
    return "list_has_any(%s, %s)" % (column, sql_list(codes))


# =====================================================================================
# The tables
# =====================================================================================


class Row:
    def __init__(self, block, name, kind, sql, codes=(), times="1"):
        self.block, self.name, self.kind = block, name, kind
        self.id = block.path + name
        self.sql, self.codes, self.times = sql, codes, times
        self.net = None  # the name of the net that a code stands under


class Block:
    def __init__(self, context, variable, stacked):
        self.context, self.variable = context, variable
        self.path = "".join(name + ":" for name in (
            ([variable.name] if stacked else []) + [code for _, code in context]))
        self.variable_name = ":".join([v.name for v, _ in context] + [variable.name])


class Column:
    def __init__(self, path, part, name):
        self.path, self.part, self.id = path, part, name
        self.variable_name = ":".join(v.name for v, _ in path)


def products(variables, shown):
    return list(itertools.product(*[[(v, code) for code in shown(v)] for v in variables]))


class Table:
    """One table of the plan with its cells: for each row and column the units."""

    def __init__(self, answers, item, each=None):
        self.answers, self.item = answers, item
        self.participants = item.get("population") == "participants"
        axes = [[each]] if each else [
            [answers.variables[name] for name in (
                axis["nest"] if isinstance(axis, dict) else [axis])]
            for axis in as_list(item["rows"])]
        self.left_out = outside.LeftOut(answers)
        self.blocks = []
        for axis in axes:
            contexts = products(axis[:-1], self.shown)
            kept = [context for context in contexts if not any(
                self.is_filtered(v, code) for v, code in context)]
            self.blocks += [
                Block(context, axis[-1], len(axes) > 1) for context in kept or contexts]
        self.id = item.get("id", axes[0][-1].name)
        inner = [axis[-1] for axis in axes]
        self.statistics = item.get("statistics") or self.usual(inner)
        self.weighted = (bool(answers.plan.get("weights")) and item.get("weighted", "yes") == "yes"
                         and not self.has_silent_units())
        self.infers = any(s in INFERENCE for s in self.statistics)
        self.rows = [row for block in self.blocks for row in self.rows_of(block)]
        self.columns = self.columns_of()
        self.count()

    def is_filtered(self, variable, code):
        return "where" in self.item and self.left_out(self.item["where"], variable, code)

    def outside(self, variable):
        """The codes that the base leaves out."""
        base = self.base_of(variable)
        if "$" in base:
            return {code for code in variable.names if self.left_out(base, variable, code)}
        return variable.nonsubstantive if base == "substantive" else set()

    def has_silent_units(self):
        """Whether the base has units that did not reply, which have no weight."""
        bases = {self.base_of(block.variable) for block in self.blocks}
        return self.participants or "population" in bases or any(
            "$" in base and self.answers.may_hold_without_reply(base) for base in bases)

    def shown(self, variable):
        """The codes of a variable that a table over its population has."""
        names = variable.names
        own = [attribute["name"] for attribute in self.answers.listed.attributes]
        rests = dict({name: name + "_not_specified" for name in own}, regional_group="no_group",
                     status="not_eligible")
        rest = rests.get(variable.name)
        if rest in names:
            column = ("own_" if variable.name in own else "") + variable.name
            condition = "NOT eligible" if variable.name == "status" else "\"%s\" = '%s'" % (column, rest)
            if not self.answers.query("SELECT 1 FROM units WHERE %s AND %s" % (
                    "participant" if self.participants else "NOT organization", condition)):
                return [name for name in names if name != rest]
        return names

    def gaps(self):
        """What is said of columns that do not add up: whether units may be in several, by part."""
        found = []
        for part, item in enumerate(as_list(self.item.get("columns"))):
            names = item["nest"] if isinstance(item, dict) else [item]
            variables = [self.answers.variables[name] for name in names]
            if any(v.is_multiple for v in variables):
                found.append("several")
                continue
            columns = [c for c, column in enumerate(self.columns) if column.part == part]
            total = next(c for c, column in enumerate(self.columns) if not column.path)
            if any(sum(self.times.get((r, c), 0) for c in columns) != self.times.get((r, total), 0)
                   for r in range(len(self.rows))):
                found.append("none")
        return found

    @staticmethod
    def usual(inner):
        statistics = ["count"] + (["percent"] if any(v.codes for v in inner) else [])
        if any(v.kind == "number" for v in inner):
            return statistics + ["mean", "minimum", "maximum"]
        return statistics + (["minimum", "maximum"] if any(v.kind == "date" for v in inner) else [])

    def rows_of(self, block):
        variable = block.variable
        state = variable.column("__s")
        word = self.base_of(variable)
        base = {
            "population": "true", "respondents": "replied", "answered": state + " = 'answered'",
            "asked": state + " IN ('answered', 'no_answer', 'unclear')",
            "substantive": state + " = 'answered' AND (len(%s) = 0 OR %s)" % (
                variable.column(), has_any(variable, variable.substantive))
            if variable.codes else state + " = 'answered'",
        }.get(word) or "(%s)" % self.answers.condition(word)
        where = " AND ".join([has_any(v, [code]) for v, code in block.context] + ["true"])
        rows = []

        def add(name, kind, sql, codes=(), times="1"):
            rows.append(Row(block, name, kind, "%s AND %s" % (where, sql), codes, times))

        if not variable.codes:
            add(".value", "value", "%s AND %s IS NOT NULL" % (base, variable.column("__n")))
        shown = [code for code in self.shown(variable) if not self.is_filtered(variable, code)]
        nets = [self.net(net, variable) for net in self.item.get("nets", [])]
        within = {code: next((n for n, codes in nets if code in codes), None) for code in shown}
        outside_codes = self.outside(variable)
        placed = set()

        def add_codes(wanted, is_outside):
            def sql(codes):
                return ("true" if is_outside else base) + " AND " + has_any(variable, codes)

            def add_code(code):
                add(code, "outside" if is_outside else "code", sql([code]), [code])
                rows[-1].net = within[code]

            for code in wanted:
                for name, codes in nets:
                    if code in codes and name not in placed:
                        placed.add(name)
                        add(name, "outside" if is_outside else "net", sql(codes), codes)
                        for inner in wanted:
                            if within[inner] == name:
                                add_code(inner)
                if within[code] is None:
                    add_code(code)

        add_codes([code for code in shown if code not in outside_codes], False)
        shares = list(rows[1:] if not variable.codes else rows)
        add(".base", "base", base)
        for share in shares:
            offered = self.answers.offered(variable, share.codes)
            if offered:
                add(".offered:" + share.name, "offered", "%s AND %s" % (base, offered), share.codes)
        if "response-percent" in self.statistics and variable.codes:
            inside = [code for code in variable.names if code not in outside_codes]
            times = ("len(list_intersect(%s, %s))" % (variable.column(), sql_list(inside))
                     if variable.is_multiple else "1")
            add(".responses", "responses", "%s AND %s" % (base, has_any(variable, inside)),
                times=times)
        add_codes([code for code in shown if code in outside_codes], True)
        states = self.item.get("states")
        if states == "yes" or states is None and variable.about_answers:
            for name in STATES:
                add("." + name, "state", "%s = %s" % (state, quoted(name)))
            add(".population", "population", "true")
        return rows

    def base_of(self, variable):
        """The base of the plan, else the usual one of the variable."""
        if "base" in self.item:
            return self.item["base"]
        usual = "substantive" if variable.nonsubstantive else "answered"
        return usual if variable.about_answers else "population"

    def base_label(self, variable):
        if "base-label" in self.item:
            return self.item["base-label"]
        base = self.base_of(variable)
        words = {
            "population": "all %s" % self.item.get("population", "units"),
            "respondents": "units that replied", "asked": "units that were asked this question",
            "answered": "units that answered this question",
            "substantive": "units that gave a substantive answer to this question"}.get(base, base)
        return words + (", where " + self.item["where"] if "where" in self.item else "")

    @staticmethod
    def net(net, variable):
        if "of" in net:
            return net["name"], net["of"]
        ranked = sorted(variable.substantive, key=int)
        return net["name"], ranked[-net["top"]:] if "top" in net else ranked[:net["bottom"]]

    def columns_of(self):
        paths = []
        for part, item in enumerate(as_list(self.item.get("columns"))):
            names = item["nest"] if isinstance(item, dict) else [item]
            for path in products([self.answers.variables[n] for n in names], self.shown):
                paths.append((path, part))
        bare = [":".join(code for _, code in path) for path, _ in paths]
        clash = len(set(bare)) < len(bare)
        columns = [
            Column(path, part,
                   ("*".join(v.name for v, _ in path) + ":" if clash else "") + name)
            for (path, part), name in zip(paths, bare)]
        total = Column((), None, ".total")
        return columns + [total] if self.item.get("total") == "last" else [total] + columns

    def column_label(self, column):
        """The label of a column; None where one of an attribute is among them, which is the
        program's own."""
        paths = [c.path for c in self.columns if c.path]
        if not column.path or any(
                v.name in ATTRIBUTES or not v.about_answers for path in paths for v, _ in path):
            return None
        return ", ".join("%s: %s" % (v.label, dict(v.codes)[code]) for v, code in column.path)

    # ------------------------------------------------------------------------- the counting

    def count(self):
        """`units[row, column]`: keys in order; `times` where a unit counts more than once."""
        where = []
        where.append("participant" if self.participants else "NOT organization")
        if "where" in self.item:
            where.append("(%s)" % self.answers.condition(self.item["where"]))
        columns = ["CASE WHEN %s THEN %d END" % (
            " AND ".join([has_any(v, [code]) for v, code in column.path] + ["true"]), position)
            for position, column in enumerate(self.columns)]
        rows = ["CASE WHEN %s THEN {'at': %d, 'times': %s} END" % (row.sql, position, row.times)
                for position, row in enumerate(self.rows)]
        self.units = {}
        self.times = {}
        for row, column, keys, times in self.answers.query(
                "WITH t AS (SELECT * FROM matrix WHERE %s),"
                " c AS (SELECT key, unnest([%s]) AS c FROM t),"
                " r AS (SELECT key, unnest([%s]) AS r FROM t)"
                " SELECT r.at, c, list(key ORDER BY key), sum(r.times)"
                " FROM r JOIN c USING (key) WHERE r IS NOT NULL AND c IS NOT NULL GROUP BY 1, 2"
                % (" AND ".join(where + ["true"]), ", ".join(columns), ", ".join(rows))):
            self.units[row, column] = keys
            self.times[row, column] = int(times)
        self.numbers = {}
        kinds = {b.variable.name: b.variable for b in self.blocks}
        for variable in kinds.values():
            if variable.has_numbers:
                self.numbers[variable.name] = {
                    key: value if variable.kind == "date" else Fraction(value)
                    for key, value in self.answers.query(
                        "SELECT key, CAST({0} AS VARCHAR) FROM matrix WHERE {0} IS NOT NULL".format(
                            variable.column("__n")))}
            elif variable.kind == "rank":
                for key, ranking in self.answers.query(
                        "SELECT key, %s FROM matrix WHERE len(%s) > 0"
                        % (variable.column(), variable.column())):
                    for rank, code in enumerate(ranking, 1):
                        self.numbers.setdefault((variable.name, code), {})[key] = Fraction(rank)

    def keys(self, row, column):
        return self.units.get((row, column), [])

    def position(self, block, kind):
        for position, row in enumerate(self.rows):
            if row.block is block and row.kind == kind:
                return position
        return None

    def base_row(self, row):
        """The row that the shares of a row are of: the base, or who of it was offered the choice."""
        for position, other in enumerate(self.rows):
            if other.block is row.block and other.name == ".offered:" + row.name:
                return position
        return self.position(row.block, "base")

    def weight(self, key):
        return self.answers.weight.get(key, 0) if self.weighted else 1

    # -------------------------------------------------------------------------- the figures

    def figures(self):
        """(row, column, statistic) -> (value, numerator, base): each a fraction, text or None."""
        for r, row in enumerate(self.rows):
            for c, column in enumerate(self.columns):
                for statistic in self.statistics:
                    figure = self.figure(statistic, r, row, c, column)
                    if figure is not None:
                        yield (row, column, statistic), figure

    def figure(self, statistic, r, row, c, column):
        if statistic == "count":
            number = self.times.get((r, c), 0)
            base = None
            if row.kind in ("code", "net", "value"):
                base = len(self.keys(self.base_row(row), c))
            return number, number, base
        if statistic == "weighted-count":
            silent = row.kind == "population" or row.name == ".did_not_reply"
            return (self.mass(r, c), None, None) if self.weighted and not silent else None
        if statistic in ("percent", "row-percent", "table-percent", "response-percent"):
            return self.share(statistic, r, row, c)
        if statistic == "cumulative-percent":
            return self.cumulated(statistic, r, row, c)
        if statistic in NUMBERS:
            return self.number(statistic, row, c)
        if statistic in ("ranked", "ranked-percent", "mean-rank"):
            return self.ranked(statistic, row, c)
        return None  # intervals and comparisons follow from R

    def mass(self, r, c):
        """What a cell counts for: by choices made in the row of these."""
        if self.rows[r].kind == "responses":
            variable = self.rows[r].block.variable
            return sum(
                (self.mass(p, c) for p, row in enumerate(self.rows)
                 if row.block is self.rows[r].block and row.kind == "code"), Fraction(0)
            ) if variable.is_multiple else self.weights(self.keys(r, c))
        return self.weights(self.keys(r, c))

    def weights(self, keys):
        return sum((Fraction(self.weight(key)) for key in keys), Fraction(0))

    def share(self, statistic, r, row, c):
        if row.kind not in ("code", "net"):
            return None
        if statistic == "response-percent" and row.kind == "net":
            return None
        whole = self.mass(*self.whole(statistic, r, row, c))
        part = self.mass(r, c)
        return (100 * part / whole if whole else None), part, whole

    def cumulated(self, statistic, r, row, c):
        if row.kind != "code":
            return None
        part = sum((self.mass(p, c) for p, other in enumerate(self.rows[:r + 1])
                    if other.block is row.block and other.kind == "code"), Fraction(0))
        whole = self.mass(*self.whole(statistic, r, row, c))
        return (100 * part / whole if whole else None), part, whole

    def whole(self, statistic, r, row, c):
        """The cell that a share is of."""
        total = next(p for p, column in enumerate(self.columns) if not column.path)
        base = self.base_row(row)
        return {"row-percent": (r, total), "table-percent": (base, total),
                "response-percent": (self.position(row.block, "responses"), c)}.get(
                    statistic, (base, c))

    def missing(self, statistic, r, row, c, base):
        """Why a figure has no value."""
        cell = (r, c)
        if statistic not in NUMBERS and statistic != "mean-rank":
            cell = self.whole(statistic, r, row, c)
        if statistic == "mean-rank":
            weightless = self.weighted and base
        else:
            weightless = self.weighted and self.keys(*cell) and not self.mass(*cell)
        return "no-weight" if weightless else "too-few" if base else "no-base"

    def numeric_row(self, row):
        variable = row.block.variable
        if variable.kind in ("number", "date"):
            return row.kind == "value"
        return row.kind == "base" and variable.is_scale

    def has_mean(self, row):
        """Whether an interval of a mean stands in a row: a scale's where the table has figures of
        its numbers."""
        variable = row.block.variable
        return self.numeric_row(row) and variable.kind != "date" and (
            variable.kind == "number" or any(s in NUMBERS for s in self.statistics))

    def domain(self, row, c):
        """The units that have a number in a cell, with it."""
        values = self.numbers[row.block.variable.name]
        base = self.keys(self.position(row.block, "base"), c)
        # What weighs nothing has no part in the figures.
        return [(key, values[key]) for key in base if key in values and self.weight(key)]

    def number(self, statistic, row, c):
        if not self.numeric_row(row):
            return None
        is_date = row.block.variable.kind == "date"
        if is_date and statistic not in ("minimum", "maximum"):
            return None
        found = self.domain(row, c)
        base = len(found)
        weighted = [(value, Fraction(1) if is_date else Fraction(self.weight(key)))
                    for key, value in found]
        if not found or not is_date and not sum(w for _, w in weighted):
            return None, None, base
        if statistic == "minimum":
            return min(v for v, _ in weighted), None, base
        if statistic == "maximum":
            return max(v for v, _ in weighted), None, base
        return moment(statistic, weighted), None, base

    def ranked(self, statistic, row, c):
        if row.kind != "code" or row.block.variable.kind != "rank":
            return None
        values = self.numbers.get((row.block.variable.name, row.codes[0]), {})
        base = self.base_row(row)
        found = [key for key in self.keys(base, c) if key in values]
        if statistic == "ranked":
            return len(found), len(found), len(self.keys(base, c))
        part = self.weights(found)
        if statistic == "ranked-percent":
            whole = self.mass(base, c)
            return (100 * part / whole if whole else None), part, whole
        if not part:
            return None, None, len(found)
        return (sum(values[k] * self.weight(k) for k in found) / part), None, len(found)


def moment(statistic, weighted):
    """A figure of numbers with weights, exactly; of a root as a float."""
    total = sum(w for _, w in weighted)
    mean = sum(v * w for v, w in weighted) / total
    if statistic == "sum":
        return mean * total
    if statistic == "mean":
        return mean
    if statistic == "standard-deviation":
        n = len(weighted)
        if n < 2:
            return None
        return math.sqrt(sum(w * (v - mean) ** 2 for v, w in weighted) / total * n / (n - 1))
    p = {"median": Fraction(1, 2), "lower-quartile": Fraction(1, 4),
         "upper-quartile": Fraction(3, 4)}[statistic]
    below = Fraction(0)
    values = sorted(item for item in weighted if item[1])
    for position, (value, weight) in enumerate(values):
        below += weight
        if below > p * total:
            return value
        if below == p * total:
            return (value + values[position + 1][0]) / 2
    raise AssertionError("no quantile")


# =====================================================================================
# Comparing
# =====================================================================================


class Checks:
    def __init__(self):
        self.compared = defaultdict(int)
        self.different = []

    def equal(self, kind, address, expected, found):
        self.compared[kind] += 1
        if expected != found:
            self.different.append("%s: %s: expected %s, found %s" % (kind, address, expected, found))

    def close(self, kind, address, expected, found):
        """Within 1e-9, absolutely up to 1 and relatively beyond."""
        self.compared[kind] += 1
        if (expected is None) != (found == ""):
            self.different.append("%s: %s: expected %s, found %r" % (kind, address, expected, found))
        elif expected is not None:
            wanted = Fraction(expected)
            if abs(wanted - Fraction(found)) > TOLERANCE * max(1, abs(wanted)):
                self.different.append("%s: %s: expected %s, found %s" % (
                    kind, address, float(wanted), found))


def check_table(checks, name, table, published, lists):
    address = "%s/%s" % (name, table.id)
    table.exact = dict(table.figures())
    for (row, column, statistic), (value, numerator, base) in table.exact.items():
        key = (row.block.variable_name, row.id, column.variable_name, column.id, statistic)
        cell = published.pop((table.id,) + key, None)
        where = "%s %s" % (address, "/".join(key[1:]))
        if cell is None:
            checks.equal("cells", where, "a cell", "none")
            continue
        label = table.column_label(column)
        if label is not None:
            checks.equal("column labels", where, label, cell["column_label"])
        if statistic in ("count", "percent", "table-percent", "ranked-percent"):
            checks.equal("base labels", where, table.base_label(row.block.variable)
                         + ", in all columns" * (statistic == "table-percent"), cell["base_label"])
        exact = statistic in ("count", "ranked")
        if exact or isinstance(value, str):
            checks.equal("counts", where, "" if value is None else str(value), cell["value"])
        elif not isinstance(value, float) and not (table.weighted and table.answers.margins):
            checks.equal("shares", where, reader.full(value), cell["value"])
        else:
            checks.close("figures", where, value, cell["value"])
        missing = "" if value is not None else table.missing(
            statistic, table.rows.index(row), row, table.columns.index(column), base)
        checks.equal("status", where, missing, cell["status"])
        for column_name, wanted in [("numerator", numerator), ("base", base)]:
            if wanted is None or isinstance(wanted, int) or not table.weighted:
                wanted = "" if wanted is None else str(wanted)
                checks.equal("bases", where, wanted, cell[column_name])
            else:
                checks.close("bases", where, wanted, cell[column_name])
    wanted = as_list(table.item.get("lists"))
    names = table.answers.names(table.item.get("language", "en"))
    for r, row in enumerate(table.rows):
        listed = row.kind in ("code", "net", "outside") if wanted == ["all"] else (
            row.name in wanted or row.id in wanted)
        for c, column in enumerate(table.columns):
            found = lists.pop((table.id, row.id, column.id), [])
            expected = [(key, names[key]) for key in table.keys(r, c)]
            if listed:
                checks.equal("lists", "%s %s/%s" % (address, row.id, column.id),
                             sorted(expected), sorted(found))


def check(folder, with_r):
    checks = Checks()
    designs = 0
    inference = None
    if with_r:
        import random_tables_inference
        inference = random_tables_inference.Requests(folder)
    for name in sorted(os.listdir(os.path.join(folder, "Input"))):
        answers = Answers(folder, name)
        published_folder = os.path.join(folder, "Output", name, "published")
        published = {}
        for row in read_csv(os.path.join(published_folder, "machine", "cells.csv")):
            key = (row["table"], row["row_variable"], row["row"], row["column_variable"],
                   row["column"], row["statistic"])
            checks.equal("cells", "/".join(key), False, key in published)
            published[key] = row
        lists = defaultdict(list)
        for row in read_csv(os.path.join(published_folder, "machine", "lists.csv")):
            lists[row["table"], row["row"], row["column"]].append((row["iso3"], row["name"]))
        for item in answers.plan["tables"]:
            for each in as_list(item.get("each")) or [None]:
                table = Table(answers, item, answers.variables.get(each))
                designs += 1
                check_table(checks, name, table, published, lists)
                printed = reader.Reader(checks, name, table, os.path.join(
                    published_folder, "tables"), answers.pipeline["rounding"]["percent"])
                printed.check()
                printed.check_adding_up()
                if inference:
                    inference.add(name, table, published)
        for key in published:
            if inference or key[-1] not in INFERENCE:
                checks.equal("cells", "%s/%s" % (name, "/".join(key)), "no cell", "one")
        for key in lists:
            checks.equal("lists", "%s/%s" % (name, "/".join(key)), "no list", "one")
    if inference:
        inference.check(checks)
    kinds = defaultdict(int)
    for line in checks.different:
        kinds[line.partition(":")[0]] += 1
        if kinds[line.partition(":")[0]] <= 20:
            print(line)
    print("%d table designs; compared: %s; different: %d" % (
        designs, ", ".join("%d %s" % (n, kind) for kind, n in sorted(checks.compared.items())),
        len(checks.different)))
    return 1 if checks.different or not designs else 0


# =====================================================================================
# Partials
# =====================================================================================


def partials(seed, folder, programs, names):
    """Counts the replies of collections in random parts, and merges these in random order."""
    failed = 0
    for name in names:
        rng = random.Random("%d/%s" % (seed, name))
        work = os.path.join(folder, "Parts", name)
        count = rng.randint(2, 5)
        files = []
        for part, records in enumerate(parted(rng, count, os.path.join(folder, "Input", name))):
            received = os.path.join(work, "received%d" % part)
            os.makedirs(received)
            for file, rows in records.items():
                generator.write_csv(os.path.join(received, file), rows)
            files.append(os.path.join(work, "part%d.csv" % part))
            for stage in ["ingest", "normalize", "validate"]:
                run_stage(programs, stage, folder, name, received, work, "output%d" % part)
            run_stage(programs, "aggregate", folder, name, received, work, "output%d" % part,
                      "--partial", files[-1], "--jobs", str(rng.randint(1, 4)))
        rng.shuffle(files)
        run_stage(programs, "aggregate", folder, name, received, work, "merged",
                  "--jobs", str(rng.randint(1, 4)), "--merge", *files)
        whole = os.path.join(folder, "Output", name, "aggregated")
        for file in sorted(os.listdir(whole)):
            if file.endswith(".csv"):
                merged = os.path.join(work, "merged", "aggregated", file)
                if open(os.path.join(whole, file), "rb").read() != open(merged, "rb").read():
                    print("%s: %s of %d parts differs" % (name, file, count))
                    failed += 1
    print("%d collections in parts; different: %d" % (len(names), failed))
    return 1 if failed or not names else 0


def parted(rng, count, folder):
    """Every record in one of some parts; a part may have none of a file."""
    parts = [{} for _ in range(count)]
    for file in sorted(os.listdir(folder)):
        with open(os.path.join(folder, file), encoding="utf-8", newline="") as source:
            header, *rows = csv.reader(source)
        for part in parts:
            part[file] = [header]
        for row in rows:
            rng.choice(parts)[file].append(row)
    return parts


def run_stage(programs, stage, folder, name, received, work, output, *options):
    run = subprocess.run(
        [os.path.join(programs, "rapporteur-" + stage), "--pipeline",
         os.path.join(folder, "Pipelines", name), "--input", received, "--output",
         os.path.join(work, output), *options], text=True, capture_output=True)
    if run.returncode > 1:
        raise RuntimeError("%s: %s left with %d: %s" % (name, stage, run.returncode, run.stderr))


def main(arguments):
    if arguments[:1] == ["generate"] and len(arguments) in (4, 6):
        tables = int(arguments[5]) if arguments[4:5] == ["--tables"] else 17
        registers = os.path.join(
            os.path.dirname(os.path.abspath(__file__)), "..", "..", "Pipelines", "registers")
        generator.generate(int(arguments[1]), int(arguments[2]), arguments[3], registers, tables)
        return 0
    if arguments[:1] == ["check"] and len(arguments) in (2, 3):
        return check(arguments[1], arguments[2:] == ["--r"])
    if arguments[:1] == ["partials"] and len(arguments) > 4:
        return partials(int(arguments[1]), arguments[2], arguments[3], arguments[4:])
    print(__doc__.split("\n\n")[1], file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""An independent check of the published tables of a collection that counts States.

    python3 tables_oracle.py REGISTERS PIPELINE_DIR INPUT_DIR PUBLISHED_DIR

Computes cells.csv, lists.csv and answer-states.csv again from the registers, the definition of
the collection and the raw exports, and compares them figure by figure and name by name. It
shares no code with the program. What it does not know how to read, it refuses: a check that
skips is no check.

Rules
  The population is the Member States at the cut-off; `participants` adds the organizations, and
  States that are no Member States and have signed or deposited.
  A State is a party if it deposited by the cut-off, else a signatory if it signed by then.
  A record counts if it has as many fields as the heading, names a Member State, and came on or
  before the day of the cut-off. The latest of a State counts; of two alike, the one further on.
  An answer is in one of six states. not_asked: its column is not in the file. answered. unclear:
  a tick fits no choice. A blank is not_applicable where `relevant` is false, no_answer
  otherwise. did_not_reply: no record of that State counts.
  A blank or unclear answer equals nothing. An answer given though not applicable is an answer.
  The base of a question is the States that answered, that of an attribute the population.
  Shares are exact fractions; what is printed may be off by 1e-9 at most.

Exit status: 0 where everything agrees, 1 where anything differs or cannot be checked.
"""

import csv
import glob
import os
import re
import sys
import unicodedata
from collections import Counter, OrderedDict, defaultdict
from datetime import date, datetime
from fractions import Fraction

STATES = ["answered", "no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply"]
ATTRIBUTES = OrderedDict([
    ("response", ["replied", "did_not_reply"]),
    ("status", ["party", "signatory", "non_signatory"]),
    ("regional_group", []),  # as the register has them
    ("signature", ["signed", "not_signed"]),
    ("deposit", ["deposited", "not_deposited"]),
])
# How many Member States the United Nations had from a day on: an anchor outside the registers.
MEMBERSHIP = [("2000-11-01", 189), ("2002-09-10", 190), ("2002-09-27", 191),
              ("2006-06-28", 192), ("2011-07-14", 193)]
TOLERANCE = Fraction(1, 10**9)
SHOWN = 50


class CannotCheck(Exception):
    """Something is missing, or is written in a way that this check does not know."""


def known(mapping, allowed, where):
    """Refuses settings that this check would otherwise silently ignore."""
    for key in mapping:
        if key not in allowed:
            raise CannotCheck("%s: setting %r is not known to this check" % (where, key))


# ---------------------------------------------------------------------------------------- Text


def norm(text):
    """Text as it is matched: white space and case do not tell two texts apart."""
    return " ".join(text.split()).casefold()


def fold(text):
    """Text as names are matched and sorted: accents do not count either."""
    parts = unicodedata.normalize("NFKD", norm(text))
    return "".join(c for c in parts if not unicodedata.combining(c))


def read_csv(*path):
    """The rows of a UTF-8 CSV file with a heading; every row as long as the heading."""
    path = os.path.join(*path)
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    if not rows:
        raise CannotCheck("%s is empty" % path)
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(rows[0]):
            raise CannotCheck("%s: record %d has %d fields" % (path, number, len(row)))
    return [OrderedDict(zip(rows[0], row)) for row in rows[1:]]


def labels(row, prefix):
    """The texts of a row by language: `label::English (en)` or `name_en`, whatever the prefix."""
    found = {}
    for heading, text in row.items():
        match = re.fullmatch(re.escape(prefix) + r"(?:.*\()?([a-z]{2})\)?", heading)
        if match:
            found[match.group(1)] = text
    return found


# ---------------------------------------------------------------------------------------- YAML


def cut_comment(line):
    """A line without its comment; # within quotes, or without a blank before, is none."""
    quote = None
    for at, char in enumerate(line):
        if quote:
            quote = None if char == quote else quote
        elif char in "\"'" and (at == 0 or line[at - 1] in " [{,:"):
            quote = char
        elif char == "#" and (at == 0 or line[at - 1] == " "):
            return line[:at].rstrip()
    return line.rstrip()


def split_outside(text, separator):
    """Splits where the separator is in neither quotes nor brackets."""
    parts, depth, quote = [""], 0, None
    for char in text:
        if quote:
            quote = None if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
        if char == separator and depth == 0 and not quote:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def flow(text):
    """A value that stands on one line: [list], {map}, quoted or plain; always made of texts."""
    text = text.strip()
    if text[:1] == "[" and text[-1:] == "]":
        return [flow(part) for part in split_outside(text[1:-1], ",") if part.strip()]
    if text[:1] == "{" and text[-1:] == "}":
        pairs = (split_outside(part, ":") for part in split_outside(text[1:-1], ","))
        return {flow(pair[0]): flow(":".join(pair[1:])) for pair in pairs}
    if text[:1] in ("'", '"'):
        if len(text) < 2 or text[-1] != text[0] or "\\" in text:
            raise CannotCheck("YAML not understood: %s" % text)
        return text[1:-1]
    if text[:1] in ("|", ">", "&", "*", "!", "[", "{"):
        raise CannotCheck("YAML not understood: %s" % text)
    return text


def block(lines, indent):
    """The lines of one indentation as a map or a list; takes them off the front of `lines`."""
    result = [] if lines[0][1].startswith("- ") else {}
    while lines and lines[0][0] == indent:
        text = lines.pop(0)[1]
        if isinstance(result, list) != text.startswith("- "):
            raise CannotCheck("YAML not understood: %s" % text)
        if isinstance(result, list):
            inner = text[2:].lstrip()
            if re.match(r"[\w-]+:( |$)", inner):
                deeper = indent + len(text) - len(inner)
                lines.insert(0, (deeper, inner))
                result.append(block(lines, deeper))
            else:
                result.append(flow(inner))
            continue
        key, colon, value = text.partition(":")
        if not colon or flow(key) in result:
            raise CannotCheck("YAML not understood: %s" % text)
        nested = not value.strip() and lines and lines[0][0] > indent
        result[flow(key)] = block(lines, lines[0][0]) if nested else flow(value)
    if lines and lines[0][0] > indent:
        raise CannotCheck("YAML not understood: %s" % lines[0][1])
    return result


def read_yaml(*path):
    """The subset of YAML that definitions are written in; every scalar is a text."""
    with open(os.path.join(*path), encoding="utf-8-sig") as file:
        lines = [cut_comment(line.rstrip("\n")) for line in file]
    return block([(len(l) - len(l.lstrip()), l.strip()) for l in lines if l.strip()], 0)


# ---------------------------------------------------------------------------------- Conditions

TOKEN = re.compile(r"\s*(?:(\$\{\w+\})|'([^']*)'|\"([^\"]*)\"|(!=|=|\(|\)|,|\w+))")


def tokens_of(text):
    """The words of a condition."""
    found, at = [], 0
    text = text.strip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise CannotCheck("condition not understood: %s" % text)
        field, single, double, word = match.groups()
        literal = single if single is not None else double
        found.append(("field", field[2:-1]) if field
                     else ("word", word) if word else ("text", literal))
        at = match.end()
    return found


def holds(text, ticks_of):
    """Whether a condition holds; None where that rests on an unclear answer.

    `ticks_of` gives the codes of a question, () for a blank, None for what is unclear.
    """
    tokens = tokens_of(text)

    def take(*wanted):
        if tokens and tokens[0] in [("word", word) for word in wanted]:
            return tokens.pop(0)[1]
        return None

    def need(kind, value=None):
        if not tokens or tokens[0][0] != kind or value not in (None, tokens[0][1]):
            raise CannotCheck("condition not understood: %s" % text)
        return tokens.pop(0)[1]

    def term():
        if take("("):
            value = either()
            need("word", ")")
        elif take("not"):
            value = term()
            value = None if value is None else not value
        elif take("selected"):
            need("word", "(")
            ticks = ticks_of(need("field"))
            need("word", ",")
            value = need("text")
            value = None if ticks is None else value in ticks
            need("word", ")")
        else:
            ticks = ticks_of(need("field"))
            sign = take("=", "!=")
            if not sign:
                raise CannotCheck("condition not understood: %s" % text)
            value = need("text")
            value = None if ticks is None else (set(ticks) == {value}) == (sign == "=")
        return value

    def both():
        values = [term()]
        while take("and"):
            values.append(term())
        return False if False in values else None if None in values else True

    def either():
        values = [both()]
        while take("or"):
            values.append(both())
        return True if True in values else None if None in values else False

    value = either()
    if tokens:
        raise CannotCheck("condition not understood: %s" % text)
    return value


# ----------------------------------------------------------------------------------- Registers


class Register:
    """The facts about States as they were on one day, with names in one language."""

    def __init__(self, folder, day, language, treaty):
        self.day = day.isoformat()
        self.states = OrderedDict((row["iso3"], row) for row in read_csv(folder, "states.csv"))
        self.members = [code for code, row in self.states.items()
                        if row["kind"] == "state" and self.valid(row, "member_from", "member_to")]
        self.check_membership()
        self.read_names(
            read_csv(folder, "former-names.csv"), read_csv(folder, "state-names.csv"), language)
        self.read_groups(folder, language)
        actions = [row for row in read_csv(folder, "treaty-actions.csv")
                   if row["treaty"] == treaty]
        self.signed = {row["iso3"] for row in actions if self.by_then(row["signed"])}
        self.deposited = {row["iso3"] for row in actions if self.by_then(row["deposited"])}
        if any(row["withdrawn"] for row in actions):
            raise CannotCheck("withdrawals from %s" % treaty)
        self.others = [code for code, row in self.states.items() if row["kind"] == "organization"
                       or row["kind"] == "non_member" and code in self.signed | self.deposited]

    def check_membership(self):
        """A wrong population would be wrong on both sides, and nobody would see it."""
        wanted = [number for since, number in MEMBERSHIP if since <= self.day]
        if not wanted or len(self.members) != wanted[-1]:
            raise CannotCheck("%d Member States on %s" % (len(self.members), self.day))

    def valid(self, row, start="valid_from", end="valid_to"):
        """Periods are half-open, and blank where they do not end. ISO dates sort as texts."""
        return row[start] <= self.day and (not row[end] or self.day < row[end])

    def by_then(self, day):
        return day != "" and day <= self.day

    def read_names(self, former, others, language):
        """Names to print, and all names to recognize: each only while it held."""
        self.names = {code: row["name_" + language] for code, row in self.states.items()}
        self.by_name = defaultdict(set)
        for code in self.members:
            for name in labels(self.states[code], "name_").values():
                self.by_name[fold(name)].add(code)
        for row in former:
            if self.valid(row):
                self.by_name[fold(row["name"])].add(row["iso3"])
            if row["language"] == language and self.valid(row):
                self.names[row["iso3"]] = row["name"]
        for row in others:
            if row["kind"] != "abbreviation" and self.valid(row):
                self.by_name[fold(row["name"])].add(row["iso3"])

    def read_groups(self, folder, language):
        """The groups in the order of the register, and the group of every State in one."""
        self.groups = OrderedDict((row["code"], row["name_" + language])
                                  for row in read_csv(folder, "regional-groups.csv")
                                  if self.valid(row))
        self.group_of = {row["iso3"]: row["group"]
                         for row in read_csv(folder, "regional-group-members.csv")
                         if self.valid(row)}

    def find(self, text, by):
        """The Member State that a text stands for, or None."""
        if by == "name":
            found = self.by_name.get(fold(text), set())
        elif by in ("iso2", "iso3", "m49"):
            found = {c for c in self.members if norm(self.states[c][by]) == norm(text)}
        else:
            raise CannotCheck("unit by %r is not known to this check" % by)
        found = found & set(self.members)
        return found.pop() if len(found) == 1 else None

    def attributes(self, code, replied):
        """The five attributes of a State or an organization."""
        signed, party = code in self.signed, code in self.deposited
        return {
            "response": "replied" if replied else "did_not_reply",
            "status": "party" if party else "signatory" if signed else "non_signatory",
            "regional_group": self.group_of.get(code, "no_group"),
            "signature": "signed" if signed else "not_signed",
            "deposit": "deposited" if party else "not_deposited",
        }

    def codes(self, attribute, units):
        """The codes of an attribute; no_group only if any of the units is in none, so that the
        codes always part the units."""
        if attribute != "regional_group":
            return ATTRIBUTES[attribute]
        outside = any(unit not in self.group_of for unit in units)
        return list(self.groups) + (["no_group"] if outside else [])

    def sort(self, codes):
        """As lists are printed: by the alphabet, "the" counting like any other word."""
        return sorted(codes, key=lambda code: fold(self.names[code]))


# ---------------------------------------------------------------------------------------- Form


class Form:
    """The questions of survey.csv, each with its choices in order."""

    def __init__(self, folder, language):
        self.language = language
        self.choices = defaultdict(OrderedDict)   # list -> name -> row
        for row in read_csv(folder, "choices.csv"):
            self.choices[row["list_name"]][row["name"]] = row
        self.questions = OrderedDict()
        relevant = []
        for row in read_csv(folder, "survey.csv"):
            if row.get("since") or row.get("until"):
                raise CannotCheck("survey.csv: since and until are not known to this check")
            kind = row["type"].split()[:1]
            if kind == ["begin_group"]:
                relevant.append(row["relevant"])
            elif kind == ["end_group"]:
                relevant.pop()
            elif kind and kind[0] in ("select_one", "select_multiple", "text"):
                conditions = [c for c in relevant + [row["relevant"]] if c.strip()]
                self.questions[row["name"]] = dict(row, conditions=conditions)
            elif kind:
                raise CannotCheck("survey.csv: type %r is not known to this check" % row["type"])

    def kind(self, name):
        return self.questions[name]["type"].split()[0]

    def closed(self):
        return [name for name in self.questions if self.kind(name) != "text"]

    def label(self, name):
        return labels(self.questions[name], "label::").get(self.language)

    def choices_of(self, name):
        return self.choices[self.questions[name]["type"].split()[1]]

    def question_of(self, heading):
        """The question that a heading of an export stands for: its name, or a label of it."""
        for name, row in self.questions.items():
            texts = [name] + list(labels(row, "label::").values())
            if norm(heading) in [norm(text) for text in texts if text]:
                return name
        raise CannotCheck("column %r is no question" % heading)

    def choice(self, question, text):
        """The one choice that a tick stands for, or None."""
        found = {name for name, row in self.choices_of(question).items()
                 for known_as in [name] + list(labels(row, "label::").values())
                 if known_as and norm(known_as) == norm(text)}
        return found.pop() if len(found) == 1 else None

    def ticks(self, question, text, separator):
        """The choices of an answer; None where it is unclear."""
        if self.kind(question) == "text":
            return (text,) if text.strip() else ()
        several = self.kind(question) == "select_multiple"
        parts = text.split(separator) if several else [text]
        found = [self.choice(question, part) for part in parts if part.strip()]
        return None if None in found else tuple(found)


# ------------------------------------------------------------------------------------- Replies


MOMENT = re.compile(r"(\d+)[-/.](\d+)[-/.](\d+)(?:[T ](\d+):(\d+)(?::(\d+))?)?")


def parse_moment(text, order):
    """A day, perhaps with a time: ISO, or in the order that the source declares; else None."""
    match = MOMENT.fullmatch(text.strip())
    if not match:
        return None
    parts = match.groups("0")
    order = "ymd" if len(parts[0]) == 4 else order
    if not order:
        return None
    day = [int(parts[order.index(letter)]) for letter in "ymd"]
    try:
        return datetime(*day, *map(int, parts[3:]))
    except ValueError:
        return None


def records(folder, source):
    """Every whole record of the files of a source, as a map from its headings."""
    files = []
    for below in ("", "mended"):
        files += sorted(glob.glob(os.path.join(glob.escape(folder), below, source["file"])))
    if not files:
        raise CannotCheck("no file is named %s" % source["file"])
    encoding = source.get("encoding", "UTF-8")
    encoding = "utf-8-sig" if norm(encoding) == "utf-8" else encoding
    delimiter = source.get("delimiter", ",")
    delimiter = "\t" if delimiter == "tab" else delimiter
    for path in files:
        with open(path, encoding=encoding, newline="") as file:
            rows = csv.reader(file, delimiter=delimiter, strict=True)
            heading = next(rows)
            for row in rows:
                if len(row) == len(heading):
                    yield dict(zip(heading, row))


def column(record, heading):
    """The field below a heading, white space and case apart."""
    for name, text in record.items():
        if norm(name) == norm(heading):
            return text
    raise CannotCheck("there is no column %r" % heading)


def read_answers(record, source, form):
    """The answers of one record by question: None where unclear, () where blank."""
    beside = source.get("ignore", []) + [source["unit"]["column"],
                                         source["received"].get("column", ""),
                                         source.get("test-records", {}).get("column", "")]
    beside = {norm(heading) for heading in beside}
    no_answer = {norm(text) for text in source.get("no-answer", [])} | {""}
    answers = {}
    for heading, text in record.items():
        if norm(heading) in beside:
            continue
        question = source.get("columns", {}).get(heading) or form.question_of(heading)
        if question in answers:
            raise CannotCheck("two columns for %s" % question)
        blank = norm(text) in no_answer
        answers[question] = () if blank else form.ticks(question, text, source["separator"])
    return answers


def read_replies(folder, pipeline, form, register, cut_off):
    """The answers of every State whose reply counts: its latest one not after the cut-off."""
    latest = {}
    for source in pipeline["sources"]:
        known(source, ["file", "encoding", "delimiter", "unit", "received", "date-order",
                       "separator", "no-answer", "columns", "ignore", "test-records"], "sources")
        source.setdefault("separator", "; ")
        for record in records(folder, source):
            test = source.get("test-records")
            if test and norm(column(record, test["column"])) in map(norm, test["values"]):
                continue
            unit = register.find(column(record, source["unit"]["column"]), source["unit"]["by"])
            given = source["received"]
            text = given["date"] if "date" in given else column(record, given["column"])
            came = parse_moment(text, source.get("date-order"))
            in_time = came and came.date() <= cut_off
            if unit and in_time and latest.get(unit, (came,))[0] <= came:
                latest[unit] = (came, read_answers(record, source, form))
    return {unit: answers for unit, (_, answers) in latest.items()}


def correct(replies, form, folder):
    """Applies corrections.csv, whose values are names of choices, where `from` is what is there."""
    for row in read_csv(folder, "corrections.csv"):
        answers = replies.get(row["unit"], {})
        before = form.ticks(row["question"], row["from"], " ")
        if row["question"] in answers and answers[row["question"]] == before:
            answers[row["question"]] = form.ticks(row["question"], row["to"], " ")


# ---------------------------------------------------------------------------------- Collection


class Collection:
    """Everything read, and the two questions that tables ask of it: who, and in which state."""

    def __init__(self, registers, pipeline_folder, input_folder):
        pipeline = read_yaml(pipeline_folder, "pipeline.yaml")
        known(pipeline, ["title", "cut-off", "unit", "register", "language", "sources", "fail-on",
                         "rounding", "quantifiers"], "pipeline.yaml")
        if pipeline.get("unit") != "state":
            raise CannotCheck("this check is for collections whose unit is the State")
        cut_off = date.fromisoformat(pipeline["cut-off"])
        language = pipeline["language"]
        self.register = Register(registers, cut_off, language, pipeline["register"]["treaty"])
        self.form = Form(pipeline_folder, language)
        self.replies = read_replies(input_folder, pipeline, self.form, self.register, cut_off)
        correct(self.replies, self.form, pipeline_folder)
        self.attributes = {
            code: self.register.attributes(code, code in self.replies)
            for code in self.register.members + self.register.others}

    def ticks(self, unit, name):
        """The codes that a unit has for a question or an attribute."""
        if name in ATTRIBUTES:
            return (self.attributes[unit][name],)
        if name not in self.form.questions:
            raise CannotCheck("there is no question %r" % name)
        return self.replies.get(unit, {}).get(name) or ()

    def holds(self, unit, condition):
        return holds(condition, lambda name: self.ticks(unit, name))

    def state(self, unit, question):
        """Which of the six states the answer of a unit is in."""
        if unit not in self.replies:
            return "did_not_reply"
        answers = self.replies[unit]
        if question not in answers:
            return "not_asked"
        if answers[question] is None:
            return "unclear"
        if answers[question]:
            return "answered"
        def ticks(name):
            return None if self.state(unit, name) == "unclear" else self.ticks(unit, name)
        applies = [holds(c, ticks) for c in self.form.questions[question]["conditions"]]
        if False in applies:
            return "not_applicable"
        return "unclear" if None in applies else "no_answer"

    def units(self, population="units"):
        """Who is counted: the Member States; as `participants`, who else is in the treaty too."""
        if population not in ("units", "participants"):
            raise CannotCheck("population %r is not known to this check" % population)
        register = self.register
        return register.members + (register.others if population == "participants" else [])

    def codes(self, name, units):
        """The codes of a question or an attribute, in order."""
        if name in ATTRIBUTES:
            return self.register.codes(name, units)
        return list(self.form.choices_of(name))


# --------------------------------------------------------------------------------------- Tables


class Table:
    """One row variable of a table, with the settings that the plan leaves open filled in; `prefix`
    stands before its rows where the table stacks several."""

    def __init__(self, item, rows, collection, prefix=""):
        known(item, ["id", "each", "title", "rows", "columns", "base", "base-label", "where",
                     "population", "statistics", "lists", "states", "note", "layout"],
              "tables.yaml")
        self.collection, self.item, self.rows = collection, item, rows
        self.prefix = prefix
        self.id = item.get("id", rows)
        self.question = rows not in ATTRIBUTES
        self.base_rule = item.get("base", "answered" if self.question else "population")
        self.statistics = item.get("statistics", ["count", "percent"])
        if set(self.statistics) - {"count", "percent"}:
            raise CannotCheck("%s: only counts and percentages are known to this check" % self.id)
        self.units = collection.units(item.get("population", "units"))
        self.codes = collection.codes(rows, self.units)
        lists = item.get("lists", [])
        self.listed = self.codes if lists == "all" else lists
        self.states = item.get("states", "yes" if self.question else "no") == "yes"
        self.single = not self.question or collection.form.kind(rows) == "select_one"

    def population(self):
        """The units that the table counts; its columns are those of all units, whatever `where`."""
        where = self.item.get("where")
        return [u for u in self.units if not where or self.collection.holds(u, where)]

    def in_base(self, unit):
        """Whether a unit of the population is one that shares are of."""
        if self.base_rule == "population":
            return True
        if self.base_rule == "respondents":
            return unit in self.collection.replies
        if self.base_rule == "answered" and self.question:
            return self.collection.state(unit, self.rows) == "answered"
        if "$" in self.base_rule:
            return self.collection.holds(unit, self.base_rule)
        raise CannotCheck("%s: base %r is not known to this check" % (self.id, self.base_rule))

    def columns(self):
        """The total, then every code of every variable of the banner."""
        population = self.population()
        yield "", ".total", population
        for variable in self.item.get("columns", []):
            for code in self.collection.codes(variable, self.units):
                yield variable, code, [u for u in population
                                       if code in self.collection.ticks(u, variable)]

    def rows_in(self, units):
        """The rows of a column: answers with the base they are a share of, then mere counts."""
        base = [u for u in units if self.in_base(u)]
        for code in self.codes:
            yield code, [u for u in base if code in self.collection.ticks(u, self.rows)], len(base)
        yield ".base", base, None
        if self.states:
            for state in STATES[1:]:
                yield "." + state, [u for u in units
                                    if self.collection.state(u, self.rows) == state], None
            yield ".population", units, None


def prefix(row):
    """What stands before the name of a row in a table that stacks several variables."""
    return row[:row.rfind(":") + 1]


def plan(collection, folder):
    """The tables of tables.yaml; `each` stands for one a question."""
    tables = []
    for item in read_yaml(folder, "tables.yaml")["tables"]:
        each = collection.form.closed() if item.get("each") == "closed" else item.get("each")
        stacked = item["rows"] if isinstance(item.get("rows"), list) else []
        for rows in each or stacked or [item["rows"]]:
            tables.append(Table(item, rows, collection, rows + ":" if stacked else ""))
    return tables


def expected_cells(tables):
    """(table, row, column variable, column, statistic) -> (value, numerator, base)."""
    cells = {}
    for table in tables:
        for variable, column_code, units in table.columns():
            for row, counted, base in table.rows_in(units):
                address = (table.id, table.prefix + row, variable, column_code)
                cells[address + ("count",)] = (Fraction(len(counted)), len(counted), base)
                if row[0] != "." and "percent" in table.statistics:
                    share = Fraction(100 * len(counted), base) if base else None
                    cells[address + ("percent",)] = (share, len(counted), base)
    return cells


def expected_lists(tables):
    """(table, row, column) -> [(iso3, name)], in the order of printing."""
    lists = {}
    for table in tables:
        register = table.collection.register
        for _, column_code, units in table.columns():
            for row, counted, _ in table.rows_in(units):
                if row in table.listed and counted:
                    names = [(u, register.names[u]) for u in register.sort(counted)]
                    lists[(table.id, table.prefix + row, column_code)] = names
    return lists


def expected_states(collection):
    """(question, attribute, code) -> the six numbers and their sum."""
    units = collection.units()
    groups = [("", "", units)]
    for name in ATTRIBUTES:
        for code in collection.codes(name, units):
            groups.append((name, code, [u for u in units if code in collection.ticks(u, name)]))
    expected = {}
    for question in collection.form.questions:
        for name, code, group in groups:
            tally = Counter(collection.state(u, question) for u in group)
            expected[question, name, code] = [tally[s] for s in STATES] + [len(group)]
    return expected


# ------------------------------------------------------------------------------------ Comparing


def shown(value):
    """A value as a reader wants it: fractions as decimals, no Python brackets."""
    if isinstance(value, Fraction):
        return "%.12g" % value
    if isinstance(value, dict):
        return "; ".join("%s %r" % pair for pair in value.items())
    if isinstance(value, (tuple, list)):
        return " ".join(map(shown, value))
    return "no value" if value is None else str(value)


def first_difference(ours, theirs):
    """Of two lists that differ, what is too few, too many, or else first out of order."""
    missing = [entry for entry in ours if entry not in theirs]
    extra = [entry for entry in theirs if entry not in ours]
    if missing or extra:
        return missing, extra
    return next(([a], [b]) for a, b in zip(ours + ["the end"], theirs + ["the end"])
                if a != b)


class Checks:
    """Collects what was compared, by kind, and what differed."""

    def __init__(self):
        self.compared, self.differing = OrderedDict(), OrderedDict()
        self.lines = []

    def start(self, kind):
        self.kind = kind
        self.compared.setdefault(kind, 0)
        self.differing.setdefault(kind, 0)

    def equal(self, where, expected, published):
        """One comparison; `expected` is this check's own reading."""
        self.compared[self.kind] += 1
        if expected != published:
            self.differing[self.kind] += 1
            if self.kind == "lists" and "nothing" not in (expected, published):
                expected, published = first_difference(expected, published)
            self.lines.append("%s: %s: expected %s; published %s" % (
                self.kind, ", ".join(filter(None, where)),
                shown(expected) or "nothing", shown(published) or "nothing"))

    def same(self, expected, published, matches=None):
        """Two maps: every key must be on both sides, and its values alike."""
        for key in list(expected) + [k for k in published if k not in expected]:
            ours, theirs = expected.get(key, "nothing"), published.get(key, "nothing")
            if matches and "nothing" not in (ours, theirs) and matches(ours, theirs):
                theirs = ours
            self.equal(key, ours, theirs)

    def finish(self):
        """Prints the result; returns the exit status."""
        for line in self.lines[:SHOWN]:
            print(line)
        if len(self.lines) > SHOWN:
            print("… and %d more" % (len(self.lines) - SHOWN))
        for kind, number in self.compared.items():
            print("%s: %d compared, %d differ" % (kind, number, self.differing[kind]))
        empty = [kind for kind, number in self.compared.items() if not number]
        if empty:
            print("nothing to compare for: " + ", ".join(empty))
        failed = bool(self.lines or empty)
        print("oracle: " + ("failed" if failed else "ok"))
        return 1 if failed else 0


def unique(rows, key, what):
    """Rows by key; a key that comes twice would hide one of them."""
    found = OrderedDict()
    for row in rows:
        if key(row) in found:
            raise CannotCheck("%s has two rows for %s" % (what, ", ".join(key(row))))
        found[key(row)] = row
    return found


def cell_key(row):
    return (row["table"], row["row"], row["column_variable"], row["column"], row["statistic"])


def published_cell(row):
    """Value, numerator and base as numbers; a value is missing only where there is no base."""
    missing = row["value"] == "" and row["status"] == "no-base"
    if not missing and row["status"]:
        raise CannotCheck("status %r is not known to this check" % row["status"])
    value = None if missing else Fraction(row["value"])
    return value, int(row["numerator"]), int(row["base"]) if row["base"] else None


def alike(ours, theirs):
    """Numerator and base to the unit, the value within the tolerance."""
    if ours[1:] != theirs[1:] or (ours[0] is None) != (theirs[0] is None):
        return False
    return ours[0] is None or abs(ours[0] - theirs[0]) <= TOLERANCE


def group_lists(rows):
    """(table, row, column) -> [(iso3, name)], as they stand in lists.csv."""
    lists = OrderedDict()
    for row in rows:
        entries = lists.setdefault((row["table"], row["row"], row["column"]), [])
        entries.append((row["iso3"], row["name"]))
    return lists


def check_words(checks, tables, cells):
    """The words beside each figure: row variable, base, note, and labels of form and register."""
    by_rows = {(table.id, table.prefix): table for table in tables}
    checks.start("words")
    for key, row in cells.items():
        table = by_rows.get((row["table"], prefix(row["row"])))
        if not table:
            continue  # already reported as a cell that should not be there
        collection = table.collection
        wanted = {"row_variable": table.rows, "note": table.item.get("note", "")}
        if "base-label" in table.item:
            wanted["base_label"] = table.item["base-label"]
        code = row["row"][len(table.prefix):]
        if table.question and code[0] != ".":
            choice = collection.form.choices_of(table.rows).get(code, {})
            label = labels(choice, "label::").get(collection.form.language)
            above = collection.form.label(table.rows) + ": " if table.prefix else ""
            wanted["row_label"] = above + label
        if row["column"] in collection.register.groups:
            wanted["column_label"] = collection.register.groups[row["column"]]
        checks.equal(key, wanted, {field: row[field] for field in wanted})


def check_columns(checks, counts):
    """The codes of status and of regional_group part the population, so that they add up."""
    checks.start("column totals")
    sums = defaultdict(lambda: [0, 0])
    for (table, row, variable, _), (number, base) in counts.items():
        if variable in ("status", "regional_group"):
            sums[table, row, variable][0] += number
            sums[table, row, variable][1] += base or 0
    for (table, row, variable), added in sums.items():
        number, base = counts.get((table, row, "", ".total"), ("nothing", None))
        checks.equal((table, row, variable), tuple(added), (number, base or 0))


def check_list_lengths(checks, counts, lists):
    """A list has as many names as its cell counts, and a listed row has all its lists."""
    checks.start("list lengths")
    listed = {(table, row) for table, row, _ in lists}
    seen = set()
    for (table, row, variable, code), (number, _) in counts.items():
        if (table, row) in listed:
            seen.add((table, row, code))
            checks.equal((table, row, variable, code), number,
                         len(lists.get((table, row, code), [])))
    for key in lists:
        if key not in seen:
            checks.equal(key, "a cell", "none")


def check_sums(checks, tables, counts):
    """Answer rows add up to the base, and with the other states to the population."""
    by_rows = {(table.id, table.prefix): table for table in tables}
    addresses = defaultdict(dict)
    for (table, row, variable, code), (number, _) in counts.items():
        above = prefix(row)
        addresses[table, above, variable, code][row[len(above):]] = number
    for (table_id, above, variable, code), rows in addresses.items():
        table = by_rows.get((table_id, above))
        if not table:
            continue
        answers = sum(number for row, number in rows.items() if row[0] != ".")
        answered_base = table.question and table.base_rule == "answered"
        if table.single and (answered_base or not table.question):
            checks.start("answers and base")
            checks.equal((table_id, variable, code), answers, rows.get(".base"))
        whole = table.base_rule in ("population", "respondents")  # a condition leaves answers out
        if table.states and (answered_base or table.single and whole):
            checks.start("states and population")
            answered = rows.get(".base", 0) if answered_base else answers
            others = sum(rows.get("." + state, 0) for state in STATES[1:])
            checks.equal((table_id, variable, code), answered + others, rows.get(".population"))


def check_state_sums(checks, published):
    """The six states add up to the population, and the codes of an attribute to all units."""
    checks.start("answer states, sums")
    added = defaultdict(lambda: [0] * 7)
    for key, numbers in published.items():
        checks.equal(key, sum(numbers[:6]), numbers[6])
        if key[1]:
            added[key[:2]] = [a + b for a, b in zip(added[key[:2]], numbers)]
    for (question, attribute), numbers in added.items():
        checks.equal((question, attribute), numbers, published.get((question, "", ""), "nothing"))


def check(registers, pipeline_folder, input_folder, published_folder):
    """Runs every check; returns the exit status."""
    collection = Collection(registers, pipeline_folder, input_folder)
    tables = plan(collection, pipeline_folder)
    cells = unique(read_csv(published_folder, "machine", "cells.csv"), cell_key, "cells.csv")
    figures = OrderedDict((key, published_cell(row)) for key, row in cells.items())
    lists = group_lists(read_csv(published_folder, "machine", "lists.csv"))
    states = unique(read_csv(published_folder, "machine", "answer-states.csv"),
                    lambda row: (row["question"], row["attribute"], row["code"]),
                    "answer-states.csv")
    states = OrderedDict((key, [int(row[name]) for name in STATES + ["population"]])
                         for key, row in states.items())
    counts = {key[:4]: (figure[0], figure[2])
              for key, figure in figures.items() if key[4] == "count"}

    checks = Checks()
    checks.start("cells")
    checks.same(expected_cells(tables), figures, alike)
    checks.start("lists")
    checks.same(expected_lists(tables), lists)
    checks.start("answer states")
    checks.same(expected_states(collection), states)
    check_words(checks, tables, cells)
    check_columns(checks, counts)
    check_list_lengths(checks, counts, lists)
    check_sums(checks, tables, counts)
    check_state_sums(checks, states)
    return checks.finish()


def main(arguments):
    if len(arguments) != 4:
        print(__doc__.split("\n\n")[1].strip(), file=sys.stderr)
        return 1
    try:
        return check(*arguments)
    except (CannotCheck, OSError, LookupError, ValueError, csv.Error) as error:
        print("oracle: cannot check: %s: %s" % (type(error).__name__, error))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

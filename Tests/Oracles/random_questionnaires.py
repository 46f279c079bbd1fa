#!/usr/bin/env python3
"""Random questionnaires with random replies, and what must be counted for them.

    random_questionnaires.py generate SEED COUNT OUTDIR [REGISTERS] [--disputed]
    random_questionnaires.py expect OUTDIR/Pipelines/c0001 OUTDIR/Input/c0001 [REGISTERS]
    random_questionnaires.py check OUTDIR c0001...

`generate` writes collections `c0001`... below OUTDIR/Pipelines and OUTDIR/Input, the same bytes
for the same SEED. Every second collection counts States when REGISTERS is given; the caller
copies that folder to OUTDIR/Pipelines/registers. With --disputed there is also what the rules
settle but the program was seen to count otherwise, see DISPUTED below. `expect`
reads the files of one collection back and prints as JSON what must be counted; it knows nothing
of how they were generated. `check` compares that with
OUTDIR/Output/<collection>/published/{balance,answer-states,cells}.csv and exits with 1 where they
differ. Python 3.9, standard library only; no code of the program.

THE RULES

Matching of texts: after trimming, collapsing white space, folding case, making curly apostrophes
plain, typographic hyphens (U+2010 to U+2013, U+2212) '-' and full-width forms ASCII, and leaving out
what nobody sees (general category Cf). So it goes for answers, headings, units, declared no-answer
texts and the values of test records. An answer that is no text of a choice is one of that choice which
it is without the marks that end it and the quotes around it, or else without any such mark that stands
beside no digit. A cell of several ticks is split by the list of options, and where that gives nothing
by the separator.

Numbers have the decimal mark and the thousands mark of the source, which stands between groups of three
digits; one of the units of the question, with its factor, may stand before or behind.
What a source says under `answers` holds for that question instead.

A record takes the first fate that applies:

1. quarantined: fewer fields than the header, or more that are not blank, or a byte that does
   not decode;
2. test: the declared column has a declared value;
3. quarantined: the date of receipt cannot be decided;
4. quarantined: the unit is blank or unknown. For States: no State by that identifier, or one
   that is no Member State at the cut-off; a former or everyday name outside its period is
   that of the State that alone was ever called so. For units of a list: no code or name of units.csv,
   likewise, or one whose lines do not hold at the cut-off;
5. late: received on a day after the cut-off;
6. superseded: the same unit has a later one. A date without a time is 00:00:00; on a tie the
   later source in the order of the pipeline wins, then the later record;
7. accepted.

The population: for States the members at the cut-off (kind state, member_from <= day <
member_to); for a list the units whose line holds then; for respondents everyone with an accepted or a late record.

An answer of an accepted submission is

* not asked, where the source has no column for the question;
* not asked, where it is blank (or a declared no-answer text) and the version of the source lies
  outside since..until, both days included;
* otherwise, where it is blank: not applicable if `relevant`, its own and that of every group
  around it, does not hold; else no answer;
* answered, where the text fits, even if routing says that the question does not apply;
* unclear otherwise.

A choice that is not substantive is no part of the base: who answered nothing else is beside it. A choice
with since or until was offered to units whose source has a version in between, or none; its share is of
those, and of whoever chose it all the same.

A unit without an accepted submission did not reply. `or_other` adds the choice `other` and the
text question `<name>_other`, relevant where that choice is selected.

Conditions: XPath 1.0. A value that is not answered is the empty string. `=` and `!=` compare as
booleans if a side is one, else as numbers if a side is one, else as texts; `<` and its like as
numbers, except two ISO dates, which compare as dates. What is no number is NaN, for which `!=`
is true and every other comparison false. Corrections apply to accepted submissions, before
routing; one that finds something else than its `from` does nothing.

Left out of the generator because the rules above do not settle it: numbers with separators,
exponents, leading zeros or very many digits; dates without leading zeros; one choice ticked
twice; conditions that depend on the order of several ticks or on the spelling of a number; texts
that stand for two choices; today's name of a State that had another at the cut-off; a correction
of an answer that fits no code or that the source did not ask for.
"""

import csv
import datetime
import fnmatch
import io
import json
import math
import os
import random
import re
import sys
import unicodedata
from fractions import Fraction

STATES = ["answered", "no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply"]
FATES = ["records", "accepted", "quarantined", "superseded", "late", "test", "incomplete"]

# =====================================================================================
# What both halves share: nothing but the matching of texts and the calendar.
# =====================================================================================


def fold(text):
    """The form in which texts are matched."""
    text = re.sub("[\u2010-\u2013\u2212]", "-", text)
    text = re.sub("[\u2018\u2019]", "'", text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = re.sub("[\uff01-\uff5e]", lambda c: chr(ord(c.group()) - 0xFEE0), text)
    return " ".join(text.split()).casefold()


def iso_date(text):
    """The date that an ISO text names, or None."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return datetime.date(int(text[:4]), int(text[5:7]), int(text[8:]))
    except ValueError:
        return None


# =====================================================================================
# Expect: answers that are written otherwise
# =====================================================================================

ENDS, QUOTES = ".,;:!。،؛、", "\"'“”„‟«»‹›‚"
MARKS = set(ENDS + QUOTES + "-—―¡·") - {"'"}


def undressed(folded):
    """The text without the marks that end it and the quotes around it."""
    return folded.rstrip(" " + ENDS + QUOTES).lstrip(" " + QUOTES)


def bare(folded):
    """The text without marks that stand beside no digit."""
    text = list(undressed(folded))
    for i, c in enumerate(text):
        if c in MARKS:
            before, after = "".join(text[:i]).rstrip()[-1:], "".join(text[i + 1:]).lstrip()[:1]
            if not before.isnumeric() and not after.isnumeric():
                text[i] = " "
    return " ".join("".join(text).split())


def exact(folded, decimal, thousands):
    """The number that a text is, or None."""
    folded = "".join(str(unicodedata.decimal(c, c)) for c in folded)
    whole = "[0-9]+"
    if thousands:
        mark = re.escape(thousands)
        whole = "(?:[0-9]+|[0-9]{1,3}(?:%s[0-9]{3})+)" % mark
    match = re.fullmatch("(-?)(%s)?(?:%s([0-9]{1,6}))?" % (whole, re.escape(decimal)), folded)
    if not match or not (match.group(2) or match.group(3)):
        return None
    digits = (match.group(2) or "0").replace(thousands or "\0", "")
    number = Fraction(int(digits)) + Fraction(int(match.group(3) or 0), 10 ** len(match.group(3) or ""))
    return -number if match.group(1) else number


def shortest(number):
    """A number as it is written, or None where it has more than six decimals."""
    millionths = number * 10**6
    if millionths.denominator != 1:
        return None
    text = "%d.%06d" % divmod(abs(int(millionths)), 10**6)
    return ("-" if number < 0 else "") + text.rstrip("0").rstrip(".")


# =====================================================================================
# Expect: reading definitions
# =====================================================================================


class MiniYAML:
    """The part of YAML that definitions use: block mappings and lists, flow collections,
    plain and quoted scalars, comments. Every scalar is a text."""

    def __init__(self, text):
        self.lines = []
        for raw in text.splitlines():
            line = self.without_comment(raw).rstrip()
            if line.strip():
                self.lines.append((len(line) - len(line.lstrip(" ")), line.strip()))
        self.at = 0

    @staticmethod
    def without_comment(line):
        quote = None
        for i, c in enumerate(line):
            if quote:
                if c == "\\" and quote == '"':
                    continue
                if c == quote and not (quote == '"' and line[i - 1] == "\\"):
                    quote = None
            elif c in "\"'" and (i == 0 or line[i - 1] in " [{,:"):
                quote = c
            elif c == "#" and (i == 0 or line[i - 1] == " "):
                return line[:i]
        return line

    def read(self):
        return self.block(self.lines[0][0]) if self.lines else {}

    def block(self, indent):
        if self.lines[self.at][1].startswith("- "):
            items = []
            while self.at < len(self.lines):
                depth, text = self.lines[self.at]
                if depth != indent or not text.startswith("- "):
                    break
                inner = text[2:].lstrip()
                if re.match(r"""("[^"]*"|'[^']*'|[^\s\[{"'][^:]*):(\s|$)""", inner):
                    self.lines[self.at] = (indent + len(text) - len(inner), inner)
                    items.append(self.block(self.lines[self.at][0]))
                else:
                    self.at += 1
                    items.append(Flow(inner).read())
            return items
        result = {}
        while self.at < len(self.lines):
            depth, text = self.lines[self.at]
            if depth != indent or text.startswith("- "):
                break
            key, rest = self.key(text)
            self.at += 1
            if rest:
                result[key] = Flow(rest).read()
            elif self.at < len(self.lines) and (
                self.lines[self.at][0] > indent
                or (self.lines[self.at][0] == indent and self.lines[self.at][1].startswith("- "))
            ):
                result[key] = self.block(self.lines[self.at][0])
            else:
                result[key] = ""
        return result

    @staticmethod
    def key(text):
        if text[0] in "\"'":
            flow = Flow(text)
            key = flow.quoted()
            return key, text[flow.at :].lstrip()[1:].strip()
        key, _, rest = text.partition(":")
        return key.strip(), rest.strip()


class Flow:
    """One flow value: a scalar, a list in brackets or a mapping in braces."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def read(self):
        if self.text[0] in "[{\"'":
            return self.value("")
        return self.text

    def blanks(self):
        while self.at < len(self.text) and self.text[self.at] in " \t":
            self.at += 1

    def quoted(self):
        if self.text[self.at] == '"':
            value, length = json.JSONDecoder(strict=False).raw_decode(self.text[self.at :])
            self.at += length
            return value
        end = self.at + 1
        while self.text[end] != "'" or self.text[end : end + 2] == "''":
            end += 2 if self.text[end] == "'" else 1
        value = self.text[self.at + 1 : end].replace("''", "'")
        self.at = end + 1
        return value

    def value(self, stops):
        self.blanks()
        c = self.text[self.at]
        if c in "\"'":
            return self.quoted()
        if c == "[":
            self.at += 1
            items = []
            self.blanks()
            while self.text[self.at] != "]":
                items.append(self.value(",]"))
                self.blanks()
                if self.text[self.at] == ",":
                    self.at += 1
                self.blanks()
            self.at += 1
            return items
        if c == "{":
            self.at += 1
            result = {}
            self.blanks()
            while self.text[self.at] != "}":
                key = self.value(":")
                self.blanks()
                self.at += 1
                result[key] = self.value(",}")
                self.blanks()
                if self.text[self.at] == ",":
                    self.at += 1
                self.blanks()
            self.at += 1
            return result
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in stops:
            self.at += 1
        return self.text[start : self.at].strip()


def read_yaml(path):
    with open(path, encoding="utf-8-sig") as file:
        return MiniYAML(file.read()).read()


def read_table(path):
    """The rows of a definition as dictionaries; a cell that is missing is blank."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [
            {k: (v or "") for k, v in row.items() if k is not None}
            for row in csv.DictReader(file)
        ]


def labels(row):
    return [v for k, v in row.items() if (k == "label" or k.startswith("label::")) and v.strip()]


# =====================================================================================
# Expect: conditions
# =====================================================================================

TOKEN = re.compile(
    r"""\s*(?:(?P<ref>\$\{\s*(?P<name>[^}]*?)\s*\})|(?P<text>"[^"]*"|'[^']*')
    |(?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)|(?P<op>!=|<=|>=|=|<|>|\(|\)|,|-|\.)
    |(?P<word>[A-Za-z][A-Za-z0-9_.-]*))""",
    re.X,
)


class Condition:
    """A condition as nested tuples; precedence as in XPath 1.0."""

    def __init__(self, text):
        self.tokens = []
        at = 0
        text = text.rstrip()
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise ValueError("cannot read %r at %d" % (text, at))
            at = match.end()
            for kind in ("ref", "text", "number", "op", "word"):
                if match.group(kind) is not None:
                    value = match.group("name") if kind == "ref" else match.group(kind)
                    self.tokens.append((kind, value))
                    break
        self.tokens.append(("end", ""))
        self.at = 0
        self.tree = self.disjunction()
        if self.tokens[self.at][0] != "end":
            raise ValueError("text after the end of %r" % text)

    def accept(self, kind, *values):
        token = self.tokens[self.at]
        if token[0] == kind and (not values or token[1] in values):
            self.at += 1
            return token[1]
        return None

    def need(self, kind, value):
        if self.accept(kind, value) is None:
            raise ValueError("expected %s" % value)

    def disjunction(self):
        left = self.conjunction()
        while self.accept("word", "or"):
            left = ("or", left, self.conjunction())
        return left

    def conjunction(self):
        left = self.equality()
        while self.accept("word", "and"):
            left = ("and", left, self.equality())
        return left

    def equality(self):
        left = self.relation()
        while True:
            op = self.accept("op", "=", "!=")
            if not op:
                return left
            left = (op, left, self.relation())

    def relation(self):
        left = self.unary()
        while True:
            op = self.accept("op", "<", "<=", ">", ">=")
            if not op:
                return left
            left = (op, left, self.unary())

    def unary(self):
        if self.accept("op", "-"):
            return ("negative", self.unary())
        return self.primary()

    def primary(self):
        kind, value = self.tokens[self.at]
        self.at += 1
        if kind == "ref":
            return ("ref", value)
        if kind == "text":
            return ("value", value[1:-1])
        if kind == "number":
            return ("value", float(value))
        if kind == "op" and value == ".":
            return ("ref", ".")
        if kind == "op" and value == "(":
            inner = self.disjunction()
            self.need("op", ")")
            return inner
        if kind == "word":
            self.need("op", "(")
            arguments = []
            while not self.accept("op", ")"):
                if arguments:
                    self.need("op", ",")
                arguments.append(self.disjunction())
            return ("call", value, arguments)
        raise ValueError("cannot read %r" % value)


def to_number(value):
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    if re.fullmatch(r"[ \t\r\n]*-?([0-9]+(\.[0-9]*)?|\.[0-9]+)[ \t\r\n]*", value):
        return float(value)
    return math.nan


def to_boolean(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return value != ""


def evaluate(tree, values):
    """The value of a condition: a text, a number or a boolean."""
    kind = tree[0]
    if kind == "ref":
        return values[tree[1]]
    if kind == "value":
        return tree[1]
    if kind == "negative":
        return -to_number(evaluate(tree[1], values))
    if kind == "call":
        name, arguments = tree[1], [evaluate(a, values) for a in tree[2]]
        if name in ("true", "false") and not arguments:
            return name == "true"
        if name == "not" and len(arguments) == 1:
            return not to_boolean(arguments[0])
        if name == "selected" and len(arguments) == 2:
            return arguments[1] in arguments[0].split()
        if name == "count-selected" and len(arguments) == 1:
            return float(len(arguments[0].split()))
        raise ValueError("no function %s with %d arguments" % (name, len(arguments)))
    if kind == "and":
        return to_boolean(evaluate(tree[1], values)) and to_boolean(evaluate(tree[2], values))
    if kind == "or":
        return to_boolean(evaluate(tree[1], values)) or to_boolean(evaluate(tree[2], values))
    return compare(kind, evaluate(tree[1], values), evaluate(tree[2], values))


def truth(tree, values, unclear):
    """Whether a condition holds; None where that rests on an unclear answer (Kleene's logic)."""
    kind = tree[0]
    if kind == "call" and tree[1] == "not":
        inner = truth(tree[2][0], values, unclear)
        return None if inner is None else not inner
    if kind in ("and", "or"):
        return conjunction([truth(part, values, unclear) for part in tree[1:3]], kind == "or")
    is_known = tree[1] not in unclear if kind == "ref" else not any(
        is_open(part, values, unclear) for part in parts_of(tree))
    return to_boolean(evaluate(tree, values)) if is_known else None


def is_open(tree, values, unclear):
    """Whether the value of a part rests on an unclear answer."""
    if tree[0] == "ref":
        return tree[1] in unclear
    if tree[0] in ("and", "or") or tree[:2] == ("call", "not"):
        return truth(tree, values, unclear) is None
    return any(is_open(part, values, unclear) for part in parts_of(tree))


def parts_of(tree):
    return [part for part in (tree[2] if tree[0] == "call" else tree[1:])
            if isinstance(part, tuple)]


def conjunction(truths, deciding=False):
    if deciding in truths:
        return deciding
    return None if None in truths else not deciding


def references(tree):
    if tree[0] == "ref":
        return {tree[1]}
    parts = tree[2] if tree[0] == "call" else tree[1:]
    return set().union(*[references(part) for part in parts if isinstance(part, tuple)])


def compare(op, left, right):
    if op in ("=", "!="):
        if isinstance(left, bool) or isinstance(right, bool):
            left, right = to_boolean(left), to_boolean(right)
        elif isinstance(left, float) or isinstance(right, float):
            left, right = to_number(left), to_number(right)
        return (left == right) == (op == "=")
    dates = [iso_date(v) if isinstance(v, str) else None for v in (left, right)]
    if None not in dates:
        left, right = dates
    else:
        left, right = to_number(left), to_number(right)
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[op]


# =====================================================================================
# Expect: the form
# =====================================================================================


class Question:
    def __init__(self, name, kind, row, conditions, choices, offers=None):
        self.name = name
        self.kind = kind  # select_one, select_multiple, integer, decimal, date, text
        self.labels = labels(row)
        self.conditions = conditions
        self.choices = choices  # [(name, {folded texts})]
        self.offers = offers or {}  # {name: (is substantive, since, until)}
        self.units = []
        for unit in row.get("units", "").split("|"):
            text, _, factor = unit.partition("=")
            if text.strip():
                self.units.append((fold(text), Fraction(factor.strip() or 1)))
        self.since = iso_date(row.get("since", ""))
        self.until = iso_date(row.get("until", ""))

    def asked_in(self, version):
        if version is None:
            return True
        return not (
            (self.since and version < self.since) or (self.until and version > self.until)
        )

    def is_substantive(self, name):
        return self.offers.get(name, (True,))[0]

    def is_offered(self, name, version):
        if name not in self.offers or version is None:
            return True
        _, since, until = self.offers[name]
        return not ((since and version < since) or (until and version > until))

    def is_relevant(self, values, unclear):
        """None where an unclear answer leaves it open."""
        return conjunction([truth(c.tree, values, unclear) for c in self.conditions])

    def read(self, text, ways):
        """The value that a text stands for, or None where it fits nothing."""
        if self.kind == "text":
            return text.strip()
        if self.kind in ("integer", "decimal"):
            return self.number(fold(text), ways)
        if self.kind == "date":
            day = read_date(text.strip(), ways.get("date-order"))
            return day.isoformat() if day else None
        folded = fold(text)
        if self.kind == "select_one":
            return self.choice(folded)
        ticks = self.ticks(folded, ways.get("separator", "; "))
        if ticks is None:
            return None
        return " ".join(name for name, _ in self.choices if name in ticks)

    def number(self, folded, ways):
        """The number that a text is in the unit of the question."""
        marks = ways.get("decimal-mark", "."), fold_mark(ways.get("thousands-mark"))
        found = [exact(folded, *marks)]
        for unit, factor in self.units:
            rest = None
            if folded.endswith(unit):
                rest = folded[: -len(unit)].strip()
            elif folded.startswith(unit):
                rest = folded[len(unit) :].strip()
            number = exact(rest, *marks) if rest else None
            found.append(None if number is None else number * factor)
        found = [shortest(number) for number in found if number is not None]
        found = [text for text in found if text is not None]
        if len(found) != 1 or (self.kind == "integer" and "." in found[0]):
            return None
        return found[0]

    def choice(self, folded):
        """The one choice that a text means, or None."""
        for change in (lambda t: t, undressed):
            fitting = [name for name, texts in self.choices if change(folded) in texts]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        fitting = [name for name, texts in self.choices
                   if bare(folded) and bare(folded) in {bare(text) for text in texts}]
        return fitting[0] if len(fitting) == 1 else None

    def ticks(self, folded, separator):
        """The choices that a text is made of, or None."""
        found = self.readings(folded, separator)
        if found:
            return set(next(iter(found))) if len(found) == 1 else None
        mark = fold(separator) if separator.strip() else " "
        parts = folded.split(mark)
        if not parts[-1].strip():
            parts.pop()
        names = {self.choice(part.strip()) for part in parts}
        return None if None in names else names or None

    def readings(self, folded, separator):
        """All sets of choices that a text can be made of."""
        mark = re.compile(
            r"\s+" if not separator.strip() else r"\s*%s\s*" % re.escape(fold(separator))
        )
        found = set()

        def walk(at, chosen):
            for name, texts in self.choices:
                for text in texts:
                    if not folded.startswith(text, at):
                        continue
                    end = at + len(text)
                    if end == len(folded):
                        found.add(frozenset(chosen | {name}))
                        continue
                    match = mark.match(folded, end)
                    if match and match.end() < len(folded):
                        walk(match.end(), chosen | {name})

        walk(0, frozenset())
        return found


def fold_mark(text):
    """A thousands mark as texts have it once they are folded."""
    return None if text is None else fold(text) or " "


def read_date(text, order):
    day = iso_date(text)
    if day or not order:
        return day
    match = re.fullmatch(r"([0-9]{2})/([0-9]{2})/([0-9]{4})", text)
    if order == "ymd":
        match = re.fullmatch(r"([0-9]{4})/([0-9]{2})/([0-9]{2})", text)
    if not match:
        return None
    parts = dict(zip(order, (int(g) for g in match.groups())))
    try:
        return datetime.date(parts["y"], parts["m"], parts["d"])
    except ValueError:
        return None


def read_moment(text, order):
    """The moment of receipt, or None."""
    text = text.strip()
    match = re.fullmatch(r"(\S+)[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?", text)
    time = datetime.time()
    if match:
        text = match.group(1)
        try:
            time = datetime.time(*(int(g or 0) for g in match.groups()[1:]))
        except ValueError:
            return None
    day = read_date(text, order)
    return datetime.datetime.combine(day, time) if day else None


def read_form(folder):
    lists, offers = {}, {}
    for row in read_table(os.path.join(folder, "choices.csv")):
        offers.setdefault(row["list_name"], {})[row["name"]] = (
            row.get("substantive") != "no", iso_date(row.get("since", "")),
            iso_date(row.get("until", "")))
        texts = [row["name"]] + labels(row) + row.get("synonyms", "").split("|")
        lists.setdefault(row["list_name"], []).append(
            (row["name"], {fold(t) for t in texts if t.strip()})
        )
    form, groups = [], []
    for row in read_table(os.path.join(folder, "survey.csv")):
        words = row["type"].split()
        if not words:
            continue
        own = [Condition(row["relevant"])] if row.get("relevant", "").strip() else []
        if words[0] == "begin_group":
            groups.append(own)
        elif words[0] == "end_group":
            groups.pop()
        elif words[0] in ("integer", "decimal", "date", "text", "select_one", "select_multiple"):
            around = [c for group in groups for c in group]
            choices = None
            if words[0].startswith("select"):
                choices = list(lists[words[1]])
                if "or_other" in words and not any(n == "other" for n, _ in choices):
                    choices.append(("other", {"other"}))
            form.append(Question(row["name"], words[0], row, around + own, choices,
                                 offers[words[1]] if choices else None))
            if "or_other" in words:
                bare = {k: v for k, v in row.items() if not k.startswith("label")}
                other = Condition("selected(${%s}, 'other')" % row["name"])
                form.append(Question(row["name"] + "_other", "text", bare, around + [other], None))
    return form


# =====================================================================================
# Expect: registers
# =====================================================================================


class States:
    """The States as at a day."""

    def __init__(self, folder, day, treaty):
        self.day = day
        rows = read_table(os.path.join(folder, "states.csv"))
        self.members = [
            r["iso3"]
            for r in rows
            if r["kind"] == "state" and self.within(r["member_from"], r["member_to"])
        ]
        self.by = {"iso2": {}, "iso3": {}, "m49": {}, "name": {}}
        for r in rows:
            for key in ("iso2", "iso3", "m49"):
                if r[key]:
                    self.by[key][fold(r[key])] = r["iso3"]
            for key in r:
                if key.startswith("name_"):
                    self.by["name"][fold(r[key])] = r["iso3"]
        others = {}
        for file in ("former-names.csv", "state-names.csv"):
            for r in read_table(os.path.join(folder, file)):
                if self.within(r["valid_from"], r["valid_to"]):
                    self.by["name"][fold(r["name"])] = r["iso3"]
                elif r.get("kind") != "abbreviation":
                    others.setdefault(fold(r["name"]), set()).add(r["iso3"])
        for name, whose in others.items():
            if len(whose) == 1:
                self.by["name"].setdefault(name, *whose)
        groups = {
            r["iso3"]: r["group"]
            for r in read_table(os.path.join(folder, "regional-group-members.csv"))
            if self.within(r["valid_from"], r["valid_to"])
        }
        actions = {
            r["iso3"]: r
            for r in read_table(os.path.join(folder, "treaty-actions.csv"))
            if r["treaty"] == treaty
        }
        self.attributes = {}
        for iso3 in self.members:
            action = actions.get(iso3, {"signed": "", "deposited": ""})
            status = "non_signatory"
            if self.past(action["deposited"]):
                status = "party"
            elif self.past(action["signed"]):
                status = "signatory"
            self.attributes[iso3] = {
                "status": status,
                "regional_group": groups.get(iso3, "no_group"),
                "signature": "signed" if self.past(action["signed"]) else "not_signed",
                "deposit": "deposited" if self.past(action["deposited"]) else "not_deposited",
            }

    def past(self, day):
        return bool(day) and iso_date(day) <= self.day

    def within(self, start, end):
        return (not start or iso_date(start) <= self.day) and (
            not end or self.day < iso_date(end)
        )

    def find(self, text, by):
        iso3 = self.by[by].get(fold(text))
        return iso3 if iso3 in self.attributes else None


class Units:
    """The units of units.csv as at a day."""

    def __init__(self, folder, day, names):
        self.attributes, held, others = {}, {"code": {}, "name": {}}, {"code": {}, "name": {}}
        for row in read_table(os.path.join(folder, "units.csv")):
            since, until = iso_date(row["valid_from"]), iso_date(row["valid_to"])
            holds = not (since and day < since) and not (until and until <= day)
            for by in ("code", "name"):
                (held if holds else others)[by].setdefault(fold(row[by]), set()).add(row["code"])
            if holds:
                self.attributes[row["code"]] = {
                    name: row[name] or name + "_not_specified" for name in names}
        self.members = list(self.attributes)
        self.by = {by: dict(others[by], **held[by]) for by in held}

    def find(self, text, by):
        found = self.by[by].get(fold(text), set())
        return next(iter(found)) if len(found) == 1 and found <= set(self.members) else None


# =====================================================================================
# Expect: records
# =====================================================================================


class Record:
    def __init__(self, fate, unit=None, moment=None, cells=None, source=None):
        self.fate = fate
        self.unit = unit
        self.moment = moment
        self.cells = cells  # {question name: text}
        self.source = source


def read_csv_bytes(path, delimiter):
    """The records of a file as lists of bytes."""
    with open(path, "rb") as file:
        data = file.read()
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    text = io.StringIO(data.decode("latin-1"), newline="")
    return [
        [cell.encode("latin-1") for cell in row]
        for row in csv.reader(text, delimiter=delimiter, strict=True)
        if row
    ]


def read_records(source, path, form, pipeline, states):
    delimiter = source.get("delimiter", ",")
    delimiter = "\t" if delimiter == "tab" else delimiter
    encoding = source.get("encoding", "UTF-8")
    codec = {"utf-8": "utf-8", "windows-1252": "cp1252"}[encoding.lower()]
    rows = read_csv_bytes(path, delimiter)
    header = [cell.decode(codec) for cell in rows[0]]
    # Blank cells beyond the header are a file's habit where most of its first records have them.
    first = [len(row) for row in rows[1:40] if any(row)]
    usual = max([n for n in set(first) if first.count(n) * 2 > len(first) and n > len(header)],
                default=len(header))
    column = {fold(heading): i for i, heading in enumerate(header)}
    ignored = {fold(t) for t in source.get("ignore", [])}
    meant = {fold(h): q for h, q in source.get("columns", {}).items()}
    columns = {}
    for heading, i in column.items():
        if heading in ignored:
            continue
        for question in form:
            if meant.get(heading) == question.name or (
                heading not in meant
                and heading in {fold(t) for t in question.labels + [question.name]}
            ):
                columns[question.name] = i
    tests = source.get("test-records")
    test_values = {fold(v) for v in tests["values"]} if tests else set()
    received = source["received"]
    unit = source["unit"]
    records = []
    for row in rows[1:]:
        extra = row[len(header):]
        if len(row) not in (len(header), usual) or b"".join(extra).strip(b" \t"):
            records.append(Record("quarantined"))
            continue
        try:
            cells = [cell.decode(codec) for cell in row]
        except UnicodeDecodeError:
            records.append(Record("quarantined"))
            continue
        if tests and fold(cells[column[fold(tests["column"])]]) in test_values:
            records.append(Record("test"))
            continue
        if "column" in received:
            text = cells[column[fold(received["column"])]]
            moment = read_moment(text, source.get("date-order"))
        else:
            moment = read_moment(received["date"], None)
        if moment is None:
            records.append(Record("quarantined"))
            continue
        text = cells[column[fold(unit["column"])]]
        by = unit.get("by", "code" if pipeline["unit"] == "listed" else "name")
        who = states.find(text, by) if states else fold(text) or None
        if who is None:
            records.append(Record("quarantined"))
            continue
        late = moment.date() > iso_date(pipeline["cut-off"])
        answers = {name: cells[i] for name, i in columns.items()}
        records.append(Record("late" if late else "open", who, moment, answers, source))
    return records


# =====================================================================================
# Expect: answers and counts
# =====================================================================================


def judge(record, form, corrections, states):
    """{question: (state, value)} of an accepted record."""
    source = record.source
    found = {}
    for question in form:
        ways = dict(source, **source.get("answers", {}).get(question.name, {}))
        nothing = {fold(t) for t in ways.get("no-answer", [])} | {""}
        if question.name not in record.cells:
            found[question.name] = ("not_asked", "", "")
            continue
        text = record.cells[question.name]
        if fold(text) in nothing:
            found[question.name] = ("blank", "", "")
            continue
        value = question.read(text, ways)
        if value is None:
            found[question.name] = ("unclear", "", text.strip())
        else:
            found[question.name] = ("answered", value, value)
    for row in corrections:
        who = fold(row["unit"]) if states is None else row["unit"]
        if who != record.unit:
            continue
        state, _, stands = found[row["question"]]
        if state == "not_asked" or stands != row["from"].strip():
            continue
        to = row["to"].strip()
        if to:
            question = next(q for q in form if q.name == row["question"])
            value = question.read(to, {"separator": " "})
            if value is None:
                raise ValueError("a correction to %r, which fits nothing" % to)
            found[row["question"]] = ("answered", value, value)
        else:
            found[row["question"]] = ("blank", "", "")
    values = {n: (v if s == "answered" else "") for n, (s, v, _) in found.items()}
    version = iso_date(source.get("version", ""))
    unclear = {n for n, (s, _, _) in found.items() if s == "unclear"}
    answers = {}
    for question in form:
        state, value, _ = found[question.name]
        if state == "blank":
            if not question.asked_in(version):
                state = "not_asked"
            else:
                leads = question.is_relevant(values, unclear)
                state = {True: "no_answer", False: "not_applicable", None: "unclear"}[leads]
                unclear |= {question.name} if leads is None else set()
        answers[question.name] = (state, value)
    return answers


def expect(pipeline_folder, input_folder, registers=None):
    """What must be counted for a collection."""
    pipeline = read_yaml(os.path.join(pipeline_folder, "pipeline.yaml"))
    form = read_form(pipeline_folder)
    states = None
    if pipeline["unit"] == "state":
        registers = registers or os.path.join(os.path.dirname(pipeline_folder), "registers")
        treaty = pipeline["register"]["treaty"]
        states = States(registers, iso_date(pipeline["cut-off"]), treaty)
    own = [attribute["name"] for attribute in pipeline.get("attributes", [])]
    if own:
        listed = Units(pipeline_folder, iso_date(pipeline["cut-off"]), own)
        for unit in states.members if states else []:
            nothing = {name: name + "_not_specified" for name in own}
            states.attributes[unit].update(listed.attributes.get(unit, nothing))
        states = states or listed
    records = []
    for source in pipeline["sources"]:
        for name in sorted(os.listdir(input_folder)):
            if fnmatch.fnmatchcase(name, source["file"]):
                path = os.path.join(input_folder, name)
                records += read_records(source, path, form, pipeline, states)
    last = {}
    for position, record in enumerate(records):
        if record.fate == "open":
            key = (record.moment, position)
            if record.unit not in last or key > last[record.unit]:
                last[record.unit] = key
    for position, record in enumerate(records):
        if record.fate == "open":
            wins = last[record.unit][1] == position
            record.fate = "accepted" if wins else "superseded"
    balance = {fate: sum(1 for r in records if r.fate == fate) for fate in FATES}
    balance["records"] = len(records)

    path = os.path.join(pipeline_folder, "corrections.csv")
    corrections = read_table(path) if os.path.exists(path) else []
    answers = {
        r.unit: judge(r, form, corrections, states) for r in records if r.fate == "accepted"
    }
    if states:
        units = {unit: dict(states.attributes[unit]) for unit in states.members}
    else:
        units = {r.unit: {} for r in records if r.fate in ("accepted", "late")}
    for unit, attributes in units.items():
        attributes["response"] = "replied" if unit in answers else "did_not_reply"

    versions = {r.unit: iso_date(r.source.get("version", ""))
                for r in records if r.fate == "accepted"}
    silent = {q.name: ("did_not_reply", "") for q in form}

    def codes(unit, variable):
        if variable in units[unit]:
            return [units[unit][variable]]
        return answers.get(unit, silent)[variable][1].split()

    answer_states = {}
    for question in form:
        table = answer_states[question.name] = {}
        for unit in units:
            state = answers.get(unit, silent)[question.name][0]
            groups = [""] + ["%s/%s" % pair for pair in units[unit].items()]
            for group in groups:
                row = table.setdefault(group, dict.fromkeys(STATES + ["population"], 0))
                row[state] += 1
                row["population"] += 1
        if not units:
            table[""] = dict.fromkeys(STATES + ["population"], 0)

    closed = {q.name: q for q in form if q.choices}
    tables = []
    for item in read_yaml(os.path.join(pipeline_folder, "tables.yaml"))["tables"]:
        if "each" in item and not {"base", "where", "states"} & set(item):
            names = list(closed) if item["each"] == "closed" else item["each"]
            tables += [(closed[n], item.get("columns", [])) for n in names if n in closed]
    counts = {}
    for question, banner in tables:
        table = counts[question.name] = {}
        for variable in [""] + banner:
            if not variable:
                columns = [""]
            elif variable in closed:
                columns = [name for name, _ in closed[variable].choices]
            else:
                columns = sorted({units[u][variable] for u in units})
            for column in columns:
                inside = [u for u in units if not variable or column in codes(u, variable)]
                row = {name: 0 for name, _ in question.choices}
                row.update({"." + state: 0 for state in STATES if state != "answered"})
                row[".base"] = 0
                row[".population"] = len(inside)
                shares = {name: 0 for name, _ in question.choices if question.is_substantive(name)}
                for unit in inside:
                    state, value = answers.get(unit, silent)[question.name]
                    if state != "answered":
                        row["." + state] += 1
                        continue
                    chosen = value.split()
                    for name in chosen:
                        row[name] += 1
                    if any(question.is_substantive(name) for name in chosen):
                        row[".base"] += 1
                        for name in shares:
                            shares[name] += (
                                name in chosen or question.is_offered(name, versions[unit]))
                row["shares"] = shares
                table["%s/%s" % (variable, column) if variable else ""] = row
    return {
        "balance": balance,
        "population": len(units),
        "answer_states": answer_states,
        "counts": counts,
        "substantive": {name: {n for n, _ in q.choices if q.is_substantive(n)}
                        for name, q in closed.items()},
    }


# =====================================================================================
# Check
# =====================================================================================


def differences(outdir, collection):
    """Where the published figures of a collection differ from the expected ones, as texts."""
    expected = expect(
        os.path.join(outdir, "Pipelines", collection), os.path.join(outdir, "Input", collection)
    )
    published = os.path.join(outdir, "Output", collection, "published")
    if not os.path.isdir(published):
        return ["nothing is published"]
    found = []

    def same(what, is_value, expected_value):
        if is_value != expected_value:
            found.append("%s: %s, expected %s" % (what, is_value, expected_value))

    rows = read_table(os.path.join(published, "machine", "balance.csv"))
    balance = {r["fate"]: int(r["records"]) for r in rows}
    for fate in sorted(set(balance) | set(FATES)):
        same("balance %s" % fate, balance.get(fate), expected["balance"].get(fate))

    seen = set()
    for r in read_table(os.path.join(published, "machine", "answer-states.csv")):
        group = "%s/%s" % (r["attribute"], r["code"]) if r["attribute"] else ""
        if r["question"] == "form_version":
            if sum(int(r[s]) for s in STATES) != int(r["population"]):
                found.append("answer-states of form_version: states do not add up")
            continue
        if r["question"] not in expected["answer_states"]:
            found.append("answer-states: unexpected question %s" % r["question"])
            continue
        seen.add((r["question"], group))
        table = expected["answer_states"][r["question"]]
        row = table.get(group, dict.fromkeys(STATES + ["population"], 0))
        for key in STATES + ["population"]:
            same("answer-states %s %s %s" % (r["question"], group, key), int(r[key]), row[key])
        if sum(int(r[s]) for s in STATES) != int(r["population"]):
            found.append("answer-states %s %s: states do not add up" % (r["question"], group))
    for question, table in expected["answer_states"].items():
        for group in table:
            if (question, group) not in seen:
                found.append("answer-states %s %s: no row" % (question, group or "total"))

    seen = set()
    for r in read_table(os.path.join(published, "machine", "cells.csv")):
        if r["table"] not in expected["counts"]:
            continue
        group = "%s/%s" % (r["column_variable"], r["column"]) if r["column_variable"] else ""
        what = "cells %s %s %s %s" % (r["table"], r["row"], group, r["statistic"])
        row = expected["counts"][r["table"]].get(group)
        offered = r["row"].startswith(".offered:")
        name = r["row"].split(":", 1)[-1]
        shares = row["shares"] if row else {}
        count = row[r["row"]] if row and r["row"] in row else 0
        if offered:
            count = shares.get(name, 0)
            seen.add((r["table"], group, r["row"]))
        elif row is not None and r["row"] not in row:
            found.append("%s: unexpected row" % what)
        base = shares.get(name, 0)
        same(what + " numerator", r["numerator"], str(count))
        # Only an answer is a share of the base; the other rows are counts of their own.
        is_share = name in shares if row else r["row"] in expected["substantive"][r["table"]]
        same(what + " base", r["base"], str(base) if is_share and not offered else "")
        if r["statistic"] == "count":
            same(what, r["value"], str(count))
            seen.add((r["table"], group, r["row"]))
        elif r["statistic"] == "percent":
            if base == 0:
                same(what, (r["value"], r["status"]), ("", "no-base"))
            else:
                exact = Fraction(100 * count, base)
                if not r["value"] or abs(Fraction(r["value"]) - exact) > Fraction(1, 10**11):
                    same(what, r["value"], float(exact))
    for question, table in expected["counts"].items():
        for group, row in table.items():
            shares = row.pop("shares")
            for name in shares:
                if shares[name] != row[".base"] and (
                        question, group, ".offered:" + name) not in seen:
                    found.append("cells %s %s: nobody says who was offered %s" % (
                        question, group or "total", name))
            for name in row:
                if (question, group, name) not in seen:
                    found.append("cells %s %s %s: no cell" % (question, name, group or "total"))
    return found


def check(outdir, collections):
    differ = 0
    for collection in collections:
        found = differences(outdir, collection)
        if found:
            differ += 1
            if differ <= 10:
                print("%s: %d differences" % (collection, len(found)))
                for line in found[:6]:
                    print("  " + line)
    print("random questionnaires: %d checked, %d differ" % (len(collections), differ))
    return 1 if differ else 0


# =====================================================================================
# Generate
# =====================================================================================

WORDS = {
    "en": (
        "Border Court Customs Department Evidence Finance Harbour Inspection Judge Labour Ministry "
        "Notary Office Police Register School Training Union Village Witness Archive Budget"
    ).split(),
    "fr": (
        "Frontière Tribunal Douane Département Élément Trésor Bassin Contrôle Magistrat Emploi "
        "Ministère Notaire Bureau Sûreté Registre École Formation Syndicat Hameau Témoin Dépôt Prêt"
    ).split(),
}
EXTRA = {
    "en": ["of the State’s agency", "– in part", "(other)", "and others", "a/b", "Nº", "in full"],
    "fr": ["de l’État", "– en partie", "(autre)", "et autres", "a/b", "Nº", "cœur"],
}
# What is generated with --disputed only:
# - labels with 'ß', which case folding makes 'ss' and lower-casing does not;
# - a text, a number or a question compared with a boolean by = or !=;
# - a text question compared with a number, or with another question;
# - a select_multiple question compared with a number, or with another question;
# - a date compared with a number;
# - a correction to blank where the version of the source lies outside since..until.
DISPUTED = "--disputed"
NEVER = ["Perhaps", "Peut-être pas", "see attached", "???", "No idea – really", "x y z"]
BAD_BYTES = {"UTF-8": [b"\xe9", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xe2\x82", b"\xf5\x80"],
             "Windows-1252": [b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"]}
CUT_OFFS = [
    "2005-07-29", "2002-09-09", "2002-09-10", "2002-09-26", "2002-09-27", "2003-02-03",
    "2003-02-04", "2004-12-31", "2006-06-02", "2006-06-03", "2006-06-27", "2006-06-28",
    "2008-02-29", "2011-07-13", "2011-07-14", "2011-11-30", "2011-12-01", "2013-10-24",
]
DAY = datetime.timedelta(days=1)


class Generator:
    def __init__(self, seed, number, registers, disputed):
        self.disputed = disputed
        self.r = random.Random("%s/%d" % (seed, number))
        self.registers = registers
        self.by_state = bool(registers) and number % 2 == 0
        self.is_listed = number % 4 == 3
        self.attributes = []  # (name, codes)
        self.offers = {}  # {list: {choice: [substantive, since, until]}}
        self.cut_off = iso_date(self.r.choice(CUT_OFFS))
        self.lists = {}
        self.questions = []  # dictionaries: name, type, list, labels, since, until, ...
        self.rows = []

    def chance(self, p):
        return self.r.random() < p

    # ----- the form -----

    def make_list(self, number):
        r = self.r
        size = r.choice([2, 2, 3, 4, 5, 7, 12, 25, 26, 27, 28, 29, 30])
        style = r.choice(["plain", "plain", "numeric", "yes_no"])
        choices = []
        if style == "yes_no":
            pairs = [("yes", "Yes", "Oui"), ("no", "No", "Non")]
            if self.chance(0.3):
                pairs.append(("unsure", "Not sure", "Pas sûr"))
            for name, en, fr in pairs:
                choices.append(("l%d_%s" % (number, name), en, fr, ""))
        else:
            numbers = list(range(1, size + 1))
            for n in numbers:
                k = r.randrange(22)
                name = str(n) if style == "numeric" else "l%d_c%d" % (number, n)
                if style == "plain" and self.chance(0.1):
                    name = "l%d-c%d.x" % (number, n)
                en, fr = WORDS["en"][k], WORDS["fr"][k]
                if style == "numeric":
                    en, fr = "%d – %s" % (n, en), "%d – %s" % (n, fr)
                else:
                    en, fr = "%s K%d" % (en, n), "%s Q%d" % (fr, n)
                if self.chance(0.3):
                    en += " " + r.choice(EXTRA["en"])
                    fr += " " + r.choice(EXTRA["fr"] + (["ß"] if self.disputed else []))
                if self.chance(0.15):
                    en, fr = en + ", or so", fr + " ; ou presque"
                synonyms = "|".join("S%d%s" % (n, s) for s in "ab"[: r.choice([0, 0, 1, 2])])
                choices.append((name, en, fr, synonyms))
        self.lists["list%d" % number] = choices
        offers = self.offers["list%d" % number] = {}
        if self.chance(0.25):
            for choice in r.sample(choices, r.randint(1, min(3, len(choices) - 1))):
                offers[choice[0]] = ["no", "", ""]
        if self.chance(0.25):
            for choice in r.sample(choices, r.randint(1, min(3, len(choices)))):
                day = r.choice(["2004-01-01", "2005-01-01", "2005-01-02"])
                ends = [day, ""] if self.chance(0.6) else ["", day]
                offers[choice[0]] = [offers.get(choice[0], [""])[0]] + ends

    def make_form(self):
        r = self.r
        for number in range(r.randint(1, 4)):
            self.make_list(number)
        count = r.randint(3, 12)
        kinds = ["select_one", "select_multiple", "integer", "decimal", "date", "text"]
        depth = 0
        closed = r.randrange(count)
        for i in range(count):
            while depth < 3 and self.chance(0.18):
                condition = self.condition(r.randint(1, 2)) if self.chance(0.7) else ""
                self.rows.append({"type": "begin_group", "name": "g%d_%d" % (i, depth),
                                  "en": "Group", "fr": "Groupe", "relevant": condition})
                depth += 1
            kind = r.choices(kinds, [5, 3, 2, 2, 2, 2])[0]
            if i == closed:
                kind = r.choice(kinds[:2])
            question = {
                "name": r.choice(["q%d", "Q_%d", "item.%d", "part-%d"]) % i, "kind": kind,
                "type": kind, "list": None, "other": False,
                "en": r.choice(["Question %d?", "What of %d, and why?", "State’s item %d – now"])
                % i,
                "fr": r.choice(["Question nº %d\u00a0?", "Qu’en est-il de %d\u00a0; et ça ?",
                                "Élément %d – à ce jour"]) % i,
                "since": "", "until": "",
            }
            if kind.startswith("select"):
                name = r.choice(sorted(self.lists))
                question["list"] = list(self.lists[name])
                question["type"] = "%s %s" % (kind, name)
                if self.chance(0.1):
                    question["type"] += " or_other"
                    question["other"] = True
                    question["list"].append(("other", "Other", "Other", ""))
            question["relevant"] = self.condition(r.randint(0, 3)) if self.chance(0.5) else ""
            question["constraint"] = self.constraint(question) if self.chance(0.25) else ""
            if kind in ("integer", "decimal") and self.chance(0.3):
                question["units"] = r.choice(["kg|t=1000", "%", "hour|hours = 1|day=24|min=0.25"])
            question["required"] = r.choice(["", "", "yes", "true()"])
            if self.chance(0.2):
                question["since"] = r.choice(["2004-01-01", "2005-01-01", "2005-01-02"])
            if self.chance(0.2):
                question["until"] = r.choice(["2004-01-01", "2004-12-31", "2005-01-01"])
            if question["since"] > question["until"] > "":
                question["until"] = ""
            self.questions.append(question)
            self.rows.append(question)
            if question["other"]:
                self.questions.append({
                    "name": question["name"] + "_other", "kind": "text", "list": None, "en": "",
                    "fr": "", "since": question["since"], "until": question["until"]})
            if self.chance(0.06):
                self.rows.append({"type": "note", "name": "note%d" % i, "en": "Nota, bene",
                                  "fr": "Nota"})
            while depth and self.chance(0.22):
                self.rows.append({"type": "end_group"})
                depth -= 1
        self.rows += [{"type": "end_group"}] * depth

    # ----- conditions -----

    def condition(self, depth):
        """A condition on the questions so far, or nothing where there are none."""
        if not self.questions:
            return ""
        return self.boolean(depth)

    def quote(self, text):
        if "'" in text:
            return '"%s"' % text
        return self.r.choice(["'%s'", "'%s'", '"%s"']) % text

    def boolean(self, depth, bare=True):
        """A condition; where not bare, one whose value is a boolean, not a text or a number."""
        r = self.r
        if depth <= 0:
            return self.atom(bare)
        kind = r.choice(["and", "or", "and", "or", "not", "atom", "paren", "same", "const"])
        if kind in ("and", "or"):
            parts = [self.boolean(depth - 1) for _ in range(r.choice([2, 2, 3]))]
            words = [r.choice(["and", "or"]) if self.chance(0.3) else kind for _ in parts]
            text = parts[0]
            for word, part in zip(words, parts[1:]):
                text += r.choice([" %s ", " %s ", "  %s ", "\n%s "]) % word + part
            return text
        if kind == "not":
            return r.choice(["not(%s)", "not( %s )"]) % self.boolean(depth - 1)
        if kind == "paren":
            return "(%s)" % self.boolean(depth - 1, bare)
        if kind == "same":
            right = r.choice(["true()", "false()", "(%s)" % self.atom(self.disputed)])
            left = "(%s)" % self.boolean(depth - 1, self.disputed)
            return left + self.operator(every=self.chance(0.2)) + right
        if kind == "const" and self.chance(0.3):
            return r.choice(["true()", "false()", "1 = 1", "1 < 2 < 3", "'a' != 'a'"])
        return self.atom(bare)

    def operator(self, every=True):
        op = self.r.choice(["=", "!=", "<", "<=", ">", ">="] if every else ["=", "!="])
        return self.r.choice([" %s ", " %s ", "%s", "  %s "]) % op

    def turned(self, left, right, op):
        return left + op + right if self.chance(0.85) else right + op + left

    @staticmethod
    def is_scale(q):
        """Whether all answers are numbers, so that one may be larger than another."""
        if q["kind"] == "select_one":
            return all(choice[0].isdigit() for choice in q["list"])
        return q["kind"] in ("integer", "decimal")

    def can_compare(self, q, other):
        """Whether the answers to two questions can ever be equal."""
        kinds = {q["kind"], other["kind"]}
        if kinds & {"text", "select_multiple"}:
            return self.disputed
        if kinds == {"select_one"}:
            return bool({c[0] for c in q["list"]} & {c[0] for c in other["list"]})
        return kinds == {"date"} or self.is_scale(q) and self.is_scale(other)

    def atom(self, bare=True):
        r = self.r
        q = r.choice(self.questions[-6:])
        ref = "${%s}" % q["name"]
        kind = q["kind"]
        if self.chance(0.2):
            empty = r.choice(["''", '""'])
            return self.turned(ref, empty, self.operator(every=False))
        if self.chance(0.06):
            return r.choice(["%s", "not(%s)", "(%s)"] if bare else ["not(%s)"]) % ref
        if self.chance(0.12):
            pairs = [o for o in self.questions if self.can_compare(q, o)]
            if pairs:
                other = r.choice(pairs)
                every = all(self.is_scale(o) or o["kind"] == "date" for o in (q, other))
                return ref + self.operator(every) + "${%s}" % other["name"]
        if kind == "select_multiple" and self.disputed and self.chance(0.1):
            return self.turned(ref, str(r.randint(0, 9)), self.operator())
        if kind.startswith("select"):
            name = r.choice(q["list"])[0]
            if kind == "select_multiple" and self.chance(0.3):
                return self.turned(
                    "count-selected(%s)" % ref, str(r.randint(0, 3)), self.operator())
            if kind == "select_multiple" or self.chance(0.3):
                return r.choice(["selected(%s, %s)", "selected( %s,%s )", "not(selected(%s, %s))"]
                                ) % (ref, self.quote(name))
            if name.isdigit() and self.chance(0.7):
                return self.turned(ref, name, self.operator(every=self.is_scale(q)))
            return self.turned(ref, self.quote(name), self.operator(every=False))
        others = [o for o in self.questions if o["kind"] == kind and o is not q]
        if kind in ("integer", "decimal"):
            numbers = [o for o in self.questions if o["kind"] in ("integer", "decimal")]
            if len(numbers) > 1 and self.chance(0.3):
                other = r.choice([o for o in numbers if o is not q])
                op = r.choice([" < ", " <= ", " > ", " >= "])
                return ref + op + "${%s}" % other["name"]
            if kind == "integer":
                number = str(r.randint(0, 9))
                if self.chance(0.2):
                    return self.turned(ref, self.quote(number), self.operator())
            else:
                number = r.choice(["0", "1.5", "2.25", "7", "3.75"])
            return self.turned(ref, number, self.operator())
        if kind == "date":
            if others and self.chance(0.3):
                return ref + self.operator() + "${%s}" % r.choice(others)["name"]
            if self.disputed and self.chance(0.1):
                return self.turned(ref, str(r.randint(0, 3)), self.operator())
            return self.turned(ref, self.quote(self.some_day().isoformat()), self.operator())
        if self.disputed and self.chance(0.3):
            return self.turned(ref, str(r.randint(0, 9)), self.operator())
        return self.turned(ref, "''", self.operator(every=False))

    def constraint(self, question):
        r = self.r
        kind = question["kind"]
        if kind in ("integer", "decimal"):
            return r.choice([". >= 0", ". >= 1 and . <= 12", ".!=3", "not(. > 9)", ".=''or.<8"])
        if kind == "date":
            return r.choice([". <= '2005-12-31'", ". > '1999-12-31' and . != '2004-02-29'"])
        if kind == "select_multiple":
            name = r.choice(question["list"])[0]
            return r.choice(["count-selected(.) <= 2",
                             "not(selected(., '%s') and count-selected(.) > 1)" % name])
        return ". != ''"

    # ----- values -----

    def some_day(self):
        base = self.r.choice([self.cut_off, datetime.date(2004, 2, 29), datetime.date(2005, 1, 1)])
        return base + self.r.randint(-2, 2) * DAY

    def varied(self, text, encoding):
        """The text in another spelling that must still match."""
        r = self.r
        if self.chance(0.7):
            return text
        for _ in range(r.randint(1, 3)):
            how = r.choice(["upper", "lower", "outer", "inner", "apostrophe", "hyphen"]
                           + (["wide", "unseen"] if encoding == "UTF-8" else []))
            if how == "upper":
                text = text.upper()
            elif how == "lower":
                text = text.lower()
            elif how == "outer":
                text = r.choice([" ", "  ", "\t", "\u00a0", ""]) + text + r.choice([" ", "\u00a0"])
            elif how == "inner":
                text = text.replace(" ", r.choice(["  ", "\u00a0", " \n", "\t "]))
            elif how == "wide":
                text = "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c
                               for c in text)
            elif how == "unseen":
                text = text[:1] + r.choice("\u200b\u200e\u00ad") + text[1:]
            elif how == "apostrophe":
                pair = ("’", "'") if self.chance(0.5) else ("'", "’")
                text = text.replace(*pair)
            else:
                wide = ["-", "–"] if encoding != "UTF-8" else ["-", "\u2010", "\u2011", "\u2012",
                                                               "–", "\u2212"]
                text = re.sub("[-\u2010-\u2013\u2212]", lambda _: r.choice(wide), text)
        return text

    def spelled(self, choice, source):
        name, en, fr, synonyms = choice
        style = source["style"]
        if self.chance(0.06):
            style = self.r.choice(["names", "en", "fr"])
        if synonyms and self.chance(0.1):
            return self.r.choice(synonyms.split("|"))
        return {"names": name, "en": en, "fr": fr}[style]

    def dressed(self, text):
        """The text with marks that need not matter."""
        r = self.r
        if self.chance(0.9):
            return text
        how = r.choice(["end", "quotes", "inner", "dash"])
        if how == "end":
            return text + r.choice([".", "!", " .", ":"])
        if how == "quotes":
            return r.choice(["«\u00a0%s\u00a0»", '"%s"', "“%s”", "'%s'"]) % text
        if how == "inner":
            return text.replace(",", "").replace(" – ", " ")
        return text.replace(" ", " – ", 1)

    def a_number(self, value, q, source):
        """(text, value) of a number as the source writes it, with a unit or without."""
        r = self.r
        ways = dict(source, **source["answers"].get(q["name"], {}))
        decimal, thousands = ways["decimal-mark"], ways["thousands-mark"]
        whole, _, decimals = value.lstrip("-").partition(".")
        if thousands and self.chance(0.6):
            whole = re.sub("(?<=[0-9])(?=(?:[0-9]{3})+$)", r.choice(
                [" ", "\u00a0"]) if thousands == " " else thousands, whole)
        text = whole + (decimal + decimals if decimals else "")
        if q.get("units") and self.chance(0.5):
            unit = r.choice(q["units"].split("|"))
            name, _, factor = unit.partition("=")
            value = shortest(Fraction(value) * Fraction(factor.strip() or 1))
            if q["kind"] == "integer" and "." in value:
                value = None
            text = r.choice(["%s%s", "%s %s", "%s\u00a0%s"]) % (text, name.strip())
        return text, value

    def a_date(self, day, source):
        if source["order"] and self.chance(0.8):
            form = {"dmy": "%d/%m/%Y", "mdy": "%m/%d/%Y", "ymd": "%Y/%m/%d"}[source["order"]]
            return day.strftime(form)
        return day.isoformat()

    def bad_date(self, source):
        bad = ["2005-02-29", "2005-02-30", "2004-13-01", "soon", "31.12.", "2004-00-10"]
        if source["order"] == "dmy":
            bad += ["31/04/2005", "29/02/1900", "12/31/2004"]
        if source["order"] == "mdy":
            bad += ["04/31/2005", "31/12/2004"]
        if source["order"] is None:
            bad += ["03/04/2005"]
        return self.r.choice(bad)

    def answer(self, q, source):
        """(text, value): the value is None where the text fits nothing, '' where it is blank."""
        r = self.r
        dice = r.random()
        if dice < 0.22:
            return r.choice(["", "", "", " ", "\u00a0 ", "\t" if source["delimiter"] != "\t" else
                             " "]), ""
        none = source["answers"].get(q["name"], source).get("none", source["none"])
        if dice < 0.28 and none:
            return self.varied(r.choice(none), source["encoding"]), ""
        unclear = dice > 0.93
        kind = q["kind"]
        if kind == "text":
            text = r.choice(["alpha", "Alpha", "beta gamma", "7", "2004-02-29", "N", "a;b,c\td",
                             "=1+1", "two\nlines", "line\r\nend", 'say "so"', "été", "’’", "-",
                             "x" * 300])
            return text, text
        if kind == "integer":
            if unclear:
                return r.choice(["three", "5x", "1-2", "--1", "12.5"] + NEVER), None
            value = str(r.choice([r.randint(-2, 10), r.randint(-2, 10), 1000, 1234567]))
            minus = "\u2212" if source["encoding"] == "UTF-8" else "–"
            sign = r.choice(["-", "-", minus]) if value.startswith("-") else ""
            text, value = self.a_number(value, q, source)
            return r.choice(["%s", "%s", "%s", " %s ", "%s\u00a0"]) % (sign + text), value
        if kind == "decimal":
            if unclear:
                return r.choice(["abc", "3..4", "1.2.3"] + NEVER), None
            value = r.choice(["0", "1.5", "2.25", "7", "3.75", "-0.5", "10", "1000000", "0.125"])
            sign = "-" if value.startswith("-") else ""
            text, value = self.a_number(value, q, source)
            return r.choice(["%s", "%s", " %s "]) % (sign + text), value
        if kind == "date":
            if unclear:
                return self.bad_date(source), None
            day = self.some_day()
            return self.a_date(day, source), day.isoformat()
        if kind == "select_one":
            if unclear:
                if self.chance(0.3):
                    two = r.sample(q["list"], 2)
                    return source["separator"].join(self.spelled(c, source) for c in two), None
                return r.choice(NEVER), None
            choice = r.choice(q["list"])
            text = self.dressed(self.spelled(choice, source))
            return self.varied(text, source["encoding"]), choice[0]
        some = r.sample(q["list"], min(len(q["list"]), r.choice([1, 1, 1, 2, 2, 3, 5, 30])))
        parts = [self.spelled(c, source) for c in some]
        if unclear:
            parts.insert(r.randrange(len(parts) + 1) if self.chance(0.5) else 0, r.choice(NEVER))
            return source["separator"].join(parts), None
        if self.chance(0.2):
            parts = [self.dressed(p) for p in parts]
        parts = [self.varied(p, source["encoding"]) if source["separator"].strip() else p
                 for p in parts]
        names = {c[0] for c in some}
        return source["separator"].join(parts), " ".join(
            c[0] for c in q["list"] if c[0] in names)

    # ----- units -----

    def make_units(self):
        r = self.r
        if self.is_listed or self.by_state and self.chance(0.4):
            self.attributes = [("region", ["north", "south"]), ("size", None)][: r.choice([1, 2])]
        if self.is_listed:
            self.make_list_of_units()
            return
        if not self.by_state:
            count = r.randint(3, 45)
            self.units = ["R-%03d" % n for n in range(1, count + 1)]
            return
        rows = read_table(os.path.join(self.registers, "states.csv"))
        former = read_table(os.path.join(self.registers, "former-names.csv"))
        others = read_table(os.path.join(self.registers, "state-names.csv"))
        shared = {fold(n["name"]) for n in others for m in others
                  if n["iso3"] != m["iso3"] and n["name"] == m["name"]}

        def holds(start, end):
            day = self.cut_off.isoformat()
            return start <= day and (not end or day < end)

        members = [s for s in rows
                   if s["kind"] == "state" and holds(s["member_from"], s["member_to"])]
        self.strangers = [s for s in rows if s not in members]
        self.names = {}
        for s in members:
            official = [f for f in former if f["iso3"] == s["iso3"]
                        and holds(f["valid_from"], f["valid_to"])]
            everyday = [n["name"] for n in others
                        if n["iso3"] == s["iso3"] and n["kind"] == "everyday"
                        and holds(n["valid_from"], n["valid_to"])
                        and fold(n["name"]) not in shared]
            today = [] if official else [s["name_" + lang] for lang in ("en", "fr", "es")]
            self.names[s["iso3"]] = today + [f["name"] for f in official] + everyday
        self.gone = [f["name"] for f in former
                     if not holds(f["valid_from"], f["valid_to"])]
        held = {fold(n) for names in self.names.values() for n in names}
        held |= {fold(n["name"]) for n in others}
        self.gone = [n for n in self.gone if fold(n) not in held]
        border = [s for s in members if s["member_from"] or s["iso3"] in ("SCG", "KIR", "MKD")]
        self.units = r.sample(members, r.randint(3, 40))
        self.units += [s for s in border if s not in self.units and self.chance(0.5)]

    def make_list_of_units(self):
        """units.csv: units of the cut-off, of before and of later, of which some had another name."""
        r = self.r
        before, later = self.cut_off - 40 * DAY, self.cut_off + DAY
        self.units, self.strangers, self.lines = [], [], []
        for number in range(1, r.randint(4, 46)):
            code, name = "U-%03d" % number, "Office %d" % number
            values = self.values_of_attributes()
            dice = r.random()
            if dice < 0.1:
                self.strangers.append((code, name))
                end = r.choice([before, self.cut_off])
                self.lines.append([code, name] + values + ["", end])
            elif dice < 0.2:
                self.strangers.append((code, name))
                self.lines.append([code, name] + values + [later, ""])
            elif dice < 0.35:
                self.lines.append([code, "Old " + name] + self.values_of_attributes() + ["", before])
                self.lines.append([code, name] + values + [before, ""])
                self.units.append((code, r.choice([name, "Old " + name])))
            else:
                self.lines.append([code, name] + values + [r.choice(["", before, self.cut_off]), ""])
                self.units.append((code, name))
        if not self.units:
            self.lines.append(["U-000", "Office 0"] + self.values_of_attributes() + ["", ""])
            self.units.append(("U-000", "Office 0"))

    def values_of_attributes(self):
        return [self.r.choice((codes or ["large", "small", "tiny"]) + [""])
                for _, codes in self.attributes]

    def unit_text(self, unit, source):
        encoding = source["encoding"]
        if self.is_listed:
            return self.varied(unit[source["by"] == "name"], encoding)
        if not self.by_state:
            text = self.varied(unit, encoding)
            return text
        if source["by"] == "name":
            names = [n for n in self.names[unit["iso3"]] if encodable(n, encoding)]
            if names:
                return self.varied(self.r.choice(names), encoding)
            return unit["iso3"]  # no name of that State, so it is unknown
        return self.varied(unit[source["by"]], encoding)

    def wrong_unit(self, source):
        r = self.r
        if self.is_listed and self.strangers and self.chance(0.7):
            return r.choice(self.strangers)[source["by"] == "name"]
        if not self.by_state or self.chance(0.3):
            return r.choice(["", " ", "\u00a0"])
        if source["by"] == "name":
            wrong = ["Atlantis", "Ruritania", "N/A"]
            wrong += [n for n in self.gone if encodable(n, source["encoding"])]
            wrong += [s["name_en"] for s in self.strangers] * 3
            return r.choice(wrong)
        stranger = r.choice(self.strangers)[source["by"]]
        return r.choice(["XX", "?", "ZZZ", stranger, stranger])

    # ----- sources and records -----

    def make_source(self, number):
        r = self.r
        encoding = r.choice(["UTF-8", "UTF-8", "Windows-1252"])
        style = r.choice(["names", "en", "fr"])
        source = {
            "number": number, "encoding": encoding,
            "bom": encoding == "UTF-8" and self.chance(0.4),
            "delimiter": r.choice([",", ";", "\t"]), "newline": r.choice(["\r\n", "\n"]),
            "style": style, "headings": r.choice(["names", "en", "fr", "own", "mixed"]),
            "order": r.choice([None, "dmy", "mdy", "ymd"]),
            "separator": r.choice(["; ", ", ", " | ", "//"] + ([" "] if style == "names" else [])),
            "none": r.choice([[], [], ["N/A"], ["n.d.", "–"], ["Sans réponse", "99999"]]),
            "by": r.choice(["iso2", "iso3", "m49", "name", "name"]) if self.by_state
            else r.choice(["code", "name"]) if self.is_listed else None,
            "version": r.choice([None, "2003-12-31", "2004-01-01", "2005-01-01", "2005-01-02"]),
            "test": self.chance(0.4), "fixed": self.chance(0.12),
            "decimal-mark": ".", "thousands-mark": None, "answers": {},
        }
        if self.chance(0.5):
            source.update(self.marks())
        for q in self.questions:
            if not self.chance(0.15):
                continue
            own = source["answers"][q["name"]] = {}
            if self.chance(0.6):
                own["none"] = r.choice([[], ["-99"], ["keine", "k.A."]])
            if q["kind"] in ("integer", "decimal"):
                own.update(self.marks())
        source["missing"] = set()
        if self.chance(0.4):
            source["missing"] = {q["name"] for q in self.questions if self.chance(0.25)}
            if len(source["missing"]) == len(self.questions):
                source["missing"].remove(self.questions[-1]["name"])
        return source

    def marks(self):
        decimal, thousands = self.r.choice([
            (".", ","), (".", " "), (",", "."), (",", " "), (",", "'"), (".", "'")])
        return {"decimal-mark": decimal, "thousands-mark": thousands}

    def moment(self, source):
        r = self.r
        day = self.cut_off + r.choice([-9, -4, -3, -2, -1, -1, 0, 0, 0, 1, 5]) * DAY
        text = self.a_date(day, source)
        time = r.choice(["", "", "00:00:00", "12:00:00", "12:00", "23:59:59", "12:00:01"])
        if time:
            text += r.choice([" ", " ", "T"]) + time
        return r.choice(["%s", "%s", "%s", " %s"]) % text

    def make_header(self, source):
        r = self.r
        asked = [q for q in self.questions if q["name"] not in source["missing"]]
        if self.chance(0.3):
            r.shuffle(asked)
        columns, mapping = [], {}
        for i, q in enumerate(asked):
            style = source["headings"]
            if style == "mixed":
                style = r.choice(["names", "en", "fr", "own"])
            if style == "own":
                heading = "Column %d: é" % i
                mapping[heading] = q["name"]
            elif style == "names" or not q["en"]:
                heading = q["name"]
            else:
                heading = q[style]
            columns.append(("question", heading, q))
        extras = [("unit", r.choice(["Code", "Unité", "unit id"]), None)]
        ignored = []
        if not source["fixed"]:
            extras.append(("received", r.choice(["Received", "Reçu le", "_submission"]), None))
        if source["test"]:
            extras.append(("test", r.choice(["Status", "état"]), None))
        for i in range(r.choice([0, 0, 1, 2])):
            ignored.append("Remark %d" % i)
            extras.append(("ignored", ignored[-1], None))
        for extra in extras:
            columns.insert(r.randint(0, len(columns)) if self.chance(0.5) else 0, extra)
        source.update(columns=columns, mapping=mapping, ignored=ignored)

    def make_record(self, source, unit):
        """The cells of a record as texts, and the values of its answers."""
        r = self.r
        cells, values = [], {}
        for role, _, q in source["columns"]:
            if role == "unit":
                cells.append(self.wrong_unit(source) if self.chance(0.04)
                             else self.unit_text(unit, source))
            elif role == "received":
                cells.append(r.choice(["", self.bad_date(source), "2005-01-01 25:00:00"])
                             if self.chance(0.03) else self.moment(source))
            elif role == "test":
                cells.append(self.varied(r.choice(["Preview", "Essai – 1"]), source["encoding"])
                             if self.chance(0.07) else r.choice(["Complete", "", "preview 2"]))
            elif role == "ignored":
                cells.append(r.choice(["", "anything", 'a "b"; c, d', "two\nlines"]))
            else:
                text, values[q["name"]] = self.answer(q, source)
                cells.append(text)
        return cells, values

    def write_source(self, source, names, folder, corrections):
        r = self.r
        encoding, delimiter = source["encoding"], source["delimiter"]
        for name in names:
            lines = [[h.encode(codec(encoding)) for _, h, _ in source["columns"]]]
            for _ in range(source["records"]):
                unit = r.choice(self.units)
                cells, values = self.make_record(source, unit)
                row = [c.encode(codec(encoding), "replace") for c in cells]
                dice = r.random()
                if dice < 0.025:
                    row.insert(r.randint(0, len(row)), b"more")
                elif dice < 0.05:
                    row.pop(r.randrange(len(row)))
                elif dice < 0.075:
                    i = r.randrange(len(row))
                    row[i] = row[i] + r.choice(BAD_BYTES[encoding])
                lines.append(row)
                if self.chance(0.05):
                    lines.insert(r.randint(1, len(lines)), list(row))
                if self.chance(0.06):
                    self.correct(unit, values, corrections)
            data = b"\xef\xbb\xbf" if source["bom"] else b""
            newline = source["newline"].encode()
            mark = delimiter.encode()
            everything = self.chance(0.2)
            ends = []
            for row in lines:
                cells = []
                for cell in row:
                    if everything or re.search(b'[",;\t\r\n ]', cell) or self.chance(0.02):
                        cell = b'"' + cell.replace(b'"', b'""') + b'"'
                    cells.append(cell)
                ends.append(mark.join(cells))
            data += newline.join(ends) + (newline if self.chance(0.9) else b"")
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)

    def correct(self, unit, values, corrections):
        r = self.r
        names = [n for n, v in values.items() if v]
        if not names:
            return
        name = r.choice(names)
        who = unit["iso3"] if self.by_state else unit[0] if self.is_listed else unit
        if any(c[:2] == (who, name) for c in corrections):
            return
        q = next(q for q in self.questions if q["name"] == name)
        stands = values[name]
        if "\n" in stands or len(stands) > 100:
            return
        if q["kind"] in ("select_one", "select_multiple"):
            to = r.choice(q["list"])[0]
        else:
            to = {"integer": "4", "decimal": "2.25", "date": "2004-02-29", "text": "beta gamma"}[
                q["kind"]]
        if q["kind"] != "select_multiple" and self.chance(0.1):
            stands = {"integer": "77", "decimal": "77.5", "date": "1999-01-01", "text": "other"
                      }.get(q["kind"], r.choice(q["list"] or [("",)])[0])
        if self.chance(0.15) and (self.disputed or not (q["since"] or q["until"])):
            to = ""
        if to != stands:
            corrections.append((who, name, stands, to, "a reason"))

    # ----- files -----

    def write(self, pipelines, inputs):
        r = self.r
        os.makedirs(pipelines, exist_ok=True)
        os.makedirs(inputs, exist_ok=True)
        self.make_form()
        self.make_units()
        sources = [self.make_source(n) for n in range(r.randint(1, 3))]
        if len(sources) > 1 and self.chance(0.7):
            sources[0]["version"], sources[1]["version"] = "2004-01-01", "2005-01-02"
        total = r.randint(5, 60)
        corrections = []
        if self.chance(0.3):
            sources.sort(key=lambda s: r.random())  # so that the order is not that of the names
        for source in sources:
            several = self.chance(0.15)
            source["records"] = max(1, total // len(sources) // (2 if several else 1))
            stem = "source-%d" % source["number"]
            names = [stem + "-b.csv", stem + "-a.csv"] if several else [stem + ".csv"]
            source["file"] = stem + "-*.csv" if several else names[0]
            self.make_header(source)
            self.write_source(source, names, inputs, corrections)
        self.write_form(pipelines)
        self.write_pipeline(os.path.join(pipelines, "pipeline.yaml"), sources)
        self.write_plan(os.path.join(pipelines, "tables.yaml"))
        if self.attributes:
            self.write_units(os.path.join(pipelines, "units.csv"))
        if corrections or self.chance(0.3):
            write_csv(os.path.join(pipelines, "corrections.csv"),
                      [("unit", "question", "from", "to", "reason")] + corrections)

    def write_form(self, folder):
        keys = ["type", "name", "en", "fr", "relevant", "constraint", "required", "since", "until",
                "hint", "units"]
        titles = {"en": "label::English (en)", "fr": "label::Français (fr)"}
        rows = [[titles.get(k, k) for k in keys]]
        rows += [[row.get(k, "") for k in keys] for row in self.rows]
        write_csv(os.path.join(folder, "survey.csv"), rows)
        rows = [["list_name", "name", titles["en"], titles["fr"], "synonyms", "substantive", "since",
                 "until"]]
        for name in sorted(self.lists):
            rows += [[name] + list(choice) + self.offers[name].get(choice[0], ["", "", ""])
                     for choice in self.lists[name]]
        write_csv(os.path.join(folder, "choices.csv"), rows)

    def write_units(self, path):
        header = ["code", "name"] + [name for name, _ in self.attributes] + ["valid_from", "valid_to"]
        if self.by_state:
            some = self.r.sample(self.units, self.r.randint(1, len(self.units)))
            self.lines = [[s["iso3"], ""] + self.values_of_attributes() + ["", ""] for s in some]
        write_csv(path, [header] + self.lines)

    def write_pipeline(self, path, sources):
        q = lambda value: json.dumps(value, ensure_ascii=False)  # noqa: E731
        lines = ["title: Random questionnaire", "cut-off: %s" % self.cut_off,
                 "unit: %s" % (
                     "state" if self.by_state else "listed" if self.is_listed else "respondent")]
        if self.by_state:
            treaty = self.r.choice(["untoc", "trafficking-protocol", "migrants-protocol",
                                    "firearms-protocol"])
            lines.append("register: {treaty: %s}" % treaty)
        if self.attributes:
            lines.append("attributes: %s" % q([
                dict({"name": name}, **({"codes": [{"name": c, "label": "The " + c} for c in codes]}
                                        if codes else {}))
                for name, codes in self.attributes]))
        lines += ["language: %s" % self.r.choice(["en", "fr"]), "fail-on: never", "sources:"]
        for s in sources:
            lines.append("  - file: %s" % q(s["file"]))
            # A file with a byte that does not decode is read only where its encoding is declared,
            # and one whose records are mostly ragged only where its separator is.
            lines.append("    encoding: %s" % s["encoding"])
            # Texts such as 'Code' may as well be a respondent's where there are few records.
            lines.append("    header-rows: 1")
            lines.append("    delimiter: %s" % (
                "tab" if s["delimiter"] == "\t" else '"%s"' % s["delimiter"]))
            unit = next(h for role, h, _ in s["columns"] if role == "unit")
            by = {"column": unit}
            if s["by"]:
                by["by"] = s["by"]
            lines.append("    unit: %s" % q(by))
            if s["fixed"]:
                day = self.cut_off - self.r.choice([0, 1, 4]) * DAY
                lines.append("    received: {date: %s}" % day)
            else:
                received = next(h for role, h, _ in s["columns"] if role == "received")
                lines.append("    received: %s" % q({"column": received}))
            if s["order"]:
                lines.append("    date-order: %s" % s["order"])
            if s["separator"] != "; " or self.chance(0.5):
                lines.append("    separator: %s" % q(s["separator"]))
            if s["none"]:
                lines.append("    no-answer: %s" % q(s["none"]))
            lines += ["    %s: %s" % (key, q(s[key])) for key in ("decimal-mark", "thousands-mark")
                      if s["thousands-mark"]]
            own = {name: {{"none": "no-answer"}.get(key, key): value
                          for key, value in ways.items()} for name, ways in s["answers"].items()}
            if own:
                lines.append("    answers: %s" % q(own))
            if s["mapping"]:
                lines.append("    columns:")
                for heading, name in s["mapping"].items():
                    lines.append("      %s: %s" % (q(heading), q(name)))
            if s["ignored"]:
                lines.append("    ignore: %s" % q(s["ignored"]))
            if s["test"]:
                column = next(h for role, h, _ in s["columns"] if role == "test")
                lines.append("    test-records: %s" % q(
                    {"column": column, "values": ["preview", "Essai - 1"]}))
            if s["version"]:
                lines.append("    version: %s" % s["version"])
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines) + "\n")

    def write_plan(self, path):
        columns = ["status", "regional_group"] if self.by_state else []
        columns += [name for name, _ in self.attributes]
        if not self.by_state and not self.is_listed:
            taken = set()
            for question in self.questions:
                if question["kind"] in ("select_one", "select_multiple") and self.chance(0.5):
                    names = {c[0] for c in question["list"]}
                    if not names & taken:
                        columns.append(question["name"])
                        taken |= names
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("tables:\n  - each: closed\n")
            if columns:
                file.write("    columns: %s\n" % json.dumps(columns))


def codec(encoding):
    return {"UTF-8": "utf-8", "Windows-1252": "cp1252"}[encoding]


def encodable(text, encoding):
    try:
        text.encode(codec(encoding))
        return True
    except UnicodeEncodeError:
        return False


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def generate(seed, count, outdir, registers=None, disputed=False):
    for number in range(1, count + 1):
        name = "c%04d" % number
        Generator(seed, number, registers, disputed).write(
            os.path.join(outdir, "Pipelines", name), os.path.join(outdir, "Input", name))


def main(arguments):
    command = arguments[0] if arguments else ""
    disputed = DISPUTED in arguments
    arguments = [a for a in arguments if a != DISPUTED]
    if command == "generate" and len(arguments) in (4, 5):
        registers = arguments[4] if len(arguments) == 5 else None
        generate(arguments[1], int(arguments[2]), arguments[3], registers, disputed)
        return 0
    if command == "expect" and len(arguments) in (3, 4):
        json.dump(expect(*arguments[1:]), sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    if command == "check" and len(arguments) >= 3:
        return check(arguments[1], arguments[2:])
    print(__doc__.split("\n\n")[1], file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

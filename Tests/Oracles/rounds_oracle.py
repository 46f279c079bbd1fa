#!/usr/bin/env python3
"""Random pairs of rounds of one questionnaire, and what their comparison must say.

    rounds_oracle.py generate SEED COUNT OUTDIR REGISTERS
    rounds_oracle.py check OUTDIR REGISTERS

`generate` writes the pairs `p01-old` and `p01-new`... below OUTDIR/Pipelines and OUTDIR/Input, the
same bytes for the same SEED; the caller copies the registers there and runs the stages and the
comparison. `check` reads forms, rounds.yaml and exports back, knowing nothing of how they were
generated, and holds OUTDIR/Output/pNN-new/compared/pNN-old/machine against them: every row of
questionnaire.csv, changes.csv, movers.csv and response.csv but for the notes that are prose.
Python's standard library only; no code of the program.

THE RULES

A unit's answers are those of its latest record received by the cut-off; of one day, the later
record. An answer is not asked without a column, not applicable where it is blank and the condition
does not hold, unclear where no choice (or number, or date) fits.

A question is what rounds.yaml says it was, else what had its name, unless that is mapped to another
question. So it goes for the choices of a question in both rounds. It is moved where its condition
in the names of the newer form is not the one that stands there. Types are comparable where they
are one, whole and decimal numbers being one.

Shares are of the units that answered, rankings by the choice ranked first, means of numbers; exact
fractions, written out where they end, else with twelve decimals, half up. Groups are those at each round's cut-off.
"""

import csv
import json
import math
import os
import random
import re
import sys
import unicodedata
from datetime import date, timedelta
from fractions import Fraction

DAYS = ["2003-06-30", "2005-07-29", "2009-01-01", "2012-12-31", "2016-05-05", "2020-01-01"]
STATUSES = ["party", "signatory", "non_signatory"]
TYPES = ["select_one", "select_one", "select_multiple", "rank", "integer", "decimal", "date",
         "text"]
CLOSED = ["select_one", "select_multiple", "rank"]


def rows_of(*path):
    with open(os.path.join(*path), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_csv(path, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


class Register:
    def __init__(self, folder):
        self.states = rows_of(folder, "states.csv")
        self.former = rows_of(folder, "former-names.csv")
        self.groups = rows_of(folder, "regional-groups.csv")
        self.members = rows_of(folder, "regional-group-members.csv")
        self.actions = rows_of(folder, "treaty-actions.csv")

    @staticmethod
    def holds(row, day, first="valid_from", last="valid_to"):
        return (not row[first] or row[first] <= day) and (not row[last] or day < row[last])

    def population(self, day):
        return sorted(s["iso3"] for s in self.states
                      if s["kind"] == "state" and self.holds(s, day, "member_from", "member_to"))

    def name(self, iso3, day):
        for row in self.former:
            if row["iso3"] == iso3 and row["language"] == "en" and self.holds(row, day):
                return row["name"]
        return next(s["name_en"] for s in self.states if s["iso3"] == iso3)

    def group(self, iso3, day):
        for row in self.members:
            if row["iso3"] == iso3 and self.holds(row, day):
                return row["group"]
        return "no_group"

    def group_codes(self, day):
        codes = [row["code"] for row in self.groups if self.holds(row, day)]
        others = [s["iso3"] for s in self.states if s["kind"] != "state"]
        everyone = self.population(day) + others
        return codes + (["no_group"] if any(self.group(s, day) == "no_group" for s in everyone)
                        else [])

    def status(self, iso3, treaty, day):
        actions = [a for a in self.actions if a["treaty"] == treaty and a["iso3"] == iso3]
        past = [a for a in actions if a["deposited"] and a["deposited"] <= day]
        if past:
            withdrew = all(a["withdrawn"] and a["withdrawn"] <= day for a in past)
            return "withdrawn" if withdrew else "party"
        signed = any(a["signed"] and a["signed"] <= day for a in actions)
        return "signatory" if signed else "non_signatory"


# ------------------------------------------------------------------------------------- Generating


class Generator:
    def __init__(self, seed, folder, registers):
        self.chance = random.Random(seed)
        self.folder = folder
        self.register = Register(registers)

    def flip(self, share):
        return self.chance.random() < share

    def form(self):
        questions = []
        for number in range(1, self.chance.randint(6, 11)):
            kind = self.chance.choice(TYPES)
            question = {"name": "q%d" % number, "type": kind, "relevant": None,
                        "label": "What is said of matter %d?" % number, "choices": []}
            if kind in CLOSED:
                codes = (["1", "2", "3", "4", "5"] if self.flip(0.4)
                         else ["a", "b", "c", "d", "e", "f"])
                count = self.chance.randint(2, 5)
                question["choices"] = [[c, "Choice %s of %d" % (c, number)] for c in codes[:count]]
            self.route(question, questions)
            questions.append(question)
        return questions

    def route(self, question, earlier):
        closed = [q for q in earlier if q["type"] in ("select_one", "select_multiple")]
        if closed and self.flip(0.35):
            asked = self.chance.choice(closed)
            question["relevant"] = [asked["name"], self.chance.choice(asked["choices"])[0]]

    def next_form(self, old):
        """The newer form, and rounds.yaml for it."""
        new, maps = [], {"questions": {}, "choices": {}, "same-wording": [], "breaks": []}
        names, codes = {}, {}
        for question in old:
            fate = self.chance.choice(["same", "same", "drop", "rename", "reuse", "reword",
                                       "retype", "move", "recode", "recode"])
            if fate == "drop":
                continue
            now = json.loads(json.dumps(question))
            codes[question["name"]] = {c[0]: c[0] for c in question["choices"]}
            if fate == "rename":
                now["name"] = "n" + question["name"]
                maps["questions"][now["name"]] = question["name"]
                if self.flip(0.5):
                    now["label"] += " And since when?"
            elif fate == "reuse":
                now["label"] = "Something else about " + question["name"]
                maps["questions"][now["name"]] = None
                codes[question["name"]] = None
            elif fate == "reword":
                now["label"] = now["label"].replace("said", "known")
                if self.flip(0.5):
                    maps["same-wording"].append(now["name"])
                else:
                    maps["questions"][now["name"]] = now["name"]
            elif fate == "same" and self.flip(0.3):
                now["label"] = now["label"].upper().rstrip("?") + " ."
            elif fate == "retype":
                now["type"] = self.chance.choice(TYPES)
                if now["type"] not in CLOSED:
                    now["choices"] = []
                elif not now["choices"]:
                    now["choices"] = [["x", "Choice x"], ["y", "Choice y"]]
            if fate in ("recode", "rename") and now["choices"]:
                codes[question["name"]] = self.recode(now, maps)
            asked = now["relevant"]
            if asked:
                target = codes.get(asked[0])
                name = names.get(asked[0])
                now["relevant"] = ([name, target[asked[1]]]
                                   if target and name and target.get(asked[1])
                                   and any(q["name"] == name and target[asked[1]] in
                                           [c[0] for c in q["choices"]]
                                           and q["type"] in ("select_one", "select_multiple")
                                           for q in new) else None)
            if fate == "move":
                self.route(now, new)
            names[question["name"]] = now["name"] if fate != "reuse" else None
            new.append(now)
            if self.flip(0.15):
                maps["breaks"].append({"question": now["name"], "note": "another method"})
        new.append({"name": "extra", "type": "select_one", "relevant": None, "label": "More?",
                    "choices": [["yes", "Yes"], ["no", "No"]]})
        if self.flip(0.5):
            head, rest = new[:1], new[1:]
            new = head + [rest.pop()] + rest
        return new, maps

    def recode(self, now, maps):
        name, kept, mapping = now["name"], [], {}
        for code, label in now["choices"]:
            fate = self.chance.choice(["same", "same", "drop", "rename", "reword", "reuse"])
            if fate == "drop" and len(now["choices"]) > 2:
                mapping[code] = None
            elif fate == "rename":
                kept.append(["9" + code, label])
                maps["choices"].setdefault(name, {})["9" + code] = code
                mapping[code] = "9" + code
            elif fate == "reword":
                kept.append([code, label + " or so"])
                if self.flip(0.5):
                    maps["same-wording"].append("%s/%s" % (name, code))
                else:
                    maps["choices"].setdefault(name, {})[code] = code
                mapping[code] = code
            elif fate == "reuse":
                kept.append([code, "Not at all " + label])
                maps["choices"].setdefault(name, {})[code] = None
                mapping[code] = None
            else:
                kept.append([code, label])
                mapping[code] = code
        if self.flip(0.4):
            kept.append(["8", "Choice added"])
        if self.flip(0.3):
            self.chance.shuffle(kept)
        now["choices"] = kept
        return mapping

    def cell(self, question):
        if self.flip(0.2):
            return ""
        if self.flip(0.05) and question["type"] != "text":
            return "no such thing"
        labels = [c[1] for c in question["choices"]]
        kind = question["type"]
        if kind == "select_one":
            return self.chance.choice(labels)
        if kind == "select_multiple":
            return ";".join(x for x in labels if self.flip(0.4)) or labels[0]
        if kind == "rank":
            order = list(labels)
            self.chance.shuffle(order)
            return ";".join(order)
        if kind == "integer":
            return str(self.chance.randint(-3, 12))
        if kind == "decimal":
            return "%d.%d" % (self.chance.randint(0, 4), self.chance.randint(0, 9))
        if kind == "date":
            return "200%d-0%d-11" % (self.chance.randint(0, 3), self.chance.randint(1, 9))
        return self.chance.choice(["Words", "More words", "-"])

    def write(self, name, form, maps, earlier, day, is_state, treaty, who):
        folder = os.path.join(self.folder, "Pipelines", name)
        survey, choices = [["type", "name", "label", "relevant"]], [["list_name", "name", "label"]]
        for question in form:
            is_closed = question["type"] in CLOSED
            kind = question["type"] + (" list_" + question["name"] if is_closed else "")
            asked = question["relevant"]
            relevant = ""
            if asked:
                other = next(q for q in form if q["name"] == asked[0])
                relevant = ("${%s} = '%s'" if other["type"] == "select_one"
                            else "selected(${%s}, '%s')") % tuple(asked)
            survey.append([kind, question["name"], question["label"], relevant])
            choices += [["list_" + question["name"]] + choice for choice in question["choices"]]
        write_csv(os.path.join(folder, "survey.csv"), survey)
        write_csv(os.path.join(folder, "choices.csv"), choices)
        with open(os.path.join(folder, "tables.yaml"), "w") as file:
            file.write("tables: [{id: replies, rows: response}]\n")
        lines = ["title: Pair", "cut-off: " + day,
                 "unit: " + ("state" if is_state else "respondent")]
        if is_state:
            lines.append("register: {treaty: %s, incomplete: yes}" % treaty)
        lines += ["fail-on: never", "sources:", "  - file: replies.csv",
                  "    unit: {column: Who%s}" % (", by: iso3" if is_state else ""),
                  "    received: {column: When}", '    separator: ";"', ""]
        with open(os.path.join(folder, "pipeline.yaml"), "w") as file:
            file.write("\n".join(lines))
        if maps:
            # JSON is YAML, and the check needs no reader of YAML.
            with open(os.path.join(folder, "rounds.yaml"), "w") as file:
                json.dump({earlier: {k: v for k, v in maps.items() if v}}, file, indent=1)
        asked = [q for q in form if not self.flip(0.06)]
        records = [["Who", "When"] + [q["name"] for q in asked]]
        cut_off = date.fromisoformat(day)
        for key in who:
            for _ in range(2 if self.flip(0.1) else 1):
                received = cut_off + timedelta(days=3 if self.flip(0.08) else
                                               -self.chance.randint(0, 5))
                records.append([key, received.isoformat()] + [self.cell(q) for q in asked])
        write_csv(os.path.join(self.folder, "Input", name, "replies.csv"), records)

    def pair(self, number):
        old_name, new_name = "p%02d-old" % number, "p%02d-new" % number
        old_day, new_day = sorted(self.chance.sample(DAYS, 2))
        is_state = number % 3 != 0
        form = self.form()
        new_form, maps = self.next_form(form)
        old_treaty = new_treaty = self.chance.choice(["untoc", "migrants-protocol"])
        if self.flip(0.15):
            new_treaty = "firearms-protocol"
        if is_state:
            now = self.register.population(new_day)
            then = self.register.population(old_day)
            changed = sorted(set(now) ^ set(then))
            named = [s for s in now if s in then and self.register.name(s, old_day)
                     != self.register.name(s, new_day)]
            pool = sorted(set(changed + named + self.chance.sample(now, 25)))
        else:
            now = then = pool = ["r%02d" % n for n in range(1, 31)]
        who = [[s for s in pool if s in members and self.flip(0.75)] for members in (then, now)]
        for keys in who:
            self.chance.shuffle(keys)
        self.write(old_name, form, None, "", old_day, is_state, old_treaty, who[0])
        self.write(new_name, new_form, maps, old_name, new_day, is_state, new_treaty, who[1])


# --------------------------------------------------------------------------------------- Checking


def printed(value):
    """A fraction, written out where it ends, else with twelve decimals, half up away from nought."""
    value = Fraction(value)
    places = next((p for p in range(100) if 10**p % value.denominator == 0), 12)
    scaled = math.floor(abs(value) * 10**places + Fraction(1, 2))
    text = "%d.%0*d" % (scaled // 10**places, places, scaled % 10**places)
    text = text.rstrip("0").rstrip(".")
    return "-" + text if value < 0 and text != "0" else text


def words(text):
    kept = "".join(" " if unicodedata.category(c).startswith("P") and c not in "%‰&@#" else c
                   for c in text.casefold())
    return kept.split()


def folded(text):
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


class Round:
    def __init__(self, folder, name, register):
        self.name = name
        pipeline = open(os.path.join(folder, "Pipelines", name, "pipeline.yaml")).read()
        self.day = re.search(r"cut-off: (\S+)", pipeline).group(1)
        self.is_state = "unit: state" in pipeline
        treaty = re.search(r"treaty: ([\w-]+)", pipeline)
        self.treaty = treaty and treaty.group(1)
        self.register = register
        lists = {}
        for row in rows_of(folder, "Pipelines", name, "choices.csv"):
            lists.setdefault(row["list_name"], []).append((row["name"], row["label"]))
        self.questions = []
        for row in rows_of(folder, "Pipelines", name, "survey.csv"):
            kind, *rest = row["type"].split()
            asked = re.search(r"\$\{(\w+)\}( =|,) '(\w+)'", row["relevant"])
            self.questions.append({"name": row["name"], "kind": kind, "label": row["label"],
                                   "asked": asked and asked.group(1, 3, 2),
                                   "choices": lists[rest[0]] if rest else []})
        self.by_name = {q["name"]: q for q in self.questions}
        self.read(rows_of(folder, "Input", name, "replies.csv"))

    def read(self, records):
        latest, sent = {}, set()
        for record in records:
            sent.add(record["Who"])
            if record["When"] > self.day:
                continue
            former = latest.get(record["Who"])
            if former is None or record["When"] >= former["When"]:
                latest[record["Who"]] = record
        self.units = (self.register.population(self.day) if self.is_state else sorted(sent))
        self.fates = {u: "replied" if u in latest else "late" if u in sent else "silent"
                      for u in self.units}
        self.answers = {}
        for unit, record in latest.items():
            row = {q["name"]: self.answer(q, record) for q in self.questions}
            for question in self.questions:
                if row[question["name"]] == ("no_answer", None) and question["asked"]:
                    name, choice, _ = question["asked"]
                    state, value = row[name]
                    if state == "unclear":
                        row[question["name"]] = ("unclear", None)
                    elif state != "answered" or choice not in value:
                        row[question["name"]] = ("not_applicable", None)
            self.answers[unit] = row

    @staticmethod
    def answer(question, record):
        if question["name"] not in record:
            return ("not_asked", None)
        text = record[question["name"]]
        if text == "":
            return ("no_answer", None)
        kind = question["kind"]
        if kind == "text":
            return ("answered", text)
        try:
            if kind in CLOSED:
                codes = {label: name for name, label in question["choices"]}
                ticked = [codes[x] for x in (text.split(";") if kind != "select_one" else [text])]
                if kind == "select_multiple":
                    ticked = [n for n, _ in question["choices"] if n in ticked]
                return ("answered", tuple(ticked))
            if kind == "date":
                return ("answered", date.fromisoformat(text))
            return ("answered", Fraction(text))
        except (KeyError, ValueError):
            return ("unclear", None)

    def state(self, unit, question):
        if unit not in self.units:
            return ("", None)
        return self.answers.get(unit, {}).get(question["name"], ("did_not_reply", None))

    def shown(self, unit):
        return self.register.name(unit, self.day) if self.is_state else unit

    def text(self, question, answer):
        state, value = answer
        if state != "answered":
            return ["", state.replace("_", " ").capitalize()]
        labels = dict(question["choices"])
        if question["kind"] in CLOSED:
            joint = " > " if question["kind"] == "rank" else "; "
            return [" ".join(value), joint.join(labels[v] for v in value)]
        if question["kind"] == "text":
            return ["", "Answered"]
        text = value.isoformat() if question["kind"] == "date" else printed(value)
        return [text, text]


class Comparison:
    def __init__(self, old, new, maps):
        self.old, self.new, self.maps = old, new, maps
        maps = {"questions": {}, "choices": {}, "same-wording": [], "breaks": [], **maps}
        self.choice_maps = maps["choices"]
        self.breaks = {b["question"] for b in maps["breaks"]}
        taken = set(maps["questions"].values())
        self.pairs = []
        for question in new.questions:
            name = question["name"]
            if name in maps["questions"]:
                former = maps["questions"][name]
            else:
                former = None if name in taken else name
            self.pairs.append((old.by_name.get(former), question))
        self.new_name = {o["name"]: n["name"] for o, n in self.pairs if o}
        self.pairs += [(q, None) for q in old.questions if q["name"] not in self.new_name]
        self.units = sorted(set(old.units) | set(new.units), key=self.order)
        self.both = set(old.answers) & set(new.answers)

    def unit_name(self, unit):
        return (self.new if unit in self.new.units else self.old).shown(unit)

    def order(self, unit):
        return (folded(self.unit_name(unit)), self.unit_name(unit), unit)

    def choices(self, o, n):
        """Pairs of choices, with what differs."""
        if not o or not n:
            return ([(None, c, ["added"]) for c in n["choices"]] if n
                    else [(c, None, ["dropped"]) for c in o["choices"]])
        mapping = self.choice_maps.get(n["name"], {})
        pairs, before = [], dict(o["choices"])
        for code, label in n["choices"]:
            former = mapping[code] if code in mapping else (
                None if code in mapping.values() else code)
            if former not in before:
                pairs.append((None, (code, label), ["added"]))
                continue
            marks = ["recoded"] * (former != code)
            marks += ["reworded"] * (words(before[former]) != words(label))
            pairs.append(((former, before[former]), (code, label), marks))
        used = [p[0][0] for p in pairs if p[0]]
        return pairs + [(c, None, ["dropped"]) for c in o["choices"] if c[0] not in used]

    def marks(self, o, n):
        marks = []
        if not o or not n:
            marks = ["added"] if n else ["dropped"]
        else:
            choices = self.choices(o, n)
            if words(o["label"]) != words(n["label"]):
                marks.append("reworded")
            kept = [[c for c, _ in o["choices"]].index(a[0]) for a, b, _ in choices if a and b]
            if o["choices"] and n["choices"] and (
                    kept != sorted(kept) or any(not a or not b or a[0] != b[0]
                                                for a, b, _ in choices)):
                marks.append("recoded")
            if o["kind"] != n["kind"]:
                marks.append("retyped")
            if self.translated(o["asked"]) != n["asked"]:
                marks.append("moved")
        return marks + ["break"] * bool(n and n["name"] in self.breaks)

    def translated(self, asked):
        if not asked:
            return None
        name, choice, sign = asked
        target = self.new_name.get(name)
        if not target:
            return None, "dropped"
        for o, n, _ in self.choices(self.old.by_name[name], self.new.by_name[target]):
            if o and o[0] == choice:
                return (target, n[0] if n else None, sign)
        return None, "dropped"

    @staticmethod
    def comparable(o, n):
        kind = {"integer": "number", "decimal": "number"}
        return bool(o and n) and kind.get(o["kind"], o["kind"]) == kind.get(n["kind"], n["kind"])

    def questionnaire(self):
        for o, n in self.pairs:
            names = [o["name"] if o else "", n["name"] if n else ""]
            yield names + ["", "", " ".join(self.marks(o, n)) or "same",
                           o["label"] if o else "", n["label"] if n else ""]
            for a, b, marks in self.choices(o, n):
                yield names + [a[0] if a else "", b[0] if b else "", " ".join(marks) or "same",
                               a[1] if a else "", b[1] if b else ""]

    def slices(self):
        result = [("", "", None)]
        if not self.old.is_state:
            return result
        codes = self.new.register.group_codes(self.new.day)
        codes += [c for c in self.old.register.group_codes(self.old.day) if c not in codes]
        result += [("regional_group", c, lambda r, u: r.register.group(u, r.day)) for c in codes]
        if self.old.treaty == self.new.treaty:
            result += [("status", c, lambda r, u: r.register.status(u, r.treaty, r.day))
                       for c in STATUSES]
        return result

    def counted(self, current, question, slice_, units):
        _, code, group = slice_
        found = []
        for unit, answers in current.answers.items():
            state, value = answers[question["name"]]
            if state == "answered" and (units == "all" or unit in self.both):
                if not group or group(current, unit) == code:
                    found.append(value)
        return found

    def changes(self):
        for o, n in self.pairs:
            marks = self.marks(o, n)
            name = (n or o)["name"]
            if not self.comparable(o, n) or n["kind"] in ("date", "text"):
                yield [name] + [""] * 12 + [" ".join(marks)]
                continue
            for slice_ in self.slices():
                for units in ("all", "both"):
                    values = [self.counted(r, q, slice_, units)
                              for r, q in ((self.old, o), (self.new, n))]
                    if not n["choices"]:
                        figures = [(sum(v, Fraction(0)), len(v), 1) for v in values]
                        yield self.change(name, "", "mean", slice_, units, figures, marks)
                    for a, b, more in self.choices(o, n):
                        figures = []
                        for choice, found in zip((a, b), values):
                            hits = [v[:1] if n["kind"] == "rank" else v for v in found]
                            figures.append(choice and (
                                Fraction(sum(choice[0] in v for v in hits)), len(found), 100))
                        yield self.change(name, (b or a)[0], "percent", slice_, units, figures,
                                          marks + [m for m in more if m not in marks])

    @staticmethod
    def change(name, choice, statistic, slice_, units, figures, marks):
        row, values = [name, choice, statistic, slice_[0], slice_[1], units], []
        for figure in figures:
            if not figure:
                row += ["", "", ""]
                continue
            total, base, factor = figure
            row += [printed(total), str(base), printed(total * factor / base) if base else ""]
            if base:
                values.append(total * factor / base)
            elif "no-base" not in marks:
                marks = marks + ["no-base"]
        given = len(values) == 2 and "break" not in marks
        return row + [printed(values[1] - values[0]) if given else "", " ".join(marks)]

    def movers(self):
        for o, n in self.pairs:
            if not self.comparable(o, n):
                continue
            became = {a[0]: b[0] if b else None for a, b, _ in self.choices(o, n) if a}
            is_scale = all(re.fullmatch(r"\d+", c) for c, _ in n["choices"] + o["choices"])
            if is_scale:  # and in the same order in both rounds
                points = [int(b) for _, b in sorted((int(a), b) for a, b in became.items() if b)]
                is_scale = points == sorted(points)
            for unit in self.units:
                before, after = self.old.state(unit, o), self.new.state(unit, n)
                if "answered" not in (before[0], after[0]):
                    continue
                direction = ""
                if before[0] == after[0]:
                    value = before[1]
                    if n["choices"]:
                        value = [became[v] for v in value]
                        if None not in value and n["kind"] == "select_multiple":
                            value = [c for c, _ in n["choices"] if c in value]
                        value = tuple(value)
                    if value == after[1] or n["kind"] == "text":
                        continue
                    if n["kind"] == "select_one" and is_scale and value[0]:
                        direction = "up" if int(value[0]) < int(after[1][0]) else "down"
                    elif not n["choices"]:
                        direction = "up" if value < after[1] else "down"
                yield ([n["name"], unit, self.unit_name(unit), before[0]]
                       + self.old.text(o, before) + [after[0]] + self.new.text(n, after)
                       + [direction, " ".join(self.marks(o, n))])

    def response(self):
        for unit in self.units:
            then, now = unit in self.old.answers, unit in self.new.answers
            word = ("both" if now else "from_only") if then else "to_only" if now else "neither"
            note = ""
            for current in (self.old, self.new):
                if unit not in current.units:
                    note = ("no Member State on %s, the cut-off of %s" % (current.day, current.name)
                            if current.is_state else "sent nothing in " + current.name)
            if not note and self.old.shown(unit) != self.unit_name(unit):
                note = "called '%s' in %s" % (self.old.shown(unit), self.old.name)
            yield [unit, self.unit_name(unit), word, self.old.fates.get(unit, ""),
                   self.new.fates.get(unit, ""), note]


FILES = {
    "questionnaire.csv": ("questionnaire", [
        "from_question", "to_question", "from_choice", "to_choice", "status", "from_label",
        "to_label"]),
    "changes.csv": ("changes", [
        "question", "choice", "statistic", "attribute", "code", "units", "from_numerator",
        "from_base", "from_value", "to_numerator", "to_base", "to_value", "change", "status"]),
    "movers.csv": ("movers", [
        "question", "unit", "name", "from_state", "from", "from_label", "to_state", "to",
        "to_label", "direction", "status"]),
    "response.csv": ("response", ["unit", "name", "response", "from", "to", "note"]),
}


def check(folder, registers):
    register, wrong, compared = Register(registers), 0, 0
    seen = {}
    for new_name in sorted(os.listdir(os.path.join(folder, "Input"))):
        if not new_name.endswith("-new"):
            continue
        old_name = new_name.replace("-new", "-old")
        with open(os.path.join(folder, "Pipelines", new_name, "rounds.yaml")) as file:
            maps = json.load(file)[old_name]
        comparison = Comparison(Round(folder, old_name, register),
                                Round(folder, new_name, register), maps)
        for name, (method, columns) in FILES.items():
            expected = list(getattr(comparison, method)())
            found = [[row[c] for c in columns] for row in rows_of(
                folder, "Output", new_name, "compared", old_name, "machine", name)]
            compared += len(expected)
            for row in expected if "status" in columns else []:
                for mark in row[columns.index("status")].split():
                    seen[mark] = seen.get(mark, 0) + 1
            if expected == found:
                continue
            wrong += 1
            print("%s/%s: %d rows, expected %d" % (new_name, name, len(found), len(expected)))
            differing = [pair for pair in zip(expected, found) if pair[0] != pair[1]]
            for row, other in differing[:3]:
                print("  expected %s\n  found    %s" % (",".join(row), ",".join(other)))
    print("marks: " + ", ".join("%s %d" % item for item in sorted(seen.items())))
    print("oracle: %s" % ("ok" if not wrong else "%d files differ" % wrong)
          + ", %d rows" % compared)
    return 1 if wrong or not compared else 0


def main(arguments):
    if arguments[0] == "generate":
        generator = Generator(int(arguments[1]), arguments[3], arguments[4])
        for number in range(1, int(arguments[2]) + 1):
            generator.pair(number)
        return 0
    return check(arguments[1], arguments[2])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

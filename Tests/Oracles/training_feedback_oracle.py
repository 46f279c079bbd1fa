#!/usr/bin/env python3
"""An independent reading of the training-feedback files.

    python3 training_feedback_oracle.py INPUT_DIR PIPELINE_DIR

Prints, as JSON, what the tables must agree with. It shares no code with the
generator and knows nothing about how the files were made: only the two
exports, survey.csv, choices.csv and corrections.csv.

Rules
  All matching of text is after trimming, collapsing white space, folding case.
  Each record takes the first of these that applies:
    quarantined  another number of fields than the header, or a byte that does
                 not decode
    test         status is Preview
    quarantined  no respondent, or a submission date that cannot be decided
    late         submitted on a day after the cut-off day
    superseded   the same respondent has a later one in time: later moment (a
                 date alone counts as 00:00:00); on a tie the one further on
                 (web file, then paper file; then order of records)
    accepted
  Corrections are applied to accepted records before anything is counted.
  States of an answer: not_asked (no such column in the file), answered,
  unclear (fits no choice, is no whole number, is no date), and for a blank
  not_applicable where `relevant` is false, no_answer otherwise. A blank or
  unclear answer is not equal to, not below and not above anything. A number
  outside the constraint and an answer given though not applicable stay
  answered. A respondent with late records only did_not_reply.
"""

import csv
import io
import json
import os
import re
import sys
from collections import OrderedDict
from datetime import date, datetime

CUT_OFF = date(2024, 6, 30)

SOURCES = [
    {"file": "export-web.csv", "encoding": "utf-8", "delimiter": ",",
     "unit": "respondent", "sent": "submitted", "status": "status",
     "sent_format": "%Y-%m-%d %H:%M:%S", "date_format": "%Y-%m-%d",
     "joined_by": ",", "heading": "name"},
    {"file": "export-paper.csv", "encoding": "cp1252", "delimiter": ";",
     "unit": "Répondant", "sent": "Reçu le", "status": None,
     "sent_format": "%d/%m/%Y", "date_format": "%d/%m/%Y",
     "joined_by": "|", "heading": "label::Français (fr)"},
]

STATES = ["answered", "no_answer", "not_applicable", "not_asked", "unclear",
          "did_not_reply"]


def norm(text):
    return " ".join(text.split()).casefold()


def read_table(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def moment(text, pattern):
    try:
        return datetime.strptime(" ".join(text.split()), pattern)
    except ValueError:
        return None


class Form:
    def __init__(self, folder):
        self.questions = OrderedDict()
        for row in read_table(os.path.join(folder, "survey.csv")):
            self.questions[row["name"]] = row
        self.choices = OrderedDict()     # list -> names in order
        self.spelling = {}               # list -> normalised label -> name
        for row in read_table(os.path.join(folder, "choices.csv")):
            names = self.choices.setdefault(row["list_name"], [])
            names.append(row["name"])
            known = self.spelling.setdefault(row["list_name"], {})
            for column in row:
                if column == "name" or column.startswith("label::"):
                    known[norm(row[column])] = row["name"]

    def list_of(self, question):
        kind = self.questions[question]["type"].split()
        return kind[1] if kind[0].startswith("select_") else None

    def split_choices(self, text, mark, known):
        """The choices a multiple answer names, or None. A label may contain
        the mark, so runs of pieces are tried, the longest first."""
        pieces = text.split(mark)

        def from_piece(i):
            if i == len(pieces):
                return []
            for j in range(len(pieces), i, -1):
                name = known.get(norm(mark.join(pieces[i:j])))
                if name is not None:
                    rest = from_piece(j)
                    if rest is not None:
                        return [name] + rest
            return None

        return from_piece(0)

    def value(self, question, text, source):
        """(state or None for blank, value)"""
        if not norm(text):
            return None, None
        kind = self.questions[question]["type"].split()[0]
        if kind == "select_one":
            got = self.spelling[self.list_of(question)].get(norm(text))
        elif kind == "select_multiple":
            got = self.split_choices(text, source["joined_by"],
                                     self.spelling[self.list_of(question)])
        elif kind == "integer":
            plain = text.strip()
            got = int(plain) if re.match(r"^-?[0-9]+$", plain) else None
        elif kind == "date":
            when = moment(text, source["date_format"])
            got = when.date().isoformat() if when else None
        else:
            got = text
        return ("unclear", None) if got is None else ("answered", got)

    def relevant(self, question, values, states):
        """Only what survey.csv uses: or, =, <=, selected(). None where an unclear answer decides."""
        condition = self.questions[question]["relevant"].strip()
        if not condition:
            return True
        undecided = False
        for part in condition.split(" or "):
            part = part.strip()
            m = re.match(r"^selected\(\$\{(\w+)\}, *'(\w+)'\)$", part)
            if m:
                undecided |= states[m.group(1)] == "unclear"
                if m.group(2) in (values.get(m.group(1)) or []):
                    return True
                continue
            m = re.match(r"^\$\{(\w+)\} (=|<=) (?:'(\w+)'|(\d+))$", part)
            if not m:
                raise SystemExit("condition not understood: " + part)
            have = values.get(m.group(1))
            undecided |= states[m.group(1)] == "unclear"
            if have is None:
                continue
            if m.group(2) == "=" and str(have) == (m.group(3) or m.group(4)):
                return True
            if m.group(2) == "<=" and float(have) <= float(m.group(4)):
                return True
        return None if undecided else False


def read_records(folder, form):
    """Every record below the headings, with its fate as far as it can be told
    from the record alone."""
    found = []
    for address, source in enumerate(SOURCES):
        with open(os.path.join(folder, source["file"]), "rb") as f:
            # An undecodable byte becomes a lone surrogate, found again below.
            text = f.read().decode(source["encoding"], "surrogateescape")
        rows = csv.reader(io.StringIO(text, newline=""),
                          delimiter=source["delimiter"], strict=True)
        header = [norm(h) for h in next(rows)]
        column = {}
        for name, row in form.questions.items():
            heading = norm(row[source["heading"]])
            if heading in header:
                column[name] = header.index(heading)
        for number, row in enumerate(rows):
            if not row:
                continue
            r = {"source": source, "order": (address, number), "row": row,
                 "column": column, "fate": None, "why": None}
            found.append(r)
            if len(row) != len(header):
                r["fate"], r["why"] = "quarantined", "field count"
                continue
            if any("\udc80" <= c <= "\udcff" for cell in row for c in cell):
                r["fate"], r["why"] = "quarantined", "undecodable byte"
                continue
            if source["status"]:
                status = row[header.index(norm(source["status"]))]
                if norm(status) == "preview":
                    r["fate"] = "test"
                    continue
            r["unit"] = norm(row[header.index(norm(source["unit"]))])
            r["sent"] = moment(row[header.index(norm(source["sent"]))],
                               source["sent_format"])
            if not r["unit"]:
                r["fate"], r["why"] = "quarantined", "no respondent"
            elif r["sent"] is None:
                r["fate"], r["why"] = "quarantined", "submission date"
            elif r["sent"].date() > CUT_OFF:
                r["fate"] = "late"
    return found


def declared_rules(form, records, accepted, population):
    """What the rules of rules.yaml find, worked out again: the respondents
    concerned, the base, and the number of findings."""
    def outcome(base, found):
        return {"base": base, "concerned": len(set(found)),
                "findings": len(found)}

    late = [r["unit"] for r in accepted
            if r["value"]["start_date"] is not None
            and r["value"]["start_date"] > r["sent"].date().isoformat()]
    other = [r for r in accepted if "other" in (r["value"]["channels"] or [])]
    unnamed = [r["unit"] for r in other
               if len(norm(r["value"]["channels_other"] or "")) < 3]
    both = [r for r in accepted if r["value"]["satisfaction"] is not None
            and r["value"]["recommend"] is not None]
    content = [r["unit"] for r in both
               if int(r["value"]["satisfaction"]) >= 4
               and r["value"]["recommend"] == "no"]
    in_time = OrderedDict()
    for r in records:
        if r["fate"] in ("accepted", "superseded"):
            in_time.setdefault(r["unit"], []).append(r)
    changed = []
    for unit, sent in in_time.items():
        sent.sort(key=lambda r: (r["sent"], r["order"]))
        values = []
        for r in sent:
            # As corrected where it counts, as received where it does not.
            values.append(r["value"]["satisfaction"] if "value" in r else
                          form.value("satisfaction",
                                     r["row"][r["column"]["satisfaction"]],
                                     r["source"])[1])
        changed += [unit for before, after in zip(values, values[1:])
                    if before is not None and after != before]
    often = [unit for unit, sent in in_time.items() if len(sent) > 2]
    return OrderedDict([
        ("joined-after-reply", outcome(len(accepted), late)),
        ("other-way-not-named", outcome(len(other), unnamed)),
        ("content-but-no-recommendation", outcome(len(both), content)),
        ("satisfaction-changed",
         outcome(sum(1 for sent in in_time.values() if len(sent) > 1),
                 changed)),
        ("sent-often", outcome(len(accepted), often)),
        ("low-response", outcome(None, [1] if len(accepted) < 0.9 * population
                                 else [])),
    ])


def main():
    if len(sys.argv) != 3:
        raise SystemExit("usage: training_feedback_oracle.py "
                         "INPUT_DIR PIPELINE_DIR")
    form = Form(sys.argv[2])
    records = read_records(sys.argv[1], form)

    last = {}
    for r in records:
        if r["fate"] is None:
            key = (r["sent"], r["order"])
            if r["unit"] not in last or key > last[r["unit"]]:
                last[r["unit"]] = key
    for r in records:
        if r["fate"] is None:
            newest = last[r["unit"]] == (r["sent"], r["order"])
            r["fate"] = "accepted" if newest else "superseded"

    balance = OrderedDict([("records", len(records))])
    for fate in ("accepted", "quarantined", "superseded", "late", "test", "incomplete"):
        balance[fate] = sum(1 for r in records if r["fate"] == fate)
    assert balance["records"] == sum(balance.values()) - balance["records"]
    reasons = OrderedDict()
    for why in ("field count", "undecodable byte", "no respondent",
                "submission date"):
        reasons[why] = sum(1 for r in records if r["why"] == why)

    accepted = [r for r in records if r["fate"] == "accepted"]
    units = set(r["unit"] for r in records
                if r["fate"] in ("accepted", "superseded", "late"))
    late_only = units - set(r["unit"] for r in accepted)

    for r in accepted:
        r["state"], r["value"] = {}, {}
        for q in form.questions:
            if q in r["column"]:
                text = r["row"][r["column"][q]]
                r["state"][q], r["value"][q] = form.value(q, text, r["source"])
            else:
                r["state"][q], r["value"][q] = "not_asked", None

    applied = not_matching = 0
    by_unit = dict((r["unit"], r) for r in accepted)
    plain = {"joined_by": ",", "date_format": "%Y-%m-%d"}
    for c in read_table(os.path.join(sys.argv[2], "corrections.csv")):
        r = by_unit.get(norm(c["unit"]))
        q = c["question"]
        if r is not None and \
                (r["state"][q], r["value"][q]) == form.value(q, c["from"], plain):
            r["state"][q], r["value"][q] = form.value(q, c["to"], plain)
            applied += 1
        else:
            not_matching += 1

    rules = declared_rules(form, records, accepted, len(units))

    questions = OrderedDict()
    for q in form.questions:
        counts = OrderedDict((s, 0) for s in STATES)
        for r in accepted:
            state = r["state"][q]
            if state is None:
                asked = form.relevant(q, r["value"], r["state"])
                state = {True: "no_answer", False: "not_applicable", None: "unclear"}[asked]
                if asked is None:
                    r["state"][q] = state
            counts[state] += 1
        counts["did_not_reply"] = len(late_only)
        assert sum(counts.values()) == len(units)
        questions[q] = counts

    chosen = OrderedDict()
    for q in form.questions:
        if form.list_of(q):
            chosen[q] = OrderedDict((n, 0) for n in
                                    form.choices[form.list_of(q)])
            for r in accepted:
                value = r["value"][q]
                if value is not None:
                    for name in (value if isinstance(value, list) else [value]):
                        chosen[q][name] += 1

    numbers = [r["value"]["sessions"] for r in accepted
               if r["value"]["sessions"] is not None]
    result = OrderedDict([
        ("balance", balance),
        ("quarantined_because", reasons),
        ("population", len(units)),
        ("rules", rules),
        ("corrections", {"applied": applied, "not_matching": not_matching}),
        ("questions", questions),
        ("choices", chosen),
        ("sessions", OrderedDict([("n", len(numbers)), ("sum", sum(numbers)),
                                  ("min", min(numbers)),
                                  ("max", max(numbers))])),
    ])
    print(json.dumps(result, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""An independent reader of survey tools' exports.

    python3 conventions_oracle.py CASE PIPELINE_DIR INPUT_DIR VALIDATED_DIR EXPECTED_CSV

Reads the raw export of one case of Tests/Conventions by what its tool documents, reads the answers
that the program validated, and compares both with the expected ones, cell by cell. It shares no
code with the program and reads none of its settings but the form.

An answer is written as in expected.csv: the name of a choice; the names of the ticked choices in
the order of the form, `-` for none of them; those of a ranking in order of rank; a number; an ISO
date; a text as it is; `.` for no answer, `?` for an unclear one, `~` for a question not asked.

Exit status: 0 where all agree, 1 otherwise.
"""

import csv
import re
import sys
from datetime import datetime, timezone


class Form:
    def __init__(self, folder):
        self.questions, self.choices, self.labels, self.groups = {}, {}, {}, {}
        stack = []
        for row in table(folder + "/survey.csv"):
            kind = row["type"].split()
            if kind[0].startswith("begin"):
                stack.append((kind[0], row["name"], row["label::English (en)"]))
                continue
            if kind[0].startswith("end"):
                stack.pop()
                continue
            self.questions[row["name"]] = (kind[0], kind[1] if len(kind) > 1 else None,
                                           any(s[0] == "begin_repeat" for s in stack))
            self.labels[row["label::English (en)"]] = row["name"]
            for _, _, label in stack:
                self.groups[(label, row["label::English (en)"])] = row["name"]
        for row in table(folder + "/choices.csv"):
            self.choices.setdefault(row["list_name"], []).append(
                (row["name"], row["label::English (en)"]))

    def choice(self, question, text):
        for name, label in self.choices[self.questions[question][1]]:
            if text in (name, label):
                return name
        return None

    def split(self, question, text, mark):
        """The options of one cell in their order, the longest that fits first; None where none."""
        if text.strip(" ;") == "":
            return []
        texts = [(t, name) for name, label in self.choices[self.questions[question][1]]
                 for t in (name, label)]
        for option, name in sorted(texts, key=lambda pair: -len(pair[0])):
            if not text.startswith(option):
                continue
            rest = text[len(option):]
            if rest and not rest.startswith(mark):
                continue
            names = self.split(question, rest[len(mark):], mark)
            if names is not None:
                return [name] + names
        return None


def table(path, encoding="utf-8-sig"):
    with open(path, newline="", encoding=encoding) as file:
        return list(csv.DictReader(file))


def rows(path, delimiter):
    with open(path, "rb") as file:
        encoding = "utf-16" if file.read(2) == b"\xff\xfe" else "utf-8-sig"
    with open(path, newline="", encoding=encoding) as file:
        return [row for row in csv.reader(file, delimiter=delimiter) if any(row)]


# How each tool tells what a column is: (question, part), part None for the whole answer.

def limesurvey_code(form, heading):
    found = re.match(r"(\w+)(?:\[(\w+)\])?", heading)
    question, part = found.groups()
    if part is not None and question not in form.questions:
        return question + "_" + part, None
    if part == "other" and form.questions[question][0] == "select_one":
        return question + "_other", None
    return question, part


def limesurvey_text(form, heading):
    found = re.match(r"(.*?)(?: \[(.*)\])?$", heading, re.S)
    label, part = found.groups()
    if (label, part) in form.groups:
        return form.groups[(label, part)], None
    question = form.labels.get(label)
    if part == "Other" and form.questions[question][0] == "select_one":
        return question + "_other", None
    return question, part and part.replace("Rank ", "")


def qualtrics(form, heading):
    if heading in form.labels:
        return form.labels[heading], None
    parts = heading.split(" - ")
    question = form.labels.get(parts[0])
    if parts[-2:] == ["Other", "Text"]:
        return question + "_other", None
    if parts[-1] == "Selected Choice":
        return question, None
    if question is None:
        return form.groups.get((parts[0], parts[-1])), None
    return question, parts[-1]


def surveymonkey(form, heading):
    text, option = heading
    if option in ("Response", "Open-Ended Response"):
        return form.labels[text], None
    if (text, option) in form.groups:
        return form.groups[(text, option)], None
    question = form.labels.get(text)
    if question and option.startswith("Other"):
        if form.questions[question][0] == "select_one":
            return question + "_other", None
        return question, "Other"
    return question, option


def path(form, heading, separators="/-"):
    parts = re.split("[%s]" % re.escape(separators), heading)
    for position, part in enumerate(parts):
        if part in form.questions:
            return part, "".join(parts[position + 1:]) or None
    return None, None


def label_path(form, heading):
    for label, question in form.labels.items():
        if heading == label or heading.endswith("/" + label):
            return question, None
        if heading.startswith(label + "/"):
            return question, heading[len(label) + 1:]
    return None, None


def redcap(form, heading):
    found = re.match(r"rank_(\d)$", heading)
    if found:
        return "priorities", found.group(1)
    question, _, part = heading.partition("___")
    return question, part or None


def redcap_label(form, heading):
    ranks = {"First": "1", "Second": "2", "Third": "3"}
    if heading in ranks:
        return "priorities", ranks[heading]
    label, _, part = heading.partition(" (choice=")
    return form.labels.get(label), part[:-1] or None


def google(form, heading):
    found = re.match(r"(.*?)(?: \[(.*)\])?$", heading)
    label, part = found.groups()
    if (label, part) in form.groups:
        return form.groups[(label, part)], None
    return form.labels.get(label), part and part[0]


def double_underscore(form, heading):
    question, _, part = heading.partition("__")
    return question, part or None


def sosci(form, heading):
    if heading in form.questions:
        return heading, None
    question, _, part = heading.partition("_")
    return question, part or None


def alchemer(form, heading):
    if heading in form.labels:
        return form.labels[heading], None
    option, _, label = heading.partition(":")
    if (label, option) in form.groups:
        return form.groups[(label, option)], None
    return form.labels.get(label), option


def numbered(form, heading):
    number, _, rest = heading.partition("、")
    if rest.startswith("("):
        return "channels", rest[1:-1]
    return form.labels.get(rest), None


def named(form, heading):
    return heading, None


UNIPARK = ["role", "role_other", ("channels", "email"), ("channels", "web"), ("channels", "other"),
           "channels_other", "quality_content", "quality_venue", "sessions", "arrival", "remark"]


def unipark(form, heading):
    if not heading.startswith("v_"):
        return None, None
    meaning = UNIPARK[int(heading[2:]) - 1]
    return meaning if isinstance(meaning, tuple) else (meaning, None)


def plain(form, heading):
    return form.labels.get(heading), None


LEGACY = {"Q1": ("role", None), "Q1_3_TEXT": ("role_other", None), "Q2": ("channels", None),
          "Q2_3_TEXT": ("channels_other", None), "Q3_1": ("quality_content", None),
          "Q3_2": ("quality_venue", None), "Q4_1": ("priorities", "Law"),
          "Q4_2": ("priorities", "Data, statistics"), "Q4_3": ("priorities", "Training"),
          "Q5": ("sessions", None), "Q6": ("arrival", None), "Q7": ("remark", None)}
ORDER = ["role", "role_other", "channels", "channels_other", "quality_content", "quality_venue",
         "priorities", "sessions", "arrival", "remark"]
AWKWARD = ["role", "channels", "role_other", "channels_other", "quality_content", "quality_venue",
           "priorities", "sessions", "arrival", "remark"]

# delimiter, rows of the header, which one has the headings, columns of unit and date, how a heading
# is read, what joins ticks, how a ranking stands, the order of dates
CASES = {
    "limesurvey-codes": (",", 1, 0, 0, 1, limesurvey_code, None, "options", "ymd"),
    "limesurvey-full-text": (";", 1, 0, 0, 1, limesurvey_text, None, "options", "ymd"),
    "limesurvey-code-and-text": (",", 1, 0, 0, 1, limesurvey_code, None, "options", "ymd"),
    "qualtrics": (",", 3, 1, 2, 1, qualtrics, ",", "ranks", "ymd"),
    "qualtrics-legacy": (",", 2, 0, 0, 1, lambda form, h: LEGACY.get(h, (None, None)), ",",
                         "ranks", "ymd"),
    "surveymonkey": (",", 2, None, 0, 2, surveymonkey, None, "ranks", "mdy"),
    "kobo-one-cell": (";", 1, 0, 12, 1, path, " ", "cell", "ymd"),
    "kobo-split": (";", 1, 0, 14, 1, path, " ", "cell", "ymd"),
    "kobo-both": (";", 1, 0, 15, 0, path, " ", "cell", "ymd"),
    "kobo-labels": (";", 1, 0, 15, 1, label_path, " ", "cell", "ymd"),
    "redcap-raw": (",", 1, 0, 0, 2, redcap, None, "options", "ymd"),
    "redcap-labels": (",", 1, 0, 0, 1, redcap_label, None, "options", "ymd"),
    "google-forms": (",", 1, 0, 1, 0, google, ", ", "options", "dmy"),
    "google-forms-japanese": (",", 1, 0, 1, 0, google, ";", "options", "ymd"),
    "ms-forms": (",", 1, 0, 4, 2, plain, ";", "cell", "mdy"),
    "ms-forms-german": (";", 1, 0, 4, 2, plain, ";", "cell", "dmy"),
    "odk-central": (",", 1, 0, 14, 0, path, " ", "cell", "ymd"),
    "survey-solutions": ("\t", 1, 0, 0, None, double_underscore, None, None, "ymd"),
    "sosci": ("\t", 2, 0, 0, 19, sosci, None, None, "ymd"),
    "unipark": (";", 1, 0, 0, None, unipark, None, None, "ymd"),
    "alchemer": (",", 1, 0, 0, 2, alchemer, None, None, "mdy"),
    "typeform": (",", 1, 0, 0, 11, plain, " / ", None, "ymd"),
    "survey123": (",", 1, 0, 1, 11, named, ",", None, "mdy"),
    "formr": (",", 1, 0, 0, 3, named, ", ", None, "ymd"),
    "wjx": (",", 1, 0, 0, 1, numbered, None, None, "ymd"),
    "no-header": ("\t", 0, None, 0, 1, None, "|", "cell", "ymd"),
    "awkward-headings": (",", 1, None, 0, 1, None, "; ", "cell", "ymd"),
    "odk-repeat": (",", 1, 0, 1, 0, path, " ", "cell", "ymd"),
    "kobo-repeat": (";", 1, 0, 0, 5, path, " ", "cell", "ymd"),
}
# What a tool writes for no answer and for ticks, where no other does.
WORDS = {
    "survey-solutions": ({"-999999999": "", "##N/A##": ""}, {}),
    "sosci": ({"-9": "", "-1": ""}, {"1": "0", "2": "1"}),
    "unipark": ({"-77": "", "-99": "", "-66": ""}, {}),
}
TICKED, UNTICKED = ("1", "Y", "Yes", "Checked"), ("0", "No", "Unchecked", "")


def day(text, order):
    text = re.split("[ T]", text)[0]
    if order == "ymd":
        return "-".join("%02d" % int(part) for part in re.split("[/-]", text))
    first, second, year = re.split("[/.]", text)
    month, date = (first, second) if order == "mdy" else (second, first)
    return "%s-%02d-%02d" % (year, int(month), int(date))


def ranking(pairs):
    """Pairs of rank and name; None as a name is unclear."""
    pairs = sorted(pairs, key=lambda pair: pair[0])
    ranks, names = [rank for rank, _ in pairs], [name for _, name in pairs]
    if ranks != list(range(1, len(ranks) + 1)) or len(set(names)) < len(names) or None in names:
        return "?"
    return " ".join(names) or "."


def answer(form, question, parts, case):
    kind = form.questions[question][0]
    mark, rank_style, order = CASES[case][6:9]
    whole = parts.get(None, "")
    if kind == "text":
        return whole or "."
    if kind == "integer":
        return str(int(whole)) if whole else "."
    if kind == "date":
        return day(whole, order) if whole else "."
    if kind == "select_one":
        if case == "surveymonkey" and not whole and parts.get("written"):
            return "other"
        whole = whole.replace("-oth-", "other")
        return (form.choice(question, whole) or "?") if whole else "."
    if kind == "select_multiple":
        names = form.choices[form.questions[question][1]]
        if whole or set(parts) == {None}:
            whole = whole[len(mark):] if mark and whole.startswith(mark) else whole
            ticked = form.split(question, whole, mark)
            for part, text in parts.items():
                if part and text and (text in TICKED) != (form.choice(question, part) in ticked):
                    return "?"
            return "." if not whole else " ".join(n for n, _ in names if n in ticked)
        parts = {part: text for part, text in parts.items() if part}
        ticked = {form.choice(question, part.lower() if part == "other" else part)
                  for part, text in parts.items() if text not in UNTICKED}
        if not ticked:
            return "-" if case.startswith("kobo") and "0" in parts.values() else "."
        return " ".join(name for name, _ in names if name in ticked)
    if rank_style == "cell":
        names = form.split(question, whole, mark)
        return ranking(list(enumerate(names, 1)))
    parts = {part: text for part, text in parts.items() if text not in ("", "N/A")}
    if rank_style == "ranks":
        return ranking([(int(text), form.choice(question, part)) for part, text in parts.items()])
    return ranking([(int(part), form.choice(question, text)) for part, text in parts.items()])


def read(case, form, folder):
    delimiter, header_rows, names_row, unit, received, reader, _, _, order = CASES[case]
    name = "visits.csv" if case.endswith("repeat") else "export.csv"
    records = rows("%s/%s" % (folder, name), delimiter)
    header = records[:header_rows]
    if case == "no-header":
        columns = [(None, None)] * 2 + [(q, None) for q in ORDER]
    elif case == "awkward-headings":
        columns = [(None, None)] * 2 + [(q, None) for q in AWKWARD] + [(None, None)] * 2
    elif case == "surveymonkey":
        texts = header[0]
        for index in range(1, len(texts)):
            texts[index] = texts[index] or texts[index - 1]
        columns = [(None, None)] * 3 + [
            reader(form, pair) for pair in list(zip(texts, header[1]))[3:]]
    else:
        first = 3 if case.startswith("limesurvey") else 0
        columns = [(None, None)] * first + [reader(form, h) for h in header[names_row][first:]]
        columns = [c if c[0] in form.questions else (None, None) for c in columns]
    replies = {}
    for record in records[header_rows:]:
        parts = {}
        for (question, part), text in zip(columns, record):
            if question:
                missing, ticks = WORDS.get(case, ({}, {}))
                text = missing.get(text, text)
                parts.setdefault(question, {})[part] = ticks.get(text, text) if part else text
        # Under "other" of a select_multiple people write what they mean: a tick, and a text.
        if "channels_other" in form.questions and case not in WORDS:
            for other in {"other", "Other"} & set(parts.get("channels", {})):
                text = parts["channels"][other]
                is_mark = text in TICKED + UNTICKED + ("Other",)
                parts.setdefault("channels_other", {None: "" if is_mark else text})
        if "role_other" in parts:
            parts["role"]["written"] = parts["role_other"][None]
        when = record[received] if received is not None else "2024-06-01"
        moment = datetime.fromisoformat(day(when, order) + "T00:00:00+00:00")
        if order == "ymd" and len(when) > 10 and "/" not in when:
            moment = datetime.fromisoformat(when.replace("Z", "+00:00").replace(" ", "T"))
            moment = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
        answers = {q: answer(form, q, parts[q], case) if q in parts else "~"
                   for q in form.questions}
        key = record[{"odk-repeat": 6, "kobo-repeat": 6}.get(case, 0)]
        if record[unit] not in replies or replies[record[unit]][0] <= moment:
            replies[record[unit]] = (moment, answers, key)
    if case.endswith("repeat"):
        join(case, form, folder, delimiter, replies)
    return {unit: answers for unit, (_, answers, _) in replies.items()}


def join(case, form, folder, delimiter, replies):
    """Folds the instances of the repeat into the replies that they name."""
    odk = case == "odk-repeat"
    file = "visits-people.csv" if odk else "people.csv"
    header, *records = rows("%s/%s" % (folder, file), delimiter)
    columns = [path(form, heading) for heading in header]
    parent = header.index("PARENT_KEY" if odk else "_parent_index")
    keys = [key for _, _, key in replies.values()]
    instances, seen = {}, set()
    for record in records:
        own = record[header.index("KEY" if odk else "_index")]
        if own in seen or keys.count(record[parent]) == 0:
            continue
        seen.add(own)
        parts = {}
        for (question, part), text in zip(columns, record):
            if question:
                parts.setdefault(question, {})[part] = text
        instances.setdefault(record[parent], []).append(parts)
    repeated = [name for name, (_, _, inside) in form.questions.items() if inside]
    for _, answers, key in replies.values():
        for question in repeated:
            if keys.count(key) > 1:
                answers[question] = "?" if key in instances else "."
                continue
            given = [answer(form, question, parts[question], case)
                     for parts in instances.get(key, [])]
            answers[question] = fold(form, question, [g for g in given if g != "."])


def fold(form, question, given):
    kind, choices, _ = form.questions[question]
    if not given:
        return "."
    if kind.startswith("select"):
        ticked = {name for text in given for name in text.split()}
        return " ".join(name for name, _ in form.choices[choices] if name in ticked) or "-"
    return str(sum(map(int, given))) if kind == "integer" else "\n".join(given)


def validated(form, folder):
    """The answers of the program, from the files of its third stage."""
    units = {row["unit"]: row["key"] for row in table(folder + "/units.csv")}
    texts = {(row["submission"], row["question"]): row["text"]
             for row in table(folder + "/texts.csv")}
    answers = {}
    for row in table(folder + "/respondents-0001.csv"):
        row = {name.strip(): cell.strip() for name, cell in row.items()}
        found = answers[units[row["unit"]]] = {}
        for question, (kind, choices, inside) in form.questions.items():
            found[question] = decode(row[question], kind, form.choices.get(choices), inside,
                                     texts.get((row["submission"], question)))
    return answers


def decode(cell, kind, choices, inside, text):
    if cell in (".", "?", "~", "/"):
        return cell
    if cell == "t":
        return text
    if kind == "rank":
        ranked = sorted((letter, index) for index, letter in enumerate(cell) if letter != "_")
        return " ".join(choices[index][0] for _, index in ranked)
    if kind == "select_multiple" or (kind == "select_one" and inside):
        return " ".join(choices[p][0] for p, letter in enumerate(cell) if letter != "_") or "-"
    if kind == "select_one":
        return choices["abcdefghijklmnopqrstuvwxyz".index(cell)][0]
    return cell


def main():
    case, pipeline, exports, stage, expected_path = sys.argv[1:]
    form = Form(pipeline)
    expected = {row.pop("unit"): row for row in table(expected_path)}
    wrong = cells = 0
    for source, answers in (("export", read(case, form, exports)),
                            ("program", validated(form, stage))):
        if set(answers) != set(expected):
            print("%s: units %s, expected %s" % (source, sorted(answers), sorted(expected)))
            wrong += 1
        for unit in sorted(set(answers) & set(expected)):
            if set(expected[unit]) != set(form.questions):
                print("expected.csv does not have every question of the form")
                wrong += 1
            for question in form.questions:
                cells += 1
                if answers[unit][question] != expected[unit][question]:
                    wrong += 1
                    print("%s: %s %s is %r, expected %r" % (
                        source, unit, question, answers[unit][question],
                        expected[unit][question]))
    print("%s: %d cells compared, %d differ" % (case, cells, wrong))
    if wrong == 0:
        print("oracle: ok")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

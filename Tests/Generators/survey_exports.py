#!/usr/bin/env python3
"""Writes exports as survey tools lay them out, and how many respondents each has.

    python3 survey_exports.py SEED COUNT FOLDER

FOLDER gets files/<number>-<layout>.csv and truth.csv, a row a file:

- layout: the tool and its layout; language: that of the headings;
- header, damage: what was done to the header rows and to the records;
- respondents: how many people completed the form; each counts once;
- incomplete, test: how many more did not complete it, or were trial runs;
- set_aside: how many of the respondents have an identifier that identifies nobody, so that they may
  be set aside instead, if that is said;
- asks: what may be asked or refused, by the id of the error, since the file alone cannot tell; where
  it is not blank nothing else is a true reason;
- must_ask: 1 where any number would be a guess.

Headings are those of survey_tool_headings.csv, which people collected from public files; layouts
follow the tools' manuals. Nothing is taken from the program.
"""

import csv
import datetime
import io
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER, UNIT = "undecided-header", "undecided-unit"
LONG, REPEAT, PARTS = "long-file", "repeat-file", "several-parts"


def headings():
    """{tool: {language: {role: [heading]}}}."""
    table = {}
    with open(os.path.join(HERE, "survey_tool_headings.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            roles = table.setdefault(row["tool"], {}).setdefault(row["language"], {})
            roles.setdefault(row["role"], []).append(row["heading"])
    return table


HEADINGS = headings()
YES = ["Yes", "No"]
DRINKS = ["Tea", "Coffee", "Water", "Milk"]
REGIONS = ["North", "South", "East"]
REMARKS = ["fine", "too long", "I could not say, really", "see my letter of May", "none of it helped",
           "more of this", "thank you; all good", "the room was cold", "twice a week", "ask my office"]


class Export:
    """An export in the making: header rows, records of respondents, and what is true of it."""

    def __init__(self, header, records, *, language="en", separator=",", quote_all=False,
                 codec="utf-8", mark=b"", id_column=None, incomplete=0, test=0):
        self.header, self.records = header, records
        self.language, self.separator, self.quote_all = language, separator, quote_all
        self.codec, self.mark = codec, mark
        self.id_column = id_column
        self.respondents = len(records) - incomplete - test
        self.incomplete, self.test, self.set_aside = incomplete, test, 0
        self.asks, self.must_ask = [], False
        self.titles, self.tail = [], []

    def bytes(self):
        rows = self.titles + self.header + self.records + self.tail
        text = io.StringIO(newline="")
        quoting = csv.QUOTE_ALL if self.quote_all else csv.QUOTE_MINIMAL
        writer = csv.writer(text, delimiter=self.separator, quoting=quoting, lineterminator="\r\n")
        for row in rows:
            if isinstance(row, str):
                text.write(row + "\r\n")
            else:
                writer.writerow(row)
        return self.mark + text.getvalue().encode(self.codec)


class Maker:
    """Makes one export of a seed and a number."""

    def __init__(self, seed, number):
        self.random = random.Random(f"{seed}/{number}")
        self.count = self.random.choice([3, 4, 5, 8, 12, 20, 40])
        self.start = datetime.datetime(2026, 1, 5, 10, 0, 0)

    def one(self, things):
        return self.random.choice(things)

    def moment(self, number):
        return self.start + datetime.timedelta(hours=7 * number, minutes=self.random.randint(0, 59),
                                               seconds=self.random.randint(0, 59))

    # Answers: a closed question, a number, ticks, a remark.
    def answers(self):
        return [self.one(YES), str(self.random.randint(18, 80)), self.one(DRINKS),
                self.one(REMARKS) if self.random.random() < 0.6 else ""]

    questions = ["Do you like tea?", "How old are you?", "Which drink do you buy most?", "Any remark?"]

    def some(self, chance=0.5):
        """How many of the records are something besides; at least two are not."""
        if self.random.random() > chance:
            return 0
        return self.random.randint(1, max(1, (self.count - 2) // 2)) if self.count > 3 else 1

    def spread(self, special):
        """Which records are special."""
        return set(self.random.sample(range(self.count), special))


def role(tool, language, name, number=0):
    return HEADINGS[tool][language].get(name, [None])[number]


# One function a layout. Each takes a Maker and returns an Export.

def msforms(m):
    language = m.one([name for name, roles in HEADINGS["msforms"].items()
                      if {"start", "received", "personal_data"} <= set(roles)
                      and len(roles["personal_data"]) > 1])
    roles = HEADINGS["msforms"][language]
    form = m.one(["%m/%d/%y %H:%M:%S", "%d/%m/%Y %H:%M", "%d.%m.%Y %H:%M"])
    header = [m.one(roles.get("respondent_id", ["ID"])), roles["start"][0], roles["received"][0],
              roles["personal_data"][0], roles["personal_data"][1]] + m.questions
    records = []
    for n in range(m.count):
        at, answers = m.moment(n), m.answers()
        answers[2] = "".join(text + ";" for text in m.random.sample(DRINKS, m.random.randint(1, 3)))
        records.append([str(n + 1), at.strftime(form), at.strftime(form), "anonymous", ""] + answers)
    return Export([header], records, language=language, separator=m.one([",", ",", ";"]),
                  id_column=0)


HALF_DAYS = {"ja": ("午前", "午後"), "ko": ("오전", "오후"), "zh-Hans": ("上午", "下午"),
             "zh-Hant": ("上午", "下午"), "tr": ("ÖÖ", "ÖS"), "es": ("a. m.", "p. m."),
             "ar": ("ص", "م")}


def googleforms(m):
    language = m.one([name for name, roles in HEADINGS["googleforms"].items() if "received" in roles])
    heading = role("googleforms", language, "received")
    csv_family = m.random.random() < 0.5
    email = HEADINGS["googleforms"][language].get("personal_data", [])
    header = [heading] + email[:1] + m.questions
    records = []
    for n in range(m.count):
        at, answers = m.moment(n), m.answers()
        if csv_family:
            half = HALF_DAYS.get(language, ("AM", "PM"))[at.hour >= 12]
            stamp = f"{at:%Y/%m/%d} {(at.hour - 1) % 12 + 1}:{at:%M:%S} {half} GMT+2"
        else:
            stamp = at.strftime({"en": "%m/%d/%Y %H:%M:%S", "ru": "%d.%m.%Y %H:%M:%S",
                                 "it": "%d/%m/%Y %H.%M.%S"}.get(language, "%d/%m/%Y %H:%M:%S"))
        answers[2] = (";" if csv_family else ", ").join(
            m.random.sample(DRINKS, m.random.randint(1, 3)))
        records.append([stamp] + [f"p{n}@example.org"] * len(email[:1]) + answers)
    return Export([header], records, language=language)


def surveymonkey(m):
    style = m.one(["en", "en (older export)", "R clean_names"])
    roles = HEADINGS["surveymonkey"][style]
    meta = [roles["respondent_id"][0], roles["ignore"][0], roles["start"][0], roles["received"][0]]
    if m.random.random() < 0.2:
        meta = meta[:1]  # Owners delete the columns of the tool.
    options = DRINKS[:3]
    has_open = m.random.random() < 0.6
    first = meta + [m.questions[0], m.questions[2], "", ""] + ([m.questions[3]] if has_open else [])
    word = m.one(["Open-Ended Response", "Open-ended response"])
    second = [""] * len(meta) + ["Response"] + options + ([word] if has_open else [])
    if m.random.random() < 0.3:
        first = [text or f"Unnamed: {position}" for position, text in enumerate(first)]
    records = []
    for n in range(m.count):
        at, answers = m.moment(n), m.answers()
        stamps = [at.strftime("%m/%d/%Y %I:%M:%S %p")] * 2
        ticks = [text if m.random.random() < 0.5 else "" for text in options]
        records.append(([str(11000000000 + 371 * n), "390000001"] + stamps)[:len(meta)]
                       + answers[:1] + ticks + ([answers[3]] if has_open else []))
    return Export([first, second], records, id_column=0)


def surveymonkey_condensed(m):
    meta = ["Respondent ID", "Collector ID", "Start Date", "End Date"]
    first, second = meta + m.questions[:3], [""] * 4 + ["Response", "Open-Ended Response", "Response"]
    records = []
    for n in range(m.count):
        stamp = m.moment(n).strftime("%m/%d/%Y %I:%M:%S %p")
        records.append([str(11000000000 + 371 * n), "390000001", stamp, stamp] + m.answers()[:3])
    export = Export([first, second], records, id_column=0)
    if m.random.random() < 0.3:
        export.header = [first]  # The second row deleted by hand.
    return export


def qualtrics(m):
    codes = m.random.random() < 0.4
    names = ["StartDate", "EndDate", "Status", "Progress", "Finished", "RecordedDate", "ResponseId",
             "Q1", "Q2", "Q3", "Q4"]
    german = m.random.random() < 0.3
    texts = (["Anfangsdatum", "Enddatum", "Antworttyp", "Aktueller Stand", "Beendet",
              "Erfassungsdatum", "Antwort-ID"] if german else
             ["Start Date", "End Date", "Response Type", "Progress", "Finished", "Recorded Date",
              "Response ID"]) + m.questions
    ids = ["startDate", "endDate", "status", "progress", "finished", "recordedDate", "_recordId",
           "QID1", "QID2", "QID3", "QID4"]
    quoting = m.one(['{{"ImportId":"{}"}}', '{{"ImportId":"{}"}}', "{{'ImportId': '{}'}}",
                     '{{"ImportId": "{}"}}', '{{""ImportId"":""{}""}}',
                     '{{"ImportId":"{}","timeZone":"America/Denver"}}', "{{“ImportId”:“{}”}}"])
    incomplete, test = m.some(0.4), 0
    if m.count - incomplete > 3 and m.random.random() < 0.4:
        test = 1
    special = list(m.spread(incomplete + test))
    records = []
    for n in range(m.count):
        stamp, answers = m.moment(n).strftime("%Y-%m-%d %H:%M:%S"), m.answers()
        is_test, is_incomplete = n in special[incomplete:], n in special[:incomplete]
        status = (("1" if codes else "Survey Preview") if is_test
                  else ("0" if codes else "IP Address"))
        finished = (("0" if codes else "False") if is_incomplete else ("1" if codes else "True"))
        name = "".join(m.random.choices("ABCDEFGHJKabcdefghijk0123456789", k=15))
        if codes:
            answers[0], answers[2] = str(1 + YES.index(answers[0])), str(1 + DRINKS.index(answers[2]))
        records.append([stamp, stamp, status, "40" if is_incomplete else "100", finished, stamp,
                        "R_" + name] + answers)
    rows = [names, texts, [quoting.format(text) for text in ids]]
    kept = m.one([[0, 1, 2]] * 6 + [[0, 2], [0, 1], [0], [1], [1, 0, 2], [1, 0]])
    return Export([rows[row] for row in kept], records, language="de" if german else "en",
                  id_column=6, incomplete=incomplete, test=test, mark=m.one([b"", b"\xef\xbb\xbf"]))


def qualtrics_legacy(m):
    names = [f"V{n}" for n in range(1, 11)] + ["Q1", "Q2"]
    texts = ["ResponseID", "ResponseSet", "Name", "ExternalDataReference", "EmailAddress",
             "IPAddress", "Status", "StartDate", "EndDate", "Finished"] + m.questions[:2]
    incomplete = m.some(0.4)
    special = m.spread(incomplete)
    records = []
    for n in range(m.count):
        stamp = m.moment(n).strftime("%Y-%m-%d %H:%M:%S")
        records.append([f"R_{10**14 + n}x", "Default Response Set", "Anonymous", "", "", "10.0.0.1", "0",
                        stamp, stamp, "0" if n in special else "1"] + m.answers()[:2])
    return Export([names + [""], texts + [""]], [row + [""] for row in records], id_column=0,
                  incomplete=incomplete, mark=b"\xef\xbb\xbf")


def limesurvey(m):
    style = m.one(["code", "both en", "full text en", "de", "fr"])
    roles = HEADINGS["limesurvey"][style]
    if style == "code":
        names = ["q1", "q2", "q3[SQ001]", "q3[SQ002]", "q4"]
    elif style == "both en":
        names = ["q1. Do you like tea?", "q2. How old are you?", "q3[SQ001]. Which? [Tea]",
                 "q3[SQ002]. Which? [Coffee]", "q4. Any remark?"]
    else:
        names = ["Do you like tea?", "How old are you?", "Which? [Tea]", "Which? [Coffee]",
                 "Any remark?"]
    header = [roles["respondent_id"][0], roles["incomplete"][0], roles["progress"][0],
              roles["language"][0], roles["ignore"][0]] + names
    incomplete = m.some(0.6)
    special = m.spread(incomplete)
    tick, nought = ("Y", "") if style == "code" else ("Yes", "No")
    records = []
    for n in range(m.count):
        answers = m.answers()
        ticks = [tick if m.random.random() < 0.5 else nought for _ in range(2)]
        stamp = "" if n in special else m.moment(n).strftime("%Y-%m-%d %H:%M:%S")
        records.append([str(n + 1), stamp, "1" if n in special else "3", "en", str(900 + 7 * n)]
                       + answers[:2] + ticks + answers[3:])
    return Export([header], records, language=style[:2] if len(style) == 2 else "en", id_column=0,
                  incomplete=incomplete, quote_all=True, separator=";" if style == "fr" else ",")


def kobo(m):
    labels = m.random.random() < 0.4
    group = m.one(["", "about/"])
    names = (["Do you like tea?", "How old are you?", "Which drinks?", "Which drinks?/Tea",
              "Which drinks?/Coffee", "Any remark?"] if labels else
             [group + name for name in ["likes", "age", "drinks", "drinks/tea", "drinks/coffee",
                                        "remark"]])
    header = ["start", "end"] + names + ["__version__", "_id", "_uuid", "_submission_time",
                                         "_validation_status", "_index"]
    records = []
    for n in range(m.count):
        at, answers = m.moment(n), m.answers()
        ticks = [m.one("01") for _ in range(2)]
        text = " ".join(name for name, tick in zip(["tea", "coffee"], ticks) if tick == "1")
        stamp = at.strftime("%Y-%m-%dT%H:%M:%S")
        records.append([stamp, stamp, answers[0] if labels else answers[0].lower(), answers[1], text]
                       + ticks + [answers[3], "v1", str(7000 + n), f"{n:08x}-1b2c-4d5e-8f90-abcdef012345",
                                  stamp, "", str(n + 1)])
    rows = [header]
    if m.random.random() < 0.3:
        rows.append(["", "", "#likes", "#age+years", "#drinks", "#drinks+tea", "#drinks+coffee", "#remark",
                     "", "#meta+id", "", "#date+received", "", ""])
    return Export(rows, records, separator=";", quote_all=True, id_column=10)


def kobo_repeat(m):
    header = ["name", "age", "_index", "_parent_table_name", "_parent_index", "_submission__id",
              "_submission__uuid", "_submission__submission_time"]
    records = []
    for n in range(m.count):
        for member in range(m.random.randint(1, 3)):
            records.append([m.one(["Ann", "Ben", "Cyd"]), str(m.random.randint(1, 80)),
                            str(len(records) + 1), "form", str(n + 1), str(7000 + n), f"{n:08x}-aa",
                            m.moment(n).strftime("%Y-%m-%dT%H:%M:%S")])
    export = Export([header], records, separator=";", quote_all=True)
    export.respondents, export.asks, export.must_ask = m.count, [REPEAT], True
    return export


def odk(m):
    header = ["SubmissionDate", "about-likes", "about-age", "drinks", "drinks/tea", "drinks/coffee",
              "remark", "meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent",
              "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion"]
    records = []
    for n in range(m.count):
        answers, ticks = m.answers(), [m.one("01") for _ in range(2)]
        key = f"uuid:{n:08x}-1b2c-4d5e-8f90-abcdef012345"
        text = " ".join(name for name, tick in zip(["tea", "coffee"], ticks) if tick == "1")
        records.append([m.moment(n).strftime("%Y-%m-%dT%H:%M:%S.123Z"), answers[0].lower(), answers[1],
                        text] + ticks + [answers[3], key, key, "12", "App User", "0", "0", "", "", "d1",
                                         "0", "v1"])
    return Export([header], records, id_column=8)


def odk_repeat(m):
    records = []
    for n in range(m.count):
        parent = f"uuid:{n:08x}-1b2c"
        for member in range(m.random.randint(1, 3)):
            records.append([m.one(["Ann", "Ben", "Cyd"]), str(m.random.randint(1, 80)), parent,
                            f"{parent}/person[{member + 1}]"])
    export = Export([["name", "age", "PARENT_KEY", "KEY"]], records)
    export.respondents, export.asks, export.must_ask = m.count, [REPEAT], True
    return export


def redcap(m):
    identifier = m.one(["record_id", "participant_id", "study_id"])
    header = [identifier, "redcap_survey_identifier", "survey_timestamp", "likes", "age",
              "drinks___1", "drinks___2", "remark", "survey_complete"]
    incomplete = m.some(0.5)
    special = m.spread(incomplete)
    records = []
    for n in range(m.count):
        answers = m.answers()
        stamp = "[not completed]" if n in special else m.moment(n).strftime("%Y-%m-%d %H:%M:%S")
        records.append([str(n + 1), "", stamp, str(YES.index(answers[0])), answers[1], m.one("01"),
                        m.one("01"), answers[3], "0" if n in special else "2"])
    return Export([header], records, id_column=0, incomplete=incomplete)


def redcap_events(m):
    header = ["record_id", "redcap_event_name", "age", "rating", "survey_complete"]
    kind = m.one(["longitudinal", "one event", "arms"])
    records = []
    for n in range(m.count):
        if kind == "longitudinal":
            records.append([str(n + 1), "baseline_arm_1", str(m.random.randint(18, 80)), "", "2"])
            if n == 0 or m.random.random() < 0.7:
                records.append([str(n + 1), "followup_arm_1", "", m.one("12345"), "2"])
        else:
            arm = m.one("12") if kind == "arms" else "1"
            records.append([str(n + 1), f"baseline_arm_{arm}", str(m.random.randint(18, 80)),
                            m.one("12345"), "2"])
    export = Export([header], records, id_column=0)
    export.respondents = m.count
    if kind == "longitudinal":
        export.asks, export.must_ask = [PARTS], True
    return export


def redcap_instruments(m):
    header = ["record_id", "redcap_repeat_instrument", "redcap_repeat_instance", "age", "purpose",
              "survey_complete"]
    records = []
    for n in range(m.count):
        records.append([str(n + 1), "", "", str(m.random.randint(18, 80)), "", "2"])
        for visit in range(m.random.randint(1 if n == 0 else 0, 2)):
            records.append([str(n + 1), "visit", str(visit + 1), "", m.one(["training", "audit"]), ""])
    export = Export([header], records, id_column=0)
    export.respondents, export.asks, export.must_ask = m.count, [PARTS], True
    return export


def surveysolutions(m):
    header = ["interview__key", "interview__id", "likes", "age", "drinks__1", "drinks__2", "remark",
              "sssys_irnd", "has__errors", "interview__status", "assignment__id"]
    records = []
    for n in range(m.count):
        answers = m.answers()
        records.append([f"{n:02}-{17 * n + 11:02}-40-{n % 90 + 10}", f"{n:032x}",
                        str(1 + YES.index(answers[0])), answers[1], m.one("01"), m.one("01"),
                        answers[3] or "##N/A##", str(m.random.random()), "0", "100", str(n % 3 + 1)])
    return Export([header], records, separator="\t", id_column=0)


def roster(m):
    records = []
    for n in range(m.count):
        for member in range(m.random.randint(2, 3)):
            records.append([f"{n:02}-{17 * n + 11:02}-40-{n % 90 + 10}", f"{n:032x}", str(member + 1),
                            m.one(["Ann", "Ben"]), str(m.random.randint(1, 80))])
    export = Export([["interview__key", "interview__id", "members__id", "name", "age"]], records,
                    separator="\t")
    export.respondents, export.asks, export.must_ask = m.count, [REPEAT, LONG], True
    return export


def sosci(m):
    names = ["CASE", "SERIAL", "REF", "QUESTNNR", "MODE", "STARTED", "A101", "A102", "A103_01", "A104",
             "TIME001", "TIME_SUM", "MAILSENT", "LASTDATA", "FINISHED", "Q_VIEWER", "LASTPAGE",
             "MAXPAGE"]
    texts = ["Interview-Nummer", "Personenkennung", "Referenz", "Fragebogen", "Interview-Modus",
             "Zeitpunkt zu dem das Interview begonnen hat", "Tee", "Alter: Jahre", "Getränk",
             "Bemerkung: [01]", "Verweildauer Seite 1", "Verweildauer gesamt", "Versandzeitpunkt",
             "Zeitpunkt als der Datensatz das letzte mal geändert wurde",
             "Wurde die Befragung abgeschlossen", "Hat der Teilnehmer den Fragebogen nur angesehen",
             "Seite, die der Teilnehmer zuletzt bearbeitet hat", "Letzte Seite, die bearbeitet wurde"]
    incomplete = m.some(0.4)
    special = m.spread(incomplete)
    records = []
    for n in range(m.count):
        at, answers = m.moment(n).strftime("%Y-%m-%d %H:%M:%S"), m.answers()
        done = "0" if n in special else "1"
        records.append([str(40 + n), "", "", "base", "interview", at, str(1 + YES.index(answers[0])),
                        answers[1], m.one("12"), answers[3], str(m.random.randint(3, 90)),
                        str(m.random.randint(90, 400)), "", at, done, "0", "1" if n in special else "3",
                        "3"])
    two = m.random.random() < 0.6
    wide = m.random.random() < 0.5
    return Export([names, texts] if two else [names], records, separator="\t" if wide else ";",
                  codec="utf-16-le" if wide else "utf-8", mark=b"\xff\xfe" if wide else b"",
                  id_column=0, incomplete=incomplete, language="de")


def unipark(m):
    header = ["lfdn", "external_lfdn", "tester", "dispcode", "lastpage", "quality", "duration", "v_1",
              "v_2", "v_3", "browser", "language", "rts0001", "datetime"]
    incomplete = m.some(0.4)
    special = m.spread(incomplete)
    records = []
    for n in range(m.count):
        answers = m.answers()
        records.append([str(n + 1), "0", "0", "22" if n in special else m.one(["31", "32"]), "900", "-77",
                        str(m.random.randint(60, 900)), str(1 + YES.index(answers[0])), answers[1],
                        answers[3] or "-66", "Firefox", "1", str(m.random.randint(1, 60)),
                        m.moment(n).strftime("%Y-%m-%d %H:%M:%S")])
    return Export([header], records, separator=";", id_column=0, incomplete=incomplete)


def typeform(m):
    header = ["#"] + m.questions + ["Start Date (UTC)", "Submit Date (UTC)", "Network ID"]
    records = []
    for n in range(m.count):
        at = m.moment(n).strftime("%Y-%m-%d %H:%M:%S")
        name = "".join(m.random.choices("0123456789abcdef", k=32))
        records.append([name] + m.answers() + [at, at, f"{n:010x}"])
    return Export([header], records, id_column=0)


def alchemer(m):
    header = ["Response ID", "Time Started", "Date Submitted", "Status", "Contact ID", "Legacy Comments",
              "Comments", "Language", "Referer", "SessionID", "User Agent"] + m.questions
    incomplete = m.some(0.4)
    special = m.spread(incomplete)
    records = []
    for n in range(m.count):
        at = m.moment(n).strftime("%Y-%m-%d %H:%M:%S")
        records.append([str(n + 1), at, at, "Partial" if n in special else "Complete", "", "", "",
                        "English", "", f"s{n}x", "Mozilla"] + m.answers())
    return Export([header], records, id_column=0, incomplete=incomplete)


def survey123(m):
    header = ["ObjectID", "GlobalID"] + m.questions + ["CreationDate", "Creator", "EditDate", "Editor",
                                                       "x", "y"]
    records = []
    for n in range(m.count):
        at = m.moment(n).strftime("%m/%d/%Y %I:%M:%S %p")
        records.append([str(n + 1), f"{n:08x}-1b2c-4d5e-8f90-abcdef012345"] + m.answers()
                       + [at, "user", at, "user", f"{m.random.uniform(-9, 9):.6f}",
                          f"{m.random.uniform(40, 60):.6f}"])
    return Export([header], records, id_column=1)


def formr(m):
    header = ["session", "created", "modified", "ended", "expired", "likes", "age", "drink", "remark"]
    incomplete = m.some(0.5)
    special = m.spread(incomplete)
    records = []
    for n in range(m.count):
        at = m.moment(n).strftime("%Y-%m-%d %H:%M:%S")
        name = "".join(m.random.choices("abcdefghijkLMNOPQ0123456789", k=24))
        records.append([name, at, at, "" if n in special else at, ""] + m.answers())
    return Export([header], records, id_column=0, incomplete=incomplete)


def formr_items(m):
    records = []
    for n in range(m.count):
        for item in ["likes", "age", "drink"]:
            records.append([f"s{n:03}", item, m.answers()[0], m.moment(n).strftime("%Y-%m-%d %H:%M:%S")])
    export = Export([["session", "item_name", "answer", "answered"]], records)
    export.respondents, export.asks, export.must_ask = m.count, [LONG, UNIT], True
    return export


def wjx(m):
    header = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"] + [
        f"{n}、{text}" for n, text in enumerate(["您喜欢茶吗？", "您的年龄", "饮料", "建议"], 1)]
    records = []
    for n in range(m.count):
        at, answers = m.moment(n), m.answers()
        records.append([str(n + 1), f"{at:%Y/%m/%d} {at.hour}:{at:%M:%S}", f"{n + 40}秒", "链接", "直接访问",
                        "10.0.0.1(北京)"] + answers)
    return Export([header], records, language="zh-Hans", id_column=0)


def dhis2(m):
    header = HEADINGS["dhis2"]["any"]
    names = header["ignore"][:6] + ["storedby", "lastupdated", "comment", "followup", "deleted"]
    records = []
    for n in range(m.count):
        for element in ["births", "deaths", "visits"]:
            records.append([element, "202601", f"O{n:03}", "default", "default",
                            str(m.random.randint(0, 90)), "clerk", m.moment(n).isoformat(), "", "false",
                            ""])
    export = Export([names], records)
    export.respondents, export.asks, export.must_ask = m.count, [LONG, UNIT], True
    return export


def commcare(m):
    header = ["formid", "form.likes", "form.age", "form.drink", "form.remark", "form.meta.timeStart",
              "form.meta.timeEnd", "form.meta.username", "received_on"]
    records = []
    for n in range(m.count):
        at = m.moment(n).strftime("%Y-%m-%d %H:%M:%S")
        records.append([f"{n:08x}-1b2c-4d5e-8f90-abcdef012345"]
                       + [text or "---" for text in m.answers()] + [at, at, "worker", at])
    return Export([header], records, id_column=0)


def by_hand(m):
    header = [m.one(["id", "No.", "Respondent", "Code"]), "Date", "Region"] + m.questions
    records = [[str(n + 1), m.moment(n).strftime("%Y-%m-%d"), m.one(REGIONS)] + m.answers()
               for n in range(m.count)]
    return Export([header], records, id_column=0)


def without_identifier(m):
    header = ["Date", "Region"] + m.questions
    return Export([header], [[m.moment(n).strftime("%Y-%m-%d"), m.one(REGIONS)] + m.answers()
                             for n in range(m.count)])


def names_over_texts(m):
    """Names, texts and perhaps a third row of short words, as people build data sheets."""
    m.count = max(m.count, 8)
    rows = [["Q1", "Q2", "Q3", "Q4"], [f"{n}. {text}" for n, text in enumerate(m.questions, 1)],
            ["Tea", "Age", "Drink", "Remark"]][:m.one([2, 2, 3])]
    export = Export(rows, [m.answers() for _ in range(m.count)])
    export.asks = [HEADER]
    return export


def groups_over_names(m):
    """A row of sections over the headings, whose cells were merged."""
    m.count = max(m.count, 5)
    export = Export([["About you", "", "Drinks", "", ""], ["Code", "Age", "Tea?", "Drink", "Remark"]],
                    [[str(n + 1)] + [answers[1], answers[0], answers[2], answers[3]]
                     for n, answers in enumerate(m.answers() for _ in range(m.count))])
    export.asks = [HEADER]
    return export


def long_file(m):
    topics = m.one([["water", "air"], ["water", "air", "soil"]])
    header = ["topic", m.one(["respondent", "id", "code"]), "received", "law", "note"]
    records = [[topic, f"p{n:03}", m.moment(n).strftime("%Y-%m-%d"), m.one(YES), m.one(REMARKS)]
               for topic in topics for n in range(m.count)]
    if m.random.random() < 0.5:
        records.sort(key=lambda row: row[1])
    export = Export([header], records)
    export.respondents, export.asks, export.must_ask = m.count, [LONG], True
    return export


LAYOUTS = [  # how often, function
    (3, msforms), (3, googleforms), (4, surveymonkey), (2, surveymonkey_condensed), (5, qualtrics),
    (1, qualtrics_legacy), (4, limesurvey), (3, kobo), (1, kobo_repeat), (2, odk), (1, odk_repeat),
    (2, redcap), (2, redcap_events), (1, redcap_instruments), (2, surveysolutions), (1, roster),
    (2, sosci), (2, unipark), (1, typeform), (2, alchemer), (1, survey123), (1, formr),
    (1, formr_items), (1, wjx), (1, dhis2), (1, commcare), (3, by_hand), (1, without_identifier),
    (2, names_over_texts), (1, groups_over_names), (2, long_file),
]


# What people do to the header. Each may say what is then asked.

def title_line(m, export):
    export.titles = [m.one(["Survey of 2026", "Export of 5 January", "Confidential"])]
    export.asks += [HEADER, "undecided-delimiter"]


def padded_title(m, export):
    export.titles = [["Survey of 2026"] + [""] * (len(export.header[0]) - 1)]
    export.asks += [HEADER]


def blank_lines(m, export):
    export.titles = [[""] * len(export.header[0])] * m.random.randint(1, 2)


def repeated(m, export):
    position = m.random.randint(1, len(export.records))
    export.records[position:position] = export.header


def no_header(m, export):
    export.header = []
    export.asks += [HEADER, UNIT]


def snake(m, export):
    export.header[0] = ["_".join("".join(letter if letter.isalnum() else " " for letter in text)
                                 .lower().split()) for text in export.header[0]]


# What befalls the records.

def trailing_blank_records(m, export):
    export.tail = [[""] * len(export.records[0])] * m.random.randint(1, 5)


def joined_twice(m, export):
    """The same export appended to itself: the identifiers tell."""
    export.records += export.header + [list(row) for row in export.records]


def scientific(m, export):
    column = export.id_column
    for n, row in enumerate(export.records):
        row[column] = f"4.9{n // 3:04}E+12"
    export.set_aside, export.asks = export.respondents, export.asks + [UNIT]


def error_values(m, export):
    rows = m.random.sample(export.records, min(2, len(export.records)))
    for row in rows:
        row[export.id_column] = m.one(["#N/A", "#REF!", "#VALUE!"])
    export.set_aside, export.asks = len(rows), export.asks + [UNIT]


HEADER_CHANGES = [(0.12, title_line), (0.08, padded_title), (0.15, blank_lines), (0.2, repeated),
                  (0.15, no_header), (0.1, snake)]
DAMAGES = [(0.3, trailing_blank_records), (0.2, joined_twice), (0.2, scientific), (0.2, error_values)]
LONG_SHAPES = (kobo_repeat, odk_repeat, roster, dhis2, formr_items, long_file, redcap_instruments,
               redcap_events)


def pick(m, options):
    return m.random.choices([option for _, option in options], [weight for weight, _ in options])[0]


def make(seed, number):
    m = Maker(seed, number)
    layout = LAYOUTS[number % len(LAYOUTS)][1] if number < len(LAYOUTS) else pick(m, LAYOUTS)
    export = layout(m)
    header = damage = None
    if number >= len(LAYOUTS) and layout not in LONG_SHAPES:
        if m.random.random() < 0.3:
            header = pick(m, HEADER_CHANGES)
            # Without headings nothing tells what is incomplete; names in two rows are not snaked.
            if header is no_header and (export.incomplete or export.test) or (
                    header in (no_header, snake) and len(export.header) > 1):
                header = None
        elif m.random.random() < 0.25:
            damage = pick(m, DAMAGES)
            # Incomplete records and trial runs are counted apart only where ids are whole.
            if damage is not trailing_blank_records and (
                    export.id_column is None or export.incomplete or export.test):
                damage = None
    for change in (header, damage):
        if change:
            change(m, export)
    return export, layout, header, damage


def main():
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(os.path.join(folder, "files"), exist_ok=True)
    with open(os.path.join(folder, "truth.csv"), "w", encoding="utf-8", newline="") as file:
        truth = csv.writer(file, lineterminator="\n")
        truth.writerow(["file", "layout", "language", "header", "damage", "respondents", "incomplete",
                        "test", "set_aside", "asks", "must_ask"])
        for number in range(count):
            export, layout, header, damage = make(seed, number)
            name = f"{number:04}-{layout.__name__}.csv"
            with open(os.path.join(folder, "files", name), "wb") as output:
                output.write(export.bytes())
            truth.writerow([name, layout.__name__, export.language,
                            header.__name__ if header else "", damage.__name__ if damage else "",
                            export.respondents, export.incomplete, export.test, export.set_aside,
                            " ".join(sorted(set(export.asks))), int(export.must_ask)])
    print(f"{count} exports of {len(LAYOUTS)} layouts")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes the two input files of the training-feedback collection.

    python3 training_feedback.py OUTDIR

Everything here is invented: no person, no course and no reply is real. The
files are the same, byte for byte, on every run and with every version of
Python, because the only source of chance is random.Random(SEED).random().
"""

import os
import random
import sys
from datetime import datetime, timedelta

SEED = 20240617

# ---------------------------------------------------------------- the counts

RESPONDENTS = 300            # distinct respondents with a usable record
PAPER_RESPONDENTS = 60       # of them, with at least one usable paper record

# Late: after the last day, 2024-06-30.
WEB_LATE_ONLY = 7            # their only usable submission is late (web)
PAPER_LATE_ONLY = 2          # the same, on paper
SECOND_LATE = 1              # one of WEB_LATE_ONLY sent two, both late
WEB_THEN_LATE_WEB = 4        # in time by web, and again late by web
PAPER_THEN_LATE_WEB = 1
WEB_THEN_LATE_PAPER = 1

# Sent again, still in time.
WEB_WEB = 8                  # web, then web on a later day
WEB_WEB_WEB = 1              # three times by web
PAPER_WEB = 2                # paper, then web on a later day
WEB_PAPER = 2                # web, then paper on a later day
SAME_DAY_PAPER_WEB = 1       # same day: the web one has a time, so it is later
MIDNIGHT_TIE = 1             # web at 00:00:00 and paper of that day: paper wins
PAPER_PAPER_SAME_DAY = 1     # two sheets of one day: the later line wins
LOOSE_CODES = 3              # of WEB_WEB, the second with the code as "r-0045 "

# The same record twice in one file.
DUPLICATE_WEB = 5
DUPLICATE_PAPER = 2

# Test rows by the author of the form.
PREVIEW = 6                  # one with a real code, one with no code, one late

# Unreadable records. They come on top of the usable ones.
WEB_TOO_FEW = 2              # one of a respondent in the 300, one of a stranger
WEB_TOO_MANY = 2             # one of a respondent in the 300, one a test row
WEB_IMPOSSIBLE_DATE = 1      # 2024-06-31; a stranger
WEB_BLANK_DATE = 1           # a stranger
WEB_BLANK_RESPONDENT = 1
PAPER_TOO_FEW = 1            # of a respondent in the 300
PAPER_TOO_MANY = 2           # one of a respondent in the 300, one of a stranger
PAPER_BAD_BYTE = 2           # 0x81; one of a respondent in the 300, one stranger
PAPER_IMPOSSIBLE_DATE = 1    # 31/06/2024; of a respondent of WEB_LATE_ONLY
PAPER_BLANK_RESPONDENT = 1
STRANGERS = 5                # respondents with nothing but an unreadable record

# Answers with something the matter, each in a different accepted record.
WEB_UNCLEAR = [("recommend", "Maybe"), ("recommend", "Maybe"),
               ("recommend", "Maybe"), ("attended", "Maybe"),
               ("attended", "Some of them"), ("role", "Consultant"),
               ("satisfaction", "6 – Delighted"), ("channels", "Radio")]
PAPER_UNCLEAR = [("recommend", "Peut-être"), ("recommend", "Peut-être"),
                 ("attended", "Peut-être"), ("satisfaction", "Sans avis")]
WEB_OUT_OF_RANGE = [15, 0, 24]      # sessions; the constraint is 1 to 12
PAPER_OUT_OF_RANGE = [15]
WEB_SESSIONS_THOUGH_ABSENT = [3, 1, 6]
PAPER_SESSIONS_THOUGH_ABSENT = [2, 4]
PAPER_REASON_THOUGH_PRESENT = 2
PAPER_OTHER_TEXT_NOT_CHOSEN = 1
PAPER_NOT_A_DATE = ["30/02/2024", "31/04/2024"]
WEB_LOOSE_ANSWERS = 6        # odd capitals and spaces that still fit
PAPER_LOOSE_ANSWERS = 3
SPACES_ONLY = 3              # a free text made of spaces: no answer

# ------------------------------------------------------------------ the form

QUESTIONS = ["role", "satisfaction", "attended", "sessions", "reason_absent",
             "channels", "channels_other", "start_date", "recommend",
             "improvement"]

NB = "\u00a0"
FRENCH_HEADINGS = [
    "Quelle est votre fonction" + NB + "?",
    "Dans l’ensemble, êtes-vous satisfait(e) de la formation" + NB + "?",
    "Avez-vous suivi les séances pratiques" + NB + "?",
    "À combien de séances pratiques avez-vous participé" + NB + "?",
    "Pour quelle raison principale n’y avez-vous pas participé" + NB + "?",
    "Comment avez-vous entendu parler de la formation" + NB + "?",
    "Autre moyen ; précisez lequel",
    "Quel jour avez-vous rejoint la formation" + NB + "?",
    "Recommanderiez-vous la formation à un(e) collègue" + NB + "?",
    "Que faudrait-il améliorer" + NB + "?",
]

YES_NO = {"yes": ("Yes", "Oui"), "no": ("No", "Non")}
LABELS = {
    "role": {
        "statistician": ("Statistician", "Statisticien(ne)"),
        "manager": ("Manager or head of unit", "Responsable ou chef d’unité"),
        "it_specialist": ("IT specialist", "Informaticien(ne)"),
        "other": ("Other", "Autre")},
    "satisfaction": {
        "1": ("1 – Very dissatisfied", "1 – Très insatisfait(e)"),
        "2": ("2 – Dissatisfied", "2 – Insatisfait(e)"),
        "3": ("3 – Neither satisfied nor dissatisfied",
              "3 – Ni satisfait(e) ni insatisfait(e)"),
        "4": ("4 – Satisfied", "4 – Satisfait(e)"),
        "5": ("5 – Very satisfied", "5 – Très satisfait(e)")},
    "attended": YES_NO,
    "recommend": YES_NO,
    "reason_absent": {
        "workload": ("Too much other work", "Trop d’autre travail"),
        "travel": ("Could not travel", "Déplacement impossible"),
        "not_informed": ("Was not told about them",
                         "Pas informé(e) de leur tenue"),
        "personal": ("Personal, family or health reasons",
                     "Raisons personnelles, familiales ou de santé")},
    "channels": {
        "email": ("Email invitation", "Invitation par courriel"),
        "website": ("Website – news page", "Site web – page d’actualités"),
        "colleague": ("Colleague, friend or supervisor",
                      "Collègue, ami(e) ou supérieur(e)"),
        "other": ("Other", "Autre")},
}

ENGLISH_TEXTS = [
    "More time for the exercises.",
    "The \"quick tour\" of seasonal adjustment was anything but quick.",
    "Fewer slides, more practice",
    "Room too small;\nno sockets at the back.",
    "- shorter days\n- longer breaks\n- the data before the course",
    "The trainer was excellent, the timetable was not.",
    "Please send the files beforehand",
    "Examples from small countries, with small samples.\r\n\r\nAnd thank you!",
    "I had hoped for an introduction to \"R\", not to Excel",
    "<more> practice & <less> theory",
    "Translate the material: half of us read French, e.g. the naïve Bayes part",
    "=the level was too high for beginners",
    "Zoë's sessions should be the model for all the others",
    "Sound of the on-line sessions was poor, 50% could not be heard",
    "A certificate",
    "Demasiado rápido; los ejercicios eran útiles, ¡pero muy pocos!",
]
FRENCH_TEXTS = [
    "Plus de temps pour les exercices.",
    "La salle était trop petite ; pas de prises au fond.",
    "Le « tour rapide » n’était pas rapide",
    "Des exemples de nos pays,\net moins de théorie.",
    "Envoyer les fichiers à l’avance",
    "Le niveau \"avancé\" était un vœu pieux",
    "Traduire les supports ; ils étaient tous en anglais",
    "Raccourcir les journées.\nPrévoir de vraies pauses.\nMerci !",
    "L’accueil (à 20 € la nuit) était très bien, le programme trop chargé",
]
ENGLISH_OTHER = ["Newsletter of the association", "A previous course",
                 "Poster in the \"coffee corner\"", "Social media, I think",
                 "Conference in May"]
FRENCH_OTHER = ["Bulletin de l’association", "Une formation précédente",
                "Affiche dans le couloir ; 2e étage", "Réseaux sociaux"]

# -------------------------------------------------------------------- chance

rnd = random.Random(SEED).random


def below(n):
    return int(rnd() * n)


def chance(p):
    return rnd() < p


def pick(items):
    return items[below(len(items))]


def weighted(pairs):
    x = rnd() * sum(w for _, w in pairs)
    for value, w in pairs:
        x -= w
        if x < 0:
            return value
    return pairs[-1][0]


def shuffle(items):
    for i in range(len(items) - 1, 0, -1):
        j = below(i + 1)
        items[i], items[j] = items[j], items[i]


def web_time(first_day, last_day, month=6):
    """A moment of 2024 between two days of a month, in waking hours."""
    day = first_day + below(last_day - first_day + 1)
    return datetime(2024, month, day, 7, 0, 0) + timedelta(seconds=below(52000))


def paper_day(first_day, last_day, month=6):
    return datetime(2024, month, first_day + below(last_day - first_day + 1))


# ------------------------------------------------------------------- replies

def fresh_answers(paper, role=None, start=None):
    """One reply, as codes; a missing answer is an empty string or list."""
    a = {}
    a["role"] = role or weighted([("statistician", 58), ("manager", 17),
                                  ("it_specialist", 16), ("other", 9)])
    if paper and role is None and chance(0.08):
        a["role"] = ""
    a["satisfaction"] = weighted([("1", 5), ("2", 10), ("3", 21), ("4", 40),
                                  ("5", 24)])
    level = int(a["satisfaction"])
    if chance(0.02):
        a["satisfaction"] = ""
    a["attended"] = "yes" if chance(0.74) else "no"
    if chance(0.015):
        a["attended"] = ""
    a["sessions"] = ""
    a["reason_absent"] = ""
    if a["attended"] == "yes" and not chance(0.05):
        a["sessions"] = str(1 + int(12 * (1 - rnd() * rnd())) % 12)
    if a["attended"] == "no" and not chance(0.08):
        a["reason_absent"] = weighted([("workload", 45), ("travel", 22),
                                       ("not_informed", 18), ("personal", 15)])
    a["channels"] = [c for c, p in (("email", 0.55), ("website", 0.28),
                                    ("colleague", 0.38), ("other", 0.12))
                     if chance(p)]
    if not a["channels"] and chance(0.8):
        a["channels"] = ["email"]
    a["channels_other"] = ""
    if "other" in a["channels"] and not chance(0.2):
        a["channels_other"] = pick(FRENCH_OTHER if paper else ENGLISH_OTHER)
    a["start_date"] = start
    if start is None:
        a["start_date"] = datetime(2024, 5, 6) + timedelta(days=below(26))
        if chance(0.06):
            a["start_date"] = ""
    a["recommend"] = "yes" if chance(0.2 * level) else "no"
    if chance(0.03):
        a["recommend"] = ""
    a["improvement"] = ""
    asked = a["recommend"] == "no" or a["satisfaction"] in ("1", "2")
    if asked and not chance(0.35):
        a["improvement"] = pick(FRENCH_TEXTS if paper else ENGLISH_TEXTS)
    return a


def again(first, paper):
    """A second reply of the same respondent: some answers are new."""
    while True:
        second = fresh_answers(paper, first["role"], first["start_date"])
        if any(second[q] != first[q] for q in
               ("satisfaction", "attended", "sessions", "recommend")):
            return second


def cells(record):
    """The cells of a record as the file has them."""
    paper = record["file"] == "paper"
    language = 1 if paper else 0
    out = [record["respondent"]]
    if record.get("submitted_text") is not None:
        out.append(record["submitted_text"])
    else:
        out.append(record["when"].strftime("%d/%m/%Y" if paper
                                           else "%Y-%m-%d %H:%M:%S"))
    if not paper:
        out.append(record["status"])
    for q in QUESTIONS:
        value = record["answers"][q]
        if q in record["raw"]:
            text = record["raw"][q]
        elif q == "channels":
            text = (" | " if paper else ", ").join(
                LABELS[q][c][language] for c in value)
        elif q in LABELS:
            text = LABELS[q][value][language] if value else ""
        elif q == "start_date":
            text = value.strftime("%d/%m/%Y" if paper else "%Y-%m-%d") \
                if value else ""
        else:
            text = value
        out.append(text)
    damage = record.get("damage")
    if damage == "too few":
        out.pop()
    elif damage == "too many":
        out.append("see the other side" if not paper else "voir au verso")
    return out


records = []


def add(file, code, when, answers, status="Complete", **more):
    record = {"file": file, "when": when, "answers": answers, "raw": {},
              "respondent": code if isinstance(code, str) else "R-%04d" % code,
              "status": status}
    record.update(more)
    records.append(record)
    return record


def build():
    """All records, in no particular order, and the pairs to be doubled."""
    fixed = [12, 147]                    # the two with a correction
    codes = [n for n in range(1, RESPONDENTS + 1) if n not in fixed]
    shuffle(codes)
    taken = [0]

    def take(n):
        part = codes[taken[0]:taken[0] + n]
        taken[0] += n
        return part

    doubled = []
    with_paper = 0

    # Late ones. The first is late by no more than a second.
    late_only = take(WEB_LATE_ONLY)
    for i, code in enumerate(late_only):
        when = datetime(2024, 7, 1) if i == 0 else web_time(1, 12, 7)
        first = fresh_answers(False)
        add("web", code, when, first)
        if 1 <= i <= SECOND_LATE:
            add("web", code, when + timedelta(days=2), again(first, False))
    for i, code in enumerate(take(PAPER_LATE_ONLY)):
        with_paper += 1
        when = datetime(2024, 7, 1) if i == 0 else paper_day(2, 12, 7)
        add("paper", code, when, fresh_answers(True))
    for code in take(WEB_THEN_LATE_WEB):
        first = fresh_answers(False)
        add("web", code, web_time(3, 28), first)
        add("web", code, web_time(1, 12, 7), again(first, False))
    for code in take(PAPER_THEN_LATE_WEB):
        with_paper += 1
        first = fresh_answers(True)
        add("paper", code, paper_day(3, 28), first)
        add("web", code, web_time(1, 12, 7), again(first, False))
    for code in take(WEB_THEN_LATE_PAPER):
        with_paper += 1
        first = fresh_answers(False)
        add("web", code, web_time(3, 28), first)
        add("paper", code, paper_day(1, 12, 7), again(first, True))

    # Sent again in time.
    for i, code in enumerate(take(WEB_WEB)):
        first = fresh_answers(False)
        add("web", code, web_time(3, 15), first)
        record = add("web", code, web_time(16, 29), again(first, False))
        if i < LOOSE_CODES:
            record["respondent"] = "r-%04d" % code + " " * (i % 2)
    for code in take(WEB_WEB_WEB):
        first = fresh_answers(False)
        add("web", code, web_time(3, 10), first)
        add("web", code, web_time(11, 19), again(first, False))
        add("web", code, web_time(20, 29), again(first, False))
    for code in take(PAPER_WEB):
        with_paper += 1
        first = fresh_answers(True)
        add("paper", code, paper_day(3, 15), first)
        add("web", code, web_time(16, 29), again(first, False))
    for code in take(WEB_PAPER):
        with_paper += 1
        first = fresh_answers(False)
        add("web", code, web_time(3, 15), first)
        add("paper", code, paper_day(16, 29), again(first, True))
    for code in take(SAME_DAY_PAPER_WEB):
        with_paper += 1
        day = paper_day(5, 25)
        first = fresh_answers(True)
        add("paper", code, day, first)
        add("web", code, day + timedelta(hours=10, minutes=15, seconds=7),
            again(first, False))
    for code in take(MIDNIGHT_TIE):
        with_paper += 1
        first = fresh_answers(False)
        add("web", code, datetime(2024, 6, 12), first)
        add("paper", code, datetime(2024, 6, 12), again(first, True))
    for code in take(PAPER_PAPER_SAME_DAY):
        with_paper += 1
        day = paper_day(5, 25)
        first = fresh_answers(True)
        add("paper", code, day, first)
        add("paper", code, day, again(first, True))
    for code in take(DUPLICATE_WEB):
        doubled.append(add("web", code, web_time(3, 29), fresh_answers(False)))
    for code in take(DUPLICATE_PAPER):
        with_paper += 1
        doubled.append(add("paper", code, paper_day(3, 29),
                           fresh_answers(True)))

    # The plain ones; the first of each file comes on the last day.
    plain_paper = take(PAPER_RESPONDENTS - with_paper)
    plain_web = take(len(codes) - taken[0])
    paper_records = []
    for i, code in enumerate(plain_paper):
        when = datetime(2024, 6, 30) if i == 0 else paper_day(3, 29)
        paper_records.append(add("paper", code, when, fresh_answers(True)))
    web_records = []
    for i, code in enumerate(plain_web):
        when = datetime(2024, 6, 30, 23, 59, 59) if i == 0 \
            else web_time(3, 29)
        web_records.append(add("web", code, when, fresh_answers(False)))

    # The two that are corrected.
    a = fresh_answers(False)
    a.update(attended="yes", sessions="11", reason_absent="")
    add("web", 12, web_time(3, 29), a)
    a = fresh_answers(False)
    a.update(satisfaction="1", recommend="yes", improvement="")
    add("web", 147, datetime(2024, 6, 18, 16, 40, 52), a)

    trouble(web_records, paper_records)
    unreadable(late_only, plain_web, plain_paper)
    previews(plain_web)
    return doubled


def trouble(web_records, paper_records):
    """Answers with something the matter, one to a record."""
    free = {"web": web_records[1:], "paper": paper_records[1:]}

    def one(file, fits):
        for i, record in enumerate(free[file]):
            if fits(record["answers"]):
                return free[file].pop(i)
        raise SystemExit("no record left for this trouble")

    def spoil(file, question, text):
        record = one(file, lambda a: a[question])
        record["raw"][question] = text
        a = record["answers"]
        if question == "attended":
            a["sessions"] = a["reason_absent"] = ""
        if question == "channels":
            a["channels_other"] = ""
        if question in ("recommend", "satisfaction"):
            a["improvement"] = ""

    for question, text in WEB_UNCLEAR:
        spoil("web", question, text)
    for question, text in PAPER_UNCLEAR:
        spoil("paper", question, text)
    for file, numbers in (("web", WEB_OUT_OF_RANGE),
                          ("paper", PAPER_OUT_OF_RANGE)):
        for number in numbers:
            record = one(file, lambda a: a["attended"] == "yes")
            record["answers"]["sessions"] = str(number)
    for file, numbers in (("web", WEB_SESSIONS_THOUGH_ABSENT),
                          ("paper", PAPER_SESSIONS_THOUGH_ABSENT)):
        for number in numbers:
            record = one(file, lambda a: a["attended"] == "no")
            record["answers"]["sessions"] = str(number)
    for _ in range(PAPER_REASON_THOUGH_PRESENT):
        record = one("paper", lambda a: a["attended"] == "yes")
        record["answers"]["reason_absent"] = "workload"
    for _ in range(PAPER_OTHER_TEXT_NOT_CHOSEN):
        record = one("paper", lambda a: a["channels"] == ["email"])
        record["answers"]["channels_other"] = "Mon chef de service"
    for text in PAPER_NOT_A_DATE:
        record = one("paper", lambda a: a["start_date"])
        record["raw"]["start_date"] = text
    for i in range(WEB_LOOSE_ANSWERS):
        if i % 3 == 0:
            record = one("web", lambda a: a["role"] == "statistician")
            record["raw"]["role"] = "STATISTICIAN "
        elif i % 3 == 1:
            record = one("web", lambda a: a["channels"] ==
                         ["email", "colleague"])
            record["raw"]["channels"] = \
                "Email  invitation, colleague,  friend or supervisor"
        else:
            record = one("web", lambda a: a["recommend"] == "yes")
            record["raw"]["recommend"] = " yes"
    for i in range(PAPER_LOOSE_ANSWERS):
        if i % 3 == 0:
            record = one("paper", lambda a: a["satisfaction"] == "4")
            record["raw"]["satisfaction"] = "4  –  SATISFAIT(E)"
        elif i % 3 == 1:
            record = one("paper", lambda a: a["channels"] ==
                         ["email", "colleague"])
            record["raw"]["channels"] = \
                "invitation par courriel |COLLÈGUE, ami(e) ou supérieur(e) "
        else:
            record = one("paper", lambda a: a["attended"] == "yes")
            record["raw"]["attended"] = "OUI"
    for _ in range(SPACES_ONLY):
        record = one("web", lambda a: a["recommend"] == "no")
        record["raw"]["improvement"] = "   "


def unreadable(late_only, plain_web, plain_paper):
    """Records that must be kept out. Where the respondent has a usable record
    as well, this one is later and would win if it were let in."""
    strangers = ["R-%04d" % (RESPONDENTS + 1 + i) for i in range(STRANGERS)]
    last_web = datetime(2024, 6, 30, 11, 5, 30)
    last_paper = datetime(2024, 6, 30)

    def bad(file, code, when=None, **more):
        when = when or (last_paper if file == "paper" else last_web)
        return add(file, code, when, fresh_answers(file == "paper"), **more)

    bad("web", plain_web[-1], damage="too few")
    bad("web", strangers[0], damage="too few")
    bad("web", plain_web[-2], damage="too many")
    bad("web", "TEST-07", status="Preview", damage="too many")
    bad("web", strangers[1], submitted_text="2024-06-31 09:12:44")
    bad("web", strangers[2], submitted_text="")
    bad("web", " ")
    bad("paper", plain_paper[-1], damage="too few")
    bad("paper", plain_paper[-2], damage="too many")
    bad("paper", strangers[3], damage="too many")
    for code in (plain_paper[-3], strangers[4]):
        record = bad("paper", code)
        record["answers"]["recommend"] = "no"
        # U+0081 stands for the byte 0x81, which Windows-1252 leaves undefined.
        record["raw"]["improvement"] = "Revoir le\u0081programme, jour par jour"
    bad("paper", late_only[-1], submitted_text="31/06/2024")
    bad("paper", "")


def previews(plain_web):
    """Test rows: they are no replies, whatever else is in them."""
    def test(code, when, status="Preview"):
        add("web", code, when, fresh_answers(False), status)

    test("TEST-01", datetime(2024, 5, 29, 9, 14, 2))
    test("TEST-02", datetime(2024, 5, 29, 9, 31, 40))
    test("TEST-02", datetime(2024, 6, 2, 18, 3, 11), " preview")
    test("", datetime(2024, 6, 2, 18, 20, 0))
    test("R-%04d" % plain_web[-3], datetime(2024, 6, 30, 12, 0, 0))
    test("TEST-03", datetime(2024, 7, 3, 8, 45, 27))


# --------------------------------------------------------------------- files

def line(values, separator, end):
    out = []
    for value in values:
        if any(c in value for c in (separator, '"', "\r", "\n")):
            value = '"' + value.replace('"', '""') + '"'
        out.append(value)
    return separator.join(out) + end


def encode_paper(text):
    """Windows-1252, with U+0081 let through as the byte 0x81."""
    return b"\x81".join(part.encode("cp1252") for part in text.split("\u0081"))


def in_file_order(name, doubled):
    mine = [r for r in records if r["file"] == name]
    shuffle(mine)
    for record in doubled:
        if record["file"] == name:
            at = mine.index(record) + 1 + below(6)
            mine.insert(at, dict(record))
    return mine


def main():
    if len(sys.argv) != 2:
        raise SystemExit("usage: training_feedback.py OUTDIR")
    out = sys.argv[1]
    doubled = build()
    web = [["respondent", "submitted", "status"] + QUESTIONS]
    web += [cells(r) for r in in_file_order("web", doubled)]
    paper = [["Répondant", "Reçu le"] + FRENCH_HEADINGS]
    paper += [cells(r) for r in in_file_order("paper", doubled)]
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "export-web.csv"), "wb") as f:
        for row in web:
            f.write(line(row, ",", "\r\n").encode("utf-8"))
    with open(os.path.join(out, "export-paper.csv"), "wb") as f:
        for row in paper:
            f.write(encode_paper(line(row, ";", "\n")))


if __name__ == "__main__":
    main()

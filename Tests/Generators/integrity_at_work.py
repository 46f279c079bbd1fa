#!/usr/bin/env python3
"""Writes the two input files of the integrity-at-work collection.

    python3 integrity_at_work.py OUTDIR

Everything here is invented: no organization, no member of staff and no reply is real. The files are
the same, byte for byte, on every run and with every version of Python, because the only source of
chance is random.Random(SEED).random(). The program's readers are not used here.
"""

import os
import random
import sys
from datetime import datetime, timedelta

SEED = 20240304

WEB, TABLETS = 262, 104      # members of staff who replied in time, by either way
WEB_TEST = 3                 # replies of the authors of the form
WEB_UNFINISHED = 5           # sent off by nobody: no date
WEB_LATE = 4                 # after 2024-03-15; the first by six seconds
WEB_TWICE = 6                # sent again, in time; the first two withdraw what they had witnessed
WEB_THEN_TABLET = 3          # replied by web, and later at a tablet
TABLET_SAME = 2              # the same record twice in the export
TABLET_LATE = 2
TABLET_NO_CODE = 2
TABLET_LOOSE_CODES = 4       # written as ' k7d-204'
WEB_SIXTY = 1                # 60 years of service, corrected
TABLET_NO_YEARS = 5          # 97 stands for no answer
TABLET_YEARS_IN_WORDS = [("12 años", 6), ("1 año", 2), ("unos diez", 2)]  # the last is unclear
WEB_OLD_LABEL = 5            # "Head of section", as the form had it at first: a synonym

STATIONS = {"headquarters": ("Headquarters", "Sede"),
            "regional": ("A regional office", "Una oficina regional"),
            "field": ("A field office", "Una oficina en el terreno")}
GRADES = {"support": ("General service", "Servicios generales"),
          "professional": ("Professional", "Cuadro orgánico"),
          "manager": ("Director or chief of section", "Dirección o jefatura de sección")}
YES_NO = {"yes": ("Yes", "Sí"), "no": ("No", "No")}
CONDUCT = {"resources": ("Use of money, vehicles or equipment for private ends",
                         "Uso de dinero, vehículos o equipo con fines privados"),
           "recruitment": ("Favours in recruitment", "Favoritismo en la contratación"),
           "conflict": ("An undeclared conflict of interest",
                        "Un conflicto de intereses no declarado"),
           "treatment": ("Harassment or abuse of authority", "Acoso o abuso de autoridad")}
LABELS = {
    "station": STATIONS, "grade": GRADES, "trained": YES_NO, "reported": YES_NO,
    "knows_where": dict(YES_NO, unsure=("I am not sure", "No estoy seguro(a)")),
    "confidence": {"1": ("1 – Not at all", "1 – En absoluto"),
                   "2": ("2 – Not very", "2 – Poco"), "3": ("3 – Somewhat", "3 – Algo"),
                   "4": ("4 – Rather", "4 – Bastante"), "5": ("5 – Fully", "5 – Por completo")},
    "witnessed": dict(YES_NO, no_say=("I prefer not to say", "Prefiero no contestar")),
    "conduct": CONDUCT,
    "silence": {"consequences": ("Fear of the consequences", "Temor a las consecuencias"),
                "no_use": ("Nothing would have been done", "No se habría hecho nada"),
                "evidence": ("Too little evidence", "Falta de pruebas"),
                "others": ("Others had reported it", "Otras personas ya la habían denunciado")}}
QUESTIONS = {
    "station": ("Duty station", "Lugar de destino"),
    "grade": ("Category of post", "Categoría del puesto"),
    "years": ("How many years have you worked for the organization?",
              "¿Cuántos años lleva en la organización?"),
    "trained": ("Have you taken the course on ethics in the past two years?",
                "¿Ha hecho el curso de ética en los dos últimos años?"),
    "knows_where": ("Do you know where to report misconduct?",
                    "¿Sabe usted dónde denunciar una conducta indebida?"),
    "confidence": ("How confident are you that a report would be dealt with fairly?",
                   "¿Confía usted en que una denuncia se tramitaría con imparcialidad?"),
    "witnessed": ("Have you witnessed misconduct at work in the past 12 months?",
                  "¿Ha presenciado una conducta indebida en el trabajo en los 12 últimos meses?"),
    "conduct": ("What was it about?", "¿De qué se trataba?"),
    "reported": ("Did you report it?", "¿La denunció?"),
    "silence": ("What was the main reason for not reporting it?",
                "¿Cuál fue la razón principal para no denunciarla?"),
    "remarks": ("Is there anything you would like to add?", "¿Desea añadir algo?")}
REMARKS = [
    ("Managers should take the course first.", "La jefatura debería hacer el curso primero."),
    ("I would report to somebody outside my office, \nnot to my supervisor",
     "Denunciaría ante alguien de fuera de mi oficina;\nno ante mi jefe"),
    ("The \"open door\" is open, but who dares to go in?",
     "Hay \"puertas abiertas\", pero nadie entra"),
    ("Thank you for asking", "Gracias por preguntar"),
    ("=nothing changes", "- más transparencia\n- menos discursos"),
    ("Send the results to all staff; last time we never saw them",
     "¿Y los resultados de la última encuesta?")]

rnd = random.Random(SEED).random


def below(n):
    return int(rnd() * n)


def chance(p):
    return rnd() < p


def weighted(pairs):
    x = rnd() * sum(weight for _, weight in pairs)
    for value, weight in pairs:
        x -= weight
        if x < 0:
            return value
    return pairs[-1][0]


def shuffled(items):
    items = list(items)
    for i in range(len(items) - 1, 0, -1):
        j = below(i + 1)
        items[i], items[j] = items[j], items[i]
    return items


def answers(on_tablet):
    """One reply, as codes; a missing answer is an empty string or list."""
    a = dict.fromkeys(QUESTIONS, "")
    a["station"] = weighted([("headquarters", 5), ("regional", 25), ("field", 70)] if on_tablet
                            else [("headquarters", 58), ("regional", 30), ("field", 12)])
    a["grade"] = weighted([("support", 62), ("professional", 30), ("manager", 8)] if on_tablet
                          else [("support", 36), ("professional", 48), ("manager", 16)])
    years = int(24 * rnd() * rnd())
    a["years"] = "" if chance(0.03) else str(years)
    trained = chance({"headquarters": 0.75, "regional": 0.62, "field": 0.48}[a["station"]])
    a["trained"] = "yes" if trained else "no"
    a["knows_where"] = weighted([("yes", 80 if trained else 45), ("no", 8 if trained else 30),
                                 ("unsure", 12 if trained else 25)])
    trust = (0.15 if a["grade"] == "support" else 0.3) + (0.3 if trained else 0.1)
    level = 1 + sum(chance(0.14 + trust) for _ in range(4))
    a["confidence"] = str(level)
    a["witnessed"] = weighted([("yes", 52 - 6 * level), ("no", 60), ("no_say", 20 - 2 * level)])
    a["conduct"] = []
    if a["witnessed"] == "yes":
        a["conduct"] = [kind for kind, p in
                        (("resources", 0.45), ("recruitment", 0.4), ("conflict", 0.2),
                         ("treatment", 0.35)) if chance(p)]
        if not a["conduct"]:
            a["conduct"] = ["treatment"]
        a["reported"] = "yes" if chance(0.1 + 0.12 * level) else "no"
    if a["reported"] == "no":
        a["silence"] = weighted([("consequences", 40), ("no_use", 30), ("evidence", 18),
                                 ("others", 12)])
    if chance(0.12):
        a["remarks"] = REMARKS[below(len(REMARKS))][1 if on_tablet else 0]
    return a


def codes(count):
    """Access codes, each once; the one with a correction is not among them."""
    letters, found = "ABCDEFGHJKLMNPQRSTUVWXYZ", {"K7D-204": None}
    while len(found) <= count:
        code = "%s%d%s-%03d" % (letters[below(24)], below(10), letters[below(24)], below(1000))
        found[code] = None
    return list(found)[1:]


def moment(first, last):
    """A moment in working hours between two days of 2024."""
    return first + timedelta(days=below((last - first).days + 1), seconds=27000 + below(36000))


EARLY, MIDDLE = datetime(2024, 2, 5), datetime(2024, 2, 23)
END, LATEST = datetime(2024, 3, 14), datetime(2024, 3, 26)


def web_records(people):
    """Access code, moment (None where it was not sent off) and answers."""
    records = []
    for index, code in enumerate(people):
        again = index < WEB_TWICE
        record = [code, moment(EARLY, MIDDLE if again else END), answers(False)]
        records.append(record)
        if again:
            later = dict(record[2])
            if index < 2:
                record[2].update(witnessed="yes", conduct=["resources"], reported="yes",
                                 silence="")
                later.update(witnessed="no", conduct=[], reported="", silence="")
            else:
                later["confidence"] = str(1 + below(5))
            records.append([code, moment(MIDDLE + timedelta(days=1), END), later])
    ordinary = records[2 * WEB_TWICE + WEB_THEN_TABLET:]
    managers = [record for record in ordinary if record[2]["grade"] == "manager"]
    for record in managers[:WEB_OLD_LABEL]:
        record[2]["grade"] = "Head of section"
    slip = ordinary[-1]
    slip[0] = "K7D-204"
    slip[2].update(years="60", remarks="Am I too new, in my sixth year, to say more?")
    return records


def text_of(question, value, language):
    names = LABELS.get(question)
    return names[value][language] if names and value in names else value


def line(cells):
    return ";".join('"%s"' % cell.replace('"', '""') for cell in cells)


def write_web(path, records):
    """LimeSurvey: byte order mark, every cell quoted, full question texts and answers; `No` for an
    option that was not ticked, whether it was shown or not."""
    heading = ["Response ID", "Date submitted", "Last page", "Start language", "Access code"]
    for question, (text, _) in QUESTIONS.items():
        heading += ["%s [%s]" % (text, option) for option, _ in CONDUCT.values()] \
            if question == "conduct" else [text]
    lines = [line(heading)]
    for number, (code, when, reply) in enumerate(records, 1):
        cells = [str(number), when.strftime("%Y-%m-%d %H:%M:%S") if when else "",
                 "3" if when else "1", "en", code]
        for question in QUESTIONS:
            if question == "conduct":
                cells += ["Yes" if kind in reply[question] else "No" for kind in CONDUCT]
            else:
                cells.append(text_of(question, reply[question], 0))
        lines.append(line(cells))
    with open(path, "wb") as file:
        file.write(("\ufeff" + "\r\n".join(lines) + "\r\n\r\n").encode("utf-8"))


def write_tablets(path, records):
    """KoboToolbox: labels, semicolons; a select_multiple in one cell and in a column an option."""
    heading = ["start", "_submission_time", "Código de acceso"]
    for question, (_, text) in QUESTIONS.items():
        heading.append(text)
        if question == "conduct":
            heading += ["%s/%s" % (text, option) for _, option in CONDUCT.values()]
    lines = [line(heading + ["_id", "_uuid", "_index"])]
    for number, (code, when, reply) in enumerate(records, 1):
        start = (when - timedelta(minutes=6) + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%S")
        cells = [start + ".000+01:00", when.strftime("%Y-%m-%dT%H:%M:%S"), code]
        for question in QUESTIONS:
            value = reply[question]
            if question == "conduct":
                cells.append(" ".join(CONDUCT[kind][1] for kind in value))
                cells += [("1" if kind in value else "0") if value else "" for kind in CONDUCT]
            else:
                cells.append(text_of(question, value, 1))
        lines.append(line(cells + [str(7100 + number), "u%04d" % number, str(number)]))
    with open(path, "wb") as file:
        file.write(("\n".join(lines) + "\n").encode("utf-8"))


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: integrity_at_work.py OUTDIR")
    people = codes(WEB + TABLETS + WEB_UNFINISHED + WEB_LATE + TABLET_LATE)
    web_people, people = people[:WEB], people[WEB:]
    tablet_people, others = people[:TABLETS], people[TABLETS:]

    web = web_records(web_people)
    for index in range(WEB_LATE):
        late = datetime(2024, 3, 16, 0, 0, 6) if index == 0 else moment(
            datetime(2024, 3, 17), LATEST)
        web.append([others.pop(), late, answers(False)])
    web += [[others.pop(), None, answers(False)] for _ in range(WEB_UNFINISHED)]
    web += [["TEST", moment(EARLY, EARLY), answers(False)] for _ in range(WEB_TEST)]

    tablets = [[code, moment(EARLY, END), answers(True)] for code in tablet_people]
    for code, _, reply in tablets[:TABLET_NO_YEARS]:
        reply["years"] = "97"
    index = TABLET_NO_YEARS
    for text, count in TABLET_YEARS_IN_WORDS:
        for _, _, reply in tablets[index:index + count]:
            reply["years"] = text
        index += count
    for record in tablets[index:index + TABLET_LOOSE_CODES]:
        record[0] = " " + record[0].lower()
    for code in web_people[WEB_TWICE:WEB_TWICE + WEB_THEN_TABLET]:
        tablets.append([code, moment(datetime(2024, 3, 15), datetime(2024, 3, 15)),
                        answers(True)])
    tablets += [[others.pop(), moment(datetime(2024, 3, 16), LATEST), answers(True)]
                for _ in range(TABLET_LATE)]
    tablets += [["", moment(EARLY, END), answers(True)] for _ in range(TABLET_NO_CODE)]
    tablets += [list(record) for record in tablets[-20:-20 + TABLET_SAME]]

    os.makedirs(sys.argv[1], exist_ok=True)
    write_web(os.path.join(sys.argv[1], "web-survey.csv"), shuffled(web))
    write_tablets(os.path.join(sys.argv[1], "tablets.csv"), shuffled(tablets))


if __name__ == "__main__":
    main()

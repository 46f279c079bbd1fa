#!/usr/bin/env python3
"""Writes the two input files of the household-waste collection.

    python3 household_waste.py OUTDIR

Everything here is invented: no town, no household and no reply is real. The files are the same,
byte for byte, on every run and with every version of Python, because the only source of chance is
random.Random(SEED).random(). The program's readers are not used here.
"""

import os
import random
import sys
from datetime import datetime, timedelta

SEED = 20231002

# Drawn: one household at each of 520 addresses; in the villages more than their share.
DRAWN = {"centre": 210, "suburbs": 170, "villages": 140}
REPLY = {"centre": 0.52, "suburbs": 0.66, "villages": 0.74}
BY_WEB = {"centre": 0.72, "suburbs": 0.6, "villages": 0.38}

WEB_PREVIEW = 3              # by the authors of the form
WEB_LATE = 5                 # after 2023-11-12; the first by one second
WEB_TWICE = 5                # sent again, in time
WEB_THEN_INTERVIEW = 4       # sent by web, and visited on a later day
WEB_NO_HOUSEHOLD = 2         # the link was used without the number
INTERVIEW_KEYED_TWICE = 3    # the same interview entered by two clerks, alike
INTERVIEW_KEYED_APART = 2    # entered by two clerks, the second with another number of bags
INTERVIEW_LATE = 3
INTERVIEW_NO_SUCH_DAY = 2    # 31/11/2023
INTERVIEW_CUT_OFF = 2        # too few fields
WEB_UNCLEAR = [("bags", "two or three"), ("minutes", "10-15"), ("persons", "a couple")]
INTERVIEW_UNCLEAR = [("dwelling", "Péniche"), ("bags", "plusieurs")]
WEB_NOTHING_AND_GLASS = 2    # ticked "None of these" and "Glass"
MANY_BAGS = 2                # 9 bags of one person

AREAS = {"centre": ("Town centre", "Centre-ville"), "suburbs": ("Suburbs", "Faubourgs"),
         "villages": ("Villages", "Villages")}
MATERIALS = {"paper": ("Paper and cardboard", "Papier et carton"), "glass": ("Glass", "Verre"),
             "plastic": ("Plastic, cartons and cans", "Plastique, briques et canettes"),
             "organic": ("Organic waste", "Déchets organiques"),
             "nothing": ("None of these", "Aucune de ces matières")}
LABELS = {
    "area": AREAS, "sorted": MATERIALS,
    "dwelling": {"flat": ("A flat", "Un appartement"), "house": ("A house", "Une maison")},
    "compost": {"yes": ("Yes", "Oui"), "no": ("No", "Non")},
    "collection": {"1": ("1 – Very dissatisfied", "1 – Très insatisfait(e)"),
                   "2": ("2 – Dissatisfied", "2 – Insatisfait(e)"),
                   "3": ("3 – Neither", "3 – Ni l’un ni l’autre"),
                   "4": ("4 – Satisfied", "4 – Satisfait(e)"),
                   "5": ("5 – Very satisfied", "5 – Très satisfait(e)")},
    "fee": {"per_bag": ("For each bag", "Par sac"), "fixed": ("A fixed fee", "Un montant fixe"),
            "no_view": ("I have no preference", "Sans préférence")}}
QUESTIONS = {
    "area": ("Area", "Secteur"),
    "at_address": ("Households at the address, counted on the spot",
                   "Ménages à cette adresse, comptés sur place"),
    "dwelling": ("What kind of dwelling do you live in?",
                 "Dans quel type de logement vivez-vous ?"),
    "persons": ("How many people live in your household, yourself included?",
                "Combien de personnes compte votre ménage, vous compris ?"),
    "sorted": ("Which materials do you sort out from your waste?",
               "Quelles matières triez-vous ?"),
    "minutes": ("How many minutes do you walk to the nearest collection point?",
                "Combien de minutes marchez-vous jusqu’au point de collecte le plus proche ?"),
    "bags": ("How many bags of other waste did you put out last week?",
             "Combien de sacs d’autres déchets avez-vous sortis la semaine dernière ?"),
    "compost": ("Do you compost in your garden?", "Compostez-vous dans votre jardin ?"),
    "collection": ("How satisfied are you with the collection of waste?",
                   "Êtes-vous satisfait(e) de la collecte des déchets ?"),
    "fee": ("Would you rather pay for each bag or a fixed fee?",
            "Préférez-vous payer par sac ou un montant fixe ?"),
    "remarks": ("What should be improved?", "Que faudrait-il améliorer ?")}
REMARKS = [
    ("The containers are full by Friday.", "Les conteneurs sont pleins dès le vendredi."),
    ("More often in summer,\nplease", "Une collecte de plus en été ;\nsurtout pour l’organique"),
    ("The \"quiet\" collection at 5 a.m. wakes the street", "Trop tôt, « à l’aube »"),
    ("-less plastic in the shops, not more bins", "Moins d’emballages"),
    ("A container for batteries & lamps", "Un bac pour les piles")]

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


def answers(area, by_web):
    """One reply, as codes; a missing answer is an empty string or list."""
    a = dict.fromkeys(QUESTIONS, "")
    a["area"] = area
    is_house = chance({"centre": 0.12, "suburbs": 0.5, "villages": 0.86}[area])
    a["dwelling"] = "house" if is_house else "flat"
    a["at_address"] = str(weighted([(1, 88), (2, 12)]) if is_house else
                          weighted([(2, 20), (4, 30), (6, 28), (9, 14), (12, 8)]))
    persons = weighted([(1, 24 if is_house else 46), (2, 36), (3, 18), (4, 14), (5, 6), (6, 2)])
    a["persons"] = "" if chance(0.03) else str(persons)
    keen = 0.55 + (0.15 if is_house else 0) + (0.08 if by_web else 0)
    a["sorted"] = [m for m, p in (("paper", 0.35 + keen / 1.4), ("glass", 0.3 + keen / 1.5),
                                  ("plastic", keen), ("organic", keen - 0.3)) if chance(p)]
    if not a["sorted"] and chance(0.8):
        a["sorted"] = ["nothing"]
    walk = {"centre": 4, "suburbs": 7, "villages": 12}[area]
    halves = 1 + int(4 * walk * (rnd() + rnd()) / 2)
    a["minutes"] = "" if chance(0.05) else ("%.1f" % (halves / 2)).replace(".0", "")
    few = len([m for m in a["sorted"] if m != "nothing"])
    a["bags"] = "" if chance(0.04) else str(max(0, (2 * persons + 4 - few) // 3 + below(2)))
    if is_house:
        a["compost"] = "" if chance(0.04) else \
            "yes" if chance(0.68 if area == "villages" else 0.45) else "no"
    a["collection"] = "" if chance(0.04) else weighted(
        [("1", 5 + walk / 2), ("2", 10 + walk / 2), ("3", 20), ("4", 42), ("5", 24)])
    a["fee"] = "" if chance(0.03) else weighted(
        [("per_bag", 55 - 9 * min(persons, 4)), ("fixed", 14 + 8 * persons), ("no_view", 14)])
    if chance(0.1):
        a["remarks"] = REMARKS[below(len(REMARKS))][0 if by_web else 1]
    return a


START, END = datetime(2023, 10, 9), datetime(2023, 11, 11)


def moment(first, last):
    return first + timedelta(days=below((last - first).days + 1), seconds=30000 + below(42000))


def build():
    """The records of both files: number of the household, moment, answers and what is special."""
    numbers = ["H-%04d" % n for n in shuffled(range(1000, 1000 + sum(DRAWN.values())))
               if n != 1187]
    web, interviews = [], []
    for area, drawn in DRAWN.items():
        for _ in range(drawn):
            if chance(REPLY[area]):
                by_web = chance(BY_WEB[area])
                record = [numbers.pop(), moment(START, END), answers(area, by_web), ""]
                (web if by_web else interviews).append(record)
    interviews[0][0] = "H-1187"
    interviews[0][2]["at_address"] = "11"
    odd_web, odd_interviews = shuffled(web), shuffled(interviews[1:])

    for question, text in WEB_UNCLEAR:
        odd_web.pop()[2][question] = text
    for question, text in INTERVIEW_UNCLEAR:
        odd_interviews.pop()[2][question] = text
    for _ in range(WEB_NOTHING_AND_GLASS):
        odd_web.pop()[2]["sorted"] = ["glass", "nothing"]
    for _ in range(MANY_BAGS):
        odd_web.pop()[2].update(persons="1", bags="9")
    for _ in range(WEB_TWICE):
        number, when, reply, _ = odd_web.pop()
        again = dict(reply, collection=str(1 + below(5)))
        web.append([number, max(when, datetime(2023, 11, 1)) + timedelta(days=1), again, ""])
    for _ in range(WEB_THEN_INTERVIEW):
        number, _, reply, _ = odd_web.pop()
        again = answers(reply["area"], False)
        again.update(at_address=reply["at_address"])
        interviews.append([number, datetime(2023, 11, 12), again, ""])
    for index in range(INTERVIEW_KEYED_TWICE + INTERVIEW_KEYED_APART):
        number, when, reply, _ = odd_interviews.pop()
        bags = reply["bags"] if index < INTERVIEW_KEYED_TWICE else str(5 + index)
        interviews.append([number, when, dict(reply, bags=bags), ""])

    for index in range(WEB_LATE):
        late = datetime(2023, 11, 13) if index == 0 else moment(
            datetime(2023, 11, 14), datetime(2023, 11, 26))
        web.append([numbers.pop(), late, answers("centre", True), ""])
    web += [["", moment(START, END), answers("suburbs", True), ""]
            for _ in range(WEB_NO_HOUSEHOLD)]
    web += [["H-0000", moment(START, START), answers("centre", True), "preview"]
            for _ in range(WEB_PREVIEW)]
    interviews += [[numbers.pop(), moment(datetime(2023, 11, 13), datetime(2023, 11, 20)),
                    answers("villages", False), ""] for _ in range(INTERVIEW_LATE)]
    interviews += [[numbers.pop(), END, answers("villages", False), "no such day"]
                   for _ in range(INTERVIEW_NO_SUCH_DAY)]
    interviews += [[numbers.pop(), END, answers("suburbs", False), "cut off"]
                   for _ in range(INTERVIEW_CUT_OFF)]
    return shuffled(web), shuffled(interviews)


def text_of(question, value, language):
    names = LABELS.get(question)
    return names[value][language] if names and value in names else value


def quoted(cell, delimiter):
    if any(c in cell for c in delimiter + '"\r\n'):
        return '"%s"' % cell.replace('"', '""')
    return cell


def write_web(path, records):
    """Qualtrics: identifiers, texts and ImportIds; a column an option, with its label where it was
    ticked."""
    heads = [["StartDate"] * 2, ["RecordedDate", "Recorded Date"], ["Status", "Response Type"],
             ["Finished"] * 2, ["ResponseId", "Response ID"], ["household"] * 2]
    for number, (question, (text, _)) in enumerate(QUESTIONS.items(), 1):
        if question == "sorted":
            heads += [["sorted_%d" % n, "%s - Selected Choice - %s" % (text, option)]
                      for n, (option, _) in enumerate(MATERIALS.values(), 1)]
        else:
            heads.append([question, text])
    lines = [[name for name, _ in heads], [text for _, text in heads],
             ['{"ImportId":"QID%d"}' % n for n in range(1, len(heads) + 1)]]
    for number, (household, when, reply, special) in enumerate(records, 1):
        cells = [(when - timedelta(minutes=7)).strftime("%Y-%m-%d %H:%M:%S"),
                 when.strftime("%Y-%m-%d %H:%M:%S"),
                 "Survey Preview" if special == "preview" else "IP Address", "True",
                 "R_%05d" % (number * 7919 % 100000), household]
        for question in QUESTIONS:
            if question == "sorted":
                cells += [label if m in reply[question] else ""
                          for m, (label, _) in MATERIALS.items()]
            else:
                cells.append(text_of(question, reply[question], 0))
        lines.append(cells)
    with open(path, "wb") as file:
        for cells in lines:
            file.write((",".join(quoted(c, ",") for c in cells) + "\n").encode("utf-8"))


def write_interviews(path, records):
    """REDCap: labels; `Label (choice=Option)` with Checked and Unchecked; decimal commas; NSP for
    what the household could not say."""
    heading = ["Numéro du ménage", "Date de l’entretien"]
    for question, (_, text) in QUESTIONS.items():
        heading += ["%s (choice=%s)" % (text, option) for _, option in MATERIALS.values()] \
            if question == "sorted" else [text]
    lines = [heading + ["Complete?"]]
    for household, when, reply, special in records:
        day = "31/11/2023" if special == "no such day" else when.strftime("%d/%m/%Y")
        cells = [household, day]
        for question in QUESTIONS:
            if question == "sorted":
                cells += ["Checked" if m in reply[question] else "Unchecked" for m in MATERIALS]
            elif question in ("minutes", "persons", "bags") and not reply[question]:
                cells.append("NSP")
            else:
                cells.append(text_of(question, reply[question], 1).replace(".", ",")
                             if question == "minutes" else text_of(question, reply[question], 1))
        cells.append("Complete")
        lines.append(cells[:9] if special == "cut off" else cells)
    with open(path, "wb") as file:
        for cells in lines:
            file.write((";".join(quoted(c, ";") for c in cells) + "\r\n").encode("cp1252"))


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: household_waste.py OUTDIR")
    web, interviews = build()
    os.makedirs(sys.argv[1], exist_ok=True)
    write_web(os.path.join(sys.argv[1], "web.csv"), web)
    write_interviews(os.path.join(sys.argv[1], "interviews.csv"), interviews)


if __name__ == "__main__":
    main()

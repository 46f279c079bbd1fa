#!/usr/bin/env python3
"""Writes the three input files of the field-records collection.

    python3 field_records.py OUTDIR

Everything here is invented: no organization, no office and no reply is real. The files are the same,
byte for byte, on every run and with every version of Python, because the only source of chance is
random.Random(SEED).random(). The program's readers are not used here, and neither is units.csv.
"""

import os
import random
import sys
from datetime import datetime, timedelta

SEED = 20240527

# Code, name in English and French, by which the mail names them. What units.csv says of them besides
# has no part in the replies.
OFFICES = [
    ("abidjan", "Abidjan Office", "Bureau d’Abidjan"), ("accra", "Accra Office", "Bureau d’Accra"),
    ("addis-ababa", "Addis Ababa Office", "Bureau d’Addis-Abeba"),
    ("amman", "Amman Office", "Bureau d’Amman"), ("apia", "Apia Office", "Bureau d’Apia"),
    ("asuncion", "Asunción Office", "Bureau d’Asunción"),
    ("bamako", "Bamako Office", "Bureau de Bamako"),
    ("bangkok", "Bangkok Office", "Bureau de Bangkok"),
    ("beirut", "Beirut Office", "Bureau de Beyrouth"), ("bonn", "Bonn Office", "Bureau de Bonn"),
    ("brussels", "Brussels Office", "Bureau de Bruxelles"),
    ("cairo", "Cairo Office", "Bureau du Caire"), ("dakar", "Dakar Office", "Bureau de Dakar"),
    ("dhaka", "Dhaka Office", "Bureau de Dacca"), ("dushanbe", "Dushanbe Office", "Bureau de Douchanbé"),
    ("geneva", "Geneva Office", "Bureau de Genève"),
    ("guatemala", "Guatemala City Office", "Bureau de Guatemala"),
    ("hanoi", "Hanoi Office", "Bureau de Hanoï"), ("harare", "Harare Office", "Bureau de Harare"),
    ("jakarta", "Jakarta Office", "Bureau de Djakarta"), ("kampala", "Kampala Office", "Bureau de Kampala"),
    ("kathmandu", "Kathmandu Office", "Bureau de Katmandou"),
    ("kingston", "Kingston Office", "Bureau de Kingston"),
    ("kinshasa", "Kinshasa Office", "Bureau de Kinshasa"),
    ("la-paz", "La Paz Office", "Bureau de La Paz"), ("luanda", "Luanda Office", "Bureau de Luanda"),
    ("lusaka", "Lusaka Office", "Bureau de Lusaka"), ("manila", "Manila Office", "Bureau de Manille"),
    ("maputo", "Maputo Office", "Bureau de Maputo"), ("nairobi", "Nairobi Office", "Bureau de Nairobi"),
    ("niamey", "Niamey Office", "Bureau de Niamey"), ("panama", "Panama City Office", "Bureau de Panama"),
    ("port-moresby", "Port Moresby Office", "Bureau de Port Moresby"),
    ("quito", "Quito Office", "Bureau de Quito"), ("rabat", "Rabat Office", "Bureau de Rabat"),
    ("santiago", "Santiago Office", "Bureau de Santiago"),
    ("sarajevo", "Sarajevo Office", "Bureau de Sarajevo"), ("suva", "Suva Office", "Bureau de Suva"),
    ("tbilisi", "Tbilisi Office", "Bureau de Tbilissi"), ("vienna", "Vienna Office", "Bureau de Vienne"),
    ("vientiane", "Vientiane Office", "Bureau de Vientiane"),
    ("windhoek", "Windhoek Office", "Bureau de Windhoek"),
]
CLOSED = ("lima", "Lima Office", "Bureau de Lima")         # before the cut-off
TO_OPEN = ("almaty", "Almaty Office", "Bureau d’Almaty")   # after it

SILENT = 9            # offices that sent nothing
LATE = 2              # offices that replied after 2024-06-14 alone
MAIL = 14             # offices that replied by mail, and not by web
BOTH = 3              # by web, and later by mail with corrections
MAIL_UNKNOWN = ["Regional Hub", "Bureau d'Accra et Lomé"]  # the crosswalk knows the first

CHOICES = {
    "policy": [("yes", "Yes", "Oui"), ("draft", "In draft", "En projet"), ("no", "No", "Non"),
               ("dk", "Don't know", "Ne sait pas")],
    "officer": [("yes", "Yes", "Oui"), ("no", "No", "Non")],
    "digital": [("1", "None", "Aucun"), ("2", "Fewer than half", "Moins de la moitié"),
                ("3", "About half", "Environ la moitié"), ("4", "More than half", "Plus de la moitié"),
                ("5", "All", "Tous"), ("99", "Don't know", "Ne sait pas")],
    "systems": [("drive", "A shared drive", "Un disque partagé"),
                ("system", "A records system", "Un système d’archivage"),
                ("mail", "E-mail folders", "Des dossiers de courriel")],
}
LABELS = {
    "policy": ("Does the office have a policy on records?",
               "Le bureau a-t-il une politique en matière de dossiers ?"),
    "officer": ("Is a member of staff responsible for records?",
                "Quelqu’un est-il responsable des dossiers ?"),
    "digital": ("What share of records is kept in electronic form?",
                "Quelle part des dossiers est sous forme électronique ?"),
    "systems": ("Where are electronic records kept?",
                "Où les dossiers électroniques sont-ils conservés ?"),
    "metres": ("How many metres of paper records are there?",
               "Combien de mètres de dossiers papier y a-t-il ?"),
    "remarks": ("Remarks", "Observations"),
}
REMARKS = [("Boxes stand in the corridor, as there is no room.", "Les cartons sont dans le couloir."),
           ("We moved in May; half is unpacked.", "Nous avons déménagé en mai."),
           ("Who may destroy what, and when?", "Qui peut détruire quoi, et quand ?")]


# The rooms, each with its own kind, metres of shelves, and whether it is locked and dry.
KINDS = ["archive", "office", "corridor"]
ROOMS_SEED = SEED + 1     # of their own: the two other files stay as they are
STRANGE_ROOM = ("atlantis", "archive", "12.5", "yes", "yes")   # of an office that sent nothing


class Chance:
    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, limit):
        return int(self.random() * limit)

    def of(self, items):
        return items[self.below(len(items))]

    def weighted(self, weights):
        point = self.random() * sum(weights)
        for index, weight in enumerate(weights):
            point -= weight
            if point < 0:
                return index
        return len(weights) - 1

    def shuffled(self, items):
        items = list(items)
        for index in range(len(items) - 1, 0, -1):
            other = self.below(index + 1)
            items[index], items[other] = items[other], items[index]
        return items


def answers(chance):
    """Indexes of choices; None for a blank."""
    digital = chance.weighted([2, 7, 6, 8, 3, 4])
    given = {
        "policy": chance.weighted([9, 6, 11, 3]),
        "officer": None if chance.random() < 0.08 else chance.weighted([5, 4]),
        "digital": digital, "systems": [],
        "metres": None if chance.random() < 0.1 else chance.below(120),
        "remarks": chance.below(len(REMARKS)) if chance.random() < 0.15 else None,
    }
    # Who keeps none in electronic form is not asked where.
    if 0 < digital < 5:
        given["systems"] = [index for index, share in enumerate([0.8, 0.35, 0.5])
                            if chance.random() < share]
    return given


def cell(text):
    return '"' + text.replace('"', '""') + '"'


def web_record(office, moment, given):
    def one(question):
        return "" if given[question] is None else CHOICES[question][given[question]][0]
    return [office[0], moment.strftime("%Y-%m-%d %H:%M:%S"), one("policy"), one("officer"),
            one("digital"), " ".join(CHOICES["systems"][index][0] for index in given["systems"]),
            "" if given["metres"] is None else str(given["metres"]),
            "" if given["remarks"] is None else REMARKS[given["remarks"]][0]]


def mail_record(name, moment, given, language):
    def one(question):
        return "" if given[question] is None else CHOICES[question][given[question]][language]
    systems = "; ".join(CHOICES["systems"][index][language] for index in given["systems"])
    return [name, moment.strftime("%d/%m/%Y"), one("policy"), one("officer"), one("digital"), systems,
            "" if given["metres"] is None else str(given["metres"]).replace(".", ","),
            "" if given["remarks"] is None else REMARKS[given["remarks"]][language - 1]]


def rooms_of(offices):
    """One to four rooms each; of some it is not said whether they are locked, or not known whether dry."""
    chance = Chance(ROOMS_SEED)
    for office in offices:
        for _ in range(1 + chance.below(4)):
            kind = chance.weighted([3, 4, 2])
            shelves = (4 + chance.below([240, 60, 40][kind])) / 2
            locked = "" if chance.random() < 0.1 else "yes" if chance.random() < [0.9, 0.7, 0.1][kind] else "no"
            dry = ["yes", "no", "dk"][chance.weighted([6, 2, 1])]
            yield office, KINDS[kind], "%.1f" % shelves, locked, dry


def main(folder):
    chance = Chance(SEED)
    order = chance.shuffled(OFFICES)
    late, replied = order[SILENT:SILENT + LATE], order[SILENT + LATE:]
    by_mail, by_web = replied[:MAIL], replied[MAIL:]
    start = datetime(2024, 5, 27, 8, 0, 0)
    web, mail = [], []
    for office in by_web:
        moment = start + timedelta(seconds=chance.below(15 * 86400))
        web.append((moment, web_record(office, moment, answers(chance))))
    for office in late:
        moment = datetime(2024, 6, 15, 0, 0, 0) + timedelta(seconds=chance.below(9 * 86400))
        web.append((moment, web_record(office, moment, answers(chance))))
    moment = start + timedelta(seconds=chance.below(9 * 86400))
    web.append((moment, web_record(CLOSED, moment, answers(chance))))
    for office in by_mail:
        moment = start + timedelta(days=chance.below(18))
        language = 1 + chance.below(2)
        mail.append((moment, mail_record(office[language], moment, answers(chance), language)))
    # The first of them settles what the web left open; all come on the last day.
    for office in by_web[:BOTH]:
        moment = datetime(2024, 6, 14)
        mail.append((moment, mail_record(office[1].upper(), moment, answers(chance), 1)))
    for name in MAIL_UNKNOWN:
        moment = start + timedelta(days=chance.below(18))
        mail.append((moment, mail_record(name, moment, answers(chance), 1)))
    moment = datetime(2024, 6, 3)
    mail.append((moment, mail_record(TO_OPEN[1], moment, answers(chance), 1)))
    web.sort(key=lambda pair: pair[0])
    mail.sort(key=lambda pair: (pair[0], pair[1][0]))

    with open(os.path.join(folder, "web.csv"), "w", encoding="utf-8", newline="") as file:
        file.write("office,submitted,policy,officer,digital,systems,metres,remarks\r\n")
        for _, record in web:
            file.write(",".join(cell(text) for text in record) + "\r\n")
    offices = [record[0] for _, record in web if record[0] != CLOSED[0]]
    with open(os.path.join(folder, "rooms.csv"), "w", encoding="utf-8", newline="") as file:
        file.write("office,kind,shelves,locked,dry\r\n")
        for record in [*rooms_of(offices), STRANGE_ROOM]:
            file.write(",".join(cell(text) for text in record) + "\r\n")
    with open(os.path.join(folder, "mail.csv"), "w", encoding="cp1252", newline="") as file:
        headings = ["Bureau", "Reçu le"] + [LABELS[name][1].replace(" ?", "\u00a0?")
                                           for name in LABELS]
        file.write(";".join(cell(text) for text in headings) + "\n")
        for _, record in mail:
            file.write(";".join(cell(text) for text in record) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

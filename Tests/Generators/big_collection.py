#!/usr/bin/env python3
"""Writes a large collection of invented replies, for measurements and for checks of every record.

    python3 big_collection.py OUTDIR ROWS [--files N] [--quote all] [--crlf] [--bom] [--seed S]
                              [--anonymous] [--places]

OUTDIR gets Pipelines/big and Input/big: 94 columns (80 closed questions in blocks of ten, of
which the first leads to the next four; six multi-selects; four free texts; respondent, day,
region and language), labels in six languages in several spellings, a few answers that no code
fits, respondents who reply twice, quoted commas, line ends and doubled quotes. About 1 KB a
record. The definition of `--anonymous` takes each record for a respondent of its own; `--places`
adds a question of 200 choices, by which all tables are broken down, too. The same arguments give
the same bytes with every version of Python, because the only source of chance is
random.Random(S).random().
"""

import argparse
import csv
import os
import random

LANGUAGES = ["en", "fr", "es", "ru", "ar", "zh"]
LISTS = {
    "yes_no": [
        ("yes", ["Yes", "Oui", "Sí", "Да", "نعم", "是"]),
        ("no", ["No", "Non", "No", "Нет", "لا", "否"]),
        ("planned", ["Planned", "Prévu", "Previsto", "Планируется", "مخطط", "计划中"])],
    "often": [
        ("never", ["Never", "Jamais", "Nunca", "Никогда", "أبدا", "从不"]),
        ("rarely", ["Rarely", "Rarement", "Raramente", "Редко", "نادرا", "很少"]),
        ("often", ["Often", "Souvent", "A menudo", "Часто", "غالبا", "经常"]),
        ("always", ["Always", "Toujours", "Siempre", "Всегда", "دائما", "总是"])],
    "extent": [
        ("none", ["No, none", "Non, aucun", "No, ninguno", "Нет, никаких", "لا، لا شيء", "没有"]),
        ("some", ["Yes, some", "Oui, certains", "Sí, algunos", "Да, некоторые", "نعم، بعض", "有一些"]),
        ("most", ["Yes, most", "Oui, la plupart", "Sí, la mayoría", "Да, большинство",
                  "نعم، معظم", "大多数"]),
        ("all", ["Yes, all", "Oui, tous", "Sí, todos", "Да, все", "نعم، كل", "全部"])],
    "agree": [
        ("strongly", ["Strongly agree", "Tout à fait d'accord", "Muy de acuerdo",
                      "Полностью согласен", "أوافق بشدة", "非常同意"]),
        ("agree", ["Agree", "D'accord", "De acuerdo", "Согласен", "أوافق", "同意"]),
        ("disagree", ["Disagree", "Pas d'accord", "En desacuerdo", "Не согласен", "لا أوافق",
                      "不同意"])],
    "means": [
        ("law", ["Legislation", "Législation", "Legislación", "Законодательство", "تشريع", "立法"]),
        ("policy", ["Policy", "Politique", "Política", "Политика", "سياسة", "政策"]),
        ("training", ["Training", "Formation", "Formación", "Обучение", "تدريب", "培训"]),
        ("funds", ["Funds", "Fonds", "Fondos", "Средства", "أموال", "资金"]),
        ("data", ["Data collection", "Collecte de données", "Recogida de datos", "Сбор данных",
                  "جمع البيانات", "数据收集"])],
    "region": [(name, [label] * 6) for name, label in [
        ("africa", "Africa"), ("asia", "Asia and the Pacific"), ("east", "Eastern Europe"),
        ("latin", "Latin America and the Caribbean"), ("west", "Western Europe and others")]],
}
# The closed list of each question in a block of ten.
BLOCK = ["yes_no", "often", "extent", "agree", "yes_no", "agree", "extent", "often", "yes_no",
         "agree"]
STRAY = ["maybe", "n/a?", "???"]
WORDS = [
    "the ministry has adopted a plan for training and reports on it each year since 2019".split(),
    "le ministère a adopté un plan national de formation depuis 2019 ; rapport chaque année".split(),
    "el ministerio ha adoptado un plan nacional de formación y medidas en curso".split(),
    "министерство приняло национальный план обучения и отчитывается с 2019 года".split(),
    "اعتمدت الوزارة خطة وطنية للتدريب منذ 2019".split(),
    "该国 主管部门 已通过 国家 培训 计划 自2019年 以来".split()]
QUESTIONS = (
    [(f"q{i + 1:03}", "select_one", BLOCK[i % 10], i - i % 10 if 0 < i % 10 < 5 else None)
     for i in range(80)]
    + [(f"m{i + 1:02}", "select_multiple", "means", None) for i in range(6)]
    + [(f"t{i + 1:02}", "text", None, None) for i in range(4)])
PIPELINE = """title: Invented replies
cut-off: 2024-12-31
unit: respondent
sources:
  - file: replies*.csv
    unit: {column: respondent}
    received: {column: received}
    separator: ";"
    ignore: [language]
fail-on: never
rounding:
  percent: 1
quantifiers:
  - {word: all, exactly: 100}
  - {word: many, at-least: 50}
  - {word: few, at-least: 0.01}
  - {word: none, exactly: 0}
"""
TABLES = """tables:
  - each: closed
    columns: [region]
"""
PLACES = [f"p{number:03}" for number in range(1, 201)]


def write_definition(folder, anonymous, places):
    os.makedirs(folder, exist_ok=True)
    pipeline, tables = PIPELINE, TABLES
    if anonymous:
        pipeline = pipeline.replace("{column: respondent}", "record").replace(
            "[language]", "[respondent, language]")
    if places:
        tables = tables.replace("[region]", "[region, place]")
    for name, text in [("pipeline.yaml", pipeline), ("tables.yaml", tables)]:
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    with open(f"{folder}/survey.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["type", "name", "label", "relevant", "required"])
        writer.writerow(["select_one region", "region", "Region", "", ""])
        for name, kind, choices, gate in QUESTIONS:
            relevant = "" if gate is None else f"${{{QUESTIONS[gate][0]}}} = 'yes'"
            is_gate = kind == "select_one" and int(name[1:]) % 10 == 1
            writer.writerow([f"{kind} {choices}" if choices else kind, name, f"Question {name}",
                             relevant, "yes" if is_gate else ""])
        if places:
            writer.writerow(["select_one place", "place", "Place", "", ""])
    with open(f"{folder}/choices.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["list_name", "name"] + [f"label::{code} ({code})" for code in LANGUAGES])
        for name, choices in LISTS.items():
            for choice, labels in choices:
                writer.writerow([name, choice] + labels)
        for place in PLACES if places else []:
            writer.writerow(["place", place] + [place.title()] * len(LANGUAGES))


class Replies:
    """Records drawn one after the other; cells are quoted as they will stand in the file."""

    def __init__(self, seed, quote_all, line_end, places):
        self.random = random.Random(seed).random
        self.quote_all = quote_all
        self.line_end = line_end
        self.places = places
        self.pools = {
            (name, language): self.pool([labels[language] for _, labels in choices])
            for name, choices in LISTS.items() for language in range(len(LANGUAGES))}
        self.count = 0

    def cell(self, text):
        if self.quote_all or any(mark in text for mark in ',"\r\n'):
            return '"' + text.replace('"', '""') + '"'
        return text

    def pool(self, labels):
        """A thousand cells of a closed question, in the proportions in which they come."""
        cells = []
        for index in range(1000):
            label = labels[int(self.random() * self.random() * len(labels))]
            spelling = self.random()
            if spelling > 0.998:
                label = STRAY[index % len(STRAY)]
            elif spelling > 0.97:
                label = [label.lower(), label.upper(), label + " ", " " + label][index % 4]
            cells.append("" if spelling < 0.05 else label)
        return [self.cell(cell) for cell in cells]

    def pick(self, options):
        return options[int(self.random() * len(options))]

    def text(self, language):
        """A free text; every other one needs quotes."""
        if self.random() < 0.7:
            return self.cell("")
        words = [self.pick(WORDS[language]) for _ in range(4 + int(self.random() * 20))]
        kind = int(self.random() * 8)
        if kind == 0:
            words[2] = f'"{words[2]}"'
        if kind == 1:
            words[3] += self.line_end
        if kind in (2, 3):
            words[1] += ","
        return self.cell(" ".join(words))

    def record(self):
        if self.count and self.random() < 0.001:
            number = int(self.random() * self.count)
        else:
            number = self.count
            self.count += 1
        language = number % 7 % len(LANGUAGES)
        day = 1 + int(self.random() * 28)
        cells = [self.cell(f"R{number:07}"),
                 self.cell(f"2024-{1 + int(self.random() * 12):02}-{day:02}"),
                 self.cell(LANGUAGES[language]), self.pick(self.pools["region", 0])]
        blank = self.cell("")
        yes = LISTS["yes_no"][0][1][language].upper()
        is_open = True
        for index, (_, kind, choices, gate) in enumerate(QUESTIONS):
            if kind == "select_one":
                pool = self.pools[choices, language]
                if gate is None or is_open or self.random() < 0.004:
                    cells.append(self.pick(pool))
                else:
                    cells.append(blank)
                if index % 10 == 0:
                    is_open = cells[-1].strip('" ').upper() == yes
            elif kind == "select_multiple":
                labels = [labels[language] for _, labels in LISTS[choices]]
                first = int(self.random() * len(labels))
                cells.append(self.cell(";".join(
                    (labels + labels)[first:first + int(self.random() * len(labels))])))
            else:
                cells.append(self.text(language))
        if self.places:
            cells.append(self.cell(self.pick(PLACES).title()))
        return ",".join(cells) + self.line_end


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("rows", type=int)
    parser.add_argument("--files", type=int, default=1)
    parser.add_argument("--quote", choices=["minimal", "all"], default="minimal")
    parser.add_argument("--crlf", action="store_true")
    parser.add_argument("--bom", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--anonymous", action="store_true")
    parser.add_argument("--places", action="store_true")
    options = parser.parse_args()
    write_definition(f"{options.folder}/Pipelines/big", options.anonymous, options.places)
    os.makedirs(f"{options.folder}/Input/big", exist_ok=True)
    replies = Replies(options.seed, options.quote == "all", "\r\n" if options.crlf else "\n",
                      options.places)
    header = (["respondent", "received", "language", "region"] + [item[0] for item in QUESTIONS]
              + ["place"] * options.places)
    names = (["replies.csv"] if options.files == 1
             else [f"replies-{number:04}.csv" for number in range(1, options.files + 1)])
    for number, name in enumerate(names):
        with open(f"{options.folder}/Input/big/{name}", "w", encoding="utf-8", newline="") as file:
            if options.bom:
                file.write("\ufeff")
            file.write(",".join(map(replies.cell, header)) + replies.line_end)
            first, last = (options.rows * index // len(names) for index in (number, number + 1))
            for _ in range(first, last):
                file.write(replies.record())


if __name__ == "__main__":
    main()

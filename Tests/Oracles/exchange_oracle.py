#!/usr/bin/env python3
"""Reads what is made for survey tools, archives and registries with the programs of those who made the
standards.

    exchange_oracle.py BINARIES [--collections NAME…]

For each collection of the repository:

- `xlsform`: pyxform, the converter of KoboToolbox and ODK, takes the form without a warning, and its XForm has
  each question and each choice; so for the drafts of all exports under Tests/Conventions that are drafted
  without a question asked;
- `ro-crate`: rocrate-validator finds nothing that the profiles of Workflow Run RO-Crate require; each file has
  the digest that hashlib gives; the commands of the crate publish the same bytes again, in all forms;
- `sdmx`: pysdmx reads structure and data by the schemas of SDMX-ML 3.0; each observation is the row of
  `cells.csv` that its codes stand for, no two have one key, and each code is in its list;
- `ddi`: lxml reads the codebook; it keeps to rules drawn up here from the schema of DDI-Codebook 2.5, which
  is not shipped with the project; each question, wording, choice, condition and frequency is that of the
  definition and of the tables.
"""

import argparse
import base64
import csv
import glob
import hashlib
import json
import logging
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

import pysdmx.io
import rocrate
from lxml import etree
from pysdmx.model import Codelist, DataStructureDefinition
from pyxform.xls2xform import convert
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))
STAGES = ["ingest", "normalize", "validate", "aggregate", "export"]
FORMS = ["datapackage", "csvw", "sqlite", "sav", "xlsform", "sdmx", "ddi", "ro-crate"]


def run_stages(binaries, folder, name, forms):
    """Runs a collection of a folder; what stopped it, or nothing."""
    for stage in STAGES:
        options = [f"--form={form}" for form in forms] if stage == "export" else []
        run = subprocess.run(
            [f"{binaries}/rapporteur-{stage}", "--pipeline", f"Pipelines/{name}", "--input",
             f"Input/{name}", "--output", f"Output/{name}"] + options,
            cwd=folder, capture_output=True, text=True)
        if "[confidential-form]" in run.stderr and "sav" in forms:
            return run_stages(binaries, folder, name, [form for form in forms if form != "sav"])
        if run.returncode > 1:
            return f"{stage} left with {run.returncode}: {run.stderr}"
    return None


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# --- XLSForm ---------------------------------------------------------------------------------------------------

def form_is_taken(name, folder, published, warnings=()):
    converted = convert(f"{published}/{name}-form.xlsx")
    if list(converted.warnings) != list(warnings):
        sys.exit(f"{name}: pyxform says {converted.warnings}")
    form = ElementTree.fromstring(converted.xform)
    elements = {re.sub("{.*}", "", element.tag) for element in form.iter()}
    choices = {}
    for instance in form.iter("{http://www.w3.org/2002/xforms}instance"):
        names = [item.text for item in instance.iter("{http://www.w3.org/2002/xforms}name")]
        choices[instance.get("id")] = names
    count = 0
    for row in rows(f"{folder}/Pipelines/{name}/survey.csv"):
        words = row["type"].split()
        if not words or words[0].startswith("end"):
            continue
        if row["name"] not in elements:
            sys.exit(f"{name}: the XForm has no '{row['name']}'")
        count += 1
        if words[0] in ("select_one", "select_multiple", "rank"):
            expected = [choice["name"] for choice in rows(f"{folder}/Pipelines/{name}/choices.csv")
                        if choice["list_name"] == words[1]]
            if choices[words[1]] != expected:
                sys.exit(f"{name}: the XForm has other choices of '{row['name']}' than the definition")
    return count


def drafts_are_taken(binaries):
    taken = 0
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(f"{folder}/Pipelines")
        shutil.copytree(f"{REPOSITORY}/Pipelines/registers", f"{folder}/Pipelines/registers")
        for path in sorted(glob.glob(f"{REPOSITORY}/Tests/Conventions/*/input")):
            name = os.path.basename(os.path.dirname(path))
            drafted = subprocess.run(
                [f"{binaries}/rapporteur", "new", "--pipeline", f"Pipelines/{name}", "--input",
                 f"Input/{name}", "--from", path, "--unit", "record"],
                cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
            # What the program asks about has another road.
            if drafted.returncode == 65:
                continue
            stopped = drafted.stderr if drafted.returncode else run_stages(
                binaries, folder, name, ["xlsform"])
            if stopped:
                sys.exit(f"{name}: {stopped}")
            form_is_taken(name, folder, f"{folder}/Output/{name}/published")
            taken += 1
    return taken


# --- RO-Crate --------------------------------------------------------------------------------------------------

def context_without_network():
    """The context of RO-Crate 1.1 from the package `rocrate`; it has an older address of one type."""
    path = os.path.join(os.path.dirname(rocrate.__file__), "data", "ro-crate.jsonld")
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("https://bioschemas.org/terms/", "https://bioschemas.org/")

    class Response:
        status_code = 200
        ok = True
        headers = {"Content-Type": "application/ld+json"}

        def __init__(self, url):
            if not url.startswith("https://w3id.org/ro/crate/1.1"):
                sys.exit(f"the validator asks for {url}")
            self.text = text
            self.content = text.encode()

        def json(self):
            return json.loads(self.text)

        def raise_for_status(self):
            pass

    HttpRequester.get = lambda self, url, *arguments, **options: Response(url)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256")


def crate_holds(binaries, name, folder):
    published = f"{folder}/Output/{name}/published"
    result = services.validate(services.ValidationSettings(
        rocrate_uri=published, profile_identifier="workflow-run-crate-0.5",
        requirement_severity=models.Severity.REQUIRED))
    if not result.passed():
        sys.exit(f"{name}: {[issue.message for issue in result.get_issues()]}")
    with open(f"{published}/ro-crate-metadata.json", encoding="utf-8") as file:
        graph = {entity["@id"]: entity for entity in json.load(file)["@graph"]}
    files = {id: entity for id, entity in graph.items() if "File" in entity["@type"]}
    found = {os.path.relpath(path, published)
             for path in glob.glob(f"{published}/**", recursive=True) if os.path.isfile(path)}
    named = {urllib.parse.unquote(id) for id in files if not id.startswith("ni:")}
    if found - named != {"manifest.json", "SHA256SUMS", "ro-crate-metadata.json"} or named - found:
        sys.exit(f"{name}: the crate has other files than there are: {found ^ named}")
    for id, entity in files.items():
        names = entity["name"] if isinstance(entity["name"], list) else [entity["name"]]
        for path in names:
            full = f"{folder}/{path}" if id.startswith("ni:") else f"{published}/{path}"
            held = digest(full)
            if held.hexdigest() != entity["sha256"] or str(os.path.getsize(full)) != entity["contentSize"]:
                sys.exit(f"{name}: {path} is another file than the crate says")
            letters = base64.urlsafe_b64encode(held.digest()).decode().rstrip("=")
            if id.startswith("ni:") and id != f"ni:///sha-256;{letters}":
                sys.exit(f"{name}: {path} is named {id}")
    again = f"{folder}/again"
    os.mkdir(again)
    for part in ("Pipelines", "Input"):
        os.symlink(f"{folder}/{part}", f"{again}/{part}")
    run = subprocess.run(["sh", f"{published}/machine/run.sh"], cwd=again, capture_output=True, text=True,
                         env=dict(os.environ, PATH=f"{binaries}:{os.environ['PATH']}"))
    if run.returncode > 1:
        sys.exit(f"{name}: run.sh: {run.stderr}")
    for path in sorted(named):
        if digest(f"{again}/Output/{name}/published/{path}").hexdigest() != graph[
                urllib.parse.quote(path)]["sha256"]:
            sys.exit(f"{name}: run.sh publishes another {path}")
    shutil.rmtree(again)
    return len(files)


# --- SDMX ------------------------------------------------------------------------------------------------------

STATUSES = {"": ("A", "F"), "no-base": ("M", "F"), "no-weight": ("M", "F"), "too-few": ("M", "F"),
            "suppressed": ("Q", "C"), "small-base": ("Q", "F")}


def annotated(code):
    return {annotation.type: annotation.title for annotation in code.annotations}


def figures_are_read(name, published):
    structure = pysdmx.io.read_sdmx(f"{published}/sdmx/structure.xml", validate=True)
    lists = {found.id: {code.id: code for code in found.items}
             for found in structure.structures if isinstance(found, Codelist)}
    enumerated = {component.id: component.local_codes.id
                  for found in structure.structures if isinstance(found, DataStructureDefinition)
                  for component in found.components if component.local_codes is not None}
    if len(enumerated) != 6:
        sys.exit(f"{name}: {sorted(enumerated)} have code lists")
    datasets = list(pysdmx.io.get_datasets(
        f"{published}/sdmx/data.csv", f"{published}/sdmx/structure.xml", validate=True))
    observations = datasets[0].data.to_dict("records")
    cells = rows(f"{published}/machine/cells.csv")
    units = {row["table"]: row["unit"] for row in rows(f"{published}/machine/tables.csv")}
    if len(datasets) != 1 or len(cells) != len(observations):
        sys.exit(f"{name}: {len(observations)} observations of {len(cells)} cells")
    keys = set()
    for observation, cell in zip(observations, cells):
        codes = {}
        for component, codelist in enumerated.items():
            if observation[component] not in lists[codelist]:
                sys.exit(f"{name}: {codelist} has no {observation[component]}")
            codes[component] = lists[codelist][observation[component]]
        row, column = annotated(codes["ROW"]), annotated(codes["COLUMN"])
        told = {
            "table": annotated(codes["TABLE"])["code"], "row_variable": row["variable"], "column": column["code"],
            "column_variable": column.get("variable", ""), "column_label": codes["COLUMN"].name,
            "statistic": annotated(codes["STATISTIC"])["code"], "base_label": observation["BASE_LABEL"],
            "note": observation["COMMENT_OBS"]}
        for column, value in told.items():
            if (value or "").strip() != cell[column].strip():
                sys.exit(f"{name}: {column} is {cell[column]!r}, and {value!r} was read")
        # In a table of several variables the row has its variable before it.
        if cell["row"] not in (row["code"], f"{row['variable']}:{row['code']}"):
            sys.exit(f"{name}: row {cell['row']!r} of {cell['table']} was read as {row}")
        wording = cell["row_label"].rsplit(": ", 1)[-1]
        if not codes["ROW"].name.endswith(wording):
            sys.exit(f"{name}: row {cell['row_label']!r} was read as {codes['ROW'].name!r}")
        unit = units[cell["table"]]
        if annotated(codes["TABLE"]).get("unit", "") != unit:
            sys.exit(f"{name}: {cell['table']} counts {unit!r}")
        for component, column in (("NUMERATOR", "numerator"), ("BASE", "base")):
            number = observation[component]
            if cell[column] == "":
                same = number is None or math.isnan(number)
            else:
                same = float(cell[column]) == number
            if not same:
                sys.exit(f"{name}: {column} is {cell[column]!r}, and {number!r} was read")
        if (observation["OBS_STATUS"], observation["CONF_STATUS"]) != STATUSES[cell["status"]]:
            sys.exit(f"{name}: {cell} has another status in {observation}")
        number = observation["OBS_VALUE"]
        if number is None or math.isnan(number):
            same = (observation.get("OBS_TEXT") or "") == cell["value"]
        else:
            same = number == float(cell["value"])
        if not same:
            sys.exit(f"{name}: the value is {cell['value']!r}, and {observation} was read")
        keys.add(tuple(observation[part] for part in ("TABLE", "ROW", "COLUMN", "STATISTIC", "TIME_PERIOD")))
    if len(keys) != len(cells):
        sys.exit(f"{name}: {len(cells) - len(keys)} observations have the key of another")
    return len(cells)


# --- DDI-Codebook ----------------------------------------------------------------------------------------------

# The elements that are used, as the schema has them: the children in their order, with how many there may be
# (1, ? or *); None where there is text. Where they may come in any order they stand in a set.
ELEMENTS = {
    "codeBook": [("docDscr", "*"), ("stdyDscr", "+"), ("dataDscr", "*")],
    "docDscr": [("citation", "?")],
    "stdyDscr": [("citation", "+"), ("stdyInfo", "*"), ("method", "*"), ("dataAccs", "*")],
    "citation": [("titlStmt", "1"), ("prodStmt", "?"), ("distStmt", "?")],
    "titlStmt": [("titl", "1"), ("IDNo", "*")],
    "prodStmt": [("producer", "*"), ("software", "*")],
    "distStmt": [("contact", "*")],
    "stdyInfo": [("sumDscr", "*")],
    "sumDscr": [("collDate", "*"), ("anlyUnit", "*")],
    "method": [("anlyInfo", "?")],
    "anlyInfo": [("respRate", "*")],
    "dataAccs": [("useStmt", "*")],
    "useStmt": [("confDec", "?"), ("conditions", "?")],
    "dataDscr": [("var", "*")],
    "var": [("labl", "*"), ("qstn", "*"), ("universe", "*"), ("TotlResp", "?"), ("catgry", "*"),
            ("varFormat", "?")],
    "qstn": {"preQTxt", "qstnLit", "forward", "backward"},
    "catgry": [("catValu", "?"), ("labl", "*"), ("catStat", "*")],
    "varFormat": [],
}
TEXTS = {"titl", "IDNo", "producer", "software", "contact", "collDate", "anlyUnit", "respRate", "confDec",
         "conditions", "labl", "universe", "TotlResp", "catValu", "catStat", "preQTxt", "qstnLit", "forward",
         "backward"}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ATTRIBUTES = {
    ("codeBook", "version"): {"2.5"}, ("software", "version"): None, ("collDate", "date"): None,
    ("collDate", "event"): {"start", "end", "single"}, ("var", "ID"): None, ("var", "name"): None,
    ("var", "intrvl"): {"contin", "discrete"},
    ("var", "representationType"): {"text", "numeric", "code", "datetime", "other"},
    ("var", "otherRepresentationType"): {"multiple", "ranking"}, ("qstn", "ID"): None, ("qstn", "seqNo"): None,
    ("qstn", "responseDomainType"): {"text", "numeric", "code", "category", "datetime", "geographic",
                                     "multiple", "other"},
    ("forward", "qstn"): None, ("backward", "qstn"): None, ("universe", "clusion"): {"I", "E"},
    ("catgry", "missing"): {"Y", "N"}, ("catgry", "missType"): None, ("catStat", "type"): {"freq"},
    ("varFormat", "type"): {"numeric", "character"}, ("varFormat", "category"): {"date"},
    ("titl", LANGUAGE): None, ("labl", LANGUAGE): None, ("preQTxt", LANGUAGE): None,
    ("qstnLit", LANGUAGE): None,
}


def keeps_to_rules(name, element):
    tag = etree.QName(element)
    children = [etree.QName(child).localname for child in element]
    if tag.namespace != "ddi:codebook:2_5" or tag.localname not in set(ELEMENTS) | TEXTS:
        sys.exit(f"{name}: {tag} is no element that is known here")
    for attribute, value in element.attrib.items():
        allowed = ATTRIBUTES.get((tag.localname, attribute), set())
        if allowed is not None and value not in allowed:
            sys.exit(f"{name}: {tag.localname} has {attribute}='{value}'")
    rule = ELEMENTS.get(tag.localname)
    if rule is None:
        if children:
            sys.exit(f"{name}: {tag.localname} has {children}")
    elif isinstance(rule, set):
        if set(children) - rule:
            sys.exit(f"{name}: {tag.localname} has {children}")
    else:
        pattern = "".join(f"(?:{child},)" + ("" if often == "1" else often) for child, often in rule)
        if not re.fullmatch(pattern, "".join(f"{child}," for child in children)):
            sys.exit(f"{name}: {tag.localname} has {children}, not {rule}")
    for child in element:
        keeps_to_rules(name, child)


def codebook_is_of_form(name, folder):
    published = f"{folder}/Output/{name}/published"
    root = etree.parse(f"{published}/{name}-codebook.xml").getroot()
    keeps_to_rules(name, root)
    space = {"d": "ddi:codebook:2_5"}
    ids = [element.get("ID") for element in root.iter() if element.get("ID")]
    if len(ids) != len(set(ids)):
        sys.exit(f"{name}: an ID stands twice")
    for element in root.iter("{*}forward", "{*}backward"):
        if set(element.get("qstn", "").split()) - set(ids):
            sys.exit(f"{name}: no question has the ID {element.get('qstn')}")
    states = {row["question"]: row for row in rows(f"{published}/machine/answer-states.csv")
              if row["attribute"] == ""}
    # The first count in a column of all units of a table that has no condition, of which the plan tells.
    counts = {}
    for cell in rows(f"{published}/machine/cells.csv"):
        if cell["column"] == ".total" and cell["statistic"] == "count":
            code = cell["row"].removeprefix(f"{cell['row_variable']}:")
            counts.setdefault((cell["row_variable"], code), set()).add(cell["value"])
    questions = [row for row in rows(f"{folder}/Pipelines/{name}/survey.csv")
                 if row["type"].split()[:1] and row["type"].split()[0] in (
                     "select_one", "select_multiple", "rank", "integer", "decimal", "text", "date")]
    variables = {element.get("name"): element for element in root.iter("{*}var")}
    if [row["name"] for row in questions] != list(variables):
        sys.exit(f"{name}: the codebook has other questions: {list(variables)}")
    frequencies = 0
    for row in questions:
        variable = variables[row["name"]]
        wordings = {re.search(r"\((.*)\)$", heading)[1]: text for heading, text in row.items()
                    if heading.startswith("label::") and text}
        for path in ("d:labl", "d:qstn/d:qstnLit"):
            told = {element.get(LANGUAGE): element.text for element in variable.findall(path, space)}
            if told != wordings:
                sys.exit(f"{name}: {row['name']} is worded {told}")
        universes = [element.text for element in variable.findall("d:universe", space)]
        if (row.get("relevant") or "") not in universes + [""]:
            sys.exit(f"{name}: {row['name']} is asked of {universes}")
        for element in variable.iter("{*}forward"):
            for led in element.get("qstn").split():
                question = root.xpath("//d:qstn[@ID=$id]", id=led, namespaces=space)[0]
                if element.text != question.findtext("d:backward", namespaces=space):
                    sys.exit(f"{name}: {row['name']} leads to {led} by {element.text}")
        condition = variable.findtext("d:qstn/d:backward", namespaces=space) or ""
        expected = universes[0] if len(universes) == 1 else " and ".join(f"({part})" for part in universes)
        if condition.split("; ${")[0] != expected.split("; ${")[0]:
            sys.exit(f"{name}: {row['name']} is asked of {expected}, and led to by {condition}")
        choices = {}
        if row["type"].split()[0] in ("select_one", "select_multiple", "rank"):
            choices = {choice["name"]: {
                re.search(r"\((.*)\)$", heading)[1]: text for heading, text in choice.items()
                if heading.startswith("label::") and text}
                for choice in rows(f"{folder}/Pipelines/{name}/choices.csv")
                if choice["list_name"] == row["type"].split()[1]}
        for category in variable.findall("d:catgry", space):
            code = category.findtext("d:catValu", namespaces=space)
            count = category.findtext("d:catStat", namespaces=space)
            told = {element.get(LANGUAGE): element.text for element in category.findall("d:labl", space)}
            if code.startswith("."):
                expected = states[row["name"]][code[1:]]
                if (count or "suppressed") != expected:
                    sys.exit(f"{name}: {row['name']} {code}: {count}, published {expected}")
            elif told != choices.pop(code):
                sys.exit(f"{name}: {row['name']} {code} is worded {told}")
            elif count is not None and count not in counts[(row["name"], code)]:
                sys.exit(f"{name}: {row['name']} {code}: {count}, published {counts[(row['name'], code)]}")
            frequencies += count is not None
        if choices:
            sys.exit(f"{name}: {row['name']} lacks {choices}")
        answered = variable.findtext("d:TotlResp", namespaces=space)
        if (answered or "suppressed") != states[row["name"]]["answered"]:
            sys.exit(f"{name}: {row['name']} was answered by {answered}")
    return frequencies


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binaries")
    parser.add_argument("--collections", nargs="*")
    options = parser.parse_args()
    binaries = os.path.abspath(options.binaries)
    logging.disable(logging.CRITICAL)
    context_without_network()
    names = options.collections or sorted(
        os.path.basename(os.path.dirname(path))
        for path in glob.glob(f"{REPOSITORY}/Pipelines/*/pipeline.yaml"))
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(f"{REPOSITORY}/Input", f"{folder}/Input")
            shutil.copytree(f"{REPOSITORY}/Pipelines", f"{folder}/Pipelines")
            with open(f"{folder}/Pipelines/{name}/pipeline.yaml", "a", encoding="utf-8") as file:
                file.write("\nagency: OECD.SDD\n")
            stopped = run_stages(binaries, folder, name, FORMS)
            if stopped:
                sys.exit(f"{name}: {stopped}")
            questions = form_is_taken(name, folder, f"{folder}/Output/{name}/published")
            figures = figures_are_read(name, f"{folder}/Output/{name}/published")
            frequencies = codebook_is_of_form(name, folder)
            files = crate_holds(binaries, name, folder)
            print(f"exchange: {name}: {questions} rows of the form taken by pyxform, {figures:,} figures "
                  f"read alike by pysdmx, {frequencies} frequencies of the codebook, {files} files of a valid research object")
    print(f"exchange: the drafts of {drafts_are_taken(binaries)} exports are taken by pyxform")


if __name__ == "__main__":
    main()

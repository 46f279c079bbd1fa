# What `run.sh` of a case may say besides the programs themselves.

# The export of the small collection: two people.
replies() {
  mkdir -p Input/small
  printf '%s\n' Who,Received,attended,rating,channels,sessions,day,remarks \
    Ann,2024-05-01,Yes,Good,Web,3,2024-04-30,none \
    Bob,2024-05-02,No,,Mail,1,,x > "Input/small/${1:-replies-1.csv}"
}

# One stage of the small collection.
stage() {
  rapporteur-"$1" --pipeline Pipelines/small --input Input/small --output Output/small "${@:2}"
}

# All five stages, or up to the one that is named.
stages() {
  local name
  for name in ingest normalize validate aggregate export; do
    stage "$name" || return
    if [ "$name" = "${1:-export}" ]; then break; fi
  done
}

# Drafts a collection from an export that comes on standard input.
draft() {
  cat > export.csv
  rapporteur new --pipeline Pipelines/draft --input Input/draft --from export.csv "$@"
}

# Writes a workbook with sheets of one cell each; `--with FILE TEXT` puts a part in besides.
workbook() {
  python3 - "$@" <<'END'
import sys, zipfile
target, *names = sys.argv[1:]
parts = {}
if "--with" in names:
    at = names.index("--with")
    parts[names[at + 1]] = names[at + 2]
    del names[at : at + 3]
main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
kinds = "".join(
    f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>'
    for n, _ in enumerate(names)
)
sheets = "".join(f'<sheet name="{name}" sheetId="{n + 1}" r:id="r{n}"/>' for n, name in enumerate(names))
cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>Who</t></is></c></row>'
with zipfile.ZipFile(target, "w") as package:
    whole = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{relations}<Relationship Id="r" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f"{relations}{kinds}</Relationships>",
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}"><sheets>{sheets}</sheets></workbook>',
    }
    for n, _ in enumerate(names):
        whole[f"xl/worksheets/sheet{n}.xml"] = (
            f"<worksheet {main}><sheetData>{cell}</sheetData></worksheet>"
        )
    for name, text in (whole | parts).items():
        package.writestr(name, text)
END
}

# Another round of the small collection, in which every question is what it was.
earlier() {
  cp -r Pipelines/small Pipelines/earlier
  mkdir -p Input/earlier && cp Input/small/* Input/earlier/
}

# Compares the earlier round with the small collection.
compare() {
  local name round
  for round in earlier small; do
    for name in ingest normalize validate aggregate; do
      rapporteur-$name --pipeline Pipelines/$round --input Input/$round --output Output/$round
    done
  done
  rapporteur compare --pipeline Pipelines/small --output Output/small \
    --from-pipeline Pipelines/earlier --from-output Output/earlier
}

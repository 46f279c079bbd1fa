import Basics
import Definition
import Interchange

/// The texts of a collection with their figures: the report, and what its table plan words.
struct Prose {
  /// The tables, their notes filled in.
  let tables: [Table]
  let report: String?
  /// What in the texts the figures do not bear out.
  let findings: [Finding]

  /// - Throws: `badDefinition` with the placeholders that name no cell.
  init(
    _ collection: CollectionFolders, _ figures: ReportFigures, units: [UnitEntry]
  ) throws(RunError) {
    var texts: [FilledProse] = []
    var tables: [Table] = []
    for table in figures.plan.tables {
      for wording in table.wordings {
        var text = FilledProse(
          wording.text, path: figures.plan.path, line: wording.line, isTemplate: false)
        text.append(wording.text[...], line: wording.line)
        texts.append(text)
      }
      let notes =
        [(text: table.note, line: table.noteLine)] + table.footnotes.map { ($0.text, $0.line) }
      var filled: [String] = []
      for (text, line) in notes {
        guard !text.isEmpty else {
          filled.append("")
          continue
        }
        var note = try ReportTemplate(text, path: figures.plan.path, line: line).filled(figures)
        note.note(table, line: line)
        texts.append(note)
        filled.append(note.text)
      }
      tables.append(table.with(note: filled[0], footnotes: Array(filled.dropFirst())))
    }
    let path = "\(collection.pipeline)/report.md"
    let report =
      FileSystem.exists(path) ? try ReportTemplate(path: path).filled(figures) : nil
    self.tables = tables
    self.report = report?.text
    let check = ProseCheck(figures.pipeline, units: units)
    findings = check.findings(in: texts, report)
  }
}

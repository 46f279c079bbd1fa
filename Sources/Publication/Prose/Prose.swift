import Interchange
import Tabular

/// The texts of a collection with their figures: the report and the notes of its tables.
struct Prose {
  /// The tables, their notes filled in.
  let tables: [Table]
  let report: String?
  /// What in the texts the figures do not bear out.
  let findings: [Finding]

  /// - Throws: `badDefinition` with the placeholders that name no cell.
  init(
    _ collection: CollectionFolders, _ figures: ReportFigures, validated: String
  ) throws(RunError) {
    var texts: [FilledProse] = []
    var tables: [Table] = []
    for table in figures.plan.tables {
      let notes =
        [(text: table.note, line: table.noteLine)] + table.footnotes.map { ($0.text, $0.line) }
      var filled: [String] = []
      for (text, line) in notes {
        guard !text.isEmpty else {
          filled.append("")
          continue
        }
        let note = try ReportTemplate(text, path: figures.plan.path, line: line).filled(figures)
        texts.append(note)
        filled.append(note.text)
      }
      tables.append(table.with(note: filled[0], footnotes: Array(filled.dropFirst())))
    }
    let path = "\(collection.pipeline)/report.md"
    var lines: [String] = []
    if FileSystem.exists(path) {
      lines = try FileSystem.text(of: path).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline
      ).map(String.init)
      texts.append(try ReportTemplate(path: path).filled(figures))
    }
    self.tables = tables
    report = lines.isEmpty ? nil : texts.last?.text
    let check = ProseCheck(figures.pipeline, units: try UnitEntry.read(from: validated))
    findings = check.findings(in: texts) { $0.path == path ? lines : [] }
  }
}

package import Basics
package import Definition
package import DisclosureControl
package import Interchange

/// The draft report with its placeholders filled in.
package struct FilledReport: Sendable {
  /// As `report.md` has it.
  package let text: String
  /// The same in Markdown, with what was filled in set as it is: a label such as `5*3*2` keeps its stars.
  package let markdown: String
}

/// The texts of a collection with their figures: the report, and what its table plan words.
package struct Prose {
  /// The tables, their notes filled in.
  package let tables: [ReleasedTable]
  package let report: FilledReport?
  /// What in the texts the figures do not bear out.
  package let findings: [Finding]

  /// - Throws: `badDefinition` with the placeholders that name no cell.
  package init(
    _ definition: CollectionDefinition, _ released: ReleasedFigures
  ) throws(RunError) {
    let figures = ReportFigures(
      pipeline: definition.pipeline, plan: definition.plan, released: released)
    var texts: [FilledProse] = []
    var tables: [ReleasedTable] = []
    for releasedTable in released.tables {
      let table = releasedTable.table
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
      tables.append(releasedTable.with(note: filled[0], footnotes: Array(filled.dropFirst())))
    }
    let path = "\(definition.folders.pipeline)/report.md"
    let report =
      FileSystem.exists(path) ? try ReportTemplate(path: path).filled(figures) : nil
    self.tables = tables
    self.report = report.map {
      FilledReport(
        text: Self.noted($0.text, released.roundingNote),
        markdown: Self.noted($0.markdown, released.roundingNote))
    }
    // Who replied is no secret.
    var replied: Set<String> = []
    if figures.pipeline.register != nil {
      try UnitEntry.forEach(in: definition.folders.folder(of: .validate)) {
        if $0.fate == .replied { replied.insert($0.key) }
      }
    }
    let check = ProseCheck(figures.pipeline, replied: replied)
    findings = check.findings(in: texts, report)
  }
  /// A text with a paragraph of its own at the end.
  private static func noted(_ text: String, _ note: String?) -> String {
    guard let note else { return text }
    return "\(text)\(text.hasSuffix("\n") ? "" : "\n")\n\(note)\n"
  }
}

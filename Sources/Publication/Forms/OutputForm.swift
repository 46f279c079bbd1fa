import Basics
import Definition
import DisclosureControl
import Phrases
import Printing
import Questionnaire
import ReportProse
import Statistics

/// One form in which a collection is published: a file, or a folder of files.
///
/// A form decides bytes and nothing else: what is printed is decided before, and what is not
/// released cannot be reached from here.
protocol OutputForm: Sendable {
  /// - Throws: `cannotWrite`, and `internalFault` where a cell was not counted.
  func write(_ content: PublishedContent, to folder: String) throws(RunError)
}

/// What all forms are forms of.
struct PublishedContent: Sendable {
  let definition: CollectionDefinition
  /// In the order of the plan.
  let tables: [ReleasedTable]
  /// The same, printed.
  let printed: [PrintedTable]
  let answerStates: ReleasedAnswerStates
  /// The submissions that count, by unit; nil where replies were given in confidence.
  let submissions: ReleasedSubmissions?
  /// What the figures were made from; nil where replies were given in confidence.
  let inputs: ReleasedInputs?
  /// What is made of it besides, by the pipeline or because somebody asked for it.
  let forms: Set<ExtraForm>
  /// The draft report with its placeholders filled in; nil where the collection has none.
  let report: FilledReport?
}

extension PublishedContent {
  /// Whether figures are dates, or letters of a comparison.
  var hasFiguresOfText: Bool {
    tables.map(\.table).contains { table in
      table.statistics.contains(.higherThan)
        || table.blocks.contains { $0.variable.variable.kind == .date }
    }
  }

  /// What the shorthand in any of the tables means.
  var explanations: [(sign: String, meaning: String)] {
    let pipeline = definition.pipeline
    let language = pipeline.spoken
    var explanations: [(sign: String, meaning: String)] = []
    if pipeline.disclosure != nil {
      explanations.append((Withholding.suppressed.shorthand, language.text(.suppressed)))
    }
    if pipeline.disclosure != nil || pipeline.percentBase != nil {
      explanations.append(
        (
          Withholding.smallBase.shorthand,
          language.text(.smallBase(pipeline.percentBase ?? 1))
        ))
    }
    return explanations
  }

  /// Every form that is always published. They are made side by side: what takes longest first.
  static let forms: [any OutputForm] = [
    WorkbookForm(), PageForm(), CellsForm(), SpreadsheetTables(), ListsForm(), TablesForm(),
    TestsForm(), ReportForm(), ReportPageForm(), AnswerStatesForm(),
  ]
}

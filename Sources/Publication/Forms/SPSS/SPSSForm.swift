import Basics
import Definition
import DisclosureControl
import Interchange
import Questionnaire
import StatisticalFiles
import Tabular

/// `<collection>.sav` with a row for each submission that counts, and `<collection>.sps` with the sets of
/// several choices and the weight; of each repeat whose instances are counted `<collection>-<repeat>` likewise.
///
/// Where replies were given in confidence there are none.
struct SPSSForm: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    // Nobody gets here where replies were given in confidence.
    guard let submissions = content.submissions else { return }
    let definition = content.definition
    let name = definition.folders.name
    let title = definition.pipeline.title
    var names = DistinctNames()
    try Self.write(
      definition, submissions, as: names.name(for: name), title: title, to: folder)
    for view in definition.instances {
      try Self.write(
        definition, submissions, instances: view, as: names.name(for: "\(name)-\(view.unit.name)"),
        title: "\(view.unit.label): \(title)", to: folder)
    }
  }

  private static func write(
    _ definition: CollectionDefinition, _ submissions: ReleasedSubmissions,
    instances: InstanceView? = nil, as name: String, title: String, to folder: String
  ) throws(RunError) {
    let repeatName = instances?.unit.name
    let extent = try SPSSExtent(definition.pipeline.form, submissions, ofInstances: repeatName)
    let columns = SPSSColumns(definition, extent, instances: instances)
    let file = try SPSSFile(
      path: "\(folder)/\(name).sav", title: title, day: definition.pipeline.cutOff,
      columns.variables, rows: extent.rows)
    var units: [SPSSColumns.Unit] = []
    try submissions.forEachUnit { unit in units.append(columns.unit(unit)) }
    var last = (submission: 0, rows: 0)
    try submissions.forEachRow(ofInstances: repeatName) { reader throws(RunError) in
      let submission = try reader.integer(SubmissionLayout.Fixed.submission)
      last = submission == last.submission ? (submission, last.rows + 1) : (submission, 1)
      let unit = try reader.integer(SubmissionLayout.Fixed.unit)
      try columns.write(
        reader, submission: submission, instance: last.rows, unit: units[unit - 1], to: file)
    }
    try file.finish()
    try AtomicFile.write(columns.syntax(of: "\(name).sav", title), to: "\(folder)/\(name).sps")
  }
}

/// How many rows there are, and how far their numbers and texts go.
struct SPSSExtent {
  private(set) var rows = 0
  /// The smallest number of each question; of others nought.
  private(set) var least: [Double]
  private(set) var longestUnit = 1

  init(
    _ form: Questionnaire, _ submissions: ReleasedSubmissions, ofInstances repeatName: String?
  ) throws(RunError) {
    var least = Array(repeating: 0.0, count: form.questions.count)
    var rows = 0
    let numbers = form.questions.filter { question in
      switch question.type {
      case .integer, .decimal: true
      case .selectOne, .selectMultiple, .rank, .date, .text: false
      }
    }.map(\.index)
    try submissions.forEachRow(ofInstances: repeatName) { reader in
      rows += 1
      for question in numbers {
        let field = reader.bytes(SubmissionLayout.column(of: question))
        // A number below nought begins with its sign.
        guard field.first == UInt8(ascii: "-"), let number = SPSSColumns.number(field) else {
          continue
        }
        least[question] = min(least[question], number)
      }
    }
    self.rows = rows
    self.least = least
    var longest = 1
    try submissions.forEachUnit { longest = max(longest, $0.key.utf8.count) }
    longestUnit = min(longest, SPSSVariable.longestText)
  }
}

import ArgumentParser
import Basics
import Definition
import Drafting
import Ingestion
import StageCommand

/// `rapporteur new`: the first definition of a collection.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Drafts the definition of a collection from an export or a form.",
    discussion: """
      Reads an export as the first stage does, guesses unit, questions and choices from its \
      values, and writes pipeline.yaml, survey.csv, choices.csv, tables.yaml and report.md that \
      run as they are; what was guessed is marked 'review'. The export is copied to the input \
      folder. With an XLSForm (the workbook, or its survey sheet as CSV with choices.csv beside \
      it) the questions are taken over as they are, and nothing about them is guessed.

      \(ExitStatus.help)
      """)

  @Option(help: "The folder to write, as in Pipelines/<collection>.")
  var pipeline: String

  @Option(help: "The folder the export is copied to, as in Input/<collection>.")
  var input: String

  @Option(
    help:
      "The export, a folder with the exports of one survey, or the form where there is none yet.")
  var from: String

  @Option(help: "The XLSForm, where --from is an export of it: a workbook, or its survey sheet.")
  var form: String?

  @Option(help: "The encoding of the export, as iconv names it.")
  var encoding: String?

  @Option(help: "The separator of the export: one character, or tab.")
  var delimiter: String?

  @Option(help: "The convention of the export, such as limesurvey.")
  var convention: String?

  @Option(help: "How many rows stand above the first record, from the headings on.")
  var headerRows: Int?

  @Option(help: "How many lines of titles stand above the header.")
  var skipLines: Int?

  @Option(help: "How quotes are escaped in the export: double, backslash or none.")
  var quoting: String?

  @Option(help: "What a line of the export begins with that is skipped, such as '#'.")
  var comment: String?

  @Option(help: "The sheet of the export, where it is a workbook with several.")
  var sheet: String?

  @Option(help: "Whether the export has the names of choices, their codes, or their labels.")
  var choices: String?

  @Option(help: "What tells the respondents: the heading of a column, or 'record' for each record.")
  var unit: String?

  @Option(
    help:
      "The column that says which item a record is about, of a file with one for each unit and item."
  )
  var items: String?

  @Option(
    help:
      "With --items: the columns that say which submission a record is of, the unit first; commas apart."
  )
  var by: String?

  @Option(
    help:
      "With --items: the name of a repeat whose instances the records become, a roster, instead of questions of each item."
  )
  var roster: String?

  @Option(
    help: "Where to write the draft if there is such a collection already: it is left as it is.")
  var beside: String?

  @Option(help: "How many threads may work at a time.")
  var jobs: Int = ProcessorCount.available

  func run() throws {
    StandardError.surviveClosedPipe()
    do throws(RunError) {
      StandardError.write(try drafted())
    } catch {
      StandardError.write("\(error)")
      throw ExitCode(error.kind.status.rawValue)
    }
  }

  /// The draft, after as many questions as there are doubts: where nobody sits before a terminal a
  /// doubt ends the program.
  private func drafted() throws(RunError) -> String {
    var command = self
    while true {
      do throws(RunError) {
        return try command.draft()
      } catch {
        guard let setting = TerminalQuestion.answer(to: error) else { throw error }
        switch setting {
        case .unit(let unit): command.unit = unit
        case .headerRows(let count): command.headerRows = count
        case .skipLines(let count): command.skipLines = count
        case .choices(let texts): command.choices = texts
        }
      }
    }
  }

  private func draft() throws(RunError) -> String {
    let collection = CollectionFolders(pipeline: pipeline, input: input, output: "")
    try collection.requireName()
    guard FileSystem.exists(from) else {
      throw RunError(
        path: from, id: .file(.noFile),
        "there is no such file; expected an export or a form")
    }
    let isForm = form == nil && !FileSystem.isFolder(from) && FormSource.isForm(from)
    let drafting = Drafting(
      collection, form: try formSource(isForm: isForm), declared: declared, items: together,
      unit: unit ?? common.first, today: try .today(), beside: beside)
    if isForm { return try drafting.write() }
    let exports = try ExportFolder.files(at: from)
    if !FileSystem.exists(collection.pipeline) { try requireSameInput(exports, collection.input) }
    let workshop = try DraftWorkshop(
      exports: exports, declared: declared + [together?.lineOfExport].compactMap(\.self),
      unit: together?.lineOfExport == nil ? nil : common.first)
    do throws(RunError) {
      _ = try Ingestion.run(workshop.collection, jobs: jobs)
    } catch {
      throw workshop.explained(error)
    }
    let summary: String
    do throws(RunError) {
      summary = try drafting.write(ingested: workshop.collection.folder(of: .ingest))
    } catch {
      throw error.kind == .dataRejected ? workshop.explained(error) : error
    }
    if let beside, FileSystem.exists(beside) { return summary }
    for export in exports {
      let copy = "\(collection.input)/\(FileSystem.name(of: export))"
      if FileSystem.exists(copy) { continue }
      try FileSystem.createFolder(collection.input)
      try FileSystem.copy(export, to: copy)
    }
    return summary
  }

  /// - Throws: `cannotWrite` where the input folder has another file of an export's name.
  private func requireSameInput(_ exports: [String], _ input: String) throws(RunError) {
    for export in exports {
      let copy = "\(input)/\(FileSystem.name(of: export))"
      guard FileSystem.exists(copy) else { continue }
      let digests = try [export, copy].map { path throws(RunError) in
        try Digest.Method.xxh3.digest(ofFile: path).digest
      }
      guard digests[0] != digests[1] else { continue }
      throw RunError(
        path: copy, id: .round(.exportExists),
        "this is another file than \(export), of the same name; a run would read this one, and the draft "
          + "describe the other. Rename the export, or move this file elsewhere")
    }
  }

  private func formSource(isForm: Bool) throws(RunError) -> FormSource? {
    guard let path = isForm ? from : form else { return nil }
    return try FormSource(path)
  }

  func validate() throws {
    guard (items == nil) == (by == nil) else {
      throw ValidationError(
        "'--items' and '--by' stand beside one another; expected both, or neither")
    }
    guard roster == nil || items != nil else {
      throw ValidationError("'--roster' is of '--items' and '--by'; expected all three, or none")
    }
  }

  /// What records of one submission have in common.
  private var common: [String] {
    (by ?? "").split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  private var together: DraftItems? {
    items.map { DraftItems(column: $0, by: common, roster: roster) }
  }

  /// The options as lines of the source in `pipeline.yaml`.
  private var declared: [String] {
    let texts = [
      ("encoding", encoding), ("delimiter", delimiter), ("convention", convention),
      ("quoting", quoting), ("comment", comment), ("sheet", sheet), ("choices", choices),
    ]
    let numbers = [("header-rows", headerRows), ("skip-lines", skipLines)]
    return texts.compactMap { name, value in value.map { "\(name): \(Drafting.quoted($0))" } }
      + numbers.compactMap { name, value in value.map { "\(name): \($0)" } }
  }
}

import Basics
@testable import Definition
@testable import Ingestion
@testable import Interchange
import Questionnaire
import Tabular
import _TestSupport

/// One small file through all that the first stage decides: encoding, separator, header, records.
final class IngestionTarget {
  private static let keys: [[String]] = [
    [
      "", "encoding: UTF-8", "encoding: Windows-1252", "encoding: UTF-16", "encoding: UTF-16LE",
      "encoding: CP932", "encoding: GB18030", "encoding: Windows-1258", "encoding: TCVN5712-1",
      "encoding: BIG5-HKSCS",
    ],
    ["", "delimiter: ','", "delimiter: ;", "delimiter: tab"],
    ["", "quoting: backslash", "quoting: none"],
    ["", "skip-lines: 1", "skip-lines: 3"],
    [
      "", "convention: plain", "convention: no-header", "convention: qualtrics",
      "convention: surveymonkey",
    ],
    ["", "comment: '#'"],
  ]

  private let workdir: Workdir
  private let collection: CollectionFolders
  private let form: Questionnaire
  private let file: ScratchFile
  private var definitions: [String: SourceDefinition] = [:]

  init() throws {
    let small = try SmallCollection()
    workdir = small.workdir
    collection = CollectionFolders(
      pipeline: small.pipeline, input: small.input, output: "\(workdir.path)/output")
    form = try Questionnaire(folder: small.pipeline)
    try workdir.write("", to: "Input/small/file.csv")
    file = try ScratchFile("\(small.input)/file.csv")
  }

  func run(_ bytes: [UInt8]) throws {
    var input = FuzzInput(bytes)
    let source = SourceAssignment.Source(
      number: 1, file: "file.csv",
      definition: try definition(Self.keys.map { input.choice(of: $0) }))
    file.write(input.rest)
    let reading: SourceReading
    do throws(RunError) {
      reading = try SourceIngestion.read(
        source, collection: collection, to: collection.output, jobs: 1
      ) { _, _ in }
    } catch {
      checkRefusal(error, kind: .dataRejected)
      return
    }
    try checkBalance(reading, size: reading.entry.textBytes)
  }

  private func definition(_ keys: [String]) throws -> SourceDefinition {
    let text =
      (["file: file.csv", "unit: {column: a}", "received: {date: 2005-07-29}"] + keys)
      .filter { !$0.isEmpty }.joined(separator: "\n")
    if let known = definitions[text] { return known }
    return try keeping {
      let node = try DefinitionNode(path: try workdir.write(text, to: "source.yaml"))
      let definition = try SourceDefinition(node, form: form, counting: .respondent)
      definitions[text] = definition
      return definition
    }
  }

  /// Every record is ingested or quarantined, stands at a position of its own, and every field's text
  /// is one of those seen.
  private func checkBalance(_ reading: SourceReading, size: Int) throws {
    let folder = SourceEntry.folder(of: "file.csv", below: collection.output)
    let seen = try CSVFile(path: "\(folder)/seen.csv", kind: .dataRejected)
    let columns = try CSVFile(path: "\(folder)/columns.csv", kind: .dataRejected)
    check(columns.rows.count == reading.entry.columns, "columns are lost")
    var counted: [String: Int] = [:]
    for row in seen.rows {
      counted["\(row["column"])/\(row["number"])"] = Int(row["count"]) ?? -1
    }
    let fixed = TextNumber.fixedColumns.count
    let table = try StageTableReader(path: "\(folder)/records.csv")
    let quarantined =
      reading.entry.quarantined == 0
      ? [] : try QuarantinedRecord.read(from: QuarantineFiles.list(folder))
    var positions: [RecordPosition] = quarantined.map(\.position)
    var numbers = quarantined.map(\.record)
    while try table.next() {
      numbers.append(try table.integer(0))
      positions.append(
        RecordPosition(
          line: try table.integer(1), offset: try table.integer(2), length: try table.integer(3)))
      for column in 0..<reading.entry.columns
      where table.code(fixed + column) != TextNumber.blank
        && table.code(fixed + column) != TextNumber.elsewhere
      {
        counted["\(column + 1)/\(table.text(fixed + column))", default: 0] -= 1
      }
    }
    check(counted.values.allSatisfy { $0 == 0 }, "texts and fields disagree: \(counted)")
    check(reading.entry.quarantined == quarantined.count, "quarantined are miscounted")
    check(
      numbers.sorted() == Array(1..<(reading.entry.records + 1)),
      "\(reading.entry.records) records, but \(numbers.sorted())")
    var end = reading.entry.headerBytes
    for position in positions.sorted(by: { $0.offset < $1.offset }) {
      check(position.offset >= end && position.length > 0, "\(position) begins before byte \(end)")
      end = position.offset + position.length
    }
    check(end <= size, "the last record ends at byte \(end) of \(size)")
  }
}

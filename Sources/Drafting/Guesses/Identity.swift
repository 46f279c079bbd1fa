import Basics
import Interchange
import SurveyTools

/// What the texts of one column tell of the records of an export: whose they are.
struct Identity {
  let column: ExportColumn
  private(set) var records = 0
  /// How many have an identifier that identifies somebody.
  private(set) var filled = 0
  /// How many have a text that identifies nobody any more, and one of these.
  private(set) var damaged = 0
  private(set) var example = ""
  /// How many different identifiers there are, and how many of them have several records.
  private(set) var units = 0
  private(set) var several = 0
  /// How many records have the identifier of an earlier one, and how many of these other answers.
  private(set) var again = 0
  private(set) var differing = 0
  /// How many of these have it in the same file.
  private(set) var againInFile = 0
  /// Whether every identifier is a whole number, as those of files that number from 1 are.
  private(set) var areNumbers = true
  /// The column in which all records of a unit differ, where most units have several: a long file.
  private(set) var difference: ExportColumn?
  /// A column that says which part of a respondent a record has, where a respondent has several.
  private(set) var parts: ExportColumn?

  private static let mostItems = 200

  init(of export: Export, by column: ExportColumn) throws(RunError) {
    self.column = column
    var first: [TextKey: (unit: Int32, file: Int, fields: [TextKey])] = [:]
    var counts: [Int32] = []
    var pairs = Self.items(of: export, besides: column).map { (column: $0, seen: Set<Item>()) }
    let partColumns = export.columns.filter { RespondentParts.isPart($0.heading) }
    try Self.eachRecord(of: export) { file, text in
      records += 1
      let key = TextKey(text(column.position))
      if key.isEmpty { return }
      if DamagedIdentifier.cause(of: key) != nil {
        damaged += 1
        example = text(column.position)
        return
      }
      filled += 1
      let fields = export.columns.indices.map { TextKey(text($0)) }
      let unit: Int32
      if let earlier = first[key] {
        unit = earlier.unit
        again += 1
        if earlier.file == file { againInFile += 1 }
        if earlier.fields != fields { differing += 1 }
        parts = parts ?? partColumns.first { earlier.fields[$0.position] != fields[$0.position] }
      } else {
        unit = Int32(counts.count)
        first[key] = (unit, file, fields)
        areNumbers = areNumbers && CalendarDate.number(key.text) != nil
        counts.append(0)
      }
      counts[Int(unit)] += 1
      pairs = pairs.compactMap { pair in
        var pair = pair
        let item = text(pair.column.position)
        return !item.isEmpty && pair.seen.insert(Item(unit: unit, text: item)).inserted
          ? pair : nil
      }
    }
    units = counts.count
    several = counts.count { $0 > 1 }
    if several * 2 > units {
      difference = pairs.map(\.column).min { $0.texts.count < $1.texts.count }
    }
  }

  /// What an item of a long file is: a text of a unit.
  private struct Item: Hashable {
    let unit: Int32
    let text: String
  }

  private static func eachRecord(
    of export: Export, _ body: (Int, (Int) -> String) -> Void
  ) throws(RunError) {
    for (number, file) in export.files.enumerated() {
      let cursor = try RecordCursor(folder: file.folder)
      while try cursor.next() { body(number) { file.text(cursor, $0) } }
    }
  }

  /// The identifiers of an export.
  static func keys(of export: Export, by column: ExportColumn) throws(RunError) -> Set<TextKey> {
    var keys: Set<TextKey> = []
    try eachRecord(of: export) { _, text in keys.insert(TextKey(text(column.position))) }
    return keys.filter { !$0.isEmpty && DamagedIdentifier.cause(of: $0) == nil }
  }

  /// Whether files that each number their records have the same numbers, and other answers.
  var isNumberedByFile: Bool { areNumbers && differing > 0 && againInFile == 0 }

  /// What a person should know of identifiers that most records have.
  var note: String {
    var notes: [String] = []
    if again > 0 {
      notes.append(
        "\(again) of \(records) records have one that an earlier record has: the later counts")
    }
    if damaged > 0 {
      notes.append("\(damaged) identify nobody, as '\(example)', and are set aside")
    }
    return notes.joined(separator: "; ")
  }

  /// The columns that may tell the items of a long file: a few texts, each of several records.
  private static func items(of export: Export, besides column: ExportColumn) -> [ExportColumn] {
    export.columns.filter {
      $0.position != column.position && $0.elsewhere == 0 && $0.answered == export.records
        && (2...mostItems).contains($0.texts.count) && $0.texts.count * 2 <= $0.answered
    }
  }
}

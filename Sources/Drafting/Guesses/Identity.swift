import Basics
import Interchange
import SurveyTools

/// What the texts of one column tell of the records of an export: whose they are.
struct Identity {
  let column: ExportColumn
  private(set) var records = 0
  /// How many have an identifier that identifies somebody.
  private(set) var told = 0
  /// How many have a text that identifies nobody any more, and one of these.
  private(set) var damaged = 0
  private(set) var example = ""
  /// How many different identifiers there are, and how many of them have several records.
  private(set) var units = 0
  private(set) var several = 0
  /// How many records have the identifier of an earlier one, and how many of these other answers.
  private(set) var again = 0
  private(set) var differing = 0
  /// The column in which all records of a unit differ, where most units have several: a long file.
  private(set) var difference: ExportColumn?
  /// A column that says which part of a respondent a record has, where a respondent has several.
  private(set) var parts: ExportColumn?

  private static let mostItems = 200

  init(of export: Export, by column: ExportColumn) throws(RunError) {
    self.column = column
    var first: [TextKey: (unit: Int32, cells: [TextKey])] = [:]
    var counts: [Int32] = []
    var pairs = Self.items(of: export, besides: column).map { (column: $0, seen: Set<Int64>()) }
    let partColumns = export.columns.filter { RespondentParts.isPart($0.heading) }
    let cursor = try RecordCursor(folder: export.folder)
    while try cursor.next() {
      records += 1
      let key = TextKey(export.text(cursor, column.position))
      if key.isEmpty { continue }
      if DamagedIdentifier.cause(of: key) != nil {
        damaged += 1
        example = export.text(cursor, column.position)
        continue
      }
      told += 1
      let cells = export.columns.indices.map { TextKey(export.text(cursor, $0)) }
      let unit: Int32
      if let earlier = first[key] {
        unit = earlier.unit
        again += 1
        if earlier.cells != cells { differing += 1 }
        parts = parts ?? partColumns.first { earlier.cells[$0.position] != cells[$0.position] }
      } else {
        unit = Int32(counts.count)
        first[key] = (unit, cells)
        counts.append(0)
      }
      counts[Int(unit)] += 1
      pairs = pairs.compactMap { pair in
        var pair = pair
        let item = cursor.numbers[pair.column.position]
        return item > 0 && pair.seen.insert(Int64(unit) << 32 | Int64(item)).inserted ? pair : nil
      }
    }
    units = counts.count
    several = counts.count { $0 > 1 }
    if several * 2 > units {
      difference = pairs.map(\.column).min { $0.texts.count < $1.texts.count }
    }
  }

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

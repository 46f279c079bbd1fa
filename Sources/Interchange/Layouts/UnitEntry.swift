package import Basics
import Tabular

/// One row of `units.csv`: `unit,key,partition`, and in `validated/` also `fate`.
///
/// The key is the ISO 3166-1 alpha-3 code of a State, or what a respondent is known by.
package struct UnitEntry: Sendable {
  /// What the unit sent.
  package enum Fate: String, Sendable, CaseIterable {
    /// A submission that counts.
    case replied
    /// Submissions, all of them too late.
    case late
    /// Nothing.
    case silent
  }

  package let number: Int
  package let key: String
  package let partition: String
  package let fate: Fate?

  package init(number: Int, key: String, partition: String, fate: Fate? = nil) {
    self.number = number
    self.key = key
    self.partition = partition
    self.fate = fate
  }

  /// Reads the units in the order of their numbers.
  package static func read(from folder: String) throws(RunError) -> ReportingUnits {
    if let units = try ReportingUnits(ofPlainLinesIn: path(in: folder)) { return units }
    var units = ReportingUnits()
    try forEachRow(in: folder) { row, partition, fate throws(RunError) in
      units.append(key: row.bytes(.key), partition: partition, fate: fate)
    }
    return units
  }

  /// Goes through the units one by one, in the order of their numbers.
  package static func forEach(
    in folder: String, _ body: (UnitEntry) throws(RunError) -> Void
  ) throws(RunError) {
    var number = 0
    try forEachRow(in: folder) { row, partition, fate throws(RunError) in
      number += 1
      try body(UnitEntry(number: number, key: row[.key], partition: partition, fate: fate))
    }
  }

  enum Column: Int, StageColumn {
    case unit, key, partition, fate
  }

  fileprivate static func path(in folder: String) -> String { "\(folder)/units.csv" }

  /// - Parameter body: Gets the row, its partition and its fate.
  private static func forEachRow(
    in folder: String,
    _ body: (StageListRow<Column>, String, Fate?) throws(RunError) -> Void
  ) throws(RunError) {
    let list = try StageList<Column>(path: path(in: folder), optional: 1)
    var partition = ""
    var number = 0
    while let row = try list.next() {
      // Units of one partition share its name: there may be millions.
      if !row.holds(partition, .partition) { partition = row[.partition] }
      number += 1
      guard try row.integer(.unit) == number else {
        throw row.damaged(
          .unit, expected: "\(number), since units are in the order of their numbers")
      }
      // Nearly all have the first word.
      let fate: Fate? =
        if !row.has(.fate) { nil } else if row.holds(Fate.replied.rawValue, .fate) { .replied } else
        {
          try row.word(.fate, as: Fate.self)
        }
      try body(row, partition, fate)
    }
  }
}

extension ReportingUnits {
  /// Writes `units.csv`.
  ///
  /// - Parameter fates: One for each unit; where there are none, the fates that the units have.
  package func write(to folder: String, fates: [UnitEntry.Fate] = []) throws(RunError) {
    let fate = { fates.isEmpty ? self.fate(at: $0) : fates[$0] }
    let hasFate = indices.contains { fate($0) != nil }
    let writer = try CSVWriter(
      path: UnitEntry.path(in: folder),
      header: Array(UnitEntry.Column.header.dropLast(hasFate ? 0 : 1)))
    for index in indices {
      writer.append(index + 1)
      writer.append(keyBytes(at: index))
      writer.append(partition(at: index))
      if hasFate { writer.append(fate(index)?.rawValue ?? "") }
      try writer.endRecord()
    }
    try writer.commit()
  }
}

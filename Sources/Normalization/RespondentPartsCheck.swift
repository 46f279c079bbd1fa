import Basics
import Interchange
import SurveyTools
import Tabular

/// Holds the records of a source against the columns that say which part of a respondent they have,
/// as REDCap's event: the record of one event does not replace that of another.
struct RespondentPartsCheck {
  /// The columns that say which part it is.
  private let columns: [Int]
  private let source: PreparedSource
  /// What the first record of each unit has in these columns, and its line.
  private var first: [Int: (parts: [TextKey], line: Int)] = [:]

  init(_ source: PreparedSource) {
    self.source = source
    columns = Self.columns(of: source)
  }

  static func columns(of source: PreparedSource) -> [Int] {
    source.columns.indices.filter { index in
      [source.columns[index].heading, source.columns[index].label].contains(
        where: RespondentParts.isPart)
    }
  }

  /// - Throws: `dataRejected` where a unit has records of several parts.
  mutating func check(
    _ record: JudgedRecords.Record, unit: Int, of units: ReportingUnits
  ) throws(RunError) {
    if columns.isEmpty { return }
    let parts = record.parts
    guard let earlier = first[unit] else {
      first[unit] = (parts, record.position.line)
      return
    }
    guard let index = parts.indices.first(where: { parts[$0] != earlier.parts[$0] }) else { return }
    throw RunError(
      path: source.entry.file, line: record.position.line, id: .source(.severalParts),
      "'\(units.key(at: unit - 1))' has '\(parts[index])' in column '\(source.columns[columns[index]].heading)', and "
        + "'\(earlier.parts[index])' on line \(earlier.line): records of several events or instruments, "
        + "of which none replaces another. Export each event and each instrument on its own, and give "
        + "each a collection of its own")
  }
}

import Basics
import Definition
import Tabular

extension SourceIngestion {
  /// What each number of header rows would make of the file: a person sees at once which is right.
  func undecided(
    _ doubt: HeaderDoubt, rows: [[String]], lines: [Int]
  ) throws(RunError) -> RunError {
    let reader = try open()
    var records = 0
    while try reader.next() {
      if reader.damage != nil || !reader.record.isBlank { records += 1 }
    }
    let readings = doubt.counts.map { count -> RunError.Answer in
      let blank = rows[..<min(count, rows.count)].count { $0.allSatisfy(\.isEmpty) }
      let first = count < rows.count ? Self.excerpt(of: rows[count]) : "none"
      return .init(
        .headerRows(count),
        meaning: "there are \(records - count + blank) records, the first \(first)")
    }
    let skipped = lines[doubt.row] - 1
    let titles =
      doubt.row == 0
      ? ""
      : "; with 'skip-lines: \(skipped)' this row is the header, and what is above it is skipped"
    return rejected(
      line: lines[doubt.row], .source(.undecidedHeader),
      "\(doubt.message): \(Self.excerpt(of: rows[doubt.row])). The number of respondents rests on it: "
        + zip(doubt.counts, readings).map { "with 'header-rows: \($0)' \($1.meaning)" }
        .joined(separator: "; ") + titles + ". Set the one that is right for the source",
      answers: readings
        + (doubt.row == 0
          ? []
          : [
            .init(
              .skipLines(skipped),
              meaning: "this row is the header, and what is above it is skipped")
          ]))
  }

  /// The first fields of a row that are not blank.
  private static func excerpt(of row: [String]) -> String {
    row.filter { !$0.isEmpty }.prefix(3).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
  }

  /// A header row that cannot be read would leave those above it to the respondents.
  func refuseImportIds(
    in position: RecordPosition, _ damage: CSVReader.Damage
  ) throws(RunError) {
    guard case .bytes = offsets else { return }
    let line = try InputFile(splittable).bytes(
      at: position.offset, count: min(position.length, 1 << 16))
    guard String(decoding: line, as: UTF8.self).contains("ImportId") else { return }
    throw rejected(
      line: position.line, damage.id,
      "\(damage.message). The line has ImportId, as a header row of Qualtrics; expected one that can "
        + "be read, or the rows of headings would count as respondents. Set 'quoting: none' of the "
        + "source, or export the file again")
  }

  /// A blank line has no separators: of several columns it says nothing.
  func severalColumns(_ header: HeaderReading) -> RunError {
    let node = source.definition.node
    return (node[SourceKey.blankRecords] ?? node).error(
      id: .source(.blankRecords),
      "'blank-records' is declared, but \(path) has \(header.columns.count) columns; expected one. "
        + "Delete the key, or give the file of one column a source of its own")
  }

  /// Which of the columns has lost its heading cannot be told: all answers may stand under a wrong one.
  func lostHeading(_ header: HeaderReading, line: Int) -> RunError {
    let columns = header.columns.count
    return rejected(
      line: line, .source(.lostHeading),
      "there are \(columns) headings, but nearly all records have \(columns + header.missingHeadings) "
        + "fields, with something in the last: a heading was lost, or R has left out the one above the "
        + "names of its rows. Export the file again, or give the column its heading in a copy of it; where "
        + "titles stand above the header, set 'skip-lines' of the source")
  }
}

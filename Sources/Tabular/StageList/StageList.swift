package import Basics

/// Reads a list of a stage row by row: a CSV file that the program has written itself, so that
/// whatever is not as the layout has it is damage and stops the run.
package final class StageList<Column: StageColumn> {
  private let path: String
  private let reader: CSVReader
  private let header: [String]

  /// - Parameter optional: How many of the last columns may be missing, all together.
  /// - Throws: `dataRejected` where the header is not that of the layout.
  package init(path: String, optional: Int = 0) throws(RunError) {
    self.path = path
    reader = try CSVReader(path: path)
    guard try reader.next(), reader.damage == nil else {
      throw RunError.damaged(
        path, line: 1, id: .source(.noHeader),
        "the file has no header; expected the columns \(Column.header.joined(separator: ","))")
    }
    let record = reader.record
    header = (0..<record.fieldCount).map { record.text($0) ?? "" }
    let expected = Column.header
    guard header == expected || header == expected.dropLast(optional) else {
      throw RunError.damaged(
        path, line: 1, id: .stage(.otherColumns),
        "the columns are \(header.joined(separator: ",")); expected "
          + expected.joined(separator: ","))
    }
  }

  /// The next row; nil at the end.
  ///
  /// - Throws: `dataRejected` where it has another number of fields than the header, a field is not
  ///   UTF-8, or the record is no CSV.
  package func next() throws(RunError) -> StageListRow<Column>? {
    guard try reader.next() else { return nil }
    let record = reader.record
    let line = reader.position.line
    if let damage = reader.damage {
      throw RunError.damaged(path, line: line, id: damage.id, damage.message)
    }
    guard record.fieldCount == header.count else {
      throw RunError.damaged(
        path, line: line, id: .csv(.fieldCount),
        "this row has \(record.fieldCount) fields, but the header has \(header.count)")
    }
    if let field = record.firstNotUTF8 {
      throw RunError.damaged(
        path, line: line, id: .file(.notUTF8),
        "column '\(header[field])' is not UTF-8; expected UTF-8")
    }
    return StageListRow(record, of: path, at: reader.position)
  }

  /// Reads a list whole.
  package static func rows<Row>(
    of path: String, optional: Int = 0,
    _ read: (StageListRow<Column>) throws(RunError) -> Row
  ) throws(RunError) -> [Row] {
    let list = try StageList(path: path, optional: optional)
    var rows: [Row] = []
    while let row = try list.next() { rows.append(try read(row)) }
    return rows
  }
}

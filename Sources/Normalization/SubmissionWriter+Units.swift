import Basics
import Definition
import Interchange
import Tabular

extension SubmissionWriter {
  /// Which unit the record is from; an anonymous respondent is called by the place of the record.
  ///
  /// - Parameter judged: What the numbered texts of the unit column were found to be so far.
  func unit(
    _ cursor: RecordCursor, _ source: PreparedSource, _ judged: inout [UnitIndex.Outcome?]
  ) throws(RunError) -> UnitIndex.Outcome {
    let identifier = source.definition.identifier
    guard let column = source.mapping.unit else {
      return units.resolve("\(source.entry.file)#\(cursor.record)", by: identifier)
    }
    guard case .seen(let number) = cursor.cell(column) else {
      return units.resolve(try source.text(cursor, column), by: identifier)
    }
    if let outcome = judged[number] { return outcome }
    let outcome = units.resolve(source.texts[column][number].text, by: identifier)
    judged[number] = outcome
    return outcome
  }

  /// Reports the lines of the crosswalk that no record needed.
  func reportUnusedLines() throws(RunError) {
    for line in units.unusedLines {
      try findings.write(
        Finding(
          .unusedCrosswalkLine(line),
          at: Position(source: Crosswalk.fileName, place: RecordPlace(line: line.line)),
          value: line.name
        ).cells)
    }
  }
}

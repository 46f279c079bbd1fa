import Basics
import Definition
import Findings
import Interchange
import Tabular

extension SubmissionWriter {
  func key(of unit: Int) -> String { units.units.key(at: unit - 1) }

  /// Which unit a record is from. Every distinct text is looked up once.
  func unit(
    _ text: JudgedRecords.UnitText, of record: JudgedRecords.Record, _ source: PreparedSource
  ) -> UnitIndex.Outcome {
    let identifier = source.definition.identifier
    switch text {
    case .none(let name):
      if let unit = unitMended(by: record, of: source) { return .unit(unit) }
      guard let originals else { return units.appendAnonymous(name) }
      return units.appendAnonymous(
        "\(originals.file)#\(originals.records[record.record - 1].record)")
    case .text(let text): return units.resolve(record.name ?? UnitName(text), by: identifier)
    case .seen(let number, let text):
      if let outcome = judgedUnits[number] { return outcome }
      let outcome = units.resolve(UnitName(text), by: identifier)
      judgedUnits[number] = outcome
      return outcome
    }
  }

  /// Reports what there is to say of how a record names its unit.
  func report(
    _ objection: Objection, on unit: Int, record: JudgedRecords.Record,
    source: PreparedSource
  ) throws(RunError) {
    try findings.write(
      Finding(
        objection, at: Position(source: source.entry.file, record: record.position),
        unit: key(of: unit)
      ).fields)
  }

  /// Reports a unit whose first record this is, where its identifier is like that of another.
  func reportTwin(
    _ unit: Int, record: JudgedRecords.Record, source: PreparedSource
  ) throws(RunError) {
    guard let twin = units.twin, twin.unit == unit, reportedTwins.insert(twin.unit).inserted
    else { return }
    try findings.write(
      Finding(
        .similarUnits(key(of: unit), twin.identifier),
        at: Position(source: source.entry.file, record: record.position), unit: key(of: unit),
        value: twin.identifier
      ).fields)
  }

  /// Reports the lines of the crosswalk that no record needed.
  func reportUnusedLines() throws(RunError) {
    for line in units.unusedLines {
      try findings.write(
        Finding(
          .unusedCrosswalkLine(line),
          at: Position(source: Crosswalk.fileName, record: RecordPosition(line: line.line)),
          value: line.name
        ).fields)
    }
  }
}

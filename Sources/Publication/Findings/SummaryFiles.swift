import Basics
import Definition
import Findings
import Interchange
import Printing
import Register
import Tabular

/// `findings-by-rule.csv` and, where the collection lists units, `findings-by-unit.csv`: where to look first.
///
/// Safe to double-click, as the tables are. The worst stands on top: what decides the exit status
/// before what does not, then by the number of fatal findings and of those to query.
///
/// - by rule: how many findings of each severity; how many records or units are concerned, of what
///   base; whether they decide the exit status; the first of the worst; what to do
/// - by unit: how many of each severity; the first of the worst, its rule; what to do
struct SummaryFiles {
  let summary: FindingSummary
  let standings: RuleStandings
  let pipeline: PipelineDefinition

  /// - Parameter list: The published list of findings.
  func write(to folder: String, from list: String) throws(RunError) {
    let lookup = try RecordLookup(path: list)
    try writeRules(to: "\(folder)/findings-by-rule.csv", lookup)
    if summary.isByUnit { try writeUnits(to: "\(folder)/findings-by-unit.csv", lookup) }
  }

  // MARK: - By rule

  private func writeRules(to path: String, _ lookup: RecordLookup) throws(RunError) {
    let file = try SpreadsheetFile(path: path, pipeline.spreadsheet)
    try file.write(
      texts: [
        "Rule", "Fatal", "To query", "Settled", "Concerned", "Base", "Per cent", "Base is",
        "Decides the exit status", "First example", "Where", "What to do",
      ])
    for row in standings.all {
      let example = try text(of: row.found.example, lookup)
      let share = row.base.flatMap { base in
        base.count > 0
          ? Rational.percent(row.concerned ?? 0, of: base.count)
            .percentText(decimals: pipeline.percentDecimals)
          : nil
      }
      try file.write(
        [
          .text(row.rule), .figure(String(row.found.tally.fatal)),
          .figure(String(row.found.tally.query)), .figure(String(row.found.tally.settled)),
          .figure(row.concerned.map { String($0) } ?? ""),
          .figure(row.base.map { String($0.count) } ?? ""), .figure(share ?? ""),
          .text(row.base?.label ?? ""), .text(standings.decides(row) ? "yes" : "no"),
          .text(example.message), .text(example.position), .text(row.advice),
        ])
    }
    try file.commit()
  }

  // MARK: - By unit

  private func writeUnits(to path: String, _ lookup: RecordLookup) throws(RunError) {
    let file = try SpreadsheetFile(path: path, pipeline.spreadsheet)
    try file.write(
      texts: [
        "Unit", "Name", "Fatal", "To query", "Settled", "First example", "Where", "Rule",
        "What to do",
      ])
    let units = summary.units
    // Numbers rather than the units themselves: there may be millions.
    var order = Array(0..<Int32(units.count))
    order.sort { leftNumber, rightNumber in
      let (left, right) = (units[Int(leftNumber)], units[Int(rightNumber)])
      return left.tally == right.tally
        ? summary.names.bytes(of: Int(leftNumber))
          .lexicographicallyPrecedes(summary.names.bytes(of: Int(rightNumber)))
        : left.tally.isWorse(than: right.tally)
    }
    for number in order {
      let found = units[Int(number)]
      let unit = summary.names.text(of: Int(number))
      let example = try text(of: found.example, lookup)
      try file.write(
        [
          .text(unit),
          .text(pipeline.register?.name(of: unit, in: pipeline.language) ?? ""),
          .figure(String(found.tally.fatal)), .figure(String(found.tally.query)),
          .figure(String(found.tally.settled)), .text(example.message), .text(example.position),
          .text(example.rule), .text(example.advice),
        ])
    }
    try file.commit()
  }

  // MARK: - Examples

  private func text(
    of example: FindingSummary.Example?, _ lookup: RecordLookup
  ) throws(RunError) -> (message: String, position: String, rule: String, advice: String) {
    guard let example else { return ("", "", "", "") }
    let finding = FindingRow(
      try lookup.record(at: example.position), of: lookup.path, at: example.position)
    let line = finding[.line]
    return (
      finding[.message], finding[.source] + (line.isEmpty ? "" : ":\(line)"), finding[.rule],
      finding[.suggestion]
    )
  }
}

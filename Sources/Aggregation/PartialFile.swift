import Tabular

/// A partial as a file, so that the replies can be counted in parts: on several machines, or one
/// delivery after the other.
///
/// `record,key,count,values,units`, in this order:
///
/// | record | is |
/// |---|---|
/// | `definition` | `key` the digest of the definition files and registers, `count` the number of cells |
/// | `replied` | `key` a unit that is counted here |
/// | `late` | `key` a unit that sent submissions, all of them too late |
/// | `cell` | `key` its number among the cells of all tables, from 0; `count` of units; `values` as `number:times` in millionths, joined by blanks; `units` those that are listed, as places among `replied` from 1 |
/// | `end` | `count` the number of records before: a file that was cut off is noticed |
///
/// Cells in which nobody is are left out.
struct PartialFile {
  private static let header = ["record", "key", "count", "values", "units"]

  let path: String
  /// What `DefinitionDigest` says of the definitions.
  let definition: String
  let cells: Int

  func write(_ partial: Partial) throws(RunError) {
    let writer = try CSVWriter(path: path, header: Self.header)
    var records = 1
    try writer.write(["definition", definition, String(cells), "", ""])
    for (record, keys) in [("replied", partial.replied), ("late", partial.late)] {
      for key in keys { try writer.write([record, key, "", "", ""]) }
      records += keys.count
    }
    for cell in partial.tally.counts.indices {
      let (count, values) = (partial.tally.counts[cell], partial.tally.values[cell])
      guard count > 0 || !values.isEmpty else { continue }
      try writer.write([
        "cell", String(cell), String(count),
        values.steps.map { "\($0.value):\($0.count)" }.joined(separator: " "),
        partial.tally.units[cell].map(String.init).joined(separator: " "),
      ])
      records += 1
    }
    try writer.write(["end", "", String(records), "", ""])
    try writer.commit()
  }

  /// - Throws: `dataRejected` where the file is no partial of these definitions.
  func read() throws(RunError) -> Partial {
    let file = try CSVFile(path: path, requiring: Self.header, kind: .dataRejected)
    guard let first = file.rows.first, first["record"] == "definition",
      let last = file.rows.last, last["record"] == "end",
      last["count"] == String(file.rows.count - 1)
    else { throw damaged(file.rows.last?.line ?? 1) }
    guard first["key"] == definition, first["count"] == String(cells) else {
      throw RunError(
        .dataRejected, path: path, line: first.line, rule: "other-definition",
        "the partial was made from other definitions or registers than stand there now; expected "
          + "one of the same. Make it again with --partial")
    }
    var tally = Tally(cells: cells)
    var (replied, late): ([String], [String]) = ([], [])
    for row in file.rows.dropFirst().dropLast() {
      switch row["record"] {
      case "replied": replied.append(row["key"])
      case "late": late.append(row["key"])
      case "cell": try restore(row, replied.count, into: &tally)
      default: throw damaged(row.line)
      }
    }
    return Partial(replied: replied, late: late, tally: tally)
  }

  private func restore(
    _ row: CSVFile.Row, _ replied: Int, into tally: inout Tally
  ) throws(RunError) {
    guard let cell = Int(row["key"]), tally.counts.indices.contains(cell),
      let count = Int(row["count"]), count >= 0
    else { throw damaged(row.line) }
    var steps: [Distribution.Step] = []
    for pair in row["values"].split(separator: " ") {
      let parts = pair.split(separator: ":")
      guard parts.count == 2, let value = Int128(parts[0]), let times = Int(parts[1]), times > 0,
        steps.last.map({ $0.value < value }) ?? true
      else { throw damaged(row.line) }
      steps.append(Distribution.Step(value: value, count: times))
    }
    var units: [Int] = []
    for text in row["units"].split(separator: " ") {
      guard let unit = Int(text), (1...replied).contains(unit) else { throw damaged(row.line) }
      units.append(unit)
    }
    tally.restore(cell, count: count, values: Distribution(steps: steps), units: units)
  }

  private func damaged(_ line: Int) -> RunError {
    RunError(
      .dataRejected, path: path, line: line, rule: "no-partial",
      "this is not a whole partial; expected a file as --partial writes it, unchanged. "
        + "Make it again")
  }
}

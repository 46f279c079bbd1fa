import Basics
import Interchange
import Statistics
import Tabular

/// A partial as a file, so that the replies can be counted in parts: on several machines, or one
/// delivery after the other.
///
/// `record,key,count,numbers,units`, in this order:
///
/// | record | is |
/// |---|---|
/// | `definition` | `key` the digest of the definition files and registers, `count` the number of cells |
/// | `replied` | `key` a unit that is counted here |
/// | `late` | `key` a unit that sent submissions, all of them too late |
/// | `cell` | `key` its number among the cells of all tables, from 0; `count` of units; `numbers` as `number:part:times:weight:squares`, joined by blanks; `units` those that are listed, as positions among `replied` from 1, of an instance of a repeat as `3:2`, the second of the third |
/// | `mass` | `key` its number among the cells that have masses; `numbers` as `0:part:units:weight:squares`, one for each part of the sample |
/// | `part` | a part of the sample, with the submissions of it: `numbers` likewise |
/// | `amounts` | `key` the numbers of cells, joined by blanks, whose guarded sums the `numbers` are in, with `count` units |
/// | `end` | `count` the number of records before: a file that was cut off is noticed |
///
/// Parts of the sample are told by their keys, see `PartKeys`. Numbers, weights and squares are as in `AggregatedCell`. What is zero is left out.
struct PartialFile {
  private static let header = ["record", "key", "count", "numbers", "units"]

  let path: String
  /// What `DefinitionDigest` says of the definitions.
  let definition: String
  let size: TallySize
  /// One more than the largest key of a part of the sample; 0 without weights and design.
  let partsEnd: Int

  func write(_ partial: Partial) throws(RunError) {
    let writer = try CSVWriter(path: path, header: Self.header)
    var records = 1
    try writer.write(["definition", definition, String(size.cells), "", ""])
    for (record, keys) in [("replied", partial.replied), ("late", partial.late)] {
      for key in keys { try writer.write([record, key, "", "", ""]) }
      records += keys.count
    }
    let tally = partial.tally
    for cell in tally.counts.indices {
      let (count, values) = (tally.counts[cell], tally.values[cell])
      guard count > 0 || !values.isEmpty else { continue }
      try writer.write([
        "cell", String(cell), String(count),
        values.steps.map(Self.text).joined(separator: " "),
        tally.units[cell].map(Self.text).joined(separator: " "),
      ])
      records += 1
    }
    for cell in 0..<size.masses {
      let masses = tally.masses.masses(at: cell)
      guard !masses.isEmpty else { continue }
      try writer.write([
        "mass", String(cell), String(masses.reduce(0) { $0 + $1.mass.units }),
        masses.map { Self.text(Distribution.Step(value: 0, part: $0.key, mass: $0.mass)) }
          .joined(separator: " "), "",
      ])
      records += 1
    }
    for (cells, numbers) in tally.amounts.inOrder {
      try writer.write([
        "amounts", cells.map(String.init).joined(separator: " "), String(numbers.count),
        numbers.steps.map(Self.text).joined(separator: " "), "",
      ])
      records += 1
    }
    for (key, whole) in tally.masses.inOrder where whole.units > 0 {
      let text = Self.text(Distribution.Step(value: 0, part: key, mass: whole))
      try writer.write(["part", "", String(whole.units), text, ""])
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
    guard first["key"] == definition, first["count"] == String(size.cells) else {
      throw RunError(
        path: path, line: first.line, id: .stage(.otherDefinition),
        "the partial was made from other definitions, registers or versions of the form than stand "
          + "there now; expected one of the same. Make it again with --partial")
    }
    var tally = Tally(size)
    var (replied, late): ([String], [String]) = ([], [])
    for row in file.rows.dropFirst().dropLast() {
      switch row["record"] {
      case "replied": replied.append(row["key"])
      case "late": late.append(row["key"])
      case "cell": try restore(row, replied.count, into: &tally)
      case "mass":
        guard let cell = Int(row["key"]), (0..<size.masses).contains(cell) else {
          throw damaged(row.line)
        }
        for step in try steps(row) {
          tally.masses.restore(step.mass, ofPart: step.part, at: cell)
        }
      case "amounts":
        let cells = row["key"].split(separator: " ").map { Int($0) ?? -1 }
        guard !cells.isEmpty, cells.allSatisfy({ size.amounts[$0] != nil }) else {
          throw damaged(row.line)
        }
        tally.amounts.restore(Distribution(steps: try steps(row)), in: cells)
      case "part":
        for step in try steps(row) { tally.masses.restore(step.mass, ofPart: step.part) }
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
    let steps = try steps(row)
    for (step, next) in zip(steps, steps.dropFirst()) {
      guard (step.value, step.part) < (next.value, next.part) else { throw damaged(row.line) }
    }
    var units: [ListedUnit] = []
    for text in row["units"].split(separator: " ") {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      guard parts.count <= 2, parts[0] <= replied, parts.allSatisfy({ $0 > 0 }) else {
        throw damaged(row.line)
      }
      units.append(ListedUnit(number: parts[0], instance: parts.count == 2 ? parts[1] : 0))
    }
    tally.restore(cell, count: count, values: Distribution(steps: steps), units: units)
  }

  private static func text(_ unit: ListedUnit) -> String {
    unit.instance == 0 ? String(unit.number) : "\(unit.number):\(unit.instance)"
  }

  private static func text(_ step: Distribution.Step) -> String {
    ([step.value.description, String(step.part)] + step.mass.cells).joined(separator: ":")
  }

  private func steps(_ row: CSVFile.Row) throws(RunError) -> [Distribution.Step] {
    var steps: [Distribution.Step] = []
    for text in row["numbers"].split(separator: " ") {
      let parts = text.split(separator: ":")
      guard parts.count == 5, let value = ExactDecimal(parts[0]), let part = Int(parts[1]),
        part == 0 || (0..<partsEnd).contains(part), let units = Int(parts[2]), units > 0,
        let weight = ExactDecimal(parts[3])?.parts,
        (0...Int128(units) * Weighing.largest).contains(weight),
        let squares = WideSum(squares: parts[4]),
        squares <= WideSum(weight, times: Weighing.largest)
      else { throw damaged(row.line) }
      steps.append(
        Distribution.Step(
          value: value, part: part,
          mass: Mass(units: units, weight: weight, squares: squares)))
    }
    return steps
  }

  private func damaged(_ line: Int) -> RunError {
    RunError(
      path: path, line: line, id: .stage(.noPartial),
      "this is not a whole partial; expected a file as --partial writes it, unchanged. "
        + "Make it again")
  }
}

import Basics
import Tabular

extension Register {
  static func treaties(_ path: String) throws(RunError) -> [Treaty] {
    let file = try CSVFile(path: path, requiring: ["treaty", "under", "complete_until"])
    let names = file.rows.map { $0["treaty"] }
    var seen: Set<String> = []
    return try file.map { row throws(RunError) in
      guard seen.insert(row["treaty"]).inserted else {
        throw RunError(
          path: path, line: row.line, id: .register(.treatyTwice),
          "treaty '\(row["treaty"])' stands twice; expected one row a treaty. Delete one of the two"
        )
      }
      guard let day = try ValidityPeriod.date(row, column: "complete_until", path: path) else {
        throw RunError(
          path: path, line: row.line, id: .register(.noEnd),
          "column 'complete_until' is blank; expected the last day until which all signatures and "
            + "deposits of '\(row["treaty"])' stand in treaty-actions.csv")
      }
      let under = row["under"]
      guard under.isEmpty || names.contains(under) else {
        throw unknown(row, column: "under", path: path, among: names)
      }
      return Treaty(
        name: row["treaty"], completeUntil: day, under: under.isEmpty ? nil : under, line: row.line)
    }
  }

  static func admissions(
    _ path: String, of treaties: [String], _ known: Set<String>
  ) throws(RunError) -> [Admission] {
    let file = try CSVFile(path: path, requiring: ["treaty", "admits", "valid_from", "valid_to"])
    return try file.map { row throws(RunError) in
      guard treaties.contains(row["treaty"]) else {
        throw unknown(row, column: "treaty", path: path, among: treaties)
      }
      return Admission(
        treaty: row["treaty"], admits: try admitted(row, path: path, known: known),
        validity: try ValidityPeriod(row, from: "valid_from", to: "valid_to", path: path))
    }
  }

  private static func admitted(
    _ row: CSVFile.Row, path: String, known: Set<String>
  ) throws(RunError) -> Admission.Admitted {
    let text = row["admits"]
    switch text {
    case "states": return .states
    case "organizations": return .organizations
    case _ where known.contains(text): return .one(text)
    case _:
      throw RunError(
        path: path, line: row.line, id: .yaml(.unknownWord),
        "column 'admits' has '\(text)'; expected 'states', 'organizations' or a code of states.csv."
          + Suggestion.question(for: text, among: ["states", "organizations"] + known.sorted()))
    }
  }

  static func treatyActions(
    _ path: String, of treaties: [String], _ known: Set<String>, heldBy check: TreatyActionCheck
  ) throws(RunError) -> [TreatyAction] {
    let file = try CSVFile(
      path: path, requiring: ["treaty", "iso3", "signed", "deposited", "mode", "withdrawn"])
    let entries = try file.map { row throws(RunError) in
      guard treaties.contains(row["treaty"]) else {
        throw unknown(row, column: "treaty", path: path, among: treaties)
      }
      let action = TreatyAction(
        treaty: row["treaty"], iso3: try iso3(row, path: path, known: known),
        signed: try ValidityPeriod.date(row, column: "signed", path: path),
        deposited: try ValidityPeriod.date(row, column: "deposited", path: path),
        withdrawn: try ValidityPeriod.date(row, column: "withdrawn", path: path))
      let mode =
        row["mode"].isEmpty ? nil : try word(row, column: "mode", path: path, as: Mode.self)
      try check.check(action, mode, line: row.line, path: path)
      return RegisterCheck.Entry(fact: action, line: row.line)
    }
    try check.check(entries, path: path)
    return entries.map(\.fact)
  }
}

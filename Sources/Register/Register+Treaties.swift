import Basics
import Tabular

extension Register {
  static func treaties(_ path: String) throws(RunError) -> [Treaty] {
    let file = try CSVFile(path: path, requiring: ["treaty", "complete_until"])
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
      return Treaty(name: row["treaty"], completeUntil: day)
    }
  }

  static func treatyActions(
    _ path: String, of treaties: [String], _ known: Set<String>
  ) throws(RunError) -> [TreatyAction] {
    let file = try CSVFile(
      path: path, requiring: ["treaty", "iso3", "signed", "deposited", "mode"])
    var lines: [String: Int] = [:]
    return try file.map { row throws(RunError) in
      guard treaties.contains(row["treaty"]) else {
        throw unknown(row, column: "treaty", path: path, among: treaties)
      }
      let action = TreatyAction(
        treaty: row["treaty"], iso3: try iso3(row, path: path, known: known),
        signed: try ValidityPeriod.date(row, column: "signed", path: path),
        deposited: try ValidityPeriod.date(row, column: "deposited", path: path))
      let mode =
        row["mode"].isEmpty ? nil : try word(row, column: "mode", path: path, as: Mode.self)
      try check(action, mode, line: row.line, path: path)
      let key = "\(action.treaty) \(action.iso3)"
      if let earlier = lines.updateValue(row.line, forKey: key) {
        throw RunError(
          path: path, line: row.line, id: .register(.actionTwice),
          "the actions of \(action.iso3) towards '\(action.treaty)' stand on line \(earlier) "
            + "already; expected one row with signature and deposit. Make one of the two")
      }
      return action
    }
  }

  /// What an action cannot be, whatever the treaty: which of its days would be wrong is not known.
  private static func check(
    _ action: TreatyAction, _ mode: Mode?, line: Int, path: String
  ) throws(RunError) {
    guard let deposited = action.deposited else {
      guard let mode else { return }
      throw RunError(
        path: path, line: line, id: .register(.modeWithoutDeposit),
        "found '\(mode.rawValue)' of \(action.iso3), but no day of deposit; expected both or "
          + "neither. Fill in 'deposited', or blank 'mode'")
    }
    if let signed = action.signed, deposited < signed {
      throw RunError(
        path: path, line: line, id: .register(.depositBeforeSignature),
        "\(action.iso3) deposited on \(deposited), before it signed on \(signed); expected the "
          + "signature first. Correct one of the two days")
    }
  }
}

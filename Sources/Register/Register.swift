package import Tabular

/// A State, or a regional organization that takes part in treaties like one.
package struct State: Sendable {
  /// ISO 3166-1 alpha-3 (for withdrawn States, the code they had); the key everywhere.
  package let iso3: String
  package let iso2: String
  /// The M49 code, three characters: `004` is Afghanistan.
  package let m49: String
  package let isOrganization: Bool
  package let membership: ValidityPeriod
  /// Today's short name by language code.
  package let names: [String: String]
  package let formalName: String
  /// The article that today's English name takes in a sentence: `the`, or nothing.
  package let article: String
}

/// Reference facts with the dates on which they hold, read from `Pipelines/registers/`.
///
/// - `states.csv`: `iso3,iso2,m49,kind,member_from,member_to,name_<language>…,article_en,formal_name_en`
/// - `former-names.csv`: `name,language,iso3,valid_from,valid_to,use,article_en`; use is `official` (printed
///   as at a date within the validity) or `everyday` (recognized, never printed)
/// - `regional-groups.csv`: `code,name_<language>…,valid_from,valid_to`, in the order of tables
/// - `regional-group-members.csv`: `iso3,group,valid_from,valid_to`
/// - `treaty-actions.csv`: `treaty,iso3,signed,deposited,mode`
///
/// Each also has the column `source`. Periods are half-open: the last day is the first on which
/// the fact no longer holds.
package struct Register: Sendable {
  struct FormerName: Sendable {
    let name: String
    let language: String
    let iso3: String
    let validity: ValidityPeriod
    let isOfficial: Bool
    let article: String
  }

  struct Group: Sendable {
    let code: String
    let names: [String: String]
    let validity: ValidityPeriod
  }

  struct Membership: Sendable {
    let iso3: String
    let group: String
    let validity: ValidityPeriod
  }

  struct TreatyAction: Sendable {
    let treaty: String
    let iso3: String
    let signed: CalendarDate?
    let deposited: CalendarDate?
  }

  static let languages = ["en", "fr", "es", "ru", "zh", "ar"]

  package let folder: String
  let states: [State]
  let formerNames: [FormerName]
  let groups: [Group]
  let memberships: [Membership]
  let treatyActions: [TreatyAction]

  package var treaties: [String] {
    Set(treatyActions.map(\.treaty)).sorted()
  }
}

extension Register {
  /// Reads all registers of a folder.
  ///
  /// - Throws: `badDefinition` with file and line where a row cannot be understood or names a
  ///   State that `states.csv` does not have.
  package init(folder: String) throws(RunError) {
    self.folder = folder
    states = try Self.states("\(folder)/states.csv")
    let known = Set(states.map(\.iso3))

    let names = try CSVFile(
      path: "\(folder)/former-names.csv",
      requiring: ["name", "language", "iso3", "valid_from", "valid_to", "use"])
    formerNames = try names.map { row throws(RunError) in
      FormerName(
        name: row["name"], language: row["language"],
        iso3: try Self.iso3(row, names.path, known),
        validity: try ValidityPeriod(row, from: "valid_from", to: "valid_to", path: names.path),
        isOfficial: row["use"] == "official", article: row["article_en"])
    }

    let groupFile = try CSVFile(
      path: "\(folder)/regional-groups.csv",
      requiring: ["code", "name_en", "valid_from", "valid_to"])
    groups = try groupFile.map { row throws(RunError) in
      Group(
        code: row["code"], names: Self.names(row),
        validity: try ValidityPeriod(row, from: "valid_from", to: "valid_to", path: groupFile.path))
    }
    let codes = Set(groups.map(\.code))

    let members = try CSVFile(
      path: "\(folder)/regional-group-members.csv",
      requiring: ["iso3", "group", "valid_from", "valid_to"])
    memberships = try members.map { row throws(RunError) in
      guard codes.contains(row["group"]) else {
        throw RunError(
          .badDefinition, path: members.path, line: row.line, rule: "unknown-group",
          "there is no regional group '\(row["group"])' in \(groupFile.path)."
            + Suggestion.question(for: row["group"], among: codes.sorted()))
      }
      return Membership(
        iso3: try Self.iso3(row, members.path, known), group: row["group"],
        validity: try ValidityPeriod(row, from: "valid_from", to: "valid_to", path: members.path))
    }

    let actions = try CSVFile(
      path: "\(folder)/treaty-actions.csv",
      requiring: ["treaty", "iso3", "signed", "deposited"])
    treatyActions = try actions.map { row throws(RunError) in
      TreatyAction(
        treaty: row["treaty"], iso3: try Self.iso3(row, actions.path, known),
        signed: try ValidityPeriod.date(row, "signed", actions.path),
        deposited: try ValidityPeriod.date(row, "deposited", actions.path))
    }
  }

  private static func states(_ path: String) throws(RunError) -> [State] {
    let file = try CSVFile(
      path: path,
      requiring: ["iso3", "iso2", "m49", "kind", "member_from", "member_to", "name_en"])
    var seen: Set<String> = []
    return try file.map { row throws(RunError) in
      guard seen.insert(row["iso3"]).inserted else {
        throw RunError(
          .badDefinition, path: path, line: row.line, rule: "state-twice",
          "code '\(row["iso3"])' stands twice; expected one row a State")
      }
      return State(
        iso3: row["iso3"], iso2: row["iso2"], m49: row["m49"],
        isOrganization: row["kind"] == "organization",
        membership: try ValidityPeriod(row, from: "member_from", to: "member_to", path: path),
        names: names(row), formalName: row["formal_name_en"], article: row["article_en"])
    }
  }

  private static func names(_ row: CSVFile.Row) -> [String: String] {
    var names: [String: String] = [:]
    for language in languages where !row["name_\(language)"].isEmpty {
      names[language] = row["name_\(language)"]
    }
    return names
  }

  private static func iso3(
    _ row: CSVFile.Row, _ path: String, _ known: Set<String>
  ) throws(RunError) -> String {
    guard known.contains(row["iso3"]) else {
      throw RunError(
        .badDefinition, path: path, line: row.line, rule: "unknown-state",
        "there is no State with code '\(row["iso3"])' in states.csv."
          + Suggestion.question(for: row["iso3"], among: known.sorted()))
    }
    return row["iso3"]
  }
}

extension CSVFile {
  fileprivate func map<Output>(
    _ transform: (Row) throws(RunError) -> Output
  ) throws(RunError) -> [Output] {
    var outputs: [Output] = []
    for row in rows { outputs.append(try transform(row)) }
    return outputs
  }
}

package import Basics
import Tabular

extension Register {
  /// Reads all registers of a folder.
  ///
  /// - Throws: `badDefinition` with file and line where a row cannot be understood, names a State
  ///   that `states.csv` does not have, or contradicts another row.
  package init(folder: String) throws(RunError) {
    self.folder = folder
    coverage = try Self.coverage("\(folder)/coverage.csv")
    states = try Self.states("\(folder)/states.csv")
    let known = Set(states.map(\.iso3))
    formerNames = try Self.formerNames("\(folder)/former-names.csv", known)
    otherNames = try Self.otherNames("\(folder)/state-names.csv", known)
    let groupsPath = "\(folder)/regional-groups.csv"
    groups = try Self.groups(groupsPath)
    memberships = try Self.memberships(
      "\(folder)/regional-group-members.csv", of: groups, groupsPath: groupsPath, known)
    let treatiesPath = "\(folder)/treaties.csv"
    knownTreaties = try Self.treaties(treatiesPath)
    let treaties = knownTreaties.map(\.name)
    let admissionsPath = "\(folder)/treaty-admissions.csv"
    admissions = try Self.admissions(admissionsPath, of: treaties, known)
    try RegisterCheck.admissions(
      admissions, cover: knownTreaties, path: treatiesPath, admissionsPath: admissionsPath)
    treatyActions = try Self.treatyActions(
      "\(folder)/treaty-actions.csv", of: treaties, known,
      heldBy: TreatyActionCheck(
        states: Dictionary(states.map { ($0.iso3, $0) }, uniquingKeysWith: { first, _ in first }),
        treaties: knownTreaties, admissions: admissions, admissionsPath: admissionsPath))
  }

  private enum NameKind: String, CaseIterable {
    case formal
    case everyday
    case abbreviation
  }

  private static func coverage(_ path: String) throws(RunError) -> [Part: Coverage] {
    let file = try CSVFile(path: path, requiring: ["part", "known_from", "complete_until"])
    var coverage: [Part: Coverage] = [:]
    for row in file.rows {
      let part = try word(row, column: "part", path: path, as: Part.self)
      guard coverage[part] == nil else {
        throw RunError(
          path: path, line: row.line, id: .register(.partTwice),
          "part '\(part.rawValue)' stands twice; expected one row a part. Delete one of the two")
      }
      let first = try day(row, column: "known_from", path: path, "the first day")
      let last = try day(row, column: "complete_until", path: path, "the last day")
      guard first <= last else {
        throw RunError(
          path: path, line: row.line, id: .register(.period),
          "column 'known_from' has \(first) and 'complete_until' \(last); expected the first and the "
            + "last day of which the registers know all")
      }
      coverage[part] = Coverage(first: first, last: last)
    }
    for part in Part.allCases where coverage[part] == nil {
      throw RunError(
        path: path, id: .register(.noEnd),
        "there is no row of '\(part.rawValue)'; expected the days of which the registers know all of "
          + "it. Add '\(part.rawValue),<first day>,<last day>'")
    }
    return coverage
  }

  private static func day(
    _ row: CSVFile.Row, column: String, path: String, _ which: String
  ) throws(RunError) -> CalendarDate {
    if let day = try ValidityPeriod.date(row, column: column, path: path) { return day }
    throw RunError(
      path: path, line: row.line, id: .register(.noEnd),
      "column '\(column)' is blank; expected \(which) of which the registers know all of "
        + "'\(row["part"])'")
  }

  private static func states(_ path: String) throws(RunError) -> [State] {
    let file = try CSVFile(
      path: path,
      requiring: ["iso3", "iso2", "m49", "kind", "member_from", "member_to", "name_en"])
    var seen: Set<String> = []
    return try file.map { row throws(RunError) in
      let kind = try word(row, column: "kind", path: path, as: State.Kind.self)
      try checkCode(row, kind: kind, path: path)
      guard seen.insert(row["iso3"]).inserted else {
        throw RunError(
          path: path, line: row.line, id: .register(.stateTwice),
          "code '\(row["iso3"])' stands twice; expected one row a State")
      }
      return State(
        iso3: row["iso3"], iso2: row["iso2"], m49: row["m49"],
        kind: kind,
        membership: try ValidityPeriod(row, from: "member_from", to: "member_to", path: path),
        names: names(row), formalName: row["formal_name_en"],
        articles: words("article", row))
    }
  }

  private static func formerNames(
    _ path: String, _ known: Set<String>
  ) throws(RunError) -> [FormerName] {
    let file = try CSVFile(
      path: path, requiring: ["name", "language", "iso3", "valid_from", "valid_to"])
    let entries = try file.map { row throws(RunError) in
      RegisterCheck.Entry(
        fact: FormerName(
          name: row["name"], language: try language(row, path),
          iso3: try iso3(row, path: path, known: known),
          validity: try ValidityPeriod(row, from: "valid_from", to: "valid_to", path: path),
          article: row["article"]),
        line: row.line)
    }
    try RegisterCheck.names(entries, path: path)
    return entries.map(\.fact)
  }

  private static func otherNames(
    _ path: String, _ known: Set<String>
  ) throws(RunError) -> [StateName] {
    let file = try CSVFile(
      path: path, requiring: ["name", "language", "iso3", "kind", "valid_from", "valid_to"])
    return try file.map { row throws(RunError) in
      let kind = try word(row, column: "kind", path: path, as: NameKind.self)
      return StateName(
        text: row["name"], language: try language(row, path),
        iso3: try iso3(row, path: path, known: known),
        validity: try ValidityPeriod(row, from: "valid_from", to: "valid_to", path: path),
        isAbbreviation: kind == .abbreviation, isFormal: kind == .formal)
    }
  }

  private static func groups(_ path: String) throws(RunError) -> [Group] {
    let file = try CSVFile(path: path, requiring: ["code", "name_en", "valid_from", "valid_to"])
    let entries = try file.map { row throws(RunError) in
      RegisterCheck.Entry(
        fact: Group(
          code: row["code"], names: names(row),
          validity: try ValidityPeriod(row, from: "valid_from", to: "valid_to", path: path)),
        line: row.line)
    }
    try RegisterCheck.groups(entries, path: path)
    return entries.map(\.fact)
  }

  private static func memberships(
    _ path: String, of groups: [Group], groupsPath: String, _ known: Set<String>
  ) throws(RunError) -> [Membership] {
    let file = try CSVFile(path: path, requiring: ["iso3", "group", "valid_from", "valid_to"])
    let codes = Set(groups.map(\.code))
    let entries = try file.map { row throws(RunError) in
      guard codes.contains(row["group"]) else {
        throw RunError(
          path: path, line: row.line, id: .register(.unknownGroup),
          "there is no regional group '\(row["group"])' in \(groupsPath)."
            + Suggestion.question(for: row["group"], among: codes.sorted()))
      }
      return RegisterCheck.Entry(
        fact: Membership(
          iso3: try iso3(row, path: path, known: known), group: row["group"],
          validity: try ValidityPeriod(row, from: "valid_from", to: "valid_to", path: path)),
        line: row.line)
    }
    try RegisterCheck.memberships(entries, path: path)
    try RegisterCheck.groups(groups, cover: entries, path: path)
    return entries.map(\.fact)
  }
}

// MARK: - Cells

extension Register {
  private static func names(_ row: CSVFile.Row) -> [String: String] {
    words("name", row)
  }

  /// What a row says by language, in columns such as `name_fr`.
  private static func words(_ column: String, _ row: CSVFile.Row) -> [String: String] {
    var words: [String: String] = [:]
    for language in languages where !row["\(column)_\(language)"].isEmpty {
      words[language] = row["\(column)_\(language)"]
    }
    return words
  }

  /// The code names files of the stages and stands in tables; organizations have codes of their own.
  private static func checkCode(
    _ row: CSVFile.Row, kind: State.Kind, path: String
  ) throws(RunError) {
    let code = row["iso3"]
    let isUpperCase = code.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")) ~= $0 }
    guard isUpperCase, kind == .organization ? !code.isEmpty : code.utf8.count == 3 else {
      throw RunError(
        path: path, line: row.line, id: .register(.iso3),
        "column 'iso3' has '\(code)'; expected "
          + (kind == .organization ? "letters A to Z" : "three letters A to Z"))
    }
  }

  static func word<Word: RawRepresentable & CaseIterable>(
    _ row: CSVFile.Row, column: String, path: String, as type: Word.Type
  ) throws(RunError) -> Word where Word.RawValue == String {
    if let word = Word(rawValue: row[column]) { return word }
    throw unknown(row, column: column, path: path, among: Word.allCases.map(\.rawValue))
  }

  private static func language(_ row: CSVFile.Row, _ path: String) throws(RunError) -> String {
    guard languages.contains(row["language"]) else {
      throw unknown(row, column: "language", path: path, among: languages)
    }
    return row["language"]
  }

  static func unknown(
    _ row: CSVFile.Row, column: String, path: String, among words: [String]
  ) -> RunError {
    RunError(
      path: path, line: row.line, id: .yaml(.unknownWord),
      "column '\(column)' has '\(row[column])'; expected "
        + words.map { "'\($0)'" }.joined(separator: ", ") + "."
        + Suggestion.question(for: row[column], among: words))
  }

  static func iso3(
    _ row: CSVFile.Row, path: String, known: Set<String>
  ) throws(RunError) -> String {
    guard known.contains(row["iso3"]) else {
      throw RunError(
        path: path, line: row.line, id: .register(.unknownState),
        "there is no State with code '\(row["iso3"])' in states.csv."
          + Suggestion.question(for: row["iso3"], among: known.sorted()))
    }
    return row["iso3"]
  }
}

extension CSVFile {
  func map<Output>(
    _ transform: (Row) throws(RunError) -> Output
  ) throws(RunError) -> [Output] {
    var outputs: [Output] = []
    for row in rows { outputs.append(try transform(row)) }
    return outputs
  }
}

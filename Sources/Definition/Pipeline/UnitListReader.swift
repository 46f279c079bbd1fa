import Basics
import Questionnaire
import Register
import Tabular

/// Reads `units.csv`, and refuses what would count a unit that there is not, or lose one.
struct UnitListReader {
  static let fileName = "units.csv"

  let path: String
  let attributes: [OwnAttribute]
  /// The registers that the list stands beside; nil where it stands alone.
  let register: Register?

  private static let longestCode = 200

  func read() throws(RunError) -> UnitList {
    let file = try CSVFile(path: path, columns: UnitColumn.self)
    let nameColumns = try nameColumns(of: file)
    try requireAttributes(of: file)
    var units: [ListedUnit] = []
    var earlier: [TextKey: [ListedUnit]] = [:]
    for row in file.rows {
      let unit = try unit(row, nameColumns)
      let key = TextKey(unit.code)
      if let other = earlier[key]?.first(where: { $0.validity.overlaps(unit.validity) }) {
        throw error(
          row, id: .units(.unitListedTwice),
          "'\(unit.code)' stands on line \(other.line) already for the same time; expected one line a "
            + "unit on any day. Correct \(UnitColumn.validFrom.rawValue) and "
            + "\(UnitColumn.validTo.rawValue), or delete one of the two")
      }
      earlier[key, default: []].append(unit)
      units.append(unit)
    }
    try checkNames(units)
    return UnitList(path: path, units: units)
  }

  // MARK: - Columns

  /// The columns with names, by language.
  ///
  /// - Throws: Where a column is neither known nor declared: a misspelt one would be lost, and what is
  ///   no attribute, such as an e-mail address, has no part in the list.
  private func nameColumns(of file: CSVFile) throws(RunError) -> [(
    column: String, language: String
  )] {
    let known = UnitColumn.allCases.map(\.rawValue)
    let declared = attributes.map(\.name)
    var columns = [(column: UnitColumn.name.rawValue, language: "")]
    for heading in file.header where !known.contains(heading) && !declared.contains(heading) {
      let language = heading.dropFirst(UnitColumn.namePrefix.count)
      guard heading.hasPrefix(UnitColumn.namePrefix), (2...3).contains(language.utf8.count),
        language.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= $0 })
      else {
        let allowed = known + declared
        throw RunError(
          path: path, line: 1, id: .units(.undeclaredColumn),
          "column '\(heading)' is none of the list and no attribute; expected "
            + "\(Suggestion.allowed(allowed)), or '\(UnitColumn.namePrefix)' and a language. Declare it "
            + "under 'attributes' of pipeline.yaml, or take it out: addresses and telephone numbers "
            + "have no place here." + Suggestion.question(for: heading, among: allowed))
      }
      columns.append((heading, String(language)))
    }
    return columns
  }

  private func requireAttributes(of file: CSVFile) throws(RunError) {
    for attribute in attributes where !file.header.contains(attribute.name) {
      throw RunError(
        path: path, line: 1, id: .units(.noAttributeColumn),
        "there is no column '\(attribute.name)', which line \(attribute.line) of pipeline.yaml declares "
          + "as an attribute; expected one. Add it, or delete the attribute there."
          + Suggestion.question(for: attribute.name, among: file.header))
    }
  }

  // MARK: - Lines

  private func unit(
    _ row: CSVFile.Row, _ nameColumns: [(column: String, language: String)]
  ) throws(RunError) -> ListedUnit {
    let code = row[UnitColumn.code].trimmed
    guard !code.isEmpty, code.utf8.count <= Self.longestCode, TextKey(code).text != "none",
      !code.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw error(
        row, id: .units(.unitCode),
        (code.isEmpty ? "column 'code' is blank" : "column 'code' has '\(code.prefix(40))'")
          + "; expected what the unit is known by, in one line of at most \(Self.longestCode) bytes, and "
          + "not 'none', which says in crosswalk.csv that there is no unit")
    }
    var names: [String: String] = [:]
    for (column, language) in nameColumns {
      let name = row[column].trimmed
      if !name.isEmpty { names[language] = name }
    }
    var articles: [String: String] = [:]
    for (language, column) in UnitColumn.articles { articles[language] = row[column].trimmed }
    var values: [String] = []
    for attribute in attributes { values.append(try value(of: attribute, row)) }
    return ListedUnit(
      line: row.line, code: code, names: names, articles: articles,
      validity: try ValidityPeriod(
        row, from: UnitColumn.validFrom.rawValue, to: UnitColumn.validTo.rawValue, path: path),
      values: values)
  }

  private func value(
    of attribute: OwnAttribute, _ row: CSVFile.Row
  ) throws(RunError) -> String {
    let value = row[attribute.name].trimmed
    if value.isEmpty { return "" }
    if !attribute.bands.isEmpty { return try code(of: value, attribute, row) }
    if attribute.isClosed {
      let codes = attribute.codes.map(\.name)
      guard !codes.contains(value) else { return value }
      throw RunError(
        path: path, line: row.line, id: .yaml(.unknownWord),
        "column '\(attribute.name)' has '\(value)'; expected \(Suggestion.allowed(codes)), as line "
          + "\(attribute.line) of pipeline.yaml declares, or nothing."
          + Suggestion.question(for: value, among: codes))
    }
    guard DefinitionName.isName(value), value != attribute.codeOfRest else {
      throw error(
        row, id: .units(.attributeCode),
        "column '\(attribute.name)' has '\(value)', which would be a code in tables and addresses; "
          + "expected \(DefinitionName.expected), and not '\(attribute.codeOfRest)'. Write a short "
          + "code, and its label under 'codes' of the attribute in pipeline.yaml")
    }
    return value
  }

  /// The code in whose band a number or date lies.
  private func code(
    of value: String, _ attribute: OwnAttribute, _ row: CSVFile.Row
  ) throws(RunError) -> String {
    let isOfDates = attribute.bands[0].isOfDates
    guard let known = AttributeBand.Value(value), known.isDate == isOfDates else {
      throw error(
        row, id: .units(.attributeValue),
        "column '\(attribute.name)' has '\(value)'; expected "
          + (isOfDates ? "a date such as 2005-07-29" : "a number such as 1250 or 0.5")
          + ", since line \(attribute.line) of pipeline.yaml makes bands of it, or nothing")
    }
    guard let index = attribute.bands.firstIndex(where: { $0.contains(known) }) else {
      throw error(
        row, id: .units(.attributeValue),
        "column '\(attribute.name)' has '\(value)', which lies in none of the bands that line "
          + "\(attribute.line) of pipeline.yaml makes of it; correct it, or add a band")
    }
    return attribute.codes[index].name
  }

  private func error(
    _ row: CSVFile.Row, id: ErrorID, _ message: String
  ) -> RunError {
    RunError(path: path, line: row.line, id: id, message)
  }
}

// MARK: - Beside the registers

extension UnitListReader {
  /// A code with a slip of the pen would be a unit more, and its State one without attributes: what
  /// is in no register needs a name, and none that is in one.
  private func checkNames(_ units: [ListedUnit]) throws(RunError) {
    guard let register else { return }
    let codes = Set(register.codes)
    var index: NameIndex?
    for unit in units {
      guard codes.contains(unit.code) || !unit.names.isEmpty else {
        throw nameError(
          unit,
          "'\(unit.code)' is the code of no State, and the line has no name; expected the code of a "
            + "State as in registers/states.csv, or a name for a unit of your own."
            + Suggestion.question(for: unit.code, among: register.codes))
      }
      for name in unit.names.sorted(by: { $0.key < $1.key }).map(\.value) {
        let known = index ?? NameIndex(register)
        index = known
        let others = known.codes(named: name)
        guard others != [unit.code], !others.isEmpty || codes.contains(unit.code) else { continue }
        throw nameError(
          unit,
          others.isEmpty
            ? "'\(name)' is no name of \(unit.code) in the registers; expected one, or none: States are "
              + "printed as the registers call them"
            : "'\(name)' is the name of \(others.joined(separator: ", ")) in the registers, but the code "
              + "is '\(unit.code)'; expected a name that no State has. Correct one of the two")
      }
    }
  }

  private func nameError(_ unit: ListedUnit, _ message: String) -> RunError {
    RunError(path: path, line: unit.line, id: .units(.unitName), message)
  }
}

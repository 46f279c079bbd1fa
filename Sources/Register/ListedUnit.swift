package import Basics

/// A line of `units.csv`: a unit of the collection's own, or what the collection says of a State of
/// the registers, on the days on which it holds.
package struct ListedUnit: Sendable {
  package let line: Int
  /// As the file has it, without outer blanks; for a State its ISO 3166-1 alpha-3 code.
  package let code: String
  /// By language code; `""` for the name in any language.
  package let names: [String: String]
  /// The article that the name takes in a sentence, by language code.
  package let articles: [String: String]
  package let validity: ValidityPeriod
  /// The values of the attributes in the order of their declaration; empty for none.
  package let values: [String]

  package init(
    line: Int, code: String, names: [String: String], articles: [String: String],
    validity: ValidityPeriod, values: [String]
  ) {
    self.line = line
    self.code = code
    self.names = names
    self.articles = articles
    self.validity = validity
    self.values = values
  }

  /// The name that is printed; nil where the file has none.
  func name(in language: String) -> String? {
    for candidate in [language, "", "en"] {
      if let name = names[candidate] { return name }
    }
    return names.min { $0.key < $1.key }?.value
  }
}

/// The units that a collection declares itself: `units.csv`, for all days.
///
/// Beside the registers a line is of a State, of which it says more, or adds a unit to the Member
/// States of the day; without registers the lines of the day are all units there are.
package struct UnitList: Sendable {
  package let path: String
  package let units: [ListedUnit]

  package static let none = UnitList(path: "", units: [])

  package init(path: String, units: [ListedUnit]) {
    self.path = path
    self.units = units
  }

  func units(on day: CalendarDate) -> [ListedUnit] { units.filter { $0.validity.contains(day) } }

  /// The languages in which all units of a day have a name.
  package func languages(on day: CalendarDate) -> [String] {
    let units = units(on: day)
    guard let first = units.first else { return [] }
    let common = units.dropFirst().reduce(Set(first.names.keys)) { $0.intersection($1.names.keys) }
    return common.filter { !$0.isEmpty }.sorted()
  }
}

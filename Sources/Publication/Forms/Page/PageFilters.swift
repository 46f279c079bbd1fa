import Definition
import Phrases
import Printing

/// What all parts of a page are written by.
struct PageSetting {
  let language: Language
  let filters: PageFilters
  /// What stands for the point of a number.
  let decimalMark: String
}

/// What a reader can narrow the page to: the groups that tables have columns for, and those that units
/// are in.
struct PageFilters {
  /// What templates are given: the names of their fields, and texts, numbers or lists of the same.
  typealias View = [String: Any]

  private var variables: [VariableCatalog.Entry] = []
  private var codes: [Set<Int>] = []
  private var indices: [String: Int] = [:]

  /// - Parameter units: The attributes that units are listed by.
  init(_ tables: [PrintedTable], units: [VariableCatalog.Entry]) {
    for group in tables.flatMap(\.groups) {
      for category in group.path { add(category.variable, category.code) }
    }
    for variable in units {
      for code in variable.codes.indices { add(variable, code) }
    }
  }

  private mutating func add(_ variable: VariableCatalog.Entry, _ code: Int) {
    if let index = indices[variable.name] {
      codes[index].insert(code)
      return
    }
    indices[variable.name] = variables.count
    variables.append(variable)
    codes.append([code])
  }

  /// What the script knows a group by.
  func text(of keys: [FilterKey]) -> String {
    keys.compactMap { key in indices[key.variable].map { "\($0)-\(key.code)" } }
      .joined(separator: " ")
  }

  var views: [View] {
    variables.enumerated().map { index, variable in
      [
        "id": index, "label": variable.label,
        "options": codes[index].sorted().map { code in
          ["value": "\(index)-\(code)", "label": variable.codes[code].label]
        },
      ]
    }
  }
}

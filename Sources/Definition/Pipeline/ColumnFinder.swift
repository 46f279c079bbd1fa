package import Basics

/// Finds the columns that a pipeline names: by heading, by label, or by position as in `#3`.
package struct ColumnFinder {
  private let headings: [String]
  private let labels: [String]
  private let source: SourceDefinition
  private let file: String

  package init(headings: [String], labels: [String], of source: SourceDefinition, file: String) {
    self.headings = headings
    self.labels = labels
    self.source = source
    self.file = file
  }

  package func position(of name: String) -> Int? {
    if name.hasPrefix("#"), let number = Int(name.dropFirst()),
      headings.indices.contains(number - 1)
    {
      return number - 1
    }
    let key = TextKey(name)
    return headings.firstIndex { TextKey($0) == key }
      ?? labels.firstIndex { TextKey($0) == key }
  }

  package func required(_ name: String, _ what: String) throws(RunError) -> Int {
    let key = TextKey(name)
    let found = headings.indices.filter { TextKey(headings[$0]) == key }
    guard found.count < 2 else {
      throw source.node.error(
        id: .csv(.columnTwice),
        "\(file) has column '\(name)' (\(what)) \(found.count) times; expected it once. "
          + "Name it by its position, as '#\(found[0] + 1)'")
    }
    guard let column = position(of: name) else {
      throw source.node.error(
        id: .csv(.missingColumn),
        "\(file) has no column '\(name)' (\(what)); expected one of its headings, "
          + Suggestion.allowed(headings) + "."
          + Suggestion.question(for: name, among: headings))
    }
    return column
  }

  /// All columns with one of some headings, be they of one item or of all; a heading that is not there is
  /// no error, since sources of one shape may differ in what nobody counts.
  package func positions(of names: [String]) throws(RunError) -> Set<Int> {
    let keys = Set(names.map { TextKey($0) })
    var positions = Set(headings.indices.filter { keys.contains(TextKey(headings[$0])) })
    if source.columnsOfItems != nil {
      let named = try declared()
      for name in names {
        positions.formUnion(
          headings.indices.filter { headings[$0].hasPrefix("\(name)[") && named[$0] == nil })
      }
    }
    for name in names where name.hasPrefix("#") {
      if let position = position(of: name) { positions.insert(position) }
    }
    return positions
  }

  package func declared() throws(RunError) -> [Int: String] {
    var questionOf: [Int: String] = [:]
    for (heading, question) in source.columns {
      // An item may have no record in this file.
      if source.columnsOfItems != nil, heading.hasSuffix("]"), position(of: heading) == nil {
        continue
      }
      questionOf[try required(heading, "columns")] = question
    }
    return questionOf
  }
}

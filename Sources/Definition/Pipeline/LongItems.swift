import Basics

/// How the records of a long file become submissions: the key `items` of a source, whose keys `ItemsKey`
/// declares. A long file has a record for each unit and item, such as a country and a topic.
package struct LongItems: Sendable {
  /// The column that says which item a record is about.
  package let column: String
  /// The columns that say which submission it is of; all records with the same there are one.
  package let by: [String]
  package let node: DefinitionNode

  init(_ node: DefinitionNode) throws(RunError) {
    self.node = node
    try node.allowOnly(ItemsKey.self)
    column = try node.required(ItemsKey.column).text()
    by = try node.required(ItemsKey.by).texts()
  }

  /// The heading of what a record about an item has in a column.
  package static func heading(_ column: String, of item: String) -> String { "\(column)[\(item)]" }

  /// - Throws: `badDefinition` where the unit or the day of a submission would be told by each of its
  ///   items.
  func require(_ unit: SourceDefinition.UnitSource, _ received: SourceDefinition.Received)
    throws(RunError)
  {
    var needed: [String] = []
    switch unit {
    case .column(let heading): needed.append(heading)
    case .record, .submission:
      throw node.error(
        id: .pipeline(.items),
        "the records of one unit are to be one submission, and no column names their unit; expected "
          + "'unit: {column: …}' beside 'items', and no 'repeat'")
    }
    switch received {
    case .column(let heading): needed.append(heading)
    case .date, .submission: break
    }
    for heading in needed where !by.contains(where: { TextKey($0) == TextKey(heading) }) {
      throw node.error(
        id: .pipeline(.items),
        "'\(heading)' says whose or when a submission is, and is not among what its records have in common; "
          + "expected it under 'by', as in 'by: [\(needed.joined(separator: ", "))]'")
    }
  }
}

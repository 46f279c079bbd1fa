import Basics
import Questionnaire

/// How the records of a long file become submissions: the key `items` of a source, whose keys `ItemsKey`
/// declares. A long file has a record for each unit and item, such as a country and a topic.
package struct LongItems: Sendable {
  /// The column that says which item a record is about.
  package let column: String
  /// The columns that say which submission it is of; all records with the same there are one.
  package let by: [String]
  /// The repeat whose instances the records are, a roster of items; nil where each item has columns of its
  /// own.
  package let repeatName: String?
  package let node: DefinitionNode

  init(_ node: DefinitionNode, form: Questionnaire) throws(RunError) {
    self.node = node
    try node.allowOnly(ItemsKey.self)
    column = try node.required(ItemsKey.column).text()
    by = try node.required(ItemsKey.by).texts()
    guard !by.contains(where: { [column] in TextKey($0) == TextKey(column) }) else {
      throw try node.required(ItemsKey.by).error(
        id: .pipeline(.items),
        "'\(column)' says which item a record is about, so that no two records of a submission have it in "
          + "common; expected the other columns")
    }
    repeatName = try node[ItemsKey.instances].map { name throws(RunError) in
      try Repetition.name(name, of: form)
    }
  }

  /// The heading of what a record about an item has in a column.
  package static func heading(_ column: String, of item: String) -> String { "\(column)[\(item)]" }

  /// - Throws: `badDefinition` where each item by itself would tell the unit of a submission, its day, or
  ///   whether it counts.
  func require(of source: SourceDefinition) throws(RunError) {
    var needed: [String] = []
    switch source.unit {
    case .column(let heading): needed.append(heading)
    case .record, .submission:
      throw node.error(
        id: .pipeline(.items),
        "the records of one unit are to be one submission, and no column names their unit; expected "
          + "'unit: {column: …}' beside 'items', and no 'repeat'")
    }
    switch source.received {
    case .column(let heading): needed.append(heading)
    case .date, .submission: break
    }
    if repeatName != nil {
      needed += [source.testRecords?.column, source.incomplete?.column].compactMap(\.self)
    }
    for heading in needed where !by.contains(where: { TextKey($0) == TextKey(heading) }) {
      throw node.error(
        id: .pipeline(.items),
        "'\(heading)' says whose or when a submission is, or whether it counts, and is not among what its "
          + "records have in common; expected it under 'by', as in 'by: [\(needed.joined(separator: ", "))]'"
      )
    }
  }

  /// - Throws: `badDefinition` where what a unit sends on another day, or in another file, would take the place
  ///   of what it has sent before, and nobody has said so.
  func require(
    _ resubmissions: PipelineDefinition.Resubmissions, isDeclared: Bool,
    of source: SourceDefinition, among sources: [SourceDefinition]
  ) throws(RunError) {
    guard let name = repeatName else {
      guard resubmissions == .replace else { return }
      throw node.error(
        id: .pipeline(.items),
        "items that come on another day would take the place of those before; expected 'resubmissions: merge' "
          + "in pipeline.yaml, by which a later submission takes over what it does not answer")
    }
    guard resubmissions == .replace else {
      throw node.error(
        id: .pipeline(.items),
        "the records are instances of '\(name)', of which each submission has its own; expected "
          + "'resubmissions: replace' in pipeline.yaml, by which the latest counts alone")
    }
    if isDeclared { return }
    let consequence =
      ", and of its submissions the latest would count alone, with its own items; expected 'resubmissions: "
      + "replace' in pipeline.yaml if that is meant, or "
    if case .column(let heading) = source.received {
      throw node.error(
        id: .pipeline(.items),
        "records of a unit may have several days in '\(heading)'\(consequence)'received: {date: …}' if all items "
          + "of a unit are one submission")
    }
    if let other = sources.first(where: { $0.repetition == nil && $0.pattern != source.pattern }) {
      throw node.error(
        id: .pipeline(.items),
        "records of a unit may stand in '\(other.pattern)' as well\(consequence)one source, with '*' in its file "
          + "for several files, if all items of a unit are one submission")
    }
  }
}

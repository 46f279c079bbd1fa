package import Basics
import Questionnaire
import Register
import Tabulation

/// The tables of a collection: `tables.yaml`.
///
/// `PlanKey` and `TableKey` declare its keys; `Pipelines/TABLES.md` is the reference made from them.
package struct TablePlan: Sendable {
  package let path: String
  package let catalog: VariableCatalog
  package let tables: [Table]
  package let weights: Weights?
  package let sample: Sample?
  /// The file as it was read.
  let node: DefinitionNode

  /// - Throws: `badDefinition` naming file, line and the nearest right name.
  package init(
    _ collection: CollectionFolders, _ pipeline: PipelineDefinition
  ) throws(RunError) {
    path = "\(collection.pipeline)/tables.yaml"
    var catalog = try VariableCatalog(pipeline)
    let node = try DefinitionNode(path: path)
    self.node = node
    try node.allowOnly(PlanKey.self)
    if pipeline.disclosure != nil { try ConfidentialPlan.check(node) }
    let variables = try node[PlanKey.variables]?.list() ?? []
    for item in variables {
      if let name = try item[VariableKey.name]?.text() { catalog.expect(name) }
    }
    for item in variables {
      try VariableReader(node: item).read(into: &catalog)
      if pipeline.disclosure != nil, let variable = catalog.entries.last {
        try ConfidentialPlan.check(variable, catalog: catalog, node: item)
      }
    }
    self.catalog = catalog
    weights = try node[PlanKey.weights].map { node throws(RunError) in
      try Weights(node, catalog, hasRegister: pipeline.register != nil)
    }
    sample = try node[PlanKey.sample].map { node throws(RunError) in
      try Sample(node, hasRegister: pipeline.register != nil)
    }
    var tables: [Table] = []
    for item in try node.required(PlanKey.tables).list() {
      try item.allowOnly(TableKey.self)
      for entry in try Self.rowVariables(item, catalog) {
        let table = try TableReader(
          node: item, catalog: catalog, each: entry, hasWeights: weights != nil,
          hasSample: sample != nil,
          languages: pipeline.register?.languages ?? []
        ).read()
        if pipeline.disclosure != nil {
          if let filter = table.filter {
            try ConfidentialPlan.check(
              filter, catalog: catalog, node: item[TableKey.filter] ?? item)
          }
          if case .condition(let condition) = table.base {
            try ConfidentialPlan.check(
              condition, catalog: catalog, node: item[TableKey.base] ?? item)
          }
        }
        if pipeline.disclosure != nil {
          for block in table.blocks {
            for offer in block.variable.offers.compactMap(\.self) {
              try ConfidentialPlan.check(offer, catalog: catalog, node: item)
            }
          }
        }
        try Self.checkID(table.id, item)
        try Self.requireNew(table.id, among: tables, item)
        tables.append(table)
      }
    }
    guard !tables.isEmpty else {
      throw (node[PlanKey.tables] ?? node).error(
        id: .table(.noTables), "there is no table; expected at least one, as in '- each: closed'")
    }
    self.tables = tables
  }

  /// File systems have at most 255 bytes for a name, with what is put behind it.
  private static let longestID = 200

  /// The id is a file name and a part of cell addresses.
  private static func checkID(_ id: String, _ item: DefinitionNode) throws(RunError) {
    guard id.utf8.count <= longestID else {
      throw (item[TableKey.id] ?? item).error(
        id: .table(.tableId),
        "the id '\(id.prefix(20))…' of a table has \(id.utf8.count) bytes and would be the name of a "
          + "file; expected at most \(longestID). Give the table a shorter 'id'")
    }
    guard DefinitionName.isName(id), !id.hasPrefix("-") else {
      throw (item[TableKey.id] ?? item).error(
        id: .table(.tableId),
        "'\(id)' would be the id of a table; expected \(DefinitionName.expected), but no '-' at "
          + "the beginning. Give the table an 'id' of its own")
    }
  }

  private static func requireNew(
    _ id: String, among tables: [Table], _ item: DefinitionNode
  ) throws(RunError) {
    guard let other = tables.first(where: { $0.id.lowercased() == id.lowercased() }) else { return }
    throw item.error(
      id: .table(.tableTwice),
      other.id == id
        ? "there is a table '\(id)' already; expected each id once"
        : "'\(other.id)' and '\(id)' would be one file where capitals do not count; expected another "
          + "'id'")
  }

  package subscript(_ id: String) -> Table? {
    tables.first { $0.id == id }
  }

  /// The row variables of `each`; one nil where the item has rows of its own.
  private static func rowVariables(
    _ item: DefinitionNode, _ catalog: VariableCatalog
  ) throws(RunError) -> [VariableCatalog.Entry?] {
    guard let each = item[TableKey.each] else { return [nil] }
    for key in [TableKey.id, .rows, .title] where item[key] != nil {
      throw item.error(
        id: .table(.each),
        "'\(key.rawValue)' cannot stand beside 'each': every question gives its own")
    }
    if try each.texts() == ["closed"], catalog["closed"] == nil {
      let closed = catalog.entries.filter { entry in
        guard case .question = entry.origin else { return false }
        return !entry.codes.isEmpty
      }
      guard !closed.isEmpty else {
        throw each.error(
          id: .table(.noClosedQuestion),
          "the form has no question with choices; expected the names of questions")
      }
      return closed
    }
    var entries: [VariableCatalog.Entry?] = []
    for name in try each.list() { entries.append(try catalog.entry(name)) }
    return entries
  }
}

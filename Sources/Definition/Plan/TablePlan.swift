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
  /// What tables count besides the reporting units, in the order of the plan.
  package let instances: [InstancePlan]
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
    let node = try DefinitionNode(path: path).writtenOut(.one(PlanKey.self))
    self.node = node
    try node.allowOnly(PlanKey.self)
    if pipeline.disclosure != nil { try ConfidentialPlan.check(node) }
    let items = try node.required(PlanKey.tables).list()
    for item in items { try item.allowOnly(TableKey.self) }
    catalog = try Self.catalog(node, pipeline, of: nil)
    weights = try node[PlanKey.weights].map { [catalog] node throws(RunError) in
      let weights = try Weights(node, catalog, hasRegister: pipeline.register != nil)
      try weights.requireStrataOfUnits(node)
      return weights
    }
    sample = try node[PlanKey.sample].map { [catalog] node throws(RunError) in
      try Sample(node, catalog, hasRegister: pipeline.register != nil)
    }
    let instances = try Self.instances(node, pipeline, besides: catalog)
    self.instances = instances
    var apart: Set<String> = []
    for item in items where try item[TableKey.each]?.texts() == [Self.closed] {
      if let unit = try item[TableKey.unit]?.text() { apart.insert(unit) }
    }
    var tables: [Table] = []
    for item in items {
      let unit = try item[TableKey.unit]?.text()
      let counted = instances.first { $0.unit.name == unit }
      let catalog = counted?.catalog ?? catalog
      for entry in try Self.rowVariables(
        item, catalog, among: counted?.view.questions, without: apart)
      {
        let table = try TableReader(
          node: item, catalog: catalog, unit: counted?.unit, each: entry,
          hasWeights: weights != nil,
          sampled: sample.map { $0.design?.cluster == nil ? .units : .clusters },
          languages: pipeline.register?.languages ?? []
        ).read()
        if pipeline.disclosure != nil {
          try ConfidentialPlan.check(table, catalog: catalog, node: item)
        }
        try Self.checkID(table.id, item)
        try Self.requireNew(table.id, among: tables, item)
        if table.isWeighted, let node = node[PlanKey.weights] {
          try (counted?.weights ?? weights)?.requireOne(of: table, node)
        }
        tables.append(table)
      }
    }
    guard !tables.isEmpty else {
      throw (node[PlanKey.tables] ?? node).error(
        id: .table(.noTables), "there is no table; expected at least one, as in '- each: closed'")
    }
    self.tables = tables
    if pipeline.disclosure?.amounts == .guarded {
      for table in tables { try requireGuardable(table, pipeline.form) }
    }
  }

  /// The questions, attributes and derived variables that tables may name.
  ///
  /// - Parameters:
  ///   - unit: The repeat whose instances are counted; nil where reporting units are.
  ///   - unknown: The questions that these cannot be counted by.
  ///   - isOfSubmissions: Whether reporting units have a variable.
  private static func catalog(
    _ node: DefinitionNode, _ pipeline: PipelineDefinition, of unit: String?,
    without unknown: Set<String> = [], _ isOfSubmissions: (String) -> Bool = { _ in true }
  ) throws(RunError) -> VariableCatalog {
    var catalog = try VariableCatalog(pipeline)
    for name in unknown {
      catalog.refuse(
        name,
        for: .init { node in
          node.error(
            id: .table(.instances),
            "who was offered which choice of '\(name)' depends on what all of '\(unit ?? "")' answered "
              + "together, which is not known to one of them; expected it in tables without 'unit'")
        })
    }
    let items = try node[PlanKey.variables]?.list() ?? []
    for item in items {
      if let name = try item[VariableKey.name]?.text() { catalog.expect(name) }
    }
    for item in items {
      let name = try item[VariableKey.name]?.text() ?? ""
      // What follows from a variable of instances is one of them, too.
      let given = try item[VariableKey.unit]?.text()
      let inherited = try VariableReader(node: item).names().compactMap(catalog.otherUnit).first
      if let own = given ?? inherited, own != unit {
        catalog.refuse(name, ofEach: own)
        continue
      }
      do throws(RunError) {
        try VariableReader(node: item).read(into: &catalog)
      } catch {
        // What is no variable of submissions either stopped before.
        guard unit != nil, item[VariableKey.unit] == nil, isOfSubmissions(name) else { throw error }
        catalog.refuse(name, for: .init { _ in error })
        continue
      }
      if pipeline.disclosure != nil, let variable = catalog.entries.last {
        try ConfidentialPlan.check(variable, catalog: catalog, node: item)
      }
    }
    return catalog
  }

  /// What is counted besides the reporting units: the repeats that tables and variables name.
  private static func instances(
    _ node: DefinitionNode, _ pipeline: PipelineDefinition, besides submissions: VariableCatalog
  ) throws(RunError) -> [InstancePlan] {
    var plans: [InstancePlan] = []
    let named =
      try node.required(PlanKey.tables).list().compactMap { $0[TableKey.unit] }
      + (node[PlanKey.variables]?.list() ?? []).compactMap { $0[VariableKey.unit] }
    for unit in named {
      let name = try unit.text()
      if plans.contains(where: { $0.unit.name == name }) { continue }
      let view = try pipeline.asked(ofEach: unit)
      let catalog = try catalog(node, view.pipeline, of: name, without: view.unknown) {
        submissions[$0] != nil
      }
      plans.append(
        InstancePlan(
          view: view, catalog: catalog,
          weights: try node[PlanKey.weights].map { node throws(RunError) in
            try Weights(node, catalog, hasRegister: pipeline.register != nil)
          },
          design: try node[PlanKey.sample].flatMap { node throws(RunError) in
            try SampleDesign(node, catalog)
          }))
    }
    return plans
  }

  /// The word for all questions with choices.
  private static let closed = "closed"

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
  ///
  /// - Parameters:
  ///   - asked: The questions that `closed` may mean; nil for all.
  ///   - apart: The repeats whose instances have tables of all their questions by themselves.
  private static func rowVariables(
    _ item: DefinitionNode, _ catalog: VariableCatalog, among asked: Set<String>?,
    without apart: Set<String>
  ) throws(RunError) -> [VariableCatalog.Entry?] {
    guard let each = item[TableKey.each] else { return [nil] }
    for key in [TableKey.id, .rows, .title] where item[key] != nil {
      throw item.error(
        id: .table(.each),
        "'\(key.rawValue)' cannot stand beside 'each': every question gives its own")
    }
    if try each.texts() == [Self.closed], catalog[Self.closed] == nil {
      let closed = catalog.entries.filter { entry in
        guard case .question = entry.origin else { return false }
        return !entry.codes.isEmpty
          && asked?.contains(entry.name) ?? true
          && !entry.repeated.contains { apart.contains($0.repeatName) }
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

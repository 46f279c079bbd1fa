import Basics
import Databases
import Definition
import DisclosureControl
import Interchange
import Register

/// The reporting units: `units`, and `attributes` with the codes that they have there.
struct UnitTables {
  private let definition: CollectionDefinition
  private let submissions: ReleasedSubmissions

  init(_ definition: CollectionDefinition, _ submissions: ReleasedSubmissions) {
    self.definition = definition
    self.submissions = submissions
  }

  private static let fixed: [DatabaseTable.Column] = [
    .init("number", "Its number in this run", type: "INTEGER"),
    .init("unit", "The code of a State or listed unit, or what the respondent is known by"),
    .init("name", "What it is called"),
    .init(
      "fate",
      "replied; late, where all that it sent came after the cut-off; silent, where it sent nothing"),
  ]

  private static let attributes = DatabaseTable(
    name: "attributes", meaning: "The codes of the attributes of units",
    columns: [
      .init("attribute", "The attribute"), .init("column_name", "Its column in units"),
      .init("code", "The code"), .init("number", "Where it stands, from 1", type: "INTEGER"),
      .init("label", "How it is printed"),
    ], primaryKey: ["attribute", "code"])

  func write(to file: DatabaseFile) throws(RunError) -> [DatabaseTable] {
    let pipeline = definition.pipeline
    let listed = definition.plan.catalog.attributes.filter { attribute, _ in
      if case .response = attribute { false } else { true }
    }
    var names = DistinctNames(taken: Self.fixed.map(\.name))
    let columns = listed.map { names.name(for: $0.entry.name) }
    let table = DatabaseTable(
      name: "units", meaning: "The units that were to report, or whoever replied",
      columns: Self.fixed + zip(listed, columns).map { .init($1, $0.entry.label) },
      primaryKey: ["number"], indexes: [["unit"]])
    try file.run(table.statement)
    let rows = try file.rows(of: table.name, columns: table.columns.count)
    try submissions.forEachUnit { unit throws(RunError) in
      rows.bind(unit.number, at: 0)
      rows.bind(unit.key, at: 1)
      rows.bind(pipeline.register?.name(of: unit.key, in: pipeline.language) ?? unit.key, at: 2)
      rows.bind((unit.fate ?? .silent).rawValue, at: 3)
      for (index, (attribute, entry)) in listed.enumerated() {
        let codes = entry.codes.map(\.name)
        guard let code = attribute.code(of: unit.key, in: pipeline, names: codes) else { continue }
        rows.bind(codes[code], at: Self.fixed.count + index)
      }
      try rows.insert()
    }
    try file.run(Self.attributes.statement)
    let codes = try file.rows(of: Self.attributes.name, columns: Self.attributes.columns.count)
    for (entry, column) in zip(listed.map(\.entry), columns) {
      for (number, code) in entry.codes.enumerated() {
        for (index, text) in [entry.name, column, code.name].enumerated() {
          codes.bind(text, at: index)
        }
        codes.bind(number + 1, at: 3)
        codes.bind(code.label, at: 4)
        try codes.insert()
      }
    }
    return [table, Self.attributes]
  }
}

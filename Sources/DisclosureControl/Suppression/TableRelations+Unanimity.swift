import Definition

/// An answer to a question, by the values that units have who gave it.
struct SharedAnswer: Hashable {
  let dimension: Int
  let values: ValueSet
}

/// Groups in which all gave one answer: of each of them it is known, however many they are.
extension TableRelations {
  /// Remembers what a row tells as an answer of those in its base.
  mutating func noteAnswer(_ table: Table, row: Table.Row, column: Table.Column) {
    guard row.isShare, table.variable(of: row).isAboutAnswers,
      let baseRow = table.baseRow(of: row),
      let part = space.set(space.parts(of: table, row, column)),
      let whole = space.set(space.parts(of: table, baseRow, column))
    else { return }
    for (context, values) in space.contexts(of: part)
    where space.dimensions[context.dimension].isAboutAnswers {
      let all = space.values(of: whole, context.dimension)
      guard values != all, space.set(context, all) == whole else { continue }
      answers[SharedAnswer(dimension: context.dimension, values: values), default: []].insert(all)
    }
  }

  /// Says of each group in which all gave one answer, whether a table has it or it follows from others,
  /// that none gave another, and that this must not become known.
  mutating func relateUnanimity() {
    for set in sets {
      guard let part = cellOfSet[set], linked.cells[part].value > 0 else { continue }
      for (context, values) in space.contexts(of: set) {
        let answer = SharedAnswer(dimension: context.dimension, values: values)
        for all in (answers[answer] ?? []).sorted() {
          guard let whole = space.set(context, all).flatMap({ cellOfSet[$0] }), whole != part,
            linked.cells[whole].value == linked.cells[part].value
          else { continue }
          linked.add(
            sumOf: [part, linked.add(0, .implied, isSensitive: true)], is: whole)
        }
      }
    }
  }
}

import Basics
import Definition
import Questionnaire
import Tabulation

/// The figures of all tables of a collection as linked cells: each set of units once, and the sums
/// that anybody can make of them.
struct TableRelations {
  var linked = LinkedCells()
  private(set) var space: UnitSpace
  private let threshold: Int
  let interval: Int
  var cellOfSet: [UnitSet: Int] = [:]
  private(set) var sets: [UnitSet] = []
  /// The choices that units of a set made, which are more than the units.
  private var choices: [Choices: Int] = [:]

  /// The sets that nested variables make, and what they come to together.
  private struct Nest: Hashable {
    let whole: UnitSet
    let variables: [Int]
  }

  private var nests: [Nest] = []
  private var nested: [Nest: Set<UnitSet>] = [:]

  /// What of a question tables tell as an answer of others, where it is not to be told that these all
  /// gave it.
  var answers: [SharedAnswer: Set<ValueSet>] = [:]

  /// Sets whose counts are added up though units may be in several.
  private struct Choices: Hashable {
    let sets: [UnitSet]
  }

  init(_ space: UnitSpace, _ rules: DisclosureRules) {
    self.space = space
    threshold = rules.threshold
    interval = rules.interval
  }

  /// Takes a printed count in.
  ///
  /// - Returns: The number of its cell; nil where the set is empty of necessity, which is no news.
  /// - Throws: `internalFault` where two tables have different counts of one set.
  mutating func add(
    _ count: Int, of table: Table, row: Table.Row, column: Table.Column, in path: String
  ) throws(RunError) -> Int? {
    if row.kind == .responses {
      let sets = space.choices(of: table, row, column)
      let key = Choices(sets: sets)
      if let cell = choices[key] { return cell }
      let cell = add(count, sets.allSatisfy(space.isPublic) ? .known : .printed)
      choices[key] = cell
      return cell
    }
    let parts = space.parts(of: table, row, column)
    guard !space.asksTooMuch(parts) else {
      throw Self.tooMany(table, row: row, column: column, in: path)
    }
    guard let set = space.set(parts) else {
      guard count == 0 else { throw Self.fault(path, "\(count) units are in a set without any") }
      return nil
    }
    for (path, others) in space.nests(of: table, row, column) { note(set, path, among: others) }
    if let cell = cellOfSet[set] {
      guard linked.cells[cell].value == count else {
        throw Self.fault(
          path, "two tables count \(linked.cells[cell].value) and \(count) of the same units")
      }
      return cell
    }
    space.divide(by: set)
    return add(set, count: count, role: space.isPublic(set) ? .known : .printed)
  }

  /// Remembers a set as one of those that the codes of nested variables make of others.
  private mutating func note(
    _ set: UnitSet, _ path: [Table.Category], among others: [UnitSet.Part]
  ) {
    guard let span = space.span(of: path) else { return }
    let whole: UnitSet? =
      switch span {
      case .everybody: space.set(others)
      case .dimension(let dimension): space.set(others + [space.within(dimension)])
      }
    guard let whole, whole != set else { return }
    let nest = Nest(whole: whole, variables: path.map(\.variable.variable.index))
    if nested[nest] == nil { nests.append(nest) }
    nested[nest, default: []].insert(set)
  }

  private static func tooMany(
    _ table: Table, row: Table.Row, column: Table.Column, in path: String
  ) -> RunError {
    RunError(
      path: path, id: .confidence(.confidentialPlan),
      "row '\(row.id)' and column '\(column.id)' of table '\(table.id)' ask for more ticks of one "
        + "question at once than are told apart, and the replies were given in confidence; expected "
        + "fewer conditions or nested variables on it")
  }

  /// The questions by whose answers, not by whether there is one, some cells count units.
  func questionsDivided(where isMember: (Int) -> Bool) -> Set<Int> {
    var questions: Set<Int> = []
    for (set, cell) in cellOfSet where isMember(cell) {
      for part in set.parts where space.dividesAnswers(part) {
        questions.insert(part.dimension - UnitSpace.firstQuestion)
      }
    }
    return questions
  }

  /// Whether anybody can tell which units a cell counts.
  func isPublic(_ table: Table, row: Table.Row, column: Table.Column) -> Bool {
    space.set(space.parts(of: table, row, column)).map(space.isPublic) ?? true
  }

  /// The cell of a set that is counted or that anybody can count.
  private mutating func cell(of set: UnitSet) -> Int? {
    if let cell = cellOfSet[set] { return cell }
    // It is no part of a table: how it is divided is no news.
    guard let count = space.publicCount(of: set) else { return nil }
    let cell = add(count, .known)
    cellOfSet[set] = cell
    return cell
  }

  private mutating func add(_ set: UnitSet, count: Int, role: LinkedCells.Role) -> Int {
    let cell = add(count, role, known: space.silentCount(of: set))
    cellOfSet[set] = cell
    sets.append(set)
    return cell
  }

  /// - Parameter known: How many of them are in the set for all that anybody knows: the others alone tell what
  ///   somebody replied.
  private mutating func add(_ count: Int, _ role: LinkedCells.Role, known: Int = 0) -> Int {
    linked.add(
      count, role,
      isSensitive: role != .known && count > known && count - known < threshold)
  }

  static func fault(_ path: String, _ found: String) -> RunError {
    RunError(
      path: path, id: .fault(.linkedCells),
      "\(found). This is a fault of the program; please report it")
  }
}

// MARK: - Sums

extension TableRelations {
  /// Finds the sums among the counts taken in.
  ///
  /// - Throws: `internalFault` where parts are more than their whole.
  mutating func link(in path: String) throws(RunError) {
    let printed = sets
    addNests()
    var known: Set<UnitSpace.Division> = []
    var divided: [UnitSpace.Parts] = []
    var index = 0
    while index < sets.count {
      for set in sets[index...] {
        for division in space.divisions(around: set) where known.insert(division).inserted {
          if let parts = space.parts(of: division) { divided.append(parts) }
        }
      }
      index = sets.count
      for parts in divided { try derive(parts, in: path) }
      if sets.count == index { try deriveWholes(of: divided, in: path) }
    }
    for parts in divided { try relate(parts, in: path) }
    for nest in nests { relate(nest) }
    for set in sets { limit(set) }
    try relateProfiles(of: printed, in: path)
    // Divisions tell of those that one dimension tells apart.
    for (part, whole) in space.containments(among: printed, differingIn: 2) {
      relate(printed[part], within: printed[whole])
    }
    relateDerivedSets(divided)
    relateWhatIsLeftOut()
    for (part, whole, excess) in space.profileExcesses(among: printed, below: interval) {
      relate(printed[part], within: printed[whole], and: excess)
    }
    relateUnanimity()
    var coverings: Set<UnitSpace.Covering> = []
    for set in sets {
      for covering in space.coverings(around: set) where coverings.insert(covering).inserted {
        relate(covering, among: printed)
      }
    }
    for (choices, cell) in choices.sorted(by: { $0.value < $1.value }) {
      let parts = choices.sets.compactMap { cellOfSet[$0] }
      if parts.count == choices.sets.count { linked.add(sumOf: parts, is: cell) }
    }
  }

  /// Takes in what nested sets come to: whoever has all of them has it too.
  private mutating func addNests() {
    for nest in nests where cellOfSet[nest.whole] == nil {
      let sum = (nested[nest] ?? []).reduce(0) { sum, set in
        sum + (cellOfSet[set].map { linked.cells[$0].value } ?? 0)
      }
      _ = add(nest.whole, count: sum, role: space.isPublic(nest.whole) ? .known : .implied)
    }
  }

  private mutating func relate(_ nest: Nest) {
    let parts = (nested[nest] ?? []).compactMap { cellOfSet[$0] }.sorted()
    guard let whole = cellOfSet[nest.whole], !parts.contains(whole) else { return }
    let rest = parts.reduce(linked.cells[whole].value) { $0 - linked.cells[$1].value }
    guard rest >= 0 else { return }
    linked.add(sumOf: rest == 0 ? parts : parts + [add(rest, .implied)], is: whole)
  }

  /// A set is no larger than the group that it is of.
  private mutating func limit(_ set: UnitSet) {
    guard let cell = cellOfSet[set], linked.cells[cell].role != .known,
      let count = space.publicGroup(of: set).flatMap(space.publicCount)
    else { return }
    linked.limit(cell, to: count)
  }

  /// Takes in the one set of a division that is in no table, or the rest of several: whoever has
  /// the others has it too.
  private mutating func derive(_ divided: UnitSpace.Parts, in path: String) throws(RunError) {
    let parts = divided.parts.compactMap { cell(of: $0) }
    let sum = parts.reduce(0) { $0 + linked.cells[$1].value }
    if let whole = cell(of: divided.whole) {
      guard !parts.isEmpty, parts.count < divided.parts.count,
        let rest = space.union(of: divided, where: { cellOfSet[$0] == nil }),
        cellOfSet[rest] == nil
      else { return }
      try derive(rest, linked.cells[whole].value - sum, in: path)
    } else if parts.count == divided.parts.count {
      try derive(divided.whole, sum, in: path)
    }
  }

  mutating func derive(_ set: UnitSet, _ count: Int, in path: String) throws(RunError) {
    guard count >= 0 else { throw Self.fault(path, "parts are \(-count) more than their whole") }
    _ = add(set, count: count, role: space.isPublic(set) ? .known : .implied)
  }

  /// The difference of two printed counts is disclosed with them.
  private mutating func relate(_ part: UnitSet, within whole: UnitSet) {
    guard let part = cellOfSet[part], let whole = cellOfSet[whole], part != whole,
      linked.cells[part].role == .printed, linked.cells[whole].role != .implied
    else { return }
    let rest = linked.cells[whole].value - linked.cells[part].value
    linked.add(sumOf: [part, add(rest, .implied)], is: whole)
  }

  /// A set is no larger than another and those of its units that can be outside that one.
  private mutating func relate(_ part: UnitSet, within whole: UnitSet, and excess: Int) {
    guard let part = cellOfSet[part], let whole = cellOfSet[whole] else { return }
    linked.add([part], within: [whole], and: excess)
  }

  /// Parts that leave none of the whole out, but may have units in common, are no less than it.
  private mutating func relate(_ covering: UnitSpace.Covering, among printed: [UnitSet]) {
    let parts = covering.parts.compactMap { cellOfSet[$0] }
    guard let whole = cellOfSet[covering.whole], parts.count == covering.parts.count,
      !parts.contains(whole)
    else { return }
    let sum = parts.reduce(0) { $0 + linked.cells[$1].value }
    let all = linked.add(sum, .implied)
    linked.add(sumOf: parts, is: all)
    // What is more comes from units that are in several: no less than there are of them, and no
    // more than there are in every two (Bonferroni).
    let excess = sum - linked.cells[whole].value
    let more = add(excess, .implied)
    linked.add(sumOf: [whole, more], is: all)
    let pairs = covering.pairs.compactMap { cellOfSet[$0] }
    if pairs.count == covering.pairs.count {
      let sum = pairs.reduce(0) { $0 + linked.cells[$1].value }
      let twice = linked.add(sum, .implied)
      linked.add(sumOf: pairs, is: twice)
      linked.add(sumOf: [more, linked.add(sum - excess, .implied)], is: twice)
    }
    guard let overlap = covering.overlap else { return }
    for set in printed where space.contains(overlap, set) {
      guard let cell = cellOfSet[set], excess - linked.cells[cell].value < interval else {
        continue
      }
      linked.add(
        sumOf: [cell, linked.add(excess - linked.cells[cell].value, .implied)], is: more)
    }
  }

  private mutating func relate(_ divided: UnitSpace.Parts, in path: String) throws(RunError) {
    guard let whole = cell(of: divided.whole) else { return }
    var parts = divided.parts.compactMap { cell(of: $0) }
    if parts.count < divided.parts.count {
      let rest = space.union(of: divided, where: { cellOfSet[$0] == nil })
      guard !parts.isEmpty, let rest = rest.flatMap({ cellOfSet[$0] }) else { return }
      parts.append(rest)
    }
    let excess = parts.reduce(-linked.cells[whole].value) { $0 + linked.cells[$1].value }
    guard excess == 0 else {
      throw Self.fault(path, "parts are \(excess) more than their whole")
    }
    linked.add(sumOf: parts, is: whole)
  }
}

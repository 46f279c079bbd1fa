import Definition
import Tabulation

/// Which tables are counted by kind: where units that are alike in all that a group of tables depends
/// on are of few kinds, the units of each kind are counted, and then each kind once.
///
/// A table that lists units, that is about participants, of which each unit is one by itself, or that
/// tells too many kinds apart, goes the plain road: each unit is counted by itself. So do all tables
/// where units have weights, since each is read for its weight.
struct KindPlan: Sendable {
  /// Tables that depend on the same questions and attributes, or on some of them.
  struct Group: Sendable {
    let tables: TableGroup
    let digits: [KindDigit]
    /// Where its kinds begin among those of all groups.
    let firstKind: Int
    let kindCount: Int
  }

  /// The questions that kinds differ in. Their values stand first among those of a unit.
  let fields: [KindField]
  /// The variables of the attributes that kinds differ in; their values follow.
  let attributes: [Int]
  let groups: [Group]
  /// The tables that go the plain road.
  let others: TableGroup
  /// How many kinds all groups have together.
  var kindCount: Int { groups.last.map { $0.firstKind + $0.kindCount } ?? 0 }

  /// As many kinds as an array holds that stays near a core.
  private static let fewKinds = 4096

  /// - Parameters:
  ///   - mostKinds: Beyond it the groups with the most kinds go the plain road. A kind takes eight bytes
  ///     on each thread.
  ///   - isOneByOne: Whether each unit is read for its weight or its place in the sample, or its numbers
  ///     are kept apart.
  init(
    _ counters: TableCounters, _ variables: Variables, isOneByOne: Bool = false,
    mostKinds: Int = 1 << 20
  ) {
    var others: [TableCounter] = []
    var drafts: [[Int]: KindDraft] = [:]
    for counter in counters.all {
      let given = variables.origins(of: counter.variables).given
      guard !isOneByOne, !counter.listsUnits,
        counter.table.population == .units,
        let draft = KindDraft(given, variables, mostKinds: mostKinds)
      else {
        others.append(counter)
        continue
      }
      drafts[given, default: draft].counters.append(counter)
    }
    // What depends on more comes first, and tables that depend on a part of it join it.
    var joined: [KindDraft] = []
    for draft in drafts.values.sorted(by: KindDraft.widerFirst) {
      let wider = joined.firstIndex {
        $0.kindCount <= Self.fewKinds && $0.given.isSuperset(of: draft.given)
      }
      if let wider {
        joined[wider].counters += draft.counters
      } else {
        joined.append(draft)
      }
    }
    var kinds = 0
    var kept: [KindDraft] = []
    for draft in joined.sorted(by: KindDraft.fewerKindsFirst) {
      if kinds + draft.kindCount <= mostKinds {
        kinds += draft.kindCount
        kept.append(draft)
      } else {
        others += draft.counters
      }
    }
    let given = kept.reduce(into: Set<Int>()) { $0.formUnion($1.given) }.sorted()
    fields = given.filter { $0 < variables.firstAttribute }
      .map { KindField(question: $0, variables) }
    attributes = given.filter { $0 >= variables.firstAttribute }
    var groups: [Group] = []
    for draft in kept {
      let first = groups.last.map { $0.firstKind + $0.kindCount } ?? 0
      groups.append(
        Group(
          tables: TableGroup(draft.counters, variables), digits: draft.digits(given, variables),
          firstKind: first, kindCount: draft.kindCount))
    }
    self.groups = groups
    self.others = TableGroup(others, variables)
  }
}

/// A variable that the kinds of a group differ in: a digit of the number of a kind.
struct KindDigit: Sendable {
  /// Where its value stands among the values of a unit.
  let index: Int
  /// How many values it has.
  let count: Int
  /// How far two kinds lie apart that differ by one in it.
  let factor: Int
}

/// A group of tables before it is known which groups there will be.
private struct KindDraft {
  let given: Set<Int>
  let kindCount: Int
  var counters: [TableCounter] = []

  /// - Returns: Nil for more than `mostKinds`.
  init?(_ given: [Int], _ variables: Variables, mostKinds: Int) {
    var kinds = 1
    for variable in given {
      let (product, overflows) = kinds.multipliedReportingOverflow(
        by: Self.valueCount(variable, variables))
      guard !overflows, product <= mostKinds else { return nil }
      kinds = product
    }
    self.given = Set(given)
    kindCount = kinds
  }

  func digits(_ all: [Int], _ variables: Variables) -> [KindDigit] {
    var factor = 1
    var digits: [KindDigit] = []
    for (index, variable) in all.enumerated() where given.contains(variable) {
      let count = Self.valueCount(variable, variables)
      digits.append(KindDigit(index: index, count: count, factor: factor))
      factor *= count
    }
    return digits
  }

  static func widerFirst(_ one: KindDraft, _ other: KindDraft) -> Bool {
    (-one.given.count, one.kindCount, one.order) < (
      -other.given.count, other.kindCount, other.order
    )
  }

  static func fewerKindsFirst(_ one: KindDraft, _ other: KindDraft) -> Bool {
    (one.kindCount, one.order) < (other.kindCount, other.order)
  }

  /// So that two runs make the same groups.
  private var order: Int { counters.first?.firstCell ?? 0 }

  /// An attribute may be unknown of a unit.
  private static func valueCount(_ variable: Int, _ variables: Variables) -> Int {
    variable < variables.firstAttribute
      ? KindField(question: variable, variables).count : variables.forms[variable].codeCount + 1
  }
}

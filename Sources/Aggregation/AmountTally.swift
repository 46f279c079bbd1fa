import Basics
import Statistics

/// The numbers of which tables have guarded sums, by the cells whose sums they are in: of units that are in
/// the same ones it makes no difference which has which.
struct AmountTally: Sendable {
  /// The cells of such sums, by question.
  private let questionOfCell: [Int: Int]
  private(set) var groups: [[Int]: Distribution] = [:]
  /// The cells of the unit that is counted, and its number, by question.
  private var open: [Int: (cells: [Int], number: ExactDecimal)] = [:]

  init(_ questionOfCell: [Int: Int]) {
    self.questionOfCell = questionOfCell
  }

  var isEmpty: Bool { questionOfCell.isEmpty }

  mutating func add(_ number: ExactDecimal, to cell: Int) {
    guard let question = questionOfCell[cell] else { return }
    open[question, default: ([], number)].cells.append(cell)
  }

  /// Ends a unit.
  mutating func close() {
    for (cells, number) in open.values {
      groups[cells.sorted(), default: Distribution()].add(number)
    }
    open = [:]
  }

  mutating func restore(_ numbers: Distribution, in cells: [Int]) {
    groups[cells] = numbers
  }

  mutating func settle() {
    for cells in groups.keys { groups[cells]?.settle() }
  }

  /// Both are settled.
  mutating func merge(_ other: AmountTally) {
    for (cells, numbers) in other.groups {
      groups[cells, default: Distribution()].merge(numbers)
    }
  }

  /// In one order.
  var inOrder: [(cells: [Int], numbers: Distribution)] {
    groups.map { ($0.key, $0.value) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
  }
}

/// Decides cell by cell what to hide besides what is sensitive, then shows again what the other
/// cells are safe without.
struct SuppressionSearch {
  let linked: LinkedCells
  private(set) var isHidden: [Bool]
  private(set) var intervals: [Int]
  private(set) var givenUp: Int?
  private var alternatives: AlternativeTables
  private var program: MoveProgram
  private let ranges: CellRanges
  private let costs: [Int]
  private var toProtect: [Int]
  private let staysHidden: Set<Int>
  /// How often the program was asked, and may be asked for cells that need not be hidden: an answer
  /// takes some milliseconds where thousands of counts are linked.
  private var questions = 0
  private static let mostQuestions = 1_000
  /// For which cell each one was hidden.
  private var cause: [Int: Int] = [:]

  /// - Parameters:
  ///   - rounding: How cells are told that are not hidden; nil where they are told as they are.
  ///   - hidden: Cells that are hidden in any case.
  init(
    _ linked: LinkedCells, interval: Int, rounding: CellRounding?, hiding hidden: Set<Int>
  ) {
    staysHidden = hidden
    self.linked = linked
    ranges = CellRanges(linked, rounding)
    costs = Self.costs(linked.cells.map(\.value))
    intervals = ranges.bounds.map { min(interval, $0.upperBound - $0.lowerBound) }
    isHidden = linked.cells.enumerated().map { number, cell in
      hidden.contains(number) || cell.isSensitive && cell.role == .printed && rounding == nil
    }
    alternatives = AlternativeTables(linked, ranges)
    program = MoveProgram(linked, costs: costs, ranges)
    toProtect = linked.cells.indices
      .filter { linked.cells[$0].isSensitive || hidden.contains($0) }
      .sorted { Self.isHarder($0, than: $1, linked) }
  }

  mutating func run() {
    var index = 0
    while index < toProtect.count {
      guard protect(toProtect[index]) else {
        givenUp = toProtect[index]
        return
      }
      index += 1
    }
    showWhatNeedNotBeHidden()
  }

  var isProven: Bool {
    givenUp == nil && alternatives.hold(hiding: isHidden) && toProtect.allSatisfy(isSafe)
  }

  /// Hiding a cell costs its count and a tenth of the largest besides, so that small cells go first
  /// and few; a zero, which can only rise, costs twice that. One that is hidden already costs 1, so
  /// that of moves that hide the same the shorter one is taken.
  private static func costs(_ values: [Int]) -> [Int] {
    let each = (values.max() ?? 0) / 10 + 1
    return values.map { 64 * (each + ($0 == 0 ? each : $0)) }
  }

  /// Cells in many sums come first: what protects them protects others.
  private static func isHarder(_ left: Int, than right: Int, _ linked: LinkedCells) -> Bool {
    let (leftSums, rightSums) = (linked.sumsOfCell[left].count, linked.sumsOfCell[right].count)
    guard leftSums == rightSums else { return leftSums > rightSums }
    let (leftCell, rightCell) = (linked.cells[left], linked.cells[right])
    return leftCell.value == rightCell.value ? left < right : leftCell.value < rightCell.value
  }

  private func isSafe(_ cell: Int) -> Bool {
    let mustBeSafe =
      switch linked.cells[cell].role {
      case .printed: isHidden[cell] || linked.cells[cell].isSensitive
      case .implied: linked.cells[cell].isSensitive
      case .known: false
      }
    return !mustBeSafe || alternatives.width(of: cell) >= intervals[cell]
  }

  /// Finds alternative tables far enough apart for a cell, and hides what differs in them. Where
  /// there are none whatever is hidden, the narrower range is public: of the interval remains that.
  ///
  /// - Returns: Whether it is certain that there are such tables, or none.
  private mutating func protect(_ cell: Int) -> Bool {
    // What is rounded leaves most cells safe as they are.
    if ranges.isRounded { _ = widen(cell, mayHide: false) }
    let isCertain = isSafe(cell) || widen(cell, mayHide: true)
    if !isSafe(cell) && isCertain { intervals[cell] = alternatives.width(of: cell) }
    return isSafe(cell)
  }

  /// Whether a cell is safe with what is hidden.
  private mutating func staysSafe(_ cell: Int) -> Bool {
    if !isSafe(cell) { _ = widen(cell, mayHide: false) }
    return isSafe(cell)
  }

  /// Looks for tables in which a cell is larger or smaller, until it is safe: first by one, since
  /// what can change by one can often change by more, then by as much as is missing.
  ///
  /// - Returns: Whether it is certain that there are no more.
  private mutating func widen(_ cell: Int, mayHide: Bool) -> Bool {
    var isCertain = true
    for isStep in [true, false] {
      for sign in [1, -1] where !isSafe(cell) {
        let amount = sign * (isStep ? 1 : missing(of: cell, sign))
        guard !alternatives.ranges[cell].contains(linked.cells[cell].value + amount)
        else { continue }
        questions += 1
        switch program.move(of: cell, upTo: amount, hiding: isHidden, mayHide: mayHide) {
        case .move(let changes): take(changes, for: cell)
        case .impossible: break
        case .undecided: isCertain = false
        }
      }
    }
    return isCertain
  }

  /// How far a cell would have to rise (or fall, for -1) to be safe, given how far it can fall.
  private func missing(of cell: Int, _ sign: Int) -> Int {
    let (range, value) = (alternatives.ranges[cell], linked.cells[cell].value)
    return intervals[cell] - (sign > 0 ? value - range.lowerBound : range.upperBound - value)
  }

  private mutating func take(_ changes: [CellChange], for cell: Int) {
    for change in changes where !isTold(change) {
      isHidden[change.cell] = true
      toProtect.append(change.cell)
      cause[change.cell] = cell
    }
    alternatives.add(changes, upTo: intervals[cell], hiding: isHidden)
  }

  /// Whether a change leaves a cell such as is told of it.
  private func isTold(_ change: CellChange) -> Bool {
    ranges.of(change.cell, isHidden: isHidden[change.cell])
      .contains(linked.cells[change.cell].value + change.by)
  }

  /// Shows secondary cells again, the dearest first, where the others are safe without.
  private mutating func showWhatNeedNotBeHidden() {
    let secondary =
      toProtect
      .filter { !linked.cells[$0].isSensitive && !staysHidden.contains($0) }
      .sorted { costs[$0] == costs[$1] ? $0 < $1 : costs[$0] > costs[$1] }
    questions = 0
    for cell in secondary where questions < Self.mostQuestions {
      isHidden[cell] = false
      let (families, touched) = alternatives.remove(changing: cell)
      // The one that it was hidden for is the first to tell.
      let first = touched.filter { $0 == cause[cell] }
      guard !(first + touched).allSatisfy({ staysSafe($0) }) else { continue }
      // Tables found meanwhile remain: they are alternatives with more hidden, too.
      isHidden[cell] = true
      families.forEach { alternatives.add($0) }
    }
  }
}

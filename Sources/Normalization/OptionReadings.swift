/// All ways in which a field of several options can be read, as a graph: offsets where an option
/// may begin, and from each the options that lead on to later offsets.
///
/// The number of ways may double with every option, the graph grows with the text alone.
struct OptionReadings {
  /// An option at an offset, and the offset behind it; the code is nil where several choices share
  /// the option's text.
  struct Step {
    let code: Int?
    let next: String.Index
  }

  /// The steps that lead to the end of the field in the end, by their offset; the first is its start.
  private let steps: [[(code: Int?, next: Int)]]
  /// Whether there is any way.
  let isReadable: Bool

  /// - Parameter stepsAt: The options at an offset; nil where nothing is left of the field.
  init(of text: String, stepsAt: (String.Index) -> [Step]?) {
    var found: [String.Index: [Step]] = [:]
    var ends: Set<String.Index> = []
    // A stack rather than recursion, since a field may hold a megabyte.
    var open = [text.startIndex]
    while let offset = open.popLast() {
      guard found[offset] == nil else { continue }
      let steps = stepsAt(offset)
      if steps == nil { ends.insert(offset) }
      found[offset] = steps ?? []
      open += (steps ?? []).map(\.next)
    }
    let offsets = found.keys.sorted()
    let positions = Dictionary(
      uniqueKeysWithValues: offsets.enumerated().map { ($0.element, $0.offset) })
    var steps = [[(code: Int?, next: Int)]](repeating: [], count: offsets.count)
    var leadsOn = [Bool](repeating: false, count: offsets.count)
    for (index, offset) in offsets.enumerated().reversed() {
      for step in found[offset] ?? [] {
        if let next = positions[step.next], leadsOn[next] {
          steps[index].append((step.code, next))
        }
      }
      leadsOn[index] = ends.contains(offset) || !steps[index].isEmpty
    }
    self.steps = steps
    isReadable = leadsOn[0]
  }

  /// The choices that all ways agree on; nil where there is no way, or where two differ.
  var choices: Set<Int>? {
    guard isReadable else { return nil }
    var taken: Set<Int> = []
    let isReached = reached { _ in true }
    for (index, steps) in steps.enumerated() where isReached[index] {
      for step in steps {
        guard let code = step.code else { return nil }
        taken.insert(code)
      }
    }
    // Ways differ where an option of one is in another's none.
    let canAvoid = taken.contains { code in
      let isReached = reached { $0 != code }
      return steps.indices.contains { isReached[$0] && steps[$0].isEmpty }
    }
    return canAvoid ? nil : taken
  }

  /// The choices in their order; nil where there is no way, or more than one.
  var sequence: [Int]? {
    guard isReadable else { return nil }
    var codes: [Int] = []
    var index = 0
    while let step = steps[index].first {
      guard steps[index].count == 1, let code = step.code else { return nil }
      codes.append(code)
      index = step.next
    }
    return codes
  }

  /// The offsets that steps over certain options alone lead to. From every step in the graph the
  /// end can be reached; one without steps is an end.
  private func reached(over isAllowed: (Int?) -> Bool) -> [Bool] {
    var isReached = [Bool](repeating: false, count: steps.count)
    isReached[0] = true
    for (index, steps) in steps.enumerated() where isReached[index] {
      for step in steps where isAllowed(step.code) { isReached[step.next] = true }
    }
    return isReached
  }
}

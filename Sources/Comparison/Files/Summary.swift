import Basics
import Definition
import Interchange
import Phrases
import Questionnaire

/// `summary.md`: the comparison in words, with the largest changes and the movers by name.
///
/// Words for shares are those of the newer collection's scale; every share has its base.
struct Summary {
  /// How many of the largest changes are told.
  private static let largest = 10

  private let old: Round
  private let new: Round
  private let forms: FormComparison
  private let units: [UnitPair]
  /// What is to be known of the figures, in words.
  private let notes: [String]
  /// The changes of all units that are above nothing, the largest first.
  private var changes: [(change: Change, size: SizedChange)] = []
  private var moves: [(label: String, lines: [String])] = []
  private var moveCount = 0
  private var comparedCount = 0

  init(
    _ old: Round, _ new: Round, forms: FormComparison, units: [UnitPair], notes: [String]
  ) {
    self.old = old
    self.new = new
    self.forms = forms
    self.units = units
    self.notes = notes
  }

  var counts: [String: Int] {
    var counts = ["compared": comparedCount, "moves": moveCount]
    for response in Response.allCases { counts[response.rawValue] = count(response) }
    return counts
  }

  mutating func add(
    _ pair: QuestionPair, changes: [Change], movers: [Mover]
  ) throws(RunError) {
    // Texts are not; of dates it is said who moved.
    if let (_, after) = pair.comparable, after.type != .text { comparedCount += 1 }
    for change in changes
    where change.panel == .all && change.slice.attribute.isEmpty && change.statistic == .percent {
      guard let difference = change.difference, difference.sign != 0 else { continue }
      let size = SizedChange(points: difference)
      let index = self.changes.firstIndex { $0.size < size } ?? self.changes.count
      self.changes.insert((change, size), at: index)
      if self.changes.count > Self.largest { self.changes.removeLast() }
    }
    let moved = movers.filter(\.answeredInBoth)
    moveCount += moved.count
    if !moved.isEmpty { moves.append((label(pair), lines(moved))) }
  }

  func text() throws(RunError) -> String {
    var lines = [
      "# \(new.pipeline.title): change between two rounds", "",
      "From \(old.name) (cut-off \(old.pipeline.cutOff)) to \(new.name) (cut-off "
        + "\(new.pipeline.cutOff)). Status and regional group are those at each round's own cut-off.",
    ]
    lines += notes.map { "Note: \($0)." }
    lines += section("Replies", responses)
    lines += section("The questionnaire", questionnaire)
    lines += section("Breaks in series", breaks)
    var largest: [String] = []
    for (change, size) in changes { largest.append(sentence(change, size)) }
    lines += section("The largest changes", largest)
    lines += section("Who moved", [])
    for (label, moved) in moves { lines += ["", "### \(label)", ""] + moved }
    if old.isAnonymous || new.isAnonymous {
      lines += ["", "Respondents are anonymous: those of the two rounds cannot be matched."]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

// MARK: - Parts

extension Summary {
  private func section(_ title: String, _ items: [String]) -> [String] {
    title == "Who moved" || !items.isEmpty
      ? ["", "## \(title)"] + (items.isEmpty ? [] : [""] + items.map { "- \($0)" })
      : ["", "## \(title)", "", "None."]
  }

  private func count(_ response: Response) -> Int {
    units.count { Response($0, old: old, new: new) == response }
  }

  private var responses: [String] {
    guard !old.isAnonymous, !new.isAnonymous else {
      return [old, new].map { round in
        let count = round.units.indices.count(where: round.replied)
        return "\(NumberStyle.english.figure(count)) replied in \(round.name)"
      }
    }
    let words: [(Response, String)] = [
      (.both, "replied in both rounds"), (.fromOnly, "only in \(old.name)"),
      (.toOnly, "only in \(new.name)"), (.neither, "in neither"),
    ]
    let named = units.filter { !$0.isAnonymous }
    let anonymous = [old, new].compactMap { round -> String? in
      let count = round.units.count { round.isAnonymous($0.key) }
      return count == 0
        ? nil
        : "\(NumberStyle.english.figure(count)) anonymous in \(round.name), who cannot be matched"
    }
    return words.map { response, text in
      let names = named.filter { Response($0, old: old, new: new) == response }.map(\.name)
      let listed = new.pipeline.register != nil && response != .neither && !names.isEmpty
      return "\(NumberStyle.english.figure(names.count)) \(text)"
        + (listed ? ": \(names.joined(separator: ", "))" : "")
    } + anonymous
  }

  private var questionnaire: [String] {
    let unchanged = forms.pairs.count { $0.differences.isEmpty }
    return ["\(unchanged) question\(unchanged == 1 ? "" : "s") the same"]
      + Difference.allCases.dropFirst().compactMap { difference in
        let names = forms.pairs.filter { $0.differences.contains(difference) }.map(\.name)
        return names.isEmpty
          ? nil : "\(names.count) \(difference.rawValue): \(names.joined(separator: ", "))"
      }
  }

  private var breaks: [String] {
    forms.pairs.compactMap { pair in pair.breakNote.map { "\(label(pair)): \($0)" } }
  }

  private func label(_ pair: QuestionPair) -> String {
    (pair.new.map(forms.new.label) ?? pair.old.map(forms.old.label) ?? pair.name)
      + (pair.repeatLabel.map { " (all “\($0)” of a unit together)" } ?? "")
  }

  private func sentence(_ change: Change, _ size: SizedChange) -> String {
    let choice = change.choice?.new.flatMap { change.pair.new?.type.choices?[$0] }
    let direction = size.isFall ? "down" : "up"
    let marks = change.marks.isEmpty ? "" : " (\(change.marks.joined(separator: ", ")))"
    let (before, after) = (percent(change.old), percent(change.new))
    // As exact as the shares it lies between: 99.5 is not 1 less than 100.
    let decimals = [before, after].map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }
    return "\(label(change.pair)) – \(choice.map(forms.new.label) ?? ""): from "
      + "\(share(change.old, before)) to \(share(change.new, after)), \(direction) "
      + "\(size.text(decimals: decimals.max() ?? 0)) percentage points\(marks)"
  }

  /// The units of a share, which is no mean.
  private func count(_ figure: Change.Figure) -> Int {
    Int(figure.numerator.small?.numerator ?? 0)
  }

  private func percent(_ figure: Change.Figure?) -> String {
    guard let figure, figure.base > 0 else { return "" }
    return Rational.percent(count(figure), of: figure.base)
      .percentText(decimals: new.pipeline.percentDecimals)
  }

  /// `most (30 of 40, 75 per cent)`
  private func share(_ figure: Change.Figure?, _ percent: String) -> String {
    guard let figure, figure.base > 0 else { return "no share (0 of 0)" }
    let count = self.count(figure)
    let counts =
      "\(NumberStyle.english.figure(count)) of \(NumberStyle.english.figure(figure.base))"
    guard let word = new.pipeline.quantifiers.word(for: count, of: figure.base) else {
      return "\(percent) per cent (\(counts))"
    }
    return "\(word) (\(counts), \(percent) per cent)"
  }

  /// Movers of a question by what they said, in the order in which each is met first; of
  /// respondents only their number.
  private func lines(_ movers: [Mover]) -> [String] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for mover in movers {
      let move = "\(mover.old.label) → \(mover.new.label)"
      if names[move] == nil { order.append(move) }
      names[move, default: []].append(mover.unit.name)
    }
    return order.map { move in
      let names = names[move] ?? []
      return new.pipeline.register == nil
        ? "- \(move): \(NumberStyle.english.figure(names.count))"
        : "- \(move): \(names.joined(separator: ", "))"
    }
  }
}

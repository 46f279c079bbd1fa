import Basics
import Definition
import Interchange
import Questionnaire

/// The answers to one question in one round, for every slice: of all units, and of those that
/// replied in both rounds.
struct Counts {
  /// Which units are counted.
  enum Panel: Int, CaseIterable {
    case all
    case both
  }

  /// Units that answered with an opinion, by slice and panel.
  private var bases: [Int]
  /// Of these, those that were offered a choice or chose it all the same, by slice, panel and choice.
  private var offered: [Int]
  /// When each choice is offered; nil where whoever is asked is. Empty where all are.
  private let offers: [Condition?]
  /// Units by slice, panel and choice.
  private var counts: [Int]
  /// Sums of numbers, by slice and panel.
  private var sums: [DecimalSum]
  private let choices: Int
  /// The choices that are no opinion.
  private let outside: Set<Int>

  /// - Parameters:
  ///   - slices: Those of each unit, and how many there are.
  ///   - isInBoth: Of each unit, whether it replied in both rounds.
  init(
    _ question: Question, in round: Round, slices: [[Int]], of count: Int, isInBoth: [Bool],
    outside: Set<Int>
  ) {
    self.outside = outside
    choices = question.type.choices?.count ?? 0
    bases = [Int](repeating: 0, count: count * 2)
    counts = [Int](repeating: 0, count: count * 2 * choices)
    offered = counts
    offers = question.offers(in: round.pipeline.form)
    sums = [DecimalSum](repeating: DecimalSum(), count: count * 2)
    for unit in round.units.indices where round.state(of: question, unit) == .answered {
      let field = round.field(of: question, unit)
      let isOffered = round.answers(unit).map { answers in
        offers.map { $0?.holds(for: answers) ?? true }
      }
      for slice in slices[unit] {
        for panel in isInBoth[unit] ? [0, 1] : [0] {
          add(field, question.type, in: slice * 2 + panel, isOffered: isOffered ?? [])
        }
      }
    }
  }

  /// - Parameter isOffered: Whether the unit is offered each choice; empty where all are.
  private mutating func add(
    _ field: ArraySlice<UInt8>, _ type: AnswerType, in index: Int, isOffered: [Bool]
  ) {
    let chosen = chosen(field, type)
    for code in chosen { counts[index * choices + code] += 1 }
    if !isOutside(field, type) {
      bases[index] += 1
      for (code, isOffered) in isOffered.enumerated() where isOffered || chosen.contains(code) {
        offered[index * choices + code] += 1
      }
    }
    switch type {
    case .selectOne, .selectMultiple, .rank: break
    case .integer, .decimal:
      guard case .number(let number) = AnswerValue(field: field, of: type) else { return }
      sums[index].add(number)
    case .date, .text: break
    }
  }

  private func chosen(_ field: ArraySlice<UInt8>, _ type: AnswerType) -> [Int] {
    switch type {
    case .selectOne: [AnswerField.code(field)].compactMap(\.self)
    case .selectMultiple:
      field.enumerated().filter { $1 != AnswerField.unticked }.map(\.offset)
    // As in the tables: by the choice ranked first.
    case .rank: [AnswerField.code(rankedAt: 0, in: field)].compactMap(\.self)
    case .integer, .decimal, .date, .text: []
    }
  }

  /// Whether an answer is no opinion, and nothing else.
  private func isOutside(_ field: ArraySlice<UInt8>, _ type: AnswerType) -> Bool {
    guard !outside.isEmpty else { return false }
    switch type {
    case .selectOne: return AnswerField.code(field).map(outside.contains) ?? false
    case .rank: return AnswerField.code(rankedAt: 0, in: field).map(outside.contains) ?? false
    case .selectMultiple:
      let ticks = field.enumerated().filter { $1 != AnswerField.unticked }.map(\.offset)
      return !ticks.isEmpty && ticks.allSatisfy(outside.contains)
    case .integer, .decimal, .date, .text: return false
    }
  }

  func base(_ slice: Int, _ panel: Panel) -> Int { bases[slice * 2 + panel.rawValue] }

  /// The base of a choice: who was offered it.
  func base(ofChoice choice: Int, _ slice: Int, _ panel: Panel) -> Int {
    offers.isEmpty
      ? base(slice, panel) : offered[(slice * 2 + panel.rawValue) * choices + choice]
  }

  func count(_ choice: Int, slice: Int, panel: Panel) -> Int {
    counts[(slice * 2 + panel.rawValue) * choices + choice]
  }

  func sum(_ slice: Int, _ panel: Panel) -> Rational {
    sums[slice * 2 + panel.rawValue].rational
  }
}

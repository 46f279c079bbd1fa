import Questionnaire

/// A question in both rounds, or in one of them.
struct QuestionPair {
  /// A choice in both rounds or in one: its positions in the two lists.
  struct ChoicePair {
    let old: Int?
    let new: Int?
    let differences: [Difference]
  }

  let old: Question?
  let new: Question?
  /// In the order of the newer list, then those that were dropped.
  let choices: [ChoicePair]
  let differences: [Difference]
  /// What differs, in words.
  let notes: [String]
  /// What broke the series, as `rounds.yaml` has it.
  let breakNote: String?
  /// Whether numbers are in the same unit, as far as the forms say.
  var hasSameUnit = true

  /// The name that it goes by: that of the newer form where it is in it.
  var name: String { (new ?? old)?.name ?? "" }

  /// The two questions where their answers can be checked against each other.
  var comparable: (old: Question, new: Question)? {
    guard let old, let new, Self.kind(old.type) == Self.kind(new.type), hasSameUnit else {
      return nil
    }
    return (old, new)
  }

  /// Whether an answer is the same bytes in both rounds.
  var hasSameCodes: Bool {
    choices.allSatisfy { $0.old == $0.new }
  }

  /// The choice of the newer form that an old one became.
  func newChoice(of old: Int) -> Int? {
    choices.first { $0.old == old }?.new
  }

  /// The points of the choices of the newer form; nil where choices of either are no numbers, or
  /// are in another order: a scale that was turned round has no direction.
  var scale: [Int]? {
    let (before, after) = (old?.type.choices ?? [], new?.type.choices ?? [])
    let then = before.compactMap { Int($0.name) }
    let now = after.compactMap { Int($0.name) }
    guard then.count == before.count, now.count == after.count else { return nil }
    let kept = choices.compactMap { pair in
      pair.old.flatMap { old in pair.new.map { (old: then[old], new: now[$0]) } }
    }.sorted { $0.old < $1.old }
    return zip(kept, kept.dropFirst()).allSatisfy { $0.new < $1.new } ? now : nil
  }

  /// The marks of its figures: how it differs, and whether its series is broken.
  var marks: [String] {
    differences.map(\.rawValue) + (breakNote == nil ? [] : ["break"])
  }

  /// What answers of a type can be checked against: whole numbers against decimals too.
  private static func kind(_ type: AnswerType) -> Int {
    switch type {
    case .selectOne: 0
    case .selectMultiple: 1
    case .rank: 2
    case .integer, .decimal: 3
    case .date: 4
    case .text: 5
    }
  }
}

extension AnswerType {
  /// The word for it in XLSForm.
  var word: String {
    switch self {
    case .selectOne: "select_one"
    case .selectMultiple: "select_multiple"
    case .rank: "rank"
    case .integer: "integer"
    case .decimal: "decimal"
    case .date: "date"
    case .text: "text"
    }
  }
}

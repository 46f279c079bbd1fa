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
  /// What the repeat is called of whose instances a unit has the answers together; nil for a question outside
  /// repeats.
  var repeatLabel: String?
  /// Whether numbers are in the same unit, as far as the forms say.
  var hasSameUnit = true

  /// The name that it goes by: that of the newer form where it is in it.
  var name: String { (new ?? old)?.name ?? "" }

  /// The two questions where their answers can be checked against each other.
  var comparable: (old: Question, new: Question)? {
    guard let old, let new, Self.kind(old.type) == Self.kind(new.type), hasSameUnit,
      (old.repeatName == nil) == (new.repeatName == nil)
    else {
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

  /// The choices of each form that are no opinion. Where a choice is in both, the newer form says so
  /// for both rounds: a base that one round has without them and the other with them would make a
  /// change of nothing.
  var nonSubstantive: (old: Set<Int>, new: Set<Int>) {
    let pairs = choices.filter { !isSubstantive($0) }
    return (Set(pairs.compactMap(\.old)), Set(pairs.compactMap(\.new)))
  }

  func isSubstantive(_ pair: ChoicePair) -> Bool {
    let choice =
      pair.new.flatMap { new?.type.choices?[$0] } ?? pair.old.flatMap { old?.type.choices?[$0] }
    return choice?.isSubstantive ?? true
  }

  /// The points of the choices of the newer form, nil for what is no opinion; nil where choices of
  /// either are no numbers, or are in another order: a scale that was turned round has no direction.
  var scale: [Int?]? {
    let (before, after) = (old?.type.choices ?? [], new?.type.choices ?? [])
    let outside = nonSubstantive
    let then = before.indices.map { outside.old.contains($0) ? nil : Int(before[$0].name) }
    let now = after.indices.map { outside.new.contains($0) ? nil : Int(after[$0].name) }
    guard then.count(where: { $0 == nil }) == outside.old.count,
      now.count(where: { $0 == nil }) == outside.new.count
    else { return nil }
    let kept = choices.compactMap { pair -> (old: Int, new: Int)? in
      guard let old = pair.old.flatMap({ then[$0] }), let new = pair.new.flatMap({ now[$0] }) else {
        return nil
      }
      return (old, new)
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

import Basics
import Questionnaire
import Tabulation

/// Something about units that tables divide them by, and the values it can have.
///
/// Whatever follows from one dimension alone is a set of its values: the codes of a question and of
/// all variables that derive from it, nets, answer states, conditions.
struct Dimension {
  /// What the values are, in their order.
  let values: [Value]
  /// Sets of values of which none shares a value with another: what adds up to a whole.
  var partitions: [[ValueSet]] = []
  /// Sets of values and others that leave none of them out, but may overlap: the ticks of a net.
  var covers: [Cover] = []

  struct Cover: Hashable {
    let whole: ValueSet
    let parts: [ValueSet]
  }

  /// One value of a dimension, with what conditions may ask of it.
  struct Value {
    var state: AnswerState?
    /// The code, or the choice ranked first.
    var code: Int?
    /// The choices that are ticked.
    var ticks: Set<Int> = []
    /// A number or date that stands for all that are no different to the plan.
    var number: NumberRange?
    /// Of a profile, the codes of the attributes by variable.
    var attributes: [Int: Int] = [:]
    var role = UnitRole.reporting
  }

  var count: Int { values.count }
  let all: ValueSet
  /// The set of those who did not reply at all, where the dimension has such a value.
  let silent: ValueSet?

  /// The most ticks that values have together, where some combinations are left out.
  var mostTicks: Int?
  /// Whether it depends on what units answered.
  let isAboutAnswers: Bool
  /// The variables of which units have a code each (the first value), or do not.
  let spanned: [Int]

  /// - Parameter isAboutAnswers: Whether it depends on answers though whoever is silent has no value
  ///   of its own.
  init(values: [Value], isAboutAnswers: Bool = false, spanned: [Int] = []) {
    self.values = values
    all = ValueSet(of: values.count) { _ in true }
    let silent = ValueSet(of: values.count) { values[$0].state == .didNotReply }
    self.silent = silent.isEmpty ? nil : silent
    self.spanned = spanned
    self.isAboutAnswers = isAboutAnswers || !silent.isEmpty
  }

  func set(where holds: (Value) -> Bool) -> ValueSet {
    ValueSet(of: count) { holds(values[$0]) }
  }

  /// Takes in that some values and the others divide the dimension, unless they do already.
  mutating func divide(by set: ValueSet) {
    guard set != all, !set.isEmpty, !partitions.contains(where: { $0.contains(set) }) else {
      return
    }
    partitions.append([set, all.subtracting(set)])
  }

  /// Takes in sets of which none shares a value with another; the rest completes them.
  mutating func divide(among sets: [ValueSet]) {
    let rest = sets.reduce(all) { $0.subtracting($1) }
    partitions.append((sets + [rest]).filter { !$0.isEmpty })
  }
}

/// A number or date that the plan names, or one that stands for all between two of them.
struct NumberRange: Hashable {
  /// The number, or the digits of a date, as derived variables compare them.
  let value: ExactDecimal
  /// As conditions read it.
  let text: String
}

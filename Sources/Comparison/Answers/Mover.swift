import Definition
import Interchange
import Phrases
import Questionnaire

/// A unit whose answer to a question is another one in the newer round.
struct Mover {
  /// What a unit said in one round.
  struct Answer: Equatable {
    /// nil where it is no unit of the round.
    let state: AnswerState?
    /// The names of choices, a number or a date; empty without an answer and for texts.
    let value: String
    let label: String
  }

  enum Direction: String {
    case up
    case down
    case none = ""
  }

  let pair: QuestionPair
  let unit: UnitPair
  let old: Answer
  let new: Answer
  /// For numbers, dates and choices whose names are numbers, in the same order in both rounds.
  let direction: Direction

  /// Whether it answered in both rounds.
  var answeredInBoth: Bool { old.state == .answered && new.state == .answered }

  /// Units that answered in at least one round and otherwise in the other, in the order of print.
  static func all(
    of pair: QuestionPair, among units: [UnitPair], _ old: Round, _ new: Round
  ) -> [Mover] {
    guard let (before, after) = pair.comparable, !old.isAnonymous, !new.isAnonymous else {
      return []
    }
    let isText = before.type == .text
    let hasSameBytes = pair.hasSameCodes && before.type.choices?.count == after.type.choices?.count
    let scale = pair.scale
    var movers: [Mover] = []
    for unit in units where !unit.isAnonymous {
      let states = (
        unit.old.map { old.state(of: before, $0) }, unit.new.map { new.state(of: after, $0) }
      )
      guard states.0 == .answered || states.1 == .answered else { continue }
      var values = (AnswerValue.text, AnswerValue.text)
      if states.0 == states.1 {
        guard !isText, let then = unit.old, let now = unit.new else { continue }
        let fields = (old.field(of: before, then), new.field(of: after, now))
        if hasSameBytes && fields.0 == fields.1 { continue }
        values = (
          AnswerValue(field: fields.0, of: before.type),
          AnswerValue(field: fields.1, of: after.type)
        )
        if pair.inNewCodes(values.0) == values.1 { continue }
      } else {
        if let then = unit.old {
          values.0 = AnswerValue(field: old.field(of: before, then), of: before.type)
        }
        if let now = unit.new {
          values.1 = AnswerValue(field: new.field(of: after, now), of: after.type)
        }
      }
      movers.append(
        Mover(
          pair: pair, unit: unit,
          old: answer(states.0, values.0, to: before, in: old),
          new: answer(states.1, values.1, to: after, in: new),
          direction: states.0 == states.1
            ? direction(from: values.0, to: values.1, of: pair, scale: scale) : .none))
    }
    return movers
  }

  private static func answer(
    _ state: AnswerState?, _ value: AnswerValue, to question: Question, in round: Round
  ) -> Answer {
    guard state == .answered else {
      return Answer(
        state: state, value: "",
        label: state.map { round.pipeline.spoken.heading($0.phrase) } ?? "")
    }
    return Answer(
      state: state, value: value.names(of: question.type),
      label: label(value, of: question, in: round.pipeline))
  }

  private static func label(
    _ value: AnswerValue, of question: Question, in pipeline: PipelineDefinition
  ) -> String {
    let choices = question.type.choices ?? []
    switch value {
    case .code(let code): return pipeline.label(of: choices[code])
    case .codes(let codes):
      return codes.map { pipeline.label(of: choices[$0]) }.joined(separator: "; ")
    case .ranking(let codes):
      return codes.map { pipeline.label(of: choices[$0]) }.joined(separator: " > ")
    case .number, .date: return value.names(of: question.type)
    case .text: return pipeline.spoken.heading(AnswerState.answered.phrase)
    case .none: return ""
    }
  }

  private static func direction(
    from before: AnswerValue, to after: AnswerValue, of pair: QuestionPair, scale: [Int?]?
  ) -> Direction {
    switch (before, after) {
    case (.number(let left), .number(let right)): return left < right ? .up : .down
    case (.date(let left), .date(let right)): return left < right ? .up : .down
    case (.code(let left), .code(let right)):
      guard let scale, let left = pair.newChoice(of: left).flatMap({ scale[$0] }),
        let right = scale[right]
      else { return .none }
      return left < right ? .up : .down
    // Of another kind, or without an order.
    case (.number, _), (.date, _), (.code, _), (.codes, _), (.ranking, _), (.text, _), (.none, _):
      return .none
    }
  }
}

extension QuestionPair {
  /// An answer of the older round in the codes of the newer one; unchanged where it is no code,
  /// nil where a choice in it was dropped.
  fileprivate func inNewCodes(_ value: AnswerValue) -> AnswerValue? {
    switch value {
    case .code(let code): return newChoice(of: code).map { .code($0) }
    case .codes(let codes):
      let new = codes.compactMap { newChoice(of: $0) }.sorted()
      return new.count == codes.count ? .codes(new) : nil
    case .ranking(let codes):
      let new = codes.compactMap { newChoice(of: $0) }
      return new.count == codes.count ? .ranking(new) : nil
    case .none, .number, .date, .text: return value
    }
  }
}

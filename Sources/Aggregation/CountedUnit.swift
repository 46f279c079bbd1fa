import Basics
import Interchange
import Questionnaire
import Tabular
import Tabulation

/// A unit and what it counts for.
struct CountedUnit {
  let number: Int
  let unit: TabulatedUnit
  /// Which instance of its submission it is, from 1; 0 for who replied.
  var instance = 0
  /// How many units it stands for that are like it in all that is asked of it.
  var times = 1
  /// In parts of one, before post-stratification.
  var weight = ExactDecimal.one
  /// Where it stands in the sample, see `PartKeys`.
  var part = 0

  var listed: ListedUnit { ListedUnit(number: number, instance: instance) }
}

/// A unit in a list, or an instance of its submission.
struct ListedUnit: Sendable, Hashable, Comparable {
  let number: Int
  /// As in `CountedUnit`.
  let instance: Int

  static func < (left: ListedUnit, right: ListedUnit) -> Bool {
    (left.number, left.instance) < (right.number, right.instance)
  }
}

extension GivenAnswers {
  /// Reads the fields of a submission.
  ///
  /// - Parameter questions: Those that will be asked for; nil for all.
  init(_ fields: StageRow, _ variables: Variables, questions: [Int]? = nil) {
    var states = [AnswerState](repeating: .answered, count: variables.count)
    var codes = [Int32](repeating: -1, count: variables.count)
    var marks = [UInt8](repeating: 0, count: variables.markCount)
    for question in questions ?? Array(0..<variables.firstAttribute) {
      let state = AnswerField.state(fields.code(question) ?? AnswerField.noAnswer)
      states[question] = state
      guard state == .answered else { continue }
      let form = variables.forms[question]
      switch form.kind {
      case .single:
        if let code = AnswerField.code(fields[question]) { codes[question] = Int32(code) }
      case .multiple:
        for (code, byte) in fields[question].enumerated() where byte != AnswerField.unticked {
          marks[form.firstMark + code] = 1
        }
      case .ranking:
        for (code, byte) in fields[question].enumerated() where byte != AnswerField.unticked {
          marks[form.firstMark + code] = byte - UInt8(ascii: "a") + 1
        }
        if let code = AnswerField.code(rankedAt: 0, in: fields[question]) {
          codes[question] = Int32(code)
        }
      case .number, .date, .text: break
      }
    }
    self.init(states: states, codes: codes, marks: marks, words: .fields(fields))
  }
}

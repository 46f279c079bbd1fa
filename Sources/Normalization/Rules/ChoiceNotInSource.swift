import Findings
import Questionnaire

extension Objection {
  static func choicesNotInSource(_ choices: [Choice], of question: Question) -> Objection {
    let names = choices.map { "'\($0.name)'" }.joined(separator: ", ")
    return Objection(
      .choiceNotInSource,
      "no column is for \(names) of question '\(question.name)', and the survey tool writes one for every "
        + "choice; nobody of this source is taken to have been offered it")
  }
}

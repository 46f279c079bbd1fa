import Questionnaire
import Tabular

/// The questions with choices that not every version of the form had: which of them a unit was offered
/// depends on the version in which it answered, and a submission has one.
struct VersionedQuestions: Sendable {
  /// The question which version was filled in.
  private let version: Int
  private let questions: Set<Int>

  /// - Returns: nil where all versions had all choices.
  init?(_ form: Questionnaire) {
    guard let version = form[Questionnaire.versionName]?.index else { return nil }
    self.version = version
    questions = Set(
      form.questions.filter { question in
        question.offers(in: form).contains { $0?.variables.contains(version) ?? false }
      }.map(\.index))
  }

  /// Whether a submission may take over an answer of another: of one version, or with the version
  /// where nothing else rests on its own.
  func lets(_ submission: inout Submission, takeOver question: Question, of earlier: Submission)
    -> Bool
  {
    guard questions.contains(question.index),
      !submission.fields[version].elementsEqual(earlier.fields[version])
    else { return true }
    let isFree = questions.allSatisfy {
      ![.answered, .unclear].contains(submission.state($0))
    }
    if isFree { submission.fields.replace(version, with: Array(earlier.fields[version])) }
    return isFree
  }
}

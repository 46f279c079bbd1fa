import Basics
package import Questionnaire

/// A question that every instance of a repeat was asked, while tables count submissions: of its answers
/// a unit has all choices that any instance has, and the sum of their numbers.
package struct RepeatedQuestion: Hashable, Sendable {
  let name: String
  let repeatName: String
  /// What the repeat is called, as in *Members of the household*.
  package let repeatLabel: String
  /// Whether the value of a unit is a sum.
  package let isNumber: Bool

  /// - Returns: nil for a question outside repeats.
  package init?(_ question: Question, in pipeline: PipelineDefinition) {
    guard let repeatName = question.repeatName else { return nil }
    name = question.name
    self.repeatName = repeatName
    repeatLabel =
      question.groups.first { $0.name == repeatName }?.label.text(in: pipeline.language)
      ?? repeatName
    isNumber =
      switch question.asked {
      case .integer, .decimal: true
      case .selectOne, .selectMultiple, .rank, .date, .text: false
      }
  }
}

extension DefinitionNode {
  /// Two questions of one repeat that are held against one another on submissions would seem to be about
  /// one instance: a household in which a man is at work and a woman is not has "man" and "not at work".
  ///
  /// - Throws: `badDefinition` where two of the questions are of one repeat.
  func requireUncrossed(_ questions: [RepeatedQuestion]) throws(RunError) {
    for (index, question) in questions.enumerated() {
      guard
        let other = questions[..<index].first(where: {
          $0.repeatName == question.repeatName && $0.name != question.name
        })
      else { continue }
      throw error(
        id: .table(.repeatCrossed),
        "'\(other.name)' and '\(question.name)' are both asked of each of '\(question.repeatName)', of "
          + "which what is counted here has several: where some answered the one so, and others the other "
          + "so, it would count as if one had both. Expected one question of the repeat at most, or "
          + "'unit: \(question.repeatName)', which counts the instances")
    }
  }
}

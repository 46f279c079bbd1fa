package import Basics

/// What a form demands of one instance of a repeat: it is about the answers of this one, and says nothing
/// of those that all instances of a submission give together.
struct InstanceDemands: Sendable {
  /// Its own `relevant` and those of the groups within the repeat.
  let relevant: Expression?
  let constraint: Expression?
  let offers: ChoiceOffers?
  let isRequired: Bool
  /// What is wrong with its `choice_filter`: nobody need mind where submissions are counted.
  let problem: RunError.Problem?
}

extension Question {
  /// The question as one instance was asked it, which is a unit by itself.
  fileprivate func asked(ofEach repeatName: String) -> Question {
    guard self.repeatName == repeatName, let instance else { return self }
    return Question(
      index: index, name: name, type: asked, asked: asked, repeatName: nil, label: label,
      groups: groups,
      relevant: Expression.all([relevant, instance.relevant].compactMap(\.self)),
      constraint: instance.constraint, offers: instance.offers, isRequired: instance.isRequired,
      units: units, article: article, since: since, until: until, line: line)
  }
}

extension Questionnaire {
  /// The form as each instance of a repeat was asked it: a person of a household, with what the household
  /// answered. The questions of the repeat have one answer; routing, `constraint`, `required`,
  /// `choice_filter` and calculations within it are of the one instance. Other repeats are what all their
  /// instances answer together, as on submissions.
  ///
  /// The questions keep their positions.
  ///
  /// - Throws: `badDefinition` for conditions within the repeat that are none, with their lines.
  package func asked(ofEach repeatName: String) throws(RunError) -> Questionnaire {
    let form = Questionnaire(
      path: path, questions: written.questions.map { $0.asked(ofEach: repeatName) },
      languages: languages, silentNames: silentNames, written: written)
    let (questionnaire, unresolved) = form.calculating(within: repeatName)
    let filters = written.questions.filter { $0.repeatName == repeatName }
      .compactMap(\.instance?.problem)
    let problems = filters + unresolved + FormCheck(questionnaire).problems()
    guard problems.isEmpty else { throw RunError(.badDefinition, problems) }
    return questionnaire
  }
}

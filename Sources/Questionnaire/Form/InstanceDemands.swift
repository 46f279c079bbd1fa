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
    guard self.repeatName == repeatName, let instance else {
      // Submissions were judged by these, with what all instances answer together.
      var outside = self
      (outside.relevant, outside.constraint) = (nil, nil)
      return outside
    }
    return Question(
      index: index, name: name, type: asked, asked: asked, repeatName: nil, label: label,
      groups: groups, routing: routing,
      relevant: Expression.all([relevant, instance.relevant].compactMap(\.self)),
      constraint: instance.constraint, offers: instance.offers, isRequired: instance.isRequired,
      units: units, article: article, since: since, until: until, line: line)
  }
}

extension Questionnaire {
  /// The questions outside a repeat of which it depends on what all its instances answer together who was
  /// offered which choice: that is not known to one of them.
  package func questionsOffered(by repeatName: String) -> Set<String> {
    let own = written.names(within: repeatName)
    return Set(
      questions.filter { question in
        !own.contains(question.name)
          && (question.offers?.expressions ?? []).contains { expression in
            !own.isDisjoint(with: expression?.references ?? [])
          }
      }.map(\.name))
  }

  /// The form as each instance of a repeat was asked it: a person of a household, with what the household
  /// answered. The questions of the repeat have one answer; routing, `constraint`, `required`,
  /// `choice_filter` and calculations within it are of the one instance. Other repeats are what all their
  /// instances answer together, as on submissions.
  ///
  /// The questions keep their positions.
  ///
  /// - Throws: `badDefinition` for conditions within the repeat that are none, with their lines.
  package func asked(ofEach repeatName: String) throws(RunError) -> Questionnaire {
    let unknown = questionsOffered(by: repeatName)
    let form = Questionnaire(
      path: path,
      questions: written.questions.map { question in
        var asked = question.asked(ofEach: repeatName)
        if unknown.contains(question.name) { asked.offers = nil }
        return asked
      },
      languages: languages, silentNames: silentNames, written: written)
    let (questionnaire, unresolved) = form.calculating(within: repeatName)
    let filters = written.questions.filter { $0.repeatName == repeatName }
      .compactMap(\.instance?.problem)
    let problems = filters + unresolved + FormCheck(questionnaire).problems()
    guard problems.isEmpty else { throw RunError(.badDefinition, problems) }
    return questionnaire
  }
}

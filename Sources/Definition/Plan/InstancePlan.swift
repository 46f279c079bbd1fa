import Basics
import Phrases
import Questionnaire

/// A repeat each instance of which is a unit of tables by itself: a person of a household.
package struct InstanceUnit: Hashable, Sendable {
  /// The name of the repeat.
  package let name: String
  /// What the form calls it, as in *Members of the household*.
  package let label: String
}

/// The definition as each instance of a repeat meets it.
package struct InstanceView: Sendable {
  package let unit: InstanceUnit
  /// The names of the questions within the repeat.
  package let questions: Set<String>
  /// With the form as each instance was asked it.
  package let pipeline: PipelineDefinition
  /// The questions outside the repeat that none of its instances can be counted by, see
  /// `Questionnaire.questionsOffered(by:)`.
  let unknown: Set<String>

  /// - Throws: `badDefinition` where a rule or condition asks for words that one instance wrote: of these
  ///   there are those of all instances together.
  func requireNoWords(of variables: Set<Int>, _ node: DefinitionNode) throws(RunError) {
    let form = pipeline.form
    guard
      let text = form.questions.first(where: {
        variables.contains($0.index) && questions.contains($0.name)
      })
    else { return }
    throw node.error(
      id: .table(.instances),
      "the words of '\(text.name)' are asked for (here, or by a 'relevant' within the repeat), which are not "
        + "kept for each of '\(unit.name)'; expected questions with choices, numbers or dates. That there are "
        + "words may be asked, as in ${\(text.name)} != ''")
  }
}

/// What tables need to know that count the instances of a repeat and not who replied.
package struct InstancePlan: Sendable {
  package let view: InstanceView
  package let catalog: VariableCatalog
  /// An instance has the weight and stratum of its submission, or a weight of its own where the repeat
  /// asks for it.
  package let weights: Weights?
  /// An instance stands where its submission does.
  package let design: SampleDesign?

  package var unit: InstanceUnit { view.unit }
}

extension Questionnaire {
  /// The text questions whose words decide the routing of some questions, by their index.
  func words(ofRoutingTo names: Set<String>) -> Set<Int> {
    var words: Set<Int> = []
    for question in questions where names.contains(question.name) {
      // A form that was checked: each of them can be bound.
      let condition = try? question.relevant?.bound(to: self, current: question)
      words.formUnion(condition?.texts ?? [])
    }
    return words
  }

  /// The questions within a repeat.
  func questions(in repeatName: String) -> [Question] {
    questions.filter { $0.repeatName == repeatName }
  }
}

extension PipelineDefinition {
  /// A submission has one version of the form, and its instances the same.
  private func requireVersions(ofEach name: String, _ node: DefinitionNode) throws(RunError) {
    let questions = form.questions(in: name)
    guard
      questions.contains(where: { !$0.since.isEmpty || !$0.until.isEmpty })
        || questions.contains(where: { question in
          question.asked.choices?.contains { $0.since != nil || $0.until != nil } ?? false
        })
    else { return }
    for source in sources where source.instances?.name == name {
      guard
        let parent = sources.first(where: { $0.pattern == source.instances?.parentSource }),
        parent.version != source.version
      else { continue }
      throw node.error(
        id: .table(.instances),
        "the instances of '\(name)' in '\(source.pattern)' are of another 'version' of the form than the "
          + "submissions in '\(parent.pattern)', and some of the questions or choices are not of every "
          + "version; expected the same 'version' at both")
    }
  }

  /// The definition with the form as each instance of a repeat was asked it.
  ///
  /// - Parameter node: Where the repeat is named.
  /// - Throws: `badDefinition` where there is no such repeat, or no source of its instances, and for
  ///   conditions within it that cannot be read.
  func asked(ofEach node: DefinitionNode) throws(RunError) -> InstanceView {
    let name = try node.text()
    guard
      let group = form.questions(in: name).first?.groups.first(where: { $0.name == name })
    else {
      throw node.error(
        id: .pipeline(.unknownRepeat),
        "there is no repeat '\(name)' with questions in \(form.path)."
          + Suggestion.question(for: name, among: form.repeatNames))
    }
    guard sources.contains(where: { $0.instances?.name == name }) else {
      throw node.error(
        id: .table(.instances),
        "no source has the instances of '\(name)'; expected one with 'repeat: {name: \(name), …}', or 'items' "
          + "with 'repeat: \(name)', in pipeline.yaml")
    }
    try requireVersions(ofEach: name, node)
    guard resubmissions == .replace else {
      throw node.error(
        id: .table(.instances),
        "with 'resubmissions: merge' a reply takes over answers of earlier ones, and nobody can tell which "
          + "instances of '\(name)' are the same in both; expected 'resubmissions: replace' in "
          + "pipeline.yaml")
    }
    guard disclosure == nil else {
      throw node.error(
        id: .confidence(.confidentialPlan),
        "the instances of '\(name)' are to be counted, and the replies were given in confidence: what is "
          + "known of one tells of the others of its submission, which is not checked. Take 'unit' out, "
          + "or 'disclosure' in pipeline.yaml")
    }
    var pipeline = self
    pipeline.form = try form.asked(ofEach: name)
    if form.position(of: Questionnaire.versionName) != nil {
      pipeline.form = pipeline.form.asking(forVersions: versions)
    }
    let view = InstanceView(
      unit: InstanceUnit(name: name, label: group.label.text(in: language) ?? name),
      questions: Set(form.questions(in: name).map(\.name)), pipeline: pipeline,
      unknown: form.questionsOffered(by: name))
    try view.requireNoWords(of: pipeline.form.words(ofRoutingTo: view.questions), node)
    return view
  }
}

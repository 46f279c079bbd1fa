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

/// What tables need to know that count the instances of a repeat and not who replied.
package struct InstancePlan: Sendable {
  package let unit: InstanceUnit
  /// The names of the questions within the repeat.
  package let questions: Set<String>
  /// The definition with the form as each instance was asked it.
  package let pipeline: PipelineDefinition
  package let catalog: VariableCatalog
  /// An instance has the weight and stratum of its submission, or a weight of its own where the repeat
  /// asks for it.
  package let weights: Weights?
}

extension Questionnaire {
  /// The questions within a repeat.
  func questions(in repeatName: String) -> [Question] {
    questions.filter { $0.repeatName == repeatName }
  }
}

extension PipelineDefinition {
  /// The definition with the form as each instance of a repeat was asked it.
  ///
  /// - Parameter node: Where the repeat is named.
  /// - Throws: `badDefinition` where there is no such repeat, or no source of its instances, and for
  ///   conditions within it that cannot be read.
  func asked(ofEach node: DefinitionNode) throws(RunError) -> (PipelineDefinition, InstanceUnit) {
    let name = try node.text()
    guard
      let group = form.questions(in: name).first?.groups.first(where: { $0.name == name })
    else {
      throw node.error(
        id: .pipeline(.unknownRepeat),
        "there is no repeat '\(name)' with questions in \(form.path)."
          + Suggestion.question(for: name, among: form.repeatNames))
    }
    guard sources.contains(where: { $0.repetition?.name == name }) else {
      throw node.error(
        id: .table(.instances),
        "no source has the instances of '\(name)'; expected one with 'repeat: {name: \(name), …}' in "
          + "pipeline.yaml")
    }
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
          + "known of one tells of the others of its submission, which is not checked. Take the table out, "
          + "or 'disclosure' in pipeline.yaml")
    }
    var pipeline = self
    pipeline.form = try form.asked(ofEach: name)
    if form.position(of: Questionnaire.versionName) != nil {
      pipeline.form = pipeline.form.asking(forVersions: versions)
    }
    return (pipeline, InstanceUnit(name: name, label: group.label.text(in: language) ?? name))
  }
}

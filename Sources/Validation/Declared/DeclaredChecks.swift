import Definition
import Questionnaire
import Register

/// The rules of `rules.yaml`, ready to be checked against what comes.
struct DeclaredChecks: Sendable {
  let rules: [DeclaredRule]
  /// The text questions whose words some rule or the form rests on, by their index.
  let texts: Set<Int>
  private let variables: RuleVariables
  private let pipeline: PipelineDefinition
  private let attributes: [(attribute: Attribute, names: [String])]

  init(_ declared: DeclaredRules, _ pipeline: PipelineDefinition, alsoNeeding texts: Set<Int>) {
    rules = declared.all
    variables = declared.variables
    self.pipeline = pipeline
    self.texts = rules.reduce(into: texts) { $0.formUnion($1.texts(declared.variables)) }
    attributes = declared.variables.catalog.attributes.map {
      ($0.attribute, $0.entry.codes.map(\.name))
    }
  }

  /// What is known of a unit before any submission of it.
  func answers(of unit: String, replied: Bool) -> RuleAnswers {
    let codes = attributes.map { attribute, names -> Int? in
      attribute == .response
        ? (replied ? 0 : 1) : attribute.code(of: unit, in: pipeline, names: names)
    }
    return RuleAnswers(
      variables: variables, cutOff: "\(pipeline.cutOff)", unit: unit, attributes: codes)
  }

  /// What stands for a group of units, or for all.
  func answers(of group: Int?, by entry: VariableCatalog.Entry?) -> RuleAnswers {
    var answers = answers(of: "", replied: false)
    if let entry, case .attribute(let index) = variables.meaning(of: entry.variable.index) {
      answers.attributes[index] = group
    }
    return answers
  }
}

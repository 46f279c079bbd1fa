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
  /// The same for the instances of a repeat, by its name.
  private(set) var ofInstances: [String: DeclaredChecks] = [:]

  init(_ declared: DeclaredRules, _ pipeline: PipelineDefinition, alsoNeeding texts: Set<Int>) {
    self.init(
      declared.all, variables: declared.variables, pipeline: pipeline,
      texts: declared.all.reduce(into: texts) {
        $0.formUnion($1.texts(declared.variables(of: $1)))
      })
    for (view, variables) in declared.instances {
      ofInstances[view.unit.name] = DeclaredChecks(
        declared.all, variables: variables, pipeline: view.pipeline, texts: [])
    }
  }

  private init(
    _ rules: [DeclaredRule], variables: RuleVariables, pipeline: PipelineDefinition,
    texts: Set<Int>
  ) {
    self.rules = rules
    self.variables = variables
    self.pipeline = pipeline
    self.texts = texts
    attributes = variables.catalog.attributes.map { ($0.attribute, $0.entry.codes.map(\.name)) }
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

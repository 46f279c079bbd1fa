package import Basics
import Questionnaire

/// The rules that data staff declare: `rules.yaml` of a collection, which may be left out.
///
/// `RuleKey` declares the keys of a rule; `Pipelines/PIPELINE.md` has them with examples.
///
/// Conditions are those of the form (`Expression`); they may name questions, the attributes of
/// `tables.yaml` (`${status}`, `${regional_group}`, `${response}` …), and
///
/// | name | in rules over | is |
/// |---|---|---|
/// | `${received}`, `${cut_off}`, `${unit}` | submission, unit, `unique` | a day, a day, the State or respondent |
/// | `${last-saved#q}` | unit | the answer to `q` in the submission before |
/// | `${submissions}`, `${late_submissions}` | unit | how many came in time, and too late |
/// | `count()`, `sum()`, … | collection | see `Expression.Function`; what stands inside is about one unit |
///
/// An answer that is unclear, does not apply or was not asked is a blank. A submission that counts is
/// judged as it counts: corrected, and with `resubmissions: merge` with what was taken over. A rule
/// over the unit that looks back is checked against each pair of submissions in time, any other one
/// against the submission that counts. `fail-above` at the top of the file is for rules of the
/// program, see `FailAbove`.
package struct DeclaredRules: Sendable {
  package let path: String
  package let variables: RuleVariables
  /// The repeats that rules are about, with what such a rule can name.
  package let instances: [(view: InstanceView, variables: RuleVariables)]
  package let all: [DeclaredRule]
  package let failAbove: FailAbove

  package static let fileName = "rules.yaml"
  /// The file as it was read; nil where there is none.
  let node: DefinitionNode?

  /// - Throws: `badDefinition` naming file, line and the nearest right name.
  package init(
    _ collection: CollectionFolders, _ pipeline: PipelineDefinition
  ) throws(RunError) {
    path = "\(collection.pipeline)/\(Self.fileName)"
    variables = try Self.variables(pipeline)
    var all: [DeclaredRule] = []
    var instances: [(view: InstanceView, variables: RuleVariables)] = []
    let node =
      FileSystem.exists(path) ? try DefinitionNode(path: path).writtenOut(.one(RulesKey.self)) : nil
    self.node = node
    failAbove = try FailAbove(node?[RulesKey.failAbove])
    if let node {
      try node.allowOnly(RulesKey.self)
      for item in try node[RulesKey.rules]?.list() ?? [] {
        try item.allowOnly(RuleKey.self)
        let rule: DeclaredRule
        if let unit = item[RuleKey.unit] {
          let name = try unit.text()
          if !instances.contains(where: { $0.view.unit.name == name }) {
            let view = try pipeline.asked(ofEach: unit)
            instances.append((view, try Self.variables(view.pipeline)))
          }
          let index = instances.firstIndex { $0.view.unit.name == name } ?? 0
          let (view, variables) = instances[index]
          rule = try DeclaredRuleReader(
            item, variables: variables, form: view.pipeline.form, unit: view.unit
          ).read()
          try view.requireNoWords(of: rule.texts(variables), item)
        } else {
          rule = try DeclaredRuleReader(item, variables: variables, form: pipeline.form).read()
        }
        if let earlier = all.first(where: { $0.id == rule.id }) {
          throw item.error(
            id: .rule(.ruleTwice),
            "there is a rule '\(rule.id)' on line \(earlier.line) already; expected each id once")
        }
        all.append(rule)
      }
    }
    self.all = all
    self.instances = instances
  }

  private static func variables(_ pipeline: PipelineDefinition) throws(RunError) -> RuleVariables {
    RuleVariables(try VariableCatalog(pipeline), questions: pipeline.form.questions.count)
  }

  /// What a rule can name.
  package func variables(of rule: DeclaredRule) -> RuleVariables {
    instances.first { $0.view.unit == rule.unit }?.variables ?? variables
  }

  package subscript(_ id: String) -> DeclaredRule? {
    all.first { $0.id == id }
  }
}

package import Basics
import Questionnaire

/// The rules that data staff declare: `rules.yaml` of a collection, which may be left out.
///
/// ```yaml
/// rules:
///   - id: joined-after-reply          # its name in findings.csv
///     severity: query                 # fatal: an error with certainty; query: worth a question
///     over: submission                # what it is held against, see below; submission if left out
///     where: ${attended} = 'yes'      # only those for which this holds: they are the base
///     base-label: those who attended  # how the base is printed
///     if: ${start_date} > ${received} # reported where this holds
///     message: joined on ${start_date}, but replied on ${received}
///     suggestion: ask on which day the respondent joined
///     meaning: The day of joining is later than the day of the reply.
///     question: start_date            # that the finding names; else the first one under 'if'
///     fail-above: 5 %                 # decides the exit status only above this share of the base
///   - id: answer-withdrawn
///     severity: query
///     over: unit                      # each submission in time with the one before it
///     if: ${last-saved#q1} != '' and ${q1} = ''
///     …
///   - id: one-address-twice
///     severity: fatal
///     over: collection
///     unique: [email, phone]          # in place of 'if': values that no two units may share
///     message: ${other_unit} has ${email} as well
///     …
///   - id: few-parties
///     severity: query
///     over: collection
///     by: regional_group              # each group of an attribute by itself
///     calculate:                      # names for values, in conditions and messages
///       parties: count(${status} = 'party')
///       replied: count(${status} = 'party' and ${response} = 'replied')
///     if: ${replied} div ${parties} < 0.5
///     message: only ${replied} of ${parties} parties replied
///     …
/// ```
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
/// over the unit that looks back is held against each pair of submissions in time, any other one
/// against the submission that counts. `fail-above` at the top of the file is for rules of the
/// program, see `FailAbove`.
package struct DeclaredRules: Sendable {
  package let path: String
  package let variables: RuleVariables
  package let all: [DeclaredRule]
  package let failAbove: FailAbove

  package static let fileName = "rules.yaml"
  private static let keys = [
    "id", "severity", "over", "where", "if", "unique", "by", "calculate", "message", "suggestion",
    "meaning", "question", "fail-above", "base-label",
  ]

  /// - Throws: `badDefinition` naming file, line and the nearest right name.
  package init(
    _ collection: CollectionFolders, _ pipeline: PipelineDefinition
  ) throws(RunError) {
    path = "\(collection.pipeline)/\(Self.fileName)"
    variables = RuleVariables(
      try VariableCatalog(pipeline), questions: pipeline.form.questions.count)
    var all: [DeclaredRule] = []
    let node = FileSystem.exists(path) ? try DefinitionNode(path: path) : nil
    failAbove = try FailAbove(node?["fail-above"])
    if let node {
      try node.allowOnly(["rules", "fail-above"])
      for item in try node["rules"]?.list() ?? [] {
        try item.allowOnly(Self.keys)
        let rule = try DeclaredRuleReader(item, variables, pipeline.form).read()
        if let earlier = all.first(where: { $0.id == rule.id }) {
          throw item.error(
            rule: "rule-twice",
            "there is a rule '\(rule.id)' on line \(earlier.line) already; expected each id once")
        }
        all.append(rule)
      }
    }
    self.all = all
  }

  package subscript(_ id: String) -> DeclaredRule? {
    all.first { $0.id == id }
  }
}

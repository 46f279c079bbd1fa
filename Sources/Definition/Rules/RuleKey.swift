import Basics
import Findings

/// The keys at the top of `rules.yaml`.
enum RulesKey: String, DefinitionKey {
  case rules
  case failAbove = "fail-above"

  var entry: KeyEntry {
    switch self {
    case .rules:
      KeyEntry(
        .list(of: RuleKey.self), .words("none"), "The rules of the collection.",
        example: "[{id: no_text, severity: query, if: \"${law_text} = ''\", message: no text, "
          + "meaning: There is no text of the law.}]", linesPrintedBy: [.validate])
    case .failAbove:
      KeyEntry(
        .text("rules of the program, each with a share"), .words("all findings decide"),
        "The share of its base up to which the findings of a rule of the program do not decide the "
          + "exit status.",
        example: "{unclear-answer: 2 %}", readBy: [.export])
    }
  }
}

/// The keys of a rule.
enum RuleKey: String, DefinitionKey {
  case template = "for"
  case id, severity, over, unit
  case filter = "where"
  case baseLabel = "base-label"
  case condition = "if"
  case unique
  case group = "by"
  case calculate, message, suggestion, meaning, question
  case failAbove = "fail-above"

  private static let judged: Set<Stage> = [.validate, .export]

  var entry: KeyEntry {
    switch self {
    case .template: TemplateKey.entry(readBy: Self.judged)
    case .id:
      KeyEntry(
        .text("a name"), .refused, "The name of the rule in `findings.csv`.", example: "no_text",
        readBy: Self.judged)
    case .severity:
      KeyEntry(
        .word(DeclaredRuleReader.SeverityWord.self), .refused,
        "`fatal` is an error with certainty, `query` worth a question to the respondent.",
        example: "query", readBy: Self.judged)
    case .over:
      KeyEntry(
        .word(DeclaredRule.Level.self), .means("submission"),
        "What the rule is about: each submission that counts; the submissions of each unit that came "
          + "in time, each with the one before it; or all units together.",
        example: "unit", readBy: Self.judged)
    case .unit:
      KeyEntry(
        .text("the name of a repeat"), .words("what `over` says"),
        "That the rule is about each instance of the repeat, such as each member of a household, with the "
          + "answers of its submission.",
        example: "laws", readBy: Self.judged.union([.normalize]))
    case .filter:
      KeyEntry(
        .text("a condition"), .words("all"),
        "Only those for which this holds are judged: they are the base of the rule.",
        example: "${law} = 'yes'", readBy: Self.judged)
    case .baseLabel:
      KeyEntry(
        .text("a text"), .words("the base in words, with the condition of `where`"),
        "How the base is printed.", example: "States that have a law", readBy: Self.judged)
    case .condition:
      KeyEntry(
        .text("a condition"), .words("`unique` is given"),
        "A finding is reported where this holds.",
        example: "${delegates} > 500", readBy: Self.judged)
    case .unique:
      KeyEntry(
        .text("a list of questions"), .words("`if` is given"),
        "Values that no two units may share; needs `over: collection`.",
        example: "[law_text, delegates]", readBy: Self.judged)
    case .group:
      KeyEntry(
        .text("an attribute"), .words("all units together"),
        "Judges each group of units by itself; needs `over: collection`.",
        example: "regional_group", readBy: Self.judged)
    case .calculate:
      KeyEntry(
        .text("names, each with an expression"), .words("none"),
        "Names for values, which stand in conditions and messages.",
        example: "{twice: \"${delegates} * 2\"}", readBy: Self.judged)
    case .message:
      KeyEntry(
        .text("a text"), .refused,
        "What the finding says; `${name}` stands for the answer or the value.",
        example: "${delegates} delegates are many", readBy: Self.judged)
    case .suggestion:
      KeyEntry(
        .text("a text"), .words("none"), "What to do about it.",
        example: "ask how many delegates there were", readBy: Self.judged)
    case .meaning:
      KeyEntry(
        .text("a text"), .refused, "What the rule reports, for `RULES.md`.",
        example: "A delegation of more than 500.", readBy: [.export])
    case .question:
      KeyEntry(
        .text("a question"), .words("the first one under `if`; those under `unique`"),
        "The question that the findings name.", example: "delegates", readBy: Self.judged)
    case .failAbove:
      KeyEntry(
        .text("a share in per cent"), .words("all findings decide"),
        "The share of its base up to which the findings do not decide the exit status.",
        example: "5 %", readBy: Self.judged)
    }
  }
}

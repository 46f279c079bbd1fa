package import Basics
import Questionnaire

/// The keys that a program reads, for its `--help`: from the declarations that the pages are made
/// from.
package enum StageKeys {
  /// A file of a definition with its keys or columns.
  private struct File {
    let name: String
    let group: KeyGroup
  }

  private static let files = [
    File(name: "pipeline.yaml", group: .one(PipelineKey.self)),
    File(name: "survey.csv", group: .one(SurveyColumn.self)),
    File(name: "choices.csv", group: .one(ChoiceColumn.self)),
    File(name: "units.csv", group: .one(UnitColumn.self)),
    File(name: "crosswalk.csv", group: .one(CrosswalkColumn.self)),
    File(name: "corrections.csv", group: .one(CorrectionColumn.self)),
    File(name: "rules.yaml", group: .one(RulesKey.self)),
    File(name: "tables.yaml", group: .one(PlanKey.self)),
  ]

  /// What a stage reads, a line a file, with the keys of a group in parentheses.
  package static func help(_ stage: Stage) -> String {
    let lines = files.compactMap { file in
      names(file.group, stage).map { "  \(file.name): \($0)" }
    }
    return help(lines + (stage == .export ? ["  report.md: \(placeholders)"] : []))
  }

  /// What a comparison reads besides what the stages do.
  package static var helpOfCompare: String {
    let keys = KeyGroup.one(RoundKey.self).keys.map(\.name).joined(separator: ", ")
    return help(["  rounds.yaml: \(keys)"])
  }

  private static func help(_ lines: [String]) -> String {
    "Keys that it reads, each with its meaning in Pipelines/PIPELINE.md and TABLES.md:\n"
      + lines.joined(separator: "\n")
  }

  private static var placeholders: String {
    ReportKeyword.allCases.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
  }

  private static func keys(below type: KeyType) -> KeyGroup? {
    switch type {
    case .group(let group), .either(_, let group): group
    case .text, .words, .wordList, .whole, .flag: nil
    }
  }

  private static func names(_ group: KeyGroup, _ stage: Stage) -> String? {
    let read = group.keys.filter { $0.entry.readers.contains(stage) }.map { key in
      guard let inner = keys(below: key.entry.type), let inside = names(inner, stage) else {
        return key.name
      }
      return "\(key.name) (\(inside))"
    }
    return read.isEmpty ? nil : read.joined(separator: ", ")
  }
}

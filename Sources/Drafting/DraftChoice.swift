import Basics
import SurveyTools

/// A choice of a drafted question.
struct DraftChoice: Equatable {
  let name: String
  let label: String
  /// Another text of the export that means it; empty where there is none.
  var synonym = ""

  /// Whether the name was made up: it is then no text of the export.
  var hasMadeName: Bool { TextKey(name) != TextKey(label) }

  /// The choices that have some labels.
  static func list(_ labels: [String]) -> [DraftChoice] {
    var names = NameMaker()
    let numbers = labels.compactMap(AnswerGuess.leadingNumber)
    // A scale keeps its numbers for names, so that it has a mean.
    let isScale = Set(numbers).count == labels.count
    return labels.enumerated().map { number, label in
      DraftChoice(
        name: names.name(
          for: isScale ? String(numbers[number]) : label, otherwise: "choice_\(number + 1)"),
        label: label.onOneLine,
        // A code stays known when somebody writes what it means into its label.
        synonym: CalendarDate.number(label) == nil ? "" : label)
    }
  }

  /// The choices with "other" among them, of which a column has the texts; where cells have codes, it
  /// is the one with the code of that column.
  static func adding(_ other: OptionColumns.Part, to choices: [DraftChoice]) -> [DraftChoice] {
    guard other.isText, let code = other.code, choices.contains(where: { $0.label == code }) else {
      return adding(
        other.code == nil || other.isText ? other.option.onOneLine : "Other", to: choices)
    }
    return choices.map {
      $0.label == code
        ? DraftChoice(name: "other", label: other.option.onOneLine, synonym: code) : $0
    }
  }

  /// The choices with "other" among them, as the tool calls it; what a tool stores for it is no
  /// choice of its own.
  static func adding(_ other: String, to choices: [DraftChoice]) -> [DraftChoice] {
    let own = choices.first { OtherOption.isOther($0.label) }?.label
    return choices.filter {
      !OtherOption.allStored.contains($0.label) && !OtherOption.isOther($0.label)
    } + [DraftChoice(name: "other", label: own ?? other)]
  }
}

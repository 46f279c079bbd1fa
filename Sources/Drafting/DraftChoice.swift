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
        label: label.onOneLine)
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

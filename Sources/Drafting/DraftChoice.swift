import Basics
import SurveyTools

/// A choice of a drafted question.
struct DraftChoice: Equatable {
  let name: String
  let label: String
  /// Another text of the export that means it; empty where there is none.
  var synonym = ""
  /// Why it is taken for no opinion; empty for all others.
  var noOpinion = ""

  /// Whether the name was made up: it is then no text of the export.
  var hasMadeName: Bool { TextKey(name) != TextKey(label) }

  /// The choices that have some labels.
  static func list(_ labels: [String]) -> [DraftChoice] {
    var names = NameMaker()
    let reasons = noOpinions(among: labels)
    // A scale keeps its numbers for names, so that it has a mean; what is no opinion is no part of it.
    let points = labels.indices.filter { reasons[$0].isEmpty }
    let numbers = labels.map(AnswerGuess.leadingNumber)
    let isScale = AnswerGuess.isScale(points.map { labels[$0] })
    return labels.enumerated().map { number, label in
      let point = isScale ? numbers[number].map(String.init) : nil
      let isCode = Int(label) != nil && !reasons[number].isEmpty
      return DraftChoice(
        name: isCode ? label : names.name(for: point ?? label, otherwise: "choice_\(number + 1)"),
        label: label.onOneLine,
        // A code stays known when somebody writes what it means into its label.
        synonym: isCode || CalendarDate.number(label) != nil ? label : "",
        noOpinion: reasons[number])
    }
  }

  /// Why each label is taken for no opinion; empty for all others, and where there is no other.
  private static func noOpinions(among labels: [String]) -> [String] {
    let codes = NoOpinion.codes(amongChoices: labels)
    let hasScale = labels.contains { Int($0).map { !codes.contains($0) } ?? false }
    let reasons = labels.map { label in
      NoOpinion.isSaid(by: label)
        ? "its text says so"
        : Int(label).map(codes.contains) == true
          ? hasScale ? "a code far off the scale" : "a code beside words" : ""
    }
    return reasons.contains("") ? reasons : labels.map { _ in "" }
  }

  /// The choices with "other" among them, of which a column has the texts; where fields have codes, it
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

import Basics
import Questionnaire

/// Why a text that several choices share is none of them, and what to do about it.
struct RivalChoices {
  let advice: String

  /// - Returns: nil where a text is not that of several choices.
  init?(_ choices: ChoiceReader, _ key: TextKey) {
    let rivals = choices.rivals(for: key)
    if rivals.isEmpty { return nil }
    let list = rivals.map { "the \($0.how) of '\($0.choice.name)'" }.joined(separator: " and ")
    let hasName = rivals.contains { $0.how == "name" }
    let mend =
      hasName
      ? "say which of them the source has, under its key 'choices': names or labels"
      : "give one of them another text in choices.csv"
    advice = "'\(key)' is \(list): \(mend)"
  }
}

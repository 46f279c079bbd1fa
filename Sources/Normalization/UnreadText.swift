import Basics
import Questionnaire

/// A text of a choice that the fields of the source are said not to have, and what to do about it.
struct UnreadText {
  let advice: String

  /// - Returns: nil where a text is none.
  init?(_ choices: ChoiceReader, _ key: TextKey) {
    guard let (choice, how) = choices.unread(key) else { return nil }
    let (has, other) = how == "name" ? ("labels", "names") : ("names", "labels")
    advice =
      "'\(key)' is the \(how) of '\(choice.name)', but the source has 'choices: \(has)': write "
      + "'\(other)' there if it has these, or mend the record"
  }
}

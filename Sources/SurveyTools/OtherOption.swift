package import Basics

/// How a tool writes the option "other" and what people wrote under it.
package struct OtherOption: Sendable {
  /// What it writes for the option itself, where people wrote nothing.
  package var texts: [String] = []
  /// What the column of a question with one answer has for the option.
  package var stored: String?
  /// Whether that column is blank where people wrote under "other".
  package var leavesQuestionBlank = false
  /// What stands in brackets behind a question where people comment on it, and no option.
  package var commentCodes: [String] = []
}

extension OtherOption {
  /// What any tool writes for the option itself.
  package static let allTexts = Set(SurveyTool.all.flatMap(\.other.texts).map { TextKey($0) })
  /// What any tool stores for it.
  package static let allStored = SurveyTool.all.compactMap(\.other.stored)
  static let allCommentCodes = Set(SurveyTool.all.flatMap(\.other.commentCodes))

  /// Whether the part of a heading is the option "other", where the form has one but not by that
  /// text: tools write "Other (please specify)" and the like.
  package static func isOther(_ option: String) -> Bool {
    TextKey(option).text.hasPrefix(words[0])
  }

  /// The same where no form tells, in any language of which it is known: a draft says what it takes
  /// it for.
  package static func mayBeOther(_ option: String) -> Bool {
    let key = TextKey(option).text
    return words.contains { key.hasPrefix($0) }
  }

  private static let words = ["other", "autre", "otro", "другое"]
}

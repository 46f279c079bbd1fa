package import Basics

/// How a tool writes the option "other" and what people wrote under it.
package struct OtherOption: Sendable {
  /// What it writes for the option itself, where people wrote nothing.
  package var texts: [String] = []
  /// What the column of a question with one answer has for the option.
  package var stored: String?
  /// Whether that column is blank where people wrote under "other".
  package var leavesQuestionBlank = false
  /// Whether what people wrote stands in the question's own field, in place of the option.
  package var isWrittenInField = false
  /// What stands in brackets behind a question where people comment on it, and no option.
  package var commentCodes: [String] = []
}

extension OtherOption {
  /// What any tool writes for the option itself.
  package static let allTexts = Set(SurveyTool.all.flatMap(\.other.texts).map { TextKey($0) })
  /// What any tool stores for it.
  package static let allStored = SurveyTool.all.compactMap(\.other.stored)
  static let allCommentCodes = Set(SurveyTool.all.flatMap(\.other.commentCodes))

  /// Whether the text of an option, or the part of a heading, is the option "other": tools write
  /// "Other (please specify)" and the like. "Other phone" is none.
  package static func isOther(_ option: String) -> Bool {
    let key = TextKey(option).text
    return words.contains { word in
      guard key.hasPrefix(word) else { return false }
      let rest = key.dropFirst(word.count)
      guard let next = rest.first(where: { $0 != " " }), next.isLetter || next.isNumber else {
        return true
      }
      return rest.first == " "
        && rest.split { !$0.isLetter }.contains { word in
          invitations.contains { word.hasPrefix($0) }
        }
    }
  }

  private static let words = [
    "other", "others", "autre", "autres", "otro", "otra", "otros", "otras", "outro", "outra",
    "outros", "outras", "altro", "altri", "altra", "altre", "sonstiges", "sonstige", "andere",
    "anderes", "anders", "другое", "другой", "другая", "أخرى", "غير ذلك", "其他", "其它", "その他",
    "기타",
  ]

  /// What the words begin with that ask people to say what they mean.
  private static let invitations = [
    "specif", "explain", "describ", "precis", "précis", "especif", "indique", "bitte", "nämlich",
    "укаж", "уточн", "please",
  ]
}

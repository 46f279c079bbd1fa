/// What stands in a heading between a question and its option, and after the option.
///
/// The order is that in which a reader that knows the form tries them, whatever the tool: an
/// unmistakable mark first, and a mark before another that is part of it.
package enum HeadingCut: Sendable, CaseIterable {
  case brackets
  case choiceInParentheses
  case numberAndParentheses
  case slash
  case underscores
  case doubleUnderscore
  case spacedHyphen
  case underscore
  case hyphen
  case point
  case colon

  package var mark: String {
    switch self {
    case .brackets: "["
    case .choiceInParentheses: " (choice="
    case .numberAndParentheses: "、("
    case .slash: "/"
    case .underscores: "___"
    case .doubleUnderscore: "__"
    case .spacedHyphen: " - "
    case .underscore: "_"
    case .hyphen: "-"
    case .point: "."
    case .colon: ":"
    }
  }

  private var ending: String {
    switch self {
    case .brackets: "]"
    case .choiceInParentheses, .numberAndParentheses: ")"
    case .slash, .underscores, .doubleUnderscore, .spacedHyphen, .underscore, .hyphen, .point,
      .colon:
      ""
    }
  }

  /// The question and the option at every point where the heading can be cut, from the last to the
  /// first.
  package func parts(of heading: String) -> [(question: String, option: String)] {
    guard heading.hasSuffix(ending) else { return [] }
    return heading.ranges(of: mark).reversed().map { range in
      (
        String(heading[..<range.lowerBound]),
        String(heading[range.upperBound...].dropLast(ending.count))
      )
    }
  }

  /// The question and the option at the last of them, where something stands before and after it.
  func lastParts(of heading: String) -> (question: String, option: String)? {
    guard let parts = parts(of: heading).first, !parts.question.isEmpty,
      !parts.option.isEmpty || !ending.isEmpty
    else { return nil }
    return parts
  }
}

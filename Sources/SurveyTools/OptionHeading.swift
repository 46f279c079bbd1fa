import Basics

/// A heading of an option or row, taken apart without a form.
package struct OptionParts: Sendable, Equatable {
  /// What the headings of all columns of the question have alike.
  package let base: String
  /// The question's text; nil where only all labels together tell it.
  package let title: String?
  /// The option's text, or its code where the heading has no text.
  package let option: String
  package let code: String?

  package init(base: String, title: String?, option: String, code: String?) {
    self.base = base
    self.title = title
    self.option = option
    self.code = code
  }
}

/// How a tool heads the column of an option or row.
package enum OptionHeading: Sendable {
  /// The question and the option's code.
  case code(HeadingCut)
  /// The question and the option's text.
  case text(HeadingCut)
  /// The question and a number, and a label with the texts of both, cut elsewhere; where nothing
  /// says at which point, the whole label is the option's text.
  case number(HeadingCut, label: HeadingCut?)
  /// The question and a number, the option's code: what has anything else there is another question.
  case digits(HeadingCut)
  /// The codes or the texts in brackets, or the codes there and the texts in those of the label.
  case bracketed

  package func parts(heading: String, label: String) -> OptionParts? {
    switch self {
    case .code(let cut):
      return cut.lastParts(of: heading).map {
        OptionParts(base: $0.question, title: $0.question, option: $0.option, code: $0.option)
      }
    case .text(let cut):
      return cut.lastParts(of: heading).map {
        OptionParts(base: $0.question, title: $0.question, option: $0.option, code: nil)
      }
    case .number(let cut, label: let labelCut):
      return numbered(heading, cutBy: cut, label: label, cutBy: labelCut)
    case .digits(let cut):
      return cut.lastParts(of: heading).flatMap {
        CalendarDate.number($0.option) == nil
          ? nil
          : OptionParts(base: $0.question, title: $0.question, option: $0.option, code: $0.option)
      }
    case .bracketed:
      return bracketed(heading, label)
    }
  }

  private func numbered(
    _ heading: String, cutBy cut: HeadingCut, label: String, cutBy labelCut: HeadingCut?
  ) -> OptionParts? {
    guard let (base, code) = cut.lastParts(of: heading), CalendarDate.number(code) != nil else {
      return nil
    }
    guard let labelCut else {
      return OptionParts(base: base, title: nil, option: label, code: code)
    }
    return labelCut.lastParts(of: label).map {
      OptionParts(base: base, title: $0.question, option: $0.option, code: code)
    }
  }

  private func bracketed(_ heading: String, _ label: String) -> OptionParts? {
    guard let (before, option) = HeadingCut.brackets.lastParts(of: heading),
      !OtherOption.allCommentCodes.contains(option)
    else { return nil }
    let base = Self.trimmed(before)
    if let (title, row) = HeadingCut.brackets.lastParts(of: label) {
      return OptionParts(base: base, title: Self.trimmed(title), option: row, code: option)
    }
    // Where the base is a text, so is what stands in the brackets.
    let code = base.contains(where: \.isWhitespace) ? nil : option
    return OptionParts(base: base, title: base, option: option, code: code)
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}

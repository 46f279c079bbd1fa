/// A heading that has a question's code and its text, with a separator between them that can be
/// chosen: `G01Q02[SQ001]. How did you hear of it? [E-mail]`.
package struct CodeAndText: Sendable, Equatable {
  package let code: String
  package let text: String

  /// The parts of one heading, where the form tells whether they mean the same question.
  ///
  /// A code may have any letters, since the names of a form may.
  package init?(_ heading: String) {
    let code = heading.prefix { $0.isLetter || $0.isNumber || "_[]".contains($0) }
    let rest = heading.dropFirst(code.count)
    guard !code.isEmpty, !rest.isEmpty else { return nil }
    self.init(
      code: String(code), text: String(rest.drop { !$0.isLetter && !$0.isNumber }),
      isCertain: rest.hasPrefix(Self.ownSeparator))
  }

  /// Whether the separator is the tool's own; any other must be borne out by the text.
  package let isCertain: Bool

  private static let ownSeparator = ". "

  /// The parts of all headings of a file, where no form tells; nil where they are not written so.
  ///
  /// The separator is what follows the code in every heading alike; it has no letter and no digit.
  /// A code is ASCII, as the tool has it: a text that stands first in another script is none. Words have blanks
  /// between them, too: where the separator is a blank, a column of the tool's own must have its code.
  ///
  /// - Parameter known: The codes of the tool's own columns.
  package static func all(_ headings: [String], known: [String] = []) -> [CodeAndText]? {
    let codes = headings.map { heading in
      heading.prefix { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "_[]".contains($0) }
    }
    let rests = zip(headings, codes).map { $0.dropFirst($1.count) }
    guard let first = rests.first, !codes.contains(where: \.isEmpty) else { return nil }
    let separator = rests.dropFirst().reduce(first.prefix { !$0.isLetter && !$0.isNumber }) {
      String($0).commonPrefix(with: String($1))[...]
    }
    guard !separator.isEmpty, rests.allSatisfy({ $0.count > separator.count }) else { return nil }
    guard
      separator.contains(where: { !$0.isWhitespace })
        || codes.contains(where: { known.contains(String($0)) })
    else { return nil }
    return zip(codes, rests).map {
      CodeAndText(
        code: String($0), text: String($1.dropFirst(separator.count)),
        isCertain: separator == ownSeparator)
    }
  }

  /// The parts of the headings that are written as the tool itself writes them, where there are
  /// options among them: people add columns of their own. Nil where there is none.
  package static func some(_ headings: [String]) -> [CodeAndText?]? {
    // A word before a full stop is no code: "Nr. of calls".
    let parts = headings.map { heading in
      CodeAndText(heading).flatMap {
        $0.isCertain && $0.isASCII && $0.code.contains(where: \.isNumber) ? $0 : nil
      }
    }
    return headings.contains(where: isOption) ? parts : nil
  }

  /// Whether a heading is that of an option or row, as `Q2[SQ001]. Which? [Web]`.
  package static func isOption(_ heading: String) -> Bool {
    CodeAndText(heading).map { $0.isCertain && $0.isASCII && $0.isOption } ?? false
  }

  private var isASCII: Bool { code.allSatisfy(\.isASCII) }

  private var isOption: Bool { code.contains("[") && code.hasSuffix("]") && text.hasSuffix("]") }

  private init(code: String, text: String, isCertain: Bool) {
    self.code = code
    self.text = text
    self.isCertain = isCertain
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

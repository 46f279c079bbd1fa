/// A heading of LimeSurvey that has the code and the text, with a separator between them that can be
/// chosen: `G01Q02[SQ001]. How did you hear of it? [E-mail]`.
struct CodeAndText {
  let code: String
  let text: String

  /// The parts of all headings of a file; nil where they are not written so.
  ///
  /// The separator is what follows the code in every heading alike; it has no letter and no digit.
  static func all(_ headings: [String]) -> [CodeAndText]? {
    let codes = headings.map { heading in
      heading.prefix { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "_[]".contains($0) }
    }
    let rests = zip(headings, codes).map { $0.dropFirst($1.count) }
    guard let first = rests.first, !codes.contains(where: \.isEmpty) else { return nil }
    let separator = rests.dropFirst().reduce(first.prefix { !$0.isLetter && !$0.isNumber }) {
      String($0).commonPrefix(with: String($1))[...]
    }
    guard !separator.isEmpty, rests.allSatisfy({ $0.count > separator.count }) else { return nil }
    return zip(codes, rests).map {
      CodeAndText(code: String($0), text: String($1.dropFirst(separator.count)))
    }
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

import Basics

/// The form in which two texts are the same name of a State.
///
/// Beyond what `TextKey` makes one: accents and vowel marks go, full-width letters become plain and
/// traditional Chinese characters simplified, "St." is "Saint" and "Rep." "Republic", articles and
/// the small words between names ("of the", "et", "y") go, and so do blanks and punctuation.
/// "Trinidad & Tobago" and "the Trinidad and Tobago" are one; that no two States become one is
/// held by a test over all names of the registers.
struct NameKey: Hashable, Sendable {
  let text: String

  init(_ original: some StringProtocol) {
    text = Self.words(of: original).joined()
  }

  /// The key of a code: nothing but case and surrounding blanks is forgiven.
  init(code: some StringProtocol) {
    text = TextKey(code).text
  }

  /// The key of an M49 code, which is a number of three digits: spreadsheets take its noughts away.
  init(m49: some StringProtocol) {
    let code = TextKey(m49).text
    let isShort =
      (1..<3).contains(code.utf8.count)
      && code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
    text = (isShort ? String(repeating: "0", count: 3 - code.utf8.count) : "") + code
  }

  /// The key of a name, and of the same name turned round where it is written in inverted form:
  /// "Korea, Republic of" and "Iran (Islamic Republic of)" stand for "Republic of Korea" and
  /// "Islamic Republic of Iran".
  static func keys(of original: some StringProtocol) -> [NameKey] {
    let direct = NameKey(original)
    guard let turned = turnedRound(String(original)).map({ NameKey($0) }), turned != direct else {
      return [direct]
    }
    return [direct, turned]
  }

  /// What stands behind the only comma or between the only brackets, before what stood before it.
  private static func turnedRound(_ text: String) -> String? {
    let separators: Set<Unicode.Scalar> = [",", "(", "،", "，", "（"]
    let parts = text.unicodeScalars.split(maxSplits: 2, omittingEmptySubsequences: false) {
      separators.contains($0)
    }
    guard parts.count == 2 else { return nil }
    return "\(Substring(parts[1])) \(Substring(parts[0]))"
  }

  /// The words that tell names apart, folded.
  static func words(of original: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    func endWord() {
      if !word.isEmpty, let folded = NameFolding.word(word) { words.append(folded) }
      word = ""
    }
    for scalar in TextKey(original).text.unicodeScalars {
      switch NameFolding.kind(of: scalar) {
      case .letter: word.unicodeScalars.append(scalar)
      case .letters(let letters): word += letters
      case .nothing: continue
      case .gap: endWord()
      }
    }
    endWord()
    return words
  }
}

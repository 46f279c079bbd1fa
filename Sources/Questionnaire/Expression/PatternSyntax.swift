/// Puts a regular expression of a form, which XLSForm's tools hand to Java, into the words of PCRE2.
///
/// What PCRE2 would take in silence for something else than Java is refused: a class within a class
/// and `&&`, a brace that repeats nothing, verbs such as `(*ACCEPT)`, recursion and conditions.
package struct PatternSyntax {
  /// What keeps a text from being a regular expression.
  package struct Problem: Error, Equatable {
    package let message: String
    /// How many characters stand before it, where that is known.
    package let offset: Int?
  }

  /// What `\w` stands for, between the brackets of a class, and what `\W`; the letters of PCRE2's own
  /// have no vowel signs, without which no word of Hindi is one.
  private static let word = "\\x{200c}\\x{200d}\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}"
  private static let noWord = "\\p{C}\\p{Z}\\p{S}\\p{No}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}"

  private let pattern: [Character]
  private var position = 0
  private var result = ""

  private init(_ pattern: String) {
    self.pattern = Array(pattern)
  }

  /// The pattern as PCRE2 has it.
  static func translated(_ pattern: String) throws(Problem) -> String {
    var syntax = PatternSyntax(pattern)
    while let character = syntax.next {
      switch character {
      case "\\": try syntax.escape(inClass: false)
      case "[": try syntax.characterClass()
      case "(": try syntax.group()
      case "{": try syntax.repetition()
      default: syntax.take()
      }
    }
    return syntax.result
  }

  private var next: Character? { position < pattern.count ? pattern[position] : nil }

  private var rest: ArraySlice<Character> { pattern[position...] }

  private mutating func take(_ count: Int = 1) {
    result += String(rest.prefix(count))
    position = min(position + count, pattern.count)
  }

  private func problem(_ message: String) -> Problem {
    Problem(message: message, offset: position)
  }

  /// A backslash and what it makes of the next character.
  private mutating func escape(inClass: Bool) throws(Problem) {
    switch rest.dropFirst().first {
    case "u":
      let digits = rest.dropFirst(2).prefix(4)
      guard digits.count == 4, digits.allSatisfy(\.isHexDigit) else {
        throw problem("'\\u' has four hexadecimal digits")
      }
      result += "\\x{\(String(digits))}"
      position += 6
    case "w":
      result += inClass ? Self.word : "[\(Self.word)]"
      position += 2
    case "W":
      result += inClass ? Self.noWord : "[^\(Self.word)]"
      position += 2
    case "Q":
      repeat { take() } while position < pattern.count && !rest.starts(with: "\\E")
      take(2)
    case "p", "P", "x", "N":
      take(2)
      // The brace of a name or number repeats nothing.
      guard next == "{" else { return }
      while position < pattern.count, next != "}" { take() }
    default: take(2)
    }
  }

  private mutating func characterClass() throws(Problem) {
    take()
    if next == "^" { take() }
    // Here a bracket is one of the characters.
    if next == "]" { take() }
    while let character = next, character != "]" {
      if character == "\\" {
        try escape(inClass: true)
      } else if rest.starts(with: "[:"), let end = rest.firstIndex(of: "]") {
        take(end - position + 1)
      } else if character == "[" {
        throw problem("'[' within '[…]'; write '\\[' for the bracket")
      } else if rest.starts(with: "&&") {
        throw problem("'&&' within '[…]'; write '&' for the character")
      } else {
        take()
      }
    }
    take()
  }

  private mutating func group() throws(Problem) {
    if rest.starts(with: "(*") { throw problem("'(*' repeats nothing") }
    if rest.starts(with: "(?") {
      let kind = rest.dropFirst(2).first ?? " "
      guard ":=!<>imsx-#".contains(kind) else { throw problem("'(?\(kind)' is not known") }
    }
    take()
  }

  /// A brace that says how often: `{3}`, `{3,}`, `{3,5}`.
  private mutating func repetition() throws(Problem) {
    let inner = rest.dropFirst().prefix { $0 != "}" }
    let numbers = inner.split(separator: ",", omittingEmptySubsequences: false)
    let isRepetition =
      inner.endIndex < pattern.count && numbers.count <= 2 && numbers.first?.isEmpty == false
      && numbers.joined().allSatisfy { $0.isASCII && $0.isNumber }
    guard isRepetition else {
      throw problem("'{' needs a number, as in '{2,5}'; write '\\{' for the brace")
    }
    take(inner.count + 2)
  }
}

/// The numbers of a language in words, and how it says of how many something is said.
struct Numerals: Sendable {
  /// From nought on, as they are printed; nil where the word changes with what is counted.
  let printed: [String?]
  /// What an author may write, with a blank between words.
  let spoken: [String: Int]
  /// Words for one that are articles as well.
  var articles: Set<String> = []
  /// Words behind a number that make it so many digits longer: "3 thousand". One with an asterisk is how they begin.
  var powers: [(word: String, digits: Int)] = []
  /// Words behind a number that make another one of it, which is not worked out: "3 dozen".
  var measures: Set<String> = []
  /// Words right before a number that make another one of it, which is not worked out: "fewer than 4".
  var limits: [[String]] = []
  /// What may stand between hundreds and the rest: "four hundred and eleven".
  var connectors: Set<String> = []
  /// What stands behind a number that is per cent, or before it; a figure is a hundred.
  var percents: [[String]] = []
  var percentsBefore: Set<String> = []
  /// What stands behind a number that is per mille.
  var permilles: [[String]] = []
  var base = BaseWords()

  /// The most words of a number.
  var longest: Int { spoken.keys.map { $0.count { $0 == " " } + 1 }.max() ?? 0 }
}

/// Which words make a number that of the base: "of the 52", "sur 52".
struct BaseWords: Sendable {
  /// Those that do wherever they stand.
  var strong: Set<String> = []
  /// Those that do behind a number, or before one of `between`.
  var weak: Set<String> = []
  /// What may stand between such a word and its number.
  var between: Set<String> = []
  /// What stands behind the number of a base where the language says it first.
  var behind: Character?
}

// MARK: - Reading

extension Numerals {
  typealias Token = NumberStyle.Token

  /// A number in figures, with a word behind it that makes it a larger one.
  func multiplied(
    _ figures: String, by rest: ArraySlice<Token>
  ) -> (figures: String, length: Int) {
    guard case .word(let word) = rest.first else { return (figures, 1) }
    if let power = power(of: word) { return (Self.shifted(figures, by: power), 2) }
    return measures.contains(word) ? ("\(figures) \(word)", 2) : (figures, 1)
  }

  /// The number in words that a text begins with: "four", "four hundred", "four hundred and eleven".
  func spelled(_ tokens: ArraySlice<Token>) -> (figures: String, length: Int)? {
    guard var (value, length) = simple(tokens) else { return nil }
    while case .word(let word) = tokens.dropFirst(length).first {
      if let power = power(of: word) {
        value *= Self.power(power)
        length += 1
      } else if measures.contains(word) {
        return ("\(value) \(word)", length + 1)
      } else {
        // What is added to whole hundreds.
        let skipped = connectors.contains(word) ? 1 : 0
        guard value > 0, value % 100 == 0, let rest = simple(tokens.dropFirst(length + skipped)),
          (1..<100).contains(rest.value)
        else { break }
        value += rest.value
        length += skipped + rest.length
      }
    }
    return (String(value), length)
  }

  private func simple(_ tokens: ArraySlice<Token>) -> (value: Int, length: Int)? {
    var words: [String] = []
    for case .word(let word) in tokens.prefix(longest).prefix(while: \.isWord) {
      words.append(word)
    }
    for count in stride(from: words.count, through: 1, by: -1) {
      if let value = spoken[words.prefix(count).joined(separator: " ")] { return (value, count) }
    }
    return nil
  }

  /// Whether what follows a number says that it is per cent, with how many tokens; per mille is another number.
  func percent(
    behind rest: ArraySlice<Token>
  ) -> (isPercent: Bool, length: Int, rest: String) {
    switch rest.first {
    case .sign("%"): return (true, 1, "")
    case .sign: return (false, 1, " per mille")
    case .word, .figures, nil: break
    }
    if let words = permilles.first(where: { Self.begins(rest, with: $0) }) {
      return (false, words.count, " per mille")
    }
    guard let words = percents.first(where: { Self.begins(rest, with: $0) }) else {
      return (false, 0, "")
    }
    return (true, words.count, "")
  }

  func isPercent(before tokens: ArraySlice<Token>) -> Bool {
    guard case .word(let word) = tokens.last else { return false }
    return percentsBefore.contains(where: word.hasSuffix)
  }

  /// What makes another number of the one that follows; nothing where it is denied, as in "not fewer than 4".
  func limit(before tokens: ArraySlice<Token>) -> String? {
    guard let found = limits.first(where: { Self.begins(tokens.suffix($0.count), with: $0) }),
      limit(before: tokens.dropLast(found.count)) == nil
    else { return nil }
    return found.joined(separator: " ")
  }

  private static func begins(_ tokens: ArraySlice<Token>, with words: [String]) -> Bool {
    tokens.count >= words.count
      && zip(tokens, words).allSatisfy { token, word in
        switch token {
        case .word(let text): Self.matches(text, word)
        case .figures(let text): text == word
        case .sign: false
        }
      }
  }

  /// By how many digits a word behind a number makes it longer; nil for any other word.
  private func power(of word: String) -> Int? {
    // "1,234（百分之33）": what follows is per cent, and no hundred of these.
    guard !percentsBefore.contains(where: word.hasPrefix) else { return nil }
    return powers.first { Self.matches(word, $0.word) }?.digits
  }

  private static func matches(_ word: String, _ pattern: String) -> Bool {
    pattern.hasSuffix("*") ? word.hasPrefix(pattern.dropLast()) : word == pattern
  }

  private static func power(_ digits: Int) -> Int {
    (0..<digits).reduce(1) { power, _ in power * 10 }
  }

  /// A number with a point that stands so many digits further right.
  private static func shifted(_ figures: String, by power: Int) -> String {
    let parts = figures.split(separator: ".")
    let decimals = parts.count > 1 ? parts[1] : ""
    let moved = decimals.prefix(power)
    let whole = parts[0] + moved + String(repeating: "0", count: power - moved.count)
    let rest = decimals.dropFirst(power)
    return rest.isEmpty ? String(whole) : "\(whole).\(rest)"
  }
}

extension NumberStyle.Token {
  fileprivate var isWord: Bool { if case .word = self { true } else { false } }
}

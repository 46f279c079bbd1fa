/// The numbers of a language in words, and how it says of how many something is said.
struct Numerals: Sendable {
  /// From nought on, as they are printed; nil where the word changes with what is counted.
  let printed: [String?]
  /// What an author may write, with a blank between words.
  let spoken: [String: Int]
  /// Words for one that are articles as well.
  var articles: Set<String> = []
  /// Words behind figures that make them so many digits longer, by how they begin: "3 thousand".
  var powers: [(beginning: String, digits: Int)] = []
  var base = BaseWords()

  /// By how many digits a word behind figures makes them longer; nil for any other word.
  func power(of word: String) -> Int? {
    powers.first { word.hasPrefix($0.beginning) }?.digits
  }

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

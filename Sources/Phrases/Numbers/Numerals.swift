/// The numbers of a language in words, and how it says of how many something is said.
struct Numerals: Sendable {
  /// From nought on, as they are printed; nil where the word changes with what is counted.
  let printed: [String?]
  /// What an author may write, with a blank between words.
  let spoken: [String: Int]
  /// Words for one that are articles as well.
  var articles: Set<String> = []
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

/// A number that stands in a text, in words or figures.
package struct SpokenNumber: Sendable, Equatable {
  /// In figures with a point, without marks between thousands; 3000 for "3 thousand". What is no number by itself
  /// stands there with it, as in "411 dozen" and "fewer than 4", so that it is no other one.
  package let figures: String
  /// Whether it stands there in words.
  package let isSpelled: Bool
  /// Whether it says of how many something is said: "of the 52".
  package let isBase: Bool
  /// Whether it is said to be per cent.
  package let isPercent: Bool
}

extension NumberStyle {
  enum Token: Equatable {
    case figures(String)
    case word(String)
    /// One of those that are read aloud, such as "%".
    case sign(Character)
  }

  /// The numbers of a text.
  package func numbers(in text: String) -> [SpokenNumber] {
    let tokens = tokens(of: text)
    let numerals = language.numerals
    var found: [(number: SpokenNumber, isArticle: Bool)] = []
    var connection = Connection(numerals.base)
    var index = 0
    while index < tokens.count {
      let number: (figures: String, length: Int)?
      var isArticle = false
      var isSpelled = false
      switch tokens[index] {
      case .sign: number = nil
      case .figures(let text):
        number = numerals.multiplied(text, by: tokens[(index + 1)...])
      case .word(let word):
        number = numerals.spelled(tokens[index...])
        isSpelled = number != nil
        isArticle = number?.length == 1 && numerals.articles.contains(word)
        // "Of a total of 52": the article counts nothing.
        if isArticle, connection.isOpen {
          index += 1
          continue
        }
        if number == nil { connection.read(word) }
      }
      let isBase =
        connection.isOpen || isFollowed(tokens, at: index + 1, by: numerals.base.behind)
      let isPartOfHundred = numerals.isPercent(before: tokens[..<index])
      let limit = numerals.limit(before: tokens[..<index]).map { "\($0) " } ?? ""
      index += number?.length ?? 1
      guard let number else { continue }
      let percent = numerals.percent(behind: tokens[index...])
      index += percent.length
      found.append(
        (
          SpokenNumber(
            figures: limit + number.figures + percent.rest, isSpelled: isSpelled, isBase: isBase,
            isPercent: isPartOfHundred || percent.isPercent), isArticle
        ))
      connection.readNumber()
    }
    // "In a region, 5 States": an article is a number where there is no other.
    let hasOther = found.contains { !$0.isArticle && !$0.number.isBase }
    return found.filter { !($0.isArticle && hasOther) }.map(\.number)
  }

  private func isFollowed(_ tokens: [Token], at index: Int, by letter: Character?) -> Bool {
    guard let letter, index < tokens.count, case .word(let word) = tokens[index] else {
      return false
    }
    return word.contains(letter)
  }

  /// Words in small letters, and figures as a program reads them.
  private func tokens(of text: String) -> [Token] {
    let characters = text.lowercased().map(Self.plain)
    var tokens: [Token] = []
    var index = 0
    while index < characters.count {
      if Self.isDigit(characters[index]) {
        let sign = Self.isMinus(before: index, in: characters) ? "-" : ""
        tokens.append(.figures(sign + figures(characters, &index)))
      } else if characters[index].isLetter {
        let word = characters[index...].prefix(while: \.isLetter)
        tokens.append(.word(String(word)))
        index += word.count
      } else {
        if Self.signs.contains(characters[index]) { tokens.append(.sign(characters[index])) }
        index += 1
      }
    }
    return tokens
  }

  /// A digit of any script, and the signs that go with them, as ASCII has them.
  private static func plain(_ character: Character) -> Character {
    switch character {
    case "\u{066A}", "\u{FF05}": return "%"
    case "\u{066B}": return "."
    case "\u{066C}": return ","
    default:
      guard let scalar = character.unicodeScalars.first,
        scalar.properties.generalCategory == .decimalNumber, let value = character.wholeNumberValue
      else { return character }
      return Character(String(value))
    }
  }

  private static let signs: Set<Character> = ["%", "\u{2030}"]

  /// Whether a number begins with a minus, which is no dash between two numbers or words.
  private static func isMinus(before index: Int, in characters: [Character]) -> Bool {
    guard index > 0, ["-", "\u{2212}"].contains(characters[index - 1]) else { return false }
    return index == 1 || characters[index - 2].isWhitespace || characters[index - 2] == "("
  }

  /// A number from an index on, which moves behind it.
  private func figures(_ characters: [Character], _ index: inout Int) -> String {
    func digits(from start: Int) -> [Character] {
      start < characters.count ? Array(characters[start...].prefix(while: Self.isDigit)) : []
    }
    var number = digits(from: index)
    index += number.count
    // "2005, 100" and "2005 100" are two numbers: the first group has three digits at most.
    let mayHaveGroups = number.count <= 3
    while mayHaveGroups, index < characters.count, isGroupMark(characters[index]) {
      let group = digits(from: index + 1)
      guard group.count == 3 else { break }
      number += group
      index += 4
    }
    if index < characters.count, characters[index] == decimalMark {
      let decimals = digits(from: index + 1)
      if !decimals.isEmpty {
        number += ["."] + decimals
        index += 1 + decimals.count
      }
    }
    // "411²" and "411½" are no 411.
    while index < characters.count,
      characters[index].unicodeScalars.first?.properties.generalCategory == .otherNumber
    {
      number.append(characters[index])
      index += 1
    }
    return String(number)
  }

  /// Authors type any blank where the readers' mark is one.
  private func isGroupMark(_ character: Character) -> Bool {
    character == groupMark
      || groupMark.isWhitespace && [" ", "\u{A0}", "\u{2009}", "\u{202F}"].contains(character)
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }
}

/// Whether a number that comes next is that of a base.
private struct Connection {
  private let words: BaseWords
  private(set) var isOpen = false
  private var isAfterNumber = false
  private var isAfterWeak = false

  init(_ words: BaseWords) {
    self.words = words
  }

  mutating func read(_ word: String) {
    if words.between.contains(word) {
      isOpen = isOpen || isAfterWeak
    } else {
      isAfterWeak = words.weak.contains(word)
      isOpen = words.strong.contains(word) || (isAfterWeak && (isAfterNumber || isOpen))
    }
    isAfterNumber = false
  }

  mutating func readNumber() {
    (isOpen, isAfterWeak, isAfterNumber) = (false, false, true)
  }
}

/// A number that stands in a text, in words or figures.
package struct SpokenNumber: Sendable, Equatable {
  /// In figures with a point, without marks between thousands; 3000 for "3 thousand".
  package let figures: String
  /// Whether it stands there in words.
  package let isSpelled: Bool
  /// Whether it says of how many something is said: "of the 52".
  package let isBase: Bool
}

extension NumberStyle {
  private enum Token: Equatable {
    case figures(String)
    case word(String)
  }

  /// The numbers of a text.
  package func numbers(in text: String) -> [SpokenNumber] {
    let tokens = tokens(of: text)
    let numerals = language.numerals
    let longest = numerals.longest
    var found: [(number: SpokenNumber, isArticle: Bool)] = []
    var connection = Connection(numerals.base)
    var index = 0
    while index < tokens.count {
      var figures: String?
      var length = 1
      var isSpelled = false
      var isArticle = false
      switch tokens[index] {
      case .figures(let text):
        figures = text
        if index + 1 < tokens.count, case .word(let word) = tokens[index + 1],
          let power = numerals.power(of: word)
        {
          (figures, length) = (Self.shifted(text, by: power), 2)
        }
      case .word(let word):
        isArticle = numerals.articles.contains(word)
        for count in stride(from: min(longest, tokens.count - index), through: 1, by: -1) {
          guard let number = numerals.spoken[Self.words(tokens[index..<index + count])] else {
            continue
          }
          (figures, length, isSpelled) = (String(number), count, true)
          break
        }
        isArticle = isArticle && length == 1
        // "Of a total of 52": the article counts nothing.
        if isArticle, connection.isOpen {
          index += 1
          continue
        }
        if figures == nil { connection.read(word) }
      }
      let isBase =
        connection.isOpen || isFollowed(tokens, at: index + 1, by: numerals.base.behind)
      index += length
      guard let figures else { continue }
      found.append(
        (SpokenNumber(figures: figures, isSpelled: isSpelled, isBase: isBase), isArticle))
      connection.readNumber()
    }
    // "In a region, 5 States": an article is a number where there is no other.
    let hasOther = found.contains { !$0.isArticle && !$0.number.isBase }
    return found.filter { !($0.isArticle && hasOther) }.map(\.number)
  }

  private static func words(_ tokens: ArraySlice<Token>) -> String {
    tokens.map { if case .word(let word) = $0 { word } else { "0" } }.joined(separator: " ")
  }

  private func isFollowed(_ tokens: [Token], at index: Int, by letter: Character?) -> Bool {
    guard let letter, index < tokens.count, case .word(let word) = tokens[index] else {
      return false
    }
    return word.contains(letter)
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

  /// Words in small letters, and figures as a program reads them.
  private func tokens(of text: String) -> [Token] {
    let characters = Array(text.lowercased())
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
        index += 1
      }
    }
    return tokens
  }

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

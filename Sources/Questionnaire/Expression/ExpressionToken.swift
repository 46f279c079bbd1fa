/// One word of an expression, with the character it begins at.
struct ExpressionToken {
  enum Kind: Equatable {
    case number(Number)
    case text
    case reference
    case name
    case symbol
    case end
  }

  let kind: Kind
  let text: String
  /// The character, from 1.
  let column: Int

  static func tokens(of text: String) throws(Expression.SyntaxError) -> [ExpressionToken] {
    var scanner = Scanner(characters: Array(text))
    return try scanner.scan()
  }
}

extension [ExpressionToken] {
  /// The words that join values: no column can stand by such a name.
  private static var signs: Set<String> { ["and", "or", "div", "mod"] }

  /// The same words with the texts of columns in place of their names; what a parenthesis follows is a
  /// function.
  func filled(from columns: [String: String]) -> [ExpressionToken] {
    guard !columns.isEmpty else { return self }
    return indices.map { index in
      let token = self[index]
      guard token.kind == .name, !Self.signs.contains(token.text),
        let text = columns[token.text],
        index + 1 == count || self[index + 1].text != "(" || self[index + 1].kind != .symbol
      else { return token }
      return ExpressionToken(kind: .text, text: text, column: token.column)
    }
  }
}

private struct Scanner {
  let characters: [Character]
  var position = 0
  var tokens: [ExpressionToken] = []

  init(characters: [Character]) {
    self.characters = characters
  }

  mutating func scan() throws(Expression.SyntaxError) -> [ExpressionToken] {
    while position < characters.count {
      let character = characters[position]
      if character.isWhitespace {
        position += 1
      } else if character == "'" || character == "\"" {
        try quoted(by: character)
      } else if character == "$" {
        try reference()
      } else if character.isASCII && character.isNumber {
        number()
      } else if character.isLetter {
        let start = position
        add(.name, taking: { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }, from: start)
      } else {
        try symbol()
      }
    }
    tokens.append(ExpressionToken(kind: .end, text: "", column: characters.count + 1))
    return tokens
  }

  private mutating func add(
    _ kind: ExpressionToken.Kind, taking belongs: (Character) -> Bool, from start: Int
  ) {
    while position < characters.count, belongs(characters[position]) { position += 1 }
    tokens.append(
      ExpressionToken(kind: kind, text: String(characters[start..<position]), column: start + 1))
  }

  private mutating func quoted(by quote: Character) throws(Expression.SyntaxError) {
    let start = position
    guard let end = characters[(start + 1)...].firstIndex(of: quote) else {
      throw Expression.SyntaxError(
        message: "a text opens here and never ends; expected another \(quote)", column: start + 1)
    }
    tokens.append(
      ExpressionToken(
        kind: .text, text: String(characters[(start + 1)..<end]), column: start + 1))
    position = end + 1
  }

  private mutating func reference() throws(Expression.SyntaxError) {
    let start = position
    guard start + 1 < characters.count, characters[start + 1] == "{",
      let end = characters[start...].firstIndex(of: "}"), end > start + 2
    else {
      throw Expression.SyntaxError(
        message: "found '$'; expected a question as in ${name}", column: start + 1)
    }
    tokens.append(
      ExpressionToken(
        kind: .reference, text: String(characters[(start + 2)..<end]), column: start + 1))
    position = end + 1
  }

  private mutating func number() {
    let start = position
    while position < characters.count, characters[position].isASCII,
      characters[position].isNumber || characters[position] == "."
    {
      position += 1
    }
    let text = String(characters[start..<position])
    tokens.append(
      ExpressionToken(
        kind: Number(text).map { .number($0) } ?? .symbol, text: text, column: start + 1)
    )
  }

  private mutating func symbol() throws(Expression.SyntaxError) {
    let pair = String(characters[position..<min(position + 2, characters.count)])
    for symbol in ["!=", "<=", ">="] where pair == symbol {
      tokens.append(ExpressionToken(kind: .symbol, text: symbol, column: position + 1))
      position += 2
      return
    }
    let character = String(characters[position])
    guard ["=", "<", ">", "(", ")", ",", ".", "-", "+", "*"].contains(character) else {
      throw Expression.SyntaxError(
        message: "found '\(character)'; expected a comparison, 'and', 'or' or a parenthesis",
        column: position + 1)
    }
    tokens.append(ExpressionToken(kind: .symbol, text: character, column: position + 1))
    position += 1
  }
}

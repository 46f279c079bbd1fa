import Basics

/// What a text looks like, by its characters alone: enough to tell a heading from a record.
enum TextShape: Sendable, Equatable {
  /// Nothing, or blanks of any kind, such as the no-break space that web forms send.
  case blank
  /// Digits, with the marks that stand in numbers.
  case number
  /// A day or a time of day, whatever the order.
  case date
  /// One word with digits: an identifier that a program made.
  case code
  case words

  init(_ text: String) {
    let bytes = Array(text.utf8.drop { $0 <= 0x20 })
    let length = (bytes.lastIndex { $0 > 0x20 } ?? -1) + 1
    let trimmed = bytes[..<length]
    guard let first = trimmed.first, first < 0x80 || !TextKey(text).text.isEmpty else {
      self = .blank
      return
    }
    let digits = trimmed.count(where: Self.isDigit)
    if Self.isDate(trimmed) {
      self = .date
    } else if digits > 0, Self.isDigit(first) || "-+.,".utf8.contains(first),
      trimmed.allSatisfy({ Self.isDigit($0) || "-+.,eE% '".utf8.contains($0) })
    {
      self = .number
    } else if digits > 0, length >= 4, trimmed.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
      self = .code
    } else {
      self = .words
    }
  }

  /// Two marks of one kind between three numbers, or a colon between two.
  private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = bytes.prefix(while: isDigit)
    guard (1...4).contains(first.count) else { return false }
    let rest = bytes[first.endIndex...]
    guard let mark = rest.first, ":-/.".utf8.contains(mark) else { return false }
    let second = rest.dropFirst().prefix(while: isDigit)
    guard (1...2).contains(second.count) else { return false }
    let end = bytes[second.endIndex...]
    if mark == UInt8(ascii: ":") { return first.count <= 2 && second.count == 2 }
    guard end.first == mark else { return false }
    let third = end.dropFirst().prefix(while: isDigit)
    guard [first.count, third.count].contains(where: { $0 == 4 || $0 == 2 }),
      (1...4).contains(third.count)
    else { return false }
    return bytes[third.endIndex...].first.map { $0 == 0x20 || $0 == UInt8(ascii: "T") || $0 > 0x7F }
      ?? true
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

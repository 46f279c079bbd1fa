@testable import Definition

/// The name of a source's file with stars, and a path that it is checked against.
struct WildcardTarget {
  func run(_ bytes: [UInt8]) {
    let parts = FuzzInput(bytes).parts.map { String(decoding: $0.prefix(300), as: UTF8.self) }
    guard parts.count > 1 else { return }
    let found = Wildcard(parts[0]).matches(parts[1])
    let expected = Self.matches(Array(parts[0]), Array(parts[1]))
    check(found == expected, "'\(parts[0])' matches '\(parts[1])': \(found)")
  }

  /// The same by a table of all beginnings of both: a star takes one character more, or none.
  private static func matches(_ pattern: [Character], _ path: [Character]) -> Bool {
    var row = [true] + Array(repeating: false, count: path.count)
    for letter in pattern {
      var next = [letter == "*" && row[0]]
      for (index, character) in path.enumerated() {
        next.append(
          letter == "*"
            ? row[index + 1] || (character != "/" && next[index])
            : row[index] && letter == character)
      }
      row = next
    }
    return row[path.count]
  }
}

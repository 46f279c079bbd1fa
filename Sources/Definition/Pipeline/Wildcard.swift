/// A file pattern in which `*` stands for any run of characters but `/`.
///
/// No star reaches beyond its name, and in a name each part between two stars may be taken where it
/// stands first; so a match takes time in proportion to pattern and path, whatever they are.
struct Wildcard {
  /// The names of the pattern, each cut at its stars.
  private let names: [[WildcardPart]]

  init(_ pattern: String) {
    names = pattern.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.split(separator: "*", omittingEmptySubsequences: false).map { WildcardPart($0) }
    }
  }

  func matches(_ path: String) -> Bool {
    let found = path.split(separator: "/", omittingEmptySubsequences: false)
    return found.count == names.count
      && zip(found, names).allSatisfy { Self.matches(Array($0), $1) }
  }

  private static func matches(_ name: [Character], _ parts: [WildcardPart]) -> Bool {
    guard let first = parts.first?.text, let last = parts.last?.text else { return false }
    guard parts.count > 1 else { return name == first }
    guard name.count >= first.count + last.count, name.starts(with: first),
      name[(name.count - last.count)...] == last[...]
    else { return false }
    var rest = name[first.count..<(name.count - last.count)]
    for part in parts[1..<(parts.count - 1)] {
      guard let end = part.firstEnd(in: rest) else { return false }
      rest = rest[end...]
    }
    return true
  }
}

/// What stands between two stars of a pattern.
private struct WildcardPart {
  let text: [Character]
  /// For every beginning of the text, the length of the longest shorter one that it ends with.
  private let borders: [Int]

  init(_ text: Substring) {
    self.text = Array(text)
    var borders = [0]
    for character in self.text.dropFirst() {
      let last = borders[borders.count - 1]
      borders.append(Self.next(character, after: last, in: self.text, borders))
    }
    self.borders = borders
  }

  /// Where the text first ends in a name (Knuth, Morris and Pratt 1977).
  func firstEnd(in name: ArraySlice<Character>) -> Int? {
    var matched = 0
    for index in name.indices {
      if matched == text.count { return index }
      matched = Self.next(name[index], after: matched, in: text, borders)
    }
    return matched == text.count ? name.endIndex : nil
  }

  /// How much of the text is matched with one more character.
  private static func next(
    _ character: Character, after matched: Int, in text: [Character], _ borders: [Int]
  ) -> Int {
    var matched = matched
    while matched > 0 && text[matched] != character { matched = borders[matched - 1] }
    return text[matched] == character ? matched + 1 : 0
  }
}

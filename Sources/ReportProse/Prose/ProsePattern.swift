import Basics
import CPcre2

/// A regular expression of the program's own, looked for in prose (PCRE2).
@safe final class ProsePattern: Sendable {
  /// Where a text has the form, and its groups; nil for one that took no part.
  struct Match {
    let start: String.Index
    let groups: [Substring?]
  }

  private nonisolated(unsafe) let code: OpaquePointer

  /// - Parameter pattern: One that compiles.
  init(_ pattern: String) {
    let text = Array(pattern.utf8)
    var (error, offset) = (Int32(0), 0)
    guard
      let code = unsafe pcre2_compile_8(
        text, text.count, UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP), &error, &offset, nil)
    else {
      // Never: the patterns are written down in this target, and made by its first tests.
      preconditionFailure("'\(pattern)' is no regular expression: \(error) at \(offset)")
    }
    unsafe self.code = code
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// All matches from left to right, of which none overlaps another.
  func matches(in text: String) -> [Match] {
    let bytes = Array(text.utf8)
    let found = unsafe pcre2_match_data_create_from_pattern_8(code, nil)
    defer { unsafe pcre2_match_data_free_8(found) }
    var matches: [Match] = []
    var start = 0
    while unsafe pcre2_match_8(code, bytes, bytes.count, start, 0, found, nil) > 0 {
      let groups = unsafe Self.ranges(of: found)
      guard let whole = groups.first.flatMap(\.self) else { break }
      matches.append(
        Match(
          start: text.utf8.index(text.startIndex, offsetBy: whole.lowerBound),
          groups: groups.map { range in range.map { Self.part($0, of: text) } }))
      // Past a match without letters, too.
      start = max(whole.upperBound, whole.lowerBound + 1)
    }
    return matches
  }

  private static func ranges(of found: OpaquePointer?) -> [Range<Int>?] {
    guard let offsets = unsafe pcre2_get_ovector_pointer_8(found) else { return [] }
    return (0..<Int(unsafe pcre2_get_ovector_count_8(found))).map { group in
      let (start, end) = unsafe (offsets[2 * group], offsets[2 * group + 1])
      return start < 0 ? nil : start..<end
    }
  }

  private static func part(_ range: Range<Int>, of text: String) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: range.count)]
  }
}

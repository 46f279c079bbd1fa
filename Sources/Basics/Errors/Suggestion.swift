/// The nearest right names for a wrong one, for error messages.
package enum Suggestion {
  /// A longer text is compared by its beginning: a cell that holds a megabyte is no slip.
  private static let longest = 200

  /// Returns up to `limit` candidates in order of edit distance, nearest first.
  ///
  /// Only candidates fewer than `within` edits away count, and about one for every three letters, so
  /// that an error never proposes something unrelated.
  package static func nearest(
    to text: String, among candidates: some Sequence<String>, within: Int = 4, limit: Int = 1
  ) -> [String] {
    let all = text.lowercased().unicodeScalars
    let length = all.count
    let wanted = Array(all.prefix(longest))
    let scored = candidates.compactMap { candidate -> (String, Int)? in
      let other = Array(candidate.lowercased().unicodeScalars)
      // Each scalar that one has more takes an edit.
      guard abs(other.count - length) < max(within, 1) else { return nil }
      return (candidate, distance(wanted, other))
    }
    .filter { $0.1 * 3 <= max(length, $0.0.unicodeScalars.count) + 2 && $0.1 < max(length, 1) }
    return
      scored
      .filter { $0.1 < max(within, 1) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      .prefix(limit)
      .map(\.0)
  }

  /// Returns ` Did you mean 'x'?`, or nothing where no candidate is near.
  package static func question(for text: String, among candidates: some Sequence<String>) -> String
  {
    nearest(to: text, among: candidates).first.map { " Did you mean '\($0)'?" } ?? ""
  }

  /// Returns what is allowed, by name up to five, else the number of names and the first five.
  package static func allowed(_ names: [String]) -> String {
    let quoted = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    return names.count <= 5 ? quoted : "one of \(names.count) names (\(quoted), …)"
  }

  /// The fewest insertions, deletions, replacements and exchanges of two neighbours that make one
  /// text of the other (Damerau and Levenshtein, no letter edited twice).
  package static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (scalar == other ? 0 : 1)
        var fewest = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          fewest = min(fewest, beforePrevious[column - 1] + 1)
        }
        current.append(fewest)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}

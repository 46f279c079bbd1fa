/// The nearest right names for a wrong one, for error messages.
package enum Suggestion {
  /// Returns up to `limit` candidates in order of edit distance, nearest first.
  ///
  /// Only candidates fewer than `within` edits away count, so that an error never
  /// proposes something unrelated.
  package static func nearest(
    to text: String, among candidates: some Sequence<String>, within: Int = 4, limit: Int = 1
  ) -> [String] {
    let wanted = Array(text.lowercased().unicodeScalars)
    let scored = candidates.map { candidate in
      (candidate, distance(wanted, Array(candidate.lowercased().unicodeScalars)))
    }
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

  /// The Levenshtein distance: the fewest insertions, deletions and replacements.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        let replaced = previous[column] + (scalar == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}

import Basics

/// The names nearest to a text that is none.
///
/// Nearness counts slips of the pen (Damerau and Levenshtein) relative to the length, whole words
/// in common, and a common beginning. To be fast with thousands of unknown texts only the names
/// that share most pairs of letters are compared that closely.
struct NameSuggestions: Sendable {
  private struct Candidate {
    let letters: [Unicode.Scalar]
    let words: Set<String>
    let pairs: Int
  }

  private let candidates: [Candidate]
  /// The candidates in which a pair of letters stands, once for each time.
  private let candidatesOf: [UInt64: [Int]]

  /// A longer text is compared by its beginning: a field that holds a megabyte is no slip.
  private static let longest = 80
  /// How many names are compared closely.
  private static let close = 24

  init(_ names: [String]) {
    var candidates: [Candidate] = []
    var candidatesOf: [UInt64: [Int]] = [:]
    for (index, name) in names.enumerated() {
      let candidate = Self.candidate(name)
      candidates.append(candidate)
      for pair in Self.pairs(candidate.letters) { candidatesOf[pair, default: []].append(index) }
    }
    self.candidates = candidates
    self.candidatesOf = candidatesOf
  }

  /// The numbers of all names that were looked at, nearest first; never none.
  func nearest(to text: String) -> [Int] {
    let wanted = Self.candidate(String(text.prefix(Self.longest)))
    return mostAlike(wanted)
      .map { (index: $0, score: Self.score(wanted, candidates[$0])) }
      .sorted { ($0.score, $0.index) < ($1.score, $1.index) }
      .map(\.index)
  }

  /// The names with the largest share of common pairs, and some others where few have any.
  private func mostAlike(_ wanted: Candidate) -> [Int] {
    var common = [Int](repeating: 0, count: candidates.count)
    for pair in Self.pairs(wanted.letters) {
      for index in candidatesOf[pair] ?? [] { common[index] += 1 }
    }
    // In a hundred classes, which need no sorting; both have each common pair.
    var classes = [[Int]](repeating: [], count: 101)
    for (index, count) in common.enumerated() where count > 0 {
      let share = 200 * count / (wanted.pairs + candidates[index].pairs)
      classes[min(share, 100)].append(index)
    }
    var alike: [Int] = []
    for members in classes.reversed() where alike.count < Self.close { alike += members }
    guard alike.count < Self.close else { return alike }
    let others = candidates.indices.filter { common[$0] == 0 }
    return alike + (alike.isEmpty ? others[...] : others.prefix(Self.close))
  }

  /// The lower, the nearer.
  private static func score(_ wanted: Candidate, _ name: Candidate) -> Double {
    let length = max(wanted.letters.count, name.letters.count, 1)
    let distance = Double(Suggestion.distance(wanted.letters, name.letters)) / Double(length)
    let words = Double(wanted.words.intersection(name.words).count)
    let fewest = Double(max(1, min(wanted.words.count, name.words.count)))
    let beginning = zip(wanted.letters, name.letters).prefix { $0 == $1 }.count
    return distance - words / fewest / 2
      - Double(beginning) / Double(max(wanted.letters.count, 1)) / 4
  }

  private static func candidate(_ text: String) -> Candidate {
    let words = NameKey.words(of: text)
    let letters = Array(words.joined().unicodeScalars)
    return Candidate(letters: letters, words: Set(words), pairs: letters.count + 1)
  }

  /// All pairs of letters, also of the first and of the last with nothing.
  private static func pairs(_ letters: [Unicode.Scalar]) -> [UInt64] {
    guard !letters.isEmpty else { return [] }
    let values = [0] + letters.map { UInt64($0.value) } + [0]
    return zip(values, values.dropFirst()).map { $0 << 32 | $1 }
  }
}

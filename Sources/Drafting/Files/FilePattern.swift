import Basics

/// How a source names the files it reads.
enum FilePattern {
  /// As few patterns as it takes to name some files of a folder and no others: one with a star for
  /// what they have alike at their ends, else their names.
  static func all(of names: [String], among all: [String]) -> [String] {
    guard names.count > 1, let first = names.first else { return names }
    let prefix = names.dropFirst().reduce(first) { common($0, $1) }
    let ending = names.dropFirst().reduce(first) {
      String(common(String($0.reversed()), String($1.reversed())).reversed())
    }
    let suffix = ending.drop { $0 != "." }
    // The next file of the same kind is of the same source.
    for prefix in ["", prefix] where !suffix.isEmpty {
      let found = all.filter {
        $0.hasPrefix(prefix) && $0.hasSuffix(suffix) && $0.count > prefix.count + suffix.count
      }
      if found.sorted() == names.sorted() { return ["\(prefix)*\(suffix)"] }
    }
    return names
  }

  private static func common(_ one: String, _ other: String) -> String {
    String(zip(one, other).prefix { $0 == $1 }.map(\.0))
  }
}

import Findings

extension Objection {
  static func instanceTwice(_ key: String, onLine line: Int) -> Objection {
    Objection(
      .instanceTwice, "its key '\(key)' stands on line \(line) already: it would be counted twice")
  }
}

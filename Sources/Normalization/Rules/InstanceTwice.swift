import Findings

extension Objection {
  /// - Parameter file: Where it stands, if that is another file.
  static func instanceTwice(_ key: String, onLine line: Int, of file: String?) -> Objection {
    Objection(
      .instanceTwice,
      "its key '\(key)' stands on line \(line)\(file.map { " of '\($0)'" } ?? "") already: it would be "
        + "counted twice")
  }
}

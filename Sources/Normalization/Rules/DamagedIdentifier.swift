import Findings

extension Objection {
  /// - Parameter cause: What happened to it.
  static func damagedIdentifier(_ text: String, cause: String) -> Objection {
    Objection(.damagedIdentifier, "'\(text)' identifies nobody: \(cause)")
  }
}

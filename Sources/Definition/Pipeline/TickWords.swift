package import Basics

/// What survey tools write into the column of one option of a select_multiple.
package enum TickWords {
  /// Not ticked, and the tool says so.
  package static let noughts: Set<TextKey> = Set(
    ["0", "no", "n", "non", "false", "unchecked", "not selected"].map { TextKey($0) })

  /// Ticked.
  package static let marks: Set<TextKey> = Set(
    ["1", "yes", "y", "oui", "sí", "si", "x", "true", "checked", "selected"].map { TextKey($0) })
}

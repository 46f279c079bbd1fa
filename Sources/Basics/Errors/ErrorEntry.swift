/// What the catalogue has of an error, for those who have to do something about it.
package struct ErrorEntry: Sendable {
  /// What is wrong, in a sentence.
  package let meaning: String
  /// What to do about it, in one or two sentences.
  package let advice: String
  /// The kinds of error that it can be: one, but for texts whose file decides who has to mend it, and
  /// none for a warning.
  package let kinds: [RunError.Kind]

  private init(_ meaning: String, _ advice: String, _ kinds: RunError.Kind...) {
    self.meaning = meaning
    self.advice = advice
    self.kinds = kinds
  }

  /// The definition is to be mended.
  static func author(_ meaning: String, do advice: String) -> ErrorEntry {
    ErrorEntry(meaning, advice, .badDefinition)
  }

  /// The data, or what was made of them, is to be mended.
  static func data(_ meaning: String, do advice: String) -> ErrorEntry {
    ErrorEntry(meaning, advice, .dataRejected)
  }

  /// The text of a file that is data, or one of the definition.
  static func text(_ meaning: String, do advice: String) -> ErrorEntry {
    ErrorEntry(meaning, advice, .dataRejected, .badDefinition)
  }

  /// Something is to be put there.
  static func missing(_ meaning: String, do advice: String) -> ErrorEntry {
    ErrorEntry(meaning, advice, .inputMissing)
  }

  static func writing(_ meaning: String, do advice: String) -> ErrorEntry {
    ErrorEntry(meaning, advice, .cannotWrite)
  }

  static func waiting(_ meaning: String, do advice: String) -> ErrorEntry {
    ErrorEntry(meaning, advice, .locked)
  }

  /// The command line is to be mended.
  static func usage(_ meaning: String, do advice: String) -> ErrorEntry {
    ErrorEntry(meaning, advice, .wrongUsage)
  }

  /// Not an error: the run goes on, and ends as it would.
  static func warning(_ meaning: String, do advice: String) -> ErrorEntry {
    ErrorEntry(meaning, advice)
  }

  /// Something of the machine is missing that set-up installs.
  static func machine(_ meaning: String, do advice: String) -> ErrorEntry {
    ErrorEntry(meaning, advice, .internalFault)
  }

  /// The program is to be mended.
  static func ours(_ meaning: String) -> ErrorEntry {
    ErrorEntry(
      meaning, "Report it, with the files of the collection if you can; nothing was published.",
      .internalFault)
  }
}

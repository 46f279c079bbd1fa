import Basics
import SurveyTools

/// What a record calls its unit, with what follows from the text alone, so that all cores may work it out.
struct UnitName: Sendable {
  /// As it stands in the record, and without blanks around it.
  let text: String
  let trimmed: String
  let key: TextKey
  /// Those of the key, its letters composed: equal where keys are.
  let bytes: [UInt8]
  /// What happened to it, where it looks like an identifier that was damaged.
  let damage: String?

  init(_ text: String) {
    self.text = text
    trimmed = text.trimmed
    key = TextKey(text)
    bytes = Array(LetterForms.composed(key.text).utf8)
    damage = DamagedIdentifier.cause(of: key)
  }
}

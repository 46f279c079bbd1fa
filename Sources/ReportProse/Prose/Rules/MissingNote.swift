import Findings

extension Objection {
  static func missingNote(_ number: Int) -> Objection {
    Objection(.missingNote, "note \(number) is referred to, but there is none")
  }
}

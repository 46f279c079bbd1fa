import Definition
import Findings

extension Objection {
  static func parentTwice(_ key: String, _ repetition: Repetition) -> Objection {
    Objection(
      .parentTwice,
      "column '\(repetition.keyColumn)' has '\(key)', which several records have in column "
        + "'\(repetition.parentColumn)': nobody can tell whose the record is")
  }
}

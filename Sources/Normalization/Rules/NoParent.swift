import Definition
import Findings

extension Objection {
  static func noParent(of key: String, _ repetition: Repetition) -> Objection {
    Objection(
      .noParent,
      "column '\(repetition.keyColumn)' has '\(key)', which no record of "
        + "'\(repetition.parentSource ?? "")' that could be read has in column '\(repetition.parentColumn)'"
    )
  }
}

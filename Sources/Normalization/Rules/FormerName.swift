import Findings

extension Objection {
  static func formerName(_ reason: String) -> Objection { Objection(.formerName, reason) }
}

import Basics

extension RuleEntry {
  static let parentTwice = RuleEntry(
    stage: .normalize, severity: .fatal, base: .repeatRecords,
    reports: "A record of a repeat has a key that several submissions have.",
    leavesAlone: "A key that several submissions have and no record of the repeat.",
    advice: "Declare a key under `repeat` that no two submissions share.",
    suggestion: "declare a key under 'repeat' that no two submissions share")
}

import Basics

extension RuleEntry {
  static let sameNumbers = RuleEntry(
    stage: .normalize, severity: .query, base: nil,
    reports:
      "Two sources number their respondents from 1, and have numbers in common: they are taken for "
      + "the same respondents.",
    leavesAlone: "Sources with `shared: yes` under `unit`.",
    advice:
      "Set `shared: yes` under `unit` where they are the same; else give the sources different "
      + "identifiers.",
    suggestion:
      "set 'shared: yes' under 'unit' of both where they are the same respondents; else give them "
      + "different identifiers")
}

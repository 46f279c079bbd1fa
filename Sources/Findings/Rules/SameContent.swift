import Basics

extension RuleEntry {
  static let sameContent = RuleEntry(
    stage: .validate, severity: .query, base: .submissions,
    reports:
      "Two units gave the same answers, five of them telling ones or more: a number, a "
      + "date, a text, or one of more than three choices.",
    leavesAlone: "Replies with fewer such answers, which are alike by chance.",
    advice: "Ask both whether one reply was sent in twice.",
    suggestion: "ask both whether one reply was sent in twice")
}

import Basics

extension RuleEntry {
  static let undecodable = RuleEntry(
    stage: .ingest, severity: .fatal, base: .records,
    reports: "A byte of a record is none of the source's encoding.",
    leavesAlone: "A header that does not decode, which stops the run.",
    advice: mendRecord,
    suggestion:
      "\(mendInQuarantine); or set 'encoding' of the source, where more than one has this "
      + "fault")
}

import Basics

extension RuleEntry {
  static let longRecord = RuleEntry(
    stage: .ingest, severity: .fatal, base: .records,
    reports: "A record has more than 8 MiB (8,388,608 bytes), its quotes and line ends included.",
    leavesAlone: "Long fields below that, over as many lines as they like.",
    advice: mendRecord,
    suggestion:
      "shorten its longest field in quarantine/ and drop the file into the input folder as "
      + "mended/")
}

/// What a program leaves with: those of `sysexits.h`, but for the first two.
///
/// The manual, `Pipelines/ERRORS.md`, `--help` and `make help` say the same of them: a test holds
/// them against this.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  case findings = 1
  case usage = 64
  case dataRejected = 65
  case inputMissing = 66
  case internalFault = 70
  case cannotWrite = 73
  case locked = 75
  case badDefinition = 78

  /// What it means.
  package var meaning: String {
    switch self {
    case .done: "done; for the export: published"
    case .findings:
      "published, with findings at or above the collection's `fail-on` level, and above the "
        + "`fail-above` of their rule"
    case .usage: "the command line is wrong"
    case .dataRejected: "data rejected, nothing published"
    case .inputMissing: "input is missing"
    case .internalFault: "a fault of the program"
    case .cannotWrite: "a file cannot be written"
    case .locked: "another run is at work on the collection"
    case .badDefinition: "a definition is wrong"
    }
  }

  /// What to do about it; nothing where all is well.
  package var advice: String {
    switch self {
    case .done: ""
    case .findings: "look at `findings-by-rule.csv`"
    case .usage: "the error says what was expected"
    case .dataRejected: "mend or replace the export, or declare how it is written"
    case .inputMissing: "put the export into `Input/<collection>/`"
    case .internalFault: "report it, with the error"
    case .cannotWrite: "free the disk, or see to the rights of `Output/`"
    case .locked: "wait, or `WAIT=60`"
    case .badDefinition: "the error names file, line and the nearest right name"
    }
  }

  /// All of them as the table of a page.
  package static var table: String {
    "| status | means | what to do |\n|---|---|---|\n"
      + allCases.map { status in
        "| \(status.rawValue) | \(status.meaning) | "
          + (status.advice.isEmpty ? "|\n" : "\(status.advice) |\n")
      }.joined()
  }

  /// All of them for `--help`, a line each, and where to look further.
  package static var help: String {
    let lines = allCases.map { status in
      let gap = status.rawValue < 10 ? "   " : "  "
      return "  \(status.rawValue)\(gap)\(status.meaning)"
        + (status.advice.isEmpty ? "" : "; \(status.advice)")
    }
    return (["Exit statuses:"] + lines).joined(separator: "\n").replacing("`", with: "")
      + "\n\nIn Pipelines/: the manual in README.md, every error in ERRORS.md, every key of a "
      + "definition in PIPELINE.md and TABLES.md."
  }
}

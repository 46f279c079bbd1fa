import Basics
import ReportProse

/// `report.md`: the draft report with its figures, words and lists filled in.
struct ReportForm: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    guard let report = content.report else { return }
    try AtomicFile.write(report.text, to: "\(folder)/report.md")
  }
}

import Basics
import Definition
import Markdown
import Phrases
import ReportProse

/// `report.html`: the draft report as one reads it, in one file that asks no network and has no script.
struct ReportPageForm: OutputForm {
  static let fileName = "report.html"

  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    guard let report = content.report else { return }
    let pipeline = content.definition.pipeline
    let page = Self.page(
      of: MarkdownDocument(report.markdown), title: pipeline.title, pipeline.spoken)
    try AtomicFile.write(page, to: "\(folder)/\(Self.fileName)")
  }

  static func page(of document: MarkdownDocument, title: String, _ language: Language) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)" dir="\(language.isRightToLeft ? "rtl" : "ltr")">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(ContentDigest.of(ReportStyle.text))'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>\(PageText().escapeText(title))</title>
    <style>\(ReportStyle.text)</style>
    </head>
    <body>
    <main>
    \(ReportMarkup.text(of: document))</main>
    </body>
    </html>

    """
  }
}

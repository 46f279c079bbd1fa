package import Basics

/// `machine/`: what programs read, without loss and raw.
///
/// UTF-8 without byte order mark, commas, LF and quotes as RFC 4180 has them; each text as it was
/// given. A spreadsheet may run such a text as a formula or take it for a date, which is why these
/// files lie in a folder that says so, and why what people open lies beside it.
package enum MachineFolder {
  /// Makes the folder, with a page that says what it is.
  ///
  /// - Parameters:
  ///   - folder: That of all that is published, of what is confidential, or of a comparison.
  ///   - roundingBase: Of what counts are told as multiples; nil where they are told as they are.
  /// - Throws: `cannotWrite`.
  package static func create(below folder: String, roundingBase: Int? = nil) throws(RunError) {
    try FileSystem.createFolder("\(folder)/machine")
    try AtomicFile.write(page(roundingBase), to: path(of: "README.md", below: folder))
  }

  package static func path(of file: String, below folder: String) -> String {
    "\(folder)/machine/\(file)"
  }

  /// What each file is stands in the manual, since which of them there are depends on the collection.
  private static func page(_ roundingBase: Int?) -> String {
    let rounding = roundingBase.map {
      "Counts are rounded to multiples of \($0), since replies were given in confidence, and all figures are of "
        + "rounded counts. Nothing else is"
    }
    return """
      # Files for programs

      The CSV is in UTF-8 without a byte order mark, with commas, LF and the quotes of RFC 4180. \(rounding ?? "Nothing is") \
      rounded, translated or marked: each text is as it was given, so that **these files are raw**. A \
      spreadsheet that opens one with a double click may run a text that begins with `=`, `+`, `-` or \
      `@`, and turn `1-5` into a date and `004` into 4.

      What lies in the folder above this one opens right in a spreadsheet, but for the records as they \
      came in a `quarantine/records/`. To look at a file here, import it, with all columns as text.

      `SHA256SUMS` in the folder above has the SHA-256 of each file.

      """
  }
}

import Basics
import Questionnaire

/// Reads a field in which people wrote something of their own in place of the choice "other": the
/// choices before, behind and between, and what is none of them.
///
/// Google Forms and MS Forms write so. A separator inside a text of one's own is no trap, since what
/// stands between separators and is a choice is one, and all the rest one text.
struct WriteInReader {
  struct Reading: Equatable {
    /// The choices besides "other".
    let choices: Set<Int>
    /// What somebody wrote, as it stands.
    let text: String
  }

  private let choices: ChoiceReader
  /// The choice "other".
  let other: Int
  /// How many parts the text of a choice has at most, by the mark that separates them.
  private let marks: [(mark: String, parts: Int)]

  /// - Parameter separators: What may stand between the choices; none where there is one.
  /// - Returns: nil where no choice is called "other".
  init?(_ choices: ChoiceReader, separators: [String]) {
    guard let other = choices.choices.firstIndex(where: { $0.name == "other" }) else { return nil }
    self.choices = choices
    self.other = other
    marks = separators.map { separator in
      let mark = ChoiceReader.mark(separator)
      return (mark, 1 + (choices.texts.map { $0.ranges(of: mark).count }.max() ?? 0))
    }
  }

  /// - Returns: nil where every part is a choice, where the text of several choices is among them,
  ///   and where two separators tell different choices.
  func reading(of text: String) -> Reading? {
    if marks.isEmpty { return isOwn(text) ? Reading(choices: [], text: text.trimmed) : nil }
    let readings = marks.compactMap { reading(of: text, $0.mark, most: $0.parts) }
    guard readings.count == marks.count else { return nil }
    let ticked = readings.filter { !$0.choices.isEmpty }
    guard ticked.count < 2 else { return ticked[0] == ticked[1] ? ticked[0] : nil }
    return ticked.first ?? readings[0]
  }

  private func reading(of text: String, _ mark: String, most: Int) -> Reading? {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    var taken: Set<Int> = []
    // Neighbours that are choices, or that are none.
    var runs: [(isOwn: Bool, field: Substring)] = []
    var index = 0
    while index < parts.count {
      let (field, length, isOwn) = longest(parts[index...], most, in: text)
      index += length
      if isOwn && TextKey(field).isEmpty { continue }
      if isOwn && !self.isOwn(field) { return nil }
      if let last = runs.last, last.isOwn == isOwn {
        runs[runs.count - 1].field = text[last.field.startIndex..<field.endIndex]
      } else {
        runs.append((isOwn, field))
      }
    }
    for run in runs where !run.isOwn {
      guard let codes = choices.choices(TextKey(run.field), separator: mark) else { return nil }
      taken.formUnion(codes)
    }
    taken.remove(other)
    let own = runs.filter(\.isOwn).map { String($0.field).trimmed }
    return own.isEmpty ? nil : Reading(choices: taken, text: own.joined(separator: "\(mark) "))
  }

  /// The most parts from the first on that are the text of a choice; else the first, which is none.
  private func longest(
    _ parts: ArraySlice<Substring>, _ most: Int, in text: String
  ) -> (field: Substring, length: Int, isOwn: Bool) {
    let first = parts[parts.startIndex]
    for length in (1...min(most, parts.count)).reversed() {
      let field = text[first.startIndex..<parts[parts.startIndex + length - 1].endIndex]
      if choices.knows(TextKey(field)) { return (field, length, false) }
    }
    return (first, 1, choices.choice(TextKey(first)) == nil)
  }

  /// Whether a text may be somebody's own: neither what Excel makes of things nor what several
  /// choices share.
  private func isOwn(_ text: some StringProtocol) -> Bool {
    let key = TextKey(text)
    return choices.rivals(for: key).isEmpty
      && ExcelTrace.trace(in: key, to: .text, choices: choices.texts) == nil
  }
}

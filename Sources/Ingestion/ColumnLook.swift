import Basics
import SurveyTools

/// What the records of a source have in one column, as far as it tells them from headings.
struct ColumnLook {
  /// What a field of another row says: it is like those of the records, unlike them, or nothing.
  enum Verdict {
    case alike
    case unlike
    /// Unlike them, though records may well differ so.
    case perhapsUnlike
  }

  private enum Kind {
    case shape(TextShape)
    /// Identifiers, so many bytes long.
    case codes(ClosedRange<Int>)
    /// A few texts, each of several records.
    case closed(Set<TextKey>)
    case open
  }

  private let kind: Kind

  /// Texts that would show up as the choices of a question must stand in so many fields.
  private static let fewestClosed = 8
  /// What fewer fields have alike may be chance.
  private static let fewestAlike = 2

  /// - Parameter fields: Those of the records that are looked at.
  init(_ fields: [String]) {
    let shown = fields.map { (text: $0, shape: TextShape($0)) }.filter {
      $0.shape != .blank && !($0.shape == .words && MissingWords.usual.contain($0.text))
    }
    let isShown = { (shape: TextShape) in
      shown.count(where: { $0.shape == shape }) * 10 >= shown.count * 9
    }
    let lengths = shown.map(\.text.utf8.count)
    guard shown.count >= Self.fewestAlike, let shortest = lengths.min(), let longest = lengths.max()
    else {
      kind = .open
      return
    }
    let texts = Set(shown.count < Self.fewestClosed ? [] : shown.map { TextKey($0.text) })
    if let shape = [TextShape.number, .date].first(where: isShown) {
      kind = .shape(shape)
    } else if isShown(.code), longest <= shortest + 4 {
      kind = .codes(shortest...longest)
    } else if texts.count > 1, texts.count * 4 <= shown.count {
      kind = .closed(texts)
    } else {
      kind = .open
    }
  }

  func verdict(on field: String) -> Verdict? {
    let found = TextShape(field)
    guard found != .blank, found != .words || !MissingWords.usual.contain(field) else { return nil }
    switch kind {
    case .open: return nil
    case .shape(let shape):
      if found == shape { return .alike }
      return found == .words || found == .code ? .unlike : nil
    case .codes(let lengths):
      if found == .code { return lengths.contains(field.utf8.count) ? .alike : nil }
      return found == .words ? .unlike : nil
    case .closed(let texts):
      return texts.contains(TextKey(field)) ? .alike : .perhapsUnlike
    }
  }
}

import Basics
import SurveyTools

/// What most records of a source have in one column, as far as it tells whether a field belongs there.
struct ColumnType: Sendable {
  /// What most fields look like; nil where they look like nothing in particular.
  private let shape: TextShape?
  /// Whether there are enough fields, and enough of them alike, that one of another kind may be of
  /// another table.
  let isReliable: Bool
  /// How long identifiers are, in bytes.
  private let lengths: ClosedRange<Int>
  /// The texts of a column that has a few, each in several records.
  private let closed: Set<TextKey>?
  /// Texts that stand in some records, whatever they look like: "none" among numbers.
  private let usual: Set<TextKey>

  /// What fewer fields have alike may be chance.
  private static let fewest = 4
  private static let fewestReliable = 10
  private static let fewestClosed = 12
  private static let fewestUsual = 3

  /// - Parameter fields: Those of the first records, of which some may be damaged.
  init(_ fields: [String]) {
    let informative = fields.filter(Self.isInformative)
    let most = { (count: Int) in
      informative.count >= Self.fewest && count * 4 >= informative.count * 3
    }
    let shapes = informative.map { TextShape($0) }
    let lengths = informative.map(\.utf8.count)
    self.lengths = (lengths.min() ?? 0)...(lengths.max() ?? 0)
    let shape = [TextShape.number, .date, .code].first { shape in most(shapes.count { $0 == shape })
    }
    self.shape = shape
    isReliable =
      informative.count >= Self.fewestReliable
      && shapes.count { $0 == shape } * 5 >= informative.count * 4
    let counts = Dictionary(informative.map { (TextKey($0), 1) }, uniquingKeysWith: +)
    usual = Set(
      counts.filter { $0.value >= Self.fewestUsual && $0.value * 10 >= informative.count }.keys)
    let recurring = counts.filter {
      $0.value >= Self.fewestUsual && $0.value * 25 >= informative.count
    }
    let isClosed =
      informative.count >= Self.fewestClosed && most(recurring.values.reduce(0, +))
      && recurring.count > 1 && recurring.count * 4 <= informative.count
    closed = isClosed ? Set(recurring.keys) : nil
  }

  /// Whether there is anything that a field can miss.
  var isTyped: Bool { shape != nil || closed != nil }
  /// Whether it has a few texts, which most fields are one of.
  var isClosed: Bool { closed != nil }
  /// Whether it is more than a few words.
  var isShaped: Bool { shape != nil }

  /// Whether a field says anything: no blank does, nor what stands for no answer.
  private static func isInformative(_ field: String) -> Bool {
    let shape = TextShape(field)
    return shape != .blank && !(shape == .words && MissingWords.usual.contain(field))
  }

  /// Whether a field is one like those of the column.
  func fits(_ field: String) -> Bool {
    guard isTyped, Self.isInformative(field) else { return false }
    if let closed { return closed.contains(TextKey(field)) }
    return TextShape(field) == shape && (shape != .code || lengths.contains(field.utf8.count))
  }

  /// Whether a field is of another kind than those of the column, or none of its few texts.
  func misses(_ field: String) -> Bool {
    guard Self.isInformative(field) else { return false }
    if let closed { return !closed.contains(TextKey(field)) }
    return isOfAnotherShape(field)
  }

  /// Whether a field has words where the column has numbers, dates or identifiers, or one of these
  /// in place of another.
  func isOfAnotherShape(_ field: String) -> Bool {
    guard let shape, Self.isInformative(field) else { return false }
    if shape != .code, usual.contains(TextKey(field)) { return false }
    let found = TextShape(field)
    return shape == .code ? found == .words || found == .date : found != shape
  }

  /// Whether no field can belong to both columns: of few numbers, another number may be one as well.
  func isUnlike(_ other: ColumnType) -> Bool {
    if let closed, let texts = other.closed { return closed.isDisjoint(with: texts) }
    return shape != other.shape
  }

  /// Whether a text, by a glance at its bytes, may miss the column.
  func mayMiss(_ text: [UInt8]) -> Bool {
    guard closed == nil, let first = text.first else { return closed != nil }
    let isNumeric = (0x2B...0x39).contains(first)
    switch shape {
    case .number: return !isNumeric || text.count { "-/:.".utf8.contains($0) } > 1
    case .date: return !isNumeric || text.count < 6
    case .code: return text.contains(0x20) || !text.contains { (0x30...0x39).contains($0) }
    case .blank, .words, nil: return false
    }
  }
}

/// How many records have how many fields: whether a source is ragged, and where its separator was
/// misread, shows at a glance.
struct RecordWidths: Sendable {
  /// The number of columns of the header.
  private let usual: Int
  private var ofUsual = 0
  private var others: [Int: Int] = [:]
  private var damaged = 0

  init(usual: Int) {
    self.usual = usual
  }

  /// Counts a record; one without a width is damaged.
  mutating func add(_ width: Int?) {
    guard let width else {
      damaged += 1
      return
    }
    if width == usual { ofUsual += 1 } else { others[width, default: 0] += 1 }
  }

  mutating func add(_ widths: RecordWidths) {
    ofUsual += widths.ofUsual
    damaged += widths.damaged
    others.merge(widths.others, uniquingKeysWith: +)
  }

  /// The histogram as `fields:records`, by fields, such as `12:3 13:348`; `?` stands for records whose
  /// fields cannot be told.
  var text: String {
    var counts = others
    if ofUsual > 0 { counts[usual] = ofUsual }
    let known = counts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
    return (known + (damaged > 0 ? ["?:\(damaged)"] : [])).joined(separator: " ")
  }
}

/// Goes over the lines of a CSV file byte by byte, for points where a record probably ends.
struct LineWalk {
  private let dialect: CSVDialect
  var isQuoted = false
  /// Whether the line holds something of a record. An empty line or a comment belongs to the record
  /// after it.
  var isInRecord = false
  /// How many bytes of what a comment begins with the line begins with; nil where it is none.
  private var matched: Int?
  private var isComment = false
  private var last: UInt8 = 0

  /// Begins with a line outside quotes.
  init(_ dialect: CSVDialect) {
    self.dialect = dialect
    beginLine()
  }

  /// Goes over one byte, and says whether a line ends with it that holds something of a record.
  mutating func endsWithRecord(at byte: UInt8) -> Bool {
    defer { last = byte }
    if byte == 0x0A || byte == 0x0D {
      defer { beginLine() }
      return isInRecord
    }
    if isComment { return false }
    isInRecord = true
    if byte == dialect.quote, !dialect.hasBackslashEscapes || last != UInt8(ascii: "\\") {
      isQuoted.toggle()
    }
    matchComment(byte)
    return false
  }

  private mutating func beginLine() {
    isInRecord = false
    isComment = false
    matched = isQuoted || dialect.comment.isEmpty ? nil : 0
  }

  private mutating func matchComment(_ byte: UInt8) {
    guard let count = matched else { return }
    matched = byte == dialect.comment[count] ? count + 1 : nil
    guard matched == dialect.comment.count else { return }
    (isComment, isInRecord, isQuoted) = (true, false, false)
  }
}

import CBytes

/// Splits the records that no reader could take differently, 64 bytes a step.
///
/// It takes a record whose fields are each either without a quote or quoted as a whole with each quote inside
/// doubled. Of everything else (stray quotes, empty lines, an end of file in the middle) it takes nothing, and
/// `CSVParser`, which defines what is right, reads that record.
struct RecordSplitter {
  enum Outcome: Equatable {
    /// The record ends before `end`, its line end included; it stands on so many lines.
    case record(end: Int, lines: Int)
    /// The record goes on after the bytes at hand.
    case incomplete
    /// The record is for the parser.
    case unsure
  }

  private let delimiter: UInt8
  /// NUL where the dialect has no quotes: a zero byte is for the parser, too.
  private let quote: UInt8
  private let hasQuotes: Bool

  /// - Returns: nil for a dialect whose marks are one another's.
  init?(_ dialect: CSVDialect) {
    delimiter = dialect.delimiter
    quote = dialect.quote ?? 0
    hasQuotes = dialect.quote != nil
    let lineEnds: Set<UInt8> = [0x0A, 0x0D]
    guard !dialect.hasBackslashEscapes, delimiter != quote, !lineEnds.contains(delimiter),
      !lineEnds.contains(quote)
    else { return nil }
  }

  /// The bytes of a step.
  private static let step = 64

  /// Finds the fields of the record that begins at `start`.
  ///
  /// - Parameter doubled: Where the second of each two quotes within fields stands.
  func split(
    _ bytes: [UInt8], from start: Int, into fields: inout [Range<Int>], doubled: inout [Int]
  ) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    doubled.removeAll(keepingCapacity: true)
    return unsafe bytes.withUnsafeBytes { bytes in
      guard let first = bytes.baseAddress else { return .incomplete }
      var scan = Scan(start: start)
      var position = start
      // A byte more than the step, so that the one after a CR is at hand.
      while position + Self.step < bytes.count {
        var marks = unsafe cbytes_marks(first + position, delimiter, quote, 0x0A, 0x0D)
        while marks != 0 {
          let mark = position + marks.trailingZeroBitCount
          marks &= marks &- 1
          if let outcome = unsafe meet(mark, in: bytes, &scan, adding: &fields, doubled: &doubled) {
            return outcome
          }
        }
        position += Self.step
      }
      return .incomplete
    }
  }

  /// How far a record has been split.
  private struct Scan {
    let start: Int
    var fieldStart: Int
    var isQuoted = false
    /// Where the quote stands that closed the current field.
    var closing: Int?
    var lines = 1

    init(start: Int) {
      self.start = start
      fieldStart = start
    }
  }

  /// Goes over one mark; says how the record ends where it does.
  @inline(__always)
  private func meet(
    _ mark: Int, in bytes: UnsafeRawBufferPointer, _ scan: inout Scan,
    adding fields: inout [Range<Int>], doubled: inout [Int]
  ) -> Outcome? {
    let byte = unsafe bytes[mark]
    if scan.isQuoted {
      if byte == quote {
        scan.isQuoted = false
        scan.closing = mark
      } else if byte == 0x0D {
        scan.lines += 1
      } else if byte == 0x0A, unsafe bytes[mark - 1] != 0x0D {
        scan.lines += 1
      }
      return nil
    }
    if byte == quote {
      if let closing = scan.closing, mark == closing + 1 {
        scan.closing = nil
        doubled.append(mark)
      } else if !hasQuotes || mark != scan.fieldStart {
        return .unsure
      }
      scan.isQuoted = true
      return nil
    }
    if let closing = scan.closing {
      guard mark == closing + 1 else { return .unsure }
      fields.append((scan.fieldStart + 1)..<closing)
      scan.closing = nil
    } else {
      fields.append(scan.fieldStart..<mark)
    }
    scan.fieldStart = mark + 1
    if byte == delimiter { return nil }
    if mark == scan.start { return .unsure }
    let isPair = unsafe byte == 0x0D && bytes[mark + 1] == 0x0A
    return .record(end: mark + (isPair ? 2 : 1), lines: scan.lines)
  }
}

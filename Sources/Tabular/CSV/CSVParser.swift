import CLibCSV

/// libcsv 3.0.3, the definition of what a record is, behind a type that cannot leak.
///
/// Strict (`CSV_STRICT`): a quote where none belongs is an error rather than a file swallowed in
/// silence. Blanks around fields are kept: libcsv's trimming is switched off, since a stage never
/// changes what was received. See csv(3).
@safe final class CSVParser {
  /// What the C callbacks write to; they get its address and nothing else, since a C callback
  /// cannot capture.
  struct Sink {
    var record = RecordBuffer()
    var isComplete = false
  }

  private var parser = unsafe csv_parser()
  private let sink: UnsafeMutablePointer<Sink>
  private let dialect: CSVDialect

  init(dialect: CSVDialect) {
    self.dialect = dialect
    unsafe sink = .allocate(capacity: 1)
    unsafe sink.initialize(to: Sink())
    start()
  }

  deinit {
    unsafe csv_free(&parser)
    unsafe sink.deinitialize(count: 1)
    unsafe sink.deallocate()
  }

  var record: RecordBuffer { unsafe sink.pointee.record }

  /// Whether the record that the last bytes belong to has ended.
  var isComplete: Bool { unsafe sink.pointee.isComplete }

  /// Whether no record has begun since the last one ended.
  var isBetweenRecords: Bool { unsafe parser.pstate == 0 }

  /// Forgets the current record, begun or complete.
  func beginRecord() {
    unsafe sink.pointee.isComplete = false
    unsafe sink.pointee.record.removeAll()
  }

  /// Drops all state, as after a damaged record.
  func restart() {
    unsafe csv_free(&parser)
    start()
    beginRecord()
  }

  /// Parses bytes that hold at most one record end, at their own end.
  ///
  /// - Returns: Whether libcsv accepted them all.
  func parse(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress.map { unsafe $0 + range.lowerBound }
      return unsafe csv_parse(&parser, start, range.count, appendField, endRecord, sink)
        == range.count
    }
  }

  /// Ends the input: a last record without a line end is completed.
  ///
  /// - Returns: Whether it could be; false where a quote is still open.
  func finish() -> Bool {
    unsafe csv_fini(&parser, appendField, endRecord, sink) == 0
  }

  private func start() {
    _ = unsafe csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    unsafe csv_set_delim(&parser, dialect.delimiter)
    // libcsv has no mode without quotes: NUL stands in for the quote, and a NUL in such a file
    // damages its record, which is set aside.
    unsafe csv_set_quote(&parser, dialect.quote ?? 0)
    unsafe csv_set_space_func(&parser, neverBlank)
    unsafe csv_set_blk_size(&parser, 4096)
  }
}

private func appendField(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  let sink = unsafe context?.assumingMemoryBound(to: CSVParser.Sink.self)
  unsafe sink?.pointee.record.appendField(UnsafeRawBufferPointer(start: bytes, count: count))
}

private func endRecord(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  unsafe context?.assumingMemoryBound(to: CSVParser.Sink.self).pointee.isComplete = true
}

private func neverBlank(_ byte: UInt8) -> Int32 {
  0
}

package import Basics
import CReadstat

/// Writes a data file of SPSS (`.sav`) through libreadstat.
///
/// Rows are compressed as SPSS does by default. The header names no clock: the library would write the
/// local time.
@safe package final class SPSSFile {
  private let writer: UnsafeMutablePointer<readstat_writer_t>
  private let sink: Sink
  private var variables: [UnsafeMutablePointer<readstat_variable_t>] = unsafe []

  /// Where the library's bytes go.
  private final class Sink {
    let file: AtomicFile
    let day: [UInt8]
    var written = 0
    var error: RunError?

    init(_ file: AtomicFile, day: [UInt8]) {
      self.file = file
      self.day = day
    }

    /// Whether the bytes were taken.
    func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
      var copy = unsafe Array(bytes)
      // The day and time of the header (17 bytes) stand behind its layout, sizes and bias.
      for index in day.indices where copy.indices.contains(Self.dayStart + index - written) {
        copy[Self.dayStart + index - written] = day[index]
      }
      written += copy.count
      do throws(RunError) {
        try file.write(copy)
        return true
      } catch {
        self.error = error
        return false
      }
    }

    private static let dayStart = 92
  }

  /// - Parameters:
  ///   - rows: How many there will be.
  ///   - weight: The index of the variable that cases are weighted by.
  /// - Throws: `cannotWrite`.
  package init(
    path: String, title: String, day: CalendarDate, _ variables: [SPSSVariable], rows: Int,
    weight: Int? = nil
  ) throws(RunError) {
    guard let writer = unsafe readstat_writer_init() else {
      throw RunError(path: path, id: .file(.cannotWrite), "cannot begin the data file")
    }
    unsafe self.writer = writer
    sink = Sink(try AtomicFile(path: path), day: Self.text(of: day))
    unsafe readstat_set_data_writer(writer) { data, length, context in
      guard let data = unsafe data, let context = unsafe context else { return -1 }
      let sink = unsafe Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
      return unsafe sink.take(UnsafeRawBufferPointer(start: data, count: length)) ? length : -1
    }
    unsafe readstat_writer_set_file_label(writer, SPSSVariable.cut(title, to: 64))
    unsafe readstat_writer_set_compression(writer, READSTAT_COMPRESS_ROWS)
    for variable in variables { try add(variable) }
    if let weight {
      try require(unsafe readstat_writer_set_fweight_variable(writer, self.variables[weight]))
    }
    try require(
      unsafe readstat_begin_writing_sav(
        writer, Unmanaged.passUnretained(sink).toOpaque(), rows))
  }

  deinit { unsafe readstat_writer_free(writer) }

  private func add(_ variable: SPSSVariable) throws(RunError) {
    let (type, width, format): (readstat_type_t, Int, String) =
      switch variable.kind {
      case .number(let decimals): (READSTAT_TYPE_DOUBLE, 0, "F\(max(8, decimals + 9)).\(decimals)")
      case .date: (READSTAT_TYPE_DOUBLE, 0, "SDATE10")
      case .moment: (READSTAT_TYPE_DOUBLE, 0, "DATETIME20")
      case .text(let width): (READSTAT_TYPE_STRING, max(width, 1), "A\(max(width, 1))")
      }
    guard let added = unsafe readstat_add_variable(writer, variable.name, type, width) else {
      return
    }
    unsafe readstat_variable_set_label(
      added, SPSSVariable.cut(variable.label, to: SPSSVariable.longestLabel))
    unsafe readstat_variable_set_format(added, format)
    unsafe readstat_variable_set_measure(
      added,
      {
        switch variable.measure {
        case .nominal: READSTAT_MEASURE_NOMINAL
        case .ordinal: READSTAT_MEASURE_ORDINAL
        case .scale: READSTAT_MEASURE_SCALE
        }
      }())
    if !variable.valueLabels.isEmpty {
      let labels = unsafe readstat_add_label_set(writer, READSTAT_TYPE_DOUBLE, variable.name)
      for (value, label) in variable.valueLabels {
        unsafe readstat_label_double_value(
          labels, value, SPSSVariable.cut(label, to: SPSSVariable.longestValueLabel))
      }
      unsafe readstat_variable_set_label_set(added, labels)
    }
    if let missing = variable.missing {
      try require(
        unsafe readstat_variable_add_missing_double_range(
          added, missing.lowerBound, missing.upperBound))
    }
    unsafe variables.append(added)
  }

  package func beginRow() throws(RunError) {
    try require(unsafe readstat_begin_row(writer))
  }

  /// Sets a variable of the row; each is set once.
  package func set(_ number: Double, at variable: Int) throws(RunError) {
    try require(unsafe readstat_insert_double_value(writer, variables[variable], number))
  }

  package func set(_ text: String, at variable: Int) throws(RunError) {
    try require(unsafe readstat_insert_string_value(writer, variables[variable], text))
  }

  /// Leaves a number of the row open, as SPSS's own missing value.
  package func leaveOpen(_ variable: Int) throws(RunError) {
    try require(unsafe readstat_insert_missing_value(writer, variables[variable]))
  }

  package func endRow() throws(RunError) {
    try require(unsafe readstat_end_row(writer))
  }

  package func finish() throws(RunError) {
    try require(unsafe readstat_end_writing(writer))
    try sink.file.commit()
  }

  private func require(_ status: readstat_error_t) throws(RunError) {
    guard status != READSTAT_OK else { return }
    if let error = sink.error { throw error }
    let reason = unsafe readstat_error_message(status).map { unsafe String(cString: $0) }
    throw failure(reason ?? "error \(status.rawValue)")
  }

  private func failure(_ reason: String) -> RunError {
    RunError(
      path: sink.file.path, id: .file(.cannotWrite), "cannot write the data file: \(reason)")
  }

  /// As the header has it: `29 Jul 0500:00:00`.
  private static func text(of day: CalendarDate) -> [UInt8] {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let parts = day.description.split(separator: "-").map(String.init)
    let month = Int(parts[1]).map { months[$0 - 1] } ?? ""
    return Array("\(parts[2]) \(month) \(parts[0].suffix(2))00:00:00".utf8)
  }
}

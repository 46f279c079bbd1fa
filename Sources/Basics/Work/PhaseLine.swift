/// How `Phases` puts what it knows into a line.
enum PhaseLine {
  /// What fits beside a cursor on the narrowest usual terminal; a line that wraps could not be cleared.
  private static let width = 79
  private static let bytes = "bytes"

  /// How far a phase is: `ingest: reading a.csv, 45 % of 21.2 MB, 4.7 MB a second, 3 s left`.
  ///
  /// The time left supposes that the rest goes as what is done went. Of a phase whose size nobody knows,
  /// or of which nothing is done yet, only the name is told.
  /// - Parameter seconds: How long it has been at work.
  static func progress(
    of name: String, done: Int, total: Int, unit: String, seconds: Double
  ) -> String {
    guard done > 0, total > 0, seconds > 0 else { return String(name.prefix(width)) }
    let share = Int(min(Double(done) / Double(total), 1) * 100)
    let rate = Double(done) / seconds
    let left = Int((Double(max(total - done, 0)) / rate).rounded(.up))
    let time = left < 120 ? "\(left) s left" : "\((left + 59) / 60) min left"
    let rest =
      ", \(share) % of \(amount(total, unit)), \(amount(Int(rate), unit == bytes ? bytes : "")) a second"
      + (left > 0 ? ", \(time)" : "")
    return name.prefix(max(width - rest.count, 0)) + rest
  }

  /// What a phase took: seconds by the clock, and of all processors together.
  static func timing(of name: String, wall: Double, cpu: Double) -> String {
    "\(name): \(milliseconds(wall)) s, \(milliseconds(cpu)) s of processor"
  }

  /// So many bytes in megabytes (of a million bytes); anything else as it is counted.
  private static func amount(_ count: Int, _ unit: String) -> String {
    guard unit == bytes else { return unit.isEmpty ? grouped(count) : "\(grouped(count)) \(unit)" }
    let tenths = (count + 50_000) / 100_000
    return "\(grouped(tenths / 10)).\(tenths % 10) MB"
  }

  private static func milliseconds(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}

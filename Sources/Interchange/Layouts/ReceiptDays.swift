package import Basics
import Tabular

/// On which days how many of the submissions that count were received: `validated/days.csv`.
///
/// `day,submissions`, in the order of the days.
package enum ReceiptDays {
  private static let fileName = "days.csv"

  private enum Column: Int, StageColumn {
    case day, submissions
  }

  package static func write(_ days: [CalendarDate: Int], to folder: String) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/\(fileName)", header: Column.header)
    for (day, submissions) in days.sorted(by: { $0.key < $1.key }) {
      try writer.write([day.description, String(submissions)])
    }
    try writer.commit()
  }

  package static func read(from folder: String) throws(RunError) -> [CalendarDate: Int] {
    var days: [CalendarDate: Int] = [:]
    let list = try StageList<Column>(path: "\(folder)/\(fileName)")
    while let row = try list.next() {
      guard let day = CalendarDate(iso: row[.day]) else {
        throw row.damaged(.day, expected: "a day, such as 2005-07-29")
      }
      days[day, default: 0] += try row.integer(.submissions)
    }
    return days
  }
}

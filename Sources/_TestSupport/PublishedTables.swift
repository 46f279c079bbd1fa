/// A reader of published CSV that shares no code with the program (RFC 4180, UTF-8).
package enum CSVText {
  /// All records; the cells of each by the name of their column.
  package static func rows(_ text: String) -> [[String: String]] {
    let records = records(text)
    guard let header = records.first else { return [] }
    return records.dropFirst().map { record in
      Dictionary(zip(header, record), uniquingKeysWith: { first, _ in first })
    }
  }

  package static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      if isQuoted && scalar == "\"" {
        isQuoted = false
        wasQuote = true
      } else if isQuoted {
        cell.unicodeScalars.append(scalar)
      } else if scalar == "\"" {
        if wasQuote { cell += "\"" }
        isQuoted = true
        wasQuote = false
      } else if scalar == "," || scalar == "\n" {
        record.append(cell)
        cell = ""
        wasQuote = false
        if scalar == "\n" {
          records.append(record)
          record = []
        }
      } else if scalar != "\r" {
        cell.unicodeScalars.append(scalar)
      }
    }
    if !cell.isEmpty || !record.isEmpty { records.append(record + [cell]) }
    return records
  }
}

/// The published tables of one run, looked up by address.
package struct PublishedTables: Sendable {
  package struct Cell: Sendable, Equatable {
    package let count: Int
    package let base: Int
    /// The percentage in full precision, as published.
    package let percent: String

    package init(count: Int, base: Int, percent: String) {
      self.count = count
      self.base = base
      self.percent = percent
    }
  }

  private let cells: [String: Cell]
  private let lists: [String: [(iso3: String, name: String)]]

  package init(folder: String, in workdir: Workdir) throws {
    var counts: [String: (Int, Int)] = [:]
    var percents: [String: String] = [:]
    for row in CSVText.rows(try workdir.read("\(folder)/machine/cells.csv")) {
      let address = "\(row["table"] ?? "")/\(row["row"] ?? "")/\(row["column"] ?? "")"
      if row["statistic"] == "count" {
        counts[address] = (Int(row["numerator"] ?? "") ?? -1, Int(row["base"] ?? "") ?? -1)
      } else if row["statistic"] == "percent" {
        percents[address] = row["value"]
      }
    }
    cells = Dictionary(
      uniqueKeysWithValues: counts.map {
        ($0, Cell(count: $1.0, base: $1.1, percent: percents[$0] ?? ""))
      })
    var lists: [String: [(String, String)]] = [:]
    for row in CSVText.rows(try workdir.read("\(folder)/machine/lists.csv")) {
      let address = "\(row["table"] ?? "")/\(row["row"] ?? "")/\(row["column"] ?? "")"
      lists[address, default: []].append((row["iso3"] ?? "", row["name"] ?? ""))
    }
    self.lists = lists.mapValues { $0.map { (iso3: $0.0, name: $0.1) } }
  }

  /// The cell at `table/row/column`; the column is the total where it is left out.
  package func cell(_ address: String) -> Cell? {
    cells[full(address)]
  }

  package func count(_ address: String) -> Int {
    cell(address)?.count ?? -1
  }

  /// The codes of the units behind a cell, in print order.
  package func codes(_ address: String) -> [String] {
    (lists[full(address)] ?? []).map(\.iso3)
  }

  package func names(_ address: String) -> [String] {
    (lists[full(address)] ?? []).map(\.name)
  }

  private func full(_ address: String) -> String {
    address.split(separator: "/").count == 2 ? "\(address)/.total" : address
  }
}

import Basics

/// The cells of one row that hold something.
struct SheetRow {
  /// From 1, as the spreadsheet numbers it.
  fileprivate(set) var number = 0
  /// The texts of all cells, one after the other.
  fileprivate(set) var bytes: [UInt8] = []
  /// Where each cell stands, from 0, and where its text ends.
  fileprivate(set) var cells: [(column: Int, end: Int)] = []

  /// How many columns it takes to hold the cells.
  var width: Int { cells.last.map { $0.column + 1 } ?? 0 }

  /// The text of each cell, up to the last that holds something.
  var texts: [String] {
    var texts: [String] = []
    var start = 0
    for cell in cells {
      while texts.count < cell.column { texts.append("") }
      texts.append(String(decoding: bytes[start..<cell.end], as: UTF8.self))
      start = cell.end
    }
    return texts
  }

  fileprivate mutating func begin(_ number: Int) {
    self.number = number
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }
}

/// `xl/worksheets/sheet1.xml` (ECMA-376 part 1, 18.3.1): hands over the rows that are not blank.
final class SheetReader: XMLHandler {
  private static let (mostRows, mostColumns) = (1_048_576, 16_384)

  private let texts: CellTexts
  private let consume: (SheetRow) throws(RunError) -> Void
  private var row = SheetRow()
  private var column = -1
  private var type: String?
  private var style = 0
  private var value: [UInt8] = []
  private var isPhonetic = false

  init(_ texts: CellTexts, consume: @escaping (SheetRow) throws(RunError) -> Void) {
    self.texts = texts
    self.consume = consume
  }

  func begin(_ element: String, _ attributes: XMLAttributes) throws(RunError) {
    switch element {
    case "row":
      let number = attributes["r"].map { CalendarDate.number($0) ?? 0 } ?? row.number + 1
      guard number > row.number, number <= Self.mostRows else {
        throw texts.damaged("\(number)", "the row stands after row \(row.number)")
      }
      row.begin(number)
      column = -1
    case "c": try beginCell(attributes)
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func end(_ element: String, text: [UInt8]) throws(RunError) {
    switch element {
    case "v": value = text
    // Of a text in the cell itself; it may have several runs.
    case "t": if !isPhonetic { value += text }
    case "rPh": isPhonetic = false
    case "c": try endCell()
    case "row": if !row.cells.isEmpty { try consume(row) }
    default: break
    }
  }

  /// A cell without an address of its own stands right of the one before.
  private func beginCell(_ attributes: XMLAttributes) throws(RunError) {
    let before = column
    column = attributes["r"].map { Self.column($0) } ?? before + 1
    guard column > before, column < Self.mostColumns else {
      throw texts.damaged(
        attributes["r"] ?? "\(column)", "it stands after one that is right of it")
    }
    type = attributes["t"]
    style = attributes["s"].flatMap { CalendarDate.number($0) } ?? 0
    value.removeAll(keepingCapacity: true)
  }

  private func endCell() throws(RunError) {
    let (count, number) = (row.bytes.count, row.number)
    try texts.append(
      value, type: type, style: style, at: Self.address(column, number), to: &row.bytes)
    if row.bytes.count > count { row.cells.append((column, row.bytes.count)) }
  }

  /// The column of an address such as `AB12`, from 0; -1 where there is none.
  private static func column(_ address: String) -> Int {
    var column = 0
    for byte in address.utf8 {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")) ~= byte & 0xDF, byte >= 0x41 else { break }
      column = min(column * 26 + Int(byte & 0xDF) - 0x40, mostColumns + 1)
    }
    return column - 1
  }

  private static func address(_ column: Int, _ row: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}

import Basics
import Interchange
import Tabular

/// Where the record of an item stands that a submission was put together of.
struct ItemPositions: Sendable {
  private struct Item {
    let columns: Range<Int>
    let position: RecordPosition
  }

  private var items: [Int: [Item]] = [:]

  init() {}

  /// - Parameter folder: That of a source with `items`.
  init(in folder: String) throws(RunError) {
    let path = "\(folder)/\(SourceEntry.ItemColumn.fileName)"
    let list = try StageList<SourceEntry.ItemColumn>(path: path)
    while let row = try list.next() {
      let first = try row.integer(.column) - 1
      var position = RecordPosition()
      position.line = try row.integer(.line)
      position.offset = try row.integer(.offset)
      position.length = try row.integer(.length)
      items[try row.integer(.record), default: []].append(
        Item(columns: first..<(first + (try row.integer(.columns))), position: position))
    }
  }

  /// Where what a record has in a column stands.
  func position(of column: Int, in cursor: RecordCursor) -> RecordPosition {
    items[cursor.record]?.first { $0.columns.contains(column) }?.position ?? cursor.position
  }
}

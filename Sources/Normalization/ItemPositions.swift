import Basics
import Interchange
import Tabular

/// Where the records of items stand that submissions were put together of.
struct ItemPositions: Sendable {
  struct Item {
    let record: Int
    let position: RecordPosition
    fileprivate let columns: Range<Int>
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
        Item(
          record: try row.integer(.itemRecord), position: position,
          columns: first..<(first + (try row.integer(.columns)))))
    }
  }

  /// The records that one was put together of, in their order; none where it was not.
  func items(of record: Int) -> [Item] {
    (items[record] ?? []).sorted { $0.record < $1.record }
  }

  /// The record that has what a submission has in a column.
  func item(of column: Int, in record: Int) -> Item? {
    items[record]?.first { $0.columns.contains(column) }
  }
}

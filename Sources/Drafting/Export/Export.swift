import Basics
import Interchange
import SurveyTools
import Tabular

/// An export as the first stage has read it, of one file or of several of one survey: what its
/// columns are called and what stands in them.
struct Export {
  let files: [ExportFile]
  /// The columns of all files, each once.
  let columns: [ExportColumn]

  /// That of the first file.
  var entry: SourceEntry { files[0].entry }

  /// - Parameter ingested: The folder of the first stage.
  init(ingested: String) throws(RunError) {
    let entries = try SourceEntry.read(from: ingested)
    guard !entries.isEmpty else {
      throw RunError(
        path: ingested, id: .file(.noInput), "no source was read; expected one")
    }
    self.init(
      try entries.map { entry throws(RunError) in try ExportFile(entry, ingested: ingested) })
  }

  init(_ files: [ExportFile]) {
    let order = Self.order(of: files)
    let positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let files = files.map { file in
      var file = file
      file.indices = Array(repeating: nil, count: order.count)
      for (index, key) in file.keys.enumerated() {
        if let position = positions[key] { file.indices[position] = index }
      }
      return file
    }
    self.files = files
    columns = order.indices.map { position in
      let parts = files.compactMap { file in file.indices[position].map { file.columns[$0] } }
      return ExportColumn(position: position, joining: parts)
    }
  }

  /// The exports of the files that have the same columns, in the order of their first file.
  var layouts: [Export] {
    var order: [[ExportFile.Key]] = []
    for file in files where !order.contains(file.keys) { order.append(file.keys) }
    return order.map { keys in Export(files.filter { $0.keys == keys }) }
  }

  /// A column that a later file has and those before it have not stands behind the one that it
  /// follows there.
  private static func order(of files: [ExportFile]) -> [ExportFile.Key] {
    var order: [ExportFile.Key] = []
    for file in files {
      var last = -1
      for key in file.keys {
        if let index = order.firstIndex(of: key) {
          last = index
        } else {
          last += 1
          order.insert(key, at: last)
        }
      }
    }
    return order
  }

  /// Whether a record is one of several that were put together, each about an item.
  var isPutTogether: Bool {
    FileSystem.exists("\(files[0].folder)/\(SourceEntry.ItemColumn.fileName)")
  }

  /// The records that were read.
  var records: Int {
    files.reduce(0) { $0 + $1.entry.records - $1.entry.quarantined - $1.entry.together }
  }

  /// How a definition names a column: by its heading, or by its position where that is no name.
  func written(of column: ExportColumn) -> String {
    let key = TextKey(column.written)
    let isName = !key.isEmpty && columns.count { TextKey($0.written) == key } == 1
    return isName ? column.written : "#\(column.position + 1)"
  }

  /// The first column whose heading or label is one of some.
  func column(called names: [String]) -> ExportColumn? {
    for name in names {
      let key = TextKey(name)
      if let column = columns.first(where: { $0.isCalled(key) }) { return column }
    }
    return nil
  }
}

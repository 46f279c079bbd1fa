import Basics
import Definition
import DisclosureControl
import Printing
import Questionnaire
import Statistics

/// A file of `machine/` that is there, with what its columns hold.
struct DescribedFile {
  let file: MachineFile
  let entry: MachineFileEntry
  private let hasFiguresOfText: Bool

  /// Those that were written, in the order of the catalogue; what is confidential is not among them.
  static func all(of content: PublishedContent, in folder: String) -> [DescribedFile] {
    MachineFile.allCases.filter { file in
      FileSystem.exists(MachineFolder.path(of: file.fileName, below: folder))
    }.map { file in
      DescribedFile(file: file, entry: file.entry, hasFiguresOfText: content.hasFiguresOfText)
    }
  }

  /// What the fields of a column are, told apart no further than formats of others do.
  enum Format {
    case text([String])
    case whole
    case number
  }

  func format(of column: MachineColumn) -> Format {
    switch column.kind {
    case .text, .table: .text([])
    case .words(let words): .text(words)
    case .whole: .whole
    case .number: .number
    case .figure: hasFiguresOfText ? .text([]) : .number
    }
  }

  /// The columns that name a table, which `tables.csv` has once.
  var references: [String] {
    guard file != .tables else { return [] }
    return entry.columns.filter { column in
      if case .table = column.kind { true } else { false }
    }.map(\.name)
  }
}

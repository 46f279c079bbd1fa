import Statistics

/// A file of `machine/` as it is described to other programs; its raw value is its name without `.csv`.
enum MachineFile: String, CaseIterable {
  case tables
  case cells
  case lists
  case tests
  case answerStates = "answer-states"
  case balance
  case findings
  case texts
  case superseded
  case late
  case corrections

  var fileName: String { "\(rawValue).csv" }

  var header: [String] { entry.columns.map(\.name) }
}

/// What a file of `machine/` holds.
struct MachineFileEntry {
  let title: String
  /// In the order of the file.
  let columns: [MachineColumn]
  /// The columns that no two rows have the same in, none of them blank; none where there are no such.
  var key: [String] = []
  /// What stands in a number's place where it is not released.
  var withheld: [String] = []
}

/// A column of a file of `machine/`.
struct MachineColumn {
  enum Kind {
    case text
    case whole
    case number
    /// A number, but for dates and for the letters of a comparison.
    case figure
    /// One of a few words, or blank.
    case words([String])
    /// The table that the row is about.
    case table
  }

  let name: String
  let kind: Kind
  let meaning: String

  init(_ name: String, _ meaning: String, as kind: Kind = .text) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }
}

/// What a placeholder of `report.md` may ask for.
enum Keyword: String, CaseIterable {
  case number
  case figure
  case base
  case percent
  case quantifier
  case list
  case names
  case title
  case cutOff = "cut-off"
  case scale
  case mention

  /// Whether it is said of a cell, and an author may say it in words of their own.
  var isAboutCell: Bool {
    switch self {
    case .number, .figure, .base, .percent, .quantifier, .list, .names: true
    case .title, .cutOff, .scale, .mention: false
    }
  }
}

extension RunError {
  /// A way out of a doubt that a person can choose: what to set, and what it makes of the data.
  package struct Answer: Sendable, Equatable {
    package let setting: Setting
    package let meaning: String

    package init(_ setting: Setting, meaning: String) {
      self.setting = setting
      self.meaning = meaning
    }
  }

  /// An option of `make new`.
  package enum Setting: Sendable, Equatable, CustomStringConvertible {
    case unit(String)
    case headerRows(Int)
    case skipLines(Int)
    /// `names` or `labels`.
    case choices(String)

    package var description: String {
      switch self {
      case .unit("record"): "UNIT=record"
      case .unit(let heading): "UNIT=\"\(heading)\""
      case .headerRows(let count): "HEADER_ROWS=\(count)"
      case .skipLines(let count): "SKIP_LINES=\(count)"
      case .choices(let texts): "CHOICES=\(texts)"
      }
    }
  }
}

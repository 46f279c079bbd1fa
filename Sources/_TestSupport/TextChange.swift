/// A change of some lines of a file, as `diff -u` shows it without its numbers: lines that begin
/// with a blank stay, those with `-` go and those with `+` come. Before them stands the name of the
/// file.
struct TextChange: Sendable {
  let file: String
  private var old: [String] = []
  private var new: [String] = []

  /// All changes of a text; blank lines stand between them.
  static func read(_ text: String) throws -> [TextChange] {
    var changes: [TextChange] = []
    for line in text.split(separator: "\n") {
      guard let mark = line.first, [" ", "-", "+"].contains(mark) else {
        changes.append(TextChange(file: String(line)))
        continue
      }
      guard !changes.isEmpty else { throw Wrong(message: "change.txt begins without a file") }
      let content = String(line.dropFirst())
      if mark != "+" { changes[changes.count - 1].old.append(content) }
      if mark != "-" { changes[changes.count - 1].new.append(content) }
    }
    return changes
  }

  private init(file: String) { self.file = file }

  /// Changes the file, in which the old lines must stand once.
  func apply(to path: String, in workdir: Workdir) throws {
    let lines = try workdir.read(path).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let indices = lines.indices.filter { lines[$0...].starts(with: old) }
    guard !old.isEmpty, indices.count == 1 else {
      throw Wrong(
        message:
          "\(file) has these lines of change.txt \(indices.count) times; expected them once:\n"
          + old.joined(separator: "\n"))
    }
    let changed = lines[..<indices[0]] + new + lines[(indices[0] + old.count)...]
    try workdir.write(changed.joined(separator: "\n"), to: path)
  }

  struct Wrong: Error {
    let message: String
  }
}

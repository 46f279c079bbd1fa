import Basics

/// `SHA256SUMS` of a folder that is handed on: the digest of each file in it but this one, as
/// sha256sum(1) reads it, so that whoever has a copy can check it with `sha256sum -c SHA256SUMS`.
struct DigestList {
  static let fileName = "SHA256SUMS"

  let entries: [Manifest.Entry]

  /// Lists all files that are in a folder, and writes the list beside them.
  ///
  /// - Parameter known: Files of the folder whose SHA-256 was taken just now.
  static func write(
    to folder: String, knowing known: [Manifest.Entry], jobs: Int
  ) throws(RunError) {
    let names = Set(known.map(\.path)).union([fileName])
    let others = try FileSystem.files(below: folder).filter { !names.contains($0) }
    let entries = try Manifest.Entry.entries(of: others, in: folder, by: .sha256, jobs: jobs)
    let list = DigestList(
      entries: (known + entries).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
    try AtomicFile.write(list.text, to: "\(folder)/\(fileName)")
  }

  /// Reads the list of a folder; nil where it has none. What is no line of a list is no file.
  init?(in folder: String) throws(RunError) {
    let path = "\(folder)/\(Self.fileName)"
    guard FileSystem.exists(path) else { return nil }
    let lines = String(decoding: try FileSystem.bytes(of: path), as: UTF8.self)
    entries = lines.split(separator: "\n").compactMap { line in
      let isEscaped = line.hasPrefix("\\")
      let words = line.drop { $0 == "\\" }
      let name = String(words.dropFirst(66))
      guard words.count > 66 else { return nil }
      return Manifest.Entry(
        path: isEscaped ? Self.unescaped(name) : name, bytes: 0, sha256: String(words.prefix(64)))
    }
  }

  private init(entries: [Manifest.Entry]) {
    self.entries = entries
  }

  /// A line with a name that would end it early begins with a backslash, see sha256sum(1).
  private var text: String {
    entries.map { entry in
      let name = Self.escaped(entry.path)
      return "\(name == entry.path ? "" : "\\")\(entry.digest.text)  \(name)\n"
    }.joined()
  }

  private static let escapes: [(Character, Character)] = [("\\", "\\"), ("\n", "n"), ("\r", "r")]

  private static func escaped(_ name: String) -> String {
    String(
      name.unicodeScalars.flatMap { scalar -> [Character] in
        let letter = Character(scalar)
        return escapes.first { $0.0 == letter }.map { ["\\", $0.1] } ?? [letter]
      })
  }

  private static func unescaped(_ name: String) -> String {
    var text = ""
    var isEscaped = false
    for letter in name {
      if isEscaped {
        text.append(escapes.first { $0.1 == letter }?.0 ?? letter)
      } else if letter != "\\" {
        text.append(letter)
      }
      isEscaped = !isEscaped && letter == "\\"
    }
    return text
  }
}

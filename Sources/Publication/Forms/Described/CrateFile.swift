import Basics
import Interchange

/// A file of a research object: one of the folder, or one that the run read elsewhere.
struct CrateFile {
  let id: String
  /// Its properties, with the names of the vocabulary of RO-Crate.
  let members: [(String, JSONValue)]

  /// A file that is published.
  init(published name: String, in folder: String) throws(RunError) {
    let found = try Digest.Method.sha256.digest(ofFile: "\(folder)/\(name)")
    self.init(
      id: Self.address(of: name), names: [name], bytes: found.bytes, sha256: found.digest.text)
  }

  /// What was read, none of it in the folder: named by its digest, as RFC 6920 has it. Files of the same
  /// bytes are one, with several names.
  static func all(_ inputs: RunInputs?, of collection: String) -> [CrateFile] {
    guard let inputs else { return [] }
    let read = [
      ("Input/\(collection)", inputs.sources), ("Pipelines/\(collection)", inputs.definitions),
      ("Pipelines/registers", inputs.registers),
    ].flatMap { folder, entries in entries.map { (name: "\(folder)/\($0.path)", entry: $0) } }
    var names: [String: [String]] = [:]
    for (name, entry) in read { names[entry.digest.text, default: []].append(name) }
    return read.compactMap { _, entry in
      guard let names = names.removeValue(forKey: entry.digest.text) else { return nil }
      return CrateFile(
        id: "ni:///sha-256;\(entry.digest.base64Address)", names: names, bytes: entry.bytes,
        sha256: entry.digest.text)
    }
  }

  private init(id: String, names: [String], bytes: Int, sha256: String) {
    self.id = id
    var members: [(String, JSONValue)] = [
      ("@id", .text(id)), ("@type", "File"),
      ("name", names.count == 1 ? .text(names[0]) : .list(names.map { .text($0) })),
      ("contentSize", .text(String(bytes))), ("sha256", .text(sha256)),
    ]
    if let format = names.lazy.compactMap(Self.mediaType).first {
      members.append(("encodingFormat", .text(format)))
    }
    self.members = members
  }

  /// A relative reference (RFC 3986): whatever is no unreserved letter is its bytes.
  private static func address(of path: String) -> String {
    let unreserved = Set(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    return path.utf8.map { byte in
      unreserved.contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
    }.joined()
  }

  /// As IANA has it; nil for a file that is known by its name alone.
  private static func mediaType(of name: String) -> String? {
    let types = [
      ".csv": "text/csv", ".md": "text/markdown", ".html": "text/html", ".txt": "text/plain",
      ".sh": "application/x-sh", ".json": "application/json", ".yaml": "application/yaml",
      ".xml": "application/xml",
      ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      ".sqlite": "application/vnd.sqlite3", ".sav": "application/x-spss-sav",
      ".sps": "application/x-spss-sps", ".zip": "application/zip", ".gz": "application/gzip",
    ]
    return types.first { name.lowercased().hasSuffix($0.key) }?.value
  }
}

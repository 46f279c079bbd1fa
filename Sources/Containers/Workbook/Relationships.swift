import Basics

/// Which parts a part of a package refers to (OPC, ECMA-376 part 2, 6.5).
struct Relationships {
  private var items: [Item] = []

  fileprivate struct Item {
    let id: String
    let type: String
    let target: String
  }

  /// - Parameter part: The name of the part; empty for the package itself.
  init(of part: String, in archive: ZipArchive) throws(RunError) {
    let folder = FileSystem.parent(of: part)
    let name = "_rels/\(part.isEmpty ? "" : FileSystem.name(of: part)).rels"
    guard let entry = archive.entry(folder.isEmpty ? name : "\(folder)/\(name)") else { return }
    let reader = RelationshipsPart()
    try XMLReader.read(entry, of: archive, reader)
    items = reader.items.map { item in
      Item(id: item.id, type: item.type, target: Self.resolve(item.target, in: folder))
    }
  }

  func target(of id: String) -> String? {
    items.first { $0.id == id }?.target
  }

  /// The type is an address of which the strict and the transitional form share the last word.
  func target(ofType type: String) -> String? {
    items.first { $0.type.hasSuffix("/\(type)") }?.target
  }

  func isWorksheet(_ id: String) -> Bool {
    items.contains { $0.id == id && $0.type.hasSuffix("/worksheet") }
  }

  /// A target is absolute, or stands relative to the folder of the part that has it.
  private static func resolve(_ target: String, in folder: String) -> String {
    var names = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for name in target.split(separator: "/") {
      switch name {
      case ".": break
      case "..": _ = names.popLast()
      default: names.append(name)
      }
    }
    return names.joined(separator: "/")
  }
}

private final class RelationshipsPart: XMLHandler {
  private(set) var items: [Relationships.Item] = []

  func begin(_ element: String, _ attributes: XMLAttributes) {
    guard element == "Relationship" else { return }
    items.append(
      Relationships.Item(
        id: attributes["Id"] ?? "", type: attributes["Type"] ?? "",
        target: attributes["Target"] ?? ""))
  }

  func end(_ element: String, text: [UInt8]) {}
}

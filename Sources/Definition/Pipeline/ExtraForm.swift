import Basics

/// A form of what is published that is made only where it is asked for: under `forms`, or on the command
/// line of the export.
package enum ExtraForm: String, Sendable, CaseIterable {
  case datapackage
  case csvw
  case sqlite

  /// What it is, for people.
  package var meaning: String {
    switch self {
    case .datapackage: "`machine/datapackage.json`, a Data Package of Frictionless"
    case .csvw: "`machine/csv-metadata.json`, CSV on the Web"
    case .sqlite: "`<collection>.sqlite`, a database of SQLite"
    }
  }
}

extension PipelineDefinition {
  static func forms(_ node: DefinitionNode?) throws(RunError) -> Set<ExtraForm> {
    var forms: Set<ExtraForm> = []
    for item in try node?.list() ?? [] { forms.insert(try item.word(as: ExtraForm.self)) }
    return forms
  }

  /// The licence of the figures: what programs know it by.
  static func licence(_ node: DefinitionNode?) throws(RunError) -> Licence? {
    guard let node else { return nil }
    let text = try node.text()
    guard let licence = Licence(text) else {
      throw node.error(
        id: .pipeline(.licence),
        "found '\(text)'; expected an identifier of SPDX such as CC-BY-4.0, or an address that begins with "
          + "https://")
    }
    return licence
  }
}

/// The licence of what is published.
package enum Licence: Sendable, Equatable {
  /// As the SPDX License List has it.
  case identifier(String)
  case address(String)

  init?(_ text: String) {
    let isOfLetters = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-.+".utf8.contains(byte)
    }
    if text.hasPrefix("https://") || text.hasPrefix("http://"),
      text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) })
    {
      self = .address(text)
    } else if !text.isEmpty, isOfLetters {
      self = .identifier(text)
    } else {
      return nil
    }
  }

  /// Where it can be read.
  package var address: String {
    switch self {
    case .identifier(let name): "https://spdx.org/licenses/\(name)"
    case .address(let address): address
    }
  }
}

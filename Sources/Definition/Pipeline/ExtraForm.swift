package import Basics

/// A form of what is published that is made only where it is asked for: under `forms`, or on the command
/// line of the export.
package enum ExtraForm: String, Sendable, CaseIterable {
  case datapackage
  case csvw
  case sqlite
  case sav
  case xlsform
  case sdmx
  case ddi
  /// The last one, since it is of all files.
  case crate = "ro-crate"

  /// What it is, for people.
  package var meaning: String {
    switch self {
    case .datapackage: "`machine/datapackage.json`, a Data Package of Frictionless"
    case .csvw: "`machine/csv-metadata.json`, CSV on the Web"
    case .sqlite: "`<collection>.sqlite`, a database of SQLite"
    case .sav: "`<collection>.sav` and `.sps`, data and syntax of SPSS"
    case .xlsform: "`<collection>-form.xlsx`, the questionnaire for KoboToolbox and ODK"
    case .sdmx: "`sdmx/data.csv` and `structure.xml`, SDMX-CSV and its data structure"
    case .ddi: "`<collection>-codebook.xml`, the questionnaire as DDI-Codebook"
    case .crate: "`ro-crate-metadata.json`, all files and what they were made from, as an RO-Crate"
    }
  }

  /// Whether it is of submissions and nothing else, which nobody gets of replies given in confidence.
  private var isOfSubmissions: Bool {
    switch self {
    case .sav: true
    case .datapackage, .csvw, .sqlite, .xlsform, .sdmx, .ddi, .crate: false
    }
  }

  /// - Throws: `badDefinition` where a form would be of replies that were given in confidence, and where the
  ///   questionnaire cannot be put into the form that is asked for.
  package static func require(
    _ forms: Set<ExtraForm>, of pipeline: PipelineDefinition, line: Int? = nil
  ) throws(RunError) {
    if pipeline.disclosure != nil,
      let form = allCases.first(where: { forms.contains($0) && $0.isOfSubmissions })
    {
      throw RunError(
        path: pipeline.path, line: line, id: .confidence(.confidentialForm),
        "'\(form.rawValue)' has a row for each reply, and the replies were given in confidence ('disclosure'); "
          + "expected a form of figures or of the questionnaire. Take it out")
    }
    if forms.contains(.xlsform) { try ToolForm(pipeline).require() }
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

extension PipelineDefinition {
  /// An identifier of SDMX (*NestedNCNameIDType*): names of letters, digits, `_` and `-` that begin with a
  /// letter, with points between them.
  static func agency(_ node: DefinitionNode?) throws(RunError) -> String {
    guard let node else { return "RAPPORTEUR" }
    let text = try node.text()
    let isAgency = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { name in
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return name.first.map { letters.contains($0 | 0x20) } ?? false
          && name.allSatisfy {
            letters.contains($0 | 0x20) || digits.contains($0) || "_-".utf8.contains($0)
          }
      }
    guard isAgency else {
      throw node.error(
        id: .pipeline(.agency),
        "found '\(text)'; expected an identifier of SDMX such as OECD or OECD.SDD: letters, digits, '_' and "
          + "'-', with points between names that begin with a letter")
    }
    return text
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

  /// What it is called.
  package var name: String {
    switch self {
    case .identifier(let name): name
    case .address(let address): address
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

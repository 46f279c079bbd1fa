import Basics

/// A code list that is made of what is published: each code means one thing.
struct SDMXCodelist {
  /// What a code stands for, as `cells.csv` has it.
  struct Meaning: Hashable {
    /// Empty for the total.
    var variable = ""
    let code: String
    let label: String
    /// The repeat of which a table counts the instances; empty where it counts reporting units.
    var unit = ""
  }

  let id: String
  let name: String
  private(set) var codes: [(id: String, meaning: Meaning)] = []
  private var ids: [Meaning: String] = [:]
  private var names = DistinctNames()

  init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// The code of a meaning; a new one is called as it is asked for, or else after the table that has it.
  mutating func id(of meaning: Meaning, called wanted: String, in table: String = "") -> String {
    if let id = ids[meaning] { return id }
    let wanted = Self.identifier(wanted)
    let own = table.isEmpty ? wanted : "\(wanted)-in-\(Self.identifier(table))"
    let id = names.name(for: wanted) { $0 == 2 && own != wanted ? own : "\(own)_\($0)" }
    ids[meaning] = id
    codes.append((id, meaning))
    return id
  }

  /// An identifier of SDMX (*IDType*): letters without accents, digits, `_` and `-`.
  static func identifier(_ text: String) -> String {
    let letters = LetterForms.withoutAccents(text).unicodeScalars.map { letter in
      let isTaken =
        letter.isASCII && (letter.properties.isAlphabetic || ("0"..."9").contains(letter))
        || letter == "-"
      return isTaken ? Character(letter) : "_"
    }
    return letters.isEmpty ? "_" : String(letters)
  }
}

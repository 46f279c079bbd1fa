/// The columns of a stage list, in their order: its layout is an enumeration of them, so that what
/// writes the header and what reads a field cannot name different ones.
///
/// A case is called as its column, `textBytes` for `text_bytes`.
package protocol StageColumn: RawRepresentable<Int>, CaseIterable, Sendable {}

extension StageColumn {
  /// The name in the header.
  package var name: String {
    "\(self)".reduce(into: "") { name, letter in
      name += letter.isUppercase ? "_\(letter.lowercased())" : String(letter)
    }
  }

  package static var header: [String] { allCases.map(\.name) }
}

/// Who of the registers has ever been called how, whatever the day.
package struct NameIndex: Sendable {
  private var codes: [NameKey: Set<String>] = [:]

  package init(_ register: Register) {
    for name in register.allNames {
      for key in NameKey.keys(of: name.text) { codes[key, default: []].insert(name.iso3) }
    }
  }

  /// The codes of those that a text is a name of, in order.
  package func codes(named text: String) -> [String] {
    NameKey.keys(of: text).reduce(into: Set<String>()) { $0.formUnion(codes[$1] ?? []) }.sorted()
  }
}

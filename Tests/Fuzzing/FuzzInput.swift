/// The bytes of one run: the first ones decide between choices, the rest is what is read.
struct FuzzInput {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// One of so many choices; the first where no byte is left.
  mutating func choice(of count: Int) -> Int {
    Int(rest.popFirst() ?? 0) % count
  }

  mutating func choice<Item>(of items: [Item]) -> Item {
    items[choice(of: items.count)]
  }

  /// The rest as text, or nil where it is not UTF-8.
  var text: String? {
    String(validating: rest, as: UTF8.self)
  }

  /// The rest in parts, split at a byte that no text has.
  var parts: [ArraySlice<UInt8>] {
    rest.split(separator: 0xFF, omittingEmptySubsequences: false)
  }
}

/// A name as it sorts: small letters without accents, so that "Côte" stands beside "Costa".
package struct SortKey: Comparable, Sendable {
  private let base: String
  private let exact: String

  package init(_ name: String) {
    base = LetterForms.folded(name)
    exact = name
  }

  package static func < (left: SortKey, right: SortKey) -> Bool {
    (left.base, left.exact) < (right.base, right.exact)
  }
}

/// Sets that make up another.
extension UnitSpace {
  /// How a set is divided: by one of the partitions of a dimension.
  struct Division: Hashable {
    /// What holds besides.
    let around: [UnitSet.Part]
    let dimension: Int
    /// The values that are divided.
    let values: ValueSet
    let partition: Int
  }

  /// A set and the parts that make it up, none of them twice.
  struct Parts {
    let whole: UnitSet
    let parts: [UnitSet]
    fileprivate let division: Division
    fileprivate let values: [ValueSet]
  }

  /// The divisions that a set is a part of, or the whole.
  func divisions(around set: UnitSet) -> [Division] {
    set.parts.flatMap { part -> [Division] in
      guard let around = around(part.dimension, of: set) else { return [] }
      let dimension = dimensions[part.dimension]
      var values = part.values
      if set[Self.response] == replied, let silent = dimension.silent {
        values = values.subtracting(silent)
      }
      return [dimension.all, values].flatMap { values in
        dimension.partitions.indices.map {
          Division(around: around, dimension: part.dimension, values: values, partition: $0)
        }
      }
    }
  }

  /// What remains of a set's description without one dimension, and without what follows from it.
  ///
  /// - Returns: nil for whether units replied, where that follows from their answers.
  func around(_ dimension: Int, of set: UnitSet) -> [UnitSet.Part]? {
    let others = set.parts(without: [dimension])
    let isAlone = !others.contains { dimensions[$0.dimension].isAboutAnswers }
    if dimension == Self.response { return isAlone ? others : nil }
    return isAlone && dimensions[dimension].silent != nil
      ? set.parts(without: [dimension, Self.response]) : others
  }

  /// - Returns: nil where the whole is not divided, but one of the parts.
  func parts(of division: Division) -> Parts? {
    guard let whole = set(division.around, dimension: division.dimension, values: division.values)
    else { return nil }
    let parts = dimensions[division.dimension].partitions[division.partition]
      .map { $0.intersection(division.values) }
      .compactMap { values in
        set(division.around, dimension: division.dimension, values: values).map { (values, $0) }
      }
    guard let first = parts.first, parts.count > 1 || first.1 != whole else { return nil }
    return Parts(
      whole: whole, parts: parts.map(\.1), division: division, values: parts.map(\.0))
  }

  /// The set that some parts of a whole are together.
  func union(of parts: Parts, where isMember: (UnitSet) -> Bool) -> UnitSet? {
    let members = parts.parts.indices.filter { isMember(parts.parts[$0]) }
      .map { parts.values[$0] }
    guard let first = members.first else { return nil }
    return set(
      parts.division.around, dimension: parts.division.dimension,
      values: members.dropFirst().reduce(first) { $0.union($1) })
  }

  func set(_ around: [UnitSet.Part], dimension: Int, values: ValueSet) -> UnitSet? {
    values.isEmpty ? nil : set(around + [.init(dimension: dimension, values: values)])
  }
}

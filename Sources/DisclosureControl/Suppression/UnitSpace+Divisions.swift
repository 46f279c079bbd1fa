/// Sets that make up another.
extension UnitSpace {
  /// What is divided: what holds for all units, and the dimension by which they are told apart.
  struct Context: Hashable {
    let around: [UnitSet.Part]
    let dimension: Int
  }

  /// How a set is divided: by one of the partitions of a dimension.
  struct Division: Hashable {
    let context: Context
    /// The values that are divided.
    let values: ValueSet
    let partition: Int
  }

  /// A set and the parts that make it up, none of them twice.
  struct Parts {
    let whole: UnitSet
    let parts: [UnitSet]
    let context: Context
    /// What each part has of the dimension.
    let values: [ValueSet]
  }

  /// The divisions that a set is a part of, or the whole.
  func divisions(around set: UnitSet) -> [Division] {
    contexts(of: set).flatMap { context, values in
      let dimension = dimensions[context.dimension]
      return [dimension.all, values].flatMap { values in
        dimension.partitions.indices.map {
          Division(context: context, values: values, partition: $0)
        }
      }
    }
  }

  /// What a set is a part of, by each of its dimensions, and what it has of that dimension.
  func contexts(of set: UnitSet) -> [(context: Context, values: ValueSet)] {
    set.parts.compactMap { part in
      guard let around = around(part.dimension, of: set) else { return nil }
      return (
        Context(around: around, dimension: part.dimension), values(of: set, part.dimension)
      )
    }
  }

  /// What a set has of a dimension, by which it need not be divided.
  func values(of set: UnitSet, _ dimension: Int) -> ValueSet {
    let values = set[dimension] ?? dimensions[dimension].all
    guard set[Self.response] == replied, let silent = dimensions[dimension].silent else {
      return values
    }
    return values.subtracting(silent)
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
    let context = division.context
    guard let whole = set(context, division.values) else { return nil }
    let parts = dimensions[context.dimension].partitions[division.partition]
      .map { $0.intersection(division.values) }
      .compactMap { values in set(context, values).map { (values, $0) } }
    guard let first = parts.first, parts.count > 1 || first.1 != whole else { return nil }
    return Parts(
      whole: whole, parts: parts.map(\.1), context: context, values: parts.map(\.0))
  }

  /// The set that some parts of a whole are together.
  func union(of parts: Parts, where isMember: (UnitSet) -> Bool) -> UnitSet? {
    let members = parts.parts.indices.filter { isMember(parts.parts[$0]) }
      .map { parts.values[$0] }
    guard let first = members.first else { return nil }
    return set(parts.context, members.dropFirst().reduce(first) { $0.union($1) })
  }

  /// - Returns: nil where no unit can be in it.
  func set(_ context: Context, _ values: ValueSet) -> UnitSet? {
    set(context.around, dimension: context.dimension, values: values)
  }

  func set(_ around: [UnitSet.Part], dimension: Int, values: ValueSet) -> UnitSet? {
    values.isEmpty ? nil : set(around + [.init(dimension: dimension, values: values)])
  }
}

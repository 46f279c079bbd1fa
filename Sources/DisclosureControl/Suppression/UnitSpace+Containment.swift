/// Sets that are parts of others.
extension UnitSpace {
  /// The pairs of sets of which the first is a part of the second, and of no other between them,
  /// as far as so many dimensions tell them apart.
  func containments(
    among sets: [UnitSet], differingIn count: Int
  ) -> [(part: Int, whole: Int)] {
    let depends = sets.map { set in
      set.parts.map(\.dimension).filter { dimensions[$0].isAboutAnswers }
    }
    var numbers: [[Int]: [Int]] = [:]
    for (number, dimensions) in depends.enumerated() {
      numbers[dimensions, default: []].append(number)
    }
    return sets.indices.flatMap { part -> [(part: Int, whole: Int)] in
      let keys =
        depends[part].count <= 6
        ? Self.subsets(of: depends[part])
        : numbers.keys.filter { Set($0).isSubset(of: depends[part]) }
      let wholes = keys.flatMap { numbers[$0] ?? [] }
        .filter { $0 != part && contains(sets[$0], sets[part]) }
      return wholes.filter { whole in
        differences(sets[part], sets[whole]) >= count
          && !wholes.contains { $0 != whole && contains(sets[whole], sets[$0]) }
      }.sorted().map { (part, $0) }
    }
  }

  /// The pairs of sets that differ in what registers say alone, with how many units of the first can
  /// be outside the second at most, where those are few.
  func profileExcesses(
    among sets: [UnitSet], below limit: Int
  ) -> [(part: Int, whole: Int, excess: Int)] {
    var groups: [[UnitSet.Part]: [Int]] = [:]
    for (number, set) in sets.enumerated() where !isPublic(set) {
      groups[set.parts(without: [Self.profile]), default: []].append(number)
    }
    return groups.values.flatMap { group in
      group.flatMap { part in
        group.compactMap { whole -> (part: Int, whole: Int, excess: Int)? in
          let all = dimensions[Self.profile].all
          let outside = (sets[part][Self.profile] ?? all)
            .subtracting(sets[whole][Self.profile] ?? all)
          guard !outside.isEmpty else { return nil }
          let values = [Self.profile: outside, Self.response: sets[part][Self.response]]
          let excess = publicCount(
            of: UnitSet(
              parts: values.compactMap { dimension, values in
                values.map { .init(dimension: dimension, values: $0) }
              }))
          return excess.flatMap { $0 < limit ? (part, whole, $0) : nil }
        }
      }
    }.sorted { ($0.part, $0.whole) < ($1.part, $1.whole) }
  }

  private static func subsets(of dimensions: [Int]) -> [[Int]] {
    dimensions.reduce([[]]) { subsets, dimension in subsets + subsets.map { $0 + [dimension] } }
  }

  func contains(_ whole: UnitSet, _ part: UnitSet) -> Bool {
    let hasReplied = part[Self.response] == replied
    return whole.parts.allSatisfy { limit in
      let dimension = dimensions[limit.dimension]
      guard limit.dimension != Self.response else {
        let response = hasReplied ? replied : part[Self.response] ?? dimension.all
        return response.isSubset(of: limit.values)
      }
      // Whoever replied is not silent.
      return (part[limit.dimension] ?? dimension.all)
        .isSubset(of: limit.values, besides: hasReplied ? dimension.silent : nil)
    }
  }

  private func differences(_ left: UnitSet, _ right: UnitSet) -> Int {
    Set(left.parts + right.parts).reduce(into: Set<Int>()) { dimensions, part in
      if part.dimension != Self.response, left[part.dimension] != right[part.dimension] {
        dimensions.insert(part.dimension)
      }
    }.count
  }
}

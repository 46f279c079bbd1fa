/// Sets in one form each.
extension UnitSpace {
  /// The units that all parts have in common, said in one way: who has answered has replied, and
  /// what did not reply has no answers.
  ///
  /// - Returns: nil where no unit can be in all of them.
  func set(_ parts: [UnitSet.Part]) -> UnitSet? {
    var values: [Int: ValueSet] = [:]
    for part in parts {
      values[part.dimension] = values[part.dimension]?.intersection(part.values) ?? part.values
    }
    var response = values[Self.response] ?? dimensions[Self.response].all
    for (dimension, set) in values {
      guard let silent = dimensions[dimension].silent else { continue }
      if set.intersection(silent).isEmpty { response = response.intersection(replied) }
      if set == silent { response = response.subtracting(replied) }
    }
    // Organizations never reply.
    if let profiles = values[Self.profile], profiles.intersection(units).isEmpty {
      response = response.subtracting(replied)
    }
    guard !response.isEmpty, !values.values.contains(where: \.isEmpty) else { return nil }
    if response == replied {
      guard let routed = routed(values) else { return nil }
      values = routed
    }
    for (dimension, set) in values {
      guard let silent = dimensions[dimension].silent else { continue }
      if response == replied {
        // Whether silence is among the values makes no difference.
        guard !set.subtracting(silent).isEmpty else { return nil }
        values[dimension] = set.union(silent)
      } else if response.intersection(replied).isEmpty {
        guard !set.intersection(silent).isEmpty else { return nil }
        values[dimension] = nil
      }
    }
    if response == replied {
      values[Self.profile] = values[Self.profile]?.intersection(units) ?? units
    }
    values[Self.response] = response
    guard !values.values.contains(where: \.isEmpty) else { return nil }
    return UnitSet(
      parts: values.filter { $1 != dimensions[$0].all }.sorted { $0.key < $1.key }
        .map { .init(dimension: $0.key, values: $0.value) })
  }

  /// Whether anybody can tell which units are in a set: from registers, and from who replied, which
  /// is no secret; what they replied is.
  func isPublic(_ set: UnitSet) -> Bool {
    set.parts.allSatisfy { !dimensions[$0.dimension].isAboutAnswers }
  }

  /// The units of the same profiles that replied, or that did not.
  func publicGroup(of set: UnitSet) -> UnitSet? {
    self.set(set.parts.filter { [Self.profile, Self.response].contains($0.dimension) })
  }

  /// How many units are in a set, where that does not depend on what they replied.
  func publicCount(of set: UnitSet) -> Int? {
    guard set.parts.allSatisfy({ [Self.profile, Self.response].contains($0.dimension) }) else {
      return nil
    }
    let profiles = set[Self.profile] ?? dimensions[Self.profile].all
    let responses = set[Self.response] ?? dimensions[Self.response].all
    return counts.indices.filter(profiles.contains).reduce(0) { sum, profile in
      sum + (responses.contains(0) ? counts[profile].replied : 0)
        + (responses.contains(1) ? counts[profile].silent : 0)
    }
  }

  /// How many units of a set did not reply, which anybody can tell.
  func silentCount(of set: UnitSet) -> Int {
    let silent = dimensions[Self.response].all.subtracting(replied)
    let part = self.set(set.parts + [UnitSet.Part(dimension: Self.response, values: silent)])
    return part.flatMap(publicCount) ?? 0
  }

  /// The values that units can have, where those that replied are not silent.
  func possible(_ set: ValueSet, in dimension: Int, hasReplied: Bool) -> ValueSet {
    if dimension == Self.response { return hasReplied ? replied : set }
    guard hasReplied, let silent = dimensions[dimension].silent else { return set }
    return set.subtracting(silent)
  }
}

/// What is the same of several sets but for what registers say of their units.
extension UnitSpace {
  /// Sets that differ in attributes alone, cut into the smallest sets that they are made of.
  struct ProfileDivision {
    let sets: [UnitSet]
    /// With how many units there are that could be in them.
    let atoms: [(set: UnitSet, most: Int)]
    /// The atoms of each set.
    let indices: [[Int]]
  }

  /// How registers divide sets that depend on answers: those that differ in nothing else together.
  func profileDivisions(of sets: [UnitSet]) -> [ProfileDivision] {
    var members: [[UnitSet.Part]: [UnitSet]] = [:]
    var order: [[UnitSet.Part]] = []
    for set in sets where !isPublic(set) {
      let around = set.parts(without: [Self.profile])
      if members[around] == nil { order.append(around) }
      members[around, default: []].append(set)
    }
    return order.compactMap { profileDivision(of: members[$0] ?? [], around: $0) }
  }

  private func profileDivision(
    of sets: [UnitSet], around: [UnitSet.Part]
  ) -> ProfileDivision? {
    let all = dimensions[Self.profile].all
    let values = sets.map { $0[Self.profile] ?? all }
    var atoms = [values.reduce(ValueSet.none(of: dimensions[Self.profile].count)) { $0.union($1) }]
    for value in values where value != all {
      atoms = atoms.flatMap { [$0.intersection(value), $0.subtracting(value)] }
        .filter { !$0.isEmpty }
    }
    let response = around.filter { $0.dimension == Self.response }
    let cut = atoms.compactMap { atom -> (values: ValueSet, set: UnitSet, most: Int)? in
      guard let set = set(around, dimension: Self.profile, values: atom),
        let group = self.set(response, dimension: Self.profile, values: atom),
        let most = publicCount(of: group),
        most > 0
      else { return nil }
      return (atom, set, most)
    }
    guard cut.contains(where: { atom in !values.contains(atom.values) }) else { return nil }
    return ProfileDivision(
      sets: sets, atoms: cut.map { ($0.set, $0.most) },
      indices: values.map { value in
        cut.indices.filter { !cut[$0].values.intersection(value).isEmpty }
      })
  }
}

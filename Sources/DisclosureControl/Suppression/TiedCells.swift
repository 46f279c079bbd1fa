/// Cells that can change together alone, and the sums that are left among them.
///
/// Where all but two cells of a sum cannot change, the two rise together, or one falls as the other
/// rises. Of thousands of sums few are left when each such tie is one unknown.
struct TiedCells {
  /// A cell as its tie changes, or against it; 0 where it cannot change.
  struct Member {
    var tie: Int
    var sign: Int
  }

  struct Term: Hashable {
    let tie: Int
    var factor: Int
  }

  /// By cell.
  private(set) var members: [Member]
  /// Each adds up to no change; by tie, in order.
  private(set) var sums: [[Term]] = []

  /// - Parameter bounds: What each cell can be.
  init(_ linked: LinkedCells, bounds: [ClosedRange<Int>]) {
    members = linked.cells.indices.map { Member(tie: $0, sign: bounds[$0].count > 1 ? 1 : 0) }
    var left = linked.sums.map { $0.map { Term(tie: $0.cell, factor: $0.sign) } }
    var isStable = false
    while !isStable {
      isStable = true
      var found: Set<[Term]> = []
      left = left.compactMap { terms in
        let terms = reduced(terms)
        switch terms.count {
        case 0: return nil
        case 1: fix(terms[0].tie)
        case 2 where abs(terms[0].factor) == abs(terms[1].factor):
          tie(terms[1].tie, to: terms[0].tie, sign: terms[0].factor == terms[1].factor ? -1 : 1)
        default: return found.insert(terms).inserted ? terms : nil
        }
        isStable = false
        return nil
      }
    }
    sums = left
    for cell in members.indices { members[cell] = member(cell) }
  }

  /// The terms that can change, of each tie once, the first of them positive and none of them
  /// a multiple.
  private func reduced(_ terms: [Term]) -> [Term] {
    let known = terms.compactMap { term -> Term? in
      let member = member(term.tie)
      return member.sign == 0 ? nil : Term(tie: member.tie, factor: term.factor * member.sign)
    }.sorted { $0.tie < $1.tie }
    var sums: [Term] = []
    for term in known {
      if sums.last?.tie == term.tie {
        sums[sums.count - 1].factor += term.factor
      } else {
        sums.append(term)
      }
    }
    sums.removeAll { $0.factor == 0 }
    guard let first = sums.first, first.factor < 0 else { return sums }
    return sums.map { Term(tie: $0.tie, factor: -$0.factor) }
  }

  /// Follows a cell to what it is tied to in the end.
  private func member(_ cell: Int) -> Member {
    var member = Member(tie: cell, sign: 1)
    while member.sign != 0 {
      let next = members[member.tie]
      let isLast = next.tie == member.tie
      member = Member(tie: next.tie, sign: member.sign * next.sign)
      if isLast { break }
    }
    return member
  }

  private mutating func fix(_ tie: Int) {
    members[tie].sign = 0
  }

  private mutating func tie(_ other: Int, to tie: Int, sign: Int) {
    members[other] = Member(tie: tie, sign: sign)
  }
}

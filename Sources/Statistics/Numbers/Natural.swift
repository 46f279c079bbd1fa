/// A whole number of any size that is not negative: sums of products that leave 128 bits stay exact.
package struct Natural: Equatable {
  /// From the lowest; the highest is not zero.
  private var limbs: [UInt128] = []

  package init(_ number: UInt128 = 0) {
    if number > 0 { limbs = [number] }
  }

  package var isZero: Bool { limbs.isEmpty }

  /// The number where it has at most 128 bits.
  package var small: UInt128? { limbs.count > 1 ? nil : limbs.first ?? 0 }

  /// Adds the product of two numbers, where it stands for `2^(128 · position)` times as much.
  package mutating func add(_ number: UInt128, times factor: UInt128 = 1, at position: Int = 0) {
    let product = number.multipliedFullWidth(by: factor)
    add(product.low, at: position)
    add(product.high, at: position + 1)
  }

  package mutating func add(_ number: Natural, times factor: UInt128 = 1) {
    for (position, limb) in number.limbs.enumerated() { add(limb, times: factor, at: position) }
  }

  private mutating func add(_ limb: UInt128, at position: Int) {
    var (carry, position) = (limb, position)
    while carry > 0 {
      while limbs.count <= position { limbs.append(0) }
      let (sum, overflows) = limbs[position].addingReportingOverflow(carry)
      limbs[position] = sum
      carry = overflows ? 1 : 0
      position += 1
    }
  }

  package static func * (left: Natural, right: Natural) -> Natural {
    var product = Natural()
    for (position, limb) in left.limbs.enumerated() {
      for (offset, other) in right.limbs.enumerated() {
        product.add(limb, times: other, at: position + offset)
      }
    }
    return product
  }

  package static func * (left: Natural, right: UInt128) -> Natural { left * Natural(right) }

  /// - Precondition: `right` is not larger than `left`.
  package static func - (left: Natural, right: Natural) -> Natural {
    var rest = left
    var borrow: UInt128 = 0
    for position in left.limbs.indices {
      let limb = position < right.limbs.count ? right.limbs[position] : 0
      let (first, isBelow) = rest.limbs[position].subtractingReportingOverflow(limb)
      let (second, isAgain) = first.subtractingReportingOverflow(borrow)
      rest.limbs[position] = second
      borrow = isBelow || isAgain ? 1 : 0
    }
    while rest.limbs.last == 0 { rest.limbs.removeLast() }
    return rest
  }

  /// The quotient and what is left.
  package func divided(by divisor: UInt128) -> (quotient: Natural, rest: UInt128) {
    var quotient = self
    var rest: UInt128 = 0
    for position in limbs.indices.reversed() {
      (quotient.limbs[position], rest) = divisor.dividingFullWidth((rest, limbs[position]))
    }
    while quotient.limbs.last == 0 { quotient.limbs.removeLast() }
    return (quotient, rest)
  }

  /// The quotient and what is left, by long division (Knuth, The Art of Computer Programming, 4.3.1,
  /// algorithm D).
  package func divided(by divisor: Natural) -> (quotient: Natural, rest: Natural) {
    if let small = divisor.small {
      let (quotient, rest) = divided(by: small)
      return (quotient, Natural(rest))
    }
    // With its highest bit set, the first limb of the divisor guesses each of the quotient's at most
    // two too high.
    let scale = UInt128(1) << UInt128(divisor.limb(divisor.limbs.count - 1).leadingZeroBitCount)
    var (quotient, rest) = (Natural(), self * scale)
    let divisor = divisor * scale
    let (count, top) = (divisor.limbs.count, divisor.limb(divisor.limbs.count - 1))
    for position in stride(from: rest.limbs.count - count, through: 0, by: -1) {
      let (high, next) = (rest.limb(position + count), rest.limb(position + count - 1))
      var guess = high >= top ? UInt128.max : top.dividingFullWidth((high, next)).quotient
      let shifted = divisor.shifted(by: position)
      var product = shifted * guess
      while product > rest {
        guess -= 1
        product = product - shifted
      }
      rest = rest - product
      quotient.add(guess, at: position)
    }
    return (quotient, rest.divided(by: scale).quotient)
  }

  private func limb(_ position: Int) -> UInt128 {
    limbs.indices.contains(position) ? limbs[position] : 0
  }

  /// `2^(128 · positions)` times as much.
  private func shifted(by positions: Int) -> Natural {
    var number = Natural()
    for (position, limb) in limbs.enumerated() { number.add(limb, at: position + positions) }
    return number
  }

  /// The quotient as a floating number, however large both are.
  package static func ratio(_ numerator: Natural, _ denominator: Natural) -> Double {
    let (top, bottom) = (numerator.leading, denominator.leading)
    return Double(
      sign: .plus, exponent: top.exponent - bottom.exponent,
      significand: top.number / bottom.number)
  }

  /// The two highest limbs, with the power of 2 that they are multiples of.
  private var leading: (number: Double, exponent: Int) {
    let number = limbs.suffix(2).reversed().reduce(0) { $0 * 0x1p128 + Double($1) }
    return (number, max(0, limbs.count - 2) * 128)
  }
}

extension Natural: Comparable {
  package static func < (left: Natural, right: Natural) -> Bool {
    left.limbs.count == right.limbs.count
      ? left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
      : left.limbs.count < right.limbs.count
  }
}

package import BigInt

extension BigInt {
  /// The same in 128 bits; nil where it has more.
  ///
  /// Through the magnitude: what is negative is shifted towards zero by BigInt 6.0.1, and the
  /// standard library's own conversions to 128 bits, which shift, are off by 2^64 with it.
  package var int128: Int128? {
    guard magnitude.bitWidth <= 127 else { return nil }
    let number = Int128(magnitude)
    return sign == .minus ? -number : number
  }
}

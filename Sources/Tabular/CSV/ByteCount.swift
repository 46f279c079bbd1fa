extension UnsafeRawBufferPointer {
  /// How often a byte stands in them.
  func count(of byte: UInt8) -> Int {
    var (position, count) = (0, 0)
    while position < self.count {
      // Counted in a byte, of which processors add many in a step.
      let end = Swift.min(self.count, position + Int(UInt8.max))
      var found: UInt8 = 0
      while position < end {
        found &+= unsafe self[position] == byte ? 1 : 0
        position += 1
      }
      count += Int(found)
    }
    return count
  }
}

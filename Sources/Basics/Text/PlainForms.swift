extension Unicode.Scalar {
  /// The ASCII character that a full-width form (U+FF01 to U+FF5E) stands for; they have one order.
  package var halfWidth: Unicode.Scalar? {
    (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) : nil
  }

  /// The ASCII digit of a decimal digit of any script.
  fileprivate var plainDigit: Unicode.Scalar? {
    guard properties.numericType == .decimal, let value = properties.numericValue else {
      return nil
    }
    return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
  }
}

extension String {
  /// The text with full-width forms and the digits of all scripts as ASCII has them, in which
  /// numbers and dates are read: "２００５" and "٢٠٠٥" are 2005.
  package var inPlainForms: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var plain = ""
    for scalar in unicodeScalars {
      plain.unicodeScalars.append(scalar.halfWidth ?? scalar.plainDigit ?? scalar)
    }
    return plain
  }
}

extension StringProtocol {
  /// The text without the white space around it.
  package var trimmed: String {
    // Most texts have none, which two letters tell: what is printed of ASCII is no white space.
    if let first = unicodeScalars.first, let last = unicodeScalars.last,
      Self.printed.contains(first), Self.printed.contains(last)
    {
      return String(self)
    }
    let start = drop { $0.isWhitespace }
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }

  private static var printed: ClosedRange<Unicode.Scalar> { "!"..."~" }
}

extension String {
  /// The same of a whole text, which is given back as it is where nothing is to go: that costs two bytes' look.
  package var trimmed: String {
    let printed: ClosedRange<UInt8> = 0x21...0x7E
    if let first = utf8.first, let last = utf8.last, printed ~= first, printed ~= last {
      return self
    }
    return self[...].trimmed
  }
}

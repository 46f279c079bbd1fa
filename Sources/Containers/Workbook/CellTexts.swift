import Basics

/// What the cells of a sheet hold, as text.
///
/// Numbers in their shortest form, dates as ISO has them, truths as `TRUE` and `FALSE`, errors
/// such as `#N/A` as they stand; of a formula the result that was saved with it.
struct CellTexts {
  let strings: SharedStrings
  let formats: CellFormats
  let is1904: Bool
  let path: String
  let sheet: String

  /// Appends the text of a cell.
  ///
  /// - Parameters:
  ///   - value: What `v` holds, or the text that stands in the cell itself.
  ///   - type: The attribute `t` (ECMA-376 part 1, 18.18.11).
  func append(
    _ value: [UInt8], type: String?, style: Int, at address: @autoclosure () -> String,
    to bytes: inout [UInt8]
  ) throws(RunError) {
    guard !value.isEmpty else { return }
    switch type {
    case "s":
      guard let number = Int(String(decoding: value, as: UTF8.self)),
        try strings.append(number, to: &bytes)
      else { throw damaged(address(), "there is no shared text of the number it has") }
    case "b":
      bytes += Array((value == [UInt8(ascii: "0")] ? "FALSE" : "TRUE").utf8)
    case "str", "inlineStr":
      bytes += EscapedText.decoded(value)
    case "e":
      bytes += value
    case "d":
      // ISO 8601 with a T between date and time.
      bytes += value.map { $0 == UInt8(ascii: "T") ? UInt8(ascii: " ") : $0 }
    case "n", nil:
      bytes += Array(try number(value, formats.kind(ofStyle: style), at: address()).utf8)
    default:
      throw damaged(address(), "it is of type '\(type ?? "")', which the standard does not know")
    }
  }

  private func number(
    _ value: [UInt8], _ kind: CellFormats.Kind, at address: @autoclosure () -> String
  ) throws(RunError) -> String {
    // Double(_:) takes hexadecimal, "nan" and "inf" too.
    let isPlain = value.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte || ".+-eE".utf8.contains(byte)
    }
    guard isPlain, let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite
    else { throw damaged(address(), "it holds no number") }
    return SerialDate.text(number, kind, is1904: is1904) ?? NumberText.text(number)
  }

  func damaged(_ address: String, _ reason: String) -> RunError {
    ZipArchive.damaged(path, "sheet '\(sheet)', cell \(address): \(reason)")
  }
}

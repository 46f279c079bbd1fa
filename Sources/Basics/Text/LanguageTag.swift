/// What other programs know a language by (BCP 47).
package enum LanguageTag {
  /// The tag of a language as a form has it: the code itself where it can be a tag, else `und`, for a language
  /// that is not told.
  package static func tag(of code: String) -> String {
    let parts = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { index, part in
      (index == 0 ? 2...8 : 1...8).contains(part.count)
        && part.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || index > 0 && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
    return isTag ? code : "und"
  }
}

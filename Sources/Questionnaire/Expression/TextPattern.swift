import Basics
import CPcre2
import Tabular

/// A regular expression that a whole text must have the form of, as ODK has it (Java's `matches`).
///
/// An answer can make a pattern such as `(a+)+` take more steps than anybody waits for. So PCRE2
/// counts them; where it gives up, its second algorithm, which tries all ways side by side and never
/// goes back, settles nearly all that is left. Where that has not the room, or cannot do what is
/// asked, such as `\1`, the run ends: no answer is ever said not to match because it took long.
@safe package final class TextPattern: Sendable {
  private let pattern: String
  /// Compiled, and never changed from then on.
  private nonisolated(unsafe) let code: OpaquePointer
  private nonisolated(unsafe) let limits: OpaquePointer?

  /// Some hundredths of a second, for one text.
  private static let steps: UInt32 = 200_000
  private static let kilobytes: UInt32 = 64 * 1024
  /// For several hundred ways side by side. Each step compares all of them, so that more room would
  /// be more than anybody waits for, too.
  private static let room = 8192

  package init(_ pattern: String) throws(PatternSyntax.Problem) {
    self.pattern = pattern
    let translated = try PatternSyntax.translated(pattern)
    let text = Array(translated.utf8)
    let settings = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(settings) }
    // '.' stops at the line ends that Unicode has.
    unsafe pcre2_set_newline_8(settings, UInt32(PCRE2_NEWLINE_ANY))
    var (error, offset) = (Int32(0), 0)
    let options =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_ANCHORED) | UInt32(PCRE2_ENDANCHORED)
      | UInt32(PCRE2_NEVER_BACKSLASH_C)
    guard
      let code = unsafe pcre2_compile_8(text, text.count, options, &error, &offset, settings)
    else {
      throw PatternSyntax.Problem(
        message: Self.message(error),
        offset: translated == pattern
          ? String(decoding: text.prefix(offset), as: UTF8.self).count : nil)
    }
    unsafe self.code = code
    unsafe limits = pcre2_match_context_create_8(nil)
    unsafe pcre2_set_match_limit_8(limits, Self.steps)
    unsafe pcre2_set_depth_limit_8(limits, Self.steps)
    unsafe pcre2_set_heap_limit_8(limits, Self.kilobytes)
  }

  deinit {
    unsafe pcre2_code_free_8(code)
    unsafe pcre2_match_context_free_8(limits)
  }

  package func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let found = unsafe pcre2_match_data_create_8(1, nil)
    defer { unsafe pcre2_match_data_free_8(found) }
    var outcome = unsafe pcre2_match_8(code, bytes, bytes.count, 0, 0, found, limits)
    if [PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT].contains(outcome) {
      var ways = [Int32](repeating: 0, count: Self.room)
      outcome = unsafe pcre2_dfa_match_8(
        code, bytes, bytes.count, 0, 0, found, limits, &ways, ways.count)
    }
    // 0 says that there is no room for the positions of groups, which nobody asks for.
    if outcome >= 0 { return true }
    if outcome == PCRE2_ERROR_NOMATCH { return false }
    RunError(
      path: "regex(…, '\(pattern)')", id: .expression(.regexSteps),
      "whether an answer of \(text.count) characters has this form takes too long to find out "
        + "(\(Self.message(outcome))); expected a pattern that is settled at once. Write it without "
        + "a repetition within a repetition, such as '(a+)+', and without '\\1'"
    ).endProgram()
  }

  private static func message(_ error: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 256)
    let count = unsafe pcre2_get_error_message_8(error, &text, text.count)
    return String(decoding: text.prefix(max(0, Int(count))), as: UTF8.self)
  }
}

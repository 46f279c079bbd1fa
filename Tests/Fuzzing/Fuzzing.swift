import Basics
import Glibc

/// `rapporteur-fuzz TARGET [libFuzzer's options] [corpus folders]`.
@main
enum Fuzzing {
  /// A target takes any bytes; what must hold for them it states with `check`. It throws where it
  /// met an error that it did not ask for.
  typealias Target = ([UInt8]) throws -> Void

  private static func target(_ name: String) throws -> Target? {
    switch name {
    case "csv-reader": try CSVReaderTarget().run
    case "containers": try ContainersTarget().run
    case "ingestion": try IngestionTarget().run
    case "pieces": try PiecesTarget().run
    case "stage-table": try StageTableTarget().run
    case "expression": ExpressionTarget().run
    case "form": try FormTarget().run
    case "definition": try DefinitionTarget().run
    case "report": try ReportTarget().run
    case "answers": try AnswersTarget().run
    case "states": try StatesTarget().run
    case "choices": ChoicesTarget().run
    case "wildcard": WildcardTarget().run
    case "dates": DatesTarget().run
    default: nil
    }
  }

  nonisolated(unsafe) fileprivate static var chosen: Target = { _ in }

  static func main() throws {
    guard let name = CommandLine.arguments.dropFirst().first,
      let target = try keeping({ try target(name) })
    else {
      print("usage: rapporteur-fuzz TARGET [OPTIONS] [CORPUS...]")
      exit(64)
    }
    unsafe chosen = target
    // libFuzzer's own command line begins behind the name of the target.
    var count = CommandLine.argc - 1
    var arguments = unsafe CommandLine.unsafeArgv + 1
    exit(unsafe runDriver(&count, &arguments, runTarget))
  }
}

/// libFuzzer as a library, see its documentation, "Using libFuzzer as a library".
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private func runTarget(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  do {
    try unsafe Fuzzing.chosen(Array(UnsafeBufferPointer(start: bytes, count: count)))
  } catch {
    check(false, "an error that nobody expected: \(error)")
  }
  return 0
}

/// Makes what stays for the whole process.
///
/// LeakSanitizer takes it for lost otherwise: Swift keeps tags in the spare bits of pointers to the
/// payloads of enums, where the sanitizer does not look.
func keeping<Value>(_ make: () throws -> Value) rethrows -> Value {
  disableLeakCheck()
  defer { enableLeakCheck() }
  return try make()
}

/// <sanitizer/lsan_interface.h>
@_silgen_name("__lsan_disable") private func disableLeakCheck()
@_silgen_name("__lsan_enable") private func enableLeakCheck()

/// Ends the process where something does not hold, so that libFuzzer keeps the bytes.
func check(_ holds: Bool, _ what: @autoclosure () -> String) {
  guard !holds else { return }
  print("does not hold: \(what())")
  fflush(nil)
  abort()
}

/// An error about a definition: nothing of our own fault, with positions that exist.
func checkRefusal(_ error: RunError, kind: RunError.Kind = .badDefinition) {
  check(error.kind == kind, "\(error.kind), not \(kind): \(error)")
  check(!error.problems.isEmpty, "a refusal without a reason")
  check(error.problems.allSatisfy { $0.line ?? 1 > 0 }, "no such line: \(error)")
}

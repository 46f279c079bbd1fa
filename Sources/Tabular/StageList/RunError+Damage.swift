package import Basics

extension RunError {
  /// What a stage wrote does not stand there as it wrote it: somebody changed the file, or the disk
  /// did.
  package static func damaged(
    _ path: String, line: Int?, rule: String, _ message: String
  ) -> RunError {
    RunError(
      .dataRejected, path: path, line: line, rule: rule,
      "\(message). Delete the folder and run 'make report' again")
  }
}

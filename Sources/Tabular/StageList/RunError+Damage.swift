package import Basics

extension RunError {
  /// What a stage wrote does not stand there as it wrote it: somebody changed the file, or the disk
  /// did.
  package static func damaged(
    _ path: String, line: Int?, id: ErrorID, _ message: String
  ) -> RunError {
    RunError(
      path: path, line: line, id: id,
      "\(message). Delete the folder and run 'make report' again")
  }
}

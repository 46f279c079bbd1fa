import Foundation

/// What a command did: its exact exit status and all it printed.
package struct CommandRun: Sendable {
  package let status: Int32
  package let output: String
  package let error: String

  /// Runs a program and waits for it.
  ///
  /// - Parameters:
  ///   - program: A path, or a name that is looked up in `PATH`.
  ///   - environment: Variables that are set besides those of the test.
  package init(
    _ program: String, _ arguments: [String], in folder: String,
    environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: a full pipe would stop the program for ever.
    let prefix = "\(NSTemporaryDirectory())/rapporteur-run-\(UUID().uuidString)"
    let (outputFile, errorFile) = ("\(prefix).out", "\(prefix).err")
    defer {
      for file in [outputFile, errorFile] { try? FileManager.default.removeItem(atPath: file) }
    }
    for file in [outputFile, errorFile] {
      try Data().write(to: URL(fileURLWithPath: file))
    }
    process.standardOutput = FileHandle(forWritingAtPath: outputFile)
    process.standardError = FileHandle(forWritingAtPath: errorFile)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOfFile: outputFile, encoding: .utf8)
    error = try String(contentsOfFile: errorFile, encoding: .utf8)
  }

  /// The last line of what it printed.
  package var lastLine: String {
    output.split(separator: "\n").last.map(String.init) ?? ""
  }

  /// Where the executables under test lie: beside the test bundle.
  package static var binaries: String {
    Bundle.main.bundleURL.path
  }
}

/// Runs the stages of one collection in a work folder.
package struct StageRunner {
  package static let stages = ["ingest", "normalize", "validate", "aggregate", "export"]

  package let workdir: Workdir
  package let collection: String
  package var jobs: Int?
  package var environment: [String: String] = [:]

  package init(_ workdir: Workdir, collection: String) {
    self.workdir = workdir
    self.collection = collection
  }

  package func run(_ stage: String, arguments: [String] = []) throws -> CommandRun {
    try CommandRun(
      "\(CommandRun.binaries)/rapporteur-\(stage)",
      [
        "--pipeline", "Pipelines/\(collection)", "--input", "Input/\(collection)",
        "--output", "Output/\(collection)",
      ] + (jobs.map { ["--jobs", String($0)] } ?? []) + arguments,
      in: workdir.path, environment: environment)
  }

  /// Runs the stages in order up to the first that does not end with 0, and returns the last run.
  @discardableResult
  package func runAll() throws -> CommandRun {
    var last = try run(Self.stages[0])
    for stage in Self.stages.dropFirst() where last.status == 0 {
      last = try run(stage)
    }
    return last
  }
}

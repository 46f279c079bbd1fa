import Basics
import Definition
import Tabular

/// What a collection was made from at the end of a run, file by file: `.inputs` in its folder of output,
/// so that a run that fails can say what changed since the one before.
struct InputState: Equatable {
  private struct File: Equatable {
    let bytes: String
    let digest: String
  }

  private static let fileName = ".inputs"
  private static let header = ["path", "bytes", "sha256"]

  private var files: [String: File] = [:]

  /// What stands there now.
  init(now collection: CollectionFolders) throws(RunError) {
    var cache = DigestCache(below: collection.output)
    defer { cache.save() }
    for folder in [collection.input, collection.pipeline, collection.registers]
    where FileSystem.isFolder(folder) {
      for name in try FileSystem.files(below: folder) {
        let path = "\(folder)/\(name)"
        files[path] =
          FileSystem.kind(of: path) == .regular
          ? File(
            bytes: String(FileSystem.size(of: path)), digest: try cache.digest(ofFile: path))
          : File(bytes: "", digest: "")
      }
    }
  }

  /// What stood there at the end of the last run; nil where that left nothing that can be read.
  init?(lastOf collection: CollectionFolders) {
    let path = "\(collection.output)/\(Self.fileName)"
    guard FileSystem.exists(path),
      let file = try? CSVFile(path: path, requiring: Self.header, kind: .dataRejected)
    else { return nil }
    for row in file.rows {
      files[row["path"]] = File(bytes: row["bytes"], digest: row["sha256"])
    }
  }

  func write(of collection: CollectionFolders) throws(RunError) {
    let writer = try CSVWriter(
      path: "\(collection.output)/\(Self.fileName)", header: Self.header)
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      try writer.write([path, file.bytes, file.digest])
    }
    try writer.commit()
  }

  /// Each file that came, went or has other bytes, by path.
  func changes(since earlier: InputState) -> [String] {
    Set(files.keys).union(earlier.files.keys).sorted().compactMap { path in
      switch (earlier.files[path], files[path]) {
      case (nil, let now?): "\(path) is new (\(Self.size(now)))"
      case (let before?, nil): "\(path) is gone (\(Self.size(before)))"
      case (let before?, let now?) where before != now:
        "\(path) has other bytes (\(Self.size(now)), were \(Self.size(before)))"
      case (_?, _?), (nil, nil): nil
      }
    }
  }

  private static func size(_ file: File) -> String {
    file.bytes.isEmpty ? "no file" : "\(file.bytes) bytes"
  }
}

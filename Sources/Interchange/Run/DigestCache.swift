import Basics
import Tabular

/// The digests of exports that were read to see whether a stage is up to date, so that gigabytes are
/// not read again for that: `.digests` in the collection's output folder.
///
/// A digest is taken from it where file system, inode, size and times of the file are those of the
/// time when it was made. It decides nothing but whether a stage is run; what is ingested is always
/// read. A file that cannot be understood, or not be written, is as good as none.
struct DigestCache {
  private struct Known {
    let identity: String
    let digest: String
  }

  private static let fileName = ".digests"
  private static let header = ["path", "identity", "sha256"]
  /// So many nanoseconds a file must have been left alone: one that is written twice within the grain
  /// of the clock of a file system looks the same.
  private static let grain = 2_000_000_000

  private let folder: String
  private var known: [String: Known] = [:]
  private var isChanged = false

  init(below folder: String) {
    self.folder = folder
    let path = "\(folder)/\(Self.fileName)"
    guard FileSystem.exists(path),
      let file = try? CSVFile(path: path, requiring: Self.header, kind: .dataRejected)
    else { return }
    for row in file.rows {
      known[row["path"]] = Known(identity: row["identity"], digest: row["sha256"])
    }
  }

  mutating func digest(ofFile path: String) throws(RunError) -> String {
    let before = FileIdentity(of: path)
    if let known = known[path], known.identity == before?.text { return known.digest }
    let digest = try SHA256.digest(ofFile: path).digest
    if let before, before == FileIdentity(of: path), before.age > Self.grain {
      known[path] = Known(identity: before.text, digest: digest)
      isChanged = true
    }
    return digest
  }

  /// Writes down what was read, unless another run is at work in the folder.
  func save() {
    guard isChanged, let lock = try? RunLock(folder: folder) else { return }
    defer { withExtendedLifetime(lock) {} }
    guard
      let writer = try? CSVWriter(path: "\(folder)/\(Self.fileName)", header: Self.header)
    else { return }
    for (path, known) in known.sorted(by: { $0.key < $1.key }) {
      guard (try? writer.write([path, known.identity, known.digest])) != nil else { return }
    }
    try? writer.commit()
  }
}

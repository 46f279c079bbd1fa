/// The digests of the files that the process has written, taken on the way: what a stage made need not be read
/// again to say what it is.
package enum WrittenFiles {
  private struct Written {
    let identity: FileIdentity
    let digest: Digest
    let bytes: Int
  }

  private static let written = Locked<[String: Written]>([:])

  /// Notes a file that stands where it belongs.
  static func note(_ path: String, digest: Digest, bytes: Int) {
    guard let identity = FileIdentity(of: path) else { return }
    written.withLock { $0[path] = Written(identity: identity, digest: digest, bytes: bytes) }
  }

  /// The digest and size of a file; nil for one that others wrote, or that is no longer as it was written.
  package static func digest(
    ofFile path: String, by method: Digest.Method
  ) -> (digest: Digest, bytes: Int)? {
    guard let file = written.withLock({ $0[path] }), file.digest.method == method,
      file.identity == FileIdentity(of: path)
    else { return nil }
    return (file.digest, file.bytes)
  }
}

import CCrypto

/// SHA-256 (FIPS 180-4) by libcrypto's EVP interface, see EVP_DigestInit(3).
@safe package final class SHA256: RunningDigest {
  private let context: OpaquePointer?

  package init() {
    unsafe context = EVP_MD_CTX_new()
    unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  package func update(_ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// Ends the digest and returns it in small hexadecimal letters.
  package func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe digest.withUnsafeMutableBufferPointer {
      unsafe EVP_DigestFinal_ex(context, $0.baseAddress, nil)
    }
    return Digest.hexadecimal(digest)
  }

  /// The digest and size of a file, read in blocks.
  package static func digest(ofFile path: String) throws(RunError) -> (digest: String, bytes: Int) {
    try digest(of: SteadyFile(path: path))
  }

  /// The same of a file that is open.
  package static func digest(of file: SteadyFile) throws(RunError) -> (digest: String, bytes: Int) {
    try digest(of: InputFile(file))
  }
}

import CXxhash

/// XXH3 of 128 bits by libxxhash, in its canonical order of bytes.
@safe final class XXH3: RunningDigest {
  private let state: OpaquePointer?

  init() {
    unsafe state = XXH3_createState()
    _ = unsafe XXH3_128bits_reset(state)
  }

  deinit {
    _ = unsafe XXH3_freeState(state)
  }

  func update(_ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBytes { unsafe XXH3_128bits_update(state, $0.baseAddress, $0.count) }
  }

  /// Ends the digest and returns it in small hexadecimal letters, as xxhsum(1) prints it.
  func finish() -> String {
    var canonical = XXH128_canonical_t()
    unsafe XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state))
    return unsafe withUnsafeBytes(of: canonical) { unsafe Digest.hexadecimal(Array($0)) }
  }
}

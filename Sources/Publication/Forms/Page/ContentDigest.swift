import Basics

/// What a page's policy knows a style or a script by: SHA-256 in Base64 (W3C, Content Security Policy).
enum ContentDigest {
  static func of(_ text: String) -> String {
    let digest = SHA256()
    digest.update(Array(text.utf8))
    return Digest(method: .sha256, text: digest.finish()).base64
  }
}

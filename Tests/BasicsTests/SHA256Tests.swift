import Basics
import Testing
import _TestSupport

struct SHA256Tests {
  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
  private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  /// The examples of FIPS 180-4 and the digest of nothing.
  @Test(arguments: [
    ("", empty), ("abc", abc),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digests(text: String, expected: String) throws {
    let hash = SHA256()
    for byte in text.utf8 { hash.update([byte]) }
    #expect(hash.finish() == expected)
    let workdir = try Workdir()
    let found = try SHA256.digest(ofFile: try workdir.write(text, to: "file"))
    #expect(found.digest == expected)
    #expect(found.bytes == text.utf8.count)
  }

  /// A million times "a", over several blocks (FIPS 180-4, third example).
  @Test func longFile() throws {
    let workdir = try Workdir()
    let path = try workdir.write(String(repeating: "a", count: 1_000_000), to: "file")
    #expect(
      try SHA256.digest(ofFile: path).digest
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}

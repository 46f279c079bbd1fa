import Basics
import Testing
import _TestSupport

struct DigestTests {
  /// By xxhsum -H2 0.8.1.
  @Test(arguments: [
    ("", "99aa06d3014798d86001c324468d497f"), ("abc", "06b05ab6733a618578af5f94892f3950"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "3d62d22a5169b016c0d894fd4828a1a7"
    ),
    // Over several blocks.
    (String(repeating: "a", count: 1_000_000), "a545df8e384a9579b1fd6fae5285c4eb"),
  ])
  func xxh3(text: String, expected: String) throws {
    let workdir = try Workdir()
    let found = try Digest.Method.xxh3.digest(ofFile: try workdir.write(text, to: "file"))
    #expect(found.digest == Digest(method: .xxh3, text: expected))
    #expect(found.bytes == text.utf8.count)
  }

  @Test func methodsAreNoneOfEachOther() throws {
    let workdir = try Workdir()
    let path = try workdir.write("abc", to: "file")
    let digests = try Digest.Method.allCases.map { try $0.digest(ofFile: path).digest }
    #expect(digests[0] != digests[1])
    #expect(digests[0] == Digest(method: .sha256, text: try SHA256.digest(ofFile: path).digest))
  }
}

import Glibc

/// A folder of its own that is deleted with all that is in it.
package final class TemporaryFolder {
  package let path: String

  /// - Throws: `cannotWrite` where the system's folder for such files takes none.
  package init() throws(RunError) {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    // mkdtemp(3) puts a name of its own in place of six X at the end.
    let pattern = "\(parent)/rapporteur-" + String(repeating: "X", count: 6)
    guard let name = unsafe strdup(pattern) else {
      throw FileSystem.cannotWrite(parent, "cannot create a temporary folder")
    }
    defer { unsafe free(name) }
    guard unsafe mkdtemp(name) != nil else {
      throw FileSystem.cannotWrite(parent, "cannot create a temporary folder")
    }
    path = unsafe String(cString: name)
  }

  deinit {
    try? FileSystem.remove(path)
  }
}

import Glibc

/// What stands under a name.
package enum FileKind: Sendable {
  case regular
  case folder
  case pipe
  case socket
  case device
  /// A link that leads nowhere, where links are not followed.
  case link

  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      case S_IFLNK: .link
      default: .device
      }
  }

  /// As an error names it.
  package var words: String {
    switch self {
    case .regular: "a file"
    case .folder: "a folder"
    case .pipe: "a named pipe (FIFO)"
    case .socket: "a socket"
    case .device: "a device"
    case .link: "a link"
    }
  }
}

extension FileSystem {
  /// Why what a path leads to cannot be read as a file; nil where it can, or where nothing is there.
  package static func refusal(of path: String) -> RunError.Problem? {
    kind(of: path).flatMap { refusal(of: $0, at: path) }
  }

  static func refusal(of kind: FileKind, at path: String) -> RunError.Problem? {
    guard kind != .regular else { return nil }
    return RunError.Problem(
      path: path, id: .file(.notAFile),
      message: "this is \(isLink(path) ? "a link to " : "")\(kind.words); expected a file. "
        + "Put the file itself there")
  }

  /// What a path leads to; nil where nothing stands there.
  package static func kind(of path: String) -> FileKind? {
    var info = stat()
    return unsafe stat(path, &info) == 0 ? FileKind(mode: info.st_mode) : nil
  }

  /// Whether a name is a link, wherever that leads.
  package static func isLink(_ path: String) -> Bool {
    var info = stat()
    return unsafe lstat(path, &info) == 0 && FileKind(mode: info.st_mode) == .link
  }
}

import Glibc

/// The few file operations the stages need, with errors fit to be read by data staff.
///
/// Paths are plain strings in the file system's own bytes, so that a name that is not UTF-8
/// or holds `%` or `#` is never rewritten on the way.
package enum FileSystem {
  package static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  package static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return unsafe stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// The size of a file in bytes; 0 where there is none.
  package static func size(of path: String) -> Int {
    var info = stat()
    return unsafe stat(path, &info) == 0 ? Int(info.st_size) : 0
  }

  /// How many bytes may be written on the disk that a file is on, or is to be on.
  package static func room(for path: String) -> Int {
    var info = statvfs()
    guard unsafe statvfs(parent(of: realPath(path)), &info) == 0 else { return .max }
    return Int(info.f_bavail) * Int(info.f_frsize)
  }

  /// Creates a folder and those above it; one that exists is left as it is.
  package static func createFolder(_ path: String) throws(RunError) {
    if isFolder(path) { return }
    let parent = self.parent(of: path)
    if !parent.isEmpty && parent != path { try createFolder(parent) }
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw cannotWrite(path, "cannot create the folder")
    }
  }

  /// The folder part of a path, empty for a bare name.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component of a path.
  package static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A path from the root without links; of what is not there yet, as it will be.
  package static func realPath(_ path: String) -> String {
    if path.count > 1 && path.hasSuffix("/") { return realPath(String(path.dropLast())) }
    if let resolved = unsafe realpath(path.isEmpty ? "." : path, nil) {
      defer { unsafe free(resolved) }
      return unsafe String(cString: resolved)
    }
    let above = realPath(parent(of: path))
    switch name(of: path) {
    case ".": return above
    case "..": return parent(of: above)
    case let name: return above == "/" ? "/\(name)" : "\(above)/\(name)"
    }
  }

  /// Whether a path without links leads to a path below another.
  package static func isPath(_ path: String, below other: String) -> Bool {
    path != other && path.hasPrefix(other == "/" ? "/" : "\(other)/")
  }

  /// Lists what is no folder below a folder as relative paths, in byte order.
  package static func files(below folder: String) throws(RunError) -> [String] {
    try tree(below: folder).files
  }

  /// Lists the folders below a folder and what is none, as relative paths, in byte order.
  ///
  /// Hidden files and folders (names that begin with a dot) are left out unless asked for. A link to a folder is not
  /// followed and counts as a file: links that lead back, or twice to one folder, would make a tree
  /// without end.
  package static func tree(
    below folder: String, withHidden: Bool = false
  ) throws(RunError) -> (files: [String], folders: [String]) {
    var (files, folders): ([String], [String]) = ([], [])
    var left: [String?] = [nil]
    while let above = left.popLast() {
      for name in try entries(of: above.map { "\(folder)/\($0)" } ?? folder)
      where withHidden || !name.hasPrefix(".") {
        let path = above.map { "\($0)/\(name)" } ?? name
        if isFolder("\(folder)/\(path)") && !isLink("\(folder)/\(path)") {
          folders.append(path)
          left.append(path)
        } else {
          files.append(path)
        }
      }
    }
    func sorted(_ names: [String]) -> [String] {
      names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return (sorted(files), sorted(folders))
  }

  /// Lists the names in a folder, in byte order.
  package static func entries(of folder: String) throws(RunError) -> [String] {
    guard let handle = unsafe opendir(folder) else {
      throw RunError(
        path: folder, id: .file(.noFolder), "cannot read the folder: \(reason())")
    }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(validatingCString: $0)
        }
      }
      guard let name else {
        throw RunError(
          path: folder, id: .file(.fileName),
          "a file here has a name that is not UTF-8. Rename it")
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Reads a whole file.
  ///
  /// - Throws: `inputMissing` with the system's reason.
  package static func bytes(of path: String) throws(RunError) -> [UInt8] {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    while try file.read(into: &bytes, upTo: 1 << 18) > 0 {}
    return bytes
  }

  /// The error about a definition file that is not there, with the nearest file that is; nil where
  /// the file can be read.
  package static func missingDefinition(_ path: String) -> RunError? {
    let kind = Self.kind(of: path)
    guard unsafe kind != .regular || access(path, R_OK) != 0 else { return nil }
    let found =
      switch kind {
      case .regular, nil: "cannot open the file: \(reason())"
      case .folder, .pipe, .socket, .device, .link: "this is \(kind?.words ?? "")"
      }
    let folder = parent(of: path)
    let others = (try? entries(of: folder.isEmpty ? "." : folder)) ?? []
    return RunError(
      path: path, id: .file(.missingFile),
      "\(found); expected '\(name(of: path))' in this folder. Put it there."
        + Suggestion.question(for: name(of: path), among: others.filter { $0 != name(of: path) }))
  }

  /// Reads a whole definition file, which must be UTF-8; a byte order mark at its start is dropped.
  ///
  /// - Throws: `badDefinition` where the file is missing or not UTF-8.
  package static func text(of path: String) throws(RunError) -> String {
    if let error = missingDefinition(path) { throw error }
    var bytes = try bytes(of: path)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let valid = TextDecoder.validUTF8Prefix(of: bytes)
      let line = bytes[..<valid].count { $0 == 0x0A } + 1
      throw RunError(
        .badDefinition, path: path, line: line, id: .file(.notUTF8),
        "byte \(valid) is not UTF-8; definition files are UTF-8. Save the file again as UTF-8")
    }
    return text
  }

  /// Deletes a file, or a folder with all it holds; what does not exist is no error.
  package static func remove(_ path: String) throws(RunError) {
    if isFolder(path) && !isLink(path) {
      for name in try entries(of: path) { try remove("\(path)/\(name)") }
      guard unsafe rmdir(path) == 0 else { throw cannotWrite(path, "cannot delete the folder") }
    } else if unsafe unlink(path) != 0 && errno != ENOENT {
      throw cannotWrite(path, "cannot delete the file")
    }
  }

  /// Moves a file or folder within its file system.
  package static func move(_ path: String, to target: String) throws(RunError) {
    guard unsafe rename(path, target) == 0 else {
      throw cannotWrite(path, "cannot move it to \(target)")
    }
  }

  /// Writes the names in a folder to the disk, so that they are there after a power failure; what the
  /// files hold was written when they were finished. Not every file system does so for folders, and one
  /// that does not says that it is asked for what cannot be (`EINVAL`).
  static func sync(_ folder: String) throws(RunError) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotWrite(folder, "cannot open the folder") }
    defer { close(descriptor) }
    var status: Int32 = 0
    repeat { status = fsync(descriptor) } while status != 0 && errno == EINTR
    guard status == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw cannotWrite(folder, "cannot write the folder to the disk")
    }
  }

  /// Copies a file, in blocks; the copy appears whole.
  package static func copy(_ path: String, to target: String) throws(RunError) {
    let file = try SteadyFile(path: path)
    let source = InputFile(file)
    let copy = try AtomicFile(path: target)
    var block: [UInt8] = []
    while try source.read(into: &block, upTo: 1 << 18) > 0 {
      try copy.write(block)
      block.removeAll(keepingCapacity: true)
    }
    try file.requireUnchanged()
    try copy.commit()
  }

  static func cannotWrite(_ path: String, _ what: String) -> RunError {
    RunError(path: path, id: .file(.cannotWrite), "\(what): \(reason())")
  }

  /// The system's words for the error just met.
  static func reason() -> String {
    unsafe String(cString: strerror(errno))
  }
}

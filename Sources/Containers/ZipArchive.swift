import Basics
import CZip

/// A zip archive through libzip, which holds each file against its CRC-32.
@safe final class ZipArchive {
  struct Entry {
    let index: UInt64
    let name: String
    /// In bytes, as the archive says.
    let size: Int
    fileprivate let isEncrypted: Bool

    /// Folders, and what macOS adds of its own, are no files of the sender's.
    fileprivate var isFile: Bool { !name.hasSuffix("/") && !name.hasPrefix("__MACOSX/") }
  }

  let path: String
  let entries: [Entry]
  let limit: UnpackLimit
  private let archive: OpaquePointer

  /// - Throws: `dataRejected` where the archive has no readable directory.
  init(_ file: SteadyFile, _ limit: UnpackLimit) throws(RunError) {
    let path = file.path
    var code: Int32 = 0
    // libzip closes what it is given, where it can use it.
    let descriptor = try file.duplicate()
    guard let archive = unsafe zip_fdopen(descriptor, ZIP_RDONLY, &code) else {
      file.close(duplicate: descriptor)
      var error = unsafe zip_error_t()
      unsafe zip_error_init_with_code(&error, code)
      defer { unsafe zip_error_fini(&error) }
      throw Self.damaged(path, unsafe String(cString: zip_error_strerror(&error)))
    }
    var entries: [Entry] = []
    for index in 0..<UInt64(max(0, unsafe zip_get_num_entries(archive, 0))) {
      var info = unsafe zip_stat_t()
      guard unsafe zip_stat_index(archive, index, 0, &info) == 0, let name = unsafe info.name else {
        unsafe zip_discard(archive)
        throw Self.damaged(path, "the directory cannot be read")
      }
      entries.append(
        Entry(
          index: index, name: unsafe String(cString: name),
          size: unsafe Int(clamping: info.size),
          isEncrypted: unsafe info.encryption_method != UInt16(ZIP_EM_NONE)))
    }
    self.path = path
    self.limit = limit
    unsafe self.archive = archive
    self.entries = entries
  }

  deinit {
    unsafe zip_discard(archive)
  }

  /// The entry of a package with a name, whatever its case (OPC, ECMA-376 part 2, 6.2.2.3).
  func entry(_ name: String) -> Entry? {
    entries.first { $0.name == name } ?? entries.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The one file that the archive holds.
  func onlyFile() throws(RunError) -> Entry {
    let files = entries.filter(\.isFile)
    guard let file = files.first else {
      throw Container.damaged(
        path, id: .container(.emptyContainer),
        message: "the zip archive holds no file; expected one CSV. Zip it again")
    }
    guard files.count == 1 else {
      let names = files.prefix(5).map { "'\($0.name)'" }.joined(separator: ", ")
      throw Container.damaged(
        path, id: .container(.manyFiles),
        message:
          "the zip archive holds \(files.count) files (\(names)\(files.count > 5 ? ", …" : "")); "
          + "expected one CSV. Unpack it and put the files you mean here")
    }
    return file
  }

  /// Hands the bytes of an entry over, block by block.
  func read(
    _ entry: Entry, _ consume: (ArraySlice<UInt8>) throws(RunError) -> Void
  ) throws(RunError) {
    guard !entry.isEncrypted else {
      throw Container.damaged(
        path, id: .container(.encryptedContainer),
        message: "'\(entry.name)' in the zip archive is protected with a password. "
          + "Unpack it with the password and put the file here")
    }
    guard let file = unsafe zip_fopen_index(archive, entry.index, 0) else {
      throw Self.damaged(path, unsafe reason(of: zip_get_error(archive)))
    }
    defer { unsafe zip_fclose(file) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var size = 0
    while true {
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe zip_fread(file, $0.baseAddress, UInt64($0.count))
      }
      guard count >= 0 else {
        let reason = unsafe reason(of: zip_file_get_error(file))
        throw Self.damaged(path, "'\(entry.name)': \(reason)")
      }
      if count == 0 { return }
      size += Int(count)
      try limit.require(size)
      try consume(block[..<Int(count)])
    }
  }

  private func reason(of error: UnsafeMutablePointer<zip_error_t>?) -> String {
    unsafe String(cString: zip_error_strerror(error))
  }

  static func damaged(_ path: String, _ reason: String) -> RunError {
    Container.damaged(
      path, id: .container(.damagedContainer),
      message: "the zip archive or workbook is damaged (\(reason)); nothing of it is read. "
        + "Fetch or export it again")
  }
}

import Basics

/// How much a container may unpack to: a small file can hold more than any disk does.
struct UnpackLimit: Sendable {
  /// The container, for errors.
  let path: String
  /// In bytes, as declared of the source.
  let declared: Int

  /// - Parameter bytes: What is unpacked of one file in the container.
  /// - Throws: `dataRejected` where that is more than is declared.
  func require(_ bytes: Int) throws(RunError) {
    guard bytes > declared else { return }
    throw Container.damaged(
      path, id: .container(.unpacksTooLarge),
      message:
        "the file has \(FileSystem.size(of: path)) bytes and unpacks to more than \(declared >> 20) "
        + "megabytes, the most that is taken from it. If it is an export, set 'unpacked-megabytes' of the "
        + "source to more")
  }
}

/// A file that a container is unpacked to, up to the limit and as long as the disk has room.
final class UnpackedFile {
  /// What is left free for everything else on the disk.
  private static let reserve = 64 << 20

  private let file: AtomicFile
  private let limit: UnpackLimit
  private let room: Int
  private var size = 0

  init(_ target: String, _ limit: UnpackLimit) throws(RunError) {
    file = try AtomicFile(path: target)
    self.limit = limit
    room = FileSystem.room(for: target) - Self.reserve
  }

  func write(_ bytes: ArraySlice<UInt8>) throws(RunError) {
    try require(size + bytes.count)
    size += bytes.count
    try file.write(bytes)
  }

  /// - Parameter size: How large the file becomes.
  /// - Throws: `dataRejected` where that is more than is declared, `cannotWrite` where the disk has not
  ///   so much room.
  func require(_ size: Int) throws(RunError) {
    try limit.require(size)
    guard size > room else { return }
    throw RunError(
      path: limit.path, id: .container(.noRoom),
      "the file unpacks to more than the \(max(0, room) >> 20) megabytes that may be used of the disk of "
        + "\(FileSystem.parent(of: file.path)). Make room there, or see whether it is an export at all"
    )
  }

  func commit() throws(RunError) {
    try file.commit()
  }
}

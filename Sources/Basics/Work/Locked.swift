import Glibc

/// A value that one thread at a time may use.
///
/// It does what `Mutex` of Swift's Synchronization does, with the lock of POSIX threads: that one is
/// inlined from a library without instrumentation, so that ThreadSanitizer takes what it guards for
/// unguarded.
@safe
package struct Locked<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)

  package init(_ initial: consuming sending Value) {
    unsafe lock.initialize(to: pthread_mutex_t())
    let status = unsafe pthread_mutex_init(lock, nil)
    precondition(status == 0, "no lock can be made: \(status)")
    unsafe value.initialize(to: initial)
  }

  /// Waits until no other thread uses the value, and uses it. Not to be called from within itself.
  package borrowing func withLock<Result: ~Copyable, Failure: Error>(
    _ use: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    let status = unsafe pthread_mutex_lock(lock)
    precondition(status == 0, "the lock cannot be taken: \(status)")
    defer { unsafe pthread_mutex_unlock(lock) }
    return try unsafe use(&value.pointee)
  }

  deinit {
    unsafe value.deinitialize(count: 1)
    unsafe value.deallocate()
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deinitialize(count: 1)
    unsafe lock.deallocate()
  }
}

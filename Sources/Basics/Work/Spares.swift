/// Values that are alike, one for each thread that is at work.
///
/// The owners of an object are counted in it: threads that look at one object over and over wait for each
/// other's counts, though none changes it.
package final class Spares<Value: Sendable>: Sendable {
  private let idle = Locked<[Value]>([])
  private let make: @Sendable () throws(RunError) -> Value

  package init(_ make: @escaping @Sendable () throws(RunError) -> Value) {
    self.make = make
  }

  /// Uses a value that no other thread uses meanwhile, which is made where there is none.
  package func with<Result>(
    _ use: (Value) throws(RunError) -> Result
  ) throws(RunError) -> Result {
    let value: Value
    if let spare = idle.withLock({ $0.popLast() }) { value = spare } else { value = try make() }
    defer { idle.withLock { $0.append(value) } }
    return try use(value)
  }
}

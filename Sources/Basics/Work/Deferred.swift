/// A value that is made when it is first asked for, and kept.
package final class Deferred<Value: Sendable>: Sendable {
  private let value = Locked<Value?>(nil)
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  package func callAsFunction() -> Value {
    value.withLock { value in
      let made = value ?? make()
      value = made
      return made
    }
  }
}

import Basics
import CExpat

/// What is told of the elements of an XML document, in their order.
protocol XMLHandler: AnyObject {
  func begin(_ element: String, _ attributes: XMLAttributes) throws(RunError)
  /// - Parameter text: What stands between the last tag before and the end of the element.
  func end(_ element: String, text: [UInt8]) throws(RunError)
}

/// The attributes of one element, while it is being told of.
@safe struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of an attribute, whatever its namespace.
  subscript(name: String) -> String? {
    var position = 0
    while let key = unsafe list?[position] {
      if unsafe XMLReader.localName(key) == name {
        return unsafe list?[position + 1].map { unsafe String(cString: $0) }
      }
      position += 2
    }
    return nil
  }
}

/// An XML document in pieces, through expat; names are told without their namespaces, since the
/// strict and the transitional form of a workbook differ in nothing else.
@safe final class XMLReader {
  /// A text longer than this is no cell: Excel's longest has 32,767 characters.
  private static let longestText = 1 << 20
  private static let separator = UInt8(ascii: " ")

  private let handler: any XMLHandler
  private let parser: XML_Parser?
  private let path: String
  private let part: String
  private var text: [UInt8] = []
  private var failure: RunError?

  init(path: String, part: String, handler: any XMLHandler) {
    self.path = path
    self.part = part
    self.handler = handler
    unsafe parser = XML_ParserCreateNS(nil, CChar(Self.separator))
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(parser, beginElement, endElement)
    unsafe XML_SetCharacterDataHandler(parser, appendText)
    unsafe XML_SetEntityDeclHandler(parser, meetEntity)
  }

  deinit {
    unsafe XML_ParserFree(parser)
  }

  /// Reads a part of a package whole.
  static func read(
    _ entry: ZipArchive.Entry, of archive: ZipArchive, _ handler: any XMLHandler
  ) throws(RunError) {
    let reader = XMLReader(path: archive.path, part: entry.name, handler: handler)
    try archive.read(entry) { block throws(RunError) in try reader.feed(block, isLast: false) }
    try reader.feed([], isLast: true)
  }

  private func feed(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws(RunError) {
    let status = unsafe bytes.withUnsafeBytes { buffer in
      unsafe XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count),
        isLast ? 1 : 0)
    }
    if let failure { throw failure }
    guard status != XML_STATUS_ERROR else {
      let reason = unsafe String(cString: XML_ErrorString(XML_GetErrorCode(parser)))
      let line = unsafe XML_GetCurrentLineNumber(parser)
      throw ZipArchive.damaged(path, "'\(part)', line \(line): \(reason)")
    }
  }

  fileprivate func begin(
    _ name: UnsafePointer<XML_Char>, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    text.removeAll(keepingCapacity: true)
    hold { () throws(RunError) in
      try handler.begin(unsafe Self.localName(name), unsafe XMLAttributes(list: list))
    }
  }

  fileprivate func end(_ name: UnsafePointer<XML_Char>) {
    hold { () throws(RunError) in try handler.end(unsafe Self.localName(name), text: text) }
    text.removeAll(keepingCapacity: true)
  }

  fileprivate func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe text.append(contentsOf: bytes)
    guard text.count > Self.longestText else { return }
    hold { () throws(RunError) in
      throw ZipArchive.damaged(path, "'\(part)' has a text of more than a million bytes")
    }
  }

  /// No program that writes workbooks declares entities; who does wants a few bytes to become many, or a
  /// file of this machine to be read.
  fileprivate func refuseEntity(_ name: UnsafePointer<XML_Char>?) {
    hold { () throws(RunError) in
      let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
      throw Container.damaged(
        path, id: .container(.declaredEntity),
        message:
          "'\(part)' declares an entity, '\(name)', which is refused. Open the file in a spreadsheet and "
          + "save it again, or save the sheet as CSV UTF-8")
    }
  }

  /// Keeps an error until expat has returned: none may pass through C.
  private func hold(_ work: () throws(RunError) -> Void) {
    guard failure == nil else { return }
    do throws(RunError) {
      try work()
    } catch {
      failure = error
      _ = unsafe XML_StopParser(parser, 0)
    }
  }

  /// The name after `namespace separator`.
  static func localName(_ name: UnsafePointer<XML_Char>) -> String {
    var start = unsafe name
    var next = unsafe name
    while unsafe next.pointee != 0 {
      if unsafe next.pointee == CChar(separator) { unsafe start = next + 1 }
      unsafe next += 1
    }
    return unsafe String(cString: start)
  }
}

private func beginElement(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
  guard let context = unsafe context, let name = unsafe name else { return }
  unsafe Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue().begin(name, attributes)
}

private func endElement(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
  guard let context = unsafe context, let name = unsafe name else { return }
  unsafe Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue().end(name)
}

private func meetEntity(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?, _ isParameter: Int32,
  _ value: UnsafePointer<XML_Char>?, _ length: Int32, _ base: UnsafePointer<XML_Char>?,
  _ system: UnsafePointer<XML_Char>?, _ publicName: UnsafePointer<XML_Char>?,
  _ notation: UnsafePointer<XML_Char>?
) {
  guard let context = unsafe context else { return }
  unsafe Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue().refuseEntity(name)
}

private func appendText(
  _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<XML_Char>?, _ count: Int32
) {
  guard let context = unsafe context, let bytes = unsafe bytes else { return }
  unsafe bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
    unsafe Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue()
      .append(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}

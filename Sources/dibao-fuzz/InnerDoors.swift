#if FUZZ
  @testable import Cleaning
  import Model

  /// Parts of a module by themselves, which a fuzzer reaches far sooner than through a whole page.
  enum InnerDoors {
    private static let encodings = [
      "utf-8", "gb18030", "big5", "utf-16le", "utf-16be", "windows-1252", "windows-1251",
      "koi8-r", "windows-1250", "shift_jis", "euc-jp", "euc-kr",
    ]

    /// Whatever set the bytes are taken for, valid UTF-8 comes out, without NUL and CR.
    static func encoding(_ bytes: [UInt8]) throws(Broken) -> Fate {
      var fate = Fate.rejected
      for name in [nil] + encodings.map(Optional.some) {
        let decoded = Result { () throws(CharsetFault) in
          try Charset.decode(bytes, named: name, served: name == nil ? "gbk" : nil)
        }
        guard case .success(let text) = decoded else { continue }
        try check(text, name ?? text.encoding)
        fate = .read
      }
      return fate
    }

    private static func check(_ decoded: DecodedText, _ name: String) throws(Broken) {
      guard UTF8Check.isValid(decoded.text[...]),
        String(validating: decoded.text, as: UTF8.self) != nil
      else { throw Broken("\(name): not UTF-8") }
      guard !decoded.text.contains(0), !decoded.text.contains(0x0D) else {
        throw Broken("\(name): NUL or CR")
      }
    }

    /// Each date exists, stands behind the one before it, and is read again from how it is written.
    static func dates(_ bytes: [UInt8]) throws(Broken) -> Fate {
      var last = 0
      for date in DateReader.all(in: bytes) {
        guard date.range.lowerBound >= last, date.range.upperBound <= bytes.count,
          !date.range.isEmpty
        else { throw Broken("a date at \(date.range) of \(bytes.count)") }
        last = date.range.upperBound
        try check(date)
        try check(date.inChina)
      }
      if let value = DateReader.date(ofValue: bytes) { try check(value) }
      if let day = DateReader.day(inAddress: bytes) { try check(day) }
      return .read
    }

    private static func check(_ date: PrintedDate) throws(Broken) {
      try check(date.day)
      // A month alone is not written as a page prints it.
      guard date.day.day == nil || DateReader.first(in: date.iso.utf8)?.day == date.day else {
        throw Broken("\(date.iso) is read as another day")
      }
    }

    private static func check(_ day: PartialDate) throws(Broken) {
      guard PartialDate(iso: day.iso) == day, DayName(iso: day.iso) == DayName(day) else {
        throw Broken("\(day.iso) is no date")
      }
    }
  }
#endif

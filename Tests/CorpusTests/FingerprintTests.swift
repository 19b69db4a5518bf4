import Reference
import Testing

@testable import Corpus

@Suite struct FingerprintTests {
  private let folder = TextFolder(Almanac.shared.folding)

  private func fingerprint(_ text: String) -> Fingerprint { Fingerprint(folder.folded(text)) }

  private func text(_ range: Range<Int>) -> String {
    // Distinct characters, so that shingles are too.
    String(String.UnicodeScalarView(range.compactMap { Unicode.Scalar(0x4E00 + UInt32($0)) }))
  }

  @Test func `folding keeps letters, digits and characters in one form`() {
    let folded = folder.folded("臺灣 ＡＢ１２，Ab・—é𠮷😀\n")
    let plain = "台湾ab12abé𠮷".unicodeScalars.map(\.value)
    #expect(folded == plain)
  }

  @Test func `short texts are compared exactly`() {
    // 100 characters have 96 shingles; the two share characters 50 to 99, which have 46.
    let (similarity, containment) = fingerprint(text(0..<100)).overlap(fingerprint(text(50..<150)))
    #expect(abs(similarity - 46.0 / 146) < 1e-9)
    #expect(abs(containment - 46.0 / 96) < 1e-9)
  }

  @Test func `long texts are compared by sample, near the truth`() {
    let a = fingerprint(text(0..<6000))
    let b = fingerprint(text(3000..<9000))
    let (similarity, containment) = a.overlap(b)
    #expect(a.sample.count == Fingerprint.sampleLimit)
    #expect(abs(similarity - 2996.0 / 8996) < 0.07)
    #expect(abs(containment - 2996.0 / 5996) < 0.07)
  }

  /// How much of the shorter text stands in the longer, and how long the two are.
  static let alike: [(Double, Int, Int)] = [
    (0.55, 700, 700), (0.6, 700, 700), (1, 700, 700), (0.55, 300, 300), (0.55, 120, 120),
    (0.7, 80, 80), (0.75, 400, 600), (0.93, 300, 900),
  ]

  @Test(arguments: alike)
  func `no pair that may be one is left out by the short look`(
    _ containment: Double, _ shorter: Int, _ longer: Int
  ) {
    for number in 0..<40 {
      let start = number * 450
      let end = start + shorter
      let common = Int(containment * Double(shorter))
      let (a, b) = (
        fingerprint(text(start..<end)), fingerprint(text(end - common..<end - common + longer))
      )
      let counts = (Int32(a.shingleCount), Int32(b.shingleCount))
      let rule = SketchRule(DedupeOptions())
      #expect(rule.mayBeAlike(Signature(a.sketch), Signature(b.sketch), counts: counts))
      #expect(rule.mayBeAlike(Signature(b.sketch), Signature(a.sketch), counts: counts))
    }
  }

  @Test func `the short look leaves out long texts with little in common, and no short ones`() {
    let (a, b) = (fingerprint(text(0..<1000)), fingerprint(text(950..<1950)))
    let (mine, other) = (Signature(a.sketch), Signature(b.sketch))
    let rule = SketchRule(DedupeOptions())
    #expect(!rule.mayBeAlike(mine, other, counts: (1000, 1000)))
    #expect(!rule.mayBeAlike(Glimpse(mine), Glimpse(other), counts: (1000, 1000)))
    #expect(rule.mayBeAlike(mine, other, counts: (79, 1000)))
    var any = DedupeOptions()
    (any.similarity, any.containment) = (0, 0)
    #expect(SketchRule(any).mayBeAlike(mine, other, counts: (1000, 1000)))
  }

  @Test func `a third in common is too little for two of one length, not for one in the other`() {
    let rule = SketchRule(DedupeOptions())
    let (a, b) = (fingerprint(text(0..<1000)), fingerprint(text(700..<1700)))
    let (mine, other) = (Signature(a.sketch), Signature(b.sketch))
    #expect(!rule.mayBeAlike(mine, other, counts: (1000, 1000)))
    #expect(rule.mayBeAlike(mine, other, counts: (400, 1000)))
  }

  @Test func `comparing is the same from both sides, and whole with oneself`() {
    let a = fingerprint(text(0..<900))
    let b = fingerprint(text(300..<4000))
    #expect(a.overlap(b) == b.overlap(a))
    #expect(a.overlap(a) == (1, 1))
  }

  @Test(arguments: ["", "。", "短", "四个字啊", "正好五个字"])
  func `texts of few characters have a fingerprint`(_ text: String) {
    let fingerprint = fingerprint(text)
    #expect(fingerprint.minima.count == Fingerprint.minimaCount)
    #expect(fingerprint.shingleCount == (folder.folded(text).isEmpty ? 0 : 1))
  }

  @Test(
    arguments: [
      ("三十", 30), ("二〇二〇", 2020), ("一百零五", 105), ("2024", 2024), ("十", 10), ("两千", 2000),
      ("007", 7),
    ] as [(String, UInt64)])
  func `numerals are read`(_ text: String, _ value: UInt64) throws {
    let scalars = (text + "人").unicodeScalars.map(\.value)
    let numeral = try #require(Numeral.read(scalars, at: 0))
    #expect(numeral.value == value)
    #expect(numeral.end == text.unicodeScalars.count)
  }

  @Test func `one character alone is a number only after 第 or before a measure`() {
    func isNumber(_ text: String, at place: Int) -> Bool {
      Numeral.read(text.unicodeScalars.map(\.value), at: place) != nil
    }
    #expect(isNumber("第二批", at: 1))
    #expect(isNumber("三次会议", at: 0))
    #expect(!isNumber("统一思想", at: 1))
    #expect(!isNumber("一些", at: 0))
  }

  @Test func `numbers agree or differ where the words around them are the same`() {
    let a = fingerprint("全省新增确诊病例25例，其中本土病例7例，目前情况稳定").numbers
    let b = fingerprint("全省新增确诊病例41例，其中本土病例七例，目前情况稳定").numbers
    let agreement = a.agreement(with: b)
    #expect(agreement.different == 1)
    #expect(agreement.same == 1)
    #expect(agreement.shared == 1 && agreement.onlyMine == 1 && agreement.onlyOther == 1)
  }

  @Test func `addresses of one page are one`() {
    let page = Address.folded("https://www.Example.org/a/B.html?id=3&utm_source=x#c")
    #expect(page == "example.org/a/B.html?id=3")
    #expect(Address.folded("http://example.org/a/B.html/?id=3") == page)
    #expect(Address.folded("http://m.example.org/a/B.html?id=3") == page)
    #expect(Address.folded("https://example.org/") == nil)
    #expect(Address.folded("example.org") == nil)
    #expect(Address.folded("https://example.org/?p=7") == "example.org?p=7")
  }
}

/// UTF-16 without a byte order mark.
enum Wide {
  /// NUL in every other byte, which no other text has.
  static func isLikely(_ bytes: [UInt8]) -> Bool { order(of: bytes) != nil }

  static func order(of bytes: [UInt8]) -> Encoding? {
    guard bytes.count >= 8, bytes.count % 2 == 0 else { return nil }
    let head = bytes.prefix(4_096)
    var odd = 0
    var even = 0
    var chinese = (odd: 0, even: 0)
    for (index, byte) in head.enumerated() {
      let isHigh = byte >= 0x4E && byte <= 0x9F
      if index % 2 == 0 {
        if byte == 0 { even += 1 }
        if isHigh { chinese.even += 1 }
      } else {
        if byte == 0 { odd += 1 }
        if isHigh { chinese.odd += 1 }
      }
    }
    let units = head.count / 2
    // Line ends and digits of a Chinese text have their NUL; no other encoding has any.
    guard odd + even > 0, odd == 0 || even == 0 || max(odd, even) > 8 * min(odd, even) else {
      return nil
    }
    if odd > even, (odd + chinese.odd) * 10 > units * 6 { return .utf16le }
    if even > odd, (even + chinese.even) * 10 > units * 6 { return .utf16be }
    return nil
  }
}

/// Tells GB18030 from Big5 by how usual the characters are that come out.
enum Usage {
  static func likelier(_ bytes: [UInt8]) -> Encoding {
    let sample = wideCharacters(of: bytes)
    let gb = score(Converter.utf8(sample, from: .gb18030))
    let big5 = score(Converter.utf8(sample, from: .big5))
    return big5 > gb ? .big5 : .gb18030
  }

  /// Characters of two bytes and four, without the ASCII between them: enough to tell by.
  private static func wideCharacters(of bytes: [UInt8]) -> [UInt8] {
    var sample: [UInt8] = []
    sample.reserveCapacity(sampleSize)
    bytes.withUnsafeBufferPointer { bytes in
      var index = WideBytes.firstWide(bytes, from: 0)
      while index + 1 < bytes.count, sample.count < sampleSize {
        sample.append(bytes[index])
        sample.append(bytes[index + 1])
        index = WideBytes.firstWide(bytes, from: index + 2)
      }
    }
    return sample
  }

  private static let sampleSize = 20_000

  /// Whether at least one in four of a line's wide characters is a usual one.
  static func isUsual(_ text: [UInt8]) -> Bool {
    let (wide, known) = count(text)
    return known * 4 >= wide
  }

  /// Whether a text that came out has the characters that every Chinese text is full of: of its
  /// wide characters at least one in eight. Short texts have the benefit of the doubt.
  static func isPlausible(_ text: [UInt8]) -> Bool {
    let (wide, known) = count(text.prefix(200_000))
    return wide < 24 || known * 8 >= wide
  }

  private static func count(_ text: some Collection<UInt8>) -> (wide: Int, known: Int) {
    var wide = 0
    var known = 0
    text.withContiguousStorageIfAvailable {
      WideBytes.forEachWideScalar(in: $0) { scalar in
        wide += 1
        if usual.contains(scalar) { known += 1 }
      }
    }
    return (wide, known)
  }

  /// Usual characters count for, replaced and rare ones against.
  private static func score(_ decoded: (text: [UInt8], replaced: Int)) -> Int {
    var score = -8 * decoded.replaced
    decoded.text.withUnsafeBufferPointer {
      WideBytes.forEachWideScalar(in: $0) { scalar in
        if usual.contains(scalar) {
          score += 4
        } else if !(0x3000...0x9FFF).contains(scalar), !(0xFF00...0xFFEF).contains(scalar) {
          score -= 1
        }
      }
    }
    return score
  }

  private static let usual = ScalarSet(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严，。、；：？！“”《》（）"
      + "這個為來時們國會對發動說產種過經學後還開進現實體機當點從業應電關條變沒結問題無員總設長頭資邊級圖統組見計別論運農區強戰則據處隊給門規熱領東導壓爭濟術極聯認權證單風帶場車務萬達積議聲報鬥類離華確張馬節話況溫傳許廣記需觀織裝眾書驗連斷難近礦備辦習響約歷線"
  )
}

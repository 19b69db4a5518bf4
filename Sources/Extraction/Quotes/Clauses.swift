/// Where the clauses and sentences around a verb begin and end, quotations counted as one word.
struct Clauses {
  let passage: Passage
  private var words: SpeechWords { passage.terms.wordings.speech }
  let quotations: Quotations

  /// Where the clause that goes on to a place begins.
  func start(before end: Int) -> Int {
    var place = end
    let limit = max(0, end - 90)
    while place > limit {
      let scalar = passage.scalar(place - 1)
      if scalar.closesBracket || scalar == 0x300B, let open = bracket(endingAt: place) {
        place = open
        continue
      }
      if scalar.isComma || scalar.endsSentence || scalar.isColon { return place }
      if scalar.closesQuotation, let open = word(endingAt: place) {
        place = open
        continue
      }
      if scalar.opensQuotation || scalar.closesQuotation { return place }
      place -= 1
    }
    return place
  }

  /// The opening mark of a quotation that ends before a place and is a word of its clause:
  /// 在“春耕”论坛上.
  private func word(endingAt end: Int) -> Int? {
    guard let quotation = quotations.ending(at: end), quotation.inner.count <= 16 else {
      return nil
    }
    let (before, last) = (passage.scalar(quotation.open - 1), passage.scalar(quotation.close - 1))
    if last.endsStatement || last.isComma || before.isComma || before.endsSentence { return nil }
    return before.isColon || before.closesQuotation || before.isSpace ? nil : quotation.open
  }

  /// The opening mark of a bracket, or of a title, that ends before a place.
  func bracket(endingAt end: Int) -> Int? {
    let isTitle = passage.scalar(end - 1) == 0x300B  // 《》
    var place = end - 2
    while place >= max(0, end - 60) {
      let scalar = passage.scalar(place)
      if isTitle ? scalar == 0x300A : scalar.opensBracket { return place }
      if scalar == 0x0A || scalar.closesBracket { return nil }
      place -= 1
    }
    return nil
  }

  /// Where the sentence that goes on to a place begins.
  func sentenceStart(before end: Int) -> Int {
    var place = end
    let limit = max(0, end - 400)
    while place > limit {
      let scalar = passage.scalar(place - 1)
      if scalar.endsStatement { return place }
      if scalar.closesQuotation, let quotation = quotations.ending(at: place) {
        if passage.scalar(place - 2).endsStatement, place < end { return place }
        place = quotation.open
        continue
      }
      if scalar.opensQuotation { return place }
      place -= 1
    }
    return place
  }

  /// Where the sentence that goes on from a place ends, without the mark that ends it.
  func sentenceEnd(from start: Int) -> Int {
    var place = start
    while place < passage.count {
      let scalar = passage.scalar(place)
      if scalar.opensQuotation, let quotation = quotations.opening(at: place) {
        place = quotation.end
        let isWhole = quotation.isClosed && passage.scalar(quotation.close - 1).endsStatement
        let next = passage.scalar(place)
        if isWhole, !next.isComma, next != 0x7684, next != 0x8FD9 { return place }  // 的这
        continue
      }
      if scalar.endsStatement { return place }
      // The closing mark of the quotation that holds all of it.
      if scalar.closesQuotation, scalar != 0x22 { return place }
      place += 1
    }
    return place
  }

  /// A place behind the adverbs, days and brackets that begin at a place.
  func skippingAdverbs(from start: Int, to end: Int) -> Int {
    var place = start
    while place < end {
      let scalar = passage.scalar(place)
      if scalar.isDigit || scalar.isSpace {
        place += 1
      } else if scalar.opensBracket, let close = closing(place), close < end {
        place = close + 1
      } else if words.adverbStarts.contains(scalar),
        let next = passage.end(of: words.adverbs, at: place), next <= end
      {
        place = next
      } else {
        break
      }
    }
    return place
  }

  private func closing(_ open: Int) -> Int? {
    (open..<min(open + 60, passage.count)).first { passage.scalar($0).closesBracket }
  }

  func skippingSpaces(from start: Int) -> Int {
    var place = start
    while place < passage.count, passage.scalar(place).isSpace { place += 1 }
    return place
  }
}

extension UInt32 {
  var closesBracket: Bool { self == 0x29 || self == 0xFF09 }
}

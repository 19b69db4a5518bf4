import Extraction
import Glibc
import Model
import Reference

/// Times the reader of persons and offices on one thread, in CPU time: the best of several rounds.
@main struct Bench {
  private let extractor: Extractor
  private let rounds: Int

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.count == 2, arguments.first == "--dedupe", let path = arguments.last {
      return try DedupeBench(extractor: Extractor(.shared), now: now).run(path)
    }
    guard let path = arguments.first, arguments.count <= 2 else {
      print(
        "usage: dibao-bench ARTICLES.jsonl [ROUNDS]\n       dibao-bench --dedupe ARTICLES.jsonl")
      exit(64)
    }
    let articles: [Article]
    do {
      articles = try Articles.read(path)
    } catch {
      print("dibao-bench: \(path): \(error); give the JSON Lines of articles")
      exit(66)
    }
    let start = now()
    let almanac = Almanac.shared
    let tables = now()
    let extractor = Extractor(almanac)
    print(
      "start-up: tables \(tenths(1000 * (tables - start))) ms,"
        + " terms \(tenths(1000 * (now() - tables))) ms,"
        + " of the tables those of the hierarchy \(tenths(hierarchyMilliseconds())) ms")
    OfficeBench(almanac: almanac, extractor: extractor).report(now: now)
    let bench = Bench(extractor: extractor, rounds: arguments.last.flatMap { Int($0) } ?? 7)
    try bench.report("articles", articles)
    let joined = Articles.joined(articles, size: 1_000_000)
    let whole = try bench.report("one text of 1 MB", [Articles.made(of: joined)])
    let pieces = try bench.report("the same in pieces", Articles.pieces(of: joined, size: 2_000))
    print("whole beside pieces, seconds: \(hundredths(whole / pieces))")
  }

  /// Prints the best round over some articles, and returns its seconds.
  @discardableResult
  private func report(_ name: String, _ articles: [Article]) throws -> Double {
    let megabytes = Double(articles.reduce(0) { $0 + $1.text.utf8.count }) / 1e6
    var best = Double.infinity
    var mentions = 0
    for _ in 0..<rounds {
      let start = Self.now()
      mentions = 0
      for article in articles { mentions += try extractor.run(article).mentions.count }
      best = min(best, Self.now() - start)
    }
    print(
      "\(name): \(articles.count) read, \(Self.hundredths(megabytes)) MB,"
        + " \(mentions) mentions, \(Self.thousandths(best)) s,"
        + " \(Self.tenths(megabytes / best)) MB/s")
    return best
  }

  /// The time to read the tables of divisions, organisations, departments and ranks, the best of some.
  private static func hierarchyMilliseconds() -> Double {
    var best = Double.infinity
    for _ in 0..<5 {
      let start = now()
      guard Almanac.readHierarchy() > 0 else { return 0 }
      best = min(best, now() - start)
    }
    return best * 1000
  }

  /// The CPU seconds of this process so far.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
  private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
  private static func thousandths(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

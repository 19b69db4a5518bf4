import Testing

@testable import Cleaning

@Suite struct NoiseRulesTests {
  @Test(arguments: NoiseRules.all.indices)
  func `a rule fits its own examples`(index: Int) {
    let rule = NoiseRules.all[index]
    let alone = NoiseMatcher([rule])
    #expect(!rule.examples.isEmpty, "\(rule.name) shows no example")
    for example in rule.examples {
      #expect(
        alone.rule(for: FoldedLine(example.utf8)) { _ in true } != nil,
        "\(rule.name) does not fit \(example)")
    }
  }

  @Test(arguments: NoiseRules.all.indices)
  func `a rule leaves alone what only looks alike`(index: Int) {
    let rule = NoiseRules.all[index]
    let alone = NoiseMatcher([rule])
    for text in rule.counterexamples {
      #expect(
        alone.rule(for: FoldedLine(text.utf8)) { _ in true } == nil,
        "\(rule.name) takes \(text) for furniture")
    }
  }

  @Test func `every rule has a name of its own`() {
    let names = NoiseRules.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: [
    "市长在会上指出，要把防汛工作放在首位。", "编辑出版条例自明年起施行。", "来源地的变化值得注意，专家说。", "一、主要任务",
    "记者会将于下午三时举行。", "2024年11月12日，会议在河滨市召开。", "他说：“分享是一种美德。”",
  ])
  func `a sentence of news is no furniture`(text: String) {
    let rule = NoiseMatcher.standard.rule(for: FoldedLine(text.utf8)) { _ in true }
    #expect(rule == nil, "taken for \(rule?.name ?? "")")
  }
}

import Export
import Model
import Testing

@testable import Batch

@Suite struct HierarchyTreeTests {
  private func text(_ name: String, on day: String? = nil, depth: Int = 1) throws -> String {
    let tree = HierarchyTree(on: day.flatMap { PartialDate(iso: $0) }, depth: depth)
    return tree.text(try tree.node(of: name))
  }

  @Test func `below a place stand its bodies and the places in it`() throws {
    #expect(
      try text("阿拉善盟") == """
        阿拉善盟 152900 · 正厅级
        ├── 阿拉善盟委 · 正厅级
        ├── 阿拉善盟人大常委会 · 正厅级
        ├── 阿拉善盟行署 · 正厅级
        ├── 阿拉善盟政协 · 正厅级
        ├── 阿拉善盟纪委 · 副厅级
        ├── 阿拉善盟监委 · 副厅级
        ├── 阿拉善盟中院 · 副厅级
        ├── 阿拉善盟检察院 · 副厅级
        ├── 阿拉善左旗 152921 · 正处级
        ├── 阿拉善右旗 152922 · 正处级
        └── 额济纳旗 152923 · 正处级

        """)
  }

  @Test func `below a national body stand the bodies that are under it on the day`() throws {
    #expect(
      try text("交通运输部") == """
        交通运输部 · 正部级
        ├── 国家铁路局 · 副部级
        ├── 中国民航局 · 副部级
        ├── 国家邮政局 · 副部级
        └── 中国海事局

        """)
    #expect(try text("国务院", on: "2016").contains("国土资源部"))
    #expect(try !text("国务院", on: "2020").contains("国土资源部"))
  }

  @Test func `departments stand below committee and government, by the day`() throws {
    let today = try text("吉林省", depth: 2)
    #expect(today.contains("│   ├── 吉林省委组织部 · 正厅级\n"))
    #expect(today.contains("│   ├── 吉林省自然资源厅 · 正厅级\n"))
    #expect(today.contains("│   ├── 榆树市 220182 · 正处级\n"))
    let before = try text("吉林省", on: "2015-05-01", depth: 2)
    #expect(before.contains("吉林省国土资源厅") && !before.contains("吉林省自然资源厅"))
    #expect(!before.contains("监委"))
  }

  @Test func `a local body is a root as well`() throws {
    #expect(try text("吉林省委").hasPrefix("吉林省委 · 正部级\n├── 吉林省委办公厅 · 正厅级\n"))
  }

  @Test(arguments: ["北京市昌平区", "昌平区", "110114"])
  func `a place is found by its name, its full name and its code`(_ name: String) throws {
    #expect(try text(name).hasPrefix("昌平区 110114 · 正厅级\n"))
  }

  @Test func `JSON nests what the text does`() throws {
    let tree = HierarchyTree(depth: 1)
    let json = try #require(JSONDocument(tree.json(try tree.node(of: "阿拉善盟")).line).tree)
    #expect(
      json.members?.map(\.key) == [
        "type", "name", "name_en", "division_code", "organization_id", "kind", "level", "rank",
        "valid_from", "valid_to", "children",
      ])
    #expect(json["children"]?.items?.count == 11)
    #expect(json["children"]?.items?.first?["name_en"]?.text == "CPC Alxa League Committee")
  }

  @Test func `an unknown name is told with the names near it`() {
    let failure = #expect(throws: Failure.self) { try text("吉木省") }
    guard case .unknownName("吉木省", let near)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(near.contains("吉林省"))
    #expect(failure?.exitCode == .noInput)
    #expect(
      failure.map { ErrorWording.lines(for: $0) }?.first?.contains("did you mean 吉林省") == true)
  }

  @Test func `a name of several places asks for more`() {
    let failure = #expect(throws: Failure.self) { try text("朝阳区") }
    guard case .sharedName("朝阳区", let places)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(places.contains("北京市朝阳区 (110105)"))
    #expect(failure?.exitCode == .usage)
  }
}

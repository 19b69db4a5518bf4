import Glibc
import Model
import Testing

@testable import Cleaning

/// Whole pages in the forms that sites have, with furniture, against what a reader takes from them.
@Suite struct SiteFormTests {
  private static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/Fixtures/forms/"
  }()

  struct Form: Sendable, CustomTestStringConvertible {
    let page: String
    let title: String
    let published: String
    let authors: [String]
    let source: String?
    let text: [String]

    var testDescription: String { page }

    init(_ value: EmbeddedJSON) {
      page = value["page"]?.text ?? ""
      title = value["title"]?.text ?? ""
      published = value["published"]?.text ?? ""
      authors = value["author"]?.items.compactMap(\.text) ?? []
      source = value["source"]?.text
      text = value["text"]?.items.compactMap(\.text) ?? []
    }
  }

  static let forms = (EmbeddedJSON(parsing: bytes(of: "gold.json")[...])?.items ?? []).map(
    Form.init)

  private static func bytes(of name: String) -> [UInt8] {
    guard let file = fopen(folder + name, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  @Test func `there are forms to read`() {
    #expect(Self.forms.count >= 22)
  }

  @Test(arguments: forms)
  func `a page in the form of a site gives its article and nothing else`(form: Form) throws {
    let article = try Cleaner().run(saved(bytes: Self.bytes(of: form.page), as: form.page))
    #expect(lines(article) == form.text)
    #expect(article.title == form.title)
    #expect((article.author ?? "").split(separator: ";").map(String.init) == form.authors)
    #expect(article.publisher == form.source)
    let printed = form.published.replacing(" ", with: "T")
    #expect(article.publishedAt?.hasPrefix(printed) ?? printed.isEmpty)
  }
}

import Model
import Reference

/// Makes the rows of `edits`: an article is read once and held against its copies one by one.
package struct EditRows {
  private let clusterID: String
  private let canonicalID: String
  private let original: EditedText
  private let folder: TextFolder
  private let directory: Directory

  init(
    _ canonical: Reading, _ cast: People.Cast, folder: TextFolder, directory: Directory
  ) {
    self.folder = folder
    self.directory = directory
    canonicalID = StableID.document(sha256: canonical.article.sha256)
    clusterID = StableID.cluster(canonical: canonicalID)
    original = EditedText(canonical, folder, Meaning(cast, directory))
  }

  /// What differs between the article and a copy of it: by kind, in the order of the article, then of
  /// the copy.
  func rows(of copy: Reading, _ cast: People.Cast) -> [EditRow] {
    let document = StableID.document(sha256: copy.article.sha256)
    let meaning = Meaning(cast, directory)
    let edits = EditFinder(original, EditedText(copy, folder, meaning), folder).edits()
    var counts: [String: Int] = [:]
    return edits.map { edit in
      let parts = key(of: edit, document)
      let first = StableID.edit(parts)
      let count = counts[first, default: 0]
      counts[first] = count + 1
      return row(edit, count == 0 ? first : StableID.edit(parts + ["\(count)"]), document)
    }
  }

  private func key(of edit: Edit, _ document: String) -> [String] {
    let places = [edit.originalPlace, edit.copyPlace].map { place in
      place.map { "\($0.span.start)-\($0.span.end)" } ?? ""
    }
    return [
      canonicalID, document, edit.kind.rawValue, edit.op.rawValue, edit.original ?? "",
      edit.copy ?? "",
    ] + places
  }

  private func row(_ edit: Edit, _ id: String, _ document: String) -> EditRow {
    let place = edit.copyPlace ?? edit.originalPlace
    let other = edit.copyPlace == nil ? nil : edit.originalPlace
    return EditRow(
      clusterID: clusterID, canonicalID: canonicalID, documentID: document,
      kind: edit.kind.rawValue, op: edit.op.rawValue, canonicalText: edit.original,
      copyText: edit.copy, editID: id, personID: edit.person?.id, personName: edit.person?.name,
      officeID: edit.office?.id, officeName: edit.office?.name,
      textDocumentID: place.map { _ in edit.copyPlace == nil ? canonicalID : document },
      paragraph: place?.paragraph, start: place?.span.start, end: place?.span.end,
      text: place?.text, canonicalParagraph: other?.paragraph, canonicalStart: other?.span.start,
      canonicalEnd: other?.span.end, canonicalSentence: other?.text, rule: edit.rule.rawValue)
  }
}

extension Meaning {
  fileprivate init(_ cast: People.Cast, _ directory: Directory) {
    self.init { key in
      cast.identity(of: key)
    } office: { office in
      let entry = directory[office]
      return OfficeName(id: entry.officeID, name: entry.officeName)
    }
  }
}

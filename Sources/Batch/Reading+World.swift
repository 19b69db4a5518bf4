import Corpus
import Model
import Reference

extension Reading {
  /// What a corpus would say that holds nothing but this document.
  func world(_ almanac: Almanac) -> World {
    var survey = CorpusSurvey(
      almanac: almanac, dedupe: DedupeOptions())
    survey.note(self, copies: [])
    return survey.close()
  }
}

/// A broad part of society: all that a sales copy says of who the client is.
///
/// Broad enough that hundreds of organisations belong to each; their names are in the translations.
package enum Sector: String, CaseIterable, Hashable, Sendable {
  case agriculture, automotive, construction, culture, education, energy, finance, food
  case government, healthcare, hospitality, housing, industry, legal, logistics, media
  case nonProfit = "non-profit"
  case recruitment, retail, services, sports, technology, tourism
}

package import Diagnostics
package import PeilModel
import YAML

extension Agency {
  /// Reads `agency.yaml`.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: As shown to the person.
  /// - Throws: Every problem of the file.
  package static func read(_ bytes: [UInt8], file: String) throws(Problems) -> Agency {
    let document = try Document.read(bytes, file: file)
    var fields = Fields(of: document.root, called: "an agency")
    let name = fields.required("name", "the agency's name") { $0.text }
    let language = fields.optional("language", "a language, as in `nl`") { $0.text }
    var agency = Agency(name: name ?? "", language: LanguageCode(language ?? "nl"))
    if let currency = fields.optional(
      "currency", "a currency of three letters, as in `EUR`", { $0.currencyCode })
    {
      agency.currency = currency
    }
    if let zone = fields.optional("time-zone", "a time zone, as in `Europe/Amsterdam`", { $0.text })
    {
      agency.timeZone = zone
    }
    agency.hourlyRate = fields.optional("hourly-rate", "an amount, as in `82.50`") { $0.money }
    agency.contact = fields.nested("contact", called: "a contact") { contact in
      Agency.Contact(&contact)
    }
    agency.thresholds = fields.nested("thresholds", called: "the thresholds") { thresholds in
      Thresholds(&thresholds)
    }
    return try fields.result(agency)
  }
}

extension Agency.Contact {
  fileprivate init(_ fields: inout Fields) {
    self.init()
    name = fields.optional("name", "a name") { $0.text }
    email = fields.optional("email", "an e-mail address") { $0.text }
    phone = fields.optional("phone", "a telephone number") { $0.text }
    website = fields.optional("website", "an address that begins with `https://`") { entry in
      entry.text.flatMap { $0.hasPrefix("https://") ? $0 : nil }
    }
  }
}

extension Thresholds {
  /// `m2: {useless: 0.8, holds: 0.95}`, for any belief but the seventh, which is arithmetic.
  fileprivate init(_ fields: inout Fields) {
    self.init()
    for belief in Belief.allCases where belief != .socialIsFree {
      let standard = Self.standard(for: belief)
      self[belief] = fields.nested(belief.code, called: "a threshold") { pair in
        Pair(
          useless: pair.optional("useless", "a number") { $0.number } ?? standard.useless,
          holds: pair.optional("holds", "a number") { $0.number } ?? standard.holds)
      }
    }
  }
}

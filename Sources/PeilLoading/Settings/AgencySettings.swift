package import Diagnostics
package import FileSystem
import Glibc
package import PeilModel
import YAML

extension Agency {
  /// Reads `agency.yaml`.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: As shown to the person.
  ///   - folder: Where its logo and font lie; `nil` leaves them out.
  /// - Throws: Every problem of the file.
  package static func read(
    _ bytes: [UInt8], file: String, filesIn folder: Folder? = nil
  ) throws(Problems) -> Agency {
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
    agency.hourlyRates =
      fields.optional("hourly-rates", "kinds of work with an amount, as in `design: 110.00`") {
        $0.amounts
      } ?? [:]
    agency.contact = fields.nested("contact", called: "a contact") { contact in
      Agency.Contact(&contact)
    }
    agency.callToAction = fields.callToAction()
    agency.thresholds = fields.nested("thresholds", called: "the thresholds") { thresholds in
      Thresholds(&thresholds)
    }
    agency.publishing = fields.nested("publish", called: "publishing") { publishing in
      Agency.Publishing(&publishing)
    }
    let effects = fields.optional(
      "checks", "names of rules, each with `error` or `warning`", { $0.checkEffects })
    agency.checks = effects ?? [:]
    agency.brand.logo = fields.brandFile("logo", in: folder)
    agency.brand.darkLogo = fields.brandFile("logo-dark", in: folder)
    agency.brand.font = fields.brandFile("font", in: folder)
    let colours = fields.nested("colours", called: "the colours") { colours in
      (colours.colour("brand"), colours.colour("accent"), colours.colour("ground"))
    }
    (agency.brand.brand, agency.brand.accent, agency.brand.ground) = colours
    return try fields.result(agency)
  }
}

extension Entry {
  /// `{link.ambiguous: error, figure.empty: warning}`; which rules there are is the check's to say.
  fileprivate var checkEffects: [String: Agency.CheckEffect]? {
    var effects: [String: Agency.CheckEffect] = [:]
    for (key, value) in mapping ?? [] {
      guard let name = key.text, let effect = value.text.flatMap(Agency.CheckEffect.init(rawValue:))
      else { return nil }
      effects[name] = effect
    }
    return effects.isEmpty ? nil : effects
  }
}

extension Fields {
  /// `"#0B5394"`
  fileprivate mutating func colour(_ key: String) -> String? {
    optional(key, "a colour, as in `\"#0B5394\"`") { entry in
      entry.text.flatMap { text in
        text.utf8.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
          ? text.uppercased() : nil
      }
    }
  }

  /// A file beside the settings, by its name.
  mutating func brandFile(_ key: String, in folder: Folder?) -> BrandFile? {
    let name = optional(key, "the name of a file in this folder") { entry in
      entry.text.flatMap { $0.isEmpty || $0.contains("/") || $0.hasPrefix(".") ? nil : $0 }
    }
    guard let name, let folder else { return nil }
    let shown = "\(folder.shownAs)/\(name)"
    guard folder.contains(file: name) else {
      report([.noBrandFile(key, name, in: folder.shownAs)])
      return nil
    }
    do throws(Diagnostic) {
      // Whether it is too large for a report is said there, with the limit.
      return BrandFile(file: shown, bytes: try folder.bytes(of: name, limit: 4 << 20))
    } catch {
      report([error])
      return nil
    }
  }
}

extension Fields {
  /// `call-to-action: {link: "mailto:hello@agency.example", text: {nl: …, en: …}}`
  fileprivate mutating func callToAction() -> CallToAction? {
    guard let entry = optional("call-to-action", "a link and its text", { $0.isMapping ? $0 : nil })
    else { return nil }
    var fields = Fields(of: entry, called: "a call to action")
    let link = fields.required("link", "an address that begins with `https://` or `mailto:`") {
      entry in
      entry.text.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("mailto:") ? $0 : nil }
    }
    let texts = fields.optional("text", "a text for each language, as in `{nl: …, en: …}`") {
      $0.textsByLanguage
    }
    report(fields.finish())
    return link.map { CallToAction(link: $0, texts: texts ?? [:]) }
  }
}

extension Entry {
  /// `nil` when a value is no text or empty.
  fileprivate var textsByLanguage: [LanguageCode: String]? {
    guard let mapping else { return nil }
    var texts: [LanguageCode: String] = [:]
    for (key, value) in mapping {
      guard let language = key.text, let text = value.text, !text.isEmpty else { return nil }
      texts[LanguageCode(language)] = text
    }
    return texts
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

extension Agency.Publishing {
  /// `publish: {mode: 0640, group: www-data}`
  fileprivate init(_ fields: inout Fields) {
    self.init()
    let mode = fields.optional("mode", "permissions of files in octal digits, as in `0644`") {
      entry in entry.text.flatMap { Self.mode($0) }.map { (bits: $0, place: entry.place) }
    }
    if let mode {
      if mode.bits & 0o002 != 0 {
        fields.report([.writableByAll(at: mode.place)])
      } else {
        self.mode = mode.bits
      }
    }
    owner = fields.optional("owner", "the name of an account") { $0.text }
    group = fields.optional("group", "the name of a group") { $0.text }
  }

  /// Of a file that its owner reads and writes and nobody runs.
  private static func mode(_ text: String) -> UInt32? {
    guard text.utf8.count <= 4, let bits = UInt32(text, radix: 8) else { return nil }
    return bits & 0o600 == 0o600 && bits & ~0o666 == 0 ? bits : nil
  }
}

extension Thresholds {
  /// `paid: {refuted: 0.75, holds: 0.9}`, for any belief but the seventh, which is arithmetic.
  fileprivate init(_ fields: inout Fields) {
    self.init()
    for belief in Belief.allCases {
      guard let key = belief.settingsKey else { continue }
      let standard = Self.standard(for: belief)
      self[belief] = fields.nested(key, called: "a threshold") { pair in
        Pair(
          useless: pair.threshold("refuted", of: belief) ?? standard.useless,
          holds: pair.threshold("holds", of: belief) ?? standard.holds)
      }
    }
  }
}

extension Fields {
  /// A person writes how many times as well; the comparison of posts goes by logarithms.
  fileprivate mutating func threshold(_ key: String, of belief: Belief) -> Double? {
    switch belief {
    case .automateEverything, .goodContentSellsItself:
      optional(key, "a number above 0, as in `0.8`") { entry in
        entry.number.flatMap { $0 > 0 ? log($0) : nil }
      }
    default:
      optional(key, "a number") { $0.number }
    }
  }
}

extension Belief {
  /// What its threshold is called in the settings; `nil` for the one that has none.
  fileprivate var settingsKey: String? {
    switch self {
    case .followersAreSuccess: "followers"
    case .paidIsTheOnlyWay: "paid"
    case .morePlatformsAreBetter: "platforms"
    case .automateEverything: "automation"
    case .hashtagsHelp: "hashtags"
    case .trafficIsTheGoal: "traffic"
    case .socialIsFree: nil
    case .goodContentSellsItself: "content"
    case .socialIsSeparate: "discipline"
    }
  }
}

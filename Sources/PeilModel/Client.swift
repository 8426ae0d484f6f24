/// A client of the agency, as its settings describe it.
package struct Client: Equatable, Sendable {
  /// The name of its folder: lower-case letters, digits and hyphens, so that it can stand in a path.
  package struct Slug: Hashable, Comparable, Sendable {
    package let text: String

    /// Returns `nil` when the text could leave its folder or needs escaping in an address.
    package init?(_ text: String) {
      let allowed = text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
      guard allowed, !text.isEmpty, text.utf8.count <= 64, text.first != "-" else { return nil }
      self.text = text
    }

    package static func < (a: Slug, b: Slug) -> Bool { a.text < b.text }
  }

  package var slug: Slug
  package var name: String
  /// Names, handles and domains that give the client away; they may stand in no other client's report.
  package var identifyingNames: [String]
  /// Slugs of clients that it works with: their names may stand in its reports.
  package var mentions: [String]
  /// In the agency's own words; it explains hashtags.
  package var sector: String?
  /// What a sales copy says of it.
  package var broadSector: Sector?
  /// Age groups as the audience exports write them: `25-34`.
  package var targetAges: [String]
  package var language: LanguageCode
  package var accountManager: String?
  package var logo: BrandFile?
  /// In the order of the settings: a platform keeps its colour for the life of the client.
  package var platforms: [Platform]
  /// The client's own handle or account name, to tell its posts from a collaborator's.
  package var accounts: [Platform: String]
  package var confirmedNone: Set<ConfirmedNone>
  package var goals: [Goal]
  package var conversion: ConversionKind
  /// What an hour costs this client; `nil` where the agency's rate holds.
  package var hourlyRate: Money?

  package init(slug: Slug, name: String, language: LanguageCode, platforms: [Platform]) {
    self.slug = slug
    self.name = name
    self.identifyingNames = []
    self.mentions = []
    self.targetAges = []
    self.language = language
    self.platforms = platforms
    self.accounts = [:]
    self.confirmedNone = []
    self.goals = []
    self.conversion = ConversionKind()
  }

  /// Something that a client is known not to have, so that its absence is a fact and not a gap.
  package enum ConfirmedNone: String, CaseIterable, Hashable, Sendable {
    case advertising
    case costs
  }

  /// A target for one of the key results, for a month.
  package struct Goal: Equatable, Sendable {
    package var result: KeyResult
    /// In the unit of the result: a count, hours, a fraction.
    package var target: Double

    package init(result: KeyResult, target: Double) {
      self.result = result
      self.target = target
    }
  }

  /// What a conversion is for this client, and what one is worth.
  package struct ConversionKind: Equatable, Sendable {
    package var value: Money?
    package init(value: Money? = nil) { self.value = value }
  }
}

/// A measure that can stand among the key results of a month.
package enum KeyResult: String, CaseIterable, Hashable, Sendable {
  case interactions
  case conversions
  case sessions
  case followers
  case impressions
  case posts
  case answered

  /// Whether more of it is what one wants. How many posts there are is decided, and no success of itself.
  package var isBetterHigher: Bool { self != .posts }
}

/// A language a report can be written in, as in `nl` or `en`.
package struct LanguageCode: Hashable, Sendable {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// The agency whose reports these are.
package struct Agency: Equatable, Sendable {
  package var name: String
  package var language: LanguageCode
  /// ISO 4217, as in `EUR`.
  package var currency: String
  package var timeZone: String
  /// What an hour costs the client; `nil` when the agency did not say.
  package var hourlyRate: Money?
  /// Other rates by the kind of work, as the cost file names it in small letters.
  package var hourlyRates: [String: Money]
  package var contact: Contact
  package var callToAction: CallToAction?
  package var thresholds: Thresholds
  package var brand: Brand
  package var publishing: Publishing
  /// What rules of the check do other than usual, by their names.
  package var checks: [String: CheckEffect]

  package init(name: String, language: LanguageCode) {
    self.name = name
    self.language = language
    self.publishing = Publishing()
    self.currency = "EUR"
    self.timeZone = "Europe/Amsterdam"
    self.hourlyRates = [:]
    self.contact = Contact()
    self.thresholds = Thresholds()
    self.brand = Brand()
    self.checks = [:]
  }

  /// What a finding of the check does to a page.
  package enum CheckEffect: String, CaseIterable, Hashable, Sendable {
    /// Holds it back.
    case error
    case warning
  }

  package struct Contact: Equatable, Sendable {
    package var name: String?
    package var email: String?
    package var phone: String?
    package var website: String?
    package init() {}
  }

  /// Who may read what is published.
  package struct Publishing: Equatable, Sendable {
    /// Permissions of files; a folder may be searched by whoever may read its files.
    ///
    /// Default: the owner writes, everybody on the machine reads, as a web server has its own account.
    package var mode: UInt32 = 0o644
    /// Names of an account and a group of the machine; without them those of whoever publishes.
    package var owner: String?
    package var group: String?
    package init() {}
  }
}

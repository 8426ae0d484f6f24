/// A logo in the looks that it has: one for both schemes, or one for each.
struct LogoView: Equatable, Sendable {
  var images: [Look]

  init(_ image: LogoImage, dark: LogoImage? = nil, name: String) {
    images =
      [Look(image: image, name: name, className: dark == nil ? "plated" : "on-light")]
      + [dark].compactMap { $0 }.map { Look(image: $0, name: name, className: "on-dark") }
  }

  static let view = RecordView<LogoView>(
    "logo",
    [
      .list("images", Look.view) { $0.images }
    ])

  struct Look: Equatable, Sendable {
    var image: LogoImage
    /// Whose logo it is, for those who do not see it.
    var name: String
    /// `on-light` and `on-dark` are shown in their scheme only; `plated` stands on a white plate in the dark.
    var className: String

    static let view = RecordView<Look>(
      "logo-image",
      [
        .flag("is-png") { $0.image.format == .png },
        .text("base64") { $0.image.base64 },
        .text("class") { $0.className },
        .text("name") { $0.name },
      ])
  }
}

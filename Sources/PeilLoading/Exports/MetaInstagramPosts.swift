import PeilModel

extension ExportFormat {
  /// Meta Business Suite, content export of Instagram: posts, reels and stories with lifetime counts.
  ///
  /// Labels in English, Dutch and Spanish. `Publish time` is US Pacific whatever the account's zone; the
  /// shortcode in the permalink holds the second.
  static let metaInstagramPosts = ExportFormat(
    "meta-instagram-posts", .posts, platform: .instagram,
    columns: [
      .id: ["post id", "bericht-id", "identificador de la publicación"],
      .account: [
        "account username", "gebruikersnaam account", "nombre de usuario de la cuenta",
      ],
      .accountName: ["account name", "accountnaam", "nombre de la cuenta"],
      .text: ["description", "omschrijving", "descripción"],
      .duration: ["duration sec", "duur sec.", "duración segundos"],
      .publishedAt: ["publish time", "publicatietijdstip", "hora de publicación"],
      .link: ["permalink", "enlace permanente"],
      .format: ["post type", "berichttype", "tipo de publicación"],
      .problem: ["data comment", "comentario sobre los datos"],
      .impressions: ["impressions"],
      .views: ["views", "weergaven", "visualizaciones"],
      .reach: ["reach", "bereik", "alcance"],
      .likes: ["likes", "vind-ik-leuks", "me gusta"],
      .shares: ["shares", "aantal keer gedeeld", "veces que se compartió"],
      .follows: ["follows", "volgt", "seguimientos"],
      .comments: ["comments", "opmerkingen", "comentarios"],
      .saves: ["saves", "aantal keer opgeslagen", "veces que se guardó"],
      .profileVisits: ["profile visits"],
      .linkClicks: ["link clicks"],
    ],
    signature: [.id, .account, .publishedAt],
    assumptions: [.pacificTime]
  ) { record throws(SkipReason) in
    try record.skipPlatformError()
    try record.skipOtherAccount(.account)
    let link = record.text(.link)
    let published = try record.required(record.instagramInstant(link: link))
    let post = Post(
      platform: .instagram, id: try record.postID(link: link), link: link,
      publishedAt: published, format: record.postFormat(.format), text: record.text(.text) ?? "",
      counts: record.postCounts(), source: record.source)
    record.add(post)
  }
}

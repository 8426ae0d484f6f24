import Calendars
import PeilLoading
import PeilModel
import Testing

@Suite struct MetaPostsTests {
  private let english =
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,"
    + "Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"
  private let dutch =
    "Bericht-ID,Account-ID,Gebruikersnaam account,Accountnaam,Omschrijving,Duur (sec.),"
    + "Publicatietijdstip,Permalink,Berichttype,Data comment,Datum,Weergaven,Bereik,Vind-ik-leuks,"
    + "Aantal keer gedeeld,Volgt,Opmerkingen,Aantal keer opgeslagen\n"
  private let spanish =
    "Identificador de la publicación,Identificador de la cuenta,Nombre de usuario de la cuenta,"
    + "Nombre de la cuenta,Descripción,Duración (segundos),Hora de publicación,Enlace permanente,"
    + "Tipo de publicación,Comentario sobre los datos,Fecha,Visualizaciones,Alcance,Me gusta,"
    + "Veces que se compartió,Seguimientos,Comentarios,Veces que se guardó\n"
  private let record =
    "181,7,bakery,The Bakery,\"Bread, \"\"fresh\"\" & <warm>\nnow\",12,10/02/2026 03:00,"
    + "https://www.instagram.com/bread,%,,Lifetime,100,80,7,6,,5,4\n"

  @Test func `an Instagram post is the same in three languages`() throws {
    for (header, word) in [
      (english, "IG reel"), (dutch, "Instagram-reel"), (spanish, "Reel de Instagram"),
    ] {
      let line = record.split(separator: "%").joined(separator: word)
      let load = try load(["p.csv": header + line])
      let post = try #require(load.data.posts.first)
      #expect(load.data.posts.count == 1)
      #expect(post.platform == .instagram)
      #expect(post.id == "181")
      #expect(post.link == "https://www.instagram.com/bread")
      #expect(post.publishedAt.description == "2026-10-02T10:00:00Z")
      #expect(post.format == .reel)
      #expect(post.text == "Bread, \"fresh\" & <warm>\nnow")
      #expect(post.counts.views == 100)
      #expect(post.counts.reach == 80)
      #expect(post.counts.reactions == 7)
      #expect(post.counts.shares == 6)
      #expect(post.counts.comments == 5)
      #expect(post.counts.saves == 4)
      #expect(post.counts.follows == nil)
      #expect(post.counts.impressions == nil)
      #expect(post.source.line == 2)
      let file = try load.onlyFile
      #expect(!file.unusedColumns.contains("duration sec"))
      #expect(file.assumptions == ["times are US Pacific"])
    }
  }

  @Test(
    arguments: [
      ("IG image", Post.Format.image), ("IG carousel", .carousel), ("IG reel", .reel),
      ("IG story", .story), ("Imagen de Instagram", .image), ("Reel de Instagram", .reel),
      ("Secuencia de Instagram", .carousel), ("Photos", .image), ("Photo", .image),
      ("Videos", .video), ("Reels", .reel), ("Links", .link), ("Text", .text), ("Live", .live),
      ("Foto's", .image), ("Afbeelding", .image), ("Carrousel", .carousel), ("STATUS", .text),
      ("Hypes", .other), ("", .other),
    ])
  func `the kind of a post is told by a piece of the platform's word`(
    word: String, format: Post.Format
  ) throws {
    let line = record.split(separator: "%").joined(separator: word)
    let load = try load(["p.csv": english + line])
    #expect(load.data.posts.first?.format == format)
  }

  @Test func `an error record and a collaborator's post are listed and not counted`() throws {
    let error = "182,7,,,,,,https://x.example,,An error occurred,Lifetime,,,,,,,\n"
    let other =
      "183,8,miller,The Miller,,0,10/02/2026 03:00,https://y.example,IG image,,Lifetime,9,9,9,9,,9,9\n"
    for accounts in [[:], ["instagram": "Bakery"]] {
      let load = try load(
        ["p.csv": english + record + record.replacing("181", with: "184") + error + other],
        accounts: accounts)
      let file = try load.onlyFile
      #expect(load.data.posts.map(\.id) == ["184"])
      #expect(file.records == 4)
      #expect(file.account == "used 1, platform-error 1, other-account 1, superseded 1")
      #expect(file.sum("views") == 100)
    }
  }

  private let facebook =
    "Post ID,Page ID,Page name,Title,Description,Publish time,Permalink,Post type,Data comment,"

  @Test func `a Facebook post has the longer of title and description`() throws {
    let load = try load([
      "p.csv": facebook
        + """
        Views,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,Link Clicks
        1,5,Bakery,Short,A longer text,10/02/2026 03:00,https://f.example/1,Photos,,9,8,6,3,2,1,
        2,5,Bakery,Only a title,,10/03/2026 03:00,https://f.example/2,Links,,9,8,0,0,0,0,4

        """
    ])
    #expect(load.data.posts.map(\.text) == ["A longer text", "Only a title"])
    #expect(load.data.posts.map(\.format) == [.image, .link])
    #expect(load.data.posts.map(\.counts.views) == [9, 9])
    #expect(load.data.posts.map(\.counts.reactions) == [3, 0])
    #expect(load.data.posts.map(\.counts.comments) == [2, 0])
    #expect(load.data.posts.map(\.counts.shares) == [1, 0])
    #expect(load.data.posts.map(\.counts.linkClicks) == [nil, 4])
    #expect(load.data.posts.map(\.counts.saves) == [nil, nil])
    #expect(load.data.posts.map(\.counts.engagements) == [6, 0])
  }

  @Test func `views that stand twice are views of videos`() throws {
    let load = try load([
      "p.csv": facebook
        + "Views,Views,Reach\n1,5,Bakery,A,,10/02/2026 03:00,https://f.example/1,Photos,,0,0,8\n"
    ])
    #expect(load.data.posts.first?.counts.views == nil)
    #expect(load.data.posts.first?.counts.videoViews == 0)
  }

  @Test func `another page's posts are not counted`() throws {
    let load = try load(
      [
        "p.csv": facebook
          + """
          Reach
          1,5,Bakery,A,,10/02/2026 03:00,https://f.example/1,Photos,,8
          2,6,Mill,B,,10/02/2026 03:00,https://f.example/2,Photos,,8

          """
      ], accounts: ["facebook": "bakery"])
    let file = try load.onlyFile
    #expect(file.account == "used 1, other-account 1")
    #expect(file.platform == .facebook)
  }

  @Test func `where Excel rounded the ids the links tell posts apart`() throws {
    let lines = ["a", "b", "a"].map { code in
      record.replacing("181,", with: "1.82218E+16,")
        .replacing("/bread", with: "/p/\(code)/").replacing("%", with: "IG reel")
    }
    let load = try load(["p.csv": english + lines.joined()])
    let file = try load.onlyFile
    #expect(load.data.posts.count == 2)
    #expect(file.account == "used 2, superseded 1")
  }

  @Test func `a rounded id without a link is incomplete`() throws {
    let load = try load([
      "p.csv": "Post ID,Account username,Publish time\n1.82218E+16,bakery,10/02/2026 03:00\n"
    ])
    let file = try load.onlyFile
    #expect(file.account == "used 0, incomplete 1")
  }
}

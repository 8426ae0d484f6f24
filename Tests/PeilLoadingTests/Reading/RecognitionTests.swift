import CSV
import Diagnostics
import PeilModel
import Testing

@testable import PeilLoading

@Suite struct RecognitionTests {
  private static let headers: [(format: String, header: String)] = [
    (
      "meta-facebook-posts",
      "Post ID,Page ID,Page name,Title,Publish time,Permalink,Post type,Data comment,Reach,Reactions"
    ),
    (
      "meta-facebook-posts",
      "Bericht-ID,Pagina-ID,Page name,Publicatietijdstip,Permalink,Berichttype,Weergaven,Reacties"
    ),
    (
      "meta-instagram-posts",
      "Post ID,Account ID,Account username,Description,Publish time,Permalink,Views,Likes"
    ),
    (
      "meta-instagram-posts",
      "Bericht-ID,Account-ID,Gebruikersnaam account,Omschrijving,Publicatietijdstip,Permalink,Bereik"
    ),
    (
      "meta-instagram-posts",
      "Identificador de la publicación,Nombre de usuario de la cuenta,Hora de publicación,Alcance"
    ),
    ("ga4-traffic", "Session source / medium,Date,Sessions,Engaged sessions,Key events"),
    (
      "linkedin-posts",
      "Post title,Post link,Post type,Created date,Impressions,Views,Clicks,Likes,Comments,Reposts"
    ),
    ("x-content", "Post id,Date,Post text,Post Link,Impressions,Likes,Bookmarks,Replies,Reposts"),
    ("youtube-content", "Content,Video title,Video publish time,Duration,Views,Watch time (hours)"),
    ("meta-ads", "Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Impressions"),
    ("meta-ads", "Start rapportage,Einde rapportage,Campagnenaam,Besteed bedrag (EUR),Weergaven"),
    ("peil-posts", "platform,id,published_at,text,format,paid,automated,impressions,likes"),
    ("peil-post-log", "post,authored_by,boosted_from,boosted_to,editor_score,distribution"),
    ("peil-followers", "date,platform,followers"),
    ("peil-traffic", "date,platform,sessions,engaged_sessions,conversions,revenue"),
    ("peil-costs", "month,item,kind,hours,amount,platform"),
    ("peil-conversations", "received_at,answered_at,platform,kind,sentiment,resolved,team"),
    ("peil-audience", "month,platform,dimension,segment,share"),
    (
      "clockify-hours",
      "Project,Client,Description,Activity,User,Start Date,Start Time,End Date,End Time,Duration (h)"
    ),
    (
      "facebook-insights-page",
      "Date,Lifetime Total Likes,Daily New Likes,Daily Unlikes,Daily Total Reach"
    ),
    (
      "facebook-insights-posts",
      "Post ID,Permalink,Post Message,Type,Posted,Lifetime Post Total Reach,Lifetime Post Total Impressions"
    ),
    (
      "facebook-insights-videos",
      "Post ID,Permalink,Post Message,Type,Posted,Lifetime Post Total Impressions,Lifetime Total Video Views"
    ),
    ("google-ads", "Campaign status,Campaign,Currency code,Impr.,Clicks,Cost,Conversions"),
    ("harvest-hours", "Date,Client,Project,Task,Notes,Hours,Billable?,Billable Amount,Currency"),
    (
      "linkedin-ads",
      "Start Date (in UTC),Account Name,Campaign Name,Currency,Total Spent,Impressions,Clicks"
    ),
    ("linkedin-audience", "Seniority,Total followers"),
    (
      "linkedin-metrics",
      "Date,Impressions (organic),Impressions (total),Unique impressions (organic),Clicks (total)"
    ),
    ("linkedin-new-followers", "Date,Sponsored followers,Organic followers,Total followers"),
    ("linkedin-personal-audience", "Top Demographics,Value,Percentage"),
    ("linkedin-personal-days", "Date,Impressions,Engagements"),
    ("linkedin-personal-posts", "Post URL,Post Publish Date,Engagements,Impressions"),
    ("linkedin-visitor-audience", "Company size,Total views"),
    (
      "linkedin-visitors",
      "Date,Overview page views (total),Total page views (total),Total unique visitors (total)"
    ),
    (
      "meta-facebook-videos",
      "Video asset ID,Page ID,Page name,Title,Publish time,3-second video views,Reactions"
    ),
    (
      "pinterest-ads",
      "Date,Campaign name,Ad group name,Spend in account currency,Impressions,Pin clicks"
    ),
    ("sprout-posts", "Date,Post ID,Network,Post Type,Profile,Link,Post,Impressions,Reactions"),
    ("sprout-profiles", "Date,Network,Profile,Audience,Net Audience Growth,Impressions"),
    ("tiktok-active-followers", "Date,Hour,Active followers"),
    (
      "tiktok-business-audience",
      "Date,New followers,Total followers,Reached audience,Engaged audience"
    ),
    ("tiktok-business-days", "Date,Video views,Reached audience,Profile views,Likes"),
    ("tiktok-business-videos", "Video title,Video link,Post time,Video views,Likes,Comments"),
    ("tiktok-days", "Date,Video Views,Profile Views,Likes,Comments,Shares"),
    ("tiktok-followers", "Date,Followers,Difference in followers from previous day"),
    ("tiktok-genders", "Gender,Distribution"),
    ("tiktok-territories", "Top territories,Distribution"),
    ("tiktok-videos", "Time,Video title,Video link,Post time,Total likes,Total views"),
    ("tiktok-viewers", "Date,Total Viewers,New Viewers,Returning Viewers"),
    (
      "toggl-hours",
      "User,Client,Project,Description,Billable,Start date,Start time,End date,End time,Duration"
    ),
    ("x-days", "Date,Impressions,Likes,Engagements,Bookmarks,New follows,Unfollows,Replies"),
    ("x-days-until-2024", "Date,Tweets published,impressions,engagements,retweets"),
    ("x-posts-until-2024", "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements"),
    ("youtube-chart", "Date,Traffic source,Views"),
    ("youtube-days", "Date,Views"),
    ("youtube-days", "Da\u{AD}tum,Auf\u{AD}ru\u{AD}fe"),
    ("youtube-table", "Geography,Views,Watch time (hours)"),
    ("zendesk-tickets", "Id,Group,Status,Via,Created at,First reply time in minutes"),
  ]

  private func recognise(_ text: String) throws -> Recognition {
    Recognition(Records(of: try CSVFile(bytes: Array(text.utf8), name: "f.csv")), .standard)
  }

  private func format(_ text: String) throws -> String? {
    guard case .table(let table) = try recognise(text) else { return nil }
    return table.format.name
  }

  @Test(arguments: headers)
  private func `a format is recognised by its columns in any order`(
    format: String, header: String
  ) throws {
    let labels = header.split(separator: ",")
    for turn in labels.indices {
      let turned = labels[turn...] + labels[..<turn]
      #expect(try self.format(turned.joined(separator: ",") + "\n") == format)
      #expect(try self.format(turned.reversed().joined(separator: ";") + "\n") == format)
    }
  }

  @Test(arguments: headers)
  private func `labels are compared as people read them`(format: String, header: String) throws {
    #expect(try self.format("\u{FEFF}" + header.uppercased() + ",,,\r\n") == format)
    let spaced = header.split(separator: ",").map { "\" \($0)\u{A0}\"" }.joined(separator: ",")
    #expect(try self.format(spaced) == format)
    #expect(try self.format("# a remark, with a comma\n\n\(header)\n") == format)
  }

  @Test(arguments: headers)
  private func `columns that nobody knows are listed and change nothing`(
    format: String, header: String
  ) throws {
    // Two columns alone say too little for more beside them.
    guard format != "youtube-days", format != "linkedin-personal-days" else { return }
    guard case .table(let table) = try recognise("Hypes,\(header),New metric\n") else {
      Issue.record("not recognised")
      return
    }
    #expect(table.format.name == format)
    #expect(table.unusedColumns.contains("hypes"))
    #expect(table.unusedColumns.contains("new metric"))
  }

  @Test func `every format has a header here`() {
    #expect(Set(Self.headers.map(\.format)) == Set(ExportFormat.all.map(\.name)))
    #expect(ExportFormat.all.map(\.name) == ExportFormat.all.map(\.name).sorted())
  }

  @Test(
    arguments: [
      "a,b,c\n1,2,3\n", "Date,Impressions,Likes\n", "text without a table\n",
      "Session source / medium,Sessions\n", "Views\nApples,Pears\n1,2\n",
      "Date,Primary\n2025-01-01,1\n",
    ])
  func `an unknown file is a question and the client is built`(text: String) throws {
    let load = try load(["x.csv": text])
    #expect(load.problems == ["export.unknown"])
    #expect(load.diagnostics.first?.severity == .warning)
    #expect(load.diagnostics.first?.place?.file == "bakery/exports/x.csv")
    #expect(load.data.files == [])
    #expect(!load.isUnusable)
  }

  @Test func `an unknown file is told with its columns and the nearest format`() throws {
    let load = try load(["x.csv": "date,platform,likes\n"])
    #expect(
      load.diagnostics.first?.notes.map(\.message) == [
        "columns: `date`, `platform`, `likes`",
        "nearest is peil-followers, which has `followers` too",
      ])
    let far = try PeilLoadingTests.load(["x.csv": "colour,likes\n"])
    #expect(far.diagnostics.first?.notes.count == 1)
  }

  @Test func `a file that fits two formats is a question`() throws {
    let load = try load(["x.csv": "date,platform,followers,sessions\n2026-10-01,facebook,1,2\n"])
    #expect(load.problems == ["export.ambiguous"])
    #expect(
      load.diagnostics.first?.notes.map(\.message) == ["it fits: peil-followers, peil-traffic"])
    #expect(!load.isUnusable)
  }

  @Test(
    arguments: [
      ([0x1F, 0x8B, 0x08], ForeignFile.otherArchive), (Array("Rar!\u{1A}".utf8), .otherArchive),
      (Array("<?xml version=\"1.0\"?><a/>".utf8), .xml), (Array("<!DOCTYPE html>".utf8), .page),
      (Array("<html>".utf8), .page), ([0x89, 0x50, 0x4E, 0x47, 0x0D], .picture),
      ([0xFF, 0xD8, 0xFF, 0xE0], .picture), (Array("GIF89a".utf8), .picture),
      (Array("%PDF-1.7".utf8), .portableDocument),
    ])
  func `a file that is no table is told by its first bytes`(bytes: [UInt8], kind: ForeignFile)
    throws
  {
    let load = try load(["posts.csv": bytes])
    #expect(load.problems == ["export.foreign"])
    #expect(load.diagnostics.first?.help == kind.help)
    #expect(!load.isUnusable)
  }
}

import Foundation
import TestSupport

/// A client with something of everything, whose every word is nonsense that no language and no template has.
enum NonsenseClient {
  static let slug = "qzjwvx-kyxqz"
  /// Names, texts, tags, files: what may not be found in a sales copy, not five letters of it.
  static let words = [
    "Qzjwvxo", "Kyxqzbu", "wxqkzjvy", "Zvqxjwkoe", "jkqzxvwaa", "vjxqwzgtag",
    "xzwqvjktqv", "qjxzkvwtqz", "kvzqxjdept", "wvxjqkzcvq", "zxkqjwvfile", "bzqxvkjnote",
  ]

  static func files(language: String) -> [String: String] {
    let client = "clients/\(slug)"
    return [
      "agency.yaml": """
      name: "Bureau"
      hourly-rate: 92.50
      contact: {name: "Noor", email: "noor@bureau.example", website: "https://bureau.example"}
      call-to-action: {link: "mailto:noor@bureau.example", text: {nl: "Bel ons", en: "Call us"}}

      """,
      "\(client)/client.yaml": """
      name: "Qzjwvxo Kyxqzbu"
      names: ["Qzjwvxo", "qzjwvxo.example"]
      sector: "zvqxjwkoe"
      broad-sector: retail
      language: \(language)
      account-manager: "Wxqkzjvy"
      platforms: [instagram, facebook]
      accounts: {instagram: wxqkzjvy, facebook: "Qzjwvxo Kyxqzbu"}
      goals: [{metric: interactions, target: 1500}, {metric: conversions, target: 30}, {metric: answered, target: 0.8}]
      conversion: {value: 42}

      """,
      "\(client)/notes/2026-10.md": "# summary\n\nBzqxvkjnote is goed.\n",
      "\(client)/exports/zxkqjwvfile-posts.csv": posts,
      "\(client)/exports/zxkqjwvfile-log.csv": log,
      "\(client)/exports/zxkqjwvfile-followers.csv": followers,
      "\(client)/exports/zxkqjwvfile-traffic.csv": traffic,
      "\(client)/exports/zxkqjwvfile-costs.csv": costs,
      "\(client)/exports/zxkqjwvfile-conversations.csv": conversations,
    ]
  }

  /// From 1 November 2025 to 31 October 2026; numbered from 0.
  private static let days: [String] = {
    var days: [String] = []
    for (year, month, length) in [
      (2025, 11, 30), (2025, 12, 31), (2026, 1, 31), (2026, 2, 28), (2026, 3, 31), (2026, 4, 30),
      (2026, 5, 31), (2026, 6, 30), (2026, 7, 31), (2026, 8, 31), (2026, 9, 30), (2026, 10, 31),
    ] {
      for day in 1...length { days.append(String(format: "%d-%02d-%02d", year, month, day)) }
    }
    return days
  }()

  private static let posts = table(
    "platform,id,published_at,text,format,paid,automated,impressions,reach,likes,comments,shares,saves,clicks,video_views",
    days.indices.filter { $0 % 2 == 0 || $0 == days.count - 1 }.map { day in
      let platform = day % 4 == 0 ? "instagram" : "facebook"
      let tags = ["", " #vjxqwzgtag", " #vjxqwzgtag #vjxqwzgtags #wxqkzjvy"][day % 3]
      return
        "\(platform),zkxqwv\(day),\(days[day])T10:00:00,\"Zvqxjwkoe jkqzxvwaa\(tags)\",image,false,\(day % 3 == 0),"
        + "\(2000 + day * 7 % 900),\(1500 + day * 5 % 700),\(60 + day * 11 % 50),\(5 + day % 9),\(3 + day % 5),\(day % 4),\(9 + day % 7),"
    })

  private static let log = table(
    "post,authored_by,boosted_from,boosted_to,editor_score,distribution,department,topic",
    days.indices.filter { $0 % 2 == 0 }.map { day in
      "zkxqwv\(day),\(day % 3 == 0 ? "automated" : "human"),,,\(3 + day % 3),"
        + "\(day % 6 == 0 ? "colleagues" : "none"),\(day % 4 == 0 ? "kvzqxjdept" : "marketing"),xzwqvjktqv"
    })

  private static let followers = table(
    "date,platform,followers",
    days.indices.filter { $0 % 7 == 0 }.flatMap { day in
      [
        "\(days[day]),instagram,\(6000 + day * 3 + day % 5)",
        "\(days[day]),facebook,\(4000 + day * 2 + day % 3)",
      ]
    })

  private static let traffic = table(
    "date,platform,sessions,engaged_sessions,conversions,revenue",
    days.indices.flatMap { day in
      [
        "\(days[day]),instagram,\(40 + day % 23),\(20 + day % 11),\(day % 5 == 0 ? 1 : 0),",
        "\(days[day]),facebook,\(30 + day % 17),\(15 + day % 7),\(day % 9 == 0 ? 1 : 0),",
      ]
    })

  private static let costs = table(
    "month,item,kind,hours,amount,platform",
    Set(days.map { $0.prefix(7) }).sorted().flatMap { month in
      [
        "\(month),qjxzkvwtqz,tools,,49.00,", "\(month),kvzqxjdept,hours,16,,instagram",
        "\(month),kvzqxjdept,hours,12,,facebook",
        "\(month),wvxjqkzcvq,advertising,,310.00,instagram",
      ]
    })

  private static let conversations = table(
    "received_at,answered_at,first_human_answer_at,platform,kind,answered_by_machine,sentiment,resolved,department,handed_over",
    days.indices.map { day in
      let department = ["social", "service", "social", "kvzqxjdept", "sales"][day % 5]
      return
        "\(days[day])T09:12:00,\(days[day])T10:40:00,\(days[day])T10:40:00,instagram,question,false,neutral,true,\(department),\(department != "social")"
    })

  private static func table(_ header: String, _ records: [String]) -> String {
    ([header] + records).joined(separator: "\n") + "\n"
  }
}

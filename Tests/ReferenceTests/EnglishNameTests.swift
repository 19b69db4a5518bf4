import Model
import Testing

@testable import Reference

@Suite struct EnglishNameTests {
  let hierarchy = Almanac.shared.hierarchy

  private func english(_ body: Body, _ title: String) -> String? {
    hierarchy.nameEnglish(of: hierarchy.office(body, title: title))
  }

  // MARK: local bodies

  static let local: [(LocalBody, String, String, String)] = [
    (.partyCommittee, "220000", "书记", "Secretary of the CPC Jilin Provincial Committee"),
    (.partyCommittee, "220000", "副书记", "Deputy Secretary of the CPC Jilin Provincial Committee"),
    (.partyCommittee, "110000", "书记", "Secretary of the CPC Beijing Municipal Committee"),
    (
      .partyCommittee, "450000", "书记",
      "Secretary of the CPC Guangxi Zhuang Autonomous Regional Committee"
    ),
    (
      .partyCommittee, "430600", "常委",
      "Member of the Standing Committee of the CPC Yueyang Municipal Committee"
    ),
    (.partyCommittee, "110114", "书记", "Secretary of the CPC Changping District Committee, Beijing"),
    (.partyCommittee, "430922", "书记", "Secretary of the CPC Taojiang County Committee"),
    (.partyCommittee, "152500", "书记", "Secretary of the CPC Xilingol League Committee"),
    (.partyCommittee, "542500", "书记", "Secretary of the CPC Ngari Prefectural Committee"),
    (
      .partyCommittee, "xpcc", "书记",
      "Secretary of the CPC Committee of the Xinjiang Production and Construction Corps"
    ),
    (.government, "430000", "省长", "Governor of Hunan"),
    (.government, "430000", "副省长", "Vice Governor of Hunan"),
    (.government, "430000", "常务副省长", "Executive Vice Governor of Hunan"),
    (.government, "430000", "省长助理", "Assistant Governor of Hunan"),
    (.government, "430000", "秘书长", "Secretary-General of the Hunan Provincial People's Government"),
    (
      .government, "430000", "党组成员",
      "Member of the Leading Party Members Group of the Hunan Provincial People's Government"
    ),
    (.government, "650000", "主席", "Chairman of the Xinjiang Uygur Autonomous Regional Government"),
    (.government, "540000", "副主席", "Vice Chairman of the Xizang Autonomous Regional Government"),
    (.government, "310000", "市长", "Mayor of Shanghai"),
    (.government, "220100", "常务副市长", "Executive Vice Mayor of Changchun"),
    (.government, "222400", "州长", "Governor of Yanbian Korean Autonomous Prefecture"),
    (.government, "152500", "盟长", "Head of Xilingol League"),
    (.government, "542500", "专员", "Commissioner of Ngari Prefecture"),
    (.government, "430922", "县长", "Head of Taojiang County"),
    (.government, "150121", "旗长", "Head of Tumd Left Banner"),
    (.government, "220104", "副区长", "Deputy Head of Chaoyang District, Changchun"),
    (.government, "810000", "行政长官", "Chief Executive of the Hong Kong SAR"),
    (
      .congress, "430000", "主任",
      "Chairman of the Standing Committee of the Hunan Provincial People's Congress"
    ),
    (.congress, "430000", "代表", "Deputy to the Hunan Provincial People's Congress"),
    (.consultative, "430600", "副主席", "Vice Chairman of the CPPCC Yueyang Municipal Committee"),
    (
      .discipline, "430000", "书记",
      "Secretary of the CPC Hunan Provincial Commission for Discipline Inspection"
    ),
    (.supervision, "430000", "主任", "Director of the Hunan Provincial Supervisory Commission"),
    (.court, "430000", "院长", "President of the Higher People's Court of Hunan Province"),
    (.court, "220100", "副院长", "Vice President of the Intermediate People's Court of Changchun"),
    (
      .procuratorate, "110114", "检察长",
      "Chief Procurator of the People's Procuratorate of Changping District, Beijing"
    ),
    (.military, "430000", "司令员", "Commander of the PLA Hunan Provincial Military Command"),
    (.military, "220100", "政委", "Political Commissar of the PLA Changchun Military Sub-command"),
    (
      .zone, "newarea-xiongan", "主任",
      "Director of the Administrative Committee of Xiong'an New Area"
    ),
    (
      .youthLeague, "430000", "书记",
      "Secretary of the Communist Youth League Hunan Provincial Committee"
    ),
  ]

  @Test(arguments: local)
  func `an office of a place is named in English`(
    _ kind: LocalBody, _ division: String, _ title: String, _ name: String
  ) {
    #expect(english(.local(kind, division: "div:" + division), title) == name)
  }

  // MARK: departments

  static let parts: [(LocalBody, String, String, String, String)] = [
    (
      .partyCommittee, "430000", "宣传部", "部长",
      "Director of the Publicity Department of the CPC Hunan Provincial Committee"
    ),
    (
      .partyCommittee, "430000", "政法委", "书记",
      "Secretary of the Political and Legal Affairs Commission of the CPC Hunan Provincial Committee"
    ),
    (
      .partyCommittee, "430000", "党校", "常务副校长",
      "Executive Vice President of the Party School of the CPC Hunan Provincial Committee"
    ),
    (.government, "220000", "财政厅", "厅长", "Director of the Jilin Provincial Department of Finance"),
    (
      .government, "220000", "发改委", "副主任",
      "Deputy Director of the Jilin Provincial Development and Reform Commission"
    ),
    (
      .government, "220000", "办公厅", "主任",
      "Director of the General Office of the Jilin Provincial People's Government"
    ),
    (
      .government, "220100", "公安局", "局长",
      "Director of the Changchun Municipal Bureau of Public Security"
    ),
    (
      .government, "110114", "教委", "主任",
      "Director of the Changping District Education Commission, Beijing"
    ),
  ]

  @Test(arguments: parts)
  func `an office of a department is named after the department and its place`(
    _ kind: LocalBody, _ division: String, _ part: String, _ title: String, _ name: String
  ) {
    let whole = Body.local(kind, division: "div:" + division)
    #expect(english(.part(of: whole, name: part), title) == name)
  }

  // MARK: listed bodies

  static let listed: [(String, String, String)] = [
    ("org:mof", "部长", "Minister of Finance"),
    ("org:mof", "副部长", "Vice Minister of Finance"),
    ("org:mof", "部长助理", "Assistant Minister of Finance"),
    ("org:mof", "党组书记", "Secretary of the Leading Party Members Group of the Ministry of Finance"),
    ("org:ndrc", "副主任", "Vice Chairperson of the National Development and Reform Commission"),
    ("org:pbc", "行长", "Governor of the People's Bank of China"),
    ("org:nea", "局长", "Director of the National Energy Administration"),
    ("org:csrc", "主席", "Chairman of the China Securities Regulatory Commission"),
    ("org:sc", "总理", "Premier of the State Council"),
    ("org:sc", "国务委员", "State Councilor"),
    ("org:npcsc", "委员长", "Chairman of the Standing Committee of the National People's Congress"),
    ("org:cppcc", "副主席", "Vice Chairman of the CPPCC National Committee"),
    ("state:CN", "主席", "President of the People's Republic of China"),
    ("org:cpc-cc", "总书记", "General Secretary of the CPC Central Committee"),
    (
      "org:politburo", "常委",
      "Member of the Standing Committee of the Political Bureau of the CPC Central Committee"
    ),
    ("org:publicity-dept", "部长", "Head of the Publicity Department of the CPC Central Committee"),
    ("org:spc", "院长", "President of the Supreme People's Court"),
    ("org:spp", "检察长", "Procurator-General of the Supreme People's Procuratorate"),
    ("org:cmc", "副主席", "Vice Chairman of the Central Military Commission"),
    ("org:tc-east", "司令员", "Commander of the Eastern Theater Command"),
    ("org:navy", "政治委员", "Political Commissar of the PLA Navy"),
    ("org:pku", "校长", "President of Peking University"),
    ("org:pku", "党委书记", "Secretary of the CPC Committee of Peking University"),
    ("uni:hku", "校长", "President of the University of Hong Kong"),
    ("org:sinopec", "董事长", "Chairman of the Board of China Petrochemical Corporation"),
    ("org:icbc", "行长", "President of the Industrial and Commercial Bank of China"),
    ("org:boc", "副行长", "Vice President of Bank of China"),
    ("org:acftu", "主席", "Chairman of the All-China Federation of Trade Unions"),
    (
      "org:jiusan", "常务副主席",
      "Executive Vice Chairman of the Central Committee of the Jiusan Society"
    ),
    ("org:xinhua", "社长", "President of Xinhua News Agency"),
    ("org:people-daily", "总编辑", "Editor-in-Chief of People's Daily"),
    ("tw:mnd", "部长", "Minister of National Defense, Taiwan"),
    ("us:dod", "部长", "Secretary of Defense of the United States"),
    ("state:FR", "总统", "President of France"),
    ("state:DE", "总理", "Chancellor of Germany"),
    ("intl:who", "总干事", "Director-General of the World Health Organization"),
  ]

  @Test(arguments: listed)
  func `an office of a listed body is named in English`(
    _ id: String, _ title: String, _ name: String
  ) {
    #expect(english(.listed(id), title) == name)
  }

  @Test func `a minister of a foreign state is named after what is in the name of the ministry`() {
    let ministry = Body.part(of: .listed("state:PH"), name: "外交部")
    #expect(english(ministry, "部长") == "Minister of Foreign Affairs of the Philippines")
  }

  @Test func `an ambassador is of one state to the other`() {
    let embassy = Body.written("中国驻法国大使馆", division: nil)
    #expect(english(embassy, "大使") == "Ambassador of China to France")
    #expect(english(embassy, "参赞") == "Counselor of the Embassy of China in France")
  }

  @Test func `a part that is not known leaves no half name`() {
    let body = Body.part(of: .local(.government, division: "div:430000"), name: "星辰局")
    #expect(hierarchy.nameEnglish(of: hierarchy.organization(body)) == nil)
    #expect(english(body, "局长") == nil)
    #expect(english(.listed("org:mof"), "星辰官") == nil)
    #expect(english(.written("远帆重工有限公司", division: nil), "董事长") == nil)
  }

  @Test func `every local body of every live division has an English name`() {
    let divisions = Almanac.shared.divisions.all.filter {
      $0.validTo == nil && $0.level != .country && !$0.nameEnglish.isEmpty
    }
    #expect(divisions.count > 3_000)
    for division in divisions {
      for kind in [LocalBody.partyCommittee, .government, .congress, .court] {
        let body = hierarchy.organization(.local(kind, division: division.id))
        let name = hierarchy.nameEnglish(of: body) ?? ""
        #expect(
          !name.isEmpty && !name.contains("{") && !name.contains("  "), "\(body.name) \(name)")
      }
    }
  }
}

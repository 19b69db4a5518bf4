import Storage
import Testing

@testable import Batch

/// Crontab lines and units: what a scheduler must be able to read of any path.
@Suite struct ScheduleTests {
  private func schedule(
    binary: String = "/usr/bin/dibao", config: String = "/srv/news/pipeline.json",
    inputs: [String] = ["/srv/news/in"], output: String = "/srv/news/out", metrics: String = "",
    variables: [Schedule.Variable] = []
  ) throws -> Schedule {
    try Schedule(
      binary: binary, config: config, time: #require(TimeOfDay("03:05")), inputs: inputs,
      output: output, told: metrics.isEmpty ? [] : [metrics], variables: variables)
  }

  // MARK: Time

  static let times: [(String, String?)] = [
    ("03:30", "03:30"), ("3:05", "03:05"), ("00:00", "00:00"), ("23:59", "23:59"),
    ("24:00", nil), ("12:60", nil), ("12:5", nil), ("12", nil), ("", nil), ("-1:00", nil),
    ("１２:00", nil), ("12:00:00", nil), (":30", nil), ("003:30", nil),
  ]

  @Test(arguments: times)
  func `a time of day is hours and minutes`(_ text: String, _ read: String?) {
    #expect(TimeOfDay(text)?.text == read)
  }

  // MARK: cron

  static let words: [(String, String)] = [
    ("/srv/news/pipeline.json", "/srv/news/pipeline.json"),
    ("/srv/my news/p.json", "'/srv/my news/p.json'"),
    ("/srv/100%/p.json", #"'/srv/100\%/p.json'"#),
    ("/srv/it's/p.json", #"'/srv/it'\''s/p.json'"#),
    (#"/srv/a\b"#, #"'/srv/a\''b'"#),
    (#"/srv/a\%b"#, #"'/srv/a\''\%b'"#),
    (#"/srv/a\\b"#, #"'/srv/a\''\''b'"#),
    ("/srv/新闻", "'/srv/新闻'"),
    ("/srv/$HOME;`id`", "'/srv/$HOME;`id`'"),
    ("", "''"),
  ]

  @Test(arguments: words)
  func `a word is quoted for cron and for the shell`(_ word: String, _ quoted: String) {
    #expect(Crontab.quoted(word) == quoted)
  }

  @Test func `a crontab line has minute, hour, variables and a quiet run`() throws {
    let schedule = try schedule(
      config: "/srv/50% off/p.json", variables: [Schedule.Variable(name: "IN", value: "a b")])
    #expect(
      Crontab(schedule).line
        == #"5 3 * * *  IN='a b' /usr/bin/dibao run -q -c '/srv/50\% off/p.json'"#)
    let lines = Crontab(schedule).text.split(separator: "\n")
    #expect(lines.filter { !$0.hasPrefix("#") }.count == 1)
    #expect(lines.contains { $0.hasPrefix("# MAILTO=") })
  }

  @Test func `a line end in a path is refused, not written`() throws {
    #expect(throws: Failure.self) { try schedule(config: "/srv/a\nb") }
    #expect(throws: Failure.self) {
      try schedule(variables: [Schedule.Variable(name: "A", value: "x\u{7}")])
    }
  }

  // MARK: systemd

  private func service(_ schedule: Schedule, user: String? = "news") throws -> [String] {
    try SystemdUnits(schedule, name: "dibao", user: user).service
      .split(separator: "\n").map(String.init)
  }

  @Test func `a service runs once, writes in its output alone and takes a busy output for well`()
    throws
  {
    let lines = try service(schedule(metrics: "/var/lib/node/dibao.prom"))
    for line in [
      "Type=oneshot", "ExecStart=/usr/bin/dibao run -q -c /srv/news/pipeline.json", "User=news",
      "SuccessExitStatus=75 143", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes",
      "ReadWritePaths=/srv/news/out /var/lib/node", "CapabilityBoundingSet=",
      "RequiresMountsFor=/srv/news/pipeline.json /srv/news/in /srv/news/out /var/lib/node",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test func `what lies in a home or in a temporary folder stays to be seen`() throws {
    let home = try service(schedule(inputs: ["/home/news/in"]))
    #expect(home.contains("ProtectHome=read-only"))
    #expect(home.contains("PrivateTmp=yes"))
    let temporary = try service(schedule(output: "/var/tmp/out"))
    #expect(temporary.contains("PrivateTmp=no"))
    #expect(try service(schedule(inputs: ["/homes/in"])).contains("ProtectHome=yes"))
  }

  @Test func `paths are quoted as each setting of a unit reads them`() throws {
    let lines = try service(
      schedule(
        config: #"/srv/50% $a "b"\c.json"#, inputs: ["/srv/it's in"], output: #"/srv/a\b c"#,
        variables: [Schedule.Variable(name: "IN", value: #"50% "x""#)]))
    let expected = [
      #"ExecStart=/usr/bin/dibao run -q -c "/srv/50%% $$a \"b\"\\c.json""#,
      #"ReadWritePaths="/srv/a\b c""#,
      #"RequiresMountsFor="/srv/50%% $a \"b\"\\c.json" "/srv/it's in" "/srv/a\\b c""#,
      #"Environment="IN=50%% \"x\"""#,
    ]
    for line in expected { #expect(lines.contains(line), "\(line)") }
    #expect(throws: Failure.self) { try service(schedule(output: #"/srv/'a"b"#)) }
    #expect(throws: Failure.self) { try service(schedule(binary: "/srv/it's/dibao")) }
  }

  @Test func `root keeps what reading the files of others takes`() throws {
    let lines = try service(schedule(), user: nil)
    #expect(lines.contains("CapabilityBoundingSet=CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH"))
    #expect(!lines.contains { $0.hasPrefix("User=") })
  }

  @Test func `the timer makes up for a night that was missed`() throws {
    let timer = try SystemdUnits(schedule(), name: "dibao", user: nil).timer
    for line in ["OnCalendar=*-*-* 03:05:00", "Persistent=true", "RandomizedDelaySec=10min"] {
      #expect(timer.contains("\n\(line)\n"), "\(line)")
    }
  }

  // MARK: The command

  @Test func `schedule takes its paths from the pipeline file`() throws {
    let folder = try Folder()
    try folder.write(
      "my conf/p.json",
      """
      {"version": 1, "inputs": [{"path": "${env:NEWS}"}], "writers": [{"type": "jsonl"}],
       "output": {"root": "../out", "metrics": "../prom/a.prom"}}
      """)
    var binary = Binary(folder: folder.path)
    binary.environment["NEWS"] = "in"
    let cron = try binary.run(
      "schedule", "cron", "-c", "my conf/p.json", "--at", "1:05", "--binary", "/opt/dibao")
    #expect(
      cron.output.hasSuffix(
        "\n5 1 * * *  NEWS=in /opt/dibao run -q -c '\(folder.path)/my conf/p.json'\n"))
    #expect(cron.words.contains("\(folder.path)/out is not there yet"))
    let units = try binary.run(
      "schedule", "systemd", "-c", "my conf/p.json", "--unit", "news", "--into", "units")
    #expect(units.code == 0, "\(units.words)")
    #expect(folder.list("units") == ["news.service", "news.timer"])
    let service = try folder.read("units/news.service")
    #expect(service.contains("\nReadWritePaths=\(folder.path)/out \(folder.path)/prom\n"))
    let again = try binary.run(
      "schedule", "systemd", "-c", "my conf/p.json", "--unit", "news", "--into", "units")
    #expect(again.code == 73)
  }

  static let wrong: [[String]] = [
    ["cron", "--at", "25:00"], ["cron", "--into", "x"], ["systemd", "--unit", "../x"],
    ["systemd", "--user", "a b"], ["at"], [],
  ]

  @Test(arguments: wrong)
  func `a wrong command line ends with 64`(_ arguments: [String]) throws {
    #expect(try Binary(folder: "/").run(["schedule"] + arguments).code == 64)
  }
}

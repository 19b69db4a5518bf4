import ArgumentParser
import Batch

struct ScheduleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Print what starts a pipeline every night: a crontab line, or units of systemd.",
    discussion: """
      Reads the pipeline file and writes nothing but what is asked for: all paths from the top, \
      quoted as the scheduler reads them. `${env:NAME}` in the file is given the value of now.

      cron       one line for `crontab -e`; cron mails what a run says, and it only says what failed
      systemd    a service that may write below the output alone, and a timer that makes up for
                 nights on which the machine was off

      Examples:
        dibao schedule cron -c /srv/gazette/pipeline.json
        dibao schedule systemd -c /srv/gazette/pipeline.json --at 02:15 --user gazette
        dibao schedule systemd -c pipeline.json --into /etc/systemd/system
        systemctl daemon-reload && systemctl enable --now dibao.timer
      """)

  enum Scheduler: String, CaseIterable, ExpressibleByArgument { case cron, systemd }

  @Argument(help: ArgumentHelp("cron or systemd.", valueName: "scheduler"))
  var scheduler: Scheduler

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The pipeline file. Left out: $DIBAO_CONFIG, or else pipeline.json in this folder.",
      valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("When, by the clock of this machine.", valueName: "hh:mm"))
  var at = "03:30"

  @Option(
    help: ArgumentHelp("The program to start; left out: this one.", valueName: "path"))
  var binary: String?

  @Option(
    help: ArgumentHelp(
      "systemd: whose the runs are; left out: yours, unless you are root.", valueName: "name"))
  var user: String?

  @Option(help: ArgumentHelp("systemd: what the units are called.", valueName: "name"))
  var unit = "dibao"

  @Option(
    help: ArgumentHelp(
      "systemd: write the two units into this folder instead of printing them.",
      valueName: "folder"))
  var into: String?

  func validate() throws {
    guard TimeOfDay(at) != nil else {
      throw ValidationError("--at must be a time of day such as 03:30.")
    }
    guard SystemdUnits.isName(unit), user.map(SystemdUnits.isName) ?? true else {
      throw ValidationError("--unit and --user take letters, digits, '.', '-' and '_'.")
    }
    guard scheduler == .systemd || (into == nil && user == nil && unit == "dibao") else {
      throw ValidationError("--into, --user and --unit are for systemd.")
    }
  }

  func run() async throws {
    guard let time = TimeOfDay(at) else { return }
    let session = Session.begin()
    let reporter = Reporter(session.console, loudness: .normal)
    let code = await session.run(reporter) { () throws(Failure) in
      let schedule = try Schedule(
        config: config, binary: binary, time: time, session.environment)
      try write(schedule, session, reporter)
      if let hint = schedule.hint { reporter.notice(hint) }
      return .done
    }
    try code.end()
  }

  private func write(
    _ schedule: Schedule, _ session: Session, _ reporter: Reporter
  ) throws(Failure) {
    guard scheduler == .systemd else {
      return try session.console.write(Array(Crontab(schedule).text.utf8))
    }
    let units = try SystemdUnits(schedule, name: unit, user: user ?? Session.ordinaryUser)
    guard let into else { return try session.console.write(Array(units.text.utf8)) }
    for path in try units.write(into: into) { try session.console.write(line: path) }
    reporter.notice("now: systemctl daemon-reload && systemctl enable --now \(unit).timer")
  }
}

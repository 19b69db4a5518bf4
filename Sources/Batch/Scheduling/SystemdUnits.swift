import Storage

/// A service and a timer of systemd that start a schedule.
///
/// The service sees the whole file system and writes only below the output and beside the files that
/// tell of runs; it has no network, which Dibao never uses.
package struct SystemdUnits {
  let schedule: Schedule
  /// `dibao` makes `dibao.service` and `dibao.timer`.
  let name: String
  /// Whose the runs are; nil for root.
  let user: String?

  package init(_ schedule: Schedule, name: String, user: String?) throws(Failure) {
    self.schedule = schedule
    self.name = name
    self.user = user
    // Quotation cannot help there: systemd looks at the name that it has read.
    if schedule.binary.utf8.contains(where: { "\\\"'".utf8.contains($0) }) {
      throw .cannotSchedule(
        schedule.binary, reason: "systemd takes no program with a quotation mark or a backslash")
    }
    for place in schedule.places where place.utf8.contains(0x22) && place.utf8.contains(0x27) {
      throw .cannotSchedule(place, reason: "a unit cannot hold both kinds of quotation marks")
    }
  }

  /// True for what can stand before `.service`.
  package static func isName(_ name: String) -> Bool {
    (1...100).contains(name.utf8.count) && !name.hasPrefix("-") && name.utf8.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }

  private var serviceName: String { "\(name).service" }
  private var timerName: String { "\(name).timer" }

  /// Both units, each under its path, as `systemctl cat` shows them.
  package var text: String {
    """
    # /etc/systemd/system/\(serviceName)
    \(service)
    # /etc/systemd/system/\(timerName)
    \(timer)
    """
  }

  /// Writes both into a folder, and gives their paths. What is there already stays: somebody may have
  /// changed it by hand.
  package func write(into folder: String) throws(Failure) -> [String] {
    let folder = Disk.absolute(folder)
    let units = [(folder + "/" + serviceName, service), (folder + "/" + timerName, timer)]
    try writing { () throws(StorageFailure) in
      for (path, _) in units where Disk.exists(path) {
        throw StorageFailure(
          .exists, .makeFile, path: path, detail: "it is there already; remove it first")
      }
      for (path, text) in units { try Disk.replaceFile(path, with: Array(text.utf8)) }
    }
    return units.map(\.0)
  }

  // MARK: The units

  var service: String {
    """
    [Unit]
    Description=Dibao: read \(Self.escaped(schedule.config))
    RequiresMountsFor=\(mounts)

    [Service]
    Type=oneshot
    ExecStart=\(command)
    \(environment)\(owner)
    # 75: another run works on the same output; 143: stopped, and nothing was published.
    # 3 counts as failed: published, but a file could not be read.
    SuccessExitStatus=75 143
    UMask=0022
    Nice=10
    IOSchedulingClass=best-effort
    IOSchedulingPriority=7

    # Reads what its user may read, writes below the output alone, and has no network.
    ProtectSystem=strict
    ReadWritePaths=\(writable)
    ProtectHome=\(isAtHome ? "read-only" : "yes")
    PrivateTmp=\(isInTemporary ? "no" : "yes")
    PrivateNetwork=yes
    PrivateDevices=yes
    ProtectProc=invisible
    ProtectClock=yes
    ProtectHostname=yes
    ProtectKernelLogs=yes
    ProtectKernelModules=yes
    ProtectKernelTunables=yes
    ProtectControlGroups=yes
    RestrictAddressFamilies=AF_UNIX
    RestrictNamespaces=yes
    RestrictRealtime=yes
    RestrictSUIDSGID=yes
    LockPersonality=yes
    MemoryDenyWriteExecute=yes
    NoNewPrivileges=yes
    CapabilityBoundingSet=\(user == nil ? "CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH" : "")
    SystemCallArchitectures=native
    SystemCallFilter=@system-service

    """
  }

  var timer: String {
    """
    [Unit]
    Description=Dibao: every day at \(schedule.time.text)

    [Timer]
    OnCalendar=*-*-* \(schedule.time.text):00
    # A night on which the machine was off is made up for when it is on again.
    Persistent=true
    RandomizedDelaySec=10min

    [Install]
    WantedBy=timers.target

    """
  }

  // MARK: Their parts

  private var command: String {
    // A dollar begins a variable in arguments, but not in the program's own path.
    let program = Self.word(schedule.binary)
    let config = Self.word(schedule.config.replacing("$", with: "$$"))
    return "\(program) run -q -c \(config)"
  }

  private var environment: String {
    schedule.variables.map { "Environment=\(Self.word("\($0.name)=\($0.value)"))\n" }.joined()
  }

  private var owner: String {
    if let user { return "User=\(user)" }
    return "# Better a user of its own who owns the output: User=dibao"
  }

  private var mounts: String {
    let read = [schedule.config] + schedule.inputs
    return Self.unique(read + written).map(Self.word).joined(separator: " ")
  }

  private var writable: String {
    Self.unique(written).map(Self.listed).joined(separator: " ")
  }

  /// The folders that a run writes in.
  private var written: [String] {
    let outside = schedule.told.filter { !Disk.isWithin($0, root: schedule.output) }
    return [schedule.output] + outside.map(Disk.parent)
  }

  private var isAtHome: Bool { lies(in: ["/home", "/root", "/run/user"]) }
  private var isInTemporary: Bool { lies(in: ["/tmp", "/var/tmp"]) }

  private func lies(in folders: [String]) -> Bool {
    schedule.places.contains { place in
      folders.contains { Disk.isWithin(place, root: $0) }
    }
  }

  // MARK: Quoting

  private static func unique(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  /// A `%` begins a specifier everywhere in a unit.
  private static func escaped(_ text: String) -> String { text.replacing("%", with: "%%") }

  /// One word of a command or of a list that is read with C's escapes.
  static func word(_ text: String) -> String {
    let text = escaped(text)
    guard text.utf8.contains(where: { " \\\"';".utf8.contains($0) }) else { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// One path of a list in which a backslash is only a backslash.
  static func listed(_ path: String) -> String {
    let path = escaped(path)
    guard path.utf8.contains(where: { " \"'".utf8.contains($0) }) else { return path }
    return path.utf8.contains(0x22) ? "'\(path)'" : "\"\(path)\""
  }
}

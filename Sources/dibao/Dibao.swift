import Batch

@main
struct Dibao {
  static func main() {}
}

/// The program's version.
public let newslineVersion = "0.1.0"

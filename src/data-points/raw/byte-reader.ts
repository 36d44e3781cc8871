/** The position of a reader in the bytes of a data point, and the first failure. */
export class ByteReader {
  private position = 0
  private readonly path: string[] = []
  /** The first failure; undefined while all fields could be read. */
  failure:
    | {
        /** The names of the fields around the failure, outermost first. */
        readonly path: readonly string[]
        /** What was expected; never the value. */
        readonly message: string
      }
    | undefined

  constructor(private readonly bytes: readonly number[]) {}

  /** Registers a failure; the message must not contain a value. */
  fail(message: string): undefined {
    this.failure ??= { path: this.path.slice(), message }
    return undefined
  }

  /** Reads the next bytes; registers a failure if too few are left. */
  take(count: number): readonly number[] | undefined {
    if (count > this.remaining) return this.fail('expected more bytes')
    this.position += count
    return this.bytes.slice(this.position - count, this.position)
  }

  /** Reads the next byte; registers a failure at the end. */
  byte(): number | undefined {
    return this.take(1)?.[0]
  }

  /** The number of bytes that are left. */
  get remaining(): number {
    return this.bytes.length - this.position
  }

  /** Reads a field; its name is part of the path of a failure. */
  within<A>(name: string, read: () => A | undefined): A | undefined {
    this.path.push(name)
    const value = read()
    this.path.pop()
    return value
  }
}

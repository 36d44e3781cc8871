/** Where a reader is in the bytes of a data point, and the first thing it found wrong. */
export class ByteReader {
  private position = 0
  private readonly path: string[] = []
  failure: { readonly path: readonly string[]; readonly message: string } | undefined

  constructor(private readonly bytes: readonly number[]) {}

  /** Notes what is wrong, in words that quote no value. */
  fail(message: string): undefined {
    this.failure ??= { path: this.path.slice(), message }
    return undefined
  }

  take(count: number): readonly number[] | undefined {
    if (count > this.left) return this.fail('expected more bytes')
    this.position += count
    return this.bytes.slice(this.position - count, this.position)
  }

  byte(): number | undefined {
    return this.take(1)?.[0]
  }

  get left(): number {
    return this.bytes.length - this.position
  }

  /** Reads under the name of a field, by which a failure is found. */
  within<A>(name: string, read: () => A | undefined): A | undefined {
    this.path.push(name)
    const value = read()
    this.path.pop()
    return value
  }
}

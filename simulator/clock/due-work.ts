/** Work that is due at a time. */
export interface Due {
  readonly dueAtMs: number
  run(): void
}

/** Pending work, earliest first; at the same time, in order of insertion. */
export class DueWork {
  private readonly entries: Due[] = []

  get first(): Due | undefined {
    return this.entries[0]
  }

  add(entry: Due): void {
    let index = this.entries.length
    while (index > 0 && (this.entries[index - 1]?.dueAtMs ?? 0) > entry.dueAtMs) index--
    this.entries.splice(index, 0, entry)
  }

  remove(entry: Due): void {
    const index = this.entries.indexOf(entry)
    if (index >= 0) this.entries.splice(index, 1)
  }
}

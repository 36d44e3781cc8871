import type { Lock, LockRecord, RecordKind, RecordStream } from 'lockpanel/flows'
import { type CommandState, createCommand } from '../../store/command'

const PAGE = 20

export interface ReaderListeners {
  readonly onReading: (state: CommandState) => void
  /** Older records, in order; none are left after a page that is not full. */
  readonly onOlder: (records: readonly LockRecord[], hasMore: boolean) => void
  readonly onNew: (record: LockRecord) => void
  /** New records could not be read. They are read again. */
  readonly onStale: () => void
}

/** The records of one kind, or of all kinds. Nothing is reported after `end`. */
export interface RecordReader {
  /** Reads older records; does nothing while it reads. */
  readonly more: () => Promise<void>
  readonly end: () => void
}

export const createRecordReader = (
  lock: Lock,
  kind: RecordKind | undefined,
  { onReading, onOlder, onNew, onStale }: ReaderListeners,
): RecordReader => {
  let stream: RecordStream | undefined
  let isEnded = false
  const following: { readonly unsubscribe: () => void }[] = []

  const follow = ({ live$, failures$ }: RecordStream) => {
    if (following.length === 0) following.push(live$.subscribe(onNew), failures$.subscribe(onStale))
  }
  const read = createCommand((state) => {
    if (!isEnded) onReading(state)
  })
  const more = () =>
    read(async () => {
      // Throws for a kind that this lock has no list of.
      stream ??= lock.records(kind === undefined ? {} : { kinds: [kind] })
      const older = await stream.take(PAGE)
      if (isEnded) return
      onOlder(older, older.length === PAGE)
      follow(stream)
    })
  const end = () => {
    isEnded = true
    for (const subscription of following) subscription.unsubscribe()
    void stream?.return?.()
  }
  return { more, end }
}

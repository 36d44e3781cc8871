import type { Lock, LockRecord, RecordKind, RecordStream } from 'lockpanel/flows'
import type { Message } from 'lockpanel/words'
import { rowsOnce } from '../../store/changes'
import { type CommandState, createCommand, idle } from '../../store/command'
import { createPageStore, type Show } from '../../store/page-store'
import { problemOf } from '../../store/problem'
import type { Text } from '../../text/en'
import type { Language } from '../../text/language'

interface RecordsState {
  readonly records: readonly LockRecord[]
  /** All kinds without one. */
  readonly kind: RecordKind | undefined
  readonly hasMore: boolean
  readonly reading: CommandState
  /** New records could not be read. They are read again. */
  readonly isStale: boolean
}

interface Row {
  readonly id: string
  readonly text: string
  readonly time: string
}

export interface RecordsView {
  readonly labels: Text['labels']['records']
  readonly common: Text['labels']['common']
  readonly filters: readonly {
    readonly kind: RecordKind | ''
    readonly title: string
    readonly isChosen: boolean
  }[]
  readonly rows: readonly Row[]
  readonly isLoading: boolean
  readonly isStale: boolean
  readonly isEmpty: boolean
  readonly problem: Message | null
}

const PAGE = 20

const initial: RecordsState = {
  records: [],
  kind: undefined,
  hasMore: true,
  reading: idle,
  isStale: false,
}

const kinds: readonly RecordKind[] = ['opening', 'closing', 'alarm', 'doorbell', 'operation']

/** What happened at the lock, newest first: older records on demand, and new ones as they happen. */
export const createRecordsStore = (lock: Lock, language: Language, show: Show<RecordsView>) => {
  const store = createPageStore<RecordsState, RecordsView>(initial, recordsView(language), show)
  let endStream = () => {}
  let more: () => Promise<void> = async () => {}

  /** A stream of its own for each filter; what an earlier one still reads is dropped. */
  const choose = (kind: RecordKind | undefined) => {
    endStream()
    store.update({ ...initial, kind })
    let stream: RecordStream | undefined
    let isEnded = false
    const following: { readonly unsubscribe: () => void }[] = []
    const update: typeof store.update = (change) => {
      if (!isEnded) store.update(change)
    }
    const follow = ({ live$, failures$ }: RecordStream) => {
      following.push(
        live$.subscribe((record) =>
          update({ records: [record, ...store.get().records], isStale: false }),
        ),
        failures$.subscribe(() => update({ isStale: true })),
      )
    }
    const read = createCommand((reading) => update({ reading }))
    more = () =>
      read(async () => {
        // Throws for a kind that this lock has no list of.
        stream ??= lock.records(kind === undefined ? {} : { kinds: [kind] })
        const older = await stream.take(PAGE)
        if (isEnded) return
        update({ records: [...store.get().records, ...older], hasMore: older.length === PAGE })
        if (following.length === 0) follow(stream)
      })
    endStream = () => {
      isEnded = true
      for (const subscription of following) subscription.unsubscribe()
      void stream?.return?.()
    }
    void more()
  }

  choose(undefined)
  store.onClose(() => endStream())
  return {
    choose,
    /** Does nothing at the end, and while it reads. */
    more: () => (store.get().hasMore ? more() : Promise.resolve()),
    close: store.close,
  }
}

export type RecordsStore = ReturnType<typeof createRecordsStore>

const recordsView = (language: Language) => {
  const { text, words, time } = language
  const { labels } = text
  const rowsOf = rowsOnce(
    (record: LockRecord): Row => ({
      id: record.id,
      text: words.record(record),
      time: time(record.atMs),
    }),
  )
  return ({ records, kind, reading, isStale }: RecordsState): RecordsView => ({
    labels: labels.records,
    common: labels.common,
    filters: [
      { kind: '', title: labels.records.all, isChosen: kind === undefined },
      ...kinds.map((each) => ({
        kind: each,
        title: words.recordKind(each),
        isChosen: each === kind,
      })),
    ],
    rows: rowsOf(records),
    isLoading: reading.isRunning,
    isStale,
    isEmpty: records.length === 0 && !reading.isRunning && reading.error === undefined,
    problem: problemOf(language, reading.error),
  })
}

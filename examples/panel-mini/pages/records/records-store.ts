import type { Lock, LockRecord, RecordKind } from 'lockpanel/flows'
import type { Message } from 'lockpanel/words'
import { rowsOnce } from '../../store/changes'
import { type CommandState, idle } from '../../store/command'
import { createPageStore, type Show } from '../../store/page-store'
import { problemOf } from '../../store/problem'
import type { Text } from '../../text/en'
import type { Language } from '../../text/language'
import { createRecordReader, type RecordReader } from './record-reader'

interface RecordsState {
  readonly records: readonly LockRecord[]
  /** All kinds without one. */
  readonly kind: RecordKind | undefined
  readonly hasMore: boolean
  readonly reading: CommandState
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
  const openReader = (kind: RecordKind | undefined): RecordReader => {
    store.update({ ...initial, kind })
    const opened = createRecordReader(lock, kind, {
      onReading: (reading) => store.update({ reading }),
      onOlder: (older, hasMore) =>
        store.update({ records: [...store.get().records, ...older], hasMore }),
      onNew: (record) =>
        store.update({ records: [record, ...store.get().records], isStale: false }),
      onStale: () => store.update({ isStale: true }),
    })
    void opened.more()
    return opened
  }

  let reader = openReader(undefined)
  store.onClose(() => reader.end())
  return {
    choose: (kind: RecordKind | undefined) => {
      reader.end()
      reader = openReader(kind)
    },
    more: async () => {
      if (store.get().hasMore) await reader.more()
    },
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

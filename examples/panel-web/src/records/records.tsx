import { Selector } from 'antd-mobile'
import type { LockRecord, RecordKind } from 'lockpanel'
import { useRecords } from 'lockpanel/react'
import { type ReactElement, useState } from 'react'
import { Loading } from '../parts/loading'
import { Problem } from '../parts/problem'
import { VirtualList } from '../parts/virtual-list'
import { useLanguage } from '../text/language'

const kinds = [
  'opening',
  'closing',
  'alarm',
  'doorbell',
  'operation',
] as const satisfies RecordKind[]

/** What happened at the lock, newest first: older records when one scrolls, new ones as they happen. */
export const Records = (): ReactElement => {
  const { text, words, time } = useLanguage()
  const [kind, setKind] = useState<RecordKind>()
  const { records, isLoading, hasMore, error, loadMore } = useRecords(
    kind === undefined ? {} : { kinds: [kind] },
  )
  const draw = (record: LockRecord) => (
    <div className="row">
      {words.record(record)}
      <small>{time(record.atMs)}</small>
    </div>
  )
  return (
    <>
      <div className="filters">
        <Selector
          options={[
            { label: text.records.all, value: '' },
            ...kinds.map((value) => ({ label: words.recordKind(value), value })),
          ]}
          value={[kind ?? '']}
          onChange={([chosen]) =>
            setKind(chosen === '' ? undefined : (chosen as RecordKind | undefined))
          }
        />
      </div>
      <VirtualList
        label={text.tabs.records}
        rows={records}
        keyOf={({ id }) => id}
        draw={draw}
        {...(hasMore && error === undefined && { onEnd: loadMore })}
      />
      {isLoading && <Loading />}
      {!isLoading && records.length === 0 && error === undefined && (
        <p className="note">{text.records.none}</p>
      )}
      <Problem error={error} onRetry={loadMore} />
    </>
  )
}

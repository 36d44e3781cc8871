import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'

interface VirtualListProps<T> {
  readonly label: string
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly draw: (row: T) => ReactNode
  /** Called when the end is in sight. */
  readonly onEnd?: () => void
}

const ROW_PX = 64
const MORE_ROWS = 6

/** Draws only the rows that are in sight, so that thousands scroll smoothly. The nearest `main` scrolls. */
export const VirtualList = <T,>({
  label,
  rows,
  keyOf,
  draw,
  onEnd,
}: VirtualListProps<T>): ReactElement => {
  const list = useRef<HTMLUListElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    estimateSize: () => ROW_PX,
    overscan: MORE_ROWS,
    getItemKey: (index) => keyOf(rows[index] as T),
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= rows.length - MORE_ROWS) onEnd?.()
  }, [last, rows.length, onEnd])
  return (
    <ul
      ref={list}
      aria-label={label}
      style={{
        position: 'relative',
        height: virtualizer.getTotalSize(),
        margin: 0,
        padding: 0,
        listStyle: 'none',
      }}
    >
      {items.map(({ key, index, start }) => (
        <li
          key={String(key)}
          ref={virtualizer.measureElement}
          data-index={index}
          style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
        >
          {draw(rows[index] as T)}
        </li>
      ))}
    </ul>
  )
}

import type { LockType } from '../../src/core/action'
import type { Column } from './cells'
import type { Chrome } from './chrome'
import { english } from './chrome-en'
import { type Host, hosts } from './hosts'
import { type JobName, jobNames, jobs } from './jobs'
import { noteOf } from './note'

/** A job of a host in every lock type: 0 works, another number is a note. */
interface Row {
  readonly job: JobName
  readonly title: string
  readonly cells: readonly number[]
}

export interface HostTable {
  readonly host: Host
  readonly types: readonly LockType[]
  readonly rows: readonly Row[]
  /** The first one is number 1. */
  readonly notes: readonly string[]
}

export const tableOf = (
  host: Host,
  all: readonly Column[],
  { text, notes: words }: Chrome,
): HostTable => {
  const columns = all.filter((column) => column.host === host)
  const notes: string[] = []
  const numberOf = (note: string): number => {
    if (!notes.includes(note)) notes.push(note)
    return notes.indexOf(note) + 1
  }
  const rows = jobNames.map((job) => ({
    job,
    title: text(jobs[job].title),
    cells: columns.map(({ lacks: { [job]: lack } }) =>
      lack === undefined ? 0 : numberOf(noteOf(host, lack, words)),
    ),
  }))
  return { host, types: columns.map(({ type }) => type), rows, notes }
}

/** All tables as text, for a console. */
export const textOf = (columns: readonly Column[]): string =>
  hosts
    .map((host) => {
      const { types, rows, notes } = tableOf(host, columns, english)
      const widest = Math.max(...rows.map(({ title }) => title.length))
      const line = (title: string, cells: readonly string[]) =>
        [title.padEnd(widest), ...cells.map((cell, at) => cell.padEnd(types[at]?.length ?? 0))]
          .join('  ')
          .trimEnd()
      return [
        line(host.name, types),
        ...rows.map(({ title, cells }) =>
          line(
            title,
            cells.map((cell) => (cell === 0 ? 'yes' : `(${cell})`)),
          ),
        ),
        ...notes.map((note, at) => `(${at + 1}) ${note}`),
      ].join('\n')
    })
    .join('\n\n')

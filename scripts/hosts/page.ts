import type { LockType } from '../../src/core/action'
import type { Column } from './cells'
import type { Chrome } from './chrome'
import { hosts } from './hosts'
import { type HostTable, tableOf } from './table'

const render = (titles: readonly string[], table: HostTable, chrome: Chrome): string => {
  const groups = groupsOf(table)
  const header = [
    '',
    ...groups.map((types) => types.map((type) => nameOf(type, chrome)).join(', ')),
  ]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const lines = [
    line(header),
    line(header.map(() => '---')),
    ...table.rows.map(({ title, cells }) =>
      line([
        title,
        ...groups.map(([type]) => {
          const cell = cells[table.types.indexOf(type as LockType)] ?? 0
          return cell === 0 ? chrome.yes : chrome.no(cell)
        }),
      ]),
    ),
  ]
  const notes = table.notes.map((note, at) => `${at + 1}. ${note}`)
  return [
    `## ${titles.join(chrome.orHost)}`,
    chrome.text(table.host.needs),
    lines.join('\n'),
    notes.join('\n'),
  ].join('\n\n')
}

/** `any` stands for an unknown type. */
const nameOf = (type: LockType, { typeNames }: Chrome): string =>
  type === 'any' ? type : typeNames[type]

/** Lock types with equal columns. */
const groupsOf = ({ types, rows }: HostTable): readonly (readonly LockType[])[] => {
  const groups = new Map<string, LockType[]>()
  types.forEach((type, at) => {
    const key = rows.map(({ cells }) => cells[at]).join()
    groups.set(key, [...(groups.get(key) ?? []), type])
  })
  return [...groups.values()]
}

/** Hosts with equal tables share one. */
export const makePage = (columns: readonly Column[], chrome: Chrome): string => {
  const sections = new Map<string, { readonly titles: string[]; readonly table: HostTable }>()
  for (const host of hosts) {
    const table = tableOf(host, columns, chrome)
    const key = JSON.stringify([table.rows, table.notes])
    const section = sections.get(key)
    if (section === undefined) sections.set(key, { titles: [chrome.text(host.title)], table })
    else section.titles.push(chrome.text(host.title))
  }
  return `${[chrome.intro, ...[...sections.values()].map(({ titles, table }) => render(titles, table, chrome))].join('\n\n')}\n`
}
